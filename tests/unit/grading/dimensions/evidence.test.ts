// Room: tests. Evidence: numbers tied to outcomes, with baseline, worth and how it is known.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeEvidence } from "../../../../src/grading/dimensions/evidence.ts";
import { openQuestion } from "../fixtures.ts";
import { goodStory, receiptOf, toldOpen, toldStar, unmetOf, wordsAt } from "./telling.ts";

const levelOf = (text: string) => judgeEvidence(toldOpen(text))?.level;

describe("evidence", () => {
  it("is full for a baseline, a change, its worth and how it is known", () => {
    const judged = judgeEvidence(toldStar(goodStory));
    expect(judged?.level).toBe(5);
    expect(unmetOf(judged)).toEqual([]);
    expect(judged?.next).toBeUndefined();
  });

  it("is nothing where nothing is counted", () => {
    const judged = judgeEvidence(toldOpen("It went much better in the end and everyone was very happy with it."));
    expect(judged?.level).toBe(1);
    expect(judged?.next).toBe("Count one thing: how many, how often, how long or how much.");
  });

  it.each([
    [1, "We had two ideas and three pillars, and people in 2024 liked them."],
    [2, "There are 4,000 stores in the chain."],
    [3, "Waste fell by 12 %."],
    [4, "Waste fell from 9 % to 6 %."],
    [4, "Waste fell by 12 %, against a control group."],
    [4, "Each point is worth $350."],
    [5, "Waste fell from 9 % to 6 %, against twenty matched stores that kept the old orders."],
    [5, "Nine percent of orders were late. Now it is four percent, worth $250 a week."],
  ])("is at level %i for: %s", (level, text) => {
    expect(levelOf(text)).toBe(level);
  });

  it.each([
    ["in words", "Waste fell from nine percent to six percent, worth two hundred dollars a week."],
    ["in figures", "Waste fell from 9% to 6%, worth $200 a week."],
    ["without a verb", "Late orders: 9 % before, 4 % after. Saves $200 a week."],
    ["as a rate of small numbers", "Reviews went from eight rounds to two, which saved each of us four hours a week."],
  ])("counts numbers %s", (_, text) => {
    expect(levelOf(text)).toBe(5);
  });

  it("takes a time for an outcome only where something moves", () => {
    expect(levelOf("I would run it for six weeks and it is worth doing.")).toBe(2);
    expect(levelOf("The analysis took eleven days and we cut it to two days.")).toBeGreaterThan(3);
  });

  it("does not take a figure of speech for a number", () => {
    expect(levelOf("Those are two sides of one coin, and three pillars hold it up.")).toBe(1);
  });

  it("names a Result without a number, with its sentences", () => {
    const told = toldStar({ ...goodStory, result: "It got a lot better. Everyone was happy." });
    const judged = judgeEvidence(told);
    expect(judged?.level).toBe(2);
    expect(wordsAt(told, receiptOf(judged, "evidence.outcome"))).toEqual(["It got a lot better.", "Everyone was happy."]);
    expect(judged?.next).toBe("Put a number into the Result: what changed, from how much to how much.");
  });

  it("sees a baseline in the Situation for the number of the Result", () => {
    const told = toldStar({ situation: "Waste, 9 % of fish.", result: "5.5 % after ten weeks." });
    expect(wordsAt(told, receiptOf(judgeEvidence(told), "evidence.baseline"))).toEqual(["9 %", "5.5 %", "ten weeks"]);
    const other = toldStar({ situation: "Waste, $60,000 a week.", result: "5.5 % after ten weeks." });
    expect(receiptOf(judgeEvidence(other), "evidence.baseline")?.isMet).toBe(false);
  });

  it("takes no difference for an end that a start belongs to", () => {
    const differs = toldStar({ situation: "Empty shelves cost 4 % of sales.", result: "They fell by about 15 %." });
    expect(receiptOf(judgeEvidence(differs), "evidence.baseline")?.isMet).toBe(false);
    const ends = toldStar({ situation: "Empty shelves cost 4 % of sales.", result: "They fell to about 3 %." });
    expect(receiptOf(judgeEvidence(ends), "evidence.baseline")?.isMet).toBe(true);
  });

  it("is not judged where the key points ask for no money and no share, nor without an answer", () => {
    const keyPoints = openQuestion.keyPoints.filter(({ id }) => id === "people" || id === "cause");
    expect(judgeEvidence(toldOpen("Waste fell by 12 %.", { question: { ...openQuestion, keyPoints } }))).toBeUndefined();
    expect(judgeEvidence(toldOpen(""))).toBeUndefined();
    expect(judgeEvidence(toldStar({}))).toBeUndefined();
  });

  it("never falls when a sentence with a number is added", () => {
    const sentence = fc.constantFrom(
      "It went well.",
      "Waste fell by 12 %.",
      "We compared it with forty stores.",
      "In 2024 there were 3 of us.",
      "Each point is worth $350.",
      "From 9 % to 6 %.",
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), sentence, (said, added) => {
        expect(levelOf([...said, added].join(" ")) ?? 0).toBeGreaterThanOrEqual(levelOf(said.join(" ")) ?? 0);
      }),
    );
  });
});
