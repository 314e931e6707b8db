// Room: tests. What tells a sentence said again from sentences that are alike.
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../../../src/grading/flags/read.ts";
import { repeated } from "../../../../src/grading/flags/repeated.ts";

const flagOf = (text: string) => repeated(readAnswer(text, {}));
const shownIn = (text: string) => flagOf(text)?.evidence?.map(({ start, end }) => text.slice(start, end));

describe("an answer that repeats itself", () => {
  test("has eight words at least", () => {
    expect(flagOf("sell old fish sell old fish sell")).toBeUndefined();
    expect(flagOf("sell old fish now sell old fish now")?.reason).toBe("The same sentence stands there again and again.");
  });

  test("is none where other things are said in the same small words", () => {
    expect(flagOf("it is in the shelf it is in the truck it is in the depot")).toBeUndefined();
  });

  test("is none where the same words stand in other company", () => {
    expect(flagOf("fish truck fish store fish depot fish shelf")).toBeUndefined();
  });

  test("is shown by its longest stretch that stood there before", () => {
    expect(shownIn("ask the buyers first. count every empty shelf by hand. ask the buyers first. then count every empty shelf by hand.")).toEqual([
      "count every empty shelf by hand",
    ]);
  });

  test("is counted from the second time on, runs that overlap apart", () => {
    expect(shownIn("fish fish fish fish fish fish fish fish")).toEqual(["fish fish fish fish fish"]);
    expect(shownIn("so fish fish fish fish fish fish fish")).toEqual(["fish fish fish fish"]);
  });
});
