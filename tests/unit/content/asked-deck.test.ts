import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedDeckHead, askedDeckId, askedId, askedQuestion } from "../../../src/content/asked-deck.ts";
import { parseDeck } from "../../../src/content/deck.ts";
import { aLoop } from "../../support/builders.ts";
import { fileOf, told } from "../../support/decks.ts";

const loop = aLoop();

function deckOf(texts: readonly string[]) {
  const taken = new Set<string>();
  const questions = texts.map((text) => {
    const id = askedId(text, taken);
    taken.add(id);
    return askedQuestion({ id, text, round: "case-study", day: "2026-12-04" });
  });
  return parseDeck(fileOf(askedDeckHead(loop) + questions.join(""), `${askedDeckId(loop)}.md`));
}

describe("the deck of what was asked", () => {
  test("has a story where one was asked for, and an open question otherwise", () => {
    const { value, problems } = deckOf(["Tell me about a time you were wrong.", "How would you price pickup?"]);
    expect(told(problems)).toEqual([]);
    expect(value?.questions.map(({ id, kind, prompt, round }) => [id, kind, prompt, round])).toEqual([
      ["walmart/ai-pm/asked/tell-me-about-a-time-you-were-wrong", "star", "Tell me about a time you were wrong.", "case-study"],
      ["walmart/ai-pm/asked/how-would-you-price-pickup", "open", "How would you price pickup?", "case-study"],
    ]);
  });

  test("keeps questions of the same words apart", () => {
    expect(deckOf(["Why us?", "Why us?"]).value?.questions.map(({ id }) => id)).toEqual(["walmart/ai-pm/asked/why-us", "walmart/ai-pm/asked/why-us-2"]);
  });

  test("belongs to no company without a loop", () => {
    const { value, problems } = parseDeck(fileOf(askedDeckHead(undefined) + askedQuestion({ id: "why", text: "Why?", round: undefined, day: "2026-12-04" })));
    expect([told(problems), value?.company]).toEqual([[], undefined]);
    expect(askedDeckId(undefined)).toBe("general/asked/asked");
  });

  test.each([
    "# a heading",
    "- a list",
    "Answer: 5",
    "Hint: x",
    "1. one",
    "```",
    "<!-- x",
    "{{blank}}",
    "`id: x`",
    "---",
    "> quoted",
    "- [x] right",
    "Why: because",
    "***",
  ])("reads %s as what was said", (text) => {
    const { value, problems } = deckOf([text, "How would you price pickup?"]);
    expect([told(problems), value?.questions.map(({ kind }) => kind)]).toEqual([[], ["open", "open"]]);
  });

  test("is sound whatever was asked", () => {
    const said = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc
        .array(fc.constantFrom("#", "-", "`", "Answer:", "Tell me about", "a time when", "1.", "\n", "###", "Key points", "[x]", "|", "*", "—", "{{", "x"), {
          minLength: 1,
        })
        .map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), (texts) => {
        const { value, problems } = deckOf(texts);
        expect([told(problems), value?.questions.length]).toEqual([[], texts.length]);
      }),
      { numRuns: 300 },
    );
  });
});
