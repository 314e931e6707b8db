// Room: tests. Several ways to say one thing, and how near an answer comes to them.
import { describe, expect, test } from "vitest";
import { type Bag, bagOf, nearestWay, nearnessOf, shareOf } from "../../../src/language/bag.ts";
import { isFunctionWord } from "../../../src/language/common-words.ts";
import { joinPresences, meantWord, newVocabulary, presenceOf, type Vocabulary } from "../../../src/language/vocabulary.ts";
import { wordsOf } from "../../../src/language/words.ts";

const ways = ["half of the stores keep the old process as a control group", "forty matched stores do not get the alerts"];

function read(texts: readonly string[], heading?: string): { readonly bag: Bag; readonly vocabulary: Vocabulary; readonly near: (said: string) => number } {
  const vocabulary = newVocabulary();
  const wayOf = (text: string) => ({ text, words: wordsOf(text) });
  const weightOf = ({ text }: { readonly text: string }) => (isFunctionWord(text) ? 0.15 : 1);
  const bag = bagOf({ ways: texts.map(wayOf), heading: heading === undefined ? undefined : wayOf(heading) }, { vocabulary, weightOf });
  return {
    bag,
    vocabulary,
    near: (said) =>
      nearnessOf(
        bag,
        presenceOf(
          wordsOf(said).map((word) => meantWord(word, vocabulary)),
          vocabulary,
        ),
      ),
  };
}

describe("the nearness of a stretch", () => {
  const { near } = read(ways);

  test("is about 1 for a whole way, and more where ways are mixed", () => {
    expect(near(ways[0] ?? "")).toBeGreaterThan(0.9);
    expect(near("forty matched stores as a control group keep the old process")).toBeGreaterThan(near(ways[1] ?? ""));
  });

  test("is 0 without a word of it, and for a bag without words", () => {
    expect(near("lunch")).toBe(0);
    expect(read([]).near("lunch")).toBe(0);
  });

  test("grows with what is said of it", () => {
    expect(near("a control group")).toBeLessThan(near("a control group of matched stores"));
  });

  test("forgives endings, another order, a slip of spelling and American spelling", () => {
    const { near: nearTo } = read(["the replenishment programme was organised by forecasting demand"]);
    const right = nearTo("the replenishment programme was organised by forecasting demand");
    expect(nearTo("demand forecasts organized the replenishment program")).toBeGreaterThan(right * 0.8);
    expect(nearTo("the replenishmnet programme was organised by forecatsing demand")).toBeCloseTo(right);
  });

  test("takes a number in other words for the same, and another number for less", () => {
    const { near: nearTo } = read(["precision must be two percent"]);
    expect(nearTo("precision must be 2%")).toBeCloseTo(nearTo("precision must be two percent"));
    expect(nearTo("precision must be 9%")).toBeLessThan(nearTo("precision must be 2%"));
    expect(nearTo("precision must be 9%")).toBeGreaterThan(nearTo("precision must be"));
  });

  test("falls with the length of the stretch beyond fifteen words", () => {
    const said = "a control group of matched stores";
    expect(near(`${said}${" lunch".repeat(9)}`)).toBe(near(said));
    expect(near(`${said}${" lunch".repeat(40)}`)).toBeLessThan(near(said));
  });
});

test("a heading may come back too, and is the one way where there are no others", () => {
  const [with_, without] = [read(ways, "Compares with a holdout"), read(ways)];
  expect(with_.near("a holdout")).toBeGreaterThan(without.near("a holdout"));
  expect(with_.bag.usual).toBeCloseTo(without.bag.usual, 1);
  expect(read([], "Compares with a holdout").near("compare with a holdout")).toBeGreaterThan(0.9);
});

describe("the share of stretches together", () => {
  const { bag, vocabulary } = read(ways);
  const counted = (said: string, worth = 1) => ({ presence: presenceOf(wordsOf(said), vocabulary), worth });

  test("is all of it for all ways, and adds up over stretches", () => {
    expect(
      shareOf(
        bag,
        ways.map((way) => counted(way)),
      ),
    ).toBeCloseTo(1);
    expect(shareOf(bag, [counted(ways[0] ?? "")])).toBeLessThan(1);
    expect(shareOf(bag, [])).toBe(0);
  });

  test("counts a word as in the best place that it stands in", () => {
    const half = shareOf(bag, [counted("matched", 0.5)]);
    expect(shareOf(bag, [counted("matched", 0.5), counted("matched")])).toBeCloseTo(half * 2);
    expect(shareOf(bag, [counted("matched", 0.5), counted("matched", 0.25)])).toBeCloseTo(half);
  });
});

test("the nearest way is the one with most of its own words; none where nothing came back", () => {
  const { bag, vocabulary } = read(ways);
  const nearest = (said: string) => nearestWay(bag, presenceOf(wordsOf(said), vocabulary))?.text;
  expect(nearest("forty stores without alerts")).toBe(ways[1]);
  expect(nearest("the old process, as a control")).toBe(ways[0]);
  expect(nearest("lunch")).toBeUndefined();
});

test("two stretches joined have what either has", () => {
  const { bag, vocabulary } = read(ways);
  const [first, second] = ["matched stores", "a control group"].map((said) => presenceOf(wordsOf(said), vocabulary));
  if (!first || !second) throw new Error("no presence");
  const joined = joinPresences(first, second);
  expect(joined.words).toBe(5);
  expect(nearnessOf(bag, joined)).toBeCloseTo(nearnessOf(bag, presenceOf(wordsOf("matched stores a control group"), vocabulary)));
});

test("a word that is known is never taken for a slip of another", () => {
  const { vocabulary } = read(["the contract was signed", "the contrast was sharp"]);
  const [word] = wordsOf("contrast");
  expect(word && meantWord(word, vocabulary)).toBe(word);
});
