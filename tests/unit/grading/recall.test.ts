// Room: tests. Recall: which words and numbers count as the answer.
import { describe, expect, test } from "vitest";
import { answerText } from "../../../src/domain/answer.ts";
import { gradeRecall, idsOf, recallQuestion } from "./fixtures.ts";

const scores = (form: readonly string[], text: string, prompt = "Which?") => gradeRecall(recallQuestion([form], { prompt }), text).score;

describe("numbers", () => {
  test.each([
    ["$130,000", "130k"],
    ["$130,000", "130,000 USD"],
    ["$130k", "130,000 USD"],
    ["$130,000", "a hundred and thirty thousand dollars"],
    ["90 minutes", "1.5 hours"],
    ["90 minutes", "an hour and a half"],
    ["90 minutes", "90"],
    ["90 minutes", "about 90 min in all"],
    ["90 minutes", "it takes 90 minutes"],
    ["2%", "two percent"],
    ["2%", "2"],
    ["2%", "0.02"],
    ["3-5%", "3 to 5 percent"],
    ["two", "2"],
    ["two", "two meetings"],
    ["3 rounds", "three"],
    ["3 rounds", "three rounds"],
    ["three business days", "3 business days"],
    ["three business days", "3"],
    ["two senior data scientists", "2 senior data scientists"],
    ["150 ms", "0.15 seconds"],
  ])("%s is %s", (form, text) => {
    expect(scores([form], text)).toBe(1);
  });

  test.each([
    ["$130,000", "€130,000"],
    ["90 minutes", "90 hours"],
    ["90 minutes", "91"],
    ["90 minutes", "60, 90 or 120"],
    ["90 minutes", "not 90 minutes"],
    ["2%", "$2"],
    ["2%", "20"],
    ["three business days", "3 weeks"],
    ["3 rounds", "3 days"],
    ["3-5%", "3%"],
    ["$130,000", "130"],
    ["two", "2 %"],
  ])("%s is not %s", (form, text) => {
    expect(scores([form], text)).toBe(0);
  });

  test("the right number with a wrong unit is told as such", () => {
    expect(gradeRecall(recallQuestion([["90 minutes"]]), "90 hours").marks[0]?.reason).toBe("The number is right, its unit is not.");
  });

  test("a bare number stands for the first form's unit, not for that of another form", () => {
    expect(scores(["90 minutes", "1.5 hours"], "90")).toBe(1);
    expect(scores(["90 minutes", "1.5 hours"], "1.5")).toBe(0);
  });

  test("a bare form takes the unit that the prompt names", () => {
    expect(scores(["5"], "5 seconds", "An alert within {{1}} seconds.")).toBe(1);
    expect(scores(["5"], "5 minutes", "An alert within {{1}} seconds.")).toBe(0);
    expect(scores(["2"], "2 %", "A loss of {{1}} %.")).toBe(1);
  });
});

describe("words", () => {
  test.each([
    ["supply-chain integration", "Supply chain integration"],
    ["merchant adoption", "the adoption of merchants"],
    ["merchant adoption", "merchants adopting"],
    ["shrink", "the shrink"],
    ["basket size", "size of the basket"],
    ["fulfilment latency", "fulfillment latency"],
    ["impact quantification", "imapct quantificaton"],
    ["retail intuition", "retail intuiton"],
    ["cross-functional ownership", "crossfunctional ownership"],
    ["integrity", "integrety"],
    ["act with integrity", "to act with integrity"],
    ["café", "cafe"],
    ["measurement plan", "a clear measurement plan"],
  ])("%s is %s", (form, text) => {
    expect(scores([form], text)).toBe(1);
  });

  test.each([
    ["shrink", "shrink or basket"],
    ["shrink", "not shrink"],
    ["data", "date"],
    ["GMV", "GMB"],
    ["supervised", "unsupervised"],
    ["p95", "p99"],
    ["positive", "false positive"],
    ["merchant adoption", "merchant"],
    ["merchant adoption", "not merchant adoption"],
    ["precision", "recall"],
    ["retail intuition", ""],
    ["inductive", "deductive"],
    ["merchant", "marchent"],
    ["shrink", "I would say that it is probably the basket or maybe shrink"],
  ])("%s is not %j", (form, text) => {
    expect(scores([form], text)).toBe(0);
  });

  test("a slip of spelling is right, and is told", () => {
    const mark = gradeRecall(recallQuestion([["integrity"]]), "integrety").marks[0];
    expect([mark?.status, mark?.reason, mark?.strength]).toEqual(["found", "Right; it is spelled: integrity", 0.9]);
  });

  test("the answer is told when it was not found", () => {
    const marked = gradeRecall(recallQuestion([["shrink", "shrinkage"]]), "theft");
    expect([marked.next, marked.workings]).toEqual(["The answer is: shrink.", ["Answer: shrink"]]);
    expect(marked.marks).toEqual([
      { id: "blank-1", text: "shrink", weight: 1, status: "not-found", strength: 0, phrasing: undefined, evidence: [], reason: undefined },
    ]);
  });

  test("what was found counts whole, with the first of the forms that it is as good as", () => {
    const [mark] = gradeRecall(recallQuestion([["shrink", "the shrink"]]), "Shrink").marks;
    expect(mark).toEqual({
      id: "blank-1",
      text: "shrink",
      weight: 1,
      status: "found",
      strength: 1,
      phrasing: "shrink",
      evidence: [{ start: 0, end: 6 }],
      reason: undefined,
    });
  });

  test.each([["all"], ["*"]])("saying nothing is not the answer %s", (form) => {
    expect([scores([form], ""), scores([form], " "), scores([form], form)]).toEqual([0, 0, 1]);
  });
});

