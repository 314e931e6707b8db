import { expect, test } from "vitest";
import { aPlace, type Place } from "../support/coach.ts";
import { feedTelling as feed, shelfTelling as shelf } from "../support/tellings.ts";

const question = "walmart/ai-pm/star/across-teams";
const other = "jd/ai-pm/star/two-leads";

const tell = (place: Place, answer: object, { to = question, more = "" } = {}) =>
  place.coach(`star ${to} --answers - ${more}`, JSON.stringify({ answers: [{ question: to, answer, seconds: 200 }] }));

test("the same story told again is a version of it, also to another question", async () => {
  const place = aPlace();
  expect((await tell(place, shelf)).err).toContain("Kept in your story bank");
  const again = await tell(place, { ...shelf, result: shelf.result.replace("8 to 5", "8 to 2") }, { to: other });
  expect(again.err).toContain("Kept as version 2 of story 1");
  await tell(place, feed);
  expect(await place.json("star list")).toMatchObject({
    stories: [
      {
        number: 1,
        title: "Stores lost 4 percent of fresh sales to empty shelves, and three…",
        versions: [
          { number: 1, question },
          { number: 2, question: other },
        ],
      },
      { number: 2, versions: [{ number: 1 }] },
    ],
  });
});

test("a story shows its versions, with seconds, scores and what changed", async () => {
  const place = aPlace();
  await tell(place, shelf);
  await tell(place, { ...shelf, result: shelf.result.replace("8 to 5", "8 to 2"), task: "I owned it." });
  const { out } = await place.coach("star show 1");
  expect(out).toMatch(/1 +2026-12-01 +3:20 +0:31 +\d+ %\n/);
  expect(out.replace(/\s+/g, " ")).toContain("8 to 2 percent, was 8 to 5 percent; task 16 words shorter; result reworded");
  expect(out).toContain("Version 2 of 2");
  expect((await place.coach("star show 1 1")).out).toContain("Version 1 of 2");
  expect(await place.json("star show 1 2")).toMatchObject({
    number: 2,
    seconds: 200,
    changes: ["8 to 2 percent, was 8 to 5 percent", "task 16 words shorter", "result reworded"],
  });
});

test("a story is named by the beginning of a word of its title; a name for several is asked about", async () => {
  const place = aPlace();
  await tell(place, shelf);
  await tell(place, feed);
  expect((await place.coach("star show supplier")).out).toContain(feed.task);
  const { status, err } = await place.coach("star show s");
  expect([status, err]).toEqual([2, expect.stringMatching(/2 stories are called like "s"[\s\S]*1 Stores lost/)]);
  expect((await place.coach("star show 9")).err).toContain("coach star list shows them, 1 to 2");
  expect((await place.coach("star show 1 4")).err).toContain("story 1 has no version 4");
  expect((await aPlace().coach("star show 1")).err).toContain("Your story bank is empty");
});

test("a person says what a story shows, and what it does not", async () => {
  const place = aPlace();
  await tell(place, shelf);
  expect((await place.coach(["star", "tag", "1", "Conflict", "leadership"])).out).toMatch(
    /^Story 1 shows: cross-functional-ownership, .*conflict, leadership\.\n$/,
  );
  await place.coach("star tag 1 ownership --remove");
  expect(await place.json("star list")).toMatchObject({
    stories: [{ competencies: ["cross-functional-ownership", "stakeholder-management", "conflict", "leadership"] }],
  });
  const { status, err } = await place.coach("star tag 1 leadershp");
  expect([status, err]).toEqual([2, expect.stringContaining('Did you mean "leadership"?')]);
});

test("the map shows what stories cover of a loop, the gaps, and a story for each question", async () => {
  const place = aPlace();
  const empty = await place.coach("star map --company jd");
  expect([empty.status, empty.out]).toEqual([
    0,
    expect.stringMatching(/Your story bank is empty[\s\S]*Do next: Tell the first story: coach star jd\/ai-pm\/star\//),
  ]);
  await tell(place, shelf);
  const map = (await place.json("star map --company walmart --role ai-pm --uses 1")) as { readonly gaps: readonly string[] };
  expect(map).toMatchObject({
    loop: "walmart/ai-pm",
    uses: 1,
    stories: [{ number: 1, competencies: ["cross-functional-ownership", "stakeholder-management", "ownership"] }],
    overused: [{ number: 1 }],
  });
  expect(map.gaps).toContain("conflict");
  const { out } = await place.coach("star map --company walmart --role ai-pm --plain");
  expect(out).toMatch(/^ownership: story 1 \(\d+ %\); asked by \d+ questions?$/m);
  expect(out).toMatch(/^conflict: a gap, asked by \d+ questions?$/m);
  expect((await place.coach("star map --company walmart --role baker")).err).toContain('walmart has no loop for the role "baker"');
});

test("a kept story is told again in so many seconds, marked part by part, and kept as a version", async () => {
  const place = aPlace();
  await tell(place, shelf);
  const answers = JSON.stringify({ answers: [{ question, answer: { ...shelf, task: "I owned the forecast." }, seconds: 90 }] });
  const { status, out, err } = await place.coach("star tell 1 --seconds 30 --answers -", answers);
  expect([status, err]).toEqual([0, expect.stringMatching(/Aloud it takes about \d\d seconds of 30\.[^\n]*\nKept as version 2 of story 1/)]);
  expect(out).toMatch(/Story 1: 1 question, 30 seconds[\s\S]*Situation[\s\S]*Result/);
  expect(await place.json("history")).toMatchObject({ attempts: [{ question: `${question}/in-30-seconds`, seconds: 90 }, { question }] });
  expect(await place.json("star show 1")).toMatchObject({ versions: [{ question }, { question, seconds: 90 }] });
  expect(await place.json("rescore")).toMatchObject({});
  expect((await place.coach("explain 1")).out).toContain("in 30 seconds");
  const wrong = await place.coach("star tell 1 --seconds 45");
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining("--seconds takes 30, 60, 120")]);
});

test("a prompt is answered by naming a story, and what shows it is told", async () => {
  const place = aPlace();
  expect((await place.coach("star recall")).err).toContain("your story bank is empty");
  await tell(place, shelf);
  await tell(place, feed, { to: "general/behavioural/star/colleague-clash" });
  const settings = ["config set company walmart", "config set role ai-pm"];
  for (const line of settings) await place.coach(line);
  const asked = "walmart/ai-pm/star/across-teams";
  const named = (answer: string) => JSON.stringify({ answers: [{ question: asked, answer, seconds: 4 }] });
  expect((await place.coach("star recall --answers -", named("stores"))).out).toMatch(
    /Found in 4 s: story 1, Stores[\s\S]*1 of 1 prompt found\. \d+ likely questions could not/,
  );
  expect((await place.coach("star recall --answers -", named("2"))).out).toMatch(/Story 2 is not known to show what this asks[\s\S]*These do: 1 Stores/);
  expect(JSON.parse((await place.coach("star recall --json --answers -", named("s"))).out)).toMatchObject({
    prompts: [{ question: asked, story: null, covers: false, seconds: 4, fitting: [1] }],
    stopped: null,
  });
});
