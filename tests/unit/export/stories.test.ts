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

test("stories told equally well stand in the order of the bank, unmarked ones last and said to be so; the newer of two equal tellings is read", () => {
  const stories = [
    aStory({ id: "a", title: "Unmarked", attempt: "none" }),
    aStory({ id: "b", title: "Second", attempt: "x" }),
    aStory({ id: "c", title: "Third", attempt: "y" }),
  ];
  const again = aStory({ id: "b2", of: "b", title: "Second", attempt: "z", parts: { ...feed.parts, situation: "The newer words." } });
  const scores = ["x", "y", "z"].map((id) => anAttempt({ id, score: 0.7 }));
  const page = sheet(...stories, again, ...scores);
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(["Second", "Third", "Unmarked"]);
  expect(page).toContain("The newer words.");
  expect(page.match(/told at 70 %/g)).toHaveLength(2);
  expect(page.match(/- \*\*Shows\*\*: ownership; not marked yet; \d+ seconds aloud$/gm)).toHaveLength(1);
  const many = [0.2, 0.9, 0.5].flatMap((score, index) => [
    aStory({ id: `m${index}`, title: `M${index}`, attempt: `n${index}` }),
    anAttempt({ id: `n${index}`, score }),
  ]);
  expect([...sheet(...many).matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(["M1", "M2", "M0"]);
});

test("a page of a few stories says nothing of others, and nine fill it without leaving one out", () => {
  expect(sheet(aStory())).toMatch(/^# Your stories for the day\n\n## The feed that came late\n\n- \*\*S\*\*: A feed was late\.\n/);
  const nine = Array.from({ length: 9 }, (_, index) => aStory({ id: `s${index}`, title: `Story ${index}` }));
  expect(sheet(...nine)).not.toContain("Left out");
  expect(sheet(...nine)).not.toContain("tells the first");
});

/** A page's line of a part or label, for a story with these words as its result. */
function lineOf(label: string, result: string, fields: Parameters<typeof aStory>[0] = {}): string | undefined {
  const nothing = { situation: "", task: "", action: "" };
  return new RegExp(`^- \\*\\*${label}\\*\\*: (.*)$`, "m").exec(sheet(aStory({ parts: { ...nothing, result }, ...fields })))?.[1];
}

test.each([
  ["We won. It took 3 weeks. And 5 people.", "It took 3 weeks."],
  ["  We won!   All of it.", "We won!"],
  ["Did it work?\n\nYes", "Did it work?"],
  ["No stop at all", "No stop at all"],
  ["at v1.5 all was well. Then not.", "at v1.5 all was well."],
  ["", "–"],
  [" \n ", "–"],
])("of a result %j the line is %j", (result, line) => {
  expect(lineOf("R", result)).toBe(line);
});

test("a part that is not the result is told by its first sentence, whatever figures stand behind it", () => {
  expect(sheet(aStory({ parts: { ...feed.parts, situation: "\n\nNobody knew. 4 stores failed." } }))).toContain("- **S**: Nobody knew.\n");
});

test("a line has twenty-four words at most, and says where it was cut", () => {
  const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join("  ");
  expect(lineOf("R", words(24))?.split(" ").at(-1)).toBe("w23");
  expect(lineOf("R", words(25))).toBe(`${words(24).replaceAll("  ", " ")} …`);
});

test.each([
  ["It fell by 12 points, 1 point, 3.5 percent and 7 %", "12 points, 1 point, 3.5 percent, 7 %"],
  ["$1,200 a week, £3 million, €2 billion, ¥5k and 4 thousand", "$1,200, £3 million, €2 billion, ¥5k, 4 thousand"],
  ["1 hour, 2 hours, 1 day, 2 days, 1 week, 2 weeks", "1 hour, 2 hours, 1 day, 2 days, 1 week, 2 weeks"],
  ["1 month, 2 months, 1 minute, 2 minutes, 1 second, 2 seconds", "1 month, 2 months, 1 minute, 2 minutes, 1 second, 2 seconds"],
  ["30 ms in 1 store, 9 stores and 3 people at 10:30", "30 ms, 1 store, 9 stores, 3 people, 10:30"],
  ["5M of 7 kinds, 12  % and 12", "5M, 7, 12"],
  ["1 2 3 4 5 6 7 8", "1, 2, 3, 4, 5, 6"],
  ["3 days, then 3 days", "3 days"],
  ["nothing to count", undefined],
])("of %j the figures are %j", (result, figures) => {
  expect(lineOf("Figures", result)).toBe(figures);
});

test("what it shows is in words, with how long it takes: seconds up to a minute and a half, then minutes", () => {
  const words = (count: number): string => "well ".repeat(count);
  expect(lineOf("Shows", words(10), { competencies: ["cross-functional-work", "ownership"] })).toBe(
    "cross functional work, ownership; not marked yet; 4 seconds aloud",
  );
  expect(lineOf("Shows", words(206), { competencies: [] })).toBe("not marked yet; 2 minutes aloud");
  expect(lineOf("Shows", words(204), { competencies: [] })).toBe("not marked yet; 89 seconds aloud");
  expect(lineOf("Shows", words(207), { competencies: [] })).toBe("not marked yet; 2 minutes aloud");
  expect(lineOf("Shows", words(414), { competencies: [] })).toBe("not marked yet; 3 minutes aloud");
});

test("figures of one part do not run into the next", () => {
  expect(sheet(aStory({ parts: { situation: "In 2025", task: "3 stores", action: "a", result: "b" } }))).toContain("- **Figures**: 2025, 3 stores\n");
});
