// Room: tests. Key points: how strong, with which words, and how much of it counts.
import { describe, expect, test } from "vitest";
import type { Mark } from "../../../src/domain/grade.ts";
import type { OpenQuestion } from "../../../src/domain/question.ts";
import { credit, creditFrom, marksOf } from "../../../src/grading/key-points.ts";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { readSaid } from "../../../src/grading/told.ts";
import { toldBy } from "../../../src/grading/subject.ts";
import { windowsOf } from "../../../src/grading/windows.ts";
import { wordsOf } from "../../../src/language/words.ts";
import { openQuestion } from "./fixtures.ts";

const point = (id: string, phrasings: readonly string[], text = phrasings[0] ?? "") => ({ id, text, weight: 1, part: undefined, phrasings });
const questionWith = (...keyPoints: OpenQuestion["keyPoints"]): OpenQuestion => ({ ...openQuestion, title: "Open", prompt: "What now?", keyPoints });

interface How {
  readonly unit?: number;
  readonly doubt?: number;
}

function marksIn(question: OpenQuestion, text: string, { unit = 0.6, doubt = 1 }: How = {}): readonly Mark[] {
  const lookedFor = lookedForIn(question);
  const windows = windowsOf(readSaid({ kind: "open", text }).sentences, lookedFor);
  const places = [{ windows, worth: 1 }];
  return marksOf(lookedFor, { windows, placesFor: () => places, unit, doubt, leastTimes: 0 }).met.map(({ mark }) => mark);
}

describe("three words of ten", () => {
  const question = questionWith(point("ten", ["alpha bravo charlie delta echo foxtrot golf hotel india juliet"]));
  const markAt = (unit: number) => marksIn(question, "Alpha bravo charlie", { unit })[0];

  test.each([
    [0.6, 0.5, "found"],
    [0.61, 0.491_803_279, "partly"],
    [2 / 3, 0.45, "partly"],
    [0.68, 0.441_176_471, "not-found"],
  ] as const)("are, where a point is found at %d, of the strength %d: %s", (unit, strength, status) => {
    expect([markAt(unit)?.strength, markAt(unit)?.status]).toEqual([strength, status]);
  });

  test("are told to be not enough where they are partly it, and have evidence unless it is not found", () => {
    const [found, partly, missed] = [0.6, 0.61, 0.68].map(markAt);
    expect([found?.reason, partly?.reason, missed?.reason]).toEqual([undefined, "Some of its words are there, not enough to be sure.", undefined]);
    expect([found?.evidence, partly?.evidence, missed?.evidence]).toEqual([[{ start: 0, end: 19 }], [{ start: 0, end: 19 }], []]);
  });

  test("name the phrasing that they are near to, unless it is near by chance", () => {
    const [phrasing] = question.keyPoints[0]?.phrasings ?? [];
    expect([0.68, 2, 2.01].map((unit) => markAt(unit)?.phrasing)).toEqual([phrasing, phrasing, undefined]);
  });

  test.each([
    [0.4, 1],
    [0.5, 1],
    [0.6, 0.807_692],
    [2, 0.134_615],
    [4, 0],
  ])("count, where a point is found at %d, %d", (unit, credit) => {
    expect(markAt(unit)?.credit).toBeCloseTo(credit, 5);
  });
});

test("of two sentences that are as near, the first is told", () => {
  const sentence = "We count empty facings on every aisle each Monday morning.";
  const [mark] = marksIn(questionWith(point("count", ["count empty facings on every aisle"])), `${sentence} ${sentence}`);
  expect([mark?.nearest, mark?.evidence.map(({ start }) => start)]).toEqual([{ start: 0, end: sentence.length - 1 }, [3]]);
});

describe("the evidence", () => {
  const shownIn = (text: string, phrasing: string, abbreviations: OpenQuestion["abbreviations"] = []) =>
    marksIn({ ...questionWith(point("it", [phrasing])), abbreviations }, text, { unit: 0.1 })[0]?.evidence.map(({ start, end }) => text.slice(start, end));

  test.each([
    ["I would walk the aisles with a manager today.", "walk the aisles with a manager", ["walk the aisles with a manager"]],
    ["I would walk the aisles with a friendly manager today.", "walk the aisles with a manager", ["walk the aisles", "manager"]],
    ["I would walk the aisles slowly with a manager.", "walk the aisles with a manager", ["walk the aisles", "manager"]],
    ["Walk her aisles.", "walk the aisles with a manager", ["Walk", "aisles"]],
    ["With a look at the aisles, and the end.", "walk the aisles with a manager", ["aisles"]],
    ["Nobody said so: aisles manager walk.", "walk the aisles with a manager", ["aisles manager walk"]],
    ["It is worth $350 a store.", "worth $400 a store", ["worth $350 a store"]],
  ])("of %j for %j is %j", (text, phrasing, shown) => {
    expect(shownIn(text, phrasing)).toEqual(shown);
  });

  test("of an abbreviation is the abbreviation, once", () => {
    const abbreviations = [{ short: "GMV", long: "gross merchandise value" }];
    expect(shownIn("The GMV doubled in stores.", "gross sales and their value doubled", abbreviations)).toEqual(["GMV doubled"]);
    expect(shownIn("We doubled what is called GMV.", "gross sales and their value doubled", abbreviations)).toEqual(["doubled", "GMV"]);
  });
});

