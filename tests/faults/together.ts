// Room: tests. C: several programs at once.
import assert from "node:assert/strict";
import { existsSync, appendFileSync, mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { openBackup } from "../../src/journal/backup.ts";
import { readRecords } from "../../src/journal/lines.ts";
import type { Faults, Stage } from "./fault.ts";
import { journalOf } from "./journal.ts";
import { drillOne, onTerminal } from "./on-terminal.ts";

async function keepers(stage: Stage, count: number, each: number): Promise<void> {
  const kept = await Promise.all(Array.from({ length: count }, (_, index) => stage.keeper(`p${index}`, each, 500)));
  stage.fired();
  assert.deepEqual(
    kept.map((ids) => ids.length),
    Array.from({ length: count }, () => each),
  );
  const { entries, problems } = await stage.journal().read();
  assert.deepEqual([entries.length, problems], [count * each, []]);
}

function settingsOf(stage: Stage): Record<string, string> {
  return JSON.parse(readFileSync(join(stage.folder, ".config/interview-coach/settings.json"), "utf8")) as Record<string, string>;
}

export const togetherFaults: Faults = [
  { number: "C1", title: "two programs keep 300 answers each", provoke: (stage) => keepers(stage, 2, 300) },
  { number: "C2", title: "ten programs keep 50 answers each", provoke: (stage) => keepers(stage, 10, 50) },
  {
    number: "C3",
    title: "answers are kept while a backup is restored",
    provoke: async (stage) => {
      await stage.keeper("old", 20);
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 });
      await Promise.all([
        stage.keeper("new", 300, 500),
        stage.held(["data", "restore", "all.gz"], { status: 0 }),
        stage.held(["data", "restore", "all.gz"], { status: 0 }),
      ]);
      stage.fired();
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
  {
    number: "C4",
    title: "answers are kept while another machine's are merged, and while the journal is repaired",
    provoke: async (stage) => {
      await stage.keeper("old", 20);
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 });
      // In the very file that is written to, more and more of it.
      const repairs = async (): Promise<void> => {
        for (let turn = 0; turn < 4; turn += 1) {
          appendFileSync(journalOf(stage), "half a record\n");
          await stage.held(["data", "repair"], { status: 0, says: "damaged line" });
        }
      };
      await Promise.all([stage.keeper("new", 3000, 500), stage.held(["data", "merge", "all.gz"], { status: 0 }), repairs()]);
      stage.fired();
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
  {
    number: "C5",
    title: "two programs change settings",
    provoke: async (stage) => {
      const values = { role: "analyst", company: "Walmart", "interview-date": "2027-01-15", name: "Ada" };
      const ran = await Promise.all(Object.entries(values).map(([key, value]) => stage.coach(["config", "set", key, value])));
      stage.fired();
      const done = Object.keys(values).filter((_, index) => ran[index]?.status === 0);
      assert.ok(done.length >= 2);
      const settings = JSON.stringify(settingsOf(stage));
      for (const key of done) assert.ok(settings.includes(values[key as keyof typeof values]), `${key} is lost`);
    },
  },
  {
    number: "C6",
    title: "a dead program left its lock",
    provoke: async (stage) => {
      await stage.held(["config", "set", "role", "first"], { status: 0 });
      const before = settingsOf(stage);
      for (const name of ["settings.json.lock", "settings.lock"]) stage.write(`.config/interview-coach/${name}`, `4194303 ${hostname()}\n`);
      stage.fired();
      await stage.held(["config", "set", "role", "second"], { status: 0 });
      assert.notDeepEqual(settingsOf(stage), before);
    },
  },
  {
    number: "C7",
    title: "a program died, and a stranger has its number now",
    provoke: async (stage) => {
      await stage.held(["config", "set", "role", "first"], { status: 0 });
      // This very process: alive, and it never locked anything.
      const lock = stage.write(".config/interview-coach/settings.json.lock", `${process.pid} ${hostname()}\n`);
      const longAgo = Date.now() / 1000 - 120;
      utimesSync(lock, longAgo, longAgo);
      stage.fired();
      await stage.held(["config", "set", "role", "second"], { status: 0 });
      assert.equal(settingsOf(stage)["role"], "second");
      const [id] = await stage.keeper("before", 1);
      assert.ok(id);
      const draft = { v: 1, pid: process.pid, host: hostname(), started: "1", at: new Date().toISOString(), question: "mine/first", promptSeconds: 1 };
      const answer = { body: { kind: "open", text: "left behind" }, seconds: 1, timedOut: false, overtime: 0, hints: 0, paused: 0 };
      stage.write(
        ".local/share/interview-coach/draft-0badcafe.json",
        JSON.stringify({ ...draft, answer, session: { kind: "drill", title: "Mine", left: [] } }),
      );
      await onTerminal(stage, drillOne, async (terminal) => void (await terminal.waitFor("2 words typed")));
    },
  },
  {
    number: "C8",
    title: "a backup is made while answers are kept",
    provoke: async (stage) => {
      await stage.keeper("old", 5);
      const [, , backups] = await Promise.all([
        stage.keeper("a", 400, 5000),
        stage.keeper("b", 400, 5000),
        Promise.all([1, 2, 3].map((turn) => stage.held(["data", "backup", "-o", `b${turn}.gz`], { status: 0 }))),
      ]);
      stage.fired();
      // As it stands at the worst moment: half of a record is there.
      appendFileSync(journalOf(stage), readFileSync(journalOf(stage)).subarray(0, 100));
      backups.push(await stage.held(["data", "backup", "-o", `b${backups.length + 1}.gz`], { status: 0 }));
      for (let turn = 1; turn <= backups.length; turn += 1) {
        const file = join(stage.folder, `b${turn}.gz`);
        for (const { bytes, name } of openBackup(readFileSync(file), file).files) assert.deepEqual(readRecords(bytes, name).problems, []);
      }
    },
  },
  {
    number: "C9",
    title: "programs with different libraries put them on one shelf at once",
    provoke: async (stage) => {
      const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
      mkdirSync(env.XDG_CACHE_HOME);
      const names = ["red", "green", "blue"];
      for (const name of names) stage.write(`${name}.md`, `---\ntitle: The ${name} deck\n---\n\n## Q\n\`id: q\`\n\nAnswer: a\n`);
      for (let turn = 0; turn < 2; turn += 1) {
        await Promise.all(names.map((name) => stage.held(["decks", "show", name, "--decks", `${name}.md`], { status: 0, says: `The ${name} deck` }, { env })));
        stage.fired();
      }
    },
  },
  {
    number: "C10",
    title: "ten programs start for the first time at once",
    provoke: async (stage) => {
      const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
      mkdirSync(env.XDG_CACHE_HOME);
      const folder = join(env.XDG_CACHE_HOME, "interview-coach");
      const isWritten = (): boolean => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("library.json"));
      // Half of them read the decks at the same time; the others begin one after another as the first is writing, however long that took to come.
      const start = async (_: unknown, turn: number): Promise<string> => {
        for (let tick = 0; turn >= 5 && tick < 3000 && !isWritten(); tick += 1) await new Promise((resolve) => setTimeout(resolve, 10));
        await new Promise((resolve) => setTimeout(resolve, (turn % 5) * 50));
        return (await stage.held(["decks", "list"], { status: 0 }, { env })).out;
      };
      const ran = await Promise.all(Array.from({ length: 10 }, start));
      stage.fired();
      assert.equal(new Set(ran).size, 1);
      assert.deepEqual(
        readdirSync(folder).filter((name) => !/^(?:library\.json|[\w.-]+\.cache)$/.test(name)),
        [],
      );
      assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env })).out, ran[0]);
    },
  },
];
