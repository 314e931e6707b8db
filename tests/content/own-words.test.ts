// Room: tests. The library tells facts in its own words: no run of eight words stands in it that stands in a source.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const home = resolve(import.meta.dirname, "../..");
const run = 8;
/** Bytes kept of each hash: two runs among a million meet by chance once in tens of thousands of libraries. */
const kept = 6;

/** Hashes of all runs of eight words of the four sources, which are not ours to pass on. */
const sources = new Set(readFileSync(join(home, "tests/fixtures/source-runs.txt"), "utf8").match(/^[\w+/]{8}$/gm));

function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, Math.max(0, words.length - run + 1)).map((_, index) => words.slice(index, index + run).join(" "));
}

const hashOf = (words: string): string => createHash("sha256").update(words).digest().subarray(0, kept).toString("base64");
const copiedIn = (text: string): readonly string[] => runsOf(text).filter((words) => sources.has(hashOf(words)));

const pages = ["questions", "frameworks"].flatMap((folder) =>
  readdirSync(join(home, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

test("the hashes are those of four whole documents, and a sentence of one is found out", () => {
  expect(sources.size).toBeGreaterThan(8000);
  // The names of the five stages, which are a fact and may be told one by one.
  expect(copiedIn("Problem definition, data feasibility, hypothesis sizing, controlled experiment.")).toHaveLength(1);
  expect(copiedIn("Problem definition, feasibility of the data, hypothesis sizing, controlled experiment.")).toEqual([]);
});

test.each(pages)("%s is in our own words", (page) => expect(copiedIn(readFileSync(join(home, page), "utf8"))).toEqual([]));
