// Room: tests. Choice, order, sort and numeric questions.
import { describe, expect, test } from "vitest";
import type { NumericQuestion } from "../../../src/domain/question.ts";
import { sampleQuestions } from "../../support/questions.ts";
import { grade, idsOf, numericQuestion } from "./fixtures.ts";

describe("choice", () => {
  const options = ["a", "b", "c", "d"].map((text, index) => ({ text, isRight: index < 2, reason: index === 1 ? "it pays" : undefined }));
  const question = { ...sampleQuestions.choice, options };
  const choose = (...chosen: readonly number[]) => grade(question, { kind: "choice", chosen });

  test.each([
    [[0, 1], 1],
    [[0], 0.5],
    [[0, 2], 0],
    [[0, 1, 2], 0.5],
    [[0, 1, 2, 3], 0],
    [[2, 3], 0],
    [[], 0],
    [[0, 0, 0], 0.5],
    [[9, -1], 0],
  ])("right ticks less wrong ones: %j gives %d", (chosen, score) => {
    expect(choose(...chosen).score).toBe(score);
  });

  test("tells a reason where it matters: for what is right and for a wrong tick", () => {
    expect(choose(0, 2).marks.map((mark) => [mark.id, mark.status, mark.reason])).toEqual([
      ["option-1", "found", "Right."],
      ["option-2", "not-found", "Right, and not ticked: it pays"],
      ["option-3", "not-found", "Not right."],
    ]);
  });

  test("names the right one, or says where to look", () => {
    expect(grade(sampleQuestions.choice, { kind: "choice", chosen: [1] }).next).toBe("The right one is: It saves about $1,200 a store each week.");
    expect([choose(0).next, choose(0, 1, 2).next, choose(0, 1).next]).toEqual([
      expect.stringContaining("not ticked"),
      expect.stringContaining("wrong tick"),
      undefined,
    ]);
  });

  test("shows every right option in its workings, whatever was ticked", () => {
    expect(choose(2).workings).toEqual(["Right: a", "Right: b"]);
  });

  test("scores nothing, and names nothing, where no option is right", () => {
    const marked = grade({ ...question, options: options.slice(2) }, { kind: "choice", chosen: [0] });
    expect([marked.score, marked.workings, marked.next]).toEqual([0, [], expect.stringContaining("wrong tick")]);
  });
});

