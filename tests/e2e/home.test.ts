// Room: tests. Home in a real terminal: it fits the window with its menu, and Enter starts tonight's session.
import { expect, test } from "vitest";
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
