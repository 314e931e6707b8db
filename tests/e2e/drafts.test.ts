// Room: tests. The built program killed over an answer: the next start offers it, with its words and its clock, and it is counted once.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { aHome, type Home } from "../support/home.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";

const soon = { timeout: 90_000 };

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

let home: Home;

beforeEach(() => {
  home = aHome({
    "mine.md": deckOf(shelfQuestion({ id: "first", minutes: 5 }), shelfQuestion({ id: "second", minutes: 5 })),
    "told.md": deckOf(story),
  });
});

function onTerminal(...args: string[]): TestTerminal {
  return home.onTerminal([...args, "--decks", "mine.md", "--decks", "told.md"]);
}

/** Not those that are still being written: a program that is killed over one leaves the one before it. */
function drafts(): readonly string[] {
  if (!existsSync(home.data)) return [];
  const names = readdirSync(home.data).filter((name) => /^draft-.*\.json$/.test(name));
  return names.map((name) => readFileSync(join(home.data, name), "utf8"));
}

function attempts(): readonly Record<string, unknown>[] {
  return home.kept().filter((entry) => entry["type"] === "attempt");
}

/** Kills the program once the disk holds the words. */
async function killOver(terminal: TestTerminal, words: string): Promise<void> {
  await expect.poll(drafts, soon).toEqual([expect.stringContaining(words)]);
  terminal.signal("SIGKILL");
  await terminal.ended;
}

/** The offer, once its menu hears keys. */
async function offered(terminal: TestTerminal, words: string): Promise<void> {
  await terminal.waitFor(words);
  await terminal.waitFor("navigate");
}

describe("an answer that a kill cut off", () => {
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
    await next.waitFor("Enter next question");
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

  test("is offered no more once its answer is in the journal, though the kill came before the draft was gone", async () => {
    const first = onTerminal("drill", "mine", "--count", "1");
    await first.waitFor("^D hand in");
    first.type(`Shoppers lose trust in us.${keys.ctrl("d")}`);
    await first.waitFor("How did it go?");
    await expect.poll(drafts, soon).toEqual([expect.stringContaining("lose trust in us.")]);
    const [name = ""] = readdirSync(home.data).filter((each) => each.startsWith("draft-"));
    const draft = readFileSync(join(home.data, name));
    first.type(keys.enter);
    await first.waitFor("Enter agree");
    first.type(keys.enter);
    await first.ended;
    expect(attempts()).toHaveLength(1);
    writeFileSync(join(home.data, name), draft);
    const next = onTerminal("drill", "mine", "--count", "1");
    await next.waitFor("^D hand in");
    expect(next.everything()).not.toContain("was cut off");
    expect(drafts()).toEqual([]);
    next.close();
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

test("Ctrl-C, a skip and a session that ends leave no draft behind", async () => {
  const first = onTerminal("drill", "mine", "--count", "2");
  await first.waitFor("^D hand in");
  first.type("Words that are dropped");
  await expect.poll(drafts, soon).toHaveLength(1);
  first.type(`${keys.ctrl("n")}${keys.ctrl("n")}`);
  await first.waitFor("2 of 2");
  first.type("Others");
  await expect.poll(drafts, soon).toEqual([expect.stringContaining("Others")]);
  first.type(keys.ctrl("c"));
  expect(await first.ended).toMatchObject({ status: 130 });
  expect(drafts()).toEqual([]);
});
