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

  it("is not judged where no pitfall is known, nor without an answer", () => {
    expect(judgeJudgment(toldOpen("The risk is waste.", { question: { ...openQuestion, pitfalls: [] } }))).toBeUndefined();
    expect(judgeJudgment(toldOpen(""))).toBeUndefined();
  });
});
