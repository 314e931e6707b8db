// Room: tests. `coach explain`: every rule and word behind a mark, also when the deck has changed or is gone.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import { anAttempt, aCorrection } from "../support/attempts.ts";
import { aPlaceWith, type Place } from "../support/coach.ts";

const deck = `---
title: Mine
---

## Explain
\`id: explain\` \`minutes: 2\`

Explain why empty shelves cost money.

### Key points
- **Lost sales** \`id: lost-sales\` \`weight: 2\`
  - shoppers leave without buying
  - every empty shelf is a lost sale
  - people buy it somewhere else
- **Trust** \`id: trust\`
  - they do not come back to the store
  - their faith in our shelves is gone
  - loyalty goes down over time

### Pitfalls
- **Offers accuracy** \`id: accuracy\` — say what it is worth
  - our model reaches 94 percent accuracy

### Model answer
Every empty shelf is a lost sale, and loyalty goes down over time.

## Story
\`id: story\`

Tell me about a feed that came late.

### Situation
Where it was.
- **The feed** \`id: feed\`
  - the feed from the warehouse was late
  - the data came hours after opening
  - we had no numbers in the morning

### Task
What was yours.
- **Mine** \`id: mine\`
  - I owned the repair
  - it was my job to mend it
  - I was responsible for the fix

### Action
What you did.
- **Called** \`id: called\`
  - I called the replenishment lead
  - I rang the planner at once
  - I told the buyers by phone

### Result
What came of it.
- **Back** \`id: back\`
  - it was back within the hour
  - the error fell from thirty to eighteen percent
  - orders were normal again on Tuesday

### Model answer
**Situation:** The feed from the warehouse was late.
**Task:** I owned the repair.
**Action:** I called the replenishment lead.
**Result:** It was back within the hour.

## Pick
\`id: pick\`

- [x] Right — because it is
- [ ] Wrong — it is not
`;

const said = "Shoppers leave without buying anything. Our model reaches 94 percent accuracy.";

const withAttempts = (...entries: readonly JournalEntry[]): Promise<Place> => aPlaceWith(deck, entries, { COLUMNS: "80" });

const explained = (place: Place, name = "") => place.coach(`explain ${name} --decks mine.md --data-dir data`);

const attempt = anAttempt({
  id: "mi8aaa111",
  question: "mine/explain",
  answer: { kind: "open", text: said },
  score: 0.5,
  marks: [
    { id: "lost-sales", status: "found", strength: 0.7 },
    { id: "trust", status: "not-found", strength: 0.1 },
  ],
});
const later = anAttempt({
  id: "mi8bbb222",
  at: "2026-11-22T19:30:05+01:00",
  question: "mine/pick",
  kind: "choice",
  answer: { kind: "choice", chosen: [0] },
  score: 1,
  marks: [{ id: "option-1", status: "found", strength: 1 }],
});

