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
    [3, "It went as in my plan."],
    [4, "I looked at the problem with finance."],
    [4, "I looked at the problem and decided to build a model."],
    [5, "I decided to build a model. Finance checked my numbers."],
    [3, "I decided to build it with Marta. We met. We built it."],
  ])("is at level %i for: %s", (level, action) => {
    expect(judge(action)?.level).toBe(level);
  });

  const reasonsOf = (action: string) => judge(action)?.receipts.map(({ reason }) => reason);

  it("says of each rule what it found", () => {
    expect(reasonsOf("Things improved.")).toEqual([
      'There is no "I" in it.',
      'No "we" without an owner.',
      "Nobody else is named: no person, no team.",
      "It stays open what was yours to decide.",
      "It does not say what anybody else did.",
    ]);
    expect(reasonsOf("I decided to build it. Marta from finance chose the depots. We met.")).toEqual([
      "It says what you did.",
      '"We" without an owner in 1 sentence only.',
      "A partner is named.",
      "It is clear what was yours to decide.",
      "It says what somebody else did.",
    ]);
    expect(reasonsOf("We met. We shipped.")?.[1]).toBe('"We" throughout: what was yours cannot be told.');
    expect(judge("Things improved.")?.next).toBe('Say "I" where it was you: what you did, first to last.');
  });

  it('lets half as many sentences say "we" alone as say "I"', () => {
    const isMet = (action: string) => receiptOf(judge(action), "ownership.we")?.isMet;
    expect(isMet("I asked. I wrote. I drew. I sent. We met. We shipped.")).toBe(true);
    expect(isMet("I asked. I wrote. I drew. We met. We shipped.")).toBe(false);
  });

  it('stays at level 3 only where "we" outweighs "I"', () => {
    expect(judge("I decided to ask Marta. We met.")?.level).toBe(5);
  });

  it("shows the first words of what counts", () => {
    const shown = (rule: string, action: string) => {
      const told = toldStar({ action });
      return wordsAt(told, receiptOf(judgeOwnership(told), `ownership.${rule}`));
    };
    expect(shown("mine", "I asked. I wrote.")).toEqual(["I asked."]);
    expect(shown("decision", "I decided it. I chose it. I refused it.")).toEqual(["I decided it.", "I chose it."]);
    expect(shown("shared", "Marta asked. Finance agreed. Ruth from legal wrote. Then Tom called.")).toEqual(["Finance agreed.", "Ruth from legal wrote."]);
    expect(shown("partner", "I wrote to Marta.")).toEqual(["Marta"]);
    expect(shown("partner", "It rained. We wrote. We met.")).toEqual(["We wrote."]);
    expect(shown("partner", "It rained.")).toEqual([]);
  });

  it("takes for a partner's deed what follows soon after the name", () => {
    const isShared = (action: string) => receiptOf(judge(action), "ownership.shared")?.isMet;
    expect(isShared("In the end finance and the others agreed to it.")).toBe(true);
    expect(isShared("In the end finance, which was not easy for anybody there, agreed to it.")).toBe(false);
  });

  it.each([
    "I quickly decided it",
    "I turn down the model",
    "I stop it",
    "I stopped it",
    "it was on me",
    "it fell upon me",
    "I'd take it; the choice was mine",
  ])("knows a decision of one's own by its words: %s", (action) => {
    expect(receiptOf(judge(`So ${action}.`), "ownership.decision")?.isMet).toBe(true);
  });

  it("leaves only the Situation out, not the Task", () => {
    const told = toldStar({ situation: "We sold fish.", task: "We met. We talked. We waited.", action: "I decided to ask Marta, and Marta agreed." });
    expect(wordsAt(told, receiptOf(judgeOwnership(told), "ownership.we"))).toEqual(["We met.", "We talked.", "We waited."]);
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

  test("are known by their trade, one or many", () => {
    const trades =
      "payment team, payments team, catalog team, catalogue team, hotel team, hotels team, flight team, flights team, frontend engineer, front-end engineer, engineers, " +
      "scientist, analyst, developer, merchandiser, merchant, buyer, planner, lawyer, officer, depot, sales rep, support agent, designer, store associate, " +
      "store associates, associate, architect, lead, leads";
    expect(trades.split(", ").filter((trade) => !named(`then the ${trade} agreed`).includes(trade))).toEqual([]);
  });

  test("are placed in the whole answer", () => {
    expect(partnersIn("then Ruth agreed", 100)).toEqual([{ start: 105, end: 109 }]);
  });

  test.each([
    "I was the lead there",
    "I am a buyer",
    "I'm an engineer",
    "I’m an engineer",
    "As one of the analysts I saw it",
    "as their very first data engineer",
  ])("are not the teller's own role: %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  test("are found again after the teller's own role", () => {
    expect(named("I was the lead there, and a lawyer helped")).toEqual(["lawyer"]);
    expect(named("I was there with them and I asked the many new and very busy lawyers")).toEqual(["lawyers"]);
  });

  test("are found after a figure, and not within a word", () => {
    expect(named("in week 3 Ruth agreed")).toEqual(["Ruth"]);
    expect(named("we rewrote it in JavaScript in May")).toEqual([]);
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
