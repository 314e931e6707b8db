// Room: tests. A score that a judge gave stands when the grader's rules change.
import { expect, test } from "vitest";
import { type Moved, rescoreAttempt, rescoreOf } from "../../../src/practice/rescore.ts";
import { aJudgement, anAttempt } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const phrasings = ["I would start from the shelf", "begin at the shelf", "the shelf comes first"];
const question = aQuestion({ kind: "open", keyPoints: [{ id: "metric", text: "Starts at the shelf", weight: 1, part: undefined, phrasings }] });
const attempt = anAttempt({ question: question.id, marks: [{ id: "metric", status: "not-found", strength: 0 }], score: 0.01 });
const among = { questions: new Map([[question.id, question]]), stock: { decks: [], frameworks: [] } };
const clock = { now: () => "2026-12-01T19:00:00Z", newId: () => "r1" };

test("a judge that counts: the grader's mark moves, the score that stands does not", () => {
  const later = { judgement: aJudgement({ attempt: attempt.id, counts: true, score: 0.9 }) };
  const moved = rescoreAttempt(attempt, later, among) as Moved;
  expect(moved).toMatchObject({ from: 0.9, to: 0.9, graded: { from: 0.01 } });
  const kept = rescoreOf(moved, later, clock);
  expect(kept.score).toBe(kept.graded);
});

test("a judge that does not count: both move together", () => {
  const moved = rescoreAttempt(attempt, { judgement: aJudgement({ attempt: attempt.id }) }, among) as Moved;
  expect(moved.from).toBe(0.01);
  expect(moved.to).toBe(moved.graded.to);
});
