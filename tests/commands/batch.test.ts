// Room: tests. `coach grade --batch`: a line in, a line out, and what is wrong beside it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const salt = { question: "How did you separate the salt from the water?", reference: "The water was evaporated, leaving the salt." };
const points = [
  { id: "lost", text: "Lost sales", phrasings: ["every empty shelf is a lost sale", "shoppers leave without buying"] },
  { id: "trust", text: "loyalty goes down over time", weight: 2 },
];
const lines = [
  { id: "a1", ...salt, answer: "The water was evaporated, leaving the salt." },
  { id: 2, ...salt, answer: "I do not know" },
  { id: "a3", question: "Why do empty shelves cost money?", answer: "Shoppers leave without buying anything.", keyPoints: points },
  { id: "a4", question: "walmart/ai-pm/loop-facts/panel-people", answer: "data scientist, merchandiser, compliance" },
];
const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const read = (out: string): unknown[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

function withFile(content: string | Buffer) {
  const place = aPlace();
  writeFileSync(join(place.folder, "answers.jsonl"), content);
  return place;
}

describe("coach grade --batch", () => {
  test("with --json gives one object a line: by references, by key points, by the library", async () => {
    const { status, out, err } = await withFile(text).coach("grade --batch answers.jsonl --json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const number: unknown = expect.any(Number);
    expect(read(out)).toEqual([
      { id: "a1", score: 1, keyPoints: [], flags: [] },
      { id: 2, score: expect.closeTo(0.1, 1) as unknown, keyPoints: [], flags: [] },
      {
        id: "a3",
        score: number,
        keyPoints: [
          { id: "lost", status: "found", strength: number },
          { id: "trust", status: "not-found", strength: number },
        ],
        flags: [],
      },
      expect.objectContaining({ id: "a4", score: expect.closeTo(1, 1) as unknown }),
    ]);
  });

  test("without --json gives one line to read for each", async () => {
    const { out } = await withFile(text).coach("grade --batch answers.jsonl");
    expect(out.split("\n")[0]).toBe("100 %  strong         a1");
    expect(out).toMatch(/^ \d\d % {2}not yet {8}a3 {2}found lost; not found trust$/m);
    expect(out.trimEnd().split("\n")).toHaveLength(lines.length);
  });

  test("reads standard input for -", async () => {
    const { status, out } = await aPlace().coach("grade --batch - --json", text);
    expect(status).toBe(0);
    expect(read(out)).toHaveLength(lines.length);
  });

  test("tells a bad line with its file and number, goes on, and exits 3", async () => {
    const bad = ["nonsense", "", '{"id":"x","question":"walmart/no/such","answer":"a"}', JSON.stringify({ id: "y", question: 3, answer: "" })].join("\n");
    const { status, out, err } = await withFile(`${bad}\n${text}${"x".repeat(1_100_000)}\n`).coach("grade --batch answers.jsonl --json --quiet");
    expect(err.trimEnd().split("\n")).toEqual([
      "coach: answers.jsonl:1: the line is not JSON",
      'coach: answers.jsonl:3: there are neither "keyPoints" nor "references", and the library has no question "walmart/no/such"',
      'coach: answers.jsonl:4: "question" is not a text',
      "coach: answers.jsonl:9: the line is longer than 1048576 bytes",
    ]);
    expect(read(out)).toHaveLength(lines.length);
    expect(status).toBe(3);
    expect((await aPlace().coach("grade --batch - --json", "\n1\n")).err).toBe("coach: standard input:2: the line is not an object in braces\n");
  });

  test("prints nothing that could act on a terminal", async () => {
    const evil = { ...salt, id: "a\u001b]0;x\u0007b\nc", answer: "red\u001b[31m" };
    const unknown = { id: "b", question: "\u001b[31mx\ny", answer: "" };
    const place = withFile(`${JSON.stringify(evil)}\n${JSON.stringify(unknown)}\n`);
    for (const line of ["grade --batch answers.jsonl", "grade --batch answers.jsonl --json"]) {
      const { out, err } = await place.coach(line);
      expect(out.trimEnd().split("\n")).toHaveLength(1);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test.each([
    ["grade", 2, "missing required argument 'question'"],
    ["grade some/question --batch answers.jsonl", 2, "--batch takes no question"],
    ["grade --batch answers.jsonl --keep", 2, "cannot be used with"],
    ["grade --batch nowhere.jsonl", 3, "the batch file nowhere.jsonl does not exist"],
    ["grade --batch .", 3, "the batch file . is a folder"],
  ])("%s is refused", async (line, wanted, message) => {
    const { status, out, err } = await withFile(text).coach(line);
    expect(err).toContain(message);
    expect({ status, out }).toEqual({ status: wanted, out: "" });
  });

  test("stops without a word when nobody reads any more", async () => {
    // Some megabytes: more than is read at a time.
    const times = 4000;
    const { status, err, out } = await withFile(text.repeat(times)).coachUnread("grade --batch answers.jsonl --json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(read(out).length).toBeLessThan((lines.length * times) / 1.5);
  });
});
