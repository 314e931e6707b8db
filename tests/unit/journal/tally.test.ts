// Room: tests. What is missing of each run is what no file holds and no damaged line explains, in whatever order and in however many sittings it is counted.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTally, type Tally, type TallyState } from "../../../src/journal/tally.ts";

interface Noted {
  readonly run: string;
  readonly seq: number;
  readonly isDamaged: boolean;
}

function count(tally: Tally, all: readonly Noted[]): Tally {
  for (const { run, seq, isDamaged } of all) {
    if (isDamaged) tally.noteDamaged({ run, seq });
    else tally.note({ run, seq }, `journal-${run}.jsonl`);
  }
  return tally;
}

const told = (tally: Tally): readonly string[] => tally.missing().map(({ place, message }) => `${place.file}: ${message}`);

/** Counted as a person would: the numbers up to the highest that stands whole, less those that stand anywhere. */
function expected(all: readonly Noted[]): readonly string[] {
  const whole = all.filter(({ isDamaged }) => !isDamaged);
  return [...new Set(whole.map(({ run }) => run))].flatMap((run) => {
    const highest = Math.max(...whole.filter((each) => each.run === run).map(({ seq }) => seq));
    const there = new Set(all.filter((each) => each.run === run && each.seq <= highest).map(({ seq }) => seq));
    const missing = highest - there.size;
    if (missing === 0) return [];
    return [`journal-${run}.jsonl: ${missing === 1 ? "1 record is" : `${missing} records are`} missing from the run ${run}`];
  });
}

const noted = fc.record({ run: fc.constantFrom("a", "b"), seq: fc.integer({ min: 1, max: 9 }), isDamaged: fc.boolean() });

test("any notes tell what is missing, counted at once or gone on with from what was kept", () => {
  fc.assert(
    fc.property(fc.array(noted, { maxLength: 24 }), fc.nat(24), (all, at) => {
      expect(told(count(createTally(), all))).toEqual(expected(all));
      const kept = JSON.parse(JSON.stringify(count(createTally(), all.slice(0, at)).state())) as TallyState;
      expect(told(count(createTally(kept), all.slice(at)))).toEqual(expected(all));
    }),
  );
});

test("a run without a gap is kept as its highest number alone, however long it is", () => {
  const tally = createTally();
  expect(tally.state()).toEqual({ runs: [], damaged: [] });
  for (const seq of [1, 2, 3, 2, 1, 4]) tally.note({ run: "a", seq }, "journal-a.jsonl");
  expect(tally.state()).toEqual({ runs: [["a", "journal-a.jsonl", 4]], damaged: [] });
  expect(tally.missing()).toEqual([]);
});

test("what is missing is told of the file where its run was first seen, with what to do", () => {
  const tally = createTally();
  tally.note({ run: "a", seq: 1 }, "journal-a.jsonl");
  tally.note({ run: "a", seq: 4 }, "journal-b.jsonl");
  expect(tally.missing()).toEqual([
    {
      rule: "journal-missing",
      severity: "warning",
      place: { file: "journal-a.jsonl", line: 1, column: 1 },
      message: "2 records are missing from the run a",
      advice: "If you have another copy of this file, put it into the same folder as journal-copy.jsonl.",
    },
  ]);
});
