// The library that ships: clean, noted in ids.lock, and with a source beneath every fact about a company.
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { findSource, readLibrary, readLock } from "../../src/content/library.ts";
import { lintLibrary } from "../../src/content/lint.ts";
import { lockText, questionsBelow } from "../../src/content/lock.ts";
import { type Kind, usualMinutes } from "../../src/domain/question.ts";
import { tellReference } from "../../src/domain/source.ts";

const home = resolve(import.meta.dirname, "../..");
const roots = rootsOf(home);
const { library, files } = readLibrary(roots, (absolute) => relative(home, absolute).replaceAll("\\", "/"));
const questions = library.decks.flatMap((deck) => deck.questions);
const known = new Map(library.sources.map((source) => [source.id, source]));
const company = questions.filter((question) => question.company !== undefined);

describe("the shipped library", () => {
  const locks = roots.map((root) => ({ file: `${root.holds}/ids.lock`, folder: root.holds, ids: readLock(root) ?? [] }));

  test("has nothing to complain of, and every id is noted in an ids.lock, of decks and of frameworks", () => {
    expect(locks.map(({ folder, ids }) => [folder, ids.length > 40])).toEqual([
      ["questions", true],
      ["frameworks", true],
    ]);
    expect(lintLibrary({ library, files, locks }).map(({ place, rule, message }) => `${place.file}:${place.line}:${place.column} ${rule} ${message}`)).toEqual(
      [],
    );
  });

  test.each(roots)("has the ids.lock in $holds that the program would write", ({ folder, holds }) => {
    expect(readFileSync(join(folder, "ids.lock"), "utf8")).toBe(lockText(questionsBelow(holds, library)));
  });

  test.each(locks)("complains when an id goes that $file notes, so that the check above can fail", (lock) => {
    const ids = [...lock.ids, lock.folder === "questions" ? "walmart/ai-pm/cases/gone" : "frameworks/rfm/apply-gone"];
    expect(lintLibrary({ library, files, locks: [{ ...lock, ids }] }).map(({ rule, place }) => [rule, place.line])).toEqual([["id-changed", ids.length]]);
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
