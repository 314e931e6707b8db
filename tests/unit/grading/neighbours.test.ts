import { describe, expect, test } from "vitest";
import { briefOf } from "../../../src/domain/brief.ts";
import { caseFrom, drawCase, type Stock } from "../../../src/domain/case.ts";
import type { Deck } from "../../../src/domain/deck.ts";
import type { OpenQuestion, Question } from "../../../src/domain/question.ts";
import { anotherQuestion } from "../../../src/grading/flags/another.ts";
import { gradeAnswer, regrade } from "../../../src/grading/grade.ts";
import { goodAnswer, openQuestion, starQuestion } from "./fixtures.ts";

const points = (...ids: readonly string[]) => openQuestion.keyPoints.filter(({ id }) => ids.includes(id));

/** Asks for two things of the six, and for two that the good answer has not. */
const narrow: OpenQuestion = {
  ...openQuestion,
  id: "test/deck/night-shift",
  title: "Who restocks at night",
  prompt: "The night shift has too few people. What do you propose to the union, and what does it cost a month?",
  keyPoints: [
    ...points("metric", "people"),
    {
      ...openQuestion.keyPoints[0],
      id: "hours",
      text: "Says how many hours a night are needed",
      weight: 1,
      part: undefined,
      phrasings: ["four people from ten to six", "thirty paid hours each night", "two teams with a late break", "the rota needs six more shifts"],
    },
    {
      ...openQuestion.keyPoints[0],
      id: "union",
      text: "Offers the union something",
      weight: 1,
      part: undefined,
      phrasings: ["a premium for late work", "nobody is made to change against their will", "volunteers first, with a bonus", "we sign it for a year"],
    },
  ],
};

function stockOf(...questions: readonly Question[]): Stock {
  return { decks: [{ id: "test/deck", questions } as unknown as Deck], frameworks: [] };
}

const stock = stockOf(openQuestion, narrow, starQuestion);
const gradeOf = (question: OpenQuestion, text: string, from: Stock = stock) => gradeAnswer(caseFrom(from, question, 0), { kind: "open", text });
const flagOf = (question: OpenQuestion, text: string, from?: Stock) => gradeOf(question, text, from).flags.find(({ id }) => id === "another-question");

describe("an answer that fits another question far better", () => {
  test("is held to a quarter, and told which one it answers", () => {
    const alone = gradeAnswer(drawCase(narrow, 0), { kind: "open", text: goodAnswer });
    expect([alone.score > 0.4, alone.flags]).toEqual([true, []]);
    const among = gradeOf(narrow, goodAnswer);
    expect(among.flags).toEqual([
      {
        id: "another-question",
        reason: "This answers another question far better than the one asked: Cut empty shelves (test/deck/empty-shelves).",
        cap: 0.25,
      },
    ]);
    expect([among.score, among.marks]).toEqual([0.25, alone.marks]);
    expect(among.next).toBe("Say first what this question asks for; keep the rest for the one that it answers.");
  });

  test("is told so whatever the order of the questions, and not by a stock that lacks the other", () => {
    expect(flagOf(narrow, goodAnswer, stockOf(starQuestion, narrow, openQuestion))).toEqual(flagOf(narrow, goodAnswer));
    expect(flagOf(narrow, goodAnswer, stockOf(narrow, starQuestion))).toBeUndefined();
  });

  test("is free of it by a tick of the person's own", () => {
    const asked = caseFrom(stock, narrow, 0);
    const grade = gradeAnswer(asked, { kind: "open", text: goodAnswer });
    const ticked = regrade(asked, grade, { union: "found" });
    expect([ticked.flags, ticked.score > grade.score]).toEqual([[], true]);
  });
});

describe("no other question is looked for", () => {
  test("where the answer fits its own as well, though another shares its points", () => {
    expect(flagOf(openQuestion, goodAnswer)).toBeUndefined();
    const both = `${goodAnswer} The night shift has too few people, so I propose thirty paid hours each night with volunteers first and a premium that costs 9,000 a month, signed with the union for a year.`;
    expect(flagOf(narrow, both)).toBeUndefined();
  });

  test("where the score is low already: the stock is not even read", () => {
    const closed: Stock = {
      frameworks: [],
      get decks(): never {
        throw new Error("was read");
      },
    };
    expect(
      gradeOf(narrow, "We talked about the weather, and then about a holiday in the mountains with three friends from school.", closed).score,
    ).toBeLessThan(0.25);
    expect(() => gradeOf(narrow, goodAnswer, closed)).toThrow("was read");
  });

  test("in what the question was made of: the prompt of a short telling", () => {
    const brief = briefOf(starQuestion, 60);
    const parts = {
      situation: "The service had half a million customers and churn was costing us two million dollars a year.",
      task: "I had to bring precision back above ninety percent by March.",
      action: "I compared the distributions of each feature before and after the release and traced it to a changed upstream feed.",
      result: "False alarms fell by a third and refunds with them: we saved 80,000 dollars in the first quarter.",
    };
    const grade = gradeAnswer(caseFrom(stockOf(starQuestion, narrow), brief, 0), { kind: "star", parts });
    expect(grade.flags).toEqual([]);
  });
});

test("the limit falls in a straight line, so that no word decides alone", () => {
  const capAt = (lead: number) => anotherQuestion({ id: "a/b", title: "B", lead })?.cap;
  expect([0.1, 0.9, 0.93, 1, 1.05, 3].map(capAt)).toEqual([undefined, undefined, 0.85, 0.5, 0.25, 0.25]);
});
