// A library with planted faults: each is found, at the very line and column, and nothing else is complained of.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary, readLock } from "../../src/content/library.ts";
import { lintLibrary } from "../../src/content/lint.ts";
import { ruleNames, severityOf } from "../../src/content/rules.ts";
import type { Problem } from "../../src/domain/problem.ts";
import { aPlace } from "../support/coach.ts";
import { planted, type Planted } from "../support/planted.ts";

const source = resolve(import.meta.dirname, "planted");
const rtl = "\u202e";

/** What no repository should hold, made beside the other faults: odd bytes, a link, files and lines beyond the limits. */
function plantTheRest(folder: string): void {
  const odd = join(folder, "questions/odd");
  mkdirSync(join(odd, "deck.md"), { recursive: true });
  mkdirSync(join(odd, ...Array.from({ length: 11 }, () => "deep"), "deepest"), { recursive: true });
  const deck = "---\ntitle: Odd\n---\n\n## A fine question\n\n`id: fine`\n\nIs it?\n\nAnswer: yes\n";
  symlinkSync(join(folder, "questions/general/clean.md"), join(odd, "link.md"));
  writeFileSync(join(odd, "bytes.md"), Buffer.concat([Buffer.from(`${deck}\nA caf`), Buffer.from([0xe9])]));
  writeFileSync(join(odd, "control.md"), `${deck}\nThe answer is \u001b[8mhidden\u001b[0m.\n\nIt is ${rtl}turned round.\n`);
  writeFileSync(join(odd, "front-size.md"), `---\ntitle: Large\ntopic: ${"word ".repeat(20).trim()}\n${`# ${"x".repeat(78)}\n`.repeat(900)}---\n`);
  writeFileSync(join(odd, "large.md"), `${deck}\n${"word ".repeat(16)}\n`.repeat(20_000));
  writeFileSync(join(odd, "long-line.md"), `${deck}\n${"word ".repeat(4001)}\n`);
}

const odd: readonly Planted[] = [
  ["file-encoding", "questions/odd/bytes.md", 13, 6, "not UTF-8"],
  ["control-characters", "questions/odd/control.md", 13, 15, "escape code"],
  ["control-characters", "questions/odd/control.md", 15, 7, "direction mark"],
  ["id-unlocked", "questions/odd/control.md", 7, 6, "not noted"],
  ["file-kind", "questions/odd/deck.md", 1, 1, "folder"],
  ["folder-closed", "questions/odd/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deepest", 1, 1, "too deep"],
  ["front-matter-size", "questions/odd/front-size.md", 1, 1, "characters"],
  ["file-size", "questions/odd/large.md", 1, 1, "larger than 2 MB"],
  ["file-kind", "questions/odd/link.md", 1, 1, "link"],
  ["line-length", "questions/odd/long-line.md", 13, 20_001, "20,000"],
];
const all = [...planted, ...odd];

const folder = mkdtempSync(join(tmpdir(), "coach-faults-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(source, folder, { recursive: true });
plantTheRest(folder);
const problems = lint(folder);

function lint(where: string): readonly Problem[] {
  const name = (absolute: string): string => relative(where, absolute).replaceAll("\\", "/");
  const roots = rootsOf(where);
  const { library, files } = readLibrary(roots, name);
  const locks = roots.flatMap((root) => {
    const ids = readLock(root);
    return ids === undefined ? [] : [{ file: name(join(root.folder, "ids.lock")), folder: name(root.folder), ids }];
  });
  return lintLibrary({ library, files, locks });
}

const tell = ({ rule, place }: Problem): string => `${rule} ${place.file}:${place.line}:${place.column}`;

describe("a planted fault", () => {
  test.each(all)("%s in %s is found in line %i, column %i: %s", (rule, file, line, column, words) => {
    const here = problems.filter((problem) => tell(problem) === `${rule} ${file}:${line}:${column}`);
    expect(
      here.map(({ message }) => message),
      problems
        .filter(({ place }) => place.file === file)
        .map(tell)
        .join("\n"),
    ).toEqual([expect.stringContaining(words)]);
  });
});

describe("the planted faults", () => {
  test("are all that is complained of", () => {
    expect(problems.map(tell).sort()).toEqual(all.map(([rule, file, line, column]) => `${rule} ${file}:${line}:${column}`).sort());
  });

  test("break every rule at least once", () => {
    const broken = new Set(all.map(([rule]) => rule));
    expect(ruleNames.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  test("have each a severity and an advice", () => {
    for (const problem of problems) {
      expect(problem.severity).toBe(severityOf(problem.rule as (typeof ruleNames)[number]));
      expect(problem.advice.length).toBeGreaterThan(10);
    }
  });

  test("are printed by `coach decks lint` as file:line:column: severity: message (rule), with exit status 3", async () => {
    const place = aPlace();
    cpSync(source, join(place.folder, "faults"), { recursive: true });
    const { status, out, err } = await place.coach("decks lint faults");
    expect({ status, err }).toEqual({ status: 3, err: "" });
    const lines = out.split("\n").filter((line) => line.startsWith("faults/"));
    expect(lines).toHaveLength(planted.length);
    for (const line of lines) expect(line).toMatch(/^faults\/[^:]+:\d+:\d+: (?:error|warning): .+ \([a-z-]+\)$/);
    for (const [rule, file, line, column] of planted) {
      expect(
        lines.filter((text) => text.startsWith(`faults/${file}:${line}:${column}: `) && text.endsWith(` (${rule})`)),
        `${rule} ${file}:${line}:${column}`,
      ).toHaveLength(1);
    }
  });
});
