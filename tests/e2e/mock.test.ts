// The built program holding a mock: a real terminal, a real journal, and a kill that nothing can catch.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keys, openTerminal, type TestTerminal } from "../support/terminal.ts";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");

let home: string;
let open: TestTerminal[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "coach-mock-"));
  open = [];
});

afterEach(() => {
  for (const terminal of open) terminal.close();
  rmSync(home, { recursive: true, force: true });
});

function start(...args: readonly string[]): TestTerminal {
  const terminal = openTerminal({ command: process.execPath, args: [launcher, ...args], cwd: home, env: { HOME: home } });
  open.push(terminal);
  return terminal;
}

const data = (): string => join(home, ".local/share/interview-coach");

interface Kept {
  readonly type: string;
  readonly question?: string;
  readonly round?: string;
  readonly reply?: string;
  readonly what?: { readonly event: string; readonly text?: string };
}

function kept(): readonly Kept[] {
  const names = readdirSync(data()).filter((name) => name.endsWith(".jsonl"));
  return names.flatMap((name) => readFileSync(join(data(), name), "utf8").trim().split("\n")).map((line) => JSON.parse(line) as Kept);
}

/** The first start reads every deck; on a busy machine that takes its time. */
const startPatience = 30_000;

const lastRow = (screen: string): string => screen.trimEnd().split("\n").at(-1) ?? "";
const answer = "A store loses 400 dollars a week to empty shelves, and I worked with merchandising to count it.";

/** Whether a question in sentences was answered in the round that is being held. */
interface Driver {
  answered: number;
}

/** Does what the bottom row offers: a break is ended, one question in sentences a round is answered, the others and the probes are skipped. */
async function step(terminal: TestTerminal, driver: Driver): Promise<void> {
  const screen = terminal.screen();
  const keysOffered = lastRow(screen);
  if (keysOffered.includes("q Enter leave")) {
    driver.answered = 0;
    terminal.type(keys.enter);
  } else if (keysOffered.includes("select")) terminal.type(keys.enter);
  else if (keysOffered.includes("^D hand in") && driver.answered === 0 && !screen.includes("pressing") && !screen.includes("STAR story")) {
    driver.answered += 1;
    terminal.type(answer);
    await terminal.waitFor(/\d+ words/);
    terminal.type(keys.ctrl("d"));
  } else if (keysOffered.includes("^N skip")) terminal.type(keys.ctrl("n"));
  const until = performance.now() + 3000;
  while (terminal.screen() === screen && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 15));
}

async function drive(terminal: TestTerminal, isThere: () => boolean, driver: Driver = { answered: 0 }): Promise<void> {
  const until = performance.now() + 90_000;
  while (!isThere()) {
    if (performance.now() > until) throw new Error(`not there after 90 s; the screen says:\n${terminal.screen()}`);
    await step(terminal, driver);
  }
}

test("a mock runs round by round to a scorecard and a debrief that only its owner may read", async () => {
  const terminal = start("mock", "walmart/ai-pm", "--pace", "0.2", "--seed", "5");
  let status: number | undefined;
  void terminal.ended.then((ended) => (status = ended.status));
  await drive(terminal, () => status !== undefined);
  expect(status).toBe(0);
  const everything = terminal.everything();
  expect(everything.match(/Round \d of 5: /g)).toHaveLength(5);
  const [rounds = "", committee = ""] = everything.split("The committee:");
  expect(rounds).not.toMatch(/not found|(?:not yet|getting there|good|strong), \d+ %|Do next/);
  expect(committee).toMatch(/Leaning: (strong no|no|mixed)/);
  expect(committee).toContain("Three things to fix");
  const [debrief = ""] = readdirSync(join(data(), "debriefs"));
  const file = join(data(), "debriefs", debrief);
  expect(readFileSync(file, "utf8")).toContain("A store loses 400 dollars a week");
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  expect(kept().at(-1)).toMatchObject({ type: "mock", what: { event: "ended" } });
});

test("a mock that was killed in round 3 goes on there with the probe that it was killed in, and what was answered behind it", async () => {
  const terminal = start("mock", "walmart/ai-pm", "--pace", "0.2", "--seed", "5");
  const isAnswered = (): boolean => kept().some(({ type, round }) => type === "attempt" && round === "case-study");
  await terminal.waitFor("q Enter leave", startPatience);
  await drive(terminal, isAnswered);
  await terminal.waitFor(/\^N skip/);
  terminal.signal("SIGKILL");
  await terminal.ended;
  const before = kept();
  expect(before.filter(({ what }) => what?.event === "round-over")).toHaveLength(2);

  const again = start("mock");
  expect(await again.waitFor("Go on with it", startPatience)).toContain("in round 3 (Case study)");
  again.type(keys.enter);
  expect(await again.waitFor("q Enter leave")).toContain("Round 3 of 5: Case study");
  again.type(keys.enter);
  const asked = await again.waitFor(/\^N skip/);
  expect(asked).toMatch(/^1 of \d · Senior product manager, pressing[\s\S]*Back to your answer to/m);
  again.type(keys.ctrl("n"));
  expect(await again.waitFor(/^2 of \d/m)).toMatch(/^2 of \d · Senior product manager/m);
  again.type(keys.ctrl("c"));
  expect((await again.ended).status).toBe(130);
  expect(kept().slice(0, before.length)).toEqual(before);
});

test("Ctrl-C in the middle keeps what was typed, says how to go on, and ends with 130; notes of a break are kept", async () => {
  const terminal = start("mock", "jd/ai-pm", "--no-timer", "--seed", "5");
  await terminal.waitFor("q Enter leave", startPatience);
  terminal.type(`ask who owns the data${keys.enter}`);
  await terminal.waitFor("ask who owns the data");
  await terminal.waitFor(/break[\s\S]*break/);
  terminal.type(keys.enter);
  await terminal.waitFor("^D hand in");
  terminal.type("A merchant with 200 orders");
  await terminal.waitFor("5 words");
  terminal.type(keys.ctrl("c"));
  expect((await terminal.ended).status).toBe(130);
  expect(terminal.screen()).toContain("What you answered is kept.\ncoach mock jd/ai-pm --resume goes on in round 1 (Recruiter screen).");
  expect(kept()).toMatchObject([
    { type: "mock", what: { event: "opened" } },
    { type: "mock", what: { event: "note", text: "ask who owns the data" } },
    { type: "attempt", interrupted: true, answer: { text: "A merchant with 200 orders" } },
  ]);
});

test("line by line, with --plain, the break and its notes are asked in words", async () => {
  const terminal = start("mock", "jd/ai-pm", "--plain", "--seed", "5");
  await terminal.waitFor("Press Enter to go on, type q to leave, or type a note.", startPatience);
  terminal.type("q\r");
  expect((await terminal.ended).status).toBe(0);
  expect(terminal.everything()).toContain("--resume goes on in round 1");
});
