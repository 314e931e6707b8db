// Room: tests. `coach rescore`: what moves, why, and that nothing is lost when it is kept.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Attempt, JournalEntry } from "../../src/domain/attempt.ts";
import { rulesVersion } from "../../src/grading/grade.ts";
import { aCorrection, aJudgement, anAttempt } from "../support/attempts.ts";
import { aPlace, aPlaceWith, type Place } from "../support/coach.ts";
import { journalText } from "../support/kept.ts";
import { deckOf, pickQuestion, shelfQuestion } from "../support/shelf-question.ts";

const deck = deckOf(shelfQuestion({ trust: "their faith in our shelves is gone" }), pickQuestion);

const marks = (first: "found" | "partly" | "not-found"): Attempt["marks"] => [
  { id: "lost-sales", status: first, strength: 0.5 },
  { id: "trust", status: "not-found", strength: 0.1 },
];
const attempt = anAttempt({
  id: "first",
  question: "mine/explain",
  answer: { kind: "open", text: "Shoppers leave without buying, and every empty shelf is a lost sale to the chain." },
  score: 0.1,
  marks: marks("not-found"),
  levels: {},
  flags: ["repeated"],
  rules: 0,
});
const others: readonly Attempt[] = [
  anAttempt({ id: "exact", question: "mine/pick", kind: "choice", answer: { kind: "choice", chosen: [1] }, score: 0, marks: [] }),
  anAttempt({ id: "gone", question: "mine/no-more", answer: { kind: "open", text: "Something else." } }),
  anAttempt({ id: "other", question: "mine/explain", answer: { kind: "open", text: "Something else." }, marks: [{ id: "old", status: "found", strength: 1 }] }),
];

const withHistory = (...entries: readonly JournalEntry[]): Promise<Place> => aPlaceWith(deck, entries);

const options = "--decks mine.md --data-dir data";
interface Told {
  readonly applied: boolean;
  readonly moved: readonly { readonly id: string; readonly score: { readonly from: number; readonly to: number }; readonly graded: { readonly to: number } }[];
  readonly attempts: number;
}

