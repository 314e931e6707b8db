import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerBody } from "../../../src/domain/answer.ts";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { starParts, type StarPart } from "../../../src/domain/question.ts";
import { conflictsOf } from "../../../src/grading/claims.ts";
import { anAttempt } from "../../support/attempts.ts";
import { timesLonger } from "../../support/growth.ts";

const first: Readonly<Record<StarPart, string>> = {
  situation: "Stores lost 4 percent of fresh sales to empty shelves, and three teams held a piece of the cause.",
  task: "I owned the forecast from the raw sales to the list on the store manager's screen, by the autumn.",
  action: "I agreed the data with engineering, the trial with store operations and the list with merchandising. The audit took six weeks and cost $40,000.",
  result: "Empty shelves fell from 8 to 5 percent in ten stores, and merchandising paid for a hundred more.",
};

const told = (parts: Partial<typeof first> = {}): AnswerBody => ({ kind: "star", parts: { ...first, ...parts } });
const before = (parts: Partial<typeof first> = {}, fields: Partial<Attempt> = {}): Attempt =>
  anAttempt({ id: "before", question: "d/star", kind: "star", at: "2026-11-20T19:00:00Z", answer: told(parts), ...fields });

const numbers = (now: AnswerBody, ...earlier: readonly Attempt[]): readonly string[] =>
  conflictsOf(now, earlier).map((conflict) => `${conflict.before.number} -> ${conflict.now.number}`);

