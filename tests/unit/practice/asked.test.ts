import { expect, test } from "vitest";
import type { PeerRecord, ScriptRecord } from "../../../src/domain/peer-scores.ts";
import { timesAsked } from "../../../src/practice/asked.ts";
import { anAttempt } from "../../support/attempts.ts";

const at = "2026-12-01T19:00:00Z";
const script = (made: string, ...questions: readonly string[]): ScriptRecord => ({ type: "script", id: made, at, made, loop: "a/b", round: "r", questions });
const form = (made: string, ...questions: readonly string[]): PeerRecord => ({
  type: "peer",
  id: `form ${made}`,
  at,
  made,
  loop: "a/b",
  round: "r",
  from: "Sam",
  questions: questions.map((question) => ({ question, signals: {}, levels: {}, heard: {}, note: "" })),
});

test("a script counts once, also when its form came back; a form from another machine counts without its script", () => {
  const counts = timesAsked([script("1", "q1", "q2"), form("1", "q1"), form("2", "q1", "q3"), anAttempt({ question: "q4" })]);
  expect([...counts].toSorted()).toEqual([
    ["q1", 2],
    ["q2", 1],
    ["q3", 1],
  ]);
});
