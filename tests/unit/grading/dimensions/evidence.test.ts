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
    [2, "There are 2,000 stores in the chain."],
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

  it("asks the same of a question each time", () => {
    const one = { ...openQuestion, keyPoints: openQuestion.keyPoints.filter(({ id }) => id === "metric") };
    const asking = (...phrasings: readonly string[]) => ({
      ...one,
      keyPoints: phrasings.map((phrasing) => ({ id: phrasing, text: phrasing, weight: 1, part: undefined, phrasings: [phrasing] })),
    });
    const levelsOn = (question: typeof one) => [1, 2].map(() => judgeEvidence(toldOpen("Waste fell by 12 %.", { question }))?.level);
    expect(levelsOn(one)).toEqual([undefined, undefined]);
    expect(levelsOn(asking("worth $400", "up 3 points"))).toEqual([3, 3]);
    expect(levelsOn(asking("worth $400", "in 2024"))).toEqual([undefined, undefined]);
  });

  const reasonsOf = (judged: ReturnType<typeof judgeEvidence>) => judged?.receipts.map(({ reason }) => reason);

  it("says of each rule what it found", () => {
    expect(reasonsOf(judgeEvidence(toldOpen("It went well.")))).toEqual([
      "Nothing is counted.",
      "No number says what comes of it.",
      "No number says where it started.",
      "It is not said what that is worth in money or time.",
      "It is not said how that is known.",
    ]);
    expect(reasonsOf(judgeEvidence(toldOpen("We tested it: waste fell from 9 % to 6 %, worth $300.")))).toEqual([
      "There are numbers with what they count.",
      "A number says what comes of it.",
      "The number stands beside the one that it started from.",
      "It is said what that is worth in money or time.",
      "It is said how that is known.",
    ]);
    expect(reasonsOf(judgeEvidence(toldStar({ result: "Waste fell by 9 %." })))?.[1]).toBe("The Result has a number.");
    expect(reasonsOf(judgeEvidence(toldStar({ result: "Waste fell." })))?.[1]).toBe("The Result has no number that says what changed.");
  });

  it("asks for what comes next", () => {
    const nextOf = (text: string) => judgeEvidence(toldOpen(text))?.next;
    expect(nextOf("There are 4,000 stores.")).toBe("Tie a number to what changes: what falls, rises, is saved or lost.");
    expect(nextOf("Waste fell by 9 %.")).toBe("Say where it started as well, in the same unit: from how much to how much.");
    expect(nextOf("Waste fell from 9 % to 6 %.")).toBe("Say what the change is worth: money or hours, for whom and how often.");
  });

  it("points to the numbers and to the sentence that says how they are known", () => {
    const told = toldOpen("Waste fell from 9 % to 6 %. It fell from 8 % to 4 % elsewhere. A matched sample says so.");
    const shown = (rule: string) => wordsAt(told, receiptOf(judgeEvidence(told), `evidence.${rule}`));
    expect(shown("outcome")).toEqual(["9 % to 6 %", "8 % to 4 %"]);
    expect(shown("baseline")).toEqual(["9 % to 6 %"]);
    expect(shown("known")).toEqual(["A matched sample says so."]);
  });

  it.each([
    "It shrank by 12 %.",
    "Sales increased by 12 %.",
    "It brings 12 %.",
    "Costs came to 12 %.",
    "It is 12 % faster.",
    "It cost 12 % for six weeks.",
    "It fell 3 points.",
    "It became 40 of them.",
  ])("takes a number beside a word of movement, worth or direction for an outcome: %s", (text) => {
    expect(levelOf(text)).toBe(3);
  });

  it.each(["We tested 4,000 stores.", "We opened 2000 to 2010 stores.", "There are ten stores.", "They made 12 at 4 %."])(
    "takes no other number for one: %s",
    (text) => {
      expect(levelOf(text)).toBe(2);
    },
  );

  it("does not ask how a number is known that says nothing", () => {
    expect(receiptOf(judgeEvidence(toldOpen("We tested 4,000 stores.")), "evidence.known")?.isMet).toBe(false);
    expect(receiptOf(judgeEvidence(toldOpen("The arms were checked: it fell by 4 %.")), "evidence.known")?.isMet).toBe(true);
  });

  const hasBaseline = (told: ReturnType<typeof toldOpen>) => receiptOf(judgeEvidence(told), "evidence.baseline")?.isMet;

  it.each(["It took 9 hours and 4 hours.", "Reviews went from eighty rounds to twenty.", "From 51 to 68 % it went.", "Reviews fell from eight to two."])(
    "sees where it started in: %s",
    (text) => {
      expect(hasBaseline(toldOpen(text))).toBe(true);
    },
  );

  it.each([
    "It went down from 40.",
    "It went up from 9 %.",
    "It went from 80 stores to 6 %.",
    "It went from $400, and then 80.",
    "It went from May on 51 to 68 %.",
  ])("sees no start in: %s", (text) => {
    expect(hasBaseline(toldOpen(text))).toBe(false);
  });

  it("takes a start from Situation and Task, and from elsewhere only where a word says so", () => {
    const result = "5.5 % in ten weeks, or $8,000 a week.";
    expect(hasBaseline(toldStar({ task: "Waste, 9 % of fish.", result }))).toBe(true);
    expect(hasBaseline(toldStar({ situation: "Waste, $60,000 a week.", result }))).toBe(true);
    expect(hasBaseline(toldStar({ situation: "Fish.", action: "Waste, 9 % of fish.", result }))).toBe(false);
    expect(hasBaseline(toldStar({ situation: "Fish.", action: "Waste had been 9 % of fish.", result }))).toBe(true);
  });

  it("asks for worth of what came of it, not of what stood there before", () => {
    const judged = judgeEvidence(toldStar({ action: "There was a bill of $400.", result: "It went well." }));
    expect(receiptOf(judged, "evidence.worth")?.isMet).toBe(false);
  });

  it("knows a start and an end, and a difference, whatever stands before the number", () => {
    const nearly = ["about ", "around ", "roughly ", "some ", "about  ", "around  ", "roughly  ", "some  ", " ", ""];
    expect(nearly.filter((word) => hasBaseline(toldOpen(`Sales went from ${word}51 to 68 %.`)) !== true)).toEqual([]);
    const differs = (word: string) => hasBaseline(toldStar({ situation: "Waste, 9 % of fish.", result: `It fell by ${word}6 %.` }));
    expect([...nearly, "nearly ", "almost ", "over ", "nearly  ", "almost  ", "over  "].filter((word) => differs(word) !== false)).toEqual([]);
    expect(differs("June to ")).toBe(true);
  });

  it.each(["doubled", "doubles", "halved", "halves", "tripled", "twice", "tenfold", "threefold", "fourfold", "fivefold"])("counts %s", (word) => {
    expect(receiptOf(judgeEvidence(toldOpen(`It is ${word}.`)), "evidence.number")?.isMet).toBe(true);
  });

  it("counts small numbers of things only as a rate, or where two of them move", () => {
    const counts = (text: string) => (levelOf(text) ?? 0) > 1;
    const rates = ["They made 3 a day", "3 trucks a day", "3 trucks an hour", "3 per day", "3 follow-ups each week", "3  trucks  every  day", "3  a  day"];
    expect(rates.filter((text) => !counts(text))).toEqual([]);
    const none = [
      "3 trucks came, and boxes each day",
      "There are nine stores.",
      "We cut two meetings.",
      "We have 3 trucks and 2 vans.",
      "In 1900 it fell.",
      "In 2100 it falls.",
    ];
    expect(none.filter(counts)).toEqual([]);
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
