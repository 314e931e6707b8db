// Room: tests. Our own answers to the decks' questions, whose key points were read twice without seeing the marks: how far the grader agrees with them.
import type { AnswerBody } from "../../../src/domain/answer.ts";
import { caseFrom } from "../../../src/domain/case.ts";
import type { Status } from "../../../src/domain/grade.ts";
import type { Library } from "../../../src/domain/library.ts";
import type { Question, StarPart } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grading/grade.ts";
import { bootstrap, type Distance, groupBy, type Interval, kappa, type Readings } from "./statistics.ts";

/** What each key point was read as, by its id. */
export type Labels = Readonly<Record<string, Status>>;

/** An answer that was written for the set. */
export interface LabelledAnswer {
  readonly id: string;
  readonly question: string;
  readonly intent: "strong" | "middling" | "weak" | "off-topic" | "wrong-but-fluent";
  readonly answer: string | Readonly<Record<StarPart, string>>;
  readonly first: Labels;
  readonly second: Labels;
  readonly agreed: Labels;
}

/** How far two sides agree on key points: `plain` counts any difference, `linear` half a one for `partly`, `said` only whether it was said at all. */
export interface Agreement {
  readonly plain: Interval;
  readonly linear: Interval;
  readonly said: Interval;
}

/** What is told of the set. */
export interface OwnReport {
  readonly answers: number;
  readonly questions: number;
  readonly keyPoints: number;
  readonly grader: Agreement;
  readonly readers: Agreement;
  /** Share of the questions in which strong > middling > weak > off-topic. */
  readonly ordered: Interval;
}

const steps: readonly Status[] = ["not-found", "partly", "found"];
const order: readonly LabelledAnswer["intent"][] = ["strong", "middling", "weak", "off-topic"];

interface Compared {
  readonly answer: LabelledAnswer;
  readonly score: number;
  readonly grader: readonly Readings[];
  readonly readers: readonly Readings[];
}

/** Marks the answers by the questions of a library and compares; an answer to a question that the library has not is an error. */
export function ownReport(answers: readonly LabelledAnswer[], library: Library): OwnReport {
  const byId = new Map(library.decks.flatMap((deck) => deck.questions.map((question) => [question.id, question])));
  const compared = answers.map((answer) => {
    const question = byId.get(answer.question);
    if (!question) throw new Error(`${answer.id}: there is no question ${answer.question}`);
    return compare(answer, question, library);
  });
  const questions = groupBy(compared, ({ answer }) => answer.question);
  return {
    answers: answers.length,
    questions: questions.length,
    keyPoints: compared.reduce((sum, { grader }) => sum + grader.length, 0),
    grader: agreementOf(questions.map((question) => question.flatMap(({ grader }) => grader))),
    readers: agreementOf(questions.map((question) => question.flatMap(({ readers }) => readers))),
    ordered: bootstrap(
      questions.map((question) => [isOrdered(question)]),
      (are) => are.filter((is) => is).length / are.length,
    ),
  };
}

function compare(answer: LabelledAnswer, question: Question, library: Library): Compared {
  const { score, marks } = gradeAnswer(caseFrom(library, question, 0), bodyOf(question, answer.answer));
  const found: Labels = Object.fromEntries(marks.map((mark) => [mark.id, mark.status]));
  return { answer, score, grader: readingsOf(found, answer.agreed), readers: readingsOf(answer.first, answer.second) };
}

function bodyOf({ kind, id }: Question, answer: LabelledAnswer["answer"]): AnswerBody {
  if (typeof answer !== "string") return { kind: "star", parts: answer };
  if (kind === "open" || kind === "rewrite") return { kind, text: answer };
  throw new Error(`${id} is not answered in sentences`);
}

/** Key points that both sides read. */
function readingsOf(first: Labels, second: Labels): readonly Readings[] {
  return Object.entries(first).flatMap(([id, status]) => {
    const other = second[id];
    return other === undefined ? [] : [[steps.indexOf(status), steps.indexOf(other)] as const];
  });
}

function agreementOf(groups: readonly (readonly Readings[])[]): Agreement {
  const by = (distance: Distance): Interval => bootstrap(groups, (readings) => kappa(readings, distance));
  return {
    plain: by((first, second) => (first === second ? 0 : 1)),
    linear: by((first, second) => Math.abs(first - second) / 2),
    said: by((first, second) => (first > 0 === second > 0 ? 0 : 1)),
  };
}

function isOrdered(question: readonly Compared[]): boolean {
  const scores = order.map((intent) => question.find(({ answer }) => answer.intent === intent)?.score ?? Number.NaN);
  return scores.every((score, index) => index === 0 || (scores[index - 1] ?? Number.NaN) > score);
}