describe("a story told again", () => {
  test("in the same words, or in nearly the same, has no conflict", () => {
    expect(numbers(told(), before())).toEqual([]);
    expect(
      numbers(told({ result: "In ten stores the empty shelves fell from eight to five per cent, and merchandising then paid for 100 more." }), before()),
    ).toEqual([]);
  });

  test.each<[string, Partial<typeof first>, string]>([
    [
      "a share",
      { result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more." },
      "8 to 5 percent -> 8 to 3 percent",
    ],
    ["a count", { result: "Empty shelves fell from 8 to 5 percent in twenty stores; merchandising paid for a hundred more." }, "ten -> twenty"],
    [
      "money",
      { action: "I agreed the data, the trial and the list with engineering, operations and merchandising. The audit took six weeks and cost $90,000." },
      "$40,000 -> $90,000",
    ],
    [
      "a time",
      { action: "I agreed the data, the trial and the list with engineering, operations and merchandising. The audit took ten weeks and cost $40,000." },
      "six weeks -> ten weeks",
    ],
  ])("with another number for %s has one, with both sentences and the day", (_, parts, wanted) => {
    expect(numbers(told(parts), before())).toEqual([wanted]);
    const [conflict] = conflictsOf(told(parts), [before()]);
    expect(conflict).toMatchObject({ at: "2026-11-20T19:00:00Z", attempt: "before", question: "d/star" });
    expect(Object.values(first).join(" ")).toContain(conflict?.before.sentence);
    expect(Object.values(parts).join(" ")).toContain(conflict?.now.sentence);
  });

  test("in other words has one where the sentence of the number is the same", () => {
    const again = {
      situation: "Fresh sales were bleeding: 4 percent went missing through empty shelves, and each of three teams had a piece of the puzzle.",
      task: "The forecast was mine, end to end, until it stood on the screen of a store manager. Autumn was the deadline my director had named.",
      action:
        "Engineering and I settled the data. With operations I drew up a trial, and merchandising helped me to shorten the list. Nobody was happy at first.",
      result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more.",
    };
    expect(numbers(told(again), before())).toEqual(["8 to 5 percent -> 8 to 3 percent"]);
  });

  test("is measured by the newest telling that speaks of the number", () => {
    const changed = { result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more." };
    expect(numbers(told(changed), before(changed), before())).toEqual([]);
    expect(numbers(told(changed), before({ result: "" }), before())).toEqual(["8 to 5 percent -> 8 to 3 percent"]);
  });
});

describe("a number that changed", () => {
  const pair = (earlier: string, later: string) => numbers(told({ result: later }), before({ result: earlier }));

  test.each<[string, string, string, string]>([
    [
      "begins with another word",
      "Later empty shelves fell by 8 percent in stores.",
      "Then empty shelves fell by 3 percent in stores.",
      "8 percent -> 3 percent",
    ],
    ["says I", "Empty shelves fell by 8 percent in stores.", "Empty shelves, I hear, fell by 3 percent in stores.", "8 percent -> 3 percent"],
    [
      "says more",
      "Empty shelves fell by 8 percent in stores.",
      "Empty shelves with bread and fish fell by 3 percent in stores near rivers.",
      "8 percent -> 3 percent",
    ],
    [
      "says less",
      "Empty shelves with bread and fish fell by 8 percent in stores near rivers.",
      "Empty shelves fell by 3 percent in stores.",
      "8 percent -> 3 percent",
    ],
    ["counts from two on", "It took 2 clerks to count shelves.", "It took 5 clerks to count shelves.", "2 -> 5"],
    [
      "stands in the story as a number of something else",
      "The pilot ran in 20 stores.",
      "The pilot ran in 44 stores. Each audit of fish cost $20.",
      "20 -> 44",
    ],
  ])("is told of a sentence that %s", (_, earlier, later, wanted) => {
    expect(pair(earlier, later)).toEqual([wanted]);
  });

  test("is told three times at most", () => {
    const things = ["fish counters", "bread ovens", "milk coolers", "wine cellars"];
    const result = (count: number) => things.map((thing) => `The ${thing} of the town lost ${count} percent.`).join(" ");
    expect(pair(result(20), result(50))).toHaveLength(3);
  });

  test("is looked for in the last sixty tellings, and in what is said of a telling in six thousand letters", () => {
    const changed = told({ result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more." });
    const silent = before({ result: "" });
    const wanted = ["8 to 5 percent -> 8 to 3 percent"];
    expect(numbers(changed, ...Array.from({ length: 59 }, () => silent), before())).toEqual(wanted);
    expect(numbers(changed, ...Array.from({ length: 60 }, () => silent), before())).toEqual([]);
    const late = (letters: number) =>
      told({
        action: `${first.action}\n${"- \n".repeat(letters / 3)}`,
        result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more.",
      });
    expect([numbers(late(3000), before()), numbers(late(6000), before())]).toEqual([wanted, []]);
  });
});

describe("no false alarm is made of", () => {
  test.each<[string, Partial<typeof first>]>([
    [
      "a value said more or less exactly",
      { action: "I agreed the data, the trial and the list with engineering, operations and merchandising. The audit took six weeks and cost $41,500." },
    ],
    [
      "a value that stands elsewhere in the story",
      { result: "Empty shelves fell from 8 to 4 percent in ten stores, and merchandising paid for a hundred more." },
    ],
    ["another period", { action: "I agreed the data with engineering, operations, merchandising. The audit took six weeks and cost $7,000 a week." }],
    ["another unit", { action: "I agreed the data with engineering, operations, merchandising. The audit took two months and cost $40,000." }],
    ["a sentence about another thing", { result: "Waste rose by 2 percent in the first month, which finance had expected of us." }],
    [
      "a number that is new",
      { result: "Empty shelves fell from 8 to 5 percent in ten stores, worth $300,000 a year, and merchandising paid for a hundred more." },
    ],
    ["another place", { action: "I agreed the data with engineering, operations, merchandising. The audit in Texas took ten weeks and cost $90,000." }],
    ["a bare number", { result: "Empty shelves fell from 8 to 5 percent in ten stores, and merchandising paid for two hundred more." }],
  ])("%s", (_, parts) => {
    expect(numbers(told(parts), before())).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      "another place",
      "A recount in Ohio warehouses needed 12 clerks and added 9 percent in overtime.",
      "A recount in Texas warehouses needed 20 clerks and added 15 percent in overtime.",
    ],
    [
      "a number that now stands for something else",
      "Empty shelves fell to 5 percent in our stores.",
      "Empty shelves fell to 3 percent in our stores. The target for shrink had been 5 percent.",
    ],
    ["a change told by one of its ends", "Empty shelves fell from 8 to 6 percent in our stores.", "Empty shelves fell to 5 percent in our stores."],
    ["a short sentence that is part of a longer one", "Shrink fell 3 percent.", "Shrink fell 9 percent behind the pharmacy counter."],
    ["a value that is ten in a hundred away", "The pilot ran in 100 stores.", "The pilot ran in 90 stores."],
    ["one of something", "It took 1 clerk to count shelves.", "It took 5 clerks to count shelves."],
    ["another period for the same", "The counter sells $9,000 of fish a week.", "The counter sells $30,000 of fish a month."],
    [
      "a value that is now the end of another change",
      "Empty shelves fell by 6 percent in stores.",
      "Empty shelves fell by 9 percent in stores. Returns went from 11 to 6 percent in depots.",
    ],
    ["the first of several numbers", "Empty shelves fell by 8 percent in stores, for $900 of work.", "Empty shelves fell by 3 percent in stores for work."],
    [
      "sentences that share only small words",
      "It was in the end all of 8 percent of the shelves for us.",
      "It was in the end all of 30 percent of the trucks for us.",
    ],
    [
      "sentences that share some words",
      "Empty shelves in the bakery fell by 8 percent once the supplier came at night.",
      "Empty shelves in the bakery cost 20 percent of margin before merchandising moved the fridge.",
    ],
  ])("%s", (_, earlier, later) => {
    expect(numbers(told({ result: later }), before({ result: earlier }))).toEqual([]);
  });

  test("another story with a sentence in the same words", () => {
    const other = before({
      situation: "Our payment provider dropped orders at midnight, and nobody on call could say why.",
      task: "As the engineer on duty I had to bring checkout back before the morning's traffic.",
      action: "I read the logs, found a certificate that had expired, renewed it and wrote an alarm for the next one.",
      result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more.",
    });
    expect(numbers(told(), other)).toEqual([]);
  });

  test("attempts that were cut short, and answers that are no stories", () => {
    const changed = { result: "Empty shelves fell from 8 to 3 percent in ten stores, and merchandising paid for a hundred more." };
    expect(numbers(told(changed), before({}, { interrupted: true }))).toEqual([]);
    const text = Object.values(first).join(" ");
    expect(numbers({ kind: "open", text: text.replace("to 5", "to 3") }, before())).toEqual([]);
    expect(numbers(told(changed), before({}, { kind: "open", answer: { kind: "open", text } }))).toEqual([]);
  });

  test("a telling set beside itself, whatever it says", () => {
    const part = fc.string({
      unit: fc.constantFrom("ten ", "8 ", "percent ", "$5 ", "to ", "shelf ", "weeks. ", "week ", "sales ", "store ", "fell ", "2M ", "\n"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), (texts) => {
        const parts = Object.fromEntries(starParts.map((name, index) => [name, texts[index] ?? ""])) as typeof first;
        expect(numbers(told(parts), before(parts))).toEqual([]);
      }),
    );
  });
});

test("a telling of any length is read in the same time, as far as tellings are read", () => {
  const readOf = (times: number): (() => unknown) => {
    const action = `${Object.values(first).join(" ")} `.repeat(times);
    const earlier = Array.from({ length: 8 }, () => before({ action }));
    return () => numbers(told({ action }), ...earlier);
  };
  expect(timesLonger(readOf(400), readOf(20), 1)).toBeLessThan(4);
});