describe("coach rescore", () => {
  test("shows what moves and why, and changes nothing", async () => {
    const place = await withHistory(attempt, ...others);
    const before = journalText(join(place.folder, "data"));
    const { status, out, err } = await place.coach(`rescore ${options}`);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("1 attempt marked again: 1 would move (1 up, 0 down), 0 stay as they were.");
    expect(out.replaceAll("\n", " ")).toContain(
      "Left as they are: 1 of kinds that are marked exactly; 1 whose question is not in the library any more; 1 whose question looks for other things now.",
    );
    expect(out).toMatch(/^10 % → \d\d %, not yet → [a-z ]+ · Explain$/m);
    expect(out).toContain(`2026-11-21 19:30; first; rules 0 → ${rulesVersion}`);
    expect(out).toContain("• not found → found: Lost sales");
    expect(out).toContain("• no longer limited: repeated");
    expect(out).toContain("Nothing was changed.");
    expect(journalText(join(place.folder, "data"))).toBe(before);
  });

  test("with --apply keeps the new mark beside the old one, and has nothing more to do the next time", async () => {
    const place = await withHistory(attempt);
    const before = journalText(join(place.folder, "data"));
    const { status, out } = await place.coach(`rescore --apply ${options}`);
    expect(status).toBe(0);
    expect(out).toContain("1 moved");
    expect(out.replaceAll("\n", " ")).toContain("The new marks are kept beside the old ones");
    expect(journalText(join(place.folder, "data")).startsWith(before)).toBe(true);
    const { attempts } = (await place.json(`history ${options}`)) as { readonly attempts: readonly Record<string, unknown>[] };
    expect(attempts).toMatchObject([{ id: "first", rules: rulesVersion, flags: [], rescored: expect.stringMatching(/^2026-12-01T/) as unknown }]);
    expect(attempts[0]?.["score"]).toBeGreaterThan(0.1);
    const explained = await place.coach(`explain ${options}`);
    expect(explained.out).toContain("It was marked 10 % by rules 0, and again on 2026-12-01:");
    expect(await place.json(`explain ${options}`)).toMatchObject({ kept: { score: 0.1, rules: 0 }, rescored: { rules: rulesVersion } });
    expect(await place.json(`rescore --apply ${options}`)).toMatchObject({ applied: true, moved: [], attempts: 1, same: 1 });
  });

  test("lets the person's own ticks stand, and the marks that they left as they were", async () => {
    const corrected = aCorrection({ id: "ticks", attempt: "first", marks: { trust: "found" }, score: 0.5 });
    const place = await withHistory(attempt, corrected);
    const { moved } = (await place.json(`rescore --apply ${options}`)) as Told;
    // By the grader lost sales is found now; the person saw it not found and let it be, and ticked trust.
    expect(moved).toHaveLength(1);
    expect(moved[0]?.score.from).toBe(0.5);
    const { attempts } = (await place.json(`history ${options}`)) as { readonly attempts: readonly { readonly score: number; readonly graded: number }[] };
    expect(attempts[0]?.score).toBe(moved[0]?.score.to);
    expect(attempts[0]?.graded).toBe(moved[0]?.graded.to);
    const { out } = await place.coach(`explain ${options}`);
    expect(out).toContain("Your own tick: found. The grader's: not found.");
  });

  test("lets the score of a judge that counts stand", async () => {
    const place = await withHistory(attempt, aJudgement({ attempt: "first", score: 0.7, counts: true }));
    expect(await place.json(`rescore ${options}`)).toMatchObject({ moved: [{ id: "first", score: { from: 0.7, to: 0.7 }, graded: { from: 0.1 } }] });
  });

  test("marks each attempt once where a copy of the file lies beside it", async () => {
    const place = await withHistory(attempt);
    writeFileSync(join(place.folder, "data", "journal-copy.jsonl"), journalText(join(place.folder, "data")));
    expect(await place.json(`rescore ${options}`)).toMatchObject({ attempts: 1, moved: [{ id: "first" }] });
  });

  test.each([
    ["mine/explain", 1],
    ["mine", 2],
    ["--since 2026-11-21", 2],
    ["--since 2026-11-22", 0],
    ["otherco --decks other.md", 0],
  ])("takes only what was asked for: %s", async (what, attempts) => {
    const place = await withHistory(attempt, ...others.filter(({ id }) => id === "exact"));
    writeFileSync(join(place.folder, "other.md"), deck.replace("Testco", "Otherco"));
    expect(await place.json(`rescore ${what} ${options}`)).toMatchObject({ attempts });
  });

  test("shows the largest moves first, and says how many more there are", async () => {
    const more = Array.from({ length: 5 }, (_, index) => ({ ...attempt, id: `more-${index}`, score: index / 10 }));
    const { out } = await (await withHistory(...more)).coach(`rescore --limit 2 ${options}`);
    expect([...out.matchAll(/more-\d/g)].map(([id]) => id)).toEqual(["more-0", "more-1"]);
    expect(out).toContain("3 more attempts move less; --limit shows more, --json all.");
  });

  test("says that there is nothing yet", async () => {
    expect((await (await withHistory()).coach(`rescore ${options}`)).out).toBe("No attempts here yet. coach drill begins.\n");
    expect(await (await withHistory()).json(`rescore ${options}`)).toMatchObject({ applied: false, moved: [], attempts: 0 });
  });

  test("tells of a damaged record once, and goes on", async () => {
    const place = await withHistory(attempt);
    writeFileSync(join(place.folder, "data", "journal-z.jsonl"), "rubbish\n");
    const { status, out, err } = await place.coach(`rescore ${options}`);
    expect(err.match(/a line is damaged/g)).toHaveLength(1);
    expect(out).toContain("1 would move");
    expect(status).toBe(0);
  });

  test.each([
    ["rescore walmrt", "there is no company, deck, competency or question", 'Did you mean "walmart"'],
    ["rescore --since tomorrow", "--since takes a day", ""],
    ["rescore --limit 0", "--limit takes a whole number", ""],
  ])("%s is refused", async (line, message, advice) => {
    const { status, out, err } = await aPlace().coach(line);
    expect(err).toContain(message);
    expect(err).toContain(advice);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });
});