describe("order", () => {
  const question = { ...sampleQuestions.order, items: ["one", "two", "three", "four"] };
  const put = (...order: readonly number[]) => grade(question, { kind: "order", order });

  test.each([
    [[0, 1, 2, 3], 1],
    [[3, 2, 1, 0], 0],
    [[1, 0, 2, 3], 5 / 6],
    [[1, 2, 3, 0], 0.5],
    [[], 0],
    [[0, 1], 1 / 6],
    [[0, 0, 1, 2, 3], 1],
    [[7, -1, 0.5, 0, 1, 2, 3], 1],
  ])("%j gives %d", (order, score) => {
    expect(put(...order).score).toBeCloseTo(score, 9);
  });

  test("marks each item: at its place, one off, or further", () => {
    const marked = put(1, 0, 3);
    expect(marked.marks.map((mark) => mark.status)).toEqual(["partly", "partly", "not-found", "partly"]);
    expect(marked.marks[2]?.reason).toBe("Left out; it comes at place 3.");
    expect(marked.marks[0]?.reason).toBe("Put at place 2; it comes at place 1.");
    expect(marked.workings).toEqual(["1. one", "2. two", "3. three", "4. four"]);
    expect(marked.next).toBe("Place 1 is for: one");
  });

  test("is partly right one place off, not two or three", () => {
    expect(put(3, 2, 1, 0).marks.map((mark) => mark.status)).toEqual(["not-found", "partly", "partly", "not-found"]);
  });

  test("gives each item the share of the others that it stands right to", () => {
    expect(put(1, 0, 3).marks.map((mark) => mark.strength)).toEqual([1 / 3, 1 / 3, 0, 2 / 3]);
    expect(put(3, 0, 1, 2).marks.map((mark) => mark.strength)).toEqual([2 / 3, 2 / 3, 2 / 3, 0]);
  });

  test("points at the first item that is out of place, and at none when all are in theirs", () => {
    const [partly, right] = [put(0, 2, 1, 3), put(0, 1, 2, 3)];
    expect(partly.marks.map((mark) => [mark.status, mark.reason])).toEqual([
      ["found", undefined],
      ["partly", "Put at place 3; it comes at place 2."],
      ["partly", "Put at place 2; it comes at place 3."],
      ["found", undefined],
    ]);
    expect([partly.next, right.next]).toEqual(["Place 2 is for: two", undefined]);
  });

  test.each([[[7, 0, 1, 2, 3]], [[4, 0, 1, 2, 3]], [[-1, 0, 1, 2, 3]], [[0, 0.5, 1, 2, 3]], [[Number.NaN, 0, 1, 2, 3]]])(
    "numbers that are no item of it take no place: %j",
    (order) => {
      expect(put(...order).marks.map((mark) => mark.status)).toEqual(["found", "found", "found", "found"]);
    },
  );

  test("of one item is right when the item was put", () => {
    const single = { ...question, items: ["one"] };
    const marked = [[0], []].map((order) => grade(single, { kind: "order", order }));
    expect(marked.map(({ score, marks }) => [score, marks[0]?.strength])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });
});

describe("sort", () => {
  const question = {
    ...sampleQuestions.sort,
    buckets: [
      {
        name: "Signal",
        items: [
          { text: "orders", reason: "money" },
          { text: "returns", reason: undefined },
        ],
      },
      {
        name: "Noise",
        items: [
          { text: "views", reason: undefined },
          { text: "clicks", reason: "cheap" },
        ],
      },
    ],
  };
  const put = (...buckets: readonly number[]) => grade(question, { kind: "sort", buckets });

  test("gives the plain share, and says that it is one", () => {
    expect([put(0, 0, 1, 1).score, put(0, 0, 0, 0).score, put(-1, -1).score, put().score]).toEqual([1, 0.5, 0, 0]);
    expect(put(0, 0, 1, 0).workings[0]).toBe("3 of 4 in the right bucket; that share is the score.");
  });

  test("tells where each item belongs, with its reason", () => {
    expect(put(1, 0, 1, 0).marks.map((mark) => mark.reason)).toEqual(["Belongs in Signal: money", "Signal.", "Noise.", "Belongs in Noise: cheap"]);
    expect(put(1, 0, 1, 0).next).toBe("Signal is the bucket for: orders");
  });

  test("points at the first item in a wrong bucket, and at none when all are right", () => {
    expect([put(0, 0, 1, 0).next, put(0, 0, 1, 1).next]).toEqual(["Noise is the bucket for: clicks", undefined]);
  });

  test("shows the share and every bucket with what belongs in it", () => {
    expect(put(0, 0, 0, 1).workings).toEqual(["3 of 4 in the right bucket; that share is the score.", "Signal: orders · returns", "Noise: views · clicks"]);
  });

  test("names its items by their order in the deck", () => {
    expect(put().marks.map((mark) => [mark.id, mark.text, mark.part])).toEqual([
      ["item-1", "orders", "Signal"],
      ["item-2", "returns", "Signal"],
      ["item-3", "views", "Noise"],
      ["item-4", "clicks", "Noise"],
    ]);
  });
});

describe("numeric", () => {
  const dollars = numericQuestion("30000", { unit: "USD", steps: ["Shrink today: {= 20 * 5} %"] });
  const share = numericQuestion("12", { unit: "%" });
  const days = numericQuestion("21", { unit: "days", tolerance: { by: "amount", size: 0 } });
  const people = numericQuestion("384", { unit: "people" });
  const bare = numericQuestion("0.5");
  const wide = numericQuestion("3", { tolerance: { by: "amount", size: 1 } });
  const tenth = numericQuestion("0.3", { tolerance: { by: "amount", size: 0.1 } });
  const questions = { dollars, share, days, people, bare, wide, tenth };

  test.each<readonly [name: keyof typeof questions, text: string]>([
    ["dollars", "30000"],
    ["dollars", "$30,000"],
    ["dollars", "30k"],
    ["dollars", "30 thousand dollars"],
    ["dollars", "about $30,100"],
    ["dollars", "20M x 1.5 % = 300k; 10 % of it = $30,000"],
    ["dollars", "It is $30k (10 % of 300,000)"],
    ["share", "12"],
    ["share", "12%"],
    ["share", "12 percent"],
    ["share", "twelve per cent"],
    ["share", "1,200 bps"],
    ["days", "21"],
    ["days", "21 days"],
    ["days", "3 weeks"],
    ["days", "twenty-one business days"],
    ["people", "384"],
    ["people", "384 people"],
    ["people", "384 people in 2 arms"],
    ["people", "192 in each of 2 arms, so 384 people at 80 % power"],
    ["people", "385 per arm"],
    ["people", "192 people in each arm, 384 in all"],
    ["people", "38,416 / 100 = 384, before 10 % drop out"],
    ["bare", "0.5"],
    ["bare", "half"],
    ["bare", "50%"],
    ["bare", "½"],
    ["bare", "0.2 and 0.3 together are 50%"],
  ])("takes, for %s: %s", (name, text) => {
    const marked = grade(questions[name], { kind: "numeric", text });
    expect([text, marked.score]).toEqual([text, 1]);
    expect(marked.next).toBeUndefined();
  });

  test.each<readonly [name: keyof typeof questions, text: string, reason: RegExp]>([
    ["dollars", "300,000", /10 times too large/],
    ["dollars", "$3", /10,000 times too small/],
    ["share", "0.12", /per cent and fraction/],
    ["share", "1200 %", /per cent and fraction/],
    ["share", "$12", /unit is not: % was asked for/],
    ["dollars", "30,000 %", /unit is not: USD/],
    ["dollars", "30,000 business days", /unit is not: USD/],
    ["days", "$21", /unit is not: days was asked for\./],
    ["bare", "$0.5", /^The number is right, the unit is not\.$/],
    ["dollars", "3,000,000", /100 times too large/],
    ["share", "120 %", /10 times too large/],
    ["wide", "30.5", /10 times too large/],
  ])("counts a slip of the point or the unit half, for %s: %s", (name, text, reason) => {
    const marked = grade(questions[name], { kind: "numeric", text });
    expect(marked.marks[0]?.status).toBe("partly");
    expect(marked.marks[0]?.reason).toMatch(reason);
    expect(marked.score).toBe(0.5);
  });

  test.each<readonly [name: keyof typeof questions, text: string, reason: RegExp]>([
    ["dollars", "33,000", /33,000 USD is 10 % too high/],
    ["dollars", "$29,000", /3\.3 % too low/],
    ["dollars", "no idea", /no number/],
    ["dollars", "", /no number/],
    ["dollars", "20,000 to 40,000", /range/],
    ["days", "22 days", /4\.8 % too high/],
    ["dollars", "1e9", /more than ten times/],
    ["dollars", "330,000", /1,000 % too high/],
    ["people", "38,400 %", /^The unit is not the one asked for \(people\)\.$/],
    ["share", "$7", /^The unit is not the one asked for \(%\)\.$/],
    ["bare", "$7", /^The unit is not the one asked for\.$/],
    ["wide", "4.5", /4\.5 is 50 % too high/],
  ])("says how far off, for %s: %s", (name, text, reason) => {
    const mark = grade(questions[name], { kind: "numeric", text }).marks[0];
    expect([mark?.status, mark?.reason]).toEqual(["not-found", expect.stringMatching(reason)]);
  });

  test.each<readonly [name: keyof typeof questions, text: string, reason: string | undefined]>([
    ["dollars", "$30,000", undefined],
    ["dollars", "$30,100", "Near enough: 0.3 % too high."],
    ["dollars", "$29,700", "Near enough: 1.0 % too low."],
    ["tenth", "0.4", "Near enough: 33 % too high."],
  ])("up to the edge of the tolerance is right, and told how near, for %s: %s", (name, text, reason) => {
    const mark = grade(questions[name], { kind: "numeric", text }).marks[0];
    expect([mark?.status, mark?.reason]).toEqual(["found", reason]);
  });

  test("says what to look at by what was wrong", () => {
    const nextOf = (question: NumericQuestion, text: string) => grade(question, { kind: "numeric", text }).next;
    expect(nextOf(dollars, "$3")).toBe("Check the unit and the noughts before you say the figure.");
    expect(nextOf(people, "500")).toBe("The value is 384 people.");
  });

  test("has one mark, for the value", () => {
    expect(grade(people, { kind: "numeric", text: "no idea" }).marks).toEqual([
      { id: "value", text: "384 people", weight: 1, status: "not-found", strength: 0, evidence: [], reason: "There is no number to read in this." },
    ]);
  });

  test("a wide tolerance does not make a slip of the point out of any digits", () => {
    expect(grade(wide, { kind: "numeric", text: "35" }).score).toBe(0);
    expect(grade(wide, { kind: "numeric", text: "30" }).score).toBe(0.5);
  });

  test("shows the worked steps and the right value with its unit", () => {
    const marked = grade(dollars, { kind: "numeric", text: "5" });
    expect(marked.workings).toEqual(["Shrink today: 100 %", "Answer: 30,000 USD"]);
    expect(marked.next).toBe("Go through it again from the first step: Shrink today: 100 %");
  });

  test("a question without a value is no crash", () => {
    const [mark] = grade(numericQuestion("1 / 0"), { kind: "numeric", text: "5" }).marks;
    expect([mark?.strength, mark?.reason]).toEqual([0, "5 is not comparable: the question has no value for these numbers."]);
    expect(grade(numericQuestion("0"), { kind: "numeric", text: "0" }).score).toBe(1);
    expect(grade(numericQuestion("0"), { kind: "numeric", text: "5" }).marks[0]?.reason).toBe("5 is 5 too high.");
    expect(grade(numericQuestion("0"), { kind: "numeric", text: "0.0001" }).marks[0]?.reason).toBe("0.0001 is 0.0001 too high.");
  });

  test("points at the number that was read", () => {
    const text = "20M x 1.5 % = 300k, so $30,000 in all";
    const [span] = grade(dollars, { kind: "numeric", text }).marks[0]?.evidence ?? [];
    expect(text.slice(span?.start, span?.end)).toBe("$30,000");
  });
});

test("marks of a choice, an order and a sort point at no words", () => {
  const marked = [
    grade(sampleQuestions.choice, { kind: "choice", chosen: [0] }),
    grade(sampleQuestions.order, { kind: "order", order: [0, 1, 2, 3] }),
    grade(sampleQuestions.sort, { kind: "sort", buckets: [0, 0, 1] }),
  ];
  expect(marked.map(({ score }) => score)).toEqual([1, 1, 1]);
  expect(marked.flatMap(({ marks }) => marks.flatMap(({ evidence }) => evidence))).toEqual([]);
});

test("marks of exact kinds carry the ids of the deck's order", () => {
  expect(idsOf(grade(sampleQuestions.order, { kind: "order", order: [] }), "not-found")).toEqual(
    sampleQuestions.order.items.map((_, index) => `item-${index + 1}`),
  );
});
