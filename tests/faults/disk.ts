// Room: tests. B: a disk that fails, is full, or is not what it should be. Some by calls that fail, some by files as they can really lie there.
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import { type Disk, realDisk } from "../../src/journal/disk.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { encodeRecord } from "../../src/journal/record.ts";
import { anAttempt } from "../support/attempts.ts";
import type { Faults, Stage } from "./fault.ts";
import { journalOf, keep } from "./journal.ts";

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made to fail`), { code });
}

/** The n-th call of each name fails, and so do all after it, on a disk that is otherwise real. */
function failing(stage: Stage, calls: readonly (keyof Disk)[], code: string): Disk {
  const fail = (): never => {
    stage.fired();
    throw systemError(code);
  };
  return { ...realDisk, ...Object.fromEntries(calls.map((call) => [call, fail])) };
}

/** An append on that disk is refused in words that name the file; what was kept before stands, and the disk, once well, takes the same attempt. */
async function refusedThenKept(stage: Stage, disk: Disk, says: RegExp): Promise<void> {
  await keep(stage, "before");
  const attempt = anAttempt({ id: "refused-once" });
  await assert.rejects(openJournal(stage.data, disk).append(attempt), (error: Error) => error.name === "CoachError" && says.test(error.message));
  await stage.journal().append(attempt);
  stage.acknowledge(attempt.id);
}

/** A session whose answer cannot be kept says so and does not end well. */
async function toldNotKept(stage: Stage, env: Readonly<Record<string, string>> = {}): Promise<void> {
  stage.write("mine.md", "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n");
  const input = "answers: [{question: mine/pick, answer: a}]\n";
  await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 1, says: /not kept|may not|cannot be|folder/ }, { input, env });
}

/** Lines of quick attempts, ten minutes apart from 2006 on, a thousand to a run. */
export function quickRecords(from: number, count: number): Buffer {
  const quick = { kind: "choice", answer: { kind: "choice", chosen: [0] }, marks: [] } as const;
  const lines = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const at = new Date(Date.UTC(2006, 0) + number * 600_000).toISOString();
    const stamp = { run: `m${Math.floor(number / 1000)}`, seq: (number % 1000) + 1 };
    return encodeRecord(anAttempt({ ...quick, id: `m${number}`, at, question: `mine/q${number % 700}` }), stamp);
  });
  return Buffer.concat(lines);
}

export const diskFaults: Faults = [
  {
    number: "B1",
    title: "the disk is full when an answer is kept",
    provoke: (stage) => refusedThenKept(stage, failing(stage, ["writeSync"], "ENOSPC"), /disk is full/),
  },
  {
    number: "B2",
    title: "results go to a disk that is full",
    provoke: async (stage) => {
      await keep(stage, "one");
      stage.fired();
      for (const args of [["history"], ["export", "checklist", "--company", "walmart"], ["stats", "--json"], ["decks", "list"]]) {
        await stage.held(args, { status: 1, says: /full|ENOSPC/ }, { shell: '"$@" > /dev/full' });
      }
    },
  },
  {
    number: "B3",
    title: "a journal cannot be read",
    provoke: async (stage) => {
      await keep(stage, "one");
      fs.copyFileSync(journalOf(stage), join(stage.data, "journal-zz.jsonl"));
      let calls = 0;
      const disk: Disk = {
        ...realDisk,
        readFileSync: ((...args: Parameters<typeof fs.readFileSync>) => {
          calls += 1;
          if (calls > 1) return fs.readFileSync(...args);
          stage.fired();
          throw systemError("EIO");
        }) as typeof fs.readFileSync,
      };
      const { entries, problems } = await openJournal(stage.data, disk).read();
      assert.equal(entries.length, 1);
      assert.match(problems[0]?.message ?? "", /disk reported a fault/);
    },
  },
  {
    number: "B4",
    title: "the disk has a fault when an answer is kept",
    provoke: (stage) => refusedThenKept(stage, failing(stage, ["writeSync"], "EIO"), /reported a fault/),
  },
  { number: "B5", title: "the disk can only be read", provoke: (stage) => refusedThenKept(stage, failing(stage, ["openSync"], "EROFS"), /only be read/) },
  {
    number: "B6",
    title: "the data folder is not ours, or the journal is not",
    provoke: async (stage) => {
      await keep(stage, "one");
      const file = journalOf(stage);
      fs.chmodSync(file, 0);
      stage.fired();
      await stage.held(["history"], { status: 0, says: /cannot be read.*may not/s });
      await stage.held(["data", "verify"], { status: 3, says: "may not use" });
      await toldNotKept(stage);
      fs.chmodSync(file, 0o600);
      fs.chmodSync(stage.data, 0);
      await stage.held(["history"], { status: 1, says: "may not use" });
      await toldNotKept(stage);
      fs.chmodSync(stage.data, 0o700);
    },
  },
  {
    number: "B7",
    title: "calls are interrupted and writes are short",
    provoke: async (stage) => {
      let turn = 0;
      const disk: Disk = {
        ...realDisk,
        writeSync: ((fd: number, bytes: Buffer) => {
          turn += 1;
          stage.fired();
          if (turn % 3 === 0) throw systemError("EINTR");
          if (turn % 3 === 1) throw systemError("EAGAIN");
          return fs.writeSync(fd, bytes, 0, Math.min(bytes.length, 7));
        }) as typeof fs.writeSync,
      };
      const journal = openJournal(stage.data, disk);
      for (const id of ["a", "b", "c"]) {
        await journal.append(anAttempt({ id }));
        stage.acknowledge(id);
      }
    },
  },
  { number: "B8", title: "too many files are open", provoke: (stage) => refusedThenKept(stage, failing(stage, ["openSync"], "EMFILE"), /too many files/) },
  {
    number: "B9",
    title: "what was written cannot be written out",
    provoke: (stage) => refusedThenKept(stage, failing(stage, ["fsyncSync"], "EIO"), /reported a fault/),
  },
  {
    number: "B10",
    title: "the data folder is a file",
    provoke: async (stage) => {
      stage.write("taken", "");
      stage.fired();
      const env = { COACH_DATA_DIR: join(stage.folder, "taken") };
      await stage.held(["history"], { status: 1, says: "a file stands where a folder is needed" }, { env });
      await toldNotKept(stage, env);
    },
  },
  {
    number: "B11",
    title: "the data folder is a link, and then the journal is one",
    provoke: async (stage) => {
      fs.mkdirSync(join(stage.folder, "real"));
      fs.mkdirSync(join(stage.data, ".."), { recursive: true });
      fs.symlinkSync(join(stage.folder, "real"), stage.data);
      stage.fired();
      await stage.practise();
      const file = journalOf(stage);
      fs.renameSync(file, join(stage.folder, "elsewhere"));
      fs.symlinkSync(join(stage.folder, "elsewhere"), file);
      const before = fs.readFileSync(join(stage.folder, "elsewhere"));
      await toldNotKept(stage);
      assert.ok(fs.readFileSync(join(stage.folder, "elsewhere")).equals(before), "it was written through the link");
      fs.unlinkSync(file);
      fs.renameSync(join(stage.folder, "elsewhere"), file);
    },
  },
  { number: "B12", title: "the quota is used up", provoke: (stage) => refusedThenKept(stage, failing(stage, ["writeSync"], "EDQUOT"), /quota/) },
  {
    number: "B13",
    title: "a name is too long",
    provoke: async (stage) => {
      stage.fired();
      const long = join(stage.folder, "n".repeat(300));
      await stage.held(["history"], { status: 1, says: "too long" }, { env: { COACH_DATA_DIR: long } });
      await stage.held(["export", "checklist", "--company", "walmart", "-o", long], { status: 1, says: "too long" });
    },
  },
  {
    number: "B14",
    title: "the journal holds a million records",
    provoke: async (stage) => {
      fs.mkdirSync(stage.data, { recursive: true });
      const file = join(stage.data, "journal-0badcafe.jsonl");
      const many = 1_000_000;
      for (let from = 0; from < many; from += 10_000) fs.appendFileSync(file, quickRecords(from, 10_000));
      stage.acknowledge("m0", `m${many - 1}`);
      stage.fired();
      const last = await stage.practise();
      // Twenty seconds each of a processor; on a busy machine that is minutes.
      const patient = { killAfter: 1_200_000 };
      await stage.held(["history", "--limit", "3", "--decks", "mine.md"], { status: 0, says: `3 of ${many + 1}` }, patient);
      await stage.held(["history", last, "--decks", "mine.md"], { status: 0, says: "Pick" }, patient);
      const { out } = await stage.held(["data", "verify", "--json"], { status: 0 }, patient);
      assert.equal((JSON.parse(out) as { readonly records: number }).records, many + 1);
    },
  },
  {
    number: "B15",
    title: "somebody empties the journal between two answers",
    provoke: async (stage) => {
      const journal = stage.journal();
      await journal.append(anAttempt({ id: "taken-out" }));
      fs.truncateSync(journalOf(stage));
      stage.fired();
      for (const id of ["b", "c"]) {
        await journal.append(anAttempt({ id }));
        stage.acknowledge(id);
      }
      const { problems } = await journal.read();
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        ["journal-missing"],
      );
    },
  },
  {
    number: "B16",
    title: "the journal is replaced between two answers",
    provoke: async (stage) => {
      const journal = stage.journal();
      await journal.append(anAttempt({ id: "a" }));
      const file = journalOf(stage);
      fs.copyFileSync(file, `${file}.new`);
      fs.renameSync(`${file}.new`, file);
      stage.fired();
      await journal.append(anAttempt({ id: "b" }));
      stage.acknowledge("a", "b");
    },
  },
  {
    number: "B17",
    title: "the journal is deleted between two answers, and with its folder",
    provoke: async (stage) => {
      const journal = stage.journal();
      await journal.append(anAttempt({ id: "a" }));
      fs.rmSync(journalOf(stage));
      stage.fired();
      await journal.append(anAttempt({ id: "b" }));
      fs.rmSync(stage.data, { recursive: true });
      await journal.append(anAttempt({ id: "c" }));
      stage.acknowledge("c");
    },
  },
  {
    number: "B18",
    title: "the journal may only be read",
    provoke: async (stage) => {
      await keep(stage, "one");
      fs.chmodSync(journalOf(stage), 0o400);
      stage.fired();
      await toldNotKept(stage);
      await stage.held(["history"], { status: 0 });
      fs.chmodSync(journalOf(stage), 0o600);
    },
  },
  {
    number: "B19",
    title: "there is no HOME",
    provoke: async (stage) => {
      stage.fired();
      await stage.held(["history"], { status: 0 }, { shell: 'unset HOME; exec "$@"' });
      await stage.held(["history"], { status: 1, says: "HOME" }, { env: { HOME: "" } });
      await stage.held(["decks", "list"], { status: 0 }, { env: { HOME: "" } });
      assert.deepEqual(fs.readdirSync(stage.folder), []);
    },
  },
  {
    number: "B20",
    title: "HOME cannot be written to, or is not there",
    provoke: async (stage) => {
      fs.mkdirSync(join(stage.folder, "closed"));
      fs.chmodSync(join(stage.folder, "closed"), 0o500);
      stage.fired();
      for (const HOME of [join(stage.folder, "closed"), "/nonexistent"]) {
        await stage.held(["decks", "list"], { status: 0 }, { env: { HOME } });
        await toldNotKept(stage, { HOME });
        await stage.held(["config", "set", "role", "x"], { status: 1 }, { env: { HOME } });
      }
    },
  },
  {
    number: "B21",
    title: "XDG_DATA_HOME is relative",
    provoke: async (stage) => {
      stage.fired();
      const { out } = await stage.held(["data", "path"], { status: 0 }, { env: { XDG_DATA_HOME: "here" } });
      assert.equal(out.trim(), stage.data);
    },
  },
  {
    number: "B22",
    title: "the data folder's name holds blanks, quotes, letters of all scripts and a newline",
    provoke: async (stage) => {
      stage.fired();
      for (const name of ["two words", `it's "so"`, "данные-資料-😀", "two\nlines", "\u001b[31mred"]) {
        const env = { COACH_DATA_DIR: join(stage.folder, name) };
        stage.write("mine.md", "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n");
        await stage.held(
          ["drill", "mine", "--decks", "mine.md", "--answers", "-"],
          { status: 0 },
          { env, input: "answers: [{question: mine/pick, answer: a}]\n" },
        );
        await stage.held(["data", "verify"], { status: 0, says: "1 record" }, { env });
        // What the folder's name holds of escape codes must not reach the screen.
        await stage.held(["data", "path"], { status: 0 }, { env });
      }
    },
  },
  {
    number: "B23",
    title: "the mask lets everybody in",
    provoke: async (stage) => {
      stage.write("mine.md", "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n");
      stage.fired();
      const input = "answers: [{question: mine/pick, answer: a}]\n";
      await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input, shell: 'umask 000; exec "$@"' });
      await stage.held(["config", "set", "role", "analyst"], { status: 0 }, { shell: 'umask 000; exec "$@"' });
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 }, { shell: 'umask 000; exec "$@"' });
      const files = [join(stage.folder, "all.gz"), join(stage.folder, ".config/interview-coach/settings.json"), journalOf(stage), join(stage.data, "device")];
      for (const file of files) assert.equal(fs.statSync(file).mode & 0o077, 0, `${file} is open to others`);
      assert.equal(fs.statSync(stage.data).mode & 0o077, 0, "the data folder is open to others");
    },
  },
  {
    number: "B24",
    title: "others could read the journal from before",
    provoke: async (stage) => {
      await stage.practise();
      fs.chmodSync(journalOf(stage), 0o644);
      stage.fired();
      await stage.practise();
      assert.equal(fs.statSync(journalOf(stage)).mode & 0o777, 0o600);
    },
  },
  {
    number: "B25",
    title: "the folder lies on a network that knows no locks, no links and no fsync of a folder",
    provoke: async (stage) => {
      const refuse = (code: string) => (): never => {
        stage.fired();
        throw systemError(code);
      };
      const disk = {
        ...realDisk,
        fsyncSync: (fd: number) => (realDisk.fstatSync(fd).isDirectory() ? refuse("EINVAL")() : realDisk.fsyncSync(fd)),
        fchmodSync: refuse("ENOTSUP"),
        linkSync: refuse("ENOTSUP"),
      } as Disk;
      const journals = [openJournal(stage.data, disk), openJournal(stage.data, disk)];
      for (let turn = 0; turn < 10; turn += 1) {
        const id = `n${turn}`;
        await journals[turn % 2]?.append(anAttempt({ id }));
        stage.acknowledge(id);
      }
      assert.equal((await openJournal(stage.data, disk).read()).entries.length, 10);
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
];