describe("coach explain", () => {
  test("shows every key point with its words, the pitfall with its sentence, and the sum", async () => {
    const { status, out, err } = await explained(await withAttempts(attempt), attempt.id);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("[Shoppers leave without buying] anything.");
    expect(out).toMatch(/✓ Found: Lost sales\n {4}"Shoppers leave without buying"\n {4}Strength \d\.\d+, counts [\d.]+ of 2; rule coverage\.lost-sales\./);
    expect(out).toContain('Nearest accepted phrasing: "shoppers leave without buying"');
    expect(out).toContain("From a strength of ");
    expect(out).toMatch(/✓ Met: .*\n?.* · delivery\.time\n/);
    expect(out).toContain("✗ Not found: Trust");
    expect(out).toMatch(/! Offers accuracy\n {4}"Our model reaches 94 percent accuracy\.?"\n {4}Say what it is worth/);
    expect(out).toMatch(/Said {5}what the key points count: [\d.]+ of 3 = 0\.\d+/);
    expect(out).toMatch(/Limit {4}a pitfall: 0\.9 at most/);
    expect(out).toMatch(/Score {4}0\.\d+ = \d\d %/);
    expect(out).toContain("Do next:");
  });

  test("puts the person's own tick beside the grader's, and adds it up by both", async () => {
    const ticks = aCorrection({ attempt: attempt.id, marks: { trust: "found" }, score: 0.9 });
    const { out } = await explained(await withAttempts(attempt, ticks), attempt.id);
    expect(out.split("\n")[0]).toBe("Strong, 90 %, by your own ticks; marked by rules 1");
    expect(out).toContain("Your own tick: found. The grader's: not found.");
    expect(out).toMatch(/The same by your own ticks\n {2}Said {5}what the key points count: [\d.]+ of 3/);
  });

  test("takes the last attempt, a number of the history, or the beginning of an id", async () => {
    const place = await withAttempts(attempt, later);
    const [last, first, beginning] = [await explained(place), await explained(place, "2"), await explained(place, "mi8a")];
    expect(last.out).toContain("id mi8bbb222");
    expect(last.out).toContain("Rule     right ticks, less wrong ones, over all that are right; never below 0\n  Score    1 = 100 %, strong");
    expect(last.out).toContain("  ✓ Right\n    Right: because it is\n");
    expect(first.out).toContain("id mi8aaa111");
    expect(beginning.out).toBe(first.out);
  });

  test("shows a STAR answer part by part, and which of its words count in which part", async () => {
    const parts = { situation: "The feed from the warehouse was late.", task: "", action: "I called the replenishment lead.", result: "It was fine." };
    const story = anAttempt({ id: "mi8story", question: "mine/story", kind: "star", answer: { kind: "star", parts }, marks: [] });
    const { out } = await explained(await withAttempts(story));
    expect(out).toMatch(/Your answer\nSituation\n.*\[.*warehouse was late\]\.\nAction\n.*\[.*called .*replenishment lead\]\.\nResult\nIt was fine\.\n/);
    expect(out).toMatch(/Level \d needs: /);
  });

  test.each([
    ["nothing-like-it", 'there is no attempt "nothing-like-it"', "The last: mi8bbb222 (2026-11-22 19:30, mine/pick); mi8aaa111"],
    ["mi8aaa112", 'there is no attempt "mi8aaa112"', "Did you mean mi8aaa111 (2026-11-21 19:30, mine/explain)?"],
    ["mi8", '2 attempts have an id that begins with "mi8"', "Give more of it: mi8bbb222"],
    ["3", 'there is no attempt "3"', "1 to 2"],
  ])("refuses %s, and says what there is", async (name, message, advice) => {
    const { status, out, err } = await explained(await withAttempts(attempt, later), name);
    expect(err).toContain(message);
    expect(err).toContain(advice);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  test("says that nothing is kept yet", async () => {
    const { status, err } = await explained(await withAttempts());
    expect(err).toContain("Nothing is kept yet");
    expect(status).toBe(2);
  });

  test("shows what the journal holds when the deck is gone", async () => {
    const place = await withAttempts({ ...attempt, flags: ["repeated"] });
    rmSync(join(place.folder, "mine.md"));
    const { status, out } = await place.coach("explain --data-dir data");
    expect(status).toBe(0);
    expect(out).toContain("! Its question is not in the library any more.");
    expect(out).toContain(said.slice(0, 30));
    expect(out).toContain("✓ found: lost-sales");
    expect(out).toContain("Levels, 1 to 5: coverage 3");
    expect(out).toContain("Flags: repeated");
  });

  test("says so when the question looks for other things now, or is of another kind", async () => {
    const place = await withAttempts(attempt);
    writeFileSync(join(place.folder, "mine.md"), deck.replace("`id: trust`", "`id: loyalty`"));
    expect((await explained(place)).out).toContain("Its question looks for other things now than when it was asked.");
    writeFileSync(join(place.folder, "mine.md"), deck.replace("`id: pick`", "`id: explain`").replace("`id: explain` `minutes: 2`", "`id: other`"));
    expect((await explained(place)).out).toContain("Its question is of another kind now (choice)");
  });

  test("says so when the present rules give another mark, and keeps the old one", async () => {
    const { out } = await explained(await withAttempts({ ...attempt, score: 0.2, rules: 0 }));
    expect(out).toContain("It was marked 20 %; that was by rules 0");
    expect(out.split("\n")[0]).toBe("Not yet, 20 %; marked by rules 0");
  });

  test("with --json gives the kept mark, the ticks and the reading, with the words beside their places", async () => {
    const ticks = aCorrection({ attempt: attempt.id, marks: { trust: "found" }, score: 0.9 });
    const told = await (await withAttempts(attempt, ticks)).json("explain --decks mine.md --data-dir data");
    expect(told).toMatchObject({
      id: attempt.id,
      score: 0.9,
      kept: { score: 0.5, rules: 1 },
      corrected: { marks: { trust: "found" }, score: 0.9 },
      reading: {
        marks: [
          { id: "lost-sales", status: "found", words: ["Shoppers leave without buying"] },
          { id: "trust", status: "not-found", words: [] },
        ],
        account: {
          points: [
            { id: "lost-sales", of: 2 },
            { id: "trust", of: 1 },
          ],
          limits: [{ why: "a pitfall", most: 0.9 }],
        },
        own: { account: { points: [{ of: 2 }, { id: "trust", counts: 1, of: 1 }] } },
      },
    });
  });

  test("lets nothing of a foreign journal act on the terminal", async () => {
    const evil = { ...attempt, id: "mi8\u001b]0;x\u0007", answer: { kind: "open" as const, text: `red \u001b[31m${said}` } };
    const place = await withAttempts(evil);
    const { out } = await explained(place);
    const { err } = await explained(place, "x");
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test("is completed with the latest ids", async () => {
    const place = await withAttempts(attempt, later);
    expect((await place.coach(["__complete", "--data-dir", "data", "--", "explain", "mi8b"])).out).toBe("mi8bbb222\n");
  });
});
