// Room: tests. Delivery: the clock, pace, fillers, hedges, repetition, long sentences.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeDelivery } from "../../../../src/grading/dimensions/delivery.ts";
import { goodAnswer, openQuestion } from "../fixtures.ts";
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
    expect(receiptOf(judged, "delivery.time")?.reason).toBe("2240 words take about 16 minutes; you have 8 minutes.");
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

  const reasonOf = (rule: string, text: string, spokenSeconds?: number) =>
    receiptOf(judgeDelivery(toldOpen(text, spokenSeconds === undefined ? {} : { spokenSeconds })), `delivery.${rule}`)?.reason;
  const nextOf = (text: string, spokenSeconds?: number) => judgeDelivery(toldOpen(text, spokenSeconds === undefined ? {} : { spokenSeconds }))?.next;

  it("says of each rule what it found", () => {
    expect(judgeDelivery(toldOpen(words(24)))?.receipts.map(({ reason }) => reason)).toEqual([
      "24 words, and there is time for about 1120.",
      "Hardly a filler.",
      "It is said plainly.",
      "Nothing is said twice.",
      "The sentences can be said in a breath.",
    ]);
    expect(reasonOf("time", "A pilot.")).toBe("2 words are few for an answer.");
    expect(reasonOf("pace", words(120), 52)).toBe("138 words a minute: easy to follow.");
    expect(reasonOf("pace", words(120), 120)).toBe("60 words a minute is slow; about 140 is easy to follow.");
    expect(reasonOf("fillers", `Um, uh, ${words(24)}`)).toBe("2 fillers in 24 words.");
    expect(reasonOf("hedges", `Maybe, perhaps, probably ${words(24)}`)).toBe("3 hedges in 27 words.");
    expect(reasonOf("repetition", `${words(12)} ${words(12)}`)).toBe("Some of it is said twice in the same words.");
    expect(reasonOf("sentences", words(100).replaceAll(".", ""))).toBe("Much of it stands in sentences of more than 60 words.");
  });

  it("says what to do about each", () => {
    expect(nextOf("A pilot.")).toBe("Say a little more: two or three full sentences at least.");
    expect(nextOf(words(120), 120)).toBe("Know your first sentence of each part by heart, so that the pauses get shorter.");
    expect(nextOf(words(120), 31)).toBe("Take a breath after each number.");
    expect(nextOf(`Um, uh, ${words(24)}`)).toBe("Leave the fillers out: a silent second sounds surer.");
    expect(nextOf(`Maybe, perhaps, probably ${words(24)}`)).toBe("Say it without the hedges; where you are unsure, say how far with a number.");
    expect(nextOf(`${words(12)} ${words(12)}`)).toBe("Say each thing once, and give the time to the next.");
    expect(nextOf(words(100).replaceAll(".", ""))).toBe("Break the longest sentence in two.");
  });

  it("tells a minute as one", () => {
    const told = toldOpen(words(240), { question: { ...openQuestion, minutes: 1 } });
    expect(receiptOf(judgeDelivery(told), "delivery.time")?.reason).toBe("240 words take about 1.5 minutes; you have 1 minute.");
  });

  it("lets the clock be overrun by a tenth, and by half before it counts as far over", () => {
    expect([1.1, 1.11, 1.5, 1.51].map((times) => levelOf(words(8 * 140), 8 * 60 * times))).toEqual([5, 3, 3, 1]);
  });

  it("tells no pace from less than half a minute", () => {
    expect([reasonOf("pace", words(60), 29), reasonOf("pace", words(60), 30)]).toEqual([undefined, "120 words a minute: easy to follow."]);
  });

  it.each([
    [85, 120, true],
    [84, 120, false],
    [195, 60, true],
    [196, 60, false],
  ])("at %i words a minute", (speed, seconds, isMet) => {
    expect(receiptOf(judgeDelivery(toldOpen(words((speed * seconds) / 60), { spokenSeconds: seconds })), "delivery.pace")?.isMet).toBe(isMet);
  });

  it("weighs fillers and hedges against the length, and takes two levels where they are everywhere", () => {
    const filled = (count: number, of: number) => levelOf(`${"um, ".repeat(count)}${words(of)}`);
    expect([filled(1, 12), filled(2, 100), filled(3, 100), filled(5, 100), filled(6, 100)]).toEqual([5, 5, 4, 4, 3]);
    const hedged = (count: number, of: number) => levelOf(`${"maybe ".repeat(count)}${words(of - count)}`);
    expect([hedged(2, 12), hedged(5, 200), hedged(6, 200), hedged(12, 200), hedged(13, 200)]).toEqual([5, 5, 4, 4, 3]);
  });

  it("knows sounds that are no words, however long", () => {
    const told = toldOpen(`Um, uhm, uuum, ummm, uh, uuuh, uhhh, er, eer, err, erm, ermm, hm, hhm, hmm ${words(24)}`);
    expect(reasonOf("fillers", told.text)).toBe("15 fillers in 24 words.");
  });

  it.each(["not sure", "not really sure"])("takes %s for a hedge", (hedge) => {
    expect(reasonOf("hedges", `${`I am ${hedge} of it. `.repeat(3)}${words(12)}`)).toMatch(/^3 hedges/);
  });

  it("takes no small words in a row for something said twice", () => {
    const said = (text: string) => receiptOf(judgeDelivery(toldOpen(text)), "delivery.repetition");
    expect(said("It is what it is in the shop. It is what it is in the depot. It is what it is in town.")?.evidence).toEqual([]);
    expect(said("It is what it sells in the shop. It is what it sells in the depot.")?.evidence).toHaveLength(1);
  });

  it("points to each place where something is said again, runs that touch as one", () => {
    const told = toldOpen(
      "Ask buyers about fish first. Count empty shelves every morning. Ask buyers about fish now. Then trucks came late again. Count empty shelves every night.",
    );
    expect(wordsAt(told, receiptOf(judgeDelivery(told), "delivery.repetition"))).toEqual(["Ask buyers about fish", "Count empty shelves every"]);
  });

  it("lets one run pass that comes again, and a long one in a long answer", () => {
    expect(levelOf("Count empty shelves every morning. Count empty shelves every night.")).toBe(5);
    expect(levelOf(`${words(12)} ${words(240)}`)).toBe(5);
    expect(levelOf(`${words(24)} ${words(36)}`)).toBe(3);
  });

  it("lets a third of the words stand in sentences of more than sixty, and sixty be none", () => {
    const sentence = (count: number, letter: string) => `${Array.from({ length: count }, (_, at) => `${letter}${at}x`).join(" ")}.`;
    const short = (count: number) => Array.from({ length: count }, (_, at) => sentence(20, `s${at}`)).join(" ");
    expect(levelOf(sentence(60, "a"))).toBe(5);
    expect([levelOf(`${sentence(70, "a")} ${sentence(10, "b")} ${short(6)}`), levelOf(`${sentence(71, "a")} ${sentence(9, "b")} ${short(6)}`)]).toEqual([5, 4]);
    const told = toldOpen(`${short(1)} ${sentence(61, "a")}`);
    expect(wordsAt(told, receiptOf(judgeDelivery(told), "delivery.sentences"))).toEqual([sentence(61, "a")]);
  });

  it("points to six places at most", () => {
    const told = toldOpen(`${"um, ".repeat(9)}${words(24)}`);
    expect(receiptOf(judgeDelivery(told), "delivery.fillers")?.evidence).toHaveLength(6);
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
