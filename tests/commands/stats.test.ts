import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeRecord } from "../../src/journal/record.ts";
import { anAttempt } from "../support/attempts.ts";
import { aPlace } from "../support/coach.ts";

const deck = `---
title: Mine
company: Walmart
---

## Pick

\`id: pick\` \`competencies: ownership\`

- [x] Right
- [ ] Wrong

## Other baskets

\`id: other\`

What does a shopper do?

- [x] Right
- [ ] Wrong
`;

function withDeck() {
  const place = aPlace();
  writeFileSync(join(place.folder, "mine.md"), deck);
  return place;
}

const answers = "answers: [{question: mine/pick, answer: b, confidence: nailed it}, {question: mine/other, answer: a}]";

test("stats of an empty journal say how to begin, and are zeros as JSON", async () => {
  const place = aPlace();
  expect(await place.coach("stats")).toEqual({ status: 0, out: "Nothing to count yet. coach drill begins.\n", err: "" });
  expect(await place.json("stats")).toMatchObject({
    answers: 0,
    calibration: { answers: 0, bias: null, fit: "too few" },
    agreement: { ticks: 0, agreed: null },
  });
});

test("confidence comes from an answers file, is in the session, the history and the stats", async () => {
  const place = withDeck();
  expect(await place.json("drill mine --decks mine.md --answers -", answers)).toMatchObject({ attempts: [{ confidence: 5 }, { confidence: null }] });
  const { attempts } = (await place.json("history --decks mine.md")) as {
    readonly attempts: readonly { readonly question: string; readonly confidence?: number }[];
  };
  expect(attempts.find(({ question }) => question === "mine/pick")?.confidence).toBe(5);
  expect((await place.coach("history 2 --decks mine.md")).out).toContain("you said: nailed it");
  expect(await place.json("stats --decks mine.md")).toMatchObject({
    answers: 2,
    questions: 2,
    days: 1,
    kinds: [{ name: "choice", answers: 2, mean: 0.5 }],
    calibration: {
      answers: 1,
      fit: "too few",
      levels: [{}, {}, {}, {}, { confidence: 5, word: "nailed it", answers: 1, mean: 0, claims: [0.85, 1], fit: "too few" }],
    },
    sureButWrong: ["mine/pick"],
    agreement: { answers: 0, agreed: null },
  });
  expect((await place.coach("stats --decks mine.md")).out).toContain("1 answer: too few to say how far to trust your own view. It takes 12.");
});

test("--no-confidence leaves out what an answers file says of it", async () => {
  const place = withDeck();
  const session = await place.json("drill mine --decks mine.md --no-confidence --answers -", answers);
  expect(session).toMatchObject({ attempts: [{ confidence: null }, { confidence: null }] });
});

test("stats show no control character of a journal from elsewhere", async () => {
  const place = withDeck();
  const folder = join(place.folder, ".local/share/interview-coach");
  mkdirSync(folder, { recursive: true });
  const line = encodeRecord(anAttempt({ question: "gone\u009b31m/pick", confidence: 5, score: 0 }), { run: "0a1b2c3d", seq: 1 });
  writeFileSync(join(folder, "journal-0a1b2c3d.jsonl"), line);
  for (const command of ["stats", "stats --json"]) {
    const { out } = await place.coach(command);
    expect(out).toContain("gone");
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

test("stats keep to a company and to days, and name a company that is not there", async () => {
  const place = withDeck();
  await place.coach("drill mine --decks mine.md --answers -", answers);
  expect(await place.json("stats --company walmart --decks mine.md")).toMatchObject({ answers: 2 });
  expect(await place.json("stats --company jd --decks mine.md")).toMatchObject({ answers: 0 });
  expect(await place.json("stats --since 2026-12-02")).toMatchObject({ answers: 0 });
  expect(await place.coach("stats --company walmrt")).toMatchObject({ status: 2, err: expect.stringContaining('Did you mean "walmart"?') });
});

test("the history is searched by what was asked, too", async () => {
  const place = withDeck();
  await place.coach("drill mine --decks mine.md --answers -", answers);
  const found = async (words: string): Promise<readonly string[]> => {
    const { attempts } = (await place.json(`history --decks mine.md --search ${words}`)) as { readonly attempts: readonly { readonly question: string }[] };
    return attempts.map(({ question }) => question);
  };
  expect(await found("shopper")).toEqual(["mine/other"]);
  expect(await found("Baskets")).toEqual(["mine/other"]);
  expect(await found("nowhere")).toEqual([]);
});
