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

  test("begins by saying whose it is, where its questions come from, and how to make it better", () => {
    expect(askedDeckHead(loop)).toBe(`---
title: Asked in real rounds at ${loop.company}
company: ${loop.company}
role: ${loop.role}
topic: asked in real rounds
difficulty: 3
source: REAL-ROUND
---

What you were asked and nobody had foreseen, added by \`coach debrief\`. The key points are general: put your own in their place, and a model
answer that you would give now. \`coach decks lint\` with this file's path checks it.
`);
  });

  test("has the words of a question as its heading, seventy letters at most, cut between words", () => {
    const titleOf = (text: string) => /^## (.*)$/m.exec(askedQuestion({ id: "q", text, round: undefined, day: "2026-12-04" }))?.[1];
    const seventy = `${"word ".repeat(13)}12345`;
    expect(seventy).toHaveLength(70);
    expect([titleOf("Why  *us*?"), titleOf("#"), titleOf(seventy), titleOf(`${seventy}6`), titleOf("x".repeat(71))]).toEqual([
      "Why us ?",
      "Asked",
      seventy,
      `${"word ".repeat(13).trim()} …`,
      `${"x".repeat(70)} …`,
    ]);
  });

  test("says its settings, what was asked, and on which day", () => {
    const lines = (text: string, round?: string) => askedQuestion({ id: "q", text, round, day: "2026-12-04" }).split("\n").slice(3, 8);
    expect(lines("Why us?")).toEqual(["`id: q`", "", "Why us?", "", "Why: You were asked this on 2026-12-04."]);
    expect(lines("Why  <b>`us`?", "panel")).toEqual(["`id: q` `round: panel`", "", "Why b us ?", "", "Why: You were asked this on 2026-12-04."]);
    expect(["#1?", "Answer: 5", "12. one", "We had 2. Why?", "Is it: so?"].map((text) => lines(text)[2])).toEqual([
      "They asked: #1?",
      "They asked: Answer: 5",
      "They asked: 12. one",
      "We had 2. Why?",
      "Is it: so?",
    ]);
  });

  test("keeps two thousand letters of a question", () => {
    expect(askedQuestion({ id: "q", text: "x".repeat(3000), round: undefined, day: "2026-12-04" }).split("\n")[5]).toBe("x".repeat(2000));
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
