import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Flag } from "../../../../src/domain/grade.ts";
import { againstOf, flagsOf } from "../../../../src/grading/flags/flags.ts";
import type { Against } from "../../../../src/grading/flags/read.ts";
import { growthOf } from "../../../support/growth.ts";
import { goodAnswer, gradeOpen, openQuestion, otherAnswer, rewriteQuestion, starQuestion } from "../fixtures.ts";

const against = againstOf(openQuestion);
const idsOf = (text: string, of: Against = against): readonly string[] => flagsOf(text, of).map((flag) => flag.id);
const flagged = (id: string, text: string, of: Against = against): Flag => {
  const flag = flagsOf(text, of).find((flag) => flag.id === id);
  if (!flag) throw new Error(`no ${id}`);
  return flag;
};

describe("the flags of an answer", () => {
  test("are none for answers in sentences", () => {
    expect([goodAnswer, openQuestion.keyPoints.map((point) => point.phrasings[0]).join(". ")].flatMap((text) => idsOf(text))).toEqual([]);
  });

  test("are only that it is empty where there are no words", () => {
    expect(["", " \n", "…!?", "\ud800"].map((text) => flagsOf(text, against))).toEqual(
      Array.from({ length: 4 }, () => [{ id: "empty", reason: "There are no words to mark.", cap: 0 }]),
    );
  });

  test("need nothing to hold an answer against", () => {
    expect(idsOf(goodAnswer, {})).toEqual([]);
    expect(idsOf("fine", {})).toEqual(["too-short"]);
  });

  test("have a cap below 1, a reason, and evidence within the text, for any text", () => {
    const whole = { ...against, weak: rewriteQuestion.weak, model: goodAnswer };
    const piece = fc.constantFrom(...goodAnswer.split(" "), openQuestion.prompt, ". ", "\n", "或者", "1.", "A", "’", "\ud800");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(text, (text) =>
        flagsOf(text, whole).every(
          ({ cap, reason, evidence = [] }) =>
            cap >= 0 && cap < 1 && /^[A-Z2].*\.$/.test(reason) && evidence.every(({ start, end }) => start < end && start >= 0 && end <= text.length),
        ),
      ),
    );
  });

  test.each(["word ", "a. ", "A\n", "one, ", "’", "\ud800", "或", `${goodAnswer} `, `${openQuestion.prompt} `])("take time in a straight line: %j", (piece) => {
    const whole = { ...against, model: goodAnswer, references: [goodAnswer, otherAnswer] };
    expect(growthOf((text) => flagsOf(text, whole), piece)).toBeLessThan(32);
  });
});

describe("a copy", () => {
  test("of the question is flagged, whole, in part, and with a few words around it", () => {
    const half = openQuestion.prompt.slice(openQuestion.prompt.indexOf("You have"));
    const copies = [openQuestion.prompt, openQuestion.prompt.toUpperCase(), half, `Well, ${openQuestion.prompt}`];
    expect(copies.map((text) => idsOf(text).includes("question-copied"))).toEqual([true, true, true, true]);
    expect(flagged("question-copied", openQuestion.prompt)).toMatchObject({ cap: 0.1, evidence: [{ start: 0, end: openQuestion.prompt.length - 1 }] });
  });

  test("of the question is none where the right answer is made of its words", () => {
    const of = { prompt: "Is sound faster in air or is it faster in water?", references: ["Sound is faster in water."] };
    expect(idsOf("is it faster in water", of)).toEqual([]);
    expect(idsOf("is it faster in water", { ...of, references: ["Since molecules sit closer together."] })).toEqual(["question-copied"]);
  });

  test("of the question is none with twelve words of one's own", () => {
    const own = "Nobody knows yet, so I ask night staff why shelves stay bare there, gap by gap, truck by truck, and count.";
    expect(idsOf(`${openQuestion.prompt} ${own}`)).not.toContain("question-copied");
  });

  test("of the weak answer gets nothing", () => {
    expect(flagged("weak-answer-copied", `${rewriteQuestion.weak} Yes.`, againstOf(rewriteQuestion)).cap).toBe(0);
  });

  test("of the model answer is capped, in any order of its sentences, in part, and among one's own words", () => {
    const of = { model: goodAnswer };
    const sentences = goodAnswer.split(". ");
    const pasted = [goodAnswer, sentences.toReversed().join(". "), sentences[2] ?? "", `${goodAnswer} ${otherAnswer}`];
    expect(pasted.map((text) => flagged("model-pasted", text, of).cap)).toEqual([0.6, 0.6, 0.6, 0.6]);
    expect(idsOf(otherAnswer, of)).toEqual([]);
    expect(idsOf(goodAnswer, { references: [goodAnswer] })).toEqual([]);
  });
});

