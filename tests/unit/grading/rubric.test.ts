// Room: tests. What holds for every dimension.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Judged } from "../../../src/domain/rubric.ts";
import { anchorOf } from "../../../src/grading/anchors.ts";
import { levelsOf } from "../../../src/grading/rubric.ts";
import type { Told } from "../../../src/grading/told.ts";
import { growthOf } from "../../support/growth.ts";
import { goodStory, toldOpen, toldRewrite, toldStar } from "./dimensions/telling.ts";
import { goodAnswer, openQuestion, otherAnswer } from "./fixtures.ts";

const words = `${goodAnswer} ${otherAnswer} ${Object.values(goodStory).join(" ")} um, I think we $1.2M from 9 % to 6 %`.split(" ");
const odd = ["\ud800", "\n\n", "...", "½", "一二三", "e\u0301", "'", "\u202e", "__proto__", "I’m", "İ", "1,1,1", "\0"];
const text = fc.array(fc.constantFrom(...words, ...odd), { maxLength: 80 }).map((all) => all.join(" "));
const question = { ...openQuestion, prompt: "Tell me about a time you were wrong." };
const told: fc.Arbitrary<Told> = fc.oneof(
  text.map((said) => toldOpen(said)),
  text.map((said) => toldOpen(said, { question, spokenSeconds: 60 })),
  text.map((said) => toldRewrite(said)),
  fc.tuple(text, text, text).map(([situation, action, result]) => toldStar({ situation, action, result })),
);

function isWell(judged: Judged, said: Told): void {
  expect(judged.anchor).toBe(anchorOf(judged.dimension, judged.level));
  expect(judged.next === undefined).toBe(judged.level === 5);
  expect(judged.next ?? "Nothing.").toMatch(/^\S.*[.?]$/);
  expect(new Set(judged.receipts.map(({ rule }) => rule)).size).toBe(judged.receipts.length);
  for (const { rule, reason, evidence } of judged.receipts) {
    expect(rule.startsWith(`${judged.dimension}.`)).toBe(true);
    expect(reason).toMatch(/^\S.*[.!?]$/);
    for (const { start, end } of evidence) expect(0 <= start && start < end && end <= said.text.length).toBe(true);
  }
}

describe("every judgement", () => {
  it("has its anchor, receipts within the answer, and a next step unless it is full", () => {
    fc.assert(
      fc.property(told, (said) => {
        for (const judged of levelsOf(said)) isWell(judged, said);
      }),
    );
  });

  it("is the same again", () => {
    fc.assert(
      fc.property(told, (said) => {
        expect(levelsOf(said)).toEqual(levelsOf({ ...said }));
      }),
      { numRuns: 30 },
    );
  });

  it("is not made of an empty answer", () => {
    for (const said of [toldOpen(""), toldOpen("", { question }), toldRewrite(" \n"), toldStar({})]) expect(levelsOf(said)).toEqual([]);
  });

  it.each([
    ["um, you know "],
    ["fell 9 % to 6 % "],
    ["from 9 % was. "],
    ["We did. "],
    ["Marta from finance chose "],
    ["if not the "],
    ["uuuhhhmm"],
    ["I would "],
    ["no end"],
  ])("takes time in a straight line with: %s", (piece) => {
    const judge = (action: string) => {
      const said = toldStar({ action });
      return levelsOf(said);
    };
    expect(growthOf(judge, piece)).toBeLessThan(48);
  });
});
