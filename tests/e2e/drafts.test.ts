// The built program killed over an answer: the next start offers it, with its words and its clock, and it is counted once.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keys, openTerminal, type TestTerminal } from "../support/terminal.ts";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");
const patience = 60_000;

const open = (id: string): string => `## Explain ${id}
\`id: ${id}\` \`minutes: 5\`

Explain why empty shelves cost money.

### Key points
- **Lost sales** \`id: lost-sales\`
  - shoppers leave without buying
  - every empty shelf is a lost sale
  - people buy it somewhere else
- **Trust** \`id: trust\`
  - they do not come back to the store
  - shoppers lose trust in us
  - loyalty goes down over time

### Model answer
Every empty shelf is a lost sale, and shoppers lose trust in us.
`;

const story = `## Changed a plan
\`id: story\`

Tell me about a plan that you changed.

### Situation
\`minutes: 1\`

Where and when.

- **Says when** \`id: when\`
  - it was last spring
  - two years ago
  - in the week before Christmas

### Task
\`minutes: 1\`

What was yours.

- **Says what was theirs** \`id: mine\`
  - I had to find out why
  - it was my job to
  - I was asked to

### Action
\`minutes: 2\`

What you did.

- **Says what they did** \`id: did\`
  - I went through the orders
  - I called each store
  - I built a table

### Result
\`minutes: 1\`

What came of it.

- **Says what it brought** \`id: brought\`
  - it saved two thousand dollars
  - returns fell by half
  - we were a week early

### Model answer
It was last spring. I had to find out why orders failed. I called each store. Returns fell by half.
`;

let home: string;
let terminals: TestTerminal[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "coach-drafts-"));
  terminals = [];
  writeFileSync(join(home, "mine.md"), `---\ntitle: Mine\n---\n\n${open("first")}\n${open("second")}`);
  writeFileSync(join(home, "told.md"), `---\ntitle: Told\n---\n\n${story}`);
});

afterEach(() => {
  for (const terminal of terminals) terminal.close();
  rmSync(home, { recursive: true, force: true });
});

function onTerminal(...args: string[]): TestTerminal {
  const decks = ["--decks", "mine.md", "--decks", "told.md"];
  const terminal = openTerminal({ command: process.execPath, args: [launcher, ...args, ...decks], cwd: home, env: { HOME: home } });
  terminals.push(terminal);
  return terminal;
}

const folder = (): string => join(home, ".local/share/interview-coach");

function drafts(): readonly string[] {
  try {
    return readdirSync(folder())
      .filter((name) => name.startsWith("draft-"))
      .map((name) => readFileSync(join(folder(), name), "utf8"));
  } catch {
    return [];
  }
}

function attempts(): readonly Record<string, unknown>[] {
  const files = readdirSync(folder()).filter((name) => name.endsWith(".jsonl"));
  const lines = files.flatMap((name) => readFileSync(join(folder(), name), "utf8").trim().split("\n"));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((entry) => entry["type"] === "attempt");
}

/** Kills the program once the disk holds the words. */
async function killOver(terminal: TestTerminal, words: string): Promise<void> {
  await expect.poll(drafts, { timeout: patience }).toEqual([expect.stringContaining(words)]);
  terminal.signal("SIGKILL");
  await terminal.ended;
}

/** The offer, once its menu hears keys. */
async function offered(terminal: TestTerminal, words: string): Promise<void> {
  await terminal.waitFor(words);
  await terminal.waitFor("navigate");
}

