import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import { encodeRecord } from "../../src/journal/record.ts";
import { anAttempt } from "../support/attempts.ts";
import { aPlace, emptyPackage, type Place } from "../support/coach.ts";
import { picksText } from "../support/decks.ts";

// The clock of a place stands at 2026-12-01 19:00.
function placeWith(entries: readonly JournalEntry[]): Place {
  const place = aPlace({ COACH_DATA_DIR: "journal" }, emptyPackage());
  writeFileSync(join(place.folder, "mine.md"), picksText);
  mkdirSync(join(place.folder, "journal"));
  const lines = entries.map((entry, index) => encodeRecord(entry, { run: "before", seq: index + 1 }));
  writeFileSync(join(place.folder, "journal", "journal-other.jsonl"), Buffer.concat(lines));
  return place;
}

function anAnswer(day: string, score: number, fields = {}): JournalEntry {
  return anAttempt({ question: "mine/pick", kind: "choice", answer: { kind: "choice", chosen: [0] }, at: `${day}T19:00:00Z`, score, ...fields });
}

const line = "drill mine --decks mine.md --due";
const asks = { status: 2, err: expect.stringContaining("there is no terminal to ask on") };

test("what is due is asked, whoever asks for it", async () => {
  const place = placeWith([anAnswer("2026-11-20", 1)]);
  expect(await place.coach(line)).toMatchObject(asks);
  expect(await place.coach("quiz walmart --decks mine.md --due")).toMatchObject(asks);
  expect(await place.coach(`${line} --weak`)).toMatchObject(asks);
});

test("nothing due is no error: it says when something will be, and what to do tonight", async () => {
  const place = placeWith([anAnswer("2026-12-01", 1)]);
  expect(await place.coach(line)).toMatchObject({
    status: 0,
    out: "Nothing is due tonight. The next question comes up in 2 days, on 2026-12-03.\nWith --new you meet new questions.\n",
  });
  expect(await place.json(line)).toMatchObject({ asked: 0, attempts: [], next: { day: "2026-12-03", questions: 1 } });
  expect((await placeWith([]).coach(line)).out).toContain("Nothing was answered yet.");
  expect((await placeWith([]).coach("star --due")).out).toContain("coach star --new tells a new story.");
});

test("new questions follow what is due as far as the evening allows", async () => {
  const place = placeWith([anAnswer("2026-12-01", 1)]);
  expect(await place.coach(`${line} --new`)).toMatchObject(asks);
  await place.coach("config set new-per-evening 1");
  expect((await place.coach(`${line} --new`)).out).toContain("Nothing is due tonight.");
});

test("nothing that lasts until the interview comes up before it, and retention decides what lasts", async () => {
  const place = placeWith([anAnswer("2026-11-30", 1)]);
  await place.coach("config set interview-date 2026-12-02");
  expect((await place.coach(line)).out).toContain("What you have answered will last until the interview.");
  await place.coach("config set retention 0.97");
  expect(await place.coach(line)).toMatchObject(asks);
});

test("a question that is forgotten again and again is named, with advice", async () => {
  const days = ["2026-11-20", "2026-11-22", "2026-11-24", "2026-11-26"];
  const place = placeWith(days.map((day) => anAnswer(day, 0)));
  const wrong = "answers: [{question: mine/pick, answer: b}]";
  const { err } = await place.coach("drill mine --decks mine.md --answers -", wrong);
  expect(err).toContain(
    "Forgotten 4 times: Pick. Another look alone will not mend it: write down in your\nown words why the right answer is right, or take it apart",
  );
  const right = "answers: [{question: mine/pick, answer: a}]";
  expect((await place.coach("drill mine --decks mine.md --answers -", right)).err).not.toContain("Forgotten");
});
