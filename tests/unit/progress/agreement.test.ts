import { describe, expect, test } from "vitest";
import type { Status } from "../../../src/domain/grade.ts";
import { agreementOf } from "../../../src/progress/agreement.ts";
import { attemptsOf } from "../../../src/progress/history.ts";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { aCorrection, anAttempt, whole } from "../../support/attempts.ts";

const agreement = (entries: readonly JournalEntry[]) => agreementOf(attemptsOf(entries), { entries, whole });

function marks(...statuses: readonly Status[]) {
  return statuses.map((status, index) => ({ id: `point-${index + 1}`, status, strength: 0.5 }));
}

const looked = [
  anAttempt({ id: "a", question: "walmart/cases/shelf", marks: marks("found", "partly", "not-found") }),
  aCorrection({ attempt: "a", marks: { "point-2": "found", "point-3": "found" } }),
  anAttempt({ id: "b", question: "walmart/cases/shelf", marks: marks("found", "found", "not-found") }),
  aCorrection({ attempt: "b", marks: { "point-1": "partly", "point-3": "partly" } }),
  anAttempt({
    id: "c",
    question: "jd/star/late",
    kind: "star",
    answer: { kind: "star", parts: { situation: "", task: "", action: "", result: "" } },
    marks: marks("found"),
  }),
  aCorrection({ attempt: "c", marks: {} }),
];

describe("agreement", () => {
  test("counts the ticks that were looked at, and which way they were changed", () => {
    expect(agreement(looked).all).toEqual({ answers: 3, ticks: 7, raised: 3, lowered: 1 });
  });

  test("assumes nothing of answers that nobody looked at", () => {
    expect(agreement([anAttempt(), anAttempt()]).all).toEqual({ answers: 0, ticks: 0, raised: 0, lowered: 0 });
  });

  test("is told by kind, and by deck with the most corrections first", () => {
    const { kinds, decks } = agreement(looked);
    expect(kinds.map(({ kind, ticks }) => [kind, ticks])).toEqual([
      ["star", 1],
      ["open", 6],
    ]);
    expect(decks.map(({ deck, ticks, raised, lowered }) => [deck, ticks, raised, lowered])).toEqual([
      ["walmart/cases", 6, 3, 1],
      ["jd/star", 1, 0, 0],
    ]);
  });

  test("names the key points that were corrected, most often first", () => {
    expect(agreement(looked).slips.map(({ question, mark, raised, lowered, ticks }) => [question, mark, raised, lowered, ticks])).toEqual([
      ["walmart/cases/shelf", "point-3", 2, 0, 2],
      ["walmart/cases/shelf", "point-1", 0, 1, 2],
      ["walmart/cases/shelf", "point-2", 1, 0, 2],
    ]);
  });

  test("takes the last word on an attempt", () => {
    const entries = [...looked.slice(0, 2), aCorrection({ attempt: "a", marks: { "point-1": "not-found" } })];
    expect(agreement(entries).all).toMatchObject({ raised: 0, lowered: 1 });
  });

  test("is not led astray by a tick that says what the grader said, or that names no mark", () => {
    const entries = [anAttempt({ id: "a", marks: marks("found") }), aCorrection({ attempt: "a", marks: { "point-1": "found", gone: "found" } })];
    expect(agreement(entries).all).toEqual({ answers: 1, ticks: 1, raised: 0, lowered: 0 });
  });

  test("stands names of the language as marks and decks", () => {
    const entries = [
      anAttempt({ id: "a", question: "constructor", marks: [{ id: "__proto__", status: "not-found", strength: 0 }] }),
      aCorrection({ attempt: "a", marks: JSON.parse('{"__proto__":"found"}') as Record<string, Status> }),
    ];
    expect(agreement(entries)).toMatchObject({ all: { raised: 1 }, decks: [{ deck: "" }], slips: [{ mark: "__proto__" }] });
  });
});
