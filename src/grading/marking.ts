// Room: grading. What marking a kind gives, and how marks become a score. Pure.
import type { AnswerBody } from "../domain/answer.ts";
import type { Case } from "../domain/case.ts";
import type { Grade, Mark, Status } from "../domain/grade.ts";
import type { Kind, Question } from "../domain/question.ts";

/** A case and an answer to it of the same kind. */
export interface Asked<K extends Kind> {
  readonly kind: K;
  readonly asked: Case;
  readonly question: Extract<Question, { readonly kind: K }>;
  readonly body: Extract<AnswerBody, { readonly kind: K }>;
  /** How long it took to say, where it was spoken. */
  readonly spokenSeconds: number | undefined;
}

/** A case of a kind that is answered in sentences. */
export type AskedInSentences = Asked<"open"> | Asked<"star"> | Asked<"rewrite">;

/** What one kind's rules found. `share` is the score before any cap, 0 to 1. */
export interface Marking extends Omit<Grade, "score" | "band" | "rules"> {
  readonly share: number;
}

/** What an exact kind found: it knows no pitfalls and no flags. */
export function exactMarking(found: Pick<Marking, "share" | "marks" | "workings" | "next">): Marking {
  return { ...found, pitfalls: [], flags: [], levels: [] };
}

/** What a status counts, 0 to 1. */
export const worth = { found: 1, partly: 0.5, "not-found": 0 } as const satisfies Record<Status, number>;

/** Share of the weights that was found, 0 to 1. 0 when nothing has weight. */
export function weightedShare(marks: readonly Pick<Mark, "weight" | "credit" | "status">[]): number {
  const total = marks.reduce((sum, mark) => sum + weightOf(mark), 0);
  return total === 0 ? 0 : marks.reduce((sum, mark) => sum + weightOf(mark) * creditOf(mark), 0) / total;
}

/** What a mark counts, 0 to 1. */
export function creditOf(mark: Pick<Mark, "credit" | "status">): number {
  return mark.credit ?? worth[mark.status];
}

/** A weight that can be added up: what is negative or no number counts nothing. */
export function weightOf(mark: Pick<Mark, "weight">): number {
  return Number.isFinite(mark.weight) && mark.weight > 0 ? mark.weight : 0;
}

/** What would add most to the share if it were said; undefined when nothing would. */
export function mostMissed(marks: readonly Mark[]): Mark | undefined {
  const lost = (mark: Mark): number => weightOf(mark) * (1 - creditOf(mark));
  const most = marks.reduce((best, mark) => Math.max(best, lost(mark)), 0);
  return most === 0 ? undefined : marks.find((mark) => lost(mark) === most);
}

/** The most that an answer with a pitfall may score. In a rewrite the pitfall is what was to be taken out. */
const pitfallCap = { open: 0.9, star: 0.9, rewrite: 0.6 } as const;

/** The most that an answer of this kind may score with these pitfalls; 1 without any. */
export function ceilingOf(kind: Kind, pitfalls: Grade["pitfalls"]): number {
  const isDiscussed = kind === "open" || kind === "star" || kind === "rewrite";
  return isDiscussed && pitfalls.length > 0 ? pitfallCap[kind] : 1;
}

/** The share under every cap that applies: flags and pitfalls never take points away, they limit what can be had. */
export function cappedScore(kind: Kind, share: number, found: Pick<Grade, "pitfalls" | "flags">): number {
  const most = found.flags.reduce((least, { cap }) => Math.min(least, cap), ceilingOf(kind, found.pitfalls));
  return Math.max(0, Math.min(share, most));
}
