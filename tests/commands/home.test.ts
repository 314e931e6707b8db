// Room: tests. `coach` alone: who you prepare for, also where the library has decks of a role but no loop.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Home } from "../../src/terminal/views/home.ts";
import { roleOf, rolesIn } from "../../src/cli/runs/roles.ts";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { aCorrection, anAttempt } from "../support/attempts.ts";
import { aPlace } from "../support/coach.ts";

const { library } = readLibrary(rootsOf(process.cwd()), (absolute) => absolute);
const roles = rolesIn(library);

describe("the roles of the library", () => {
  test("are those with a loop, and those with decks alone", () => {
    expect(roles.map(({ id, company, role, loop }) => [id, company, role, loop?.id])).toEqual([
      ["jd/ai-pm", "JD.com", "AI/ML product manager", "jd/ai-pm"],
      ["walmart/ai-pm", "Walmart", "AI/ML product manager", "walmart/ai-pm"],
      ["walmart/data-scientist", "Walmart", "Data scientist", undefined],
      ["walmart/senior-manager-ds", "Walmart", "Senior manager, data science", undefined],
    ]);
  });

  test.each([
    ["Walmart", "Data scientist", "walmart/data-scientist"],
    ["walmart", "data-scientist", "walmart/data-scientist"],
    ["JD.com", undefined, "jd/ai-pm"],
    ["Walmart", undefined, "walmart/ai-pm"],
    ["Walmart", "Baker", "walmart/ai-pm"],
    ["Elsewhere", "Data scientist", undefined],
    [undefined, "Data scientist", undefined],
  ])("are found by what is set: %s, %s: %s", (company, role, id) => {
    expect(roleOf({ company, role }, roles)?.id).toBe(id);
  });
});

async function homeOf(place: ReturnType<typeof aPlace>): Promise<Home> {
  return (await place.json([])) as Home;
}

test("home tells the last session's score as the session told it, and as history does: never rounded up", async () => {
  const place = aPlace();
  writeFileSync(join(place.folder, "mine.md"), "---\ntitle: Mine\n---\n\n## Put in order\n\n`id: order`\n\n1. Ask\n2. Size\n3. Try\n4. Tell\n");
  const { out } = await place.coach("drill mine --decks mine.md --answers -", "answers: [{question: mine/order, answer: [2, 1, 4, 3]}]");
  const [, told] = /(\d+ %)/.exec(out) ?? [];
  expect(told).toBe("66 %");
  expect((await homeOf(place)).lastSession).toBe(`drill, today, ${told}`);
});

test("home tells the last session by the person's own ticks, as its summary did", async () => {
  const place = aPlace();
  const journal = openJournal(join(place.folder, ".local/share/interview-coach"));
  await journal.append(anAttempt({ id: "other", session: "before", at: "2026-11-20T19:00:00Z", score: 1 }));
  await journal.append(anAttempt({ id: "first", session: "latest", score: 0.48 }));
  await journal.append(aCorrection({ attempt: "first", score: 0.27 }));
  expect((await homeOf(place)).lastSession).toMatch(/, 27 %$/);
});

test("tonight's mock is offered until it was held, however short it was", async () => {
  const place = aPlace();
  await place.coach("config set company Walmart");
  await place.coach("config set interview-date 2026-12-04");
  await place.coach("grade walmart/ai-pm/cases/out-of-stock --keep", "Eight percent of shelves are empty.");
  place.sleep(24);
  const mocks = async (): Promise<readonly string[]> => (await homeOf(place)).today.map(({ command }) => command).filter((command) => command.includes("mock"));
  expect(await mocks()).toEqual(["coach mock walmart/ai-pm --round 5 --pace 0.66"]);
  const answers = "answers: [{question: walmart/ai-pm/cases/executive-vision, answer: I would begin at the shelf., seconds: 60}]";
  expect((await place.coach("mock walmart/ai-pm --round 5 --pace 0.66 --answers -", answers)).status).toBe(0);
  expect(await mocks()).toEqual([]);
});

test("the evening before the interview is one of rest; for who only begins then, a light one before a day that is known", async () => {
  const place = aPlace();
  await place.coach("config set company Walmart");
  await place.coach("config set interview-date 2026-12-02");
  const early = "grade walmart/ai-pm/cases/out-of-stock --keep";
  await place.coach(early, "Eight percent of shelves are empty.");
  expect((await homeOf(place)).advice).toBe("A light evening: tomorrow is the day.");
  await place.coach("config set interview-date 2026-12-03");
  place.sleep(24);
  expect((await homeOf(place)).advice).toBe("Tomorrow is the day. Rest: nothing new, and to bed early.");
});

