// Room: tests. Every story prompt of the library, given model answers to other questions: `npm run bench:others` gives it all of them.
import { expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../src/domain/chance.ts";
import { areNear, overIn, pairsOf } from "../support/others.ts";

/** Of the answers to questions that have nothing in common with the prompt, in all. */
const drawnOfOthers = 1000;

test(
  "the answers to all other stories and to what is near get at most 25, at every prompt for a story; so do a thousand of the others",
  { timeout: 1_800_000 },
  () => {
    const pairs = pairsOf(["star"]);
    expect(pairs.length).toBeGreaterThan(17_000);
    const near = pairs.filter(areNear);
    expect(near.length).toBeGreaterThan(4000);
    const others = shuffle(
      pairs.filter((pair) => !areNear(pair)),
      chanceFrom(1),
    );
    expect(overIn([...near, ...others.slice(0, drawnOfOthers)])).toEqual([]);
  },
);
