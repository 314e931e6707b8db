// Room: tests. The shape of a story told in one piece: when deeds begin, and what counts as an end.
import { describe, expect, it } from "vitest";
import { judgeStoryShape } from "../../../../src/grading/dimensions/story-shape.ts";
import { receiptOf, toldOpen, wordsAt } from "./telling.ts";

const judge = (text: string) => judgeStoryShape(toldOpen(text));
const actionOf = (text: string) => receiptOf(judge(text), "structure.action");
const endOf = (text: string) => receiptOf(judge(text), "structure.result");

describe("the shape of a story told in one piece", () => {
  it("is told by when the deeds begin and how it ends", () => {
    const judged = judge("There was much waste. Nobody knew why it was there. I traced it to one sheet of paper. In the end it fell.");
    expect(judged?.receipts.map(({ reason }) => reason)).toEqual([
      "It is a story: it tells what happened once.",
      "43 % of the words come before the first thing that you did.",
      "It ends with what came of it.",
    ]);
    const idle = judge("There was much waste.");
    expect(idle?.receipts.map(({ reason }) => reason).slice(1)).toEqual(["Nothing that you did is told.", "It does not end with what came of it."]);
    expect(idle?.next).toBe("Tell what you did, step by step.");
  });

  it("lets half of the words come before the first deed", () => {
    expect(actionOf("It was all waste there. I traced the whole cause.")).toMatchObject({ isMet: true, reason: expect.stringContaining("50 % of the words") });
    const late = judge("It was nothing but waste there. I traced the whole cause.");
    expect(receiptOf(late, "structure.action")).toMatchObject({ isMet: false, reason: "55 % of the words come before the first thing that you did." });
    expect(late?.next).toBe("Cut what comes before your first deed to a sentence or two.");
    expect(actionOf("I traced the cause.")).toMatchObject({ isMet: true, reason: "0 % of the words come before the first thing that you did." });
  });

  it.each([
    [true, "So I traced it."],
    [true, "So I quickly traced it."],
    [true, "Then I'd traced it."],
    [true, "Then I've traced it."],
    [true, "Traced it by hand."],
    [false, "The buyers traced it."],
    [false, "I ask for what they traced."],
    [false, "I was there."],
  ])("takes a verb of the past for a deed where one's own I stands before it, or nothing: %s, %s", (isMet, text) => {
    expect(actionOf(text)?.isMet).toBe(isMet);
  });

  it("takes for an end what says that something came of it", () => {
    const ends =
      "the result is good, it resulted in less, the results are good, the outcome is good, in the end it holds, afterward it holds, afterwards it holds, " +
      "after that it holds, since then it holds, it saved much";
    const spans = ["week", "month", "day", "year"].flatMap((time) => [`after one ${time}`, `after ten ${time}s`, `within a ${time}`, `within two ${time}s`]);
    expect([...ends.split(", "), ...spans].filter((end) => endOf(`I traced the cause. So ${end}.`)?.isMet !== true)).toEqual([]);
  });

  it("looks for the end in the last three sentences, after the first deed", () => {
    expect(endOf("I traced the cause. Waste fell. We met. They ate.")?.isMet).toBe(true);
    expect(endOf("I traced the cause. Waste fell. We met. They ate. All slept.")?.isMet).toBe(false);
    expect(endOf("I cut waste.")?.isMet).toBe(false);
    expect(endOf("Waste fell. I traced the cause. They ate.")?.isMet).toBe(false);
  });

  it("points to what it went by", () => {
    const shown = (rule: string, text: string) => {
      const told = toldOpen(text);
      return wordsAt(told, receiptOf(judgeStoryShape(told), `structure.${rule}`));
    };
    expect(shown("action", "Fish rots. Ice melts. I traced the cause. Waste fell.")).toEqual(["Fish rots.", "Ice melts."]);
    expect(shown("result", "I traced the cause. We met. Waste fell. Costs fell.")).toEqual(["Waste fell.", "Costs fell."]);
    expect(shown("result", "I traced the cause. We met. They ate. All slept.")).toEqual(["All slept."]);
    expect(shown("story", "I traced the cause. We met. They asked.")).toEqual(["I traced the cause."]);
  });
});