test("home's advice leaves the rounds alone that are over by the count, as the plan does", async () => {
  const place = aPlace();
  await place.coach("config set company Walmart");
  await place.coach("grade walmart/ai-pm/cases/out-of-stock --keep", "Eight percent of shelves are empty.");
  const adviceFor = async (day: string): Promise<string | undefined> => {
    await place.coach(`config set interview-date ${day}`);
    return (await homeOf(place)).advice;
  };
  expect(await adviceFor("2026-12-31")).toMatch(/^Recruiter screen is untested:/);
  expect(await adviceFor("2026-12-11")).toMatch(/^Cross-functional panel is untested:/);
});

test("home of a role without a loop is of that role: its questions, no rounds, and no word of them", async () => {
  const place = aPlace();
  await place.coach("config set company Walmart");
  await place.coach(["config", "set", "role", "Data scientist"]);
  await place.coach("config set interview-date 2026-12-11");
  const before = await homeOf(place);
  expect(before).toMatchObject({ company: "Walmart", role: "Data scientist", board: [], daysLeft: 10 });
  expect(before.today[0]?.command).toBe("coach drill walmart/data-scientist --planned --new");
  await place.coach("grade walmart/data-scientist/demand-forecasting/design --keep", "I would forecast units for each store and day.");
  expect((await homeOf(place)).advice).toBe("Not all that is new fits into the evenings that are left: coach plan says what gives.");
});

describe("home of a loop", () => {
  async function prepared(date: string): Promise<ReturnType<typeof aPlace>> {
    const place = aPlace();
    await place.coach("config set company Walmart");
    await place.coach("config set role ai-pm");
    await place.coach(`config set interview-date ${date}`);
    return place;
  }

  test("shows its rounds with a range each, tonight's list with minutes, and one line of advice; without a terminal it prints and is done", async () => {
    const place = await prepared("2026-12-20");
    const first = await place.coach("");
    expect(first.status).toBe(0);
    expect(first.out).toContain("19 days left (2026-12-20)\nNothing answered yet.");
    expect(first.out).toMatch(/○ untested {2}Case study +60 min {2}not known +0 of \d+ tried\n {12}a roadmap that ends in money/);
    expect(first.out).toMatch(/Tonight:\n {2}New: \d+ questions, \d+ min\n {4}coach drill walmart\/ai-pm --planned --new\n/);
    expect(first.out).toMatch(/\nTonight finds out where you stand: a question of each round\.\n$/);
    await place.coach("grade walmart/ai-pm/cases/out-of-stock --keep", "Eight percent of shelves are empty, which costs us $400 a store each week.");
    const home = await homeOf(place);
    expect(home.board.map(({ state }) => state)).toEqual(["untested", "untested", "shaky", "untested", "untested"]);
    expect(home.board[2]?.evidence).toMatch(/^1 of \d+ questions answered, latest \d+ % on average; chance to recall them on 2026-12-20: \d+ %\.$/);
    expect(home.advice).toBe("Recruiter screen is untested: one answer turns a guess into a range.");
    expect(home.today.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(30);
  });

  test.each([
    ["2026-12-01", "Ten minutes before it: coach warmup. Nothing new today."],
    ["2026-12-02", "A light evening: tomorrow is the day."],
    ["2026-11-20", "How did it go? coach debrief takes three minutes."],
  ])("on the day, the evening before and after it (%s) it says what there is to do", async (date, advice) => {
    const place = await prepared(date);
    await place.coach("grade walmart/ai-pm/cases/out-of-stock --keep", "Eight percent of shelves are empty.");
    expect((await homeOf(place)).advice).toBe(advice);
  });

  test("an evening that was practised is over: nothing is asked for beyond its minutes", async () => {
    const place = await prepared("2026-12-20");
    const answers = { answers: [{ question: "walmart/ai-pm/cases/out-of-stock", answer: "Eight percent of shelves are empty.", seconds: 1900 }] };
    await place.coach("drill --answers -", JSON.stringify(answers));
    expect(await homeOf(place)).toMatchObject({ today: [], advice: "That was tonight's. Enough." });
  });
});

test("a mock that was left waits on the home screen, with the way to go on", async () => {
  const place = aPlace();
  const journal = openJournal(join(place.folder, ".local/share/interview-coach"));
  const what = {
    event: "opened",
    loop: "walmart/ai-pm",
    seed: 1,
    pace: 0.5,
    timer: true,
    rounds: ["recruiter-screen", "case-study"].map((round) => ({ round, questions: [] })),
  } as const;
  const kept = { type: "mock", at: "2026-12-01T18:00:00Z", session: "s1" } as const;
  await journal.append({ ...kept, id: "m1", what });
  await journal.append({ ...kept, id: "m2", what: { event: "round-over", round: "recruiter-screen" } });
  const { out } = await place.coach([]);
  expect(out).toContain("A mock of walmart/ai-pm waits in round 3: coach mock walmart/ai-pm --resume\n");
  await journal.append({ ...kept, id: "m3", what: { event: "ended" } });
  expect((await place.coach([])).out).not.toContain("--resume");
});