describe("a sentence said again", () => {
  const once = "Each point is worth around $350 a store every week.";

  test("is flagged twice, three times, and without stops, with its second place", () => {
    expect([`${once} ${once}`, `${once} ${once} ${once}`, `${once.slice(0, -1)} ${once}`].map((text) => idsOf(text))).toEqual([
      ["repeated"],
      ["repeated"],
      ["repeated"],
    ]);
    expect(flagged("repeated", `${once} ${once}`).evidence).toEqual([{ start: once.length + 1, end: 2 * once.length }]);
  });

  test("is none within a whole answer, nor where like things are said of several", () => {
    expect(idsOf(`${goodAnswer} ${once}`)).toEqual([]);
    expect(idsOf("The first store wants fewer trucks, since its dock is small. The second store wants fewer counts, since its people leave.")).toEqual([]);
  });
});

describe("words without sentences", () => {
  const words = "baseline, experiment, holdout stores, dollars, kill criterion, backroom, alert, manager, rollout, margin";

  test("are flagged with commas, without, and one a line", () => {
    const lists = [words, words.replaceAll(",", ""), words.replaceAll(", ", "\n")];
    expect(lists.map((text) => idsOf(text).includes("keyword-list"))).toEqual([true, true, true]);
    expect(flagged("keyword-list", words).cap).toBe(0.15);
  });

  test("are no sums, and no notes that say something", () => {
    expect(idsOf("2000 orders x 4 % = 80 bad; 80 x 30 = 2400 dollars; 2400 x 365 = 876000 dollars yearly")).toEqual([]);
    expect(idsOf("Baseline 8 % out of stock. Goal 5 % by June. Walk aisles first. Forty stores get alerts, forty do not. Stop below one point.")).toEqual([]);
  });

  test("are flagged from four words on where right answers are short", () => {
    expect(idsOf("gap battery terminal path", { references: ["There is a gap in the path to the battery terminal."] })).toContain("keyword-list");
    expect(idsOf("gap battery terminal path")).not.toContain("keyword-list");
  });
});

describe("length", () => {
  test("of two words is too short, unless a right answer is as short", () => {
    expect(flagged("too-short", "fine").reason).toBe("One word is too few to mark.");
    expect(flagged("too-short", "all fine").reason).toBe("2 words are too few to mark.");
    expect(idsOf("evaporation", { references: ["By evaporation"] })).toEqual([]);
    expect(idsOf("condensation", { references: ["By evaporation"] })).toEqual(["too-short"]);
    expect(idsOf("water evaporated", { references: ["By evaporation"] })).toEqual([]);
  });

  test("beyond any speech is too long, told in the question's minutes", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(" and the ");
    expect(flagged("too-long", many(1100)).reason).toBe("Nobody can say 3298 words in 8 minutes.");
    expect(flagged("too-long", many(200), { minutes: 1 }).reason).toBe("Nobody can say 598 words in 1 minute.");
    expect(idsOf(many(1000))).not.toContain("too-long");
  });

  test("of five full answers is several answers", () => {
    const five = Array.from({ length: 5 }, () => `${goodAnswer} ${otherAnswer}`).join("\n");
    expect(flagged("several-answers", five, { model: goodAnswer }).reason).toMatch(/^This is \d+ times as long as a full answer/);
    expect(idsOf(`${otherAnswer} ${otherAnswer}`, { model: goodAnswer })).not.toContain("several-answers");
    expect(idsOf(otherAnswer, { references: ["Because it is open."] })).toEqual([]);
  });
});

test("one answer or another is hedged, unless the right one says so too", () => {
  const text = "it is open or maybe the battery is dead or bulb B is out";
  expect(flagged("hedged", text, { references: ["The path is open."] })).toMatchObject({ cap: 0.35 });
  expect(flagged("hedged", text, { references: ["The path is open."] }).evidence).toHaveLength(3);
  expect(idsOf(text, { references: ["Either the path is open or the battery is dead or a bulb is out."] })).toEqual([]);
  expect(idsOf(text)).toEqual([]);
});

