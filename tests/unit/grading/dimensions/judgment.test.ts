// Room: tests. Judgment: pitfalls with their sentences; costs, choices, doubts, lessons.
import { describe, expect, it } from "vitest";
import type { PitfallHit } from "../../../../src/domain/grade.ts";
import { judgeJudgment } from "../../../../src/grading/dimensions/judgment.ts";
import { openQuestion, rewriteQuestion, starQuestion } from "../fixtures.ts";
import { goodStory, receiptOf, toldOpen, toldRewrite, toldStar, unmetOf, wordsAt } from "./telling.ts";

const pitfalls = openQuestion.pitfalls;
const question = { ...starQuestion, pitfalls };
const hits: readonly PitfallHit[] = pitfalls.map(({ id, text, advice }) => ({ id, text, advice, evidence: { start: 0, end: 9 } }));

describe("judgment", () => {
  it.each([
    [3, "I would build a forecast for each store."],
    [4, "I would build a forecast for each store. The risk is waste."],
    [5, "I would take a plain rule rather than a forecast. The risk is waste."],
    [4, "I would build not the model that everybody asked for; I would build a rule."],
    [4, "I would build not the model that everybody asked for but a rule."],
    [5, "The risk is waste. If the rate falls by less than one point we stop."],
  ])("is at level %i without a pitfall for: %s", (level, text) => {
    expect(judgeJudgment(toldOpen(text))?.level).toBe(level);
  });

  it("asks a short rewrite for no more than to avoid them", () => {
    const own = { ...rewriteQuestion, pitfalls };
    expect(judgeJudgment(toldRewrite("A store saves $210 a week.", { question: own }))?.level).toBe(4);
    expect(judgeJudgment(toldRewrite("A store saves $210 a week. The risk is waste.", { question: own }))?.level).toBe(5);
  });

  it("is low with one pitfall and lowest with two, however much is weighed", () => {
    const text = "Accuracy. I would take a rule rather than a forecast. The risk is waste. If it fails, we stop.";
    expect(judgeJudgment(toldOpen(text, { pitfalls: hits.slice(0, 1) }))?.level).toBe(2);
    expect(judgeJudgment(toldOpen(text, { pitfalls: hits }))?.level).toBe(1);
  });

  it("shows the sentence that steps into a pitfall, and how to get out", () => {
    const told = toldOpen("Accuracy is 94 %.", { pitfalls: hits.slice(0, 1) });
    const judged = judgeJudgment(told);
    const [first, second] = pitfalls;
    expect(wordsAt(told, receiptOf(judged, `judgment.${first?.id}`))).toEqual(["Accuracy "]);
    expect(receiptOf(judged, `judgment.${second?.id}`)).toMatchObject({ isMet: true, reason: `Avoided: ${second?.text}.` });
    expect(judged?.next).toBe(`Take this out: ${first?.text} — ${first?.advice}.`);
  });

  it("asks a story for a lesson", () => {
    const judged = judgeJudgment(toldStar(goodStory, { question }));
    expect(receiptOf(judged, "judgment.lesson")?.isMet).toBe(true);
    expect(judged?.level).toBe(5);
    const without = judgeJudgment(toldStar({ ...goodStory, result: "After ten weeks they wasted 5.5 %." }, { question }));
    expect(unmetOf(without)).toContain("judgment.lesson");
    expect(receiptOf(without, "judgment.mind")).toBeUndefined();
  });

  it("says what is weighed and what is not, and asks for what would help most", () => {
    const saidOf = (text: string) =>
      judgeJudgment(toldOpen(text))
        ?.receipts.slice(pitfalls.length)
        .map(({ reason }) => reason);
    expect(saidOf("I would build a forecast.")).toEqual([
      "No cost, risk or limit is named.",
      "No choice is weighed: what else could have been done stays open.",
      "It does not say what would change the decision.",
    ]);
    expect(saidOf("I would take a rule rather than a forecast. The risk is waste. If the rate falls we stop.")).toEqual([
      "A cost, a risk or a limit is named.",
      "A choice is weighed against another.",
      "It says what would change the decision.",
    ]);
    expect(judgeJudgment(toldOpen("I would build a forecast."))?.next).toBe("Name one cost, risk or limit of what you propose or did.");
    expect(judgeJudgment(toldOpen("The risk is waste."))?.next).toBe("Name what you turned down, and why.");
    expect(judgeJudgment(toldOpen("I would take a rule rather than a forecast. The risk is waste."))?.next).toBeUndefined();
    const lessonOf = (action: string) => receiptOf(judgeJudgment(toldStar({ action }, { question })), "judgment.lesson")?.reason;
    expect([lessonOf("I fixed it."), lessonOf("It taught me to ask.")]).toEqual(["There is no lesson.", "There is a lesson."]);
  });

  it("shows two of the sentences that weigh something, and none where nothing is weighed", () => {
    const told = toldOpen("The risk is waste. The risk is theft. The risk is noise.");
    expect(wordsAt(told, receiptOf(judgeJudgment(told), "judgment.cost"))).toEqual(["The risk is waste.", "The risk is theft."]);
    expect(judgeJudgment(told)?.receipts.map(({ evidence }) => evidence.length)).toEqual([0, 0, 2, 0, 0]);
  });

  it("names a pitfall that comes without advice", () => {
    const judged = judgeJudgment(toldOpen("To every store at once.", { pitfalls: hits.slice(1) }));
    expect(receiptOf(judged, "judgment.all-at-once")).toMatchObject({ isMet: false, reason: "Stepped into: Goes to all stores at once." });
    expect(judged?.next).toBe("Take this out: Goes to all stores at once.");
  });

  it.each([
    [
      "cost",
      "a downside, a trade-off, a tradeoff, a limit, a drawback, one caveat, a guardrail, it is uncertain, much uncertainty, assuming that it rains, they depend on it, " +
        "a false alarm, a false positive, a false negative, we can't tell, we can’t tell, it may fail",
    ],
    [
      "choice",
      "a rule instead, I turn down the model, a deliberate step, I dropped it, we quietly dropped it, not the dearest part but the first, we choose a rule, I prefer a rule, I accept that, one more option",
    ],
    [
      "mind",
      "when it breaks we roll back, if they don't sell, if they don’t sell, if it isn't there, if it isn’t there, we stop at once if it breaks, I change my mind, a stop rule",
    ],
    [
      "lesson",
      "I learn by it, I learned by it, I should've asked, I should’ve asked, I would've asked, I would’ve asked, today I'd ask, I'd ask Ruth first, I’d ask Ruth first",
    ],
  ])("knows %s by its words", (rule, phrases) => {
    const judge = (text: string) => judgeJudgment(rule === "lesson" ? toldStar({ action: text }, { question }) : toldOpen(text));
    const missed = phrases.split(", ").filter((phrase) => receiptOf(judge(`So ${phrase}.`), `judgment.${rule}`)?.isMet !== true);
    expect(missed).toEqual([]);
  });

  it("is not judged where no pitfall is known, nor without an answer", () => {
    expect(judgeJudgment(toldOpen("The risk is waste.", { question: { ...openQuestion, pitfalls: [] } }))).toBeUndefined();
    expect(judgeJudgment(toldOpen(""))).toBeUndefined();
  });
});
