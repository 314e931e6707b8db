// Room: grading. An answer and a question in, a grade out. Pure and deterministic: the same answer gets the same grade for ever.
import type { AnswerBody } from "../domain/answer.ts";
import type { Case } from "../domain/case.ts";
import { CoachError } from "../domain/errors.ts";
import { bandOf, type Correction, type Grade, type Mark } from "../domain/grade.ts";
import type { Kind } from "../domain/question.ts";
import { adviceOn } from "./advice.ts";
import { markChoice } from "./kinds/choice.ts";
import { markNumeric } from "./kinds/numeric.ts";
import { markOpen } from "./kinds/open.ts";
import { markOrder } from "./kinds/order.ts";
import { markRecall } from "./kinds/recall.ts";
import { markRewrite } from "./kinds/rewrite.ts";
import { markSort } from "./kinds/sort.ts";
import { markStar } from "./kinds/star.ts";
import { judgeCoverage } from "./dimensions/coverage.ts";
import { type Asked, cappedScore, creditOf, type Marking } from "./marking.ts";
import { totalOf } from "./total.ts";

/** Version of these rules. It goes up with any change that can move a score, so that old grades can be told from new ones. */
export const rulesVersion = 5;

type AskedByKind = { readonly [K in Kind]: Asked<K> };

/** The one switch over kinds: a new kind without a marker does not compile. Another grader comes in by another entry here. */
const markers: { readonly [K in Kind]: (asked: Asked<K>) => Marking } = {
  choice: markChoice,
  recall: markRecall,
  numeric: markNumeric,
  order: markOrder,
  sort: markSort,
  open: markOpen,
  star: markStar,
  rewrite: markRewrite,
} satisfies Record<Kind, unknown>;

function markWith<K extends Kind>(kind: K, asked: AskedByKind[K]): Marking {
  return markers[kind](asked);
}

/** Grades an answer, which took `spokenSeconds` to say if it was spoken. The body must be of the question's kind: anything else is an error of the input. */
export function gradeAnswer(asked: Case, body: AnswerBody, spokenSeconds?: number): Grade {
  const { question } = asked;
  if (question.kind !== body.kind) {
    throw new CoachError(`"${question.id}" asks for an answer of kind ${question.kind}, and got one of kind ${body.kind}`, {
      fault: "input",
      place: question.place,
      advice: "Mark the answer with the question that it was given to.",
    });
  }
  // The two kinds were just compared, which the type of a pair of unions cannot say.
  const found = markWith(question.kind, { kind: question.kind, asked, question, body, spokenSeconds } as AskedByKind[typeof question.kind]);
  const score = cappedScore(question.kind, found.share, found);
  const { marks, pitfalls, flags, levels, workings, next } = found;
  return { marks, pitfalls, flags, levels, workings, next, score, band: bandOf(score), rules: rulesVersion };
}

/** Kinds whose marks are a reading of words, which a person may see otherwise. The others are exact. */
const correctable: readonly Kind[] = ["recall", "open", "star", "rewrite"];

/** The grade by the same formula over the person's own ticks. Without a tick that differs, the grade as it was. */
export function regrade(asked: Case, grade: Grade, correction: Correction): Grade {
  const { kind } = asked.question;
  const marks = grade.marks.map((mark) => corrected(mark, correction));
  if (!correctable.includes(kind) || marks.every((mark, index) => mark === grade.marks[index])) return grade;
  const levels = grade.levels.map((judged) => (judged.dimension === "coverage" ? (judgeCoverage({ marks }) ?? judged) : judged));
  // Who finds a point in the answer has said what it is about.
  const flags = marks.some((mark, index) => creditOf(mark) > creditOf(grade.marks[index] ?? mark))
    ? grade.flags.filter(({ id }) => id !== "off-topic" && id !== "another-question")
    : grade.flags;
  const found = { ...grade, flags, marks, levels };
  const score = cappedScore(kind, totalOf(marks, levels), found);
  return { ...found, score, band: bandOf(score), next: adviceOn({ ...found, kind, text: "" }) };
}

function corrected(mark: Mark, correction: Correction): Mark {
  const status = Object.hasOwn(correction, mark.id) ? correction[mark.id] : undefined;
  return status === undefined || status === mark.status ? mark : { ...mark, status, credit: undefined, reason: "Marked by you." };
}
