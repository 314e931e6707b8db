// Room: tests. A: programs that are killed in the middle, on terminals and off them.
import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBackup } from "../../src/journal/backup.ts";
import { type Disk, realDisk } from "../../src/journal/disk.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { anAttempt } from "../support/attempts.ts";
import { deckOf, pickQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import type { Faults, Stage } from "./fault.ts";
import { journalOf, keep } from "./journal.ts";
import { kindsAsked, writeKinds } from "./kinds.ts";
import { momentsIn } from "./moments.ts";
import { attemptsIn, drafted, drillOne, onTerminal } from "./on-terminal.ts";

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
  await terminal.waitFor("Enter next question");
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
  const moments = await momentsIn(() => stage.coach(args(0)), 8);
  for (const [turn, killAfter] of moments.entries()) {
    const { signal } = await stage.coach(args(turn), { killAfter });
    if (signal === "SIGKILL") stage.fired();
    await check(turn);
  }
}

const halfWritten = `const fs = require("node:fs"); const write = fs.writeSync;
fs.writeSync = (fd, bytes, ...rest) => {
  if (fd <= 2 || typeof bytes === "string") return write(fd, bytes, ...rest);
  const at = rest[0] ?? 0;
  write(fd, bytes, at, Math.ceil((bytes.length - at) / 2));
  write(fs.openSync("half", "w"), "x");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};`;

/** Kills a command when it has written half of its file, which its name must not stand for. Then it is run to its end. */
async function killedHalfway(stage: Stage, args: readonly string[], name: string): Promise<void> {
  const script = stage.write("half.cjs", halfWritten);
  const shell = '"$@" & until [ -e half ]; do sleep 0.05; done; kill -9 $!; wait $!; echo $? > status';
  await stage.coach([...args, "-o", name], { env: { NODE_OPTIONS: `--require=${script}` }, shell });
  assert.equal(readFileSync(join(stage.folder, "status"), "utf8"), "137\n");
  stage.fired();
  assert.equal(existsSync(join(stage.folder, name)), false, "its name stands for half a file");
  await stage.held([...args, "-o", name], { status: 0 });
}

