// Room: tests. The way of a mark through the built program: given, explained, marked again by a changed deck, kept beside the old one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keys, openTerminal } from "../support/terminal.ts";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");

const deck = (phrasing: string): string => `---
title: Mine
---

## Explain
\`id: explain\` \`minutes: 2\`

Explain why empty shelves cost money.

### Key points
- **Lost sales** \`id: lost-sales\`
  - shoppers leave without buying
  - every empty shelf is a lost sale
  - people buy it somewhere else
- **Trust** \`id: trust\`
  - they do not come back to the store
  - loyalty goes down over time
  - ${phrasing}

### Model answer
Every empty shelf is a lost sale, and loyalty goes down over time.
`;

const said = "Every empty shelf is a lost sale to the chain. Their neighbours hear of it and begin to grumble.";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "coach-marks-"));
  writeFileSync(join(home, "mine.md"), deck("their faith in us is gone"));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(line: string, input = ""): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...line.split(" "), "--decks", "mine.md"], {
    cwd: home,
    env: { PATH: process.env["PATH"], HOME: home, TERM: "xterm", LANG: "C.UTF-8" },
    input,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

function journal(): string {
  const folder = join(home, ".local/share/interview-coach");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
}

describe("a mark", () => {
  test("is explained word by word, moves with its deck, and is kept beside the old one", () => {
    expect(run("drill mine --answers -", `answers:\n  - question: mine/explain\n    answer: ${said}\n`)).toMatchObject({ status: 0, err: "" });
    const before = journal();
    const explained = run("explain");
    expect(explained).toMatchObject({ status: 0, err: "" });
    expect(explained.out).toMatch(/\[[^\]]*empty shelf is a lost sale\]/);
    expect(explained.out).toContain("✗ Not found: Trust");
    expect(explained.out).toContain("How the score came about\n  Said");
    expect(run("rescore").out).toContain("none moves, 1 stay as they were.");

    writeFileSync(join(home, "mine.md"), deck("neighbours hear of it and grumble"));
    const moves = run("rescore");
    expect(moves).toMatchObject({ status: 0, err: "" });
    expect(moves.out).toContain("→ found: Trust");
    expect(moves.out).toContain("the phrasings have changed");
    expect(journal()).toBe(before);

    expect(run("rescore --apply").status).toBe(0);
    expect(journal().startsWith(before)).toBe(true);
    expect(run("rescore").out).toContain("none moves");
    const { kept, rescored, score } = JSON.parse(run("explain --json").out) as Record<"kept" | "rescored", { score: number }> & { score: number };
    expect(rescored.score).toBeGreaterThan(kept.score);
    expect(score).toBe(rescored.score);
  });

  test("stands on the screen when the person looks at it, and the model answer comes afterwards", async () => {
    const terminal = openTerminal({
      command: process.execPath,
      args: [launcher, "drill", "mine", "--decks", "mine.md", "--no-confidence"],
      cwd: home,
      columns: 80,
      rows: 24,
      env: { HOME: home },
    });
    try {
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
    } finally {
      terminal.close();
    }
  });
});
