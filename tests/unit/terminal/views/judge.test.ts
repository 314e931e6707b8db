import { expect, test } from "vitest";
import type { Judgement } from "../../../../src/domain/judgement.ts";
import { consentView, judgeRows } from "../../../../src/terminal/views/judge.ts";
import { aGrade, aMark, aTheme } from "../../../support/builders.ts";

const grade = aGrade({
  score: 0.5,
  marks: [aMark({ id: "a", text: "The **baseline**", status: "found" }), aMark({ id: "b", text: "Who it was with", status: "not-found" })],
});
const judgement: Judgement = {
  model: "small",
  host: "127.0.0.1:11434",
  marks: [
    { id: "a", status: "found", why: "It says so." },
    { id: "b", status: "partly", why: 'It says "we".' },
  ],
  comment: "Name the team.",
  score: 0.75,
  counts: false,
};

test("both readings stand side by side, with where they differ and why", async () => {
  expect(judgeRows(grade, judgement, await aTheme()).join("\n")).toBe(`Two readings
  Offline: getting there, 50 % · judge: good, 75 %
  The offline one counts. The judge is small at 127.0.0.1:11434.
  They agree on 1 of 2 key points, and differ here:
  - Who it was with
    offline not found, judge partly: It says "we".
  The judge says: Name the team.`);
});

test("where they agree there is nothing more to say", async () => {
  const marks = grade.marks.map(({ id, status }) => ({ id, status, why: "" }));
  expect(judgeRows(grade, { ...judgement, marks, comment: "", counts: true }, await aTheme()).slice(2)).toEqual([
    "  The judge's counts. The judge is small at 127.0.0.1:11434.",
    "  They agree on all 2 key points.",
  ]);
});

test("no row is wider than the window", async () => {
  const wide = { ...judgement, model: "a-model-with-a-very-long-name:70b-instruct", comment: "word ".repeat(60) };
  for (const columns of [20, 40, 80]) for (const row of judgeRows(grade, wide, await aTheme(columns))) expect(row.length, row).toBeLessThanOrEqual(columns);
});

test.each([
  ["http://127.0.0.1:11434/v1", "127.0.0.1:11434, on this machine."],
  ["http://192.168.1.9:11434/v1", "192.168.1.9:11434, which is not this machine."],
  ["https://api.example.com/v1", "api.example.com, which is not this machine."],
])("a person who is to agree to %s is told where it is", async (address, told) => {
  expect(consentView(address, await aTheme())).toContain(`You have set a judge: ${told}`);
});
