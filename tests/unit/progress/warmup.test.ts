import { describe, expect, test } from "vitest";
import { attemptsByQuestion } from "../../../src/domain/evidence.ts";
import { bankOf } from "../../../src/progress/bank.ts";
import { warmupOf, type WarmupInput } from "../../../src/progress/warmup.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";
import { aLoop, aQuestion } from "../../support/builders.ts";

const recall = aQuestion({ kind: "recall", id: "d/base", title: "Base pay", blanks: [{ forms: ["$130,000", "130k"] }], minutes: 1, competencies: ["pay"] });
const choice = aQuestion({ kind: "choice", id: "d/pick", title: "Which?", minutes: 0.5, competencies: ["conflict", "ownership"] });
const order = aQuestion({ kind: "order", id: "d/order", title: "In order", minutes: 2, items: ["one", "two", "three"] });
const input = (fields: Partial<WarmupInput> = {}): WarmupInput => ({
  loop: undefined,
  facts: undefined,
  questions: [recall, choice, order],
  bank: [],
  attempts: new Map(),
  ...fields,
});
const answered = (scores: Readonly<Record<string, number>>) =>
  attemptsByQuestion(Object.entries(scores).map(([question, score]) => anAttempt({ question, score })));

/** A bank of stories, each with its score and what it shows. */
function bank(stories: readonly { readonly title: string; readonly score: number; readonly shows: readonly string[] }[]) {
  return bankOf(
    stories.flatMap(({ title, score, shows }) => {
      const attempt = anAttempt({ kind: "star", score });
      return [attempt, aStory({ title, attempt: attempt.id, competencies: shows })];
    }),
  );
}

describe("a warm-up", () => {
  test("has the three best stories, one that shows another thing before one that is a little better", () => {
    const stories = bank([
      { title: "best", score: 0.9, shows: ["conflict"] },
      { title: "same", score: 0.8, shows: ["conflict"] },
      { title: "other", score: 0.7, shows: ["ownership"] },
      { title: "weak", score: 0.1, shows: [] },
    ]);
    expect(warmupOf(input({ bank: stories })).stories.map(({ title }) => title)).toEqual(["best", "other", "same"]);
  });

  test("has nothing that did not go well: the two quickest wins, and figures that were known before reported ones", () => {
    const facts = {
      id: "acme",
      company: "Acme",
      title: "",
      facts: [
        {
          id: "pay",
          title: "Pay",
          claims: [
            { text: "No figure.", sources: [] },
            { text: "About 5 weeks.", sources: [] },
          ],
          conflict: undefined,
          place: recall.place,
        },
      ],
    };
    expect(warmupOf(input({ attempts: answered({ "d/base": 1, "d/pick": 0.4, "d/order": 0.9 }), facts }))).toMatchObject({
      wins: [
        { question: "d/base", answer: "$130,000" },
        { question: "d/order", answer: "one, then two, then three" },
      ],
      figures: [
        { about: "Base pay", figure: "$130,000" },
        { about: "Pay", figure: "About 5 weeks." },
      ],
    });
    expect(warmupOf(input({ attempts: answered({ "d/base": 0.84 }) }))).toMatchObject({ wins: [], figures: [] });
  });

  test("has what the loop looks for", () => {
    const signals = [{ id: "impact", name: "Impact", about: "says what it saves", shownBy: [], weights: [], sources: [] }];
    expect(warmupOf(input({ loop: aLoop({ signals }) })).signals).toEqual([{ name: "Impact", about: "says what it saves" }]);
  });
});
