import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace, emptyPackage, type Place } from "../support/coach.ts";
import { picksText } from "../support/decks.ts";

async function placeWith(answers: string): Promise<Place> {
  const place = aPlace({ COACH_DATA_DIR: "journal" }, emptyPackage());
  writeFileSync(join(place.folder, "mine.md"), picksText);
  expect(await place.coach("drill mine --decks mine.md --answers -", answers)).toMatchObject({ status: 0 });
  return place;
}

function journalOf(place: Place): string {
  const folder = join(place.folder, "journal");
  const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return readFileSync(join(folder, file), "utf8");
}

const both = "answers: [{question: mine/pick, answer: a}, {question: mine/other, answer: b}]";
const decks = "--decks mine.md";
const answersIn = async (place: Place): Promise<unknown> => ((await place.json(`stats ${decks}`)) as { readonly answers: number }).answers;

describe("coach undo", () => {
  test("takes back the last answer, and then the one before; what was written stays", async () => {
    const place = await placeWith(both);
    const before = journalOf(place);
    expect(await place.coach(`undo ${decks}`)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^Taken back: your answer to Other, .*\.\ncoach undo --redo lets it count again\.\n$/) as unknown,
    });
    expect(await answersIn(place)).toBe(1);
    expect(await place.json(`undo ${decks}`)).toMatchObject({ takenBack: { type: "attempt", question: "mine/pick" } });
    expect(await answersIn(place)).toBe(0);
    expect(journalOf(place).startsWith(before)).toBe(true);
    expect(await place.coach(`undo ${decks}`)).toMatchObject({ status: 2, err: expect.stringContaining("there is nothing to take back") as unknown });
  });

  test("is itself taken back with --redo, the last first", async () => {
    const place = await placeWith(both);
    expect(await place.coach(`undo --redo ${decks}`)).toMatchObject({ status: 2, err: expect.stringContaining("nothing was taken back") as unknown });
    await place.coach(`undo ${decks}`);
    await place.coach(`undo ${decks}`);
    expect((await place.coach(`undo --redo ${decks}`)).out).toMatch(/^Counts again: your answer to Pick, /);
    expect(await place.json(`undo --redo ${decks}`)).toMatchObject({ restored: { question: "mine/other" } });
    expect(await answersIn(place)).toBe(2);
  });

  test("is seen in the history, which still shows the answer, and nowhere else", async () => {
    const place = await placeWith(both);
    await place.coach(`undo ${decks}`);
    expect(await place.json(`history ${decks}`)).toMatchObject({
      total: 2,
      attempts: [
        { question: "mine/other", takenBack: expect.stringMatching(/^2026-12-01T/) as unknown },
        { question: "mine/pick", takenBack: null },
      ],
    });
    expect((await place.coach(`history ${decks}`)).out).toContain("taken back");
    expect((await place.coach(`history 1 ${decks}`)).out).toContain("taken back");
    expect((await place.coach(`explain ${decks}`)).out).toContain("Pick");
    expect(await place.json(`rescore ${decks}`)).toMatchObject({ attempts: 1 });
  });
});

describe("a rating", () => {
  const rated = "answers: [{question: mine/pick, answer: a, rating: easy}, {question: mine/other, answer: a}]";
  const dueOf = async (place: Place, name: string): Promise<unknown> => ((await place.json(`rate hard ${name} ${decks}`)) as { readonly due: string }).due;

  test("comes from an answers file where it tells, and from the marks where it does not", async () => {
    const place = aPlace({ COACH_DATA_DIR: "journal" }, emptyPackage());
    writeFileSync(join(place.folder, "mine.md"), picksText);
    expect(await place.json(`drill mine ${decks} --answers -`, rated)).toMatchObject({ attempts: [{ rating: "easy" }, { rating: "good" }] });
    expect(journalOf(place).match(/"type":"rating"/g)).toHaveLength(1);
  });

  test("decides when a question comes up again, and may be changed and taken back", async () => {
    const place = await placeWith(rated);
    expect((await place.coach(`drill mine --due ${decks}`)).out).toContain("in 2 days, on 2026-12-03");
    expect((await place.coach(`rate EASY ${decks}`)).out).toBe("Rated easy: Other. It is due on 2026-12-09.\n");
    expect((await place.coach(`drill mine --due ${decks}`)).out).toContain("The next 2 questions come up in 8 days, on 2026-12-09.");
    expect((await place.coach(`undo ${decks}`)).out).toMatch(/^Taken back: the rating "easy" of Other, /);
    expect((await place.coach(`drill mine --due ${decks}`)).out).toContain("in 2 days, on 2026-12-03");
    expect(await dueOf(place, "2")).toBe("2026-12-02");
  });

  test("that is none is told, with those that there are", async () => {
    const place = await placeWith(rated);
    expect(await place.coach(`rate best ${decks}`)).toMatchObject({ status: 2, err: expect.stringContaining("again, hard, good, easy") as unknown });
    expect(await aPlace().coach("rate good")).toMatchObject({ status: 2, err: expect.stringContaining("there is no attempt to show") as unknown });
  });
});
