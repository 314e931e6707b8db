// The library that ships: clean, noted in ids.lock, and with a source beneath every fact about a company.
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { findSource, readLibrary, readLock } from "../../src/content/library.ts";
import { lintLibrary } from "../../src/content/lint.ts";
import { lockText } from "../../src/content/lock.ts";
import { type Kind, usualMinutes } from "../../src/domain/question.ts";
import { tellReference } from "../../src/domain/source.ts";

const home = resolve(import.meta.dirname, "../..");
const roots = rootsOf(home);
const { library, files } = readLibrary(roots, (absolute) => relative(home, absolute).replaceAll("\\", "/"));
const questions = library.decks.flatMap((deck) => deck.questions);
const known = new Map(library.sources.map((source) => [source.id, source]));
const company = questions.filter((question) => question.company !== undefined);

describe("the shipped library", () => {
  test("has nothing to complain of, and every id is noted in ids.lock", () => {
    const [root] = roots;
    const ids = root && readLock(root);
    expect(ids?.length).toBeGreaterThan(100);
    const problems = lintLibrary({ library, files, locks: [{ file: "questions/ids.lock", folder: "questions", ids: ids ?? [] }] });
    expect(problems.map(({ place, rule, message }) => `${place.file}:${place.line}:${place.column} ${rule} ${message}`)).toEqual([]);
  });

  test("has the ids.lock that the program would write", () => {
    expect(readFileSync(join(home, "questions/ids.lock"), "utf8")).toBe(lockText(library));
  });

  test("complains when a noted id goes, so that the check above can fail", () => {
    const locks = [{ file: "questions/ids.lock", folder: "questions", ids: ["walmart/ai-pm/cases/gone", ...questions.map((question) => question.id)] }];
    expect(lintLibrary({ library, files, locks }).map(({ rule, place }) => [rule, place.line])).toEqual([["id-changed", 1]]);
  });

  test("has at least 700 questions, of all eight kinds, with ids of their own", () => {
    expect(questions.length).toBeGreaterThanOrEqual(700);
    const kinds = new Set(questions.map((question) => question.kind));
    expect([...kinds].sort()).toEqual((Object.keys(usualMinutes) as Kind[]).sort());
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
  });

  test.each([
    ["Walmart", "walmart"],
    ["JD.com", "jd"],
  ])("has questions, a loop and a page of facts for %s", (name, id) => {
    expect(questions.filter((question) => question.company === name).length).toBeGreaterThanOrEqual(30);
    expect(library.loops.filter((loop) => loop.company === name).flatMap((loop) => loop.rounds).length).toBeGreaterThanOrEqual(3);
    expect(library.facts.find((facts) => facts.id === id)?.facts.length).toBeGreaterThanOrEqual(3);
  });

  test("names a known source beneath every question about a company", () => {
    expect(company.length).toBeGreaterThan(100);
    const bare = company.filter(({ sources }) => sources.length === 0 || sources.some((reference) => !findSource(known, reference)));
    expect(bare.map((question) => question.id)).toEqual([]);
  });

  test("gives every source behind a fact a confidence, and the day it is of or was read", () => {
    const claims = library.facts.flatMap((facts) => facts.facts.flatMap((fact) => fact.claims));
    const references = [
      ...company.flatMap((question) => question.sources),
      ...claims.flatMap((claim) => claim.sources),
      ...library.loops.flatMap((loop) => loop.rounds.flatMap((round) => round.sources)),
    ];
    for (const reference of references) {
      const source = findSource(known, reference);
      expect(source?.confidence, tellReference(reference)).toMatch(/^(?:official|reported|unverified|own)$/);
      expect(source?.date ?? source?.retrieved, tellReference(reference)).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
    }
  });

  test("names a source for every claim about a company, and every round of a loop", () => {
    const claims = library.facts.flatMap((facts) => facts.facts.flatMap((fact) => fact.claims));
    expect(claims.filter((claim) => claim.sources.length === 0)).toEqual([]);
    const rounds = library.loops.flatMap((loop) => loop.rounds);
    expect(rounds.filter((round) => round.sources.length === 0).map((round) => round.title)).toEqual([]);
  });
});
