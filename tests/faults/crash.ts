// Room: tests. A: programs that are killed in the middle, on terminals and off them.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBackup } from "../../src/journal/backup.ts";
import { anAttempt } from "../support/attempts.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import type { Faults, Stage } from "./fault.ts";
import { keep } from "./journal.ts";
import { attemptsIn, drafted, onTerminal } from "./on-terminal.ts";

const drill = ["drill", "mine", "--decks", "mine.md", "--count", "2", "--no-confidence"];

async function killed(terminal: TestTerminal, stage: Stage): Promise<void> {
  terminal.signal("SIGKILL");
  assert.equal((await terminal.ended).signal, 9);
  stage.fired();
}

async function answerFirst(terminal: TestTerminal): Promise<void> {
  await terminal.waitFor("^D hand in");
  terminal.type(`Every empty shelf is a lost sale.${keys.ctrl("d")}`);
  await terminal.waitFor("What did you say?");
  terminal.type(keys.enter);
  await terminal.waitFor("2 of 2");
}

/** Ended by something that a terminal or a system sends: what was typed is kept, and the terminal is put back. */
async function leftBy(stage: Stage, leave: (terminal: TestTerminal) => void): Promise<void> {
  const bytes = await onTerminal(stage, drill, async (terminal) => {
    await answerFirst(terminal);
    terminal.type("Half an answer");
    await terminal.waitFor("Half an answer");
    leave(terminal);
    stage.fired();
    await terminal.ended;
  });
  assert.ok(bytes.lastIndexOf("\u001b[?25h") >= bytes.lastIndexOf("\u001b[?25l"), "the cursor is not shown again");
  const attempts = await attemptsIn(stage);
  assert.deepEqual(
    attempts.map(({ interrupted }) => interrupted),
    [false, true],
  );
}

/** Kills a command at growing moments; `check` looks at what it left each time. */
async function killedOften(stage: Stage, args: (turn: number) => readonly string[], check: (turn: number) => void | Promise<void>): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    const { signal } = await stage.coach(args(turn), { killAfter: 120 + turn * 90 });
    if (signal === "SIGKILL") stage.fired();
    await check(turn);
  }
}

export const crashFaults: Faults = [
  {
    number: "A1",
    title: "killed while a question is shown",
    provoke: async (stage) => {
      await onTerminal(stage, drill, async (terminal) => {
        await answerFirst(terminal);
        await killed(terminal, stage);
      });
      assert.equal((await attemptsIn(stage)).length, 1);
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
  {
    number: "A2",
    title: "killed while an answer is typed",
    provoke: async (stage) => {
      await onTerminal(stage, drill, async (terminal) => {
        await terminal.waitFor("^D hand in");
        terminal.type("Shoppers lose trust,");
        await drafted(stage, "trust,");
        await killed(terminal, stage);
      });
      await onTerminal(stage, drill, async (terminal) => void (await terminal.waitFor("3 words typed")));
    },
  },
  {
    number: "A3",
    title: "killed when it was handed in and not yet kept",
    provoke: async (stage) => {
      await onTerminal(stage, ["drill", "mine", "--decks", "mine.md", "--count", "1"], async (terminal) => {
        await terminal.waitFor("^D hand in");
        terminal.type(`Shoppers lose trust in us.${keys.ctrl("d")}`);
        await terminal.waitFor("How did it go?");
        await drafted(stage, "trust in us.");
        await killed(terminal, stage);
      });
      assert.equal((await attemptsIn(stage)).length, 0);
      await onTerminal(stage, drill, async (terminal) => void (await terminal.waitFor("5 words typed")));
    },
  },
  {
    number: "A4",
    title: "killed in the middle of keeping long answers",
    provoke: async (stage) => {
      for (let turn = 0; turn < 6; turn += 1) {
        const ids = await stage.keeper(`k${turn}`, 100_000, 20_000, 1500 + turn * 173);
        if (ids.length > 0) stage.fired();
      }
      await keep(stage, "after");
    },
  },
  {
    number: "A5",
    title: "killed during a backup",
    provoke: async (stage) => {
      await keep(stage, ...Array.from({ length: 300 }, (_, index) => `a${index}`));
      await killedOften(
        stage,
        (turn) => ["data", "backup", "-o", `b${turn}.gz`],
        (turn) => {
          const file = join(stage.folder, `b${turn}.gz`);
          if (existsSync(file)) assert.equal(openBackup(readFileSync(file), file).files.length, 1);
        },
      );
    },
  },
  {
    number: "A6",
    title: "killed during a restore",
    provoke: async (stage) => {
      await keep(stage, "old");
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 });
      await keep(stage, "later");
      await killedOften(
        stage,
        () => ["data", "restore", "all.gz"],
        async () => assert.equal((await stage.journal().read()).entries.length, 2),
      );
      await stage.held(["data", "restore", "all.gz"], { status: 0 });
    },
  },
  {
    number: "A7",
    title: "killed during a merge",
    provoke: async (stage) => {
      await keep(stage, "here");
      const { openJournal } = await import("../../src/journal/journal.ts");
      await openJournal(join(stage.folder, "other")).append(anAttempt({ id: "there" }));
      const inputs = (): string =>
        readdirSync(join(stage.folder, "other"))
          .map((name) => readFileSync(join(stage.folder, "other", name), "utf8"))
          .join("");
      const before = inputs();
      await killedOften(
        stage,
        () => ["data", "merge", "other"],
        () => assert.equal(inputs(), before),
      );
      await stage.held(["data", "merge", "other"], { status: 0 });
      stage.acknowledge("there");
    },
  },
  {
    number: "A9",
    title: "killed during an export",
    provoke: async (stage) => {
      const { out } = await stage.held(["export", "checklist", "--company", "walmart"], { status: 0 });
      await killedOften(
        stage,
        (turn) => ["export", "checklist", "--company", "walmart", "-o", `c${turn}.md`],
        (turn) => {
          const file = join(stage.folder, `c${turn}.md`);
          if (existsSync(file)) assert.equal(readFileSync(file, "utf8").length, out.length);
        },
      );
    },
  },
  {
    number: "A10",
    title: "killed while a setting is changed",
    provoke: async (stage) => {
      await stage.held(["config", "set", "role", "first"], { status: 0 });
      await killedOften(
        stage,
        (turn) => ["config", "set", "role", `role-${turn}`],
        () => {
          const settings = JSON.parse(readFileSync(join(stage.folder, ".config/interview-coach/settings.json"), "utf8")) as Record<string, string>;
          assert.match(settings["role"] ?? "", /^(?:first|role-\d)$/);
        },
      );
      await stage.held(["config", "set", "role", "last"], { status: 0 });
    },
  },
  { number: "A11", title: "SIGTERM in an answer", provoke: (stage) => leftBy(stage, (terminal) => terminal.signal("SIGTERM")) },
  { number: "A12", title: "SIGHUP in an answer", provoke: (stage) => leftBy(stage, (terminal) => terminal.signal("SIGHUP")) },
  {
    number: "A13",
    title: "Ctrl-C twice, quickly",
    provoke: (stage) =>
      leftBy(stage, (terminal) => {
        terminal.type(keys.ctrl("c"));
        terminal.type(keys.ctrl("c"));
      }),
  },
];
