// Room: tests. Delivery: the clock, pace, fillers, hedges, repetition, long sentences.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeDelivery } from "../../../../src/grading/dimensions/delivery.ts";
import { goodAnswer } from "../fixtures.ts";
import { receiptOf, toldOpen, unmetOf, wordsAt } from "./telling.ts";

/** `count` words that are all different. */
function words(count: number): string {
  return Array.from({ length: count }, (_, at) => (at % 12 === 11 ? `w${at}x.` : `w${at}x`)).join(" ");
}

const levelOf = (text: string, spokenSeconds?: number) => judgeDelivery(toldOpen(text, spokenSeconds === undefined ? {} : { spokenSeconds }))?.level;

describe("delivery", () => {
  it("is full for short sentences within the time", () => {
    const judged = judgeDelivery(toldOpen(goodAnswer));
    expect(judged?.level).toBe(5);
    expect(judged?.next).toBeUndefined();
    expect(unmetOf(judged)).toEqual([]);
  });

  it("is not judged without a word", () => {
    expect(judgeDelivery(toldOpen(""))).toBeUndefined();
    expect(judgeDelivery(toldOpen(" ?! \u{1f600} "))).toBeUndefined();
    expect(judgeDelivery(toldOpen("um, uh, erm"))).toBeUndefined();
  });

  it("does not starve a good terse answer", () => {
    expect(levelOf("Stockouts, 8 % today. Split gaps by cause. Pilot in forty stores against forty by lot. Below one point, stop. $350 a store a week.")).toBe(
      5,
    );
  });

  it("counts words against the clock at 140 a minute", () => {
    expect(levelOf(words(8 * 140))).toBe(5);
    expect(levelOf(words(8 * 140 * 1.2))).toBe(3);
    const judged = judgeDelivery(toldOpen(words(8 * 140 * 2)));
    expect(judged?.level).toBe(1);
    expect(receiptOf(judged, "delivery.time")?.reason).toBe("2240 words take about 16 minutes; there are 8 minutes.");
    expect(judged?.next).toContain("about 1120 words");
  });

  it("asks for more than a scrap", () => {
    expect(levelOf("A pilot in some stores.")).toBe(3);
    expect(levelOf("A pilot in some stores first.")).toBe(5);
  });

  it("tells the pace of what was spoken, and of that alone", () => {
    expect(receiptOf(judgeDelivery(toldOpen(words(120))), "delivery.pace")).toBeUndefined();
    expect(receiptOf(judgeDelivery(toldOpen(words(120), { spokenSeconds: 52 })), "delivery.pace")).toMatchObject({ isMet: true });
    expect(receiptOf(judgeDelivery(toldOpen(words(120), { spokenSeconds: 120 })), "delivery.pace")).toMatchObject({ isMet: false });
    const fast = judgeDelivery(toldOpen(words(120), { spokenSeconds: 31 }));
    expect(fast?.level).toBe(4);
    expect(receiptOf(fast, "delivery.pace")?.reason).toBe("232 words a minute is fast; about 140 is easy to follow.");
  });

  it("holds what was spoken against the seconds that it took, not against its words", () => {
    expect(levelOf(words(120), 10 * 60)).toBeLessThan(4);
    expect(levelOf(words(8 * 140 * 1.2), 8 * 60)).toBe(5);
  });

  it("points to fillers and hedges", () => {
    const told = toldOpen(
      "So, um, I would basically, you know, start with a pilot in forty stores, uh, and compare them with forty others for six weeks, by lot.",
    );
    const judged = judgeDelivery(told);
    expect(wordsAt(told, receiptOf(judged, "delivery.fillers"))).toEqual(["um", "basically", "you know", "uh"]);
    expect(judged?.level).toBe(3);
    const hedged = toldOpen("Maybe we could perhaps try a pilot, I guess, and probably it would sort of pay, I think, in some stores of the chain at least.");
    expect(unmetOf(judgeDelivery(hedged))).toEqual(["delivery.hedges"]);
  });

  it("lets one filler and two hedges pass", () => {
    expect(levelOf(`Um, I think ${goodAnswer} Probably.`)).toBe(5);
  });

  it("points to what is said again in the same words", () => {
    const told = toldOpen(
      "We look at the shelf every morning before nine. After that we look at the shelf every morning with the manager. Then a task goes to the handheld of the associate.",
    );
    const judged = judgeDelivery(told);
    expect(wordsAt(told, receiptOf(judged, "delivery.repetition"))).toEqual(["we look at the shelf every morning"]);
    expect(judged?.level).toBeLessThan(5);
  });

  it("takes a level for breathless sentences when typed, none when spoken", () => {
    const breathless = words(100).replaceAll(".", "");
    expect(levelOf(breathless)).toBe(4);
    expect(levelOf(breathless, 45)).toBe(5);
  });

  it("never rises by a filler that is added", () => {
    const sentence = fc.constantFrom(
      "Split the gaps by cause.",
      "Maybe a pilot, um, in forty stores",
      goodAnswer,
      "I guess so",
      "Each point is worth $350 a week.",
      words(60).replaceAll(".", ""),
    );
    const filler = fc.constantFrom(" um", " Uh.", ", you know", " basically", " I mean,");
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.array(filler, { minLength: 1, maxLength: 8 }), (said, added) => {
        const text = said.join(" ");
        expect(levelOf(text + added.join("")) ?? 0).toBeLessThanOrEqual(levelOf(text) ?? 0);
      }),
    );
  });
});
