// Room: tests. Ownership: "I" against "we", partners, decisions.
import { describe, expect, it, test } from "vitest";
import { judgeOwnership } from "../../../../src/grading/dimensions/ownership.ts";
import { partnersIn } from "../../../../src/grading/dimensions/partners.ts";
import { openQuestion, rewriteQuestion } from "../fixtures.ts";
import { goodStory, receiptOf, toldOpen, toldRewrite, toldStar, unmetOf, wordsAt } from "./telling.ts";

const judge = (action: string) => judgeOwnership(toldStar({ action }));

describe("ownership", () => {
  it("is full where it is clear who did and decided what", () => {
    const judged = judgeOwnership(toldStar(goodStory));
    expect(judged?.level).toBe(5);
    expect(unmetOf(judged)).toEqual([]);
  });

  it.each([
    [1, "Things improved. There was a new process for orders."],
    [2, "We looked at the problem. We then built a model. We rolled it out."],
    [2, "I was there. We looked at it. We then built a model. We rolled it out."],
    [3, "I looked at the problem and built a model for it."],
    [4, "I looked at the problem with finance."],
    [4, "I looked at the problem and decided to build a model."],
    [5, "I decided to build a model. Finance checked my numbers."],
    [3, "I decided to build it with Marta. We met. We built it."],
  ])("is at level %i for: %s", (level, action) => {
    expect(judge(action)?.level).toBe(level);
  });

  it('counts "we" without an owner, with its lines', () => {
    const told = toldStar({ action: "We met every week. We and finance agreed on a date. I wrote the plan, and we all signed it. Then we shipped." });
    const judged = judgeOwnership(told);
    const receipt = receiptOf(judged, "ownership.we");
    expect(receipt?.reason).toBe('"We" without an owner in 2 sentences.');
    expect(wordsAt(told, receipt)).toEqual(["We met every week.", "Then we shipped."]);
    expect(judged?.next).toBe('Put an owner to each "we": "I" for your part, a name or a team for theirs.');
  });

  it('lets "we" stand in the Situation', () => {
    const told = toldStar({
      situation: "We sold fish. We threw much away. Our stores were many.",
      action: "I decided to fix the sheet, and Marta from supply chain chose the depots.",
    });
    expect(judgeOwnership(told)?.level).toBe(5);
  });

  it("reads notes that leave the I out", () => {
    expect(judge("Traced the cause by hand. Told finance.")?.level).toBe(4);
    expect(judge("Traced the cause by hand. Dana in the warehouse changed the export.")?.level).toBe(5);
  });

  it("names what is missing: partner, decision", () => {
    expect(receiptOf(judge("I looked at it."), "ownership.partner")?.reason).toBe("Nobody else is named: no person, no team.");
    expect(judge("I looked at it.")?.next).toBe("Name one partner, by name or by team, and what they did.");
    expect(receiptOf(judge("I talked to finance. Finance was sceptical."), "ownership.shared")?.isMet).toBe(false);
    expect(judge("I looked at it with Marta.")?.next).toBe("Name the one decision that was yours, and what you turned down for it.");
  });

  it("is judged only where a story about oneself is asked for", () => {
    const text = "I decided to ask finance.";
    expect(judgeOwnership(toldOpen(text))).toBeUndefined();
    expect(judgeOwnership(toldOpen(text, { question: { ...openQuestion, prompt: "Tell me about a time you were wrong." } }))?.level).toBe(5);
    expect(judgeOwnership(toldRewrite(text))).toBeUndefined();
    expect(judgeOwnership(toldRewrite(text, { question: { ...rewriteQuestion, weak: "I single-handedly built it all. It was mine." } }))).toBeUndefined();
    expect(judgeOwnership(toldRewrite(text, { question: { ...rewriteQuestion, weak: "I led the whole project." } }))?.level).toBe(5);
    expect(judgeOwnership(toldStar({}))).toBeUndefined();
  });
});

describe("partners", () => {
  const named = (text: string) => partnersIn(text, 0).map(({ start, end }) => text.slice(start, end));

  test.each([
    ["a name within a sentence", "then I asked Ruth for help", ["Ruth"]],
    ["a name at its start", "Marta from supply chain chose", ["Marta", "supply chain"]],
    ["a name with an accent", "I met Zoë there", ["Zoë"]],
    ["a team", "the finance team signed", ["finance team"]],
    ["a role", "my manager and two engineers agreed", ["manager", "engineers"]],
  ])("are found by %s", (_, text, expected) => {
    expect(named(text).toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    "In March we met on a Monday",
    "we used Python and Excel",
    "The team was happy, and all stakeholders agreed",
    "Everyone liked it",
    "I asked the AI and the API",
  ])("are none in: %s", (text) => {
    expect(named(text)).toEqual([]);
  });
});
