// Room: tests. `coach plan`: from the command line and the settings to a plan, as text and as JSON.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import type { Readiness } from "../../src/domain/readiness.ts";
import { aPlace, emptyPackage, type Place } from "../support/coach.ts";

const line = "plan --date 2026-12-22 --company walmart --role ai-pm --minutes-per-day 30";

test("a plan has every day to the interview, within the minutes, today first", async () => {
  const place = aPlace();
  const plan = (await place.json(line)) as Plan & { readonly wouldDo: number };
  expect(plan).toMatchObject({ today: "2026-12-01", interview: "2026-12-22", loop: "walmart/ai-pm", minutesPerEvening: 30, isFeasible: false });
  expect(plan.days.map(({ day }) => day).slice(0, 2)).toEqual(["2026-12-01", "2026-12-02"]);
  expect([plan.days.length, plan.days.at(-1)?.kind]).toEqual([22, "round"]);
  expect(Math.max(...plan.days.map(({ minutes }) => minutes))).toBeLessThanOrEqual(30);
  expect(plan.wouldDo).toBeGreaterThan(30);
  const { out } = await place.coach(line);
  expect(out).toMatch(/^Walmart, AI\/ML product manager: 21 days to Tue 22 Dec 2026, 30 minutes an\nevening\n\nToday: \d+ minutes\n {2}New: /);
  expect(out.replace(/\s+/g, " ")).toContain(`With ${plan.wouldDo} minutes an evening nothing would have to.`);
  expect(Math.max(...out.split("\n").map((row) => row.length))).toBeLessThanOrEqual(80);
});

test("what was answered today is done, and what is known comes again", async () => {
  const place = aPlace();
  await place.coach("grade walmart/ai-pm/pay/expectation --keep", "I expect 170 thousand in all.");
  const plan = (await place.json(line)) as Plan & { readonly readiness: Readiness };
  expect(plan.days[0]?.items.flatMap(({ questions }) => questions)).not.toContain("walmart/ai-pm/pay/expectation");
  expect(plan.again).toContain("walmart/ai-pm/pay/expectation");
  expect(plan.expected.recall).toBeGreaterThan(plan.expected.recallWithout);
});

test("the frameworks that the role leans on are practised early and again, and rest once they were", async () => {
  const place = aPlace();
  const command = "coach frameworks practice retail-impact-triangle";
  const evenings = (plan: Plan): readonly string[] => plan.days.filter(({ items }) => items.some((item) => item.command === command)).map(({ day }) => day);
  const before = (await place.json(line)) as Plan;
  const [first = "", ...later] = evenings(before);
  expect(first > "2026-12-01" && first <= "2026-12-08").toBe(true);
  expect(later.length > 0 && later.every((day) => day > "2026-12-08")).toBe(true);
  expect((await place.coach(line)).out).toContain("Framework: Retail Impact Triangle");
  await place.coach(
    "frameworks practice retail-impact-triangle --answers -",
    "answers: [{question: frameworks/retail-impact-triangle/order, answer: [1, 2, 3]}]",
  );
  const after = evenings((await place.json(line)) as Plan);
  expect(after.length).toBeGreaterThan(0);
  expect(after.every((day) => day > "2026-12-08")).toBe(true);
});

