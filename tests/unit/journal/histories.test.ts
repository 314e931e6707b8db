// Room: tests. Any history of answers, kills, faults, merges, repairs, backups and clocks ends with every acknowledged record once.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Event, faultsAtEnd, openWorld, play } from "./histories.ts";

/** Seconds of trying; `COACH_HISTORIES=1200` asks for a longer run. */
const seconds = Number(process.env["COACH_HISTORIES"] ?? "8");

const event: fc.Arbitrary<Event> = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("answer" as const, "answer at length" as const, "several at once" as const) },
    { weight: 6, arbitrary: fc.constantFrom("merge" as const, "repair" as const, "restore" as const, "back up" as const, "torn" as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...(["correct", "take back", "redo", "line ends", "byte order mark", "nuls", "conflict copy", "merge file", "sync"] as const),
        ...(["daily", "lose all", "same device", "new start", "clock"] as const),
      ),
    },
  ),
  machine: fc.nat(2),
  other: fc.nat(30),
  mishap: fc.constantFrom("killed", "killed", "killed", "meanwhile", "meanwhile", "meanwhile", "short", "EIO", "ENOSPC", "EINTR"),
  at: fc.oneof(fc.constant(0), fc.nat(15), fc.nat(40)),
  share: fc.nat(100).map((percent) => percent / 100),
});

test("any history ends with every acknowledged record there once, and clean after a repair", { timeout: (seconds + 60) * 1000 }, async () => {
  const root = fs.mkdtempSync(path.join(tmpdir(), "coach-histories-"));
  let tried = 0;
  const property = fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 40, size: "max" }), async (events) => {
    const folder = path.join(root, String((tried += 1)));
    const world = openWorld(folder);
    try {
      for (const each of events) await play(world, each);
      expect(await faultsAtEnd(world)).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
  try {
    await fc.assert(property, { numRuns: 10_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false });
    expect(tried).toBeGreaterThan(0);
    if (process.env["COACH_HISTORIES"] !== undefined) process.stdout.write(`${tried} histories\n`);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
});
