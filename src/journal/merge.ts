// Room: journal. Several files' records to one history: each once, in order of time, with what is missing. Pure.
import type { JournalEntry } from "../domain/attempt.ts";
import { instantOf } from "../domain/calendar.ts";
import type { Problem } from "../domain/problem.ts";
import { type Standings, withoutTakenBack } from "../domain/taken-back.ts";
import type { FileReading } from "./lines.ts";
import type { Stamp } from "./record.ts";

/** The history of a data folder, by time, then id: what stands, and apart from it what was taken back. */
export interface Reading extends Standings {
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly entry: JournalEntry;
  readonly stamp: Stamp;
  readonly instant: number;
}

/** Merges files. The result does not depend on their order, nor on how often one of them is given. */
export function mergeReadings(readings: readonly FileReading[]): Reading {
  const byId = new Map<string, Candidate>();
  for (const reading of readings) {
    for (const record of reading.records) {
      if (record.type !== "entry") continue;
      const candidate = { entry: record.entry, stamp: record.stamp, instant: instantOf(record.entry.at) };
      const known = byId.get(record.entry.id);
      if (!known || compareVersions(candidate, known) > 0) byId.set(record.entry.id, candidate);
    }
  }
  const entries = [...byId.values()].toSorted(compareMoments).map((candidate) => candidate.entry);
  return { ...withoutTakenBack(entries), problems: [...readings.flatMap((reading) => reading.problems), ...findMissing(readings)] };
}

function compareMoments(a: Candidate, b: Candidate): number {
  return a.instant - b.instant || compareTexts(a.entry.id, b.entry.id);
}

/** Of two records with one id the later stands; where they are of one moment, the stamp decides, so that every machine chooses the same. */
function compareVersions(a: Candidate, b: Candidate): number {
  return a.instant - b.instant || compareTexts(a.stamp.run, b.stamp.run) || a.stamp.seq - b.stamp.seq;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Run {
  readonly file: string;
  readonly seen: Set<number>;
  highest: number;
}

/** Records that are neither there nor known to be damaged, told by the gaps in each run's numbers. */
function findMissing(readings: readonly FileReading[]): readonly Problem[] {
  const runs = new Map<string, Run>();
  for (const reading of readings) {
    for (const record of reading.records) note(record.stamp, reading.file, runs);
  }
  // A damaged number may be any number: it can fill a gap, but not make one.
  for (const { run, seq } of readings.flatMap((reading) => reading.damaged)) {
    const known = runs.get(run);
    if (known && seq < known.highest) known.seen.add(seq);
  }
  return [...runs].flatMap(([name, run]) => (run.seen.size < run.highest ? [tellMissing(name, run)] : []));
}

function note(stamp: Stamp, file: string, runs: Map<string, Run>): void {
  const run = runs.get(stamp.run) ?? { file, seen: new Set<number>(), highest: 0 };
  runs.set(stamp.run, run);
  run.seen.add(stamp.seq);
  run.highest = Math.max(run.highest, stamp.seq);
}

function tellMissing(name: string, run: Run): Problem {
  const missing = run.highest - run.seen.size;
  const what = missing === 1 ? "1 record is" : `${missing} records are`;
  return {
    rule: "journal-missing",
    severity: "warning",
    place: { file: run.file, line: 1, column: 1 },
    message: `${what} missing from the run ${name}`,
    advice: "If you have another copy of this file, put it into the same folder as journal-copy.jsonl.",
  };
}