describe("an answer that a kill cut off", { timeout: 3 * patience }, () => {
  test("is offered at the next start, goes on with its words and its clock, and is kept once", async () => {
    const first = onTerminal("drill", "mine", "--count", "2");
    await first.waitFor("^D hand in");
    first.type("Every empty shelf is a lost sale,");
    await killOver(first, "a lost sale,");

    const next = onTerminal();
    await offered(next, "7 words typed");
    next.type(keys.enter);
    await next.waitFor("paused, 4:5");
    expect(next.screen()).toContain("Every empty shelf is a lost sale,");
    next.type(keys.ctrl("p"));
    await next.waitFor(/\d left/);
    next.type(` and shoppers lose trust in us.${keys.ctrl("d")}`);
    await next.waitFor("How did it go?");
    next.type(keys.enter);
    await next.waitFor("What did you say?");
    next.type(keys.enter);
    await next.waitFor("2 of 2");
    next.type(keys.ctrl("q"));
    await next.ended;
    expect(attempts()).toMatchObject([{ answer: { text: "Every empty shelf is a lost sale, and shoppers lose trust in us." } }]);
    expect(drafts()).toEqual([]);
  });

  test("that was handed in but not yet kept is offered too", async () => {
    const first = onTerminal("drill", "mine", "--count", "1");
    await first.waitFor("^D hand in");
    first.type(`Shoppers lose trust in us, all of them.${keys.ctrl("d")}`);
    await first.waitFor("How did it go?");
    await killOver(first, "all of them.");
    const next = onTerminal("quiz", "walmart");
    await next.waitFor("8 words typed");
  });

  test("is still there when it is put off, and gone when it is thrown away", async () => {
    const first = onTerminal("drill", "mine", "--count", "1");
    await first.waitFor("^D hand in");
    first.type("Two words");
    await killOver(first, "Two words");
    const second = onTerminal("drill", "mine", "--count", "1");
    await offered(second, "2 words typed");
    second.type(`${keys.down}${keys.enter}`);
    await second.waitFor("1 of 1");
    second.type(keys.ctrl("c"));
    await second.ended;
    expect(drafts()).toHaveLength(1);
    const third = onTerminal("drill", "mine", "--count", "1");
    await offered(third, "2 words typed");
    third.type(`${keys.down}${keys.down}${keys.enter}`);
    await third.waitFor("1 of 1");
    expect(drafts()).toEqual([]);
  });

  test("of a story goes on in the part where it stood", async () => {
    const first = onTerminal("star", "told/story");
    await first.waitFor("part 1 of 4");
    first.type(`It was last spring.${keys.ctrl("d")}`);
    await first.waitFor("part 2 of 4");
    first.type("I had to find out why");
    await killOver(first, "I had to find out why");
    const next = onTerminal("star");
    await offered(next, "10 words typed");
    next.type(keys.enter);
    await next.waitFor("part 2 of 4");
    await next.waitFor("paused");
    next.type(`${keys.ctrl("p")} orders failed.${keys.ctrl("d")}`);
    await next.waitFor("part 3 of 4");
    next.type(`I called each store.${keys.ctrl("d")}`);
    await next.waitFor("part 4 of 4");
    next.type(`Returns fell by half.${keys.ctrl("d")}`);
    await next.waitFor("How did it go?");
    expect(drafts()).toEqual([expect.stringContaining("Returns fell by half.")]);
    next.type(keys.enter);
    await next.waitFor("What did you say?");
    next.type(keys.enter);
    expect(await next.ended).toMatchObject({ status: 0 });
    const parts = {
      situation: "It was last spring.",
      task: "I had to find out why orders failed.",
      action: "I called each store.",
      result: "Returns fell by half.",
    };
    expect(attempts()).toMatchObject([{ answer: { parts } }]);
  });
});

test("Ctrl-C, a skip and a session that ends leave no draft behind", { timeout: 3 * patience }, async () => {
  const first = onTerminal("drill", "mine", "--count", "2");
  await first.waitFor("^D hand in");
  first.type("Words that are dropped");
  await expect.poll(drafts, { timeout: patience }).toHaveLength(1);
  first.type(`${keys.ctrl("n")}${keys.ctrl("n")}`);
  await first.waitFor("2 of 2");
  first.type("Others");
  await expect.poll(drafts, { timeout: patience }).toEqual([expect.stringContaining("Others")]);
  first.type(keys.ctrl("c"));
  expect(await first.ended).toMatchObject({ status: 130 });
  expect(drafts()).toEqual([]);
});
