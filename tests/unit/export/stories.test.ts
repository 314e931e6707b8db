import { expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { buildStorySheet } from "../../../src/export/stories.ts";
import { bankOf } from "../../../src/progress/bank.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";

const sheet = (...entries: readonly JournalEntry[]): string => toMarkdown(buildStorySheet(bankOf(entries)));

const feed = aStory({
  id: "feed",
  title: "The feed that came late",
  attempt: "low",
  parts: {
    situation: "The nightly feed of 4,000 stores was late. Nobody knew.",
    task: "I owned the fix.",
    action: `I ${"really ".repeat(40)}called.`,
    result: "We were glad. Stock-outs fell from 8 % to 5.5 % in 6 weeks, worth $1.2 million.",
  },
});

test("each story is a line a part with its figures and what it shows; a result is told by its figure", () => {
  const page = sheet(anAttempt({ id: "low", score: 0.4 }), feed);
  expect(page).toContain("## The feed that came late\n");
  expect(page).toContain("- **S**: The nightly feed of 4,000 stores was late.\n- **T**: I owned the fix.\n");
  expect(page).toContain("- **R**: Stock-outs fell from 8 % to 5.5 % in 6 weeks, worth $1.2 million.");
  expect(page).toContain("- **Figures**: 4,000 stores, 8 %, 5.5 %, 6 weeks, $1.2 million\n");
  expect(page).toContain("- **Shows**: ownership; told at 40 %;");
  expect(/\*\*A\*\*: (.*)/.exec(page)?.[1]?.split(" ")).toHaveLength(25);
});

test("the best telling comes first, and of a story its best telling; what was written anew at last wins over both", () => {
  const better = aStory({ id: "f2", of: "feed", attempt: "high", parts: { ...feed.parts, situation: "Told better." } });
  const worse = aStory({ id: "f3", of: "feed", attempt: "mid", parts: { ...feed.parts, situation: "Told worse." } });
  const other = aStory({ id: "other", title: "The other", attempt: "mid" });
  const scores = [anAttempt({ id: "low", score: 0.4 }), anAttempt({ id: "high", score: 0.9 }), anAttempt({ id: "mid", score: 0.6 })];
  const page = sheet(...scores, other, feed, better, worse);
  expect(page).toContain("Told better.");
  expect(page.indexOf("feed that came late")).toBeLessThan(page.indexOf("The other"));
  const written = sheet(...scores, feed, better, aStory({ id: "f4", of: "feed", attempt: "", parts: { ...feed.parts, situation: "Written anew." } }));
  expect(written).toContain("Written anew.");
  expect(written).toContain("told at 90 %");
});

test("two pages hold nine stories and say how many are left out; an empty bank says how to begin", () => {
  const stories = Array.from({ length: 12 }, (_, index) => aStory({ id: `s${index}`, title: `Story ${index}` }));
  const page = sheet(...stories);
  expect(page.match(/^## /gm)).toHaveLength(9);
  expect(page).toContain("Left out, for two pages hold no more: 3.");
  expect(sheet()).toContain("coach star tells the first");
});

test("words of a story are no markup", () => {
  const page = sheet(aStory({ title: "# <script>", parts: { ...feed.parts, situation: "[x](javascript:alert(1)) **b**" } }));
  expect(page).toContain("## \\# \\<script\\>");
  expect(page).toContain("- **S**: \\[x\\](javascript:alert(1)) \\*\\*b\\*\\*");
});