test("readiness is told with a range and two sentences each, never as one number", async () => {
  const place = aPlace();
  await place.coach("grade walmart/ai-pm/cases/out-of-stock --keep", "Eight percent of shelves are empty, which costs us $400 a store each week.");
  const { out } = await place.coach("plan --company walmart --role ai-pm --readiness");
  expect(out).toMatch(
    /Case study +\d+ to \d+ %, shaky\n {2}1 of \d+ questions answered, latest \d+ % on average; chance to recall them on\n {2}2026-12-01: 100 %\./,
  );
  const { rounds, signals, competencies } = (await place.json("plan --company walmart --role ai-pm --readiness")) as Readiness;
  expect(rounds.filter(({ state }) => state !== "untested").map(({ id }) => id)).toEqual(["case-study"]);
  expect(signals.filter(({ tried }) => tried > 0).length).toBeGreaterThan(0);
  for (const { low, high, value, why, next } of [...rounds, ...signals, ...competencies]) {
    if (value !== null && value !== undefined) expect(low < value && value < high).toBe(true);
    expect(why).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
});

test.each([
  ["plan", 2, "a plan is made for a day"],
  ["plan --date tomorrow", 2, "--date takes a day"],
  ["plan --date 2026-12-22 --company wallmart", 2, 'Did you mean "walmart"?'],
  ["plan --date 2026-12-22 --company walmart --role baker", 2, 'there is no role "baker"'],
  ["plan --minutes-per-day 1", 2, "a whole number from 5 to 240"],
])("%s is refused with what to do", async (args, status, reason) => {
  expect(await aPlace().coach(args)).toMatchObject({ status, err: expect.stringContaining(reason) as string });
});

test("a past day, today, and ten years ahead are told as what they are; without a company the plan is general", async () => {
  const place = aPlace();
  expect((await place.coach("plan --date 2026-11-01")).out).toContain("The interview is past.");
  expect((await place.coach("plan --date 2026-12-01 --company jd")).out).toMatch(
    /the interview is today[\s\S]*Today, interview \(Signal-Noise Matrix interview\): 5 minutes/,
  );
  const far = await place.coach("plan --date 2036-12-01");
  expect(far.out).toMatch(/^A plan for no company in particular: 3653 days/);
  expect(far.out).toContain("this one goes 180 days");
});

describe("what a plan prints to type", () => {
  const decks = "--decks lib";

  /** Twelve questions for a role, of which five may be new in an evening. */
  async function aRole(): Promise<Place> {
    const place = aPlace({}, emptyPackage());
    const folder = join(place.folder, "lib/questions/acme/pm");
    mkdirSync(folder, { recursive: true });
    const questions = Array.from({ length: 12 }, (_, index) => `## Pick ${index}\n\n\`id: pick-${index}\`\n\n- [x] Right ${index}\n- [ ] Wrong ${index}\n`);
    writeFileSync(join(folder, "mine.md"), `---\ntitle: Mine\ncompany: Acme\nrole: PM\n---\n\n${questions.join("\n")}`);
    for (const setting of ["company Acme", "interview-date 2026-12-20", "new-per-evening 5"]) await place.coach(`config set ${setting} ${decks}`);
    return place;
  }

  async function typed(place: Place, command: string, answered: readonly string[]): Promise<readonly string[]> {
    const answers = answered.map((question) => ({ question, answer: "A" }));
    writeFileSync(join(place.folder, "answers.json"), JSON.stringify({ answers }));
    const told = await place.coach(`${command.replace(/^coach /, "")} ${decks} --answers answers.json --json`);
    if (told.status !== 0) return [told.err];
    return (JSON.parse(told.out) as { readonly attempts: readonly { readonly question: string }[] }).attempts.map(({ question }) => question);
  }

  test("asks what it lists, and nothing else", async () => {
    const place = await aRole();
    const plan = (await place.json(`plan ${decks}`)) as Plan;
    const [fresh] = plan.days[0]?.items ?? [];
    expect([fresh?.kind, fresh?.command, fresh?.questions.length]).toEqual(["new", "coach drill acme/pm --planned --new", 5]);
    const later = plan.days[1]?.items.flatMap(({ questions }) => questions).find((id) => !fresh?.questions.includes(id)) ?? "";
    expect((await typed(place, fresh?.command ?? "", [later]))[0]).toContain(`${later} is not among the questions that were asked for`);
    expect(await typed(place, fresh?.command ?? "", fresh?.questions ?? [])).toEqual(fresh?.questions);
    expect((await place.coach(`drill acme/pm --planned --new ${decks}`)).out).toBe("Nothing more is planned for tonight. coach plan shows the days to come.\n");
  });

  test("is the part that the line tells, by the settings of tonight: what is due, or what is new, and no more than the minutes hold", async () => {
    const place = await aRole();
    await typed(place, "coach drill --planned", ((await place.json(`plan ${decks}`)) as Plan).days[0]?.items[0]?.questions ?? []);
    place.sleep(48);
    await place.coach(`config set minutes-per-evening 6 ${decks}`);
    const partsOf = async (): Promise<Readonly<Record<string, readonly string[]>>> =>
      Object.fromEntries(((await place.json(`plan ${decks}`)) as Plan).days[0]?.items.map(({ kind, questions }) => [kind, questions]) ?? []);
    const { review = [], new: fresh = [] } = await partsOf();
    expect([review.length > 0, fresh.length > 0, review.length + fresh.length]).toEqual([true, true, 6]);
    const refused = "is not among the questions that were asked for";
    expect(await typed(place, "coach drill --planned --due", fresh.slice(0, 1))).toEqual([expect.stringContaining(refused)]);
    expect(await typed(place, "coach drill --planned --new", review.slice(0, 1))).toEqual([expect.stringContaining(refused)]);
    for (const option of ["", " --due --new"])
      expect(await typed(place, `coach drill --planned${option}`, ["acme/pm/mine/none"])).toEqual([expect.any(String)]);
    const all = Array.from({ length: 12 }, (_, index) => `acme/pm/mine/pick-${index}`);
    for (const id of all.filter((one) => ![...review, ...fresh].includes(one)))
      expect((await typed(place, "coach drill --planned", [id]))[0], id).toContain(refused);
    await place.coach(`config set interview-date 2026-12-04 ${decks}`);
    const eve = await partsOf();
    expect([Object.keys(eve), (eve["review"]?.length ?? 0) > 0]).toEqual([["review"], true]);
    expect(await typed(place, "coach drill --planned", fresh.slice(0, 1))).toEqual([expect.stringContaining(refused)]);
    expect(await typed(place, "coach drill --planned --due --new", eve["review"] ?? [])).toEqual(eve["review"]);
  });

  test("is of a plan from the settings; one of another day tells how to drill as much by drill's own choice", async () => {
    const place = await aRole();
    const commandsOf = async (options: string): Promise<readonly (string | undefined)[]> =>
      ((await place.json(`plan ${decks} ${options}`)) as Plan).days.slice(0, 1).flatMap(({ items }) => items.map(({ command }) => command));
    expect(await commandsOf("--date 2026-12-20")).toEqual(["coach drill acme/pm --planned --new"]);
    expect(await commandsOf("--date 2026-12-22")).toEqual([expect.stringMatching(/^coach drill acme\/pm --new --minutes \d+$/)]);
    expect(await place.coach(`drill acme/sales --planned ${decks}`)).toMatchObject({ status: 2, err: expect.stringContaining("There is: acme/pm, general.") });
    expect(await place.coach(`drill --planned --count 3 ${decks}`)).toMatchObject({ status: 2 });
  });
});
