// Room: journal. Which records of each run of the program were seen, so that a missing one shows. Pure.
import type { Problem } from "../domain/problem.ts";
import type { Stamp } from "./record.ts";

/** What a tally knows, as it is kept: runs by name, where each was first seen, and stamps read off damaged records. */
export interface TallyState {
  readonly runs: readonly (readonly [name: string, file: string, highest: number, seen?: readonly number[]])[];
  readonly damaged: readonly Stamp[];
}

export interface Tally {
  note(stamp: Stamp, file: string): void;
  noteDamaged(stamp: Stamp): void;
  /** A problem for each run of which records are neither there nor known to be damaged. */
  missing(): readonly Problem[];
  state(): TallyState;
}

interface Run {
  readonly file: string;
  highest: number;
  /** Undefined: all up to the highest, as in nearly every run. */
  seen: Set<number> | undefined;
}

/** A tally that goes on from a state. */
export function createTally(from: TallyState = { runs: [], damaged: [] }): Tally {
  const runs = new Map<string, Run>(from.runs.map(([name, file, highest, seen]) => [name, { file, highest, seen: seen && new Set(seen) }]));
  const damaged = [...from.damaged];
  return {
    note: ({ run: name, seq }, file) => {
      const run = runs.get(name) ?? { file, highest: 0, seen: undefined };
      runs.set(name, run);
      see(run, seq);
    },
    noteDamaged: (stamp) => damaged.push(stamp),
    missing: () => missingIn(runs, damaged),
    state: () => ({
      runs: [...runs].map(([name, { file, highest, seen }]) => (seen ? [name, file, highest, [...seen]] : [name, file, highest])),
      damaged,
    }),
  };
}

function see(run: Run, seq: number): void {
  if (!run.seen && seq > run.highest + 1) run.seen = new Set(Array.from({ length: run.highest }, (_, index) => index + 1));
  run.seen?.add(seq);
  run.highest = Math.max(run.highest, seq);
}

function missingIn(runs: ReadonlyMap<string, Run>, damaged: readonly Stamp[]): readonly Problem[] {
  const gaps = new Map([...runs].flatMap(([name, { file, highest, seen }]) => (seen ? [[name, { file, highest, seen: new Set(seen) }] as const] : [])));
  // A damaged number may be any number: it can fill a gap, but not make one.
  for (const { run, seq } of damaged) {
    const known = gaps.get(run);
    if (known && seq < known.highest) known.seen.add(seq);
  }
  return [...gaps].flatMap(([name, { file, highest, seen }]) => (seen.size < highest ? [tellMissing(name, file, highest - seen.size)] : []));
}

function tellMissing(name: string, file: string, missing: number): Problem {
  const what = missing === 1 ? "1 record is" : `${missing} records are`;
  return {
    rule: "journal-missing",
    severity: "warning",
    place: { file, line: 1, column: 1 },
    message: `${what} missing from the run ${name}`,
    advice: "If you have another copy of this file, put it into the same folder as journal-copy.jsonl.",
  };
}
