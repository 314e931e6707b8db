// Room: domain. What a newer reading of an answer moves against the mark that was kept.
import type { Attempt } from "./attempt.ts";
import type { Grade, Status } from "./grade.ts";
import { type Dimension, dimensions, type Level } from "./rubric.ts";

/** A mark as it was kept. */
export type KeptGrade = Pick<Attempt, "score" | "marks" | "levels" | "flags">;

/** What is otherwise now; empty lists where nothing is. */
export interface Move {
  /** 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly { readonly id: string; readonly text: string; readonly from: Status; readonly to: Status }[];
  /** Dimensions that had a level before and have another now. */
  readonly levels: readonly { readonly dimension: Dimension; readonly from: Level; readonly to: Level }[];
  readonly flagsGained: readonly string[];
  readonly flagsLost: readonly string[];
}

/** Far below what a screen shows, above the last binary digits. */
const still = 1e-6;

/** What moves between a kept mark and a grade of the same answer. */
export function moveBetween(kept: KeptGrade, grade: Grade): Move {
  const before = new Map(kept.marks.map((mark) => [mark.id, mark.status]));
  const flags = grade.flags.map((flag) => flag.id);
  return {
    from: kept.score,
    to: grade.score,
    marks: grade.marks.flatMap(({ id, text, status }) => {
      const from = before.get(id);
      return from === undefined || from === status ? [] : [{ id, text, from, to: status }];
    }),
    levels: dimensions.flatMap((dimension) => {
      const from = kept.levels[dimension];
      const to = grade.levels.find((judged) => judged.dimension === dimension)?.level;
      return from === undefined || to === undefined || from === to ? [] : [{ dimension, from, to }];
    }),
    flagsGained: flags.filter((flag) => !kept.flags.includes(flag)),
    flagsLost: kept.flags.filter((flag) => !flags.includes(flag)),
  };
}

/** True when anything a person could see has moved. */
export function hasMoved(move: Move): boolean {
  const { from, to, marks, levels, flagsGained, flagsLost } = move;
  return Math.abs(to - from) > still || [marks, levels, flagsGained, flagsLost].some((list) => list.length > 0);
}

/** True when a grade looks for the very things that the kept mark looked for: else the question is another one now. */
export function looksForTheSame(kept: Pick<KeptGrade, "marks">, grade: Pick<Grade, "marks">): boolean {
  const before = new Set(kept.marks.map((mark) => mark.id));
  return before.size === new Set(grade.marks.map((mark) => mark.id)).size && grade.marks.every((mark) => before.has(mark.id));
}
