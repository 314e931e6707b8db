// Room: tests. The two ends of every rubric of the library: its own model answer, and the model answers to all other questions. Stories have a file of their own, to run beside this one.
import { expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../src/domain/chance.ts";
import { scoreOf, withoutModels } from "../support/gate.ts";
import { overIn, pairsOf } from "../support/others.ts";

test("its own model answer scores 85 and more, at every question", () => {
  const own = withoutModels.map(({ question, model }) => ({ id: question.id, score: scoreOf({ name: question.id, question, said: model }) }));
  expect(own.length).toBeGreaterThan(200);
  expect(own.filter(({ score }) => score < 0.85).map(({ id, score }) => `${score.toFixed(2)} ${id}`)).toEqual([]);
});

const pairs = pairsOf(["open", "rewrite"]);
const left = pairs.filter(({ isDecided }) => !isDecided);

test("the answer to any other question gets at most 25, at every open question and every rewrite", { timeout: 1_800_000 }, () => {
  expect(pairs.length).toBeGreaterThan(60_000);
  expect(left.length).toBeGreaterThan(5000);
  expect(overIn(left)).toEqual([]);
});

test("so do those that are not marked above, for too few words in common: two hundred drawn of them", { timeout: 60_000 }, () => {
  const drawn = shuffle(
    pairs.filter(({ isDecided }) => isDecided),
    chanceFrom(1),
  ).slice(0, 200);
  expect(overIn(drawn)).toEqual([]);
});