describe("several blanks", () => {
  const inOrder = recallQuestion([["$130,000"], ["$180,000"]]);
  const anyOrder = recallQuestion(
    [
      ["shrink", "loss"],
      ["basket size", "basket"],
      ["loss", "fulfilment latency"],
    ],
    { inOrder: false },
  );

  test("in order, each text is for its own blank", () => {
    expect([gradeRecall(inOrder, "130k", "180k").score, gradeRecall(inOrder, "180k", "130k").score, gradeRecall(inOrder, "", "180k").score]).toEqual([
      1, 0, 0.5,
    ]);
  });

  test("in one text, what was named is taken apart", () => {
    expect([
      gradeRecall(inOrder, "$130,000; $180,000").score,
      gradeRecall(inOrder, "130,000, 180,000").score,
      gradeRecall(anyOrder, "basket, shrink and latency of fulfilment").score,
    ]).toEqual([1, 1, 1]);
  });

  test.each(["shrink and basket and loss", "shrink, basket, and loss", "shrink; basket\nloss", "shrink, , basket, loss", "Shrink AND basket and, loss"])(
    "is taken apart at commas, semicolons, line ends and every and: %j",
    (text) => {
      expect(gradeRecall(recallQuestion([["shrink"], ["basket"], ["loss"]], { inOrder: false }), text).score).toBe(1);
    },
  );

  test("a word that has an and within is left whole", () => {
    const question = recallQuestion([["demand"], ["brand"]], { inOrder: false });
    expect(gradeRecall(question, "demand and brand").score).toBe(1);
  });

  test("an empty text beside others does not keep them from being taken apart", () => {
    expect(gradeRecall(anyOrder, "shrink, basket", " ", "latency of fulfilment").score).toBe(1);
  });

  test("a text for each blank is read whole, commas and all", () => {
    const question = recallQuestion([["Bentonville, Arkansas"], ["Sunnyvale, California"]], { inOrder: false });
    expect(gradeRecall(question, "Sunnyvale, California", "Bentonville, Arkansas").score).toBe(1);
  });

  test("in any order, each blank is filled once and the best pairing counts", () => {
    expect(gradeRecall(anyOrder, "loss", "basket", "shrink").score).toBe(1);
    expect(idsOf(gradeRecall(anyOrder, "basket", "basket size", "baskets"), "found")).toEqual(["blank-2"]);
  });

  test("of two blanks with the same form, one text fills the first", () => {
    const question = recallQuestion([["shrink", "loss"], ["loss"]], { inOrder: false });
    expect(idsOf(gradeRecall(question, "theft", "loss"), "found")).toEqual(["blank-1"]);
  });

  test("the right number with a wrong unit is told in any order too, unless it fills another blank", () => {
    const reasons = (blanks: readonly (readonly string[])[], ...texts: readonly string[]) =>
      gradeRecall(recallQuestion(blanks, { inOrder: false }), ...texts).marks.map(({ reason }) => reason);
    const told = "The number is right, its unit is not.";
    expect(reasons([["90 minutes"], ["shrink"]], "theft", "90 hours")).toEqual([told, undefined]);
    expect(reasons([["90 minutes"], ["90 hours"]], "90 hours", "theft")).toEqual([undefined, undefined]);
    expect(reasons([["90 minutes"], ["shrink"]], "theft", "sale")).toEqual([undefined, undefined]);
  });

  test("the answers are told by their numbers", () => {
    expect(gradeRecall(anyOrder, "price").workings).toEqual(["1. shrink", "2. basket size", "3. loss"]);
  });

  test("no more is read than was asked for", () => {
    expect(gradeRecall(anyOrder, "price, traffic, margin, shrink, basket, loss").score).toBe(0);
  });

  test("evidence lies in the text of the answer", () => {
    const texts = ["  loss", "x", "shrink"];
    const marked = gradeRecall(anyOrder, ...texts);
    const found = marked.marks.flatMap((mark) => mark.evidence.map(({ start, end }) => answerText({ kind: "recall", texts }).slice(start, end)));
    expect(found.toSorted((a, b) => a.localeCompare(b))).toEqual(["loss", "shrink"]);
  });

  test("evidence of one text that was taken apart is each part, and none of what is wrong", () => {
    const text = "basket, theft and shrink";
    const { marks } = gradeRecall(anyOrder, text);
    expect(marks.map(({ evidence }) => evidence.map(({ start, end }) => text.slice(start, end)))).toEqual([["shrink"], ["basket"], []]);
  });
});
