import { describe, expect, test } from "vitest";
import { attemptsOf, filterAttempts, latestScores, sureButWrong, searchAttempts } from "../../../src/progress/history.ts";
import { aCorrection, anAttempt, aStory } from "../../support/attempts.ts";

describe("the history", () => {
  const entries = [anAttempt({ id: "a" }), aStory({ id: "s1" }), anAttempt({ id: "b" }), aCorrection({ attempt: "a" }), aStory({ id: "s2" })];

  test("lists attempts, the newest first, with the grader's score", () => {
    expect(attemptsOf(entries).map(({ id, score }) => [id, score])).toEqual([
      ["b", 0.5],
      ["a", 0.5],
    ]);
  });
});

describe("the latest score of a question", () => {
  test("is that of its last attempt, by the person's own ticks where there are any", () => {
    const entries = [
      anAttempt({ question: "a", score: 0.9 }),
      anAttempt({ id: "x", question: "a", score: 0.2 }),
      anAttempt({ question: "b", score: 0.4 }),
      aCorrection({ attempt: "x", score: 0.7 }),
    ];
    expect([...latestScores(entries)]).toEqual([
      ["a", 0.7],
      ["b", 0.4],
    ]);
  });

  test("is not spoiled by an attempt that was broken off", () => {
    expect(latestScores([anAttempt({ question: "a", score: 0.9 }), anAttempt({ question: "a", score: 0, interrupted: true })]).get("a")).toBe(0.9);
  });

  test("is not made up for a question that was only ever broken off", () => {
    expect(latestScores([anAttempt({ question: "a", unscored: true })]).has("a")).toBe(false);
  });
});

describe("sure but wrong", () => {
  const wrong = { confidence: 5, score: 0.1 } as const;

  test("are questions by their latest attempt, with the person's own ticks", () => {
    const entries = [
      anAttempt({ question: "still wrong", ...wrong }),
      anAttempt({ question: "mended", ...wrong }),
      anAttempt({ question: "mended", confidence: 4, score: 0.9 }),
      anAttempt({ question: "not sure any more", ...wrong }),
      anAttempt({ question: "not sure any more", confidence: 2, score: 0.1 }),
      anAttempt({ id: "ticked", question: "was right after all", ...wrong }),
      aCorrection({ attempt: "ticked", score: 0.8 }),
      anAttempt({ question: "never said", score: 0.1 }),
    ];
    expect([...sureButWrong(entries)]).toEqual(["still wrong"]);
  });

  test("are not made by attempts that do not count", () => {
    expect(sureButWrong([anAttempt({ ...wrong, unscored: true }), anAttempt({ ...wrong, interrupted: true })]).size).toBe(0);
  });
});

describe("a filter", () => {
  const attempts = [
    anAttempt({
      id: "1",
      question: "walmart/ai-pm/cases/shelf",
      at: "2026-11-20T23:30:00-08:00",
      answer: { kind: "open", text: "Start from the Shelf, then price it." },
    }),
    anAttempt({ id: "2", question: "jd/ai-pm/numbers/fraud", kind: "numeric", answer: { kind: "numeric", text: "1750" }, at: "2026-11-21T00:30:00+01:00" }),
    anAttempt({ id: "3", question: "jd/ai-pm/quiz/c", kind: "choice", answer: { kind: "choice", chosen: [0] } }),
  ];
  const wordsOf = (id: string): string => (id === "walmart/ai-pm/cases/shelf" ? "find the trend" : "count the parcels");
  const ids = (filter: Parameters<typeof filterAttempts>[1]): string =>
    filterAttempts(attempts, filter)
      .map((attempt) => attempt.id)
      .join("");

  test.each<[string, Parameters<typeof filterAttempts>[1], string]>([
    ["nothing asked keeps all", {}, "123"],
    ["questions", { questions: new Set(["jd/ai-pm/quiz/c"]) }, "3"],
    ["kinds", { kinds: ["numeric", "choice"] }, "23"],
    ["the day by the clock where the person was", { since: "2026-11-21" }, "23"],
    ["all together", { kinds: ["numeric"], since: "2026-11-21" }, "2"],
  ])("by %s", (_, filter, kept) => {
    expect(ids(filter)).toBe(kept);
  });

  test.each([
    ["a word of the answer, in any case", "SHELF price", "1"],
    ["every word must be there", "shelf fraud", ""],
    ["a word of the question's id", "fraud", "2"],
    ["a word of what is asked, beside one of the answer", "trend price", "1"],
    ["a word of what another question asks", "trend fraud", ""],
  ])("by words: %s", (_, search, kept) => {
    const found = searchAttempts(attempts, search, wordsOf);
    expect(found.map(({ id }) => id).join("")).toBe(kept);
  });
});
