// Room: tests. How long one attempt takes until it is on the disk, by how many are there already.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "../../src/journal/journal.ts";
import { anAttempt } from "../support/attempts.ts";
import { type Row, spreadOf } from "./spread.ts";

const histories = [0, 100_000];
const measured = 200;
/** Many in one write: to fill a history is not what is measured. */
const batch = 5000;

/** The rows of the report, in milliseconds, the disk's own answer (fsync) included. */
export async function measureRecording(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const history of histories) {
    const folder = mkdtempSync(join(tmpdir(), "coach-record-"));
    try {
      const took = await timeAppends(folder, history);
      rows.push({
        name: `record an attempt after ${history.toLocaleString("en")}`,
        unit: "ms",
        spread: spreadOf(took.map(({ ours }) => ours)),
        aim: 0.3,
        note: `by hand ${spreadOf(took.map(({ bare }) => bare)).median.toFixed(2)}`,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

interface Took {
  readonly ours: number;
  /** A line of the same length written and synced by hand, right after: what the disk takes. */
  readonly bare: number;
}

async function timeAppends(folder: string, history: number): Promise<readonly Took[]> {
  for (let kept = 0; kept < history; kept += batch) await openJournal(folder).appendAll(Array.from({ length: batch }, () => anAttempt()));
  const journal = openJournal(folder);
  // The first makes the journal's file of this run.
  await journal.append(anAttempt());
  const took: Took[] = [];
  const file = openSync(join(folder, "by-hand.txt"), "a", 0o600);
  const line = `${JSON.stringify(anAttempt())}\n`;
  for (let index = 0; index < measured; index += 1) {
    const attempt = anAttempt();
    const from = performance.now();
    await journal.append(attempt);
    const then = performance.now();
    writeSync(file, line);
    fsyncSync(file);
    took.push({ ours: then - from, bare: performance.now() - then });
  }
  closeSync(file);
  return took;
}
