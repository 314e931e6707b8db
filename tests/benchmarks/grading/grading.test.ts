// Room: tests. The statistics of agreement against values worked out by hand, and both tables over small samples.
import fc from "fast-check";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../../src/content/find.ts";
import { readLibrary } from "../../../src/content/library.ts";
import { type LabelledAnswer, ownReport } from "./own-set.ts";
import { publicRow } from "./public-set.ts";
import { bootstrap, groupBy, kappa, macroF1, pearson, type Readings } from "./statistics.ts";

const pairs = (marks: readonly number[], given: readonly number[]) => marks.map((mark, index) => ({ mark, given: given[index] ?? 0 }));
const plain = (first: number, second: number): number => (first === second ? 0 : 1);
const linear = (first: number, second: number): number => Math.abs(first - second) / 2;

describe("statistics of agreement", () => {
  test("Pearson's r is 1 for any rising line, -1 for a falling one, 0 where nothing varies", () => {
    expect(pearson(pairs([0.1, 0.2, 0.4], [1, 2, 4]))).toBeCloseTo(1);
    expect(pearson(pairs([0.4, 0.2, 0.1], [1, 3, 4]))).toBeCloseTo(-1);
    expect(pearson(pairs([0.5, 0.5], [0, 1]))).toBe(0);
    expect(pearson(pairs([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))).toBeCloseTo(0.8);
  });

  test("macro-F1 is the mean of both classes' F1", () => {
    // Right: 2 said, 3 are, 2 both: 4/5. Wrong: 2 said, 1 is, 1 both: 2/3.
    expect(macroF1(pairs([0.9, 0.5, 0.49, 0.1], [1, 1, 1, 0]))).toBeCloseTo((0.8 + 2 / 3) / 2);
    expect(macroF1(pairs([0.9, 0.9], [1, 0]))).toBeCloseTo(1 / 3);
  });

  test("kappa is agreement beyond chance; a weighted one forgives neighbours in part", () => {
    // Cohen 1960's form: 45 and 15 the same of 100, 25 and 15 not: observed 0.6, by chance 0.54.
    const readings = (count: number, pair: Readings): readonly Readings[] => Array.from({ length: count }, () => pair);
    const both = [...readings(45, [1, 1]), ...readings(15, [1, 0]), ...readings(25, [0, 1]), ...readings(15, [0, 0])];
    expect(kappa(both, plain)).toBeCloseTo((0.6 - 0.54) / 0.46);
    const near: readonly Readings[] = [
      [0, 0],
      [2, 2],
      [0, 1],
      [2, 1],
    ];
    expect(kappa(near, linear)).toBeGreaterThan(kappa(near, plain));
    expect(kappa([[1, 1]], plain)).toBe(1);
    expect(
      kappa(
        [
          [0, 2],
          [2, 0],
        ],
        plain,
      ),
    ).toBeCloseTo(-1);
  });

  test("intervals hold the value's neighbourhood, come out the same each time, and are wider for fewer groups", () => {
    const groups = Array.from({ length: 40 }, (_, index) => [index % 10, (index % 10) + 1]);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { value, low, high } = bootstrap(groups, mean);
    expect(value).toBe(5);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(bootstrap(groups, mean)).toEqual({ value, low, high });
    const few = bootstrap(groups.slice(0, 10), mean);
    expect(few.high - few.low).toBeGreaterThan(high - low);
    expect(bootstrap([[3]], mean)).toEqual({ value: 3, low: 3, high: 3 });
  });

  test("groups keep every item once, in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (items) => {
        const groups = groupBy(items, String);
        expect(groups.flat().toSorted()).toEqual(items.toSorted());
        expect(groups.map((group) => new Set(group).size)).toEqual(groups.map(() => 1));
        expect(groups.map(([item]) => item)).toEqual([...new Set(items)]);
      }),
    );
  });
});

describe("a public set", () => {
  const asked = { question: "How did you separate the salt from the water?", reference: "The water was evaporated, leaving the salt.", max: 2 };
  const line = (fields: object): string => JSON.stringify({ id: "x", qid: "EM_1", ...asked, ...fields });

  test("is marked as a batch is, without answers that were not handed in", () => {
    const row = publicRow("salt", [
      line({ answer: "The water evaporated and the salt was left", score: 2, label3: "correct" }),
      line({ answer: "With a magnet", score: 0, label3: "contradictory" }),
      line({ answer: "No submission.", score: 0, label3: "incorrect" }),
      line({ answer: "By evaporating the water", score: 1, label3: "correct", qid: "ME_2" }),
    ]);
    expect(row).toMatchObject({ name: "salt", answers: 3, questions: 2, f1: { value: 1 }, f1ByDomain: { value: 1 } });
    expect(row.r.value).toBeGreaterThan(0.6);
  });

  test("has no F1 without labels", () => {
    const row = publicRow("salt", [line({ answer: "With a magnet", score: 0 }), line({ answer: "It evaporated", score: 2 })]);
    expect(row.f1).toBeUndefined();
    expect(row.r.value).toBeCloseTo(1);
  });
});

describe("our own set", () => {
  const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../../..")), (text) => text);
  const question = library.decks.flatMap((deck) => deck.questions).find((one) => one.kind === "open" && one.model !== undefined);
  if (question?.kind !== "open") throw new Error("there is no open question");
  const labels = (status: "found" | "not-found") => Object.fromEntries(question.keyPoints.map(({ id }) => [id, status]));
  const answer = (intent: LabelledAnswer["intent"], text: string): LabelledAnswer => {
    const agreed = labels(text === question.model ? "found" : "not-found");
    return { id: intent, question: question.id, intent, answer: text, agreed, first: agreed, second: agreed };
  };
  const model = question.model ?? "";
  const answers = [
    answer("strong", model),
    answer("middling", model.slice(0, model.length / 2)),
    answer("weak", "I would talk to people and see what they need."),
    answer("off-topic", ""),
  ];

  test("tells how far the grader and the readers agree, and whether better answers get more", () => {
    const report = ownReport(answers, library);
    expect(report).toMatchObject({ answers: 4, questions: 1, keyPoints: 4 * question.keyPoints.length });
    expect(report.readers.plain.value).toBe(1);
    expect(report.grader.said.value).toBeGreaterThan(0.3);
    expect(report.grader.linear.value).toBeLessThanOrEqual(1);
    const [strong, middling, ...rest] = answers;
    if (!strong || !middling) throw new Error("the sample is short");
    expect(ownReport([{ ...strong, intent: "middling" }, { ...middling, intent: "strong" }, ...rest], library).ordered.value).toBe(0);
  });

  test("says which answer is to no question of the library", () => {
    expect(() => ownReport([{ ...answer("weak", ""), question: "no/such" }], library)).toThrow("weak: there is no question no/such");
  });
});
