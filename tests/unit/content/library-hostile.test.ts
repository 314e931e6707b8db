// A library of markdown files as chance and malice write them, on the disk: read without a throw, without a hang, and clean.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readLibrary } from "../../../src/content/library.ts";

const folder = mkdtempSync(join(tmpdir(), "coach-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pieces = [
  "---\n",
  "title: ",
  "tags: [",
  "## ",
  "### Key points\n",
  "### Model answer\n",
  "`id: q`",
  "`minutes: 3`",
  "- [x] ",
  "- [ ] ",
  "- **",
  "  - ",
  "> ",
  "```\n",
  "~~~",
  "<!--",
  "{{",
  "}}",
  "{a}",
  "Answer: ",
  "Formula: ",
  "Given:\n",
  "&a ",
  "*a ",
  "!!js/function ",
  "1,",
  "((",
  "**",
  "`",
  "\n\n",
  " ",
  "\t",
  "\r",
  "\u001b[2J",
  "\u001b]0;owned\u0007",
  "\u001bP",
  "\u009b31m",
  "\u009d52;c;\u009c",
  "\u0000",
  "\b",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\ud800",
  "\udc00",
  "\u2028",
  "__proto__",
  "word ",
  "é😀",
];
const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) });
const run = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.nat(60)).map(([parts, times]) => parts.join("").repeat(times + 1));
const body = fc.array(run, { maxLength: 60 }).map((runs) => runs.join(""));
const starts = ["", "---\ntitle: T\n---\n\n", "---\ntitle: T\n---\n\n## Q\n`id: q`\n\n", "---\ntitle: ", "---js\n"];
/** At most 50 KB of UTF-8, as bytes: half a letter becomes what the disk would hold of it. */
const files = fc.tuple(fc.constantFrom(...starts), body).map(([start, text]) => Buffer.from(start + text).subarray(0, 50_000));
const names = fc.constantFrom("deck.md", "loop.md", "facts.md", "sources.md", "competencies.md", "a/loop.md", "\u001b[31mred.md");

/** Escape codes, control characters and direction marks; tabs and line ends are no harm. */
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return value instanceof Map ? textsIn([...value]) : Object.values(value).flatMap(textsIn);
}

test("whatever 50 KB of markdown hold, they are read within a second, and nothing that acts on a terminal gets in", () => {
  let slowest = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.oneof(files, files, fc.uint8Array({ maxLength: 300 }))), { minLength: 1, maxLength: 3 }), (deck) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(join(folder, "a"), { recursive: true });
      for (const [name, bytes] of deck) writeFileSync(join(folder, name), bytes);
      const before = process.cpuUsage();
      const { library } = readLibrary(
        [
          { folder, holds: "questions" },
          { folder, holds: "frameworks" },
        ],
        (absolute) => absolute.slice(folder.length + 1),
      );
      const { user, system } = process.cpuUsage(before);
      // Six files at most were read. Of the processor's time: another program's turn is no hang.
      slowest = Math.max(slowest, (user + system) / 1000);
      for (const text of textsIn(library)) if (acting.test(text)) expect.fail(JSON.stringify(text.slice(0, 300)));
    }),
    { seed: 20_261_121, numRuns: 120 },
  );
  expect(slowest).toBeLessThan(1000);
});
