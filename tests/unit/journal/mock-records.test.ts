// What a mock keeps, as the journal reads it.
import { expect, test } from "vitest";
import type { MockRecord, Probe } from "../../../src/domain/mock.ts";
import { decodeRecord, encodeRecord } from "../../../src/journal/record.ts";
import { isKnownType, wrongField } from "../../../src/journal/shape.ts";

const stamp = { run: "0a1b2c3d", seq: 3 };
const opened: MockRecord = {
  type: "mock",
  id: "m1",
  at: "2026-12-01T19:00:00Z",
  session: "s1",
  what: { event: "opened", loop: "walmart/ai-pm", seed: 7, pace: 0.25, timer: true, rounds: [{ round: "panel", questions: ["a/b"] }] },
};
const probe: Probe = {
  type: "probe",
  id: "p1",
  at: "2026-12-01T19:10:00Z",
  session: "s1",
  attempt: "a1",
  question: "a/b",
  keyPoint: "metric",
  chair: "officer",
  asked: "Who can get at it?",
  isAgain: false,
  reply: "",
  seconds: 12.5,
  status: "not-found",
};

test.each([opened, { ...opened, what: { event: "ended" as const } }, { ...opened, what: { event: "note" as const, round: "panel", text: "" } }, probe])(
  "holds a record of a mock unchanged",
  (entry) => {
    const line = encodeRecord(entry, stamp);
    expect(decodeRecord(line.subarray(0, -1))).toEqual({ type: "entry", entry, stamp });
  },
);

test("knows both types, and an event of a newer version is no damage", () => {
  expect([isKnownType("probe"), isKnownType("mock")]).toEqual([true, true]);
  expect(wrongField({ ...opened, what: { event: "postponed" } })).toBeUndefined();
});

test.each([
  ["a mock without a plan", { ...opened, what: { event: "opened", loop: "a", seed: 1, pace: 1, timer: true } }, "what"],
  ["a mock without an event", { ...opened, what: {} }, "what"],
  ["a plan of other things", { ...opened, what: { ...opened.what, rounds: [{ round: "panel", questions: [3] }] } }, "what"],
  ["a probe of no attempt", { ...probe, attempt: undefined }, "attempt"],
  ["a probe with a status of its own", { ...probe, status: "maybe" }, "status"],
])("refuses %s", (_, record, field) => {
  expect(wrongField(record)).toBe(field);
});
