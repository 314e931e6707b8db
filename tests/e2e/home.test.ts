// Room: tests. Home in a real terminal: it fits the window with its menu, and Enter starts tonight's session.
import { expect, test } from "vitest";
import { openJournal } from "../../src/journal/journal.ts";
import { anAttempt } from "../support/attempts.ts";
import { keys } from "../support/terminal.ts";
import { aHome } from "../support/home.ts";

test.each([
  [80, 24],
  [60, 20],
])("home and its menu fit a window of %i by %i, with nothing scrolled away", async (columns, rows) => {
  const home = aHome();
  home.run(["config", "set", "company", "Walmart"]);
  home.run(["config", "set", "interview-date", "2099-12-15"]);
  const terminal = home.onTerminal([], { columns, rows });
  const screen = await terminal.waitFor("Leave");
  expect(screen).toMatch(/^Walmart, AI\/ML product manager\./);
  expect(screen).toContain("Executive interview");
  expect(screen).toMatch(/❯ New: \d+ questions, \d+ minutes/);
  expect(terminal.everything().split("\n").length).toBeLessThanOrEqual(rows);
});

test("tonight's questions are asked as the plan lists them, the first one first", async () => {
  const home = aHome();
  for (const [key = "", value = ""] of [
    ["company", "Walmart"],
    ["interview-date", "2099-12-15"],
  ])
    home.run(["config", "set", key, value]);
  const { days } = JSON.parse(home.run(["plan", "--json"]).out) as {
    readonly days: readonly { readonly items: readonly { readonly questions: readonly string[] }[] }[];
  };
  const asked = days[0]?.items[0]?.questions ?? [];
  const shown = home.run(["decks", "show", asked[0]?.replace(/\/[^/]*$/, "") ?? "", "--json"]).out;
  const { list } = JSON.parse(shown) as { readonly list: readonly { readonly id: string; readonly title: string }[] };
  const first = list.find(({ id }) => id === asked[0])?.title;
  expect([asked.length > 1, typeof first]).toEqual([true, "string"]);
  const drill = home.onTerminal(["drill", "--planned"], { rows: 60 });
  expect(await drill.waitFor(`1 of ${asked.length}`)).toContain(first);
});

test("a framework of tonight's plan is practised from home, after which it rests", async () => {
  const home = aHome();
  for (const [key = "", value = ""] of [
    ["company", "Walmart"],
    ["interview-date", "2099-12-15"],
  ])
    home.run(["config", "set", key, value]);
  // The first evening of all finds out where somebody stands: a framework comes on the next.
  await openJournal(home.data).append(anAttempt({ question: "walmart/ai-pm/cases/out-of-stock", at: "2026-01-10T19:00:00Z" }));
  const terminal = home.onTerminal([], { rows: 40 });
  await terminal.waitFor(/❯ Framework: Retail Impact Triangle, \d+ minutes/);
  terminal.type(keys.enter);
  await terminal.waitFor("Retail Impact Triangle has 3 parts");
  home.run(
    ["frameworks", "practice", "retail-impact-triangle", "--answers", "-"],
    "answers: [{question: frameworks/retail-impact-triangle/order, answer: [1, 2, 3]}]\n",
  );
  expect(home.run([]).out).not.toContain("Retail Impact Triangle");
});

test("what is made of a long history is told on a terminal, and of a short one or into a pipe it is not", async () => {
  const home = aHome();
  home.run(["config", "set", "company", "Walmart"]);
  await openJournal(home.data).appendAll(Array.from({ length: 20_000 }, (_, index) => anAttempt({ id: `a${index}`, question: `gone/${index % 500}` })));
  const sign = "Weighing 20000 entries.";
  const jobs = [["stats"], ["report", "-o", "r.html"], ["export", "checklist", "-o", "c.md"], ["export", "scores", "-o", "s.csv"]];
  for (const job of jobs) {
    const terminal = home.onTerminal([...job, "--plain"], { rows: 40 });
    expect(await terminal.ended, job.join(" ")).toMatchObject({ status: 0 });
    // A report weighs twice: for the rounds, and for the page.
    expect(terminal.everything().split(sign).length - 1, job.join(" ")).toBe(job[0] === "report" ? 2 : 1);
  }
  expect(home.run(["stats"]).err).toBe("");
  const short = aHome().onTerminal(["stats", "--plain"]);
  await short.ended;
  expect(short.everything()).not.toContain("Weighing");
});

test("Enter starts tonight's session, and Ctrl-C in a debrief keeps nothing", async () => {
  const home = aHome();
  home.run(["config", "set", "company", "Walmart"]);
  const terminal = home.onTerminal([]);
  await terminal.waitFor("Leave");
  terminal.type(keys.enter);
  await terminal.waitFor(/1 of \d+/);
  const debrief = home.onTerminal(["debrief", "walmart/ai-pm"]);
  await debrief.waitFor("Which round was it?");
  debrief.type(keys.enter);
  await debrief.waitFor("When?");
  debrief.type(keys.ctrl("c"));
  expect(await debrief.ended).toMatchObject({ status: 130 });
  expect(debrief.everything()).toContain("Nothing was kept.");
  expect(home.run(["debrief", "list"]).out).toContain("No real round");
});

test("a debrief begins at the round that it is likely to be about: the first, the one after what was told of, or the one of today", async () => {
  const home = aHome();
  const firstChoice = async (): Promise<string | undefined> => {
    const debrief = home.onTerminal(["debrief", "walmart/ai-pm"]);
    await debrief.waitFor("Another one");
    const [, round] = /❯ (.*)/.exec(debrief.everything()) ?? [];
    debrief.type(keys.ctrl("c"));
    await debrief.ended;
    return round?.trim();
  };
  expect(await firstChoice()).toBe("Recruiter screen");
  home.run(["debrief", "walmart/ai-pm", "--answers", "-"], "round: hiring-manager\n");
  expect(await firstChoice()).toBe("Case study");
  home.run(["config", "set", "company", "Walmart"]);
  const { today } = JSON.parse(home.run(["plan", "--date", "2099-01-01", "--json"]).out) as { readonly today: string };
  home.run(["config", "set", "interview-date", today]);
  expect(await firstChoice()).toBe("Executive interview");
});
