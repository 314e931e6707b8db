// Room: journal. Several files' records to one history: each once, in order of time, with what is missing. Pure.
import type { JournalEntry } from "../domain/attempt.ts";
import { instantOf } from "../domain/calendar.ts";
import type { Problem } from "../domain/problem.ts";
import { type Standings, withoutTakenBack } from "../domain/taken-back.ts";
import type { FileReading } from "./lines.ts";
import type { Stamp } from "./record.ts";
import { createTally } from "./tally.ts";

/** The history of a data folder, by time, then id: what stands, and apart from it what was taken back. */
export interface Reading extends Standings {
  readonly problems: readonly Problem[];
}

/** A record that is one of a history. */
export interface Stamped<E> {
  readonly entry: E;
  readonly stamp: Stamp;
}

/** Merges files, and parts what stands from what was taken back. */
export function mergeReadings(readings: readonly FileReading[]): Reading {
  const { entries, problems } = mergeFiles(readings);
  return { ...withoutTakenBack(entries), problems };
}

/** Merges files. The result does not depend on their order, nor on how often one of them is given. */
export function mergeFiles(readings: readonly FileReading[]): { readonly entries: readonly JournalEntry[]; readonly problems: readonly Problem[] } {
  const tally = createTally();
  for (const { file, records, damaged } of readings) {
    for (const { stamp } of records) tally.note(stamp, file);
    for (const stamp of damaged) tally.noteDamaged(stamp);
  }
  const entries = mergeRecords(readings.flatMap(({ records }) => records.filter((record) => record.type === "entry"))).map(({ entry }) => entry);
  return { entries, problems: [...readings.flatMap((reading) => reading.problems), ...tally.missing()] };
}

/** Each record once, by time, then id. */
export function mergeRecords<R extends Stamped<Pick<JournalEntry, "id" | "at">>>(records: Iterable<R>): readonly R[] {
  const byId = new Map<string, { readonly record: R; readonly instant: number }>();
  for (const record of records) {
    const candidate = { record, instant: instantOf(record.entry.at) };
    const known = byId.get(record.entry.id);
    if (!known || compareVersions(candidate, known) > 0) byId.set(record.entry.id, candidate);
  }
  return [...byId.values()].sort((a, b) => a.instant - b.instant || compareTexts(a.record.entry.id, b.record.entry.id)).map(({ record }) => record);
}

interface Candidate {
  readonly record: { readonly stamp: Stamp };
  readonly instant: number;
}

/** Of two records with one id the later stands; where they are of one moment, the stamp decides, so that every machine chooses the same. */
function compareVersions(a: Candidate, b: Candidate): number {
  return a.instant - b.instant || compareTexts(a.record.stamp.run, b.record.stamp.run) || a.record.stamp.seq - b.record.stamp.seq;
}

/** By code units, so that every machine sorts the same. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
