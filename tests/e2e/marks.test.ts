// Room: tests. The way of a mark through the built program: given, explained, marked again by a changed deck, kept beside the old one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { aHome, type Home } from "../support/home.ts";
import { journalText } from "../support/kept.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys } from "../support/terminal.ts";

const deck = (trust: string): string => deckOf(shelfQuestion({ trust }));
const said = "Every empty shelf is a lost sale to the chain. Their neighbours hear of it and begin to grumble.";

let home: Home;

beforeEach(() => {
  home = aHome({ "mine.md": deck("their faith in us is gone") });
});

function run(line: string, input?: string) {
  return home.run([...line.split(" "), "--decks", "mine.md"], input);
}

describe("a mark", () => {
  test("is explained word by word, moves with its deck, and is kept beside the old one", () => {
    expect(run("drill mine --answers -", `answers:\n  - question: mine/explain\n    answer: ${said}\n`)).toMatchObject({ status: 0, err: "" });
    const before = journalText(home.data);
    const explained = run("explain");
    expect(explained).toMatchObject({ status: 0, err: "" });
    expect(explained.out).toMatch(/\[[^\]]*empty shelf is a lost sale\]/);
    expect(explained.out).toContain("✗ Not found: Trust");
    expect(explained.out).toContain("How the score came about\n  Said");
    expect(run("rescore").out).toContain("none moves, 1 stay as they were.");

    writeFileSync(join(home.folder, "mine.md"), deck("neighbours hear of it and grumble"));
    const moves = run("rescore");
    expect(moves).toMatchObject({ status: 0, err: "" });
    expect(moves.out).toContain("→ found: Trust");
    expect(moves.out).toContain("the phrasings have changed");
    expect(journalText(home.data)).toBe(before);

    expect(run("rescore --apply").status).toBe(0);
    expect(journalText(home.data).startsWith(before)).toBe(true);
    expect(run("rescore").out).toContain("none moves");
    const { kept, rescored, score } = JSON.parse(run("explain --json").out) as Record<"kept" | "rescored", { score: number }> & { score: number };
    expect(rescored.score).toBeGreaterThan(kept.score);
    expect(score).toBe(rescored.score);
  });

  test("stands on the screen when the person looks at it, and the model answer comes afterwards", async () => {
    const terminal = home.onTerminal(["drill", "mine", "--decks", "mine.md", "--no-confidence"]);
    await terminal.waitFor("hand in");
    terminal.type(said);
    await terminal.waitFor("grumble.");
    terminal.type(keys.ctrl("d"));
    await terminal.waitFor("What did you say?");
    const shown = terminal.screen();
    expect(shown).toContain("found     Lost sales");
    expect(shown).toContain("Do next:");
    expect(shown).not.toContain("A strong answer");
    terminal.type(keys.enter);
    await terminal.waitFor("A strong answer");
  });
});
