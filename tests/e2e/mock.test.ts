// Room: tests. The built program holding a mock: a real terminal, a real journal, and a kill that nothing can catch.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { aHome, type Home } from "../support/home.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";

let home: Home;

beforeEach(() => {
  home = aHome();
});

interface Kept {
  readonly type: string;
  readonly question?: string;
  readonly round?: string;
  readonly reply?: string;
  readonly what?: { readonly event: string; readonly text?: string };
}

const kept = () => home.kept() as unknown as readonly Kept[];

const lastRow = (screen: string): string => screen.trimEnd().split("\n").at(-1) ?? "";
const answer = "A store loses 400 dollars a week to empty shelves, and I worked with merchandising to count it.";

/** Whether a question in sentences was answered in the round that is being held. */
interface Driver {
  answered: number;
}

/** How many timed prompts have ended: each leaves a line that says how. */
function endedIn(terminal: TestTerminal): number {
  return terminal.everything().match(/^(?:Handed in after|Skipped\.|Time\.)/gm)?.length ?? 0;
}

/** Goes on with mock rounds until it is there: does what the bottom row offers, and waits until that is done before it looks again. */
async function drive(terminal: TestTerminal, isThere: () => boolean): Promise<void> {
  const driver: Driver = { answered: 0 };
  while (!isThere()) {
    const [screen, ended] = [terminal.screen(), endedIn(terminal)];
    const offered = lastRow(screen);
    if (offered.includes("^N skip")) {
      await answerOrSkip(terminal, driver);
      await terminal.waitFor(() => isThere() || endedIn(terminal) > ended);
    } else {
      if (offered.includes("q Enter leave")) driver.answered = 0;
      if (offered.includes("q Enter leave") || offered.includes("select")) terminal.type(keys.enter);
      await terminal.waitFor(() => isThere() || lastRow(terminal.screen()) !== offered);
    }
  }
}

/** One question in sentences a round is answered; the others and the probes are skipped. */
async function answerOrSkip(terminal: TestTerminal, driver: Driver): Promise<void> {
  const screen = terminal.screen();
  const isAnswered = lastRow(screen).includes("^D hand in") && driver.answered === 0 && !screen.includes("pressing") && !screen.includes("STAR story");
  if (!isAnswered) return terminal.type(keys.ctrl("n"));
  driver.answered += 1;
  terminal.type(answer);
  await terminal.waitFor(/\d+ words/);
  terminal.type(keys.ctrl("d"));
}

test("a mock runs round by round to a scorecard and a debrief that only its owner may read", async () => {
  const terminal = home.onTerminal(["mock", "walmart/ai-pm", "--pace", "0.2", "--seed", "5"]);
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
  const [debrief = ""] = readdirSync(join(home.data, "debriefs"));
  const file = join(home.data, "debriefs", debrief);
  expect(readFileSync(file, "utf8")).toContain("A store loses 400 dollars a week");
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  expect(kept().at(-1)).toMatchObject({ type: "mock", what: { event: "ended" } });
});

test("a mock that was killed in round 3 goes on there with the probe that it was killed in, and what was answered behind it", async () => {
  const terminal = home.onTerminal(["mock", "walmart/ai-pm", "--pace", "0.2", "--seed", "5"]);
  const isAnswered = (): boolean => kept().some(({ type, round }) => type === "attempt" && round === "case-study");
  await terminal.waitFor("q Enter leave");
  await drive(terminal, isAnswered);
  await terminal.waitFor(/\^N skip/);
  terminal.signal("SIGKILL");
  await terminal.ended;
  const before = kept();
  expect(before.filter(({ what }) => what?.event === "round-over")).toHaveLength(2);

  const again = home.onTerminal(["mock"]);
  expect(await again.waitFor("Go on with it")).toContain("in round 3 (Case study)");
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
  const terminal = home.onTerminal(["mock", "jd/ai-pm", "--no-timer", "--seed", "5"]);
  await terminal.waitFor("q Enter leave");
  terminal.type(`ask who owns the data${keys.enter}`);
  await terminal.waitFor("ask who owns the data");
  await terminal.waitFor(/until you go on[\s\S]*until you go on/);
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
  const terminal = home.onTerminal(["mock", "jd/ai-pm", "--plain", "--seed", "5"]);
  await terminal.waitFor("Press Enter to go on, type q to leave, or type a note.");
  terminal.type("q\r");
  expect((await terminal.ended).status).toBe(0);
  expect(terminal.everything()).toContain("--resume goes on in round 1");
});
