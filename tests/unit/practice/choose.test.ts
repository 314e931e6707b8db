import { describe, expect, test } from "vitest";
import { chanceFrom } from "../../../src/domain/chance.ts";
import type { Question } from "../../../src/domain/question.ts";
import { type Choice, chooseQuestions, noPast, type Past } from "../../../src/practice/choose.ts";
import { aQuestion } from "../../support/builders.ts";

const quick = ["a", "b", "c", "d"].map((id) => aQuestion({ kind: "choice", id, minutes: 1 }));
const long = ["w", "x", "y", "z"].map((id) => aQuestion({ kind: "open", id, minutes: 8 }));
const all: readonly Question[] = [...quick, ...long];
const usual: Choice = { count: 8, prefer: "new", alternate: false };

function chosen(choice: Partial<Choice>, past: Partial<Past> = {}, seed = 1): readonly string[] {
  return chooseQuestions(all, { ...usual, ...choice }, { past: { ...noPast, ...past }, chance: chanceFrom(seed) }).map((question) => question.id);
}

describe("a choice", () => {
  test("is the same for the same chance, and another for another", () => {
    expect(chosen({})).toEqual(chosen({}));
    expect(chosen({})).not.toEqual(chosen({}, {}, 2));
  });

  test("puts first what was never asked, then what went worst", () => {
    const scores = new Map([
      ["a", 0.9],
      ["b", 0.2],
      ["c", 0.5],
      ["d", 0.6],
      ["w", 1],
      ["x", 0.1],
    ]);
    const ids = chosen({}, { scores });
    expect(new Set(ids.slice(0, 2))).toEqual(new Set(["y", "z"]));
    expect(ids.slice(2)).toEqual(["x", "b", "c", "d", "a", "w"]);
  });

  test("for the weak leaves out what was never asked", () => {
    expect(
      chosen(
        { prefer: "weak" },
        {
          scores: new Map([
            ["a", 0.9],
            ["x", 0.1],
          ]),
        },
      ),
    ).toEqual(["x", "a"]);
  });

  test("for the new leaves out what was asked", () => {
    const scores = new Map(["a", "b", "c", "w", "x"].map((id) => [id, 0.5]));
    expect(new Set(chosen({ prefer: "only-new" }, { scores }))).toEqual(new Set(["d", "y", "z"]));
  });

  test("of what is due follows its urgency, leaves out the rest, and lets new ones take turns with it where that is asked for", () => {
    const known = { due: ["x", "elsewhere", "b", "w"], newLeft: 2, scores: new Map(["x", "b", "w", "a"].map((id) => [id, 0.5])) };
    expect(chosen({ prefer: "due" }, known)).toEqual(["x", "b", "w"]);
    const more = chosen({ prefer: "due", andNew: true }, known);
    expect(more.filter((id) => known.scores.has(id))).toEqual(["x", "b", "w"]);
    expect(more.map((id) => (known.scores.has(id) ? "due" : "new")).join(" ")).toBe("due new due new due");
    expect(chosen({ prefer: "due", count: 2 }, known)).toEqual(["x", "b"]);
  });

  test("puts the topics of neighbours apart, each question as early as that allows", () => {
    const inTopics = ["a/1", "a/2", "a/3", "b/1", "c/1"].map((id) => aQuestion({ kind: "choice", id, topic: id[0], minutes: 1 }));
    const past = { ...noPast, due: inTopics.map(({ id }) => id) };
    const ids = chooseQuestions(inTopics, { count: 5, prefer: "due", alternate: false }, { past, chance: chanceFrom(1) }).map(({ id }) => id);
    expect(ids).toEqual(["a/1", "b/1", "a/2", "c/1", "a/3"]);
  });

  test("keeps what was sure and wrong first, whatever its topic", () => {
    const inTopics = ["a/1", "a/2", "a/3", "b/1"].map((id) => aQuestion({ kind: "choice", id, topic: id[0], minutes: 1 }));
    const past = { ...noPast, due: inTopics.map(({ id }) => id), sureButWrong: new Set(["a/3", "a/2"]) };
    const ids = chooseQuestions(inTopics, { count: 4, prefer: "due", alternate: false }, { past, chance: chanceFrom(1) }).map(({ id }) => id);
    expect(ids).toEqual(["a/2", "a/3", "a/1", "b/1"]);
  });

  test("lets long and quick questions take turns", () => {
    const ids = chosen({ alternate: true });
    expect(ids.map((id) => (id < "e" ? "quick" : "long")).join(" ")).toBe("long quick long quick long quick long quick");
  });

  test("stops before it takes longer than the minutes, and fills them with what fits", () => {
    const ids = chosen({ alternate: true, minutes: 10 });
    expect(ids.filter((id) => id >= "e")).toHaveLength(1);
    expect(ids.filter((id) => id < "e")).toHaveLength(2);
  });

  test.each([false, true])("puts before all else what they were sure of and wrong about (in turns: %s)", (alternate) => {
    const scores = new Map(all.map((question) => [question.id, question.id === "a" ? 0 : 0.5]));
    const ids = chosen({ alternate, count: 3 }, { scores, sureButWrong: new Set(["c", "d"]) });
    expect(new Set(ids.slice(0, 2))).toEqual(new Set(["c", "d"]));
    expect(ids).toHaveLength(3);
  });
});
