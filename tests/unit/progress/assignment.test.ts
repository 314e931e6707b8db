import fc from "fast-check";
import { expect, test } from "vitest";
import { assignBest, type Worths } from "../../../src/progress/assignment.ts";

function sumOf(worths: Worths, chosen: readonly (number | undefined)[]): number {
  return chosen.reduce<number>((sum, thing, row) => sum + (thing === undefined ? 0 : (worths[row]?.[thing] ?? Number.NaN)), 0);
}

/** Every way there is, tried. */
function bestByTrying(worths: Worths, most: number, used: readonly number[] = []): number {
  const row = used.length;
  const [here] = worths.slice(row, row + 1);
  if (!here) return 0;
  const without = bestByTrying(worths, most, [...used, -1]);
  return here.reduce((best, worth, thing) => {
    if (used.filter((each) => each === thing).length >= most) return best;
    return Math.max(best, worth + bestByTrying(worths, most, [...used, thing]));
  }, without);
}

const tables = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 })), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

test("is worth as much as the best of all ways, and uses nothing too often", () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 3 }), (worths, most) => {
      const chosen = assignBest(worths, most);
      expect(chosen).toHaveLength(worths.length);
      expect(sumOf(worths, chosen)).toBe(bestByTrying(worths, most));
      for (const thing of chosen) expect(thing === undefined ? 0 : chosen.filter((each) => each === thing).length).toBeLessThanOrEqual(most);
    }),
    { numRuns: 400 },
  );
});

test("gives up the best of one row for the sake of the whole, which taking the best each time does not", () => {
  expect(
    assignBest(
      [
        [9, 8],
        [8, 1],
      ],
      1,
    ),
  ).toEqual([1, 0]);
});

test("what is worth nothing is not given", () => {
  expect(assignBest([[0], [3]], 2)).toEqual([undefined, 0]);
  expect(assignBest([[], []], 2)).toEqual([undefined, undefined]);
  expect(assignBest([], 2)).toEqual([]);
});

test("for a hundred questions and fifty stories each pair is looked at a few times, not once for each way to give them", () => {
  let looks = 0;
  const counted = (row: number[]): number[] => new Proxy(row, { get: (worths, column) => ((looks += 1), Reflect.get(worths, column) as unknown) });
  const worths = Array.from({ length: 100 }, (_, row) => counted(Array.from({ length: 50 }, (__, column) => ((row * 31 + column * 17) % 23) / 23)));
  expect(assignBest(worths, 2).filter((each) => each !== undefined)).toHaveLength(100);
  // It takes 41,000; to try out every way would take more than there are seconds.
  expect(looks).toBeLessThan(400_000);
});