describe("an answer to another question", () => {
  const missing = "Begins with the shelf";
  const flagAt = (belonging: number | undefined, isStory = false) =>
    flagsOf("one thing after another went well", { isStory }, { belonging, missing }).find((flag) => flag.id === "off-topic");

  test.each([
    [false, [0, 1, 1.9, 2.8, 2.9, 3, 3.19, 3.2], [0.1, 0.1, 0.18, 0.25, 0.44, 0.63, 0.98, undefined]],
    [true, [0, 1, 1.65, 2.3, 2.35, 2.4, 2.49, 2.5], [0.1, 0.1, 0.18, 0.25, 0.44, 0.63, 0.96, undefined]],
  ])("is capped, the lower the less it belongs to this one (a story: %s)", (isStory, belonging, caps) => {
    expect(belonging.map((value) => flagAt(value, isStory)?.cap)).toEqual(caps);
  });

  test("is told what is missed most, where something is", () => {
    expect(flagAt(1)?.reason).toBe('Few of its words belong to this question: it reads as an answer to another; not in it: "Begins with the shelf".');
    expect(flagAt(1, true)?.reason).toBe('Little of what this prompt asks for was found in the story; not in it: "Begins with the shelf".');
    expect(flagsOf("one thing after another went well", {}, { belonging: 1 })[0]?.reason).toBe(
      "Few of its words belong to this question: it reads as an answer to another.",
    );
  });

  test("is no such where there is no telling", () => {
    expect(flagAt(undefined)).toBeUndefined();
  });

  test("is seen by the marker of each kind", () => {
    const idsFor = (marked: { readonly flags: readonly { readonly id: string }[] }) => marked.flags.map(({ id }) => id);
    expect(idsFor(gradeOpen(otherAnswer))).toEqual(["off-topic"]);
    expect(idsFor(gradeOpen(goodAnswer))).toEqual([]);
  });
});

describe("a story without anything specific", () => {
  const talk =
    "I was on a project that was quite challenging, with many moving parts and not everybody on the same page. My job was to make it work. " +
    "Patience, humility and resilience carried us through doubt, politics and frustration. I stayed calm, I listened, and I brought people together until we had found a way forward that all of us could live with. In the end it went very well.";
  const of = { isStory: true };

  test("is capped, and one number or name is too few to change that", () => {
    expect(flagged("nothing-specific", talk, of).cap).toBe(0.45);
    expect([`It took 3 weeks. ${talk}`, `${talk} Even Maria said so.`, `${talk} It was one of those things.`].map((text) => idsOf(text, of))).toEqual(
      Array.from({ length: 3 }, () => ["nothing-specific"]),
    );
  });

  test("is none with a number and a name, or two of either", () => {
    const texts = [`It took 3 weeks. ${talk} Even Maria said so.`, `It took three weeks and 4 people. ${talk}`, `${talk} Even Maria and Tom said so.`];
    expect(texts.map((text) => idsOf(text, of))).toEqual([[], [], []]);
  });

  test("is only looked for in stories of some length", () => {
    expect(idsOf(talk.slice(0, 200), of)).toEqual([]);
    expect(idsOf(talk, { isStory: false })).toEqual([]);
    expect([againstOf(starQuestion).isStory, againstOf(openQuestion).isStory, againstOf(rewriteQuestion).isStory]).toEqual([true, false, false]);
  });
});

describe("another language", () => {
  test.each([
    "Ich habe die Zahl der leeren Regale mit dem Team gemessen und das Modell nicht sofort eingesetzt.",
    "Nous avons mesuré le taux de rupture dans les magasins et nous avons choisi une cible pour le trimestre.",
    "Medimos la tasa de roturas en las tiendas y fijamos una meta para el trimestre con los gerentes.",
    "我们先看缺货率,然后在四十家门店做实验。",
    "Мы измерили долю пустых полок и выбрали сорок магазинов.",
  ])("is flagged: %s", (text) => {
    expect(flagged("not-english", text)).toMatchObject({ cap: 0.2 });
  });

  test.each([
    "We opened a pop-up in Los Angeles with La Roche and El Corte; per store it paid, die-cut boxes and all.",
    "I called it 双十一, our biggest day, and planned stock for it with the Beijing team since March.",
    "The MIT team ran a t-test: μ = 0.3, σ = 0.1, so the lift is real.",
  ])("is none for English with foreign words in it: %s", (text) => {
    expect(idsOf(text)).toEqual([]);
  });
});

describe("shuffled words", () => {
  test("are flagged over the whole text and within sentences", () => {
    const reversed = goodAnswer.split(" ").toReversed().join(" ");
    const within = goodAnswer
      .split(". ")
      .map((sentence) => sentence.split(" ").toSorted().join(" "))
      .join(". ");
    expect([flagged("shuffled-words", reversed).cap, flagged("shuffled-words", within).cap]).toEqual([0.15, 0.15]);
  });

  test("of a short right answer are known by the right order", () => {
    const of = { references: ["The terminal is separated from the battery by a gap in the circuit."] };
    expect(idsOf("gap separated by circuit terminal the battery from", of)).toContain("shuffled-words");
    expect(idsOf("terminal separated from battery by gap in circuit", of)).not.toContain("shuffled-words");
  });
});
