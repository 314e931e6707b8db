// Room: tests. Public sets of answers that people marked: one JSON object a line. Never shipped; read where they are.
import { readBatchLine } from "../../../src/content/batch.ts";
import { createItemMarker } from "../../../src/grading/batch.ts";
import { bootstrap, groupBy, type Interval, macroF1, type Pair, pearson } from "./statistics.ts";

/** An answer that was marked, by its question and the domain that the question is from. */
interface MarkedAnswer extends Pair {
  readonly question: string;
  readonly domain: string;
  /** Undefined where people gave no label, only a score. */
  readonly isRight: boolean | undefined;
}

/** What is told of a set. */
export interface PublicRow {
  readonly name: string;
  readonly answers: number;
  readonly questions: number;
  /** Pearson r of all marks with people's scores, questions drawn anew. */
  readonly r: Interval;
  /** The mean of r within each question. */
  readonly rWithin: Interval;
  /** Macro-F1 of right against wrong with the marks as they come (right from 0.5); undefined without labels. */
  readonly f1: Interval | undefined;
  /** The same with whole domains drawn anew. */
  readonly f1ByDomain: Interval | undefined;
}

/** Where a collection has a word in place of an answer that was not handed in. */
const placeholder = /^\W*(?:no submission|not answered)?\W*$/i;

/** Marks the lines of a set as `coach grade --batch` does and holds the marks against people's. */
export function publicRow(name: string, lines: readonly string[]): PublicRow {
  const mark = createItemMarker();
  const answers = lines.map((line): MarkedAnswer & { readonly answer: string } => {
    const fields = JSON.parse(line) as { readonly qid: string; readonly score: number; readonly max: number; readonly label3?: string };
    const item = readBatchLine(line);
    return {
      answer: item.answer,
      mark: mark(item).score,
      given: fields.score / fields.max,
      question: fields.qid,
      domain: fields.qid.split("_")[0] ?? "",
      isRight: fields.label3 === undefined ? undefined : fields.label3 === "correct",
    };
  });
  return rowOf(
    name,
    answers.filter(({ answer }) => !placeholder.test(answer)),
  );
}

function rowOf(name: string, answers: readonly MarkedAnswer[]): PublicRow {
  const questions = groupBy(answers, ({ question }) => question);
  const labelled = answers.flatMap((answer) => (answer.isRight === undefined ? [] : [{ ...answer, given: answer.isRight ? 1 : 0 }]));
  const f1By = (nameOf: (answer: MarkedAnswer) => string): Interval | undefined =>
    labelled.length === 0 ? undefined : bootstrap(groupBy(labelled, nameOf), macroF1);
  const within = questions.map((question) => [pearson(question)]);
  return {
    name,
    answers: answers.length,
    questions: questions.length,
    r: bootstrap(questions, pearson),
    rWithin: bootstrap(within, (values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    f1: f1By(({ question }) => question),
    f1ByDomain: f1By(({ domain }) => domain),
  };
}
