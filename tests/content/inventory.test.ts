// Room: tests. Every numbered fact of the four sources is met somewhere in the library, and every number that is cited exists.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { type SourceReference, tellReference } from "../../src/domain/source.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../..")), (absolute) => absolute);

/** How many numbered facts each source has; the collection of ten questions counts them question by question. */
const counts = {
  "W-PM-": 63,
  "JD-": 66,
  "W-SM-": 57,
  "W-DS-0-": 1,
  "W-DS-Q1-": 42,
  "W-DS-Q2-": 35,
  "W-DS-Q3-": 28,
  "W-DS-Q4-": 27,
  "W-DS-Q5-": 28,
  "W-DS-Q6-": 32,
  "W-DS-Q7-": 29,
  "W-DS-Q8-": 26,
  "W-DS-Q9-": 29,
  "W-DS-Q10-": 37,
  "W-DS-X-": 5,
};
const facts = Object.entries(counts).flatMap(([source, count]) => Array.from({ length: count }, (_, index) => `${source}${index + 1}`));

/** Every reference that stands anywhere in a value: `sources` is what they are called wherever something is told. */
function referencesIn(value: unknown): readonly SourceReference[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "sources" ? (inner as readonly SourceReference[]) : referencesIn(inner)));
}

const cited = new Set([library.decks, library.loops, library.frameworks, library.facts].flatMap((part) => referencesIn(part)).map(tellReference));

test("the four sources hold 505 numbered facts", () => expect(facts).toHaveLength(505));

test("every fact is asked, or shown by a question, a loop, a framework or the facts of a company", () => {
  expect(facts.filter((fact) => !cited.has(fact))).toEqual([]);
});

test("no reference leads beyond the facts of its source", () => {
  const ours = [...cited].filter((reference) => /^(?:W-PM|JD|W-SM|W-DS)-/.test(reference));
  expect(ours.filter((reference) => !facts.includes(reference))).toEqual([]);
});
