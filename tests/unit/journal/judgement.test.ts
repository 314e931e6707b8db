import { expect, test } from "vitest";
import { isKnownType, wrongField } from "../../../src/journal/shape.ts";

const entry = {
  type: "judgement",
  id: "j1",
  at: "2026-12-01T19:00:00Z",
  attempt: "a1",
  model: "small",
  host: "127.0.0.1:11434",
  marks: [{ id: "trust", status: "partly", why: "" }],
  comment: "",
  score: 0.5,
  counts: false,
};

test("a judge's reading is a record of the journal", () => {
  expect(isKnownType("judgement")).toBe(true);
  expect(wrongField(entry)).toBeUndefined();
});

test.each<[string, unknown]>([
  ["attempt", ""],
  ["score", 1.5],
  ["counts", "yes"],
  ["marks", [{ id: "trust", status: "excellent", why: "" }]],
  ["marks", [{ id: "trust", status: "found" }]],
  ["comment", undefined],
])("one whose %s is %j is damaged", (field, value) => {
  expect(wrongField({ ...entry, [field]: value })).toBe(field);
});