describe("an answer in words that the question does not have", () => {
  const letters = "bcdfghjklmnp";
  const said = (count: number, salt: string) =>
    Array.from({ length: count }, (_, index) => `${salt}${letters[index % 12] ?? ""}o${letters[(index * 5) % 11] ?? ""}`);
  const points = ["qa", "qe", "qi", "qo", "qu"].map((salt) => point(salt, [said(11, salt).join(" ")]));
  const question = questionWith(...points);
  // Twenty words to a sentence, none of them of the question.
  const talk = Array.from({ length: 30 }, (_, index) => `${said(20, `z${letters[index % 12] ?? ""}${letters[Math.floor(index / 12)] ?? ""}`).join(" ")}.`).join(
    " ",
  );
  const meeting = (count: number) =>
    `${points
      .slice(0, count)
      .map(({ text }) => `${text}.`)
      .join(" ")} ${talk}`;

  test.each([
    [1, 0],
    [2, 1 / 3],
    [3, 1],
  ])("loses less the more of the five points it meets: with %d it keeps %d", (count, kept) => {
    const sure = marksIn(question, meeting(count), { doubt: 0 });
    const doubted = marksIn(question, meeting(count));
    expect(sure.filter(({ status }) => status === "found")).toHaveLength(count);
    expect((doubted[0]?.strength ?? 0) / (sure[0]?.strength ?? 0)).toBeCloseTo(kept, 6);
  });

  test("is doubted though it is one sentence", () => {
    const text = said(25, "za").concat(said(2, "qa")).join(" ");
    const [sure, doubted] = [0, 1].map((doubt) => marksIn(question, text, { doubt })[0]?.strength ?? 0);
    expect(sure).toBeGreaterThan(0);
    expect(doubted).toBe(0);
  });
});

describe("where a strength begins to count", () => {
  test.each([
    [0, 0.08],
    [200, 0.08],
    [201, 0.08 + 0.3 * Math.log(201 / 200)],
    [400, 0.08 + 0.3 * Math.log(2)],
    [580, 0.08 + 0.3 * Math.log(2.9)],
    [582, 0.4],
    [100_000, 0.4],
  ])("in an answer of %i words: at %d", (words, from) => expect(creditFrom(words)).toBeCloseTo(from, 12));

  test("is later in a long answer, which meets a point by chance, and what is found in full counts as much as ever", () => {
    const question = questionWith(point("ten", ["alpha bravo charlie delta echo foxtrot golf hotel india juliet"]));
    const [few, all] = ["Alpha bravo charlie.", "Alpha bravo charlie delta echo foxtrot golf hotel india juliet."];
    const creditIn = (said: string, fillers: number) => marksIn(question, `${said} ${"Nothing else matters here. ".repeat(fillers)}`, { doubt: 0 })[0]?.credit;
    expect(creditIn(few, 10)).toBeCloseTo((0.5 - credit.from) / (credit.whole - credit.from), 12);
    expect(creditIn(few, 99)).toBeCloseTo((0.5 - creditFrom(399)) / (credit.whole - creditFrom(399)), 12);
    expect(creditIn(all, 99)).toBe(1);
  });
});

describe("how far an answer belongs to its question", () => {
  const made = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `zu${"bdfgklmnpr".charAt((from + at) % 10)}o${"bdfgklmnpr".charAt(Math.floor((from + at) / 10) % 10)}ak`);
  const question = questionWith(point("known", [made(0, 50).join(" ")]), point("other", [made(50, 100).join(" ")]));
  const belongingOf = (words: readonly string[], leastTimes = 0) => {
    const lookedFor = lookedForIn(question);
    const windows = windowsOf(readSaid({ kind: "open", text: words.join(" ") }).sentences, lookedFor);
    const places = [{ windows, worth: 1 }];
    return marksOf(lookedFor, { windows, placesFor: () => places, unit: 0.6, doubt: 1, leastTimes });
  };
  const alien = Array.from({ length: 20 }, (_, at) => `alien${"abcdefghijklmnopqrst".charAt(at)}`);

  test("is told by its words, and by twice the share of the points", () => {
    const said = [...made(0, 50), ...made(50, 100)];
    // Every word is known, of a hundred and the title's one: 1 by (0.015 × √101) times beyond chance. Both points are said.
    expect(belongingOf(said).belonging).toBeCloseTo(1 / (0.015 * Math.sqrt(101)) + 2, 6);
  });

  test("counts the points before any doubt takes from them", () => {
    const { met, belonging } = belongingOf([...made(0, 3), ...alien]);
    expect(met.every(({ mark }) => (mark.credit ?? 0) === 0)).toBe(true);
    expect(belonging).toBeGreaterThan(3 / 23 / (0.015 * Math.sqrt(101)));
  });

  test("is told by the words alone where they are too few", () => {
    const said = [...made(0, 3), ...alien];
    const times = toldBy(lookedForIn(question).subject, wordsOf(said.join(" "))).times ?? Number.NaN;
    expect(belongingOf(said, times + 0.001).belonging).toBeCloseTo(times, 6);
    expect(belongingOf(said, times - 0.001).belonging).toBeGreaterThan(times);
  });

  test("is nothing by words that nobody knows, and untold by few", () => {
    expect([belongingOf(alien).belonging, belongingOf(made(0, 14)).belonging]).toEqual([0, undefined]);
  });
});
