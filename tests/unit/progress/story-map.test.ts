import { describe, expect, test } from "vitest";
import type { BankStory } from "../../../src/domain/story.ts";
import { fitOf, likelyQuestions } from "../../../src/progress/story-fit.ts";
import { mapStories } from "../../../src/progress/story-map.ts";
import { bankOf } from "../../../src/progress/bank.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";
import { aLoop, aQuestion } from "../../support/builders.ts";

const ask = (id: string, competencies: readonly string[], more: { readonly company?: string } = {}) =>
  aQuestion({ kind: "star", id, deck: id.split("/").slice(0, -1).join("/"), company: undefined, competencies, ...more });

/** A bank with a story for each list of competencies, told to the question of its name with the score given. */
function aBank(...stories: readonly { readonly to: string; readonly shows: readonly string[]; readonly score: number }[]): readonly BankStory[] {
  return bankOf(
    stories.flatMap(({ to, shows, score }, index) => [
      anAttempt({ id: `a${index}`, score, kind: "star" }),
      aStory({ id: `s${index}`, attempt: `a${index}`, question: to, competencies: shows }),
    ]),
  );
}

describe("likely questions", () => {
  const own = ask("walmart/ai-pm/star/one", ["ownership"], { company: "Walmart" });
  const others = ask("jd/ai-pm/star/one", ["conflict"], { company: "JD.com" });
  const [known, fresh, late] = [
    ask("general/star/known", ["ownership"]),
    ask("general/star/new", ["conflict", "ownership"]),
    ask("general/star/late", ["conflict"]),
  ];
  const all = [late, others, own, known, fresh, aQuestion({ kind: "open", deck: "walmart/ai-pm/star" })];

  test("are the loop's own, then the general ones that ask what none before them does", () => {
    expect(likelyQuestions(aLoop(), [known, fresh, ...all])).toEqual([own, fresh]);
  });

  test("are the general ones alone where there is no loop", () => {
    expect(likelyQuestions(undefined, all)).toEqual([late, known]);
  });
});

describe("how well a story fits", () => {
  const [story] = aBank({ to: "q", shows: ["conflict"], score: 0.6 }) as [BankStory];

  test("is the share that it shows, less what the telling lacked", () => {
    expect(fitOf(story, ask("other", ["conflict", "leadership"]))).toBeCloseTo(0.4);
    expect(fitOf(story, ask("q", ["leadership"]))).toBeCloseTo(0.8);
    expect(fitOf(story, ask("other", ["leadership"]))).toBe(0);
    expect(fitOf(story, ask("other", []))).toBe(0);
  });

  test("does not take the mark of a short telling for that of the story", () => {
    const short = anAttempt({ id: "short", question: "q/in-30-seconds", score: 0.1 });
    const [told] = bankOf([
      anAttempt({ id: "a", question: "q", score: 0.6 }),
      aStory({ id: "s", attempt: "a", question: "q" }),
      short,
      aStory({ of: "s", attempt: "short", question: "q" }),
    ]);
    expect(told && fitOf(told, ask("q", ["leadership"]))).toBeCloseTo(0.8);
  });

  test("takes a telling without a score for a middling one", () => {
    const [untold] = bankOf([aStory({ competencies: ["conflict"] })]) as [BankStory];
    expect(fitOf(untold, ask("other", ["conflict"]))).toBe(0.75);
  });
});

describe("the map", () => {
  const questions = [ask("q1", ["conflict"]), ask("q2", ["conflict", "ownership"]), ask("q3", ["learning"])];

  test("tells what each story shows, with the latest score, and the gaps", () => {
    const { rows, gaps, advice } = mapStories({ loop: undefined, questions, most: 2, bank: aBank({ to: "q2", shows: ["ownership", "metrics"], score: 0.7 }) });
    expect(rows.map(({ id, asked, cells }) => [id, asked, cells[0]])).toEqual([
      ["conflict", 2, { isShown: false, score: undefined, covers: false }],
      ["ownership", 1, { isShown: true, score: 0.7, covers: true }],
      ["learning", 1, { isShown: false, score: undefined, covers: false }],
      ["metrics", 0, { isShown: true, score: 0.7, covers: true }],
    ]);
    expect(gaps).toEqual(["conflict", "learning"]);
    expect(advice).toBe("Nothing shows conflict yet. Tell a story that does: coach star q1");
  });

  test("a story goes where it is needed, not where it is best: as many questions as can be have one", () => {
    const bank = aBank({ to: "q1", shows: ["conflict", "learning"], score: 0.9 }, { to: "x", shows: ["conflict"], score: 0.2 });
    const { pairings } = mapStories({ loop: undefined, bank, questions, most: 1 });
    expect(pairings.map(({ question, story, isTold, shows }) => [question.id, story?.number, isTold, shows])).toEqual([
      ["q1", 2, false, 1],
      ["q2", undefined, false, 0],
      ["q3", 1, false, 1],
    ]);
  });

  test("says which story is overused, and which question is left", () => {
    const bank = aBank({ to: "q1", shows: ["conflict", "ownership", "learning"], score: 0.9 });
    const { overused, advice } = mapStories({ loop: undefined, bank, questions, most: 2 });
    expect(overused.map(({ story, best }) => [story.number, best])).toEqual([[1, 3]]);
    expect(advice).toMatch(/^A question is left without a story\..*: coach star q[123]$/);
  });

  test("advises the first story, then an untold question, then none", () => {
    const advice = (bank: readonly BankStory[], asked = questions) => mapStories({ loop: undefined, bank, questions: asked, most: 3 }).advice;
    expect(advice([])).toBe("Tell the first story: coach star q1");
    const one = aBank({ to: "q1", shows: ["conflict", "ownership", "learning"], score: 0.9 });
    expect(advice(one)).toBe("Try story 1 on a question that it was not told to yet: coach star q2");
    expect(advice(one, questions.slice(0, 1))).toMatch(/^Every question has a story/);
  });

  test("takes a score that is not yet one for no cover, and says which story to tell better", () => {
    const of = (score: number) =>
      mapStories({ loop: undefined, questions: [ask("q1", ["conflict"])], most: 2, bank: aBank({ to: "q1", shows: ["conflict"], score }) });
    expect(of(0.39)).toMatchObject({
      gaps: ["conflict"],
      rows: [{ cells: [{ isShown: true, covers: false }] }],
      pairings: [{ isTold: true, score: 0.39 }],
      advice: "Story 1 does not show conflict well enough yet. Tell it better, or another: coach star q1",
    });
    expect(of(0.4)).toMatchObject({ gaps: [], rows: [{ cells: [{ covers: true }] }] });
  });
});
