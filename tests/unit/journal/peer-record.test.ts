// What is kept of a friend's form, as the journal reads it.
import { expect, test } from "vitest";
import type { ScriptRecord } from "../../../src/domain/peer-scores.ts";
import { decodeRecord, encodeRecord } from "../../../src/journal/record.ts";
import { wrongField } from "../../../src/journal/shape.ts";
import { aPeerRecord } from "../../support/peer.ts";

const score = { question: "a/b", signals: { impact: 4 }, levels: { delivery: 2 }, heard: { baseline: true, partners: false }, note: "Clear." } as const;
const record = aPeerRecord([score]);

test("holds a form unchanged", () => {
  const stamp = { run: "0a1b2c3d", seq: 3 };
  expect(decodeRecord(encodeRecord(record, stamp).subarray(0, -1))).toEqual({ type: "entry", entry: record, stamp });
});

test("holds what a script asks unchanged", () => {
  const script: ScriptRecord = { type: "script", id: "s1", at: record.at, made: record.made, loop: "acme/pm", round: "panel", questions: ["a/b"] };
  expect(decodeRecord(encodeRecord(script, { run: "0a1b2c3d", seq: 3 }).subarray(0, -1))).toMatchObject({ type: "entry", entry: script });
});

test.each([
  ["a level of six", { ...score, signals: { impact: 6 } }],
  ["a point heard in part", { ...score, heard: { baseline: "partly" } }],
  ["a score of no question", { ...score, question: "" }],
  ["no note at all", { ...score, note: undefined }],
])("refuses %s", (_, wrong) => {
  expect(wrongField({ ...record, questions: [wrong] })).toBe("questions");
});
