// Room: tests. What holds for every grade.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerBody, answerText } from "../../../src/domain/answer.ts";
import type { Correction, Status } from "../../../src/domain/grade.ts";
import type { Question } from "../../../src/domain/question.ts";
import { gradeAnswer, regrade, rulesVersion } from "../../../src/grading/grade.ts";
import { weightedShare } from "../../../src/grading/marking.ts";
import { totalOf } from "../../../src/grading/total.ts";
import { growthOf } from "../../support/growth.ts";
import { sampleQuestions } from "../../support/questions.ts";
import { asked, goodAnswer, grade, gradeOpen, openQuestion, otherAnswer, recallQuestion, rewriteQuestion, starQuestion } from "./fixtures.ts";

const snippets = fc.constantFrom(
  ...`${goodAnswer} ${otherAnswer} ${openQuestion.prompt} ${rewriteQuestion.weak}`.split(" "),
  "\ud800",
  "\n",
  "...",
  "ROI",
  "$1,200",
  "1,1,1",
  "½",
  "一二三",
  "e\u0301",
  "'",
  "- ",
  "\u202e",
  "__proto__",
);
const texts = fc.oneof(
  fc.array(snippets, { maxLength: 60 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const indexes = fc.array(fc.integer({ min: -2, max: 8 }), { maxLength: 10 });

const answered: fc.Arbitrary<{ readonly question: Question; readonly body: AnswerBody }> = fc.oneof(
  texts.map((text) => ({ question: openQuestion, body: { kind: "open" as const, text } })),
  texts.map((text) => ({ question: rewriteQuestion, body: { kind: "rewrite" as const, text } })),
  fc
    .tuple(texts, texts, texts, texts)
    .map(([situation, task, action, result]) => ({ question: starQuestion, body: { kind: "star" as const, parts: { situation, task, action, result } } })),
  fc
    .array(texts, { maxLength: 4 })
    .map((all) => ({ question: recallQuestion([["$130,000"], ["shrink"]], { inOrder: false }), body: { kind: "recall" as const, texts: all } })),
  texts.map((text) => ({ question: sampleQuestions.numeric, body: { kind: "numeric" as const, text } })),
  indexes.map((chosen) => ({ question: sampleQuestions.choice, body: { kind: "choice" as const, chosen } })),
  indexes.map((order) => ({ question: sampleQuestions.order, body: { kind: "order" as const, order } })),
  indexes.map((buckets) => ({ question: sampleQuestions.sort, body: { kind: "sort" as const, buckets } })),
);

describe("any answer at all", () => {
  test("scores between 0 and 1, within its flags' caps, and always the same", () => {
    fc.assert(
      fc.property(answered, ({ question, body }) => {
        const marked = grade(question, body);
        expect(marked.score).toBeGreaterThanOrEqual(0);
        expect(marked.score).toBeLessThanOrEqual(Math.min(1, ...marked.flags.map((flag) => flag.cap)));
        expect(marked.marks.every((mark) => mark.strength >= 0 && mark.strength <= 1)).toBe(true);
        expect(grade(structuredClone(question), body)).toEqual(marked);
      }),
      { numRuns: 300 },
    );
  });

  test("has its evidence within its own text", () => {
    fc.assert(
      fc.property(answered, ({ question, body }) => {
        const { length } = answerText(body);
        const marked = grade(question, body);
        for (const { start, end } of [...marked.marks.flatMap((mark) => mark.evidence), ...marked.pitfalls.map((hit) => hit.evidence)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is graded the same again when nobody corrects it", () => {
    fc.assert(
      fc.property(answered, ({ question, body }) => {
        const marked = grade(question, body);
        const same = Object.fromEntries(marked.marks.map((mark) => [mark.id, mark.status]));
        expect(regrade(asked(question), marked, {})).toBe(marked);
        expect(regrade(asked(question), marked, same)).toBe(marked);
      }),
      { numRuns: 200 },
    );
  });

  test("gains by a tick from not found to found, never loses", () => {
    const statuses = fc.constantFrom<Status>("found", "partly", "not-found");
    fc.assert(
      fc.property(answered, fc.array(statuses, { minLength: 8, maxLength: 8 }), ({ question, body }, ticks) => {
        const marked = grade(question, body);
        const some = Object.fromEntries(marked.marks.map((mark, index) => [mark.id, ticks[index] ?? "partly"]));
        const all = Object.fromEntries(marked.marks.map((mark) => [mark.id, "found" as const]));
        expect(regrade(asked(question), marked, all).score).toBeGreaterThanOrEqual(regrade(asked(question), marked, some).score);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a correction", () => {
  const marked = gradeOpen(otherAnswer);

  test("moves the level of coverage, and no other", () => {
    const all: Correction = Object.fromEntries(openQuestion.keyPoints.map((point) => [point.id, "found"]));
    const better = regrade(asked(openQuestion), marked, all);
    const [coverage, ...others] = better.levels;
    expect(coverage).toMatchObject({ dimension: "coverage", level: 5 });
    expect(others).toEqual(marked.levels.slice(1));
  });

  test("that finds a point takes the doubt away that it is the question's own answer, and no other flag", () => {
    const doubted = { ...marked, flags: ["off-topic", "hedged"].map((id) => ({ id, reason: "Because.", cap: 0.2 })) };
    const idsAfter = (correction: Correction) => regrade(asked(openQuestion), doubted, correction).flags.map(({ id }) => id);
    expect(idsAfter({ metric: "found" })).toEqual(["hedged"]);
    const [first, ...rest] = marked.marks;
    if (!first) throw new Error("no mark");
    const found = { ...doubted, marks: [{ ...first, status: "found" as const }, ...rest] };
    expect(regrade(asked(openQuestion), found, { metric: "not-found" }).flags).toEqual(doubted.flags);
  });

  test.each([
    ["star", starQuestion, { kind: "star", parts: { situation: "", task: "", action: otherAnswer, result: "" } }],
    ["rewrite", rewriteQuestion, { kind: "rewrite", text: otherAnswer }],
  ] as const)("counts in the kind %s too", (_, question, body) => {
    const before = grade(question, body);
    const found: Correction = Object.fromEntries(before.marks.map((mark) => [mark.id, "found"]));
    expect(regrade(asked(question), before, found).score).toBeGreaterThan(before.score);
  });

  test("advises without quoting an answer that is not at hand", () => {
    expect(regrade(asked(openQuestion), { ...marked, flags: [] }, { metric: "found" }).next).toMatch(/^Add this: /);
  });

  test("counts by the same formula, and moves band and advice with it", () => {
    const all: Correction = Object.fromEntries(openQuestion.keyPoints.map((point) => [point.id, "found"]));
    const better = regrade(asked(openQuestion), marked, { ...all, stop: "partly" });
    expect(weightedShare(better.marks)).toBe(8.5 / 9);
    expect([better.score, better.band, better.next]).toEqual([
      totalOf(better.marks, better.levels),
      "strong",
      "Say more of this: names the result at which it stops.",
    ]);
  });

  test("says on the mark that it is the person's own", () => {
    const better = regrade(asked(openQuestion), marked, { metric: "found" });
    expect([better.marks[0]?.status, better.marks[0]?.reason, better.marks[1]]).toEqual(["found", "Marked by you.", marked.marks[1]]);
  });

  test("stays under the caps", () => {
    const short = gradeOpen("fine");
    expect(regrade(asked(openQuestion), short, { metric: "found", dollars: "found" }).score).toBe(0.2);
  });

  test("is not taken for exact kinds, nor from a prototype", () => {
    const wrong = grade(sampleQuestions.choice, { kind: "choice", chosen: [1] });
    expect(regrade(asked(sampleQuestions.choice), wrong, { "option-1": "found" })).toBe(wrong);
    const odd = { ...marked, marks: marked.marks.map((mark) => ({ ...mark, id: "constructor" })) };
    expect(regrade(asked(openQuestion), odd, {})).toBe(odd);
  });

  test("counts for a form that the deck did not foresee", () => {
    const question = recallQuestion([["shrink"]]);
    const missed = grade(question, { kind: "recall", texts: ["stock loss"] });
    expect(regrade(asked(question), missed, { "blank-1": "found" }).score).toBe(1);
  });
});

test("the grade says which rules gave it, and has no workings where nothing was worked out", () => {
  expect(gradeOpen(goodAnswer)).toMatchObject({ rules: rulesVersion, workings: [] });
});

test("an answer of another kind is an error of the input", () => {
  const mark = () => gradeAnswer(asked(openQuestion), { kind: "choice", chosen: [] });
  expect(mark).toThrow(/kind open, and got one of kind choice/);
  expect(mark).toThrow(
    expect.objectContaining({ fault: "input", place: openQuestion.place, advice: "Mark the answer with the question that it was given to." }),
  );
});

describe("hostile answers", () => {
  test.each(["word ", "1,", "a. ", "A\n", "two hundred and ", "'", "\ud800", `${goodAnswer} `, "-1 "])(
    "take time in a straight line: %j again and again",
    (piece) => {
      expect(growthOf(gradeOpen, piece)).toBeLessThan(40);
    },
  );

  test("of a hundred thousand words are graded, and capped", () => {
    expect(gradeOpen(`${goodAnswer} `.repeat(1100)).score).toBeLessThanOrEqual(0.5);
    expect(gradeOpen("word ".repeat(100_000)).score).toBe(0);
  });
});
