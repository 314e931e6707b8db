// Room: progress. What was made of each question, by its row: arrays of numbers, since of a long history an object each is most of what counting takes. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import type { Names } from "../domain/names.ts";
import type { Outline } from "../domain/outline.ts";
import { type Kind, kinds } from "../domain/question.ts";
import { isPaced, type Paced } from "./time.ts";

/** By row of the question: answers that count, and how the latest went. */
export interface Tries {
  readonly questions: Names;
  /** 0 for a question that none of the answers is to. */
  readonly answers: Uint32Array;
  /** Of the latest answer. */
  readonly scores: Float64Array;
  /** Of the latest answer; 0 where they did not say. */
  readonly confidences: Uint8Array;
  /** Of the latest answer: its number among all kinds. */
  readonly kinds: Uint8Array;
  /** Answers in sentences, and the seconds that they took. */
  readonly paced: Uint32Array;
  readonly pacedSeconds: Float64Array;
}

/** An answer that counts, with the score that stands. */
export type Try = Pick<AttemptHead, "kind" | "confidence" | "seconds" | "score">;

export function noTries(questions: Names): Tries {
  const { count } = questions;
  return {
    questions,
    answers: new Uint32Array(count),
    scores: new Float64Array(count),
    confidences: new Uint8Array(count),
    kinds: new Uint8Array(count),
    paced: new Uint32Array(count),
    pacedSeconds: new Float64Array(count),
  };
}

/** Notes the next answer to a question. */
export function noteTry(tries: Tries, row: number, { kind, confidence, seconds, score }: Try): void {
  (tries.answers[row] as number) += 1;
  tries.scores[row] = score;
  tries.confidences[row] = confidence ?? 0;
  tries.kinds[row] = numberOf[kind];
  if (!isPaced({ kind, seconds })) return;
  (tries.paced[row] as number) += 1;
  (tries.pacedSeconds[row] as number) += seconds;
}

const numberOf = Object.fromEntries(kinds.map((kind, index) => [kind, index])) as Readonly<Record<Kind, number>>;

/** The rows of questions that were tried, in the order in which they first were. */
export function triedIn({ answers }: Tries): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < answers.length; row += 1) if (answers[row] !== 0) rows.push(row);
  return rows;
}

export function kindAt({ kinds: numbers }: Tries, row: number): Kind {
  return kinds[numbers[row] ?? 0] as Kind;
}

/** What the library says of questions that were tried. */
export interface Known {
  /** By row; 0 for a question that is gone, or has none. */
  readonly minutes: Float64Array;
  readonly competencies: readonly string[];
  /** By row: the numbers of its competencies; nothing for a question that is gone. */
  readonly of: readonly (readonly number[] | undefined)[];
}

/** Looks up what was tried in the outlines of a library. */
export function knownIn(questions: Names, outlines: Iterable<Outline>): Known {
  const numbers = new Map<string, number>();
  const minutes = new Float64Array(questions.count);
  const of = Array.from<readonly number[] | undefined>({ length: questions.count });
  for (const outline of outlines) noteOutline(outline, { questions, numbers, minutes, of });
  return { minutes, competencies: [...numbers.keys()], of };
}

interface Noting {
  readonly questions: Names;
  /** Of competencies, in the order in which they are met. */
  readonly numbers: Map<string, number>;
  readonly minutes: Float64Array;
  readonly of: (readonly number[] | undefined)[];
}

function noteOutline(outline: Outline, { questions, numbers, minutes, of }: Noting): void {
  const { ids, ends } = outline;
  const sets = outline.sets.map((names) => names.map((name) => numberIn(numbers, name)));
  let from = 0;
  for (let index = 0; index < ends.length; index += 1) {
    const to = ends[index] as number;
    const row = questions.find(ids, from, to);
    from = to;
    if (row === -1) continue;
    minutes[row] = outline.minutes[index] as number;
    of[row] = sets[outline.set[index] as number];
  }
}

function numberIn(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

/** Answers in sentences to questions that have minutes. */
export function pacedIn({ paced, pacedSeconds }: Tries, { minutes }: Known): Paced {
  const sums: Paced = { answers: 0, taken: 0 };
  for (let row = 0; row < paced.length; row += 1) {
    const [answers, own] = [paced[row] as number, minutes[row] as number];
    if (answers === 0 || own <= 0) continue;
    sums.answers += answers;
    sums.taken += (pacedSeconds[row] as number) / (own * 60);
  }
  return sums;
}