/** A disk that takes its time: the journal opens after four tenths of a second. */
const slowToOpen = `const fs = require("node:fs"); const open = fs.openSync;
fs.openSync = (file, ...rest) => {
  if (/journal-[0-9a-f]+\\.jsonl$/.test(String(file))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  return open(file, ...rest);
};`;

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
        // As a kill leaves it at its worst, which it seldom does: a record up to the end of a page.
        appendFileSync(journalOf(stage), readFileSync(journalOf(stage)).subarray(0, 4096));
      }
      await keep(stage, "after");
      assert.ok((await stage.journal().read()).problems.some(({ rule }) => rule === "journal-damaged"));
    },
  },
  {
    number: "A5",
    title: "killed during a backup",
    provoke: async (stage) => {
      await keep(stage, ...Array.from({ length: 300 }, (_, index) => `a${index}`));
      await killedHalfway(stage, ["data", "backup"], "b.gz");
      assert.equal(openBackup(readFileSync(join(stage.folder, "b.gz")), "b.gz").files.length, 1);
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
    number: "A8",
    title: "killed while the library and the compiled code are put on the shelf",
    provoke: async (stage) => {
      const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
      const { out } = await stage.held(["loops", "list"], { status: 0 });
      for (const killAfter of await momentsIn(() => stage.coach(["loops", "list"], { env }), 6)) {
        rmSync(env.XDG_CACHE_HOME, { recursive: true, force: true });
        mkdirSync(env.XDG_CACHE_HOME);
        const { signal } = await stage.coach(["loops", "list"], { env, killAfter });
        if (signal === "SIGKILL") stage.fired();
        assert.equal((await stage.held(["loops", "list"], { status: 0 }, { env })).out, out);
      }
      // As a kill leaves it, whenever it comes: the shelf cut short, and one that was never put in place.
      const shelf = join(env.XDG_CACHE_HOME, "interview-coach/library.json");
      const bytes = readFileSync(shelf);
      for (const part of [0, 1, Math.floor(bytes.length / 2), bytes.length - 1]) {
        writeFileSync(shelf, bytes.subarray(0, part));
        stage.fired();
        assert.equal((await stage.held(["loops", "list"], { status: 0 }, { env })).out, out);
      }
    },
  },
  {
    number: "A9",
    title: "killed during an export",
    provoke: async (stage) => {
      const checklist = ["export", "checklist", "--company", "walmart"];
      const { out } = await stage.held(checklist, { status: 0 });
      await killedHalfway(stage, checklist, "c.md");
      assert.equal(readFileSync(join(stage.folder, "c.md"), "utf8"), out);
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
    provoke: async (stage) => {
      // The second comes while the answer is marked and kept: a terminal that was given back makes a signal of it.
      const env = { NODE_OPTIONS: `--require=${stage.write("slow.cjs", slowToOpen)}` };
      for (const [index, gap] of [0, 2, 20, 100, 300].entries()) {
        const half = `Half an answer ${index}`;
        const play = async (terminal: TestTerminal): Promise<void> => {
          await terminal.waitFor("^D hand in");
          terminal.type(half);
          await terminal.waitFor(half);
          terminal.type(keys.ctrl("c"));
          await new Promise((resolve) => setTimeout(resolve, gap));
          terminal.type(keys.ctrl("c"));
          stage.fired();
          await terminal.ended;
        };
        const bytes = await onTerminal(stage, drillOne, play, { env });
        assert.ok(bytes.lastIndexOf("\u001b[?25h") >= bytes.lastIndexOf("\u001b[?25l"), "the cursor is not shown again");
        const attempts = await attemptsIn(stage);
        assert.deepEqual([attempts.length, attempts.at(-1)?.answer.text, attempts.at(-1)?.interrupted], [index + 1, half, true], `after ${gap} ms`);
      }
    },
  },
  {
    number: "A14",
    title: "stopped and let go on at each prompt",
    provoke: async (stage) => {
      writeKinds(stage);
      await onTerminal(
        stage,
        [],
        async (terminal) => {
          await terminal.waitFor("$");
          for (const args of kindsAsked) {
            await typeAndSee(terminal, `"$@" ${args.join(" ")}\r`, "^N skip");
            await typeAndSee(terminal, keys.ctrl("z"), "Stopped");
            stage.fired();
            await typeAndSee(terminal, "fg\r", "^N skip");
            await typeAndSee(terminal, keys.ctrl("q"), "nothing was answered");
            await terminal.waitFor(/\n\$$/);
          }
        },
        { shell: 'exec bash --norc -i -s "$@"', env: { PS1: "$ " } },
      );
    },
  },
  {
    number: "A15",
    title: "a view breaks while the marks are shown",
    provoke: async (stage) => {
      stage.write("mine.md", deckOf(pickQuestion));
      const script = stage.write(
        "break.cjs",
        `const fs = require("node:fs"); const write = fs.writeSync;
fs.writeSync = (fd, ...rest) => { if (fd === 1 && String(rest[0]).includes("ecause it is")) throw new TypeError("a view broke"); return write(fd, ...rest); };`,
      );
      const ran = await stage.coach(["drill", "mine", "--decks", "mine.md", "--answers", "-"], {
        input: "answers: [{question: mine/pick, answer: a}]\n",
        env: { NODE_OPTIONS: `--require=${script}` },
      });
      assert.deepEqual([ran.status, ran.err.includes("a view broke"), /^\s+at /m.test(ran.err)], [1, true, false], ran.err);
      stage.fired();
      assert.equal((await attemptsIn(stage)).length, 1);
    },
  },
  {
    number: "A16",
    title: "decks of more bytes than there is memory",
    provoke: async (stage) => {
      stage.write("d/good.md", deckOf(pickQuestion));
      for (const name of ["huge.md", "other.md"]) truncateSync(stage.write(`d/${name}`, ""), 3 * 2 ** 30);
      stage.fired();
      const env = { NODE_OPTIONS: "--max-old-space-size=150" };
      await stage.held(["decks", "lint", "d"], { status: 3, says: "larger than 2 MB" }, { env });
      await stage.held(["decks", "show", "good", "--decks", "d"], { status: 0, says: "Pick" }, { env });
      truncateSync(stage.write("answers.yaml", ""), 3 * 2 ** 30);
      await stage.held(["drill", "good", "--decks", "d", "--answers", "answers.yaml"], { status: 3, says: /at most|larger|longer/ }, { env });
    },
  },
  {
    number: "A17",
    title: "the power is cut after each answer: only what was written out is there",
    provoke: async (stage) => {
      const plate = platter();
      const known: string[] = [];
      for (let turn = 0; turn < 40; turn += 1) {
        const id = `a${turn}`;
        await openJournal(stage.data, plate.disk).append(anAttempt({ id, answer: { kind: "open", text: "word ".repeat(turn * 40) } }));
        known.push(id);
        const after = join(stage.folder, `cut-${turn}`);
        plate.cut(after);
        stage.fired();
        assert.deepEqual((await openJournal(after).read()).entries.map((entry) => entry.id).toSorted(), known.toSorted());
      }
      stage.acknowledge(...known);
    },
  },
  {
    number: "A18",
    title: "killed in the third round of a mock",
    provoke: async (stage) => {
      const mock = ["mock", "walmart/ai-pm", "--pace", "0.2", "--seed", "5"];
      await onTerminal(stage, mock, async (terminal) => {
        await skipTo(terminal, () => terminal.everything().includes("Round 3 of 5") && lastRow(terminal).includes("^D hand in"));
        terminal.type("Half an answer in the third round");
        await drafted(stage, "third round");
        await killed(terminal, stage);
      });
      const before = (await stage.journal().read()).entries.length;
      await onTerminal(stage, ["mock", "--resume"], async (terminal) => {
        const screen = await terminal.waitFor("q Enter leave");
        assert.match(screen, /Round 3 of 5/);
        terminal.type(keys.enter);
        await terminal.waitFor("Half an answer in the third round");
        // The clock stands where it stood.
        assert.match(terminal.screen(), /\d:\d\d left/);
        terminal.type(keys.ctrl("c"));
        await terminal.ended;
      });
      const { entries } = await stage.journal().read();
      assert.equal(entries.filter((entry) => entry.type === "mock" && entry.what.event === "opened").length, 1);
      assert.ok(entries.length > before);
      await attemptsIn(stage);
    },
  },
];

/** Types, and waits for what is written after it. */
async function typeAndSee(terminal: TestTerminal, typed: string, seen: string): Promise<void> {
  const before = terminal.bytes().length;
  terminal.type(typed);
  await terminal.waitFor(() => terminal.bytes().slice(before).includes(seen));
}

const lastRow = (terminal: TestTerminal): string => terminal.screen().trimEnd().split("\n").at(-1) ?? "";
const skippedIn = (terminal: TestTerminal): number => terminal.everything().match(/^Skipped\./gm)?.length ?? 0;

/** Skips what a mock asks, and goes on in its breaks, until it is there. */
async function skipTo(terminal: TestTerminal, isThere: () => boolean): Promise<void> {
  while (!isThere()) {
    const [offered, skipped] = [lastRow(terminal), skippedIn(terminal)];
    if (offered.includes("^N skip")) terminal.type(keys.ctrl("n"));
    else if (offered.includes("q Enter leave") || offered.includes("select")) terminal.type(keys.enter);
    await terminal.waitFor(() => isThere() || (offered.includes("^N skip") ? skippedIn(terminal) > skipped : lastRow(terminal) !== offered));
  }
}

interface Platter {
  readonly disk: Disk;
  /** What a power cut would leave now, as a data folder. */
  cut(folder: string): void;
}

/** A disk that keeps after a power cut what was written out by fsync, under the names that a folder's fsync wrote out. */
function platter(): Platter {
  const open = new Map<number, string>();
  const bytes = new Map<string, Buffer>();
  const names = new Map<string, string>();
  const disk: Disk = {
    ...realDisk,
    openSync: ((file: string, ...rest: readonly [number, number?]) => {
      const fd = realDisk.openSync(file, ...rest);
      open.set(fd, file);
      return fd;
    }) as Disk["openSync"],
    fsyncSync: (fd) => {
      realDisk.fsyncSync(fd);
      const file = open.get(fd) ?? "";
      if (realDisk.fstatSync(fd).isDirectory()) for (const name of readdirSync(file)) names.set(name, join(file, name));
      else bytes.set(file, readFileSync(file));
    },
    renameSync: (from, to) => {
      realDisk.renameSync(from, to);
      const written = bytes.get(String(from));
      if (written) bytes.set(String(to), written);
    },
  };
  return {
    disk,
    cut: (folder) => {
      mkdirSync(folder);
      for (const [name, file] of names) if (name.endsWith(".jsonl")) writeFileSync(join(folder, name), bytes.get(file) ?? "");
    },
  };
}
