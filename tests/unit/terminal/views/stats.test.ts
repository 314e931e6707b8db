import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../../src/domain/attempt.ts";
import type { OwnConfidence } from "../../../../src/domain/confidence.ts";
import { outlineOf } from "../../../../src/domain/outline.ts";
import { statsOf } from "../../../../src/progress/stats.ts";
import { statsView } from "../../../../src/terminal/views/stats.ts";
import { aCorrection, anAttempt, past, whole } from "../../../support/attempts.ts";
import { aQuestion, aTheme } from "../../../support/builders.ts";

const question = aQuestion({
  kind: "open",
  id: "walmart/cases/shelf",
  title: "Cut empty shelves",
  competencies: ["impact-quantification"],
  keyPoints: [{ id: "metric", text: "Names one *store metric*", weight: 1, part: undefined, phrasings: ["shelf availability"] }],
});
const point = "metric";

async function shown(entries: readonly JournalEntry[], columns = 80, setting: Parameters<typeof aTheme>[1] = {}): Promise<string> {
  return `\n${statsView(statsOf(past(entries), [outlineOf([question])], { whole }), (id) => (id === question.id ? question : undefined), await aTheme(columns, setting))}`;
}

function answers(count: number, confidence: OwnConfidence, score: number): readonly JournalEntry[] {
  return Array.from({ length: count }, () =>
    anAttempt({ question: question.id, confidence, score, marks: [{ id: point, status: "not-found", strength: 0.1 }] }),
  );
}

describe("the numbers", () => {
  test("of nothing say so", async () => {
    expect(await shown([])).toBe("\nNothing to count yet. coach drill begins.\n");
  });

  test("of less than a minute say the seconds", async () => {
    expect(await shown([anAttempt({ question: question.id, seconds: 13.2 })])).toContain("on 1 day, 13 seconds of answering\n");
  });

  test("of three answers do not pretend to know", async () => {
    expect(await shown(answers(3, 4, 0.7))).toMatchInlineSnapshot(`
      "
      3 answers to 1 question on 1 day, 6 minutes of answering
      3 answers in sentences took 100 % of the time allowed on average; none was ended
      by the clock.

      By kind, the latest answer to each question
                     questions  answers  score
      ─────────────  ─────────  ───────  ─────  ──────────────
      Open question          1        3   70 %  ██████████████

      By competency, weakest first
                             questions  answers  score
      ─────────────────────  ─────────  ───────  ─────  ──────────────
      Impact quantification          1        3   70 %  ██████████████

      What you thought, and the marks
      you said  answers  score  the word claims
      ────────  ───────  ─────  ───────────────  ──────────────
      solid           3   70 %  65 % to 85 %     too few to say
      3 answers: too few to say how far to trust your own view. It takes 12.
      "
    `);
  });

  test("of several days and times of day are drawn beside their figures, and told without bars in plain mode", async () => {
    const onDay = (at: string, score: number): readonly JournalEntry[] => Array.from({ length: 5 }, () => anAttempt({ question: question.id, at, score }));
    const entries = [...onDay("2026-11-20T21:00:00+01:00", 0.25), ...onDay("2026-11-21T08:00:00+01:00", 0.5)];
    const drawn = await shown(entries, 60);
    expect(drawn).toContain("Fri 20 Nov        5   25 %  ███\nSat 21 Nov        5   50 %  █████\n");
    expect(drawn).toContain("By the time of day\n");
    expect(drawn).toMatch(/Morning +5 +50 % +█████\nEvening +5 +25 % +███\n/);
    const plain = await shown(entries, 60, { plain: true });
    expect(plain).not.toContain("█");
    expect(plain).toContain("Fri 20 Nov        5   25 %\n");
    expect(drawn.split("\n").every((row) => row.length <= 60)).toBe(true);
  });

  test("of many say how far to trust one's own view, and the marks", async () => {
    const all = [...answers(10, 5, 0.3), ...answers(12, 3, 0.5)];
    const entries = all.flatMap((entry, index) => [entry, aCorrection({ attempt: entry.id, score: 0.3, marks: index < 4 ? { [point]: "found" } : {} })]);
    expect(await shown([...entries, ...answers(5, 5, 0.1)])).toMatchInlineSnapshot(`
      "
      27 answers to 1 question on 1 day, 54 minutes of answering
      27 answers in sentences took 100 % of the time allowed on average; none was
      ended by the clock.

      By kind, the latest answer to each question
                     questions  answers  score
      ─────────────  ─────────  ───────  ─────  ──
      Open question          1       27   10 %  ██

      By competency, weakest first
                             questions  answers  score
      ─────────────────────  ─────────  ───────  ─────  ──
      Impact quantification          1       27   10 %  ██

      What you thought, and the marks
      you said   answers  score  the word claims
      ─────────  ───────  ─────  ───────────────  ─────────────
      fair            12   50 %  40 % to 65 %     fits
      nailed it       15   23 %  85 % to 100 %    said too much
      You think your answers better than they are marked: by 40 points on average,
      over 27 answers.

      You were sure of these, and wrong: they come first next time
        Cut empty shelves

      The grader's ticks and yours
      You looked at 22 ticks of 22 answers and changed 4: 4 up, which the grader had
      missed. You agreed with 81 %.

                     ticks  raised  lowered  agreed
      ─────────────  ─────  ──────  ───────  ──────
      open question     22       4        0    81 %
      walmart/cases     22       4        0    81 %

      Where the grader errs most
        Cut empty shelves: Names one store metric (changed 4 of 22)
      "
    `);
  });

  test.each([20, 30, 44, 60, 100])("fit a window of %i columns", async (columns) => {
    const all = answers(20, 5, 0.3);
    const entries = all.flatMap((entry) => [entry, aCorrection({ attempt: entry.id, score: 0.3, marks: { [point]: "found" } })]);
    const view = await shown(entries, columns);
    // A deck's id or a word may be longer than the narrowest window; nothing else is.
    for (const row of view.split("\n")) expect(row.length, row).toBeLessThanOrEqual(Math.max(columns, 24));
  });

  test.each([
    [5, 0.5, "You think your answers better than they are marked: by 42 points on average, over 12 answers."],
    [1, 0.5, "Your answers are marked better than you think: by 40 points on average, over 12 answers."],
    [4, 0.75, "You think neither too well nor too badly of your answers on the whole, over 12 answers."],
  ] as const)("in one sentence, for %s and %s: %s", async (confidence, score, sentence) => {
    expect((await shown(answers(12, confidence, score), 100)).replaceAll("\n", " ")).toContain(sentence);
  });

  test("do not take words that say nothing for a view that fits, though their mean does", async () => {
    const said = [...answers(10, 2, 0.6), ...answers(10, 5, 0.6)].map((entry, index) => ({ ...entry, id: `id-${index}` }));
    expect((await shown(said, 200)).replaceAll("\n", " ")).toContain("on the whole, over 20 answers. But the words do not tell the good from the bad yet");
    expect(await shown(answers(12, 4, 0.75), 200)).not.toContain("But the words");
  });

  test("say when every tick was agreed to", async () => {
    const [attempt] = answers(1, 3, 0.5);
    expect(await shown([attempt!, aCorrection({ attempt: attempt!.id, marks: {} })])).toContain(
      "You looked at 1 tick of 1 answer and agreed with all of them.",
    );
  });
});
