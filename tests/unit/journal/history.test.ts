// Room: tests. A history without its answers, by way of what was kept of it: the same as reading it whole, whatever became of the files.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { CoachError } from "../../../src/domain/errors.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { type Entries, entriesIn } from "../../../src/journal/entries.ts";
import { readByDigest, type Whole } from "../../../src/journal/history.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { toldIn, toldOf } from "../../support/columns.ts";
import { aCorrection, aJudgement, anAttempt, aRescore, aRetrieval, aSplit, aStory } from "../../support/attempts.ts";

let folder: string;
let cache: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "coach-history-"));
  cache = path.join(folder, "cache", "interview-coach");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const journal = (name = "a"): string => path.join(folder, `journal-${name}.jsonl`);
const moment = (minute: number): string => new Date(Date.UTC(2026, 10, 1, 19, minute)).toISOString();
const line = (entry: JournalEntry, seq: number, run = "0a1b2c3d"): Buffer => encodeRecord(entry, { run, seq });

/** Attempts one a minute, numbered from `from`. */
const lines = (from: number, count: number, run?: string): Buffer =>
  Buffer.concat(Array.from({ length: count }, (_, index) => line(attempt(from + index), from + index, run)));

function attempt(number: number): JournalEntry {
  return anAttempt({
    id: `a${String(number).padStart(4, "0")}`,
    at: moment(number),
    answer: { kind: "open", text: `secret words ${number}` },
    score: (number % 1000) / 1000,
  });
}

function read(disk: Disk = realDisk, program = "1.0"): Whole | undefined {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return readByDigest(folder, { names: names.toSorted(), disk, shelter: { folder: cache, program } });
}

/** As if the digest had been made some time after the last record. */
function settle(): void {
  const later = Date.now() / 1000 + 60;
  if (fs.existsSync(cache) && fs.existsSync(digestFile()) && fs.statSync(digestFile()).isFile()) fs.utimesSync(digestFile(), later, later);
  // Until the clock of the file system has moved on.
  const { mtimeMs } = fs.statSync(journal());
  const probe = path.join(folder, "probe");
  do fs.writeFileSync(probe, "");
  while (fs.statSync(probe).mtimeMs <= mtimeMs);
}

const digestFile = (): string => path.join(cache, fs.readdirSync(cache)[0] ?? "");

/** Which journal files are opened, and the bytes that are read of them. */
function watching(): { readonly disk: Disk; readonly bytes: () => number } {
  const open = new Set<number>();
  let bytes = 0;
  const disk: Disk = {
    ...realDisk,
    openSync: ((file: string, ...rest: [string]) => {
      const fd = fs.openSync(file, ...rest);
      if (file.endsWith(".jsonl")) open.add(fd);
      else open.delete(fd);
      return fd;
    }) as typeof fs.openSync,
    readSync: ((fd: number, ...rest: [Buffer, number, number, number]) => {
      const count = fs.readSync(fd, ...rest);
      if (open.has(fd)) bytes += count;
      return count;
    }) as typeof fs.readSync,
  };
  return { disk, bytes: () => bytes };
}

/** The same as by reading everything. */
async function expectSame(whole: Whole | undefined): Promise<void> {
  const { entries, takenBack, problems } = await openJournal(folder).read();
  const all = [...entries, ...takenBack.map(({ entry }) => entry)];
  const every = whole?.entries.all() ?? [];
  const found = every.filter(({ type }) => type !== "undo");
  const inOrder = all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  expect(found.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  expect(whole?.problems).toEqual(problems);
  if (whole) expectPicked(whole.entries);
  const later = whole?.digest?.later ?? [];
  expect(later).toEqual(every.slice(every.length - later.length));
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  for (const [index, entry] of every.entries()) {
    const wanted = byId.get(entry.id);
    if (entry.type === "undo") continue;
    if (entry.type !== "attempt") expect(entry).toEqual(wanted);
    else {
      // What a record has not, it lacks; a head has it undefined.
      expect(wanted).toMatchObject(JSON.parse(JSON.stringify(entry)) as object);
      expect(whole?.attemptAt(index)).toEqual(wanted);
    }
  }
}

/** What is picked of entries is what is found by going through them all. */
function expectPicked(entries: Entries): void {
  const all = entries.all();
  const list = entriesIn(all);
  expect([entries.length, entries.attempts]).toEqual([list.length, list.attempts]);
  expect([...entries.newest()]).toEqual([...list.newest()]);
  expect([...entries.sure()].map(({ id, confidence, score }) => ({ id, confidence, score }))).toEqual(
    [...list.sure()].map(({ id, confidence, score }) => ({ id, confidence, score })),
  );
  expect(all.map((_, index) => entries.idAt(index))).toEqual(all.map(({ id }) => id));
  const attempts = all.filter((entry) => entry.type === "attempt");
  expect(toldIn(entries.columns())).toEqual(attempts.map(toldOf));
  expect(attempts.map((_, index) => entries.columns().head(index))).toEqual(attempts);
  for (const by of ["id", "question", "session"] as const) {
    const every = attempts.map((entry) => entry[by]);
    for (const among of [new Set<string>(), new Set(every.slice(0, 1)), new Set(every.filter((_, index) => index % 3 === 1)), new Set([...every, "none"])])
      expect(entries.some(by, among), `${by}: ${among.size}`).toEqual(list.some(by, among));
  }
}

describe("a history by way of its digest", () => {
  test("is what reading the journal gives, the first time and every time after", async () => {
    const kinds: readonly JournalEntry[] = [
      attempt(1),
      aCorrection({ id: "b", at: moment(2), attempt: "a0001" }),
      aRescore({ id: "c", at: moment(3), attempt: "a0001" }),
      aJudgement({ id: "d", at: moment(4), attempt: "a0001" }),
      aStory({ id: "e", at: moment(5) }),
      aRetrieval({ id: "f", at: moment(6) }),
      { type: "rating", id: "g", at: moment(7), attempt: "a0001", rating: "hard" },
      { type: "undo", id: "h", at: moment(8), of: "g" },
      { type: "mock", id: "i", at: moment(9), session: "s", what: { event: "note", round: "r", text: "a note" } },
      { type: "mock", id: "j", at: moment(10), session: "s", what: { event: "round-over", round: "r" } },
      anAttempt({
        id: "k",
        at: moment(11),
        kind: "choice",
        answer: { kind: "choice", chosen: [1] },
        confidence: 4,
        round: "screen",
        interrupted: true,
        hints: 2,
      }),
    ];
    fs.writeFileSync(journal(), Buffer.concat(kinds.map((entry, index) => line(entry, index + 1))));
    await expectSame(read());
    settle();
    const { disk, bytes } = watching();
    const again = read(disk);
    // Only what holds words is read from the journal again.
    expect(bytes()).toBeLessThan(fs.statSync(journal()).size / 2);
    await expectSame(again);
  });

  test("keeps no word that somebody typed, in a file that nobody else may read, and gives them all the same", async () => {
    const about = (id: string) => ({ id, at: moment(31), session: "s" });
    const typed: readonly JournalEntry[] = [
      aStory({ parts: { situation: "secret", task: "secret", action: "secret", result: "secret" }, title: "secret" }),
      aJudgement({ comment: "secret" }),
      aSplit({ title: "secret" }),
      { type: "mock", id: "note", at: moment(30), session: "s", what: { event: "note", round: "r", text: "secret" } },
      {
        ...about("probe"),
        type: "probe",
        attempt: "a0001",
        question: "q",
        keyPoint: "k",
        chair: "secret",
        asked: "secret",
        isAgain: false,
        reply: "secret",
        seconds: 1,
        status: "found",
      },
      {
        id: "peer",
        at: moment(32),
        type: "peer",
        made: "m",
        loop: "l",
        round: "r",
        from: "secret",
        questions: [{ question: "q", signals: {}, levels: {}, heard: {}, note: "secret" }],
      },
      { id: "outcome", at: moment(33), type: "outcome", loop: "l", round: "r", day: "2026-11-01", asked: [{ text: "secret" }], ending: "waiting" },
    ];
    fs.writeFileSync(journal(), Buffer.concat([lines(1, 20), ...typed.map((entry, index) => line(entry, index + 21))]));
    read();
    expect(fs.readFileSync(digestFile(), "latin1")).not.toContain("secret");
    settle();
    await expectSame(read());
    expect(fs.statSync(digestFile()).mode & 0o777).toBe(0o600);
    expect(fs.statSync(cache).mode & 0o777).toBe(0o700);
  });

  test("tells which digest it was taken from, and what came later", () => {
    fs.writeFileSync(journal(), lines(1, 20));
    const marked = () => {
      const { digest } = read() ?? {};
      return { name: digest?.name, later: digest?.later.map(({ id }) => id) };
    };
    expect(marked()).toEqual({ name: undefined, later: undefined });
    settle();
    const first = marked();
    expect(first).toEqual({ name: expect.stringContaining(`1.0 ${folder} `) as string, later: [] });
    expect(marked()).toEqual(first);
    fs.appendFileSync(journal(), lines(21, 2));
    expect(marked()).toEqual({ name: first.name, later: ["a0021", "a0022"] });
    // So much that the digest is made anew: what is made of the old one is of no use any more.
    fs.appendFileSync(journal(), lines(23, 900));
    expect(marked()).toEqual({ name: undefined, later: undefined });
    settle();
    expect(marked()).toEqual({ name: expect.not.stringMatching(first.name ?? "") as string, later: [] });
  });

  test("of files that are the same reads none of them; of one that has grown what was added", async () => {
    fs.writeFileSync(journal(), lines(1, 400));
    read();
    settle();
    const same = watching();
    expect(read(same.disk)?.entries.all()).toHaveLength(400);
    expect(same.bytes()).toBe(0);
    fs.appendFileSync(journal(), lines(401, 3));
    const grown = watching();
    const more = read(grown.disk);
    expect(grown.bytes()).toBeLessThan(fs.statSync(journal()).size / 4);
    expect(more?.entries.all()).toHaveLength(403);
    await expectSame(more);
  });

  test("of two files reads on in the one that has grown, and keeps what it has while that saves little", async () => {
    fs.writeFileSync(journal(), lines(1, 300));
    fs.writeFileSync(journal("z"), lines(1001, 2, "eeee0000"));
    read();
    settle();
    const kept = fs.readFileSync(digestFile());
    fs.appendFileSync(journal("z"), lines(1003, 300, "eeee0000"));
    const { disk, bytes } = watching();
    const grown = read(disk);
    expect(bytes()).toBeLessThan(fs.statSync(journal("z")).size + 10_000);
    await expectSame(grown);
    expect(fs.readFileSync(digestFile())).toEqual(kept);
  });

  test("is not kept while a line is open: what stands there may become another", async () => {
    fs.writeFileSync(journal(), Buffer.concat([lines(1, 20), lines(21, 1).subarray(0, 100)]));
    await expectSame(read());
    expect(fs.existsSync(cache)).toBe(false);
    fs.writeFileSync(journal(), lines(1, 20));
    read();
    expect(fs.existsSync(digestFile())).toBe(true);
  });

  test("is made anew when much was added, so that it need not be read again", async () => {
    fs.writeFileSync(journal(), lines(1, 10));
    read();
    settle();
    fs.appendFileSync(journal(), lines(11, 600));
    await expectSame(read());
    settle();
    const { disk, bytes } = watching();
    expect(read(disk)?.entries.all()).toHaveLength(610);
    expect(bytes()).toBe(0);
  });

  test.each<[string, () => void]>([
    ["another file came", () => fs.writeFileSync(journal("b"), lines(5, 9, "ffff0000"))],
    ["a file went", () => fs.rmSync(journal("z"))],
    ["a file was put in the place of one", () => replace(lines(2, 60))],
    [
      "a line was changed in its place",
      () => fs.writeFileSync(journal(), Buffer.concat([lines(1, 19), line(anAttempt({ id: "a0020", at: moment(20), score: 0.987 }), 20), lines(21, 30)])),
    ],
    ["a letter was damaged in its place", () => scratch(200)],
    ["a line near the end was changed, and one added", () => (scratch(fs.statSync(journal()).size - 100), fs.appendFileSync(journal(), lines(51, 1)))],
    ["what was added is older than what was there", () => fs.appendFileSync(journal(), line(anAttempt({ id: "early", at: moment(-5) }), 51))],
    ["what was added was there already, later now", () => fs.appendFileSync(journal(), line(anAttempt({ id: "a0007", at: moment(70) }), 51))],
    [
      "what was added is of the same moment and comes before it by its id",
      () => fs.appendFileSync(journal(), line(anAttempt({ id: "a0", at: moment(50) }), 51)),
    ],
    ["a record is missing before what was added", () => fs.appendFileSync(journal(), lines(55, 2))],
    ["a torn line was added", () => fs.appendFileSync(journal(), lines(51, 1).subarray(0, 200))],
    [
      "a torn line was added, and another behind it",
      () => fs.appendFileSync(journal(), Buffer.concat([lines(51, 1).subarray(0, 200), Buffer.from("\n"), lines(52, 1)])),
    ],
    ["a whole line without its end was added", () => fs.appendFileSync(journal(), lines(51, 1).subarray(0, -1))],
    ["a line that is no record was added", () => fs.appendFileSync(journal(), "<<<<<<< HEAD\n")],
  ])("is what reading gives also when %s", async (_, change) => {
    fs.writeFileSync(journal(), lines(1, 50));
    fs.writeFileSync(journal("z"), lines(30, 5, "eeee0000"));
    read();
    settle();
    change();
    await expectSame(read());
    settle();
    await expectSame(read());
  });

  function replace(bytes: Buffer): void {
    fs.writeFileSync(`${journal()}.next`, bytes);
    fs.renameSync(`${journal()}.next`, journal());
  }

  function scratch(at: number): void {
    const fd = fs.openSync(journal(), "r+");
    fs.writeSync(fd, "#", at);
    fs.closeSync(fd);
  }

  test("tells of damage no longer than it is there", async () => {
    fs.writeFileSync(journal(), Buffer.concat([lines(1, 5), Buffer.from("rubbish\n"), lines(6, 5)]));
    expect(read()?.problems).toHaveLength(1);
    settle();
    const fd = fs.openSync(journal(), "r+");
    fs.writeSync(fd, "       ", lines(1, 5).length);
    fs.closeSync(fd);
    fs.appendFileSync(journal(), lines(11, 1));
    expect(read()?.problems).toEqual([]);
    await expectSame(read());
  });

  test.each<[string, () => void]>([
    ["a letter of it is another", () => fs.writeFileSync(digestFile(), flipped(fs.readFileSync(digestFile()), 100), { mode: 0o600 })],
    ["its end is another", () => fs.writeFileSync(digestFile(), flipped(fs.readFileSync(digestFile()), -1))],
    ["it was cut short", () => fs.truncateSync(digestFile(), 50)],
    ["it is empty", () => fs.truncateSync(digestFile(), 0)],
    ["others may write it", () => fs.chmodSync(digestFile(), 0o666)],
    [
      "it is a folder",
      () => (fs.rmSync(digestFile()), fs.mkdirSync(path.join(cache, "history-x")), fs.renameSync(path.join(cache, "history-x"), digestName())),
    ],
  ])("is made anew where what was kept is not to be believed: %s", async (_, harm) => {
    fs.writeFileSync(journal(), lines(1, 30));
    read();
    settle();
    digestName();
    harm();
    // Else it would be the moment of the harm that makes it unbelievable.
    settle();
    const { disk, bytes } = watching();
    await expectSame(read(disk));
    expect(bytes()).toBeGreaterThan(0);
  });

  let name = "";
  function digestName(): string {
    name = fs.existsSync(cache) && fs.readdirSync(cache).length > 0 ? digestFile() : name;
    return name;
  }

  function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    const place = (at + copy.length) % copy.length;
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  }

  test("is not believed where a file was changed in the tick in which it was read", async () => {
    fs.writeFileSync(journal(), lines(1, 30));
    read();
    const { ctimeMs } = fs.statSync(journal());
    fs.utimesSync(digestFile(), ctimeMs / 1000, ctimeMs / 1000 + 0.05);
    const { disk, bytes } = watching();
    expect(read(disk)?.entries.all()).toHaveLength(30);
    expect(bytes()).toBeGreaterThan(0);
    await expectSame(read());
  });

  test("is not believed where one of two files was changed in that tick, and the other long before", async () => {
    fs.writeFileSync(journal("z"), lines(31, 5, "eeee0000"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    fs.writeFileSync(journal(), lines(1, 30));
    read();
    const { ctimeMs } = fs.statSync(journal());
    fs.utimesSync(digestFile(), ctimeMs / 1000, ctimeMs / 1000 + 0.05);
    const { disk, bytes } = watching();
    expect(read(disk)?.entries).toHaveLength(35);
    expect(bytes()).toBeGreaterThan(0);
  });

  test("is not believed by another program, nor for another folder", async () => {
    fs.writeFileSync(journal(), lines(1, 30));
    read();
    settle();
    const { disk, bytes } = watching();
    expect(read(disk, "2.0")?.entries.all()).toHaveLength(30);
    expect(bytes()).toBeGreaterThan(0);
    const moved = `${folder}-moved`;
    fs.cpSync(folder, moved, { recursive: true, preserveTimestamps: true });
    fs.rmSync(path.join(moved, "journal-a.jsonl"));
    expect(readByDigest(moved, { names: [], disk: realDisk, shelter: { folder: cache, program: "2.0" } })?.entries.all()).toEqual([]);
    fs.rmSync(moved, { recursive: true });
  });

  test("is read all the same where nothing can be kept", async () => {
    fs.writeFileSync(journal(), lines(1, 30));
    fs.writeFileSync(path.join(folder, "cache"), "in the way");
    await expectSame(read());
  });

  test("leaves to reading it whole a file that cannot be read, and refuses a newer format", () => {
    fs.mkdirSync(journal("b"));
    fs.writeFileSync(journal(), lines(1, 3));
    expect(read()).toBeUndefined();
    fs.rmdirSync(journal("b"));
    const refusing: Disk = {
      ...realDisk,
      readSync: () => {
        throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
      },
    };
    expect(read(refusing)).toBeUndefined();
    const newer = '{"v":2,"run":"0a","seq":1';
    fs.writeFileSync(journal(), `${newer},"crc":"${crc32(newer).toString(16).padStart(8, "0")}"}\n`);
    expect(() => read()).toThrow("newer version");
  });

  test("of an attempt whose file was changed meanwhile says so", () => {
    fs.writeFileSync(journal(), lines(1, 30));
    const whole = read();
    fs.writeFileSync(journal(), "something else\n");
    expect(() => whole?.attemptAt(3)).toThrow(CoachError);
    expect(() => whole?.attemptAt(3)).toThrow(`${journal()}: the history was changed while it was read`);
    fs.writeFileSync(journal(), Buffer.concat(Array.from({ length: 60 }, (_, index) => line(aRetrieval({ id: `r${index}`, at: moment(index) }), index + 1))));
    const noAttempts = read();
    expect(() => noAttempts?.attemptAt(3)).toThrow("the history was changed while it was read");
    expect(() => whole?.attemptAt(99)).toThrow("regular file");
  });

  test("through any course of appends, copies, tears and repairs is what reading gives", async () => {
    const step = fc.record({
      what: fc.constantFrom("append", "append to another", "tear", "early", "copy", "rubbish", "rating", "undo"),
      count: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
        fs.writeFileSync(journal(), lines(1, 3));
        let next = 4;
        for (const { what, count } of steps) {
          const more = lines(next, count);
          if (what === "append") fs.appendFileSync(journal(), more);
          if (what === "append to another") fs.appendFileSync(journal("b"), lines(next, count, "bbbb0000"));
          if (what === "tear") fs.appendFileSync(journal(), more.subarray(0, more.length >> 1));
          if (what === "early") fs.appendFileSync(journal(), line(anAttempt({ id: `early${next}`, at: moment(next - 3) }), next));
          if (what === "copy") fs.copyFileSync(journal(), journal("copy"));
          if (what === "rubbish") fs.appendFileSync(journal(), "\nrubbish\n");
          if (what === "rating")
            fs.appendFileSync(journal(), line({ type: "rating", id: `r${next}`, at: moment(next), attempt: "a0001", rating: "easy" }, next));
          if (what === "undo")
            fs.appendFileSync(journal(), line({ type: "undo", id: `u${next}`, at: moment(next), of: `a${String(next - 1).padStart(4, "0")}` }, next));
          next += count;
          await expectSame(read());
          settle();
        }
        await expectSame(read());
      }),
      { numRuns: 40 },
    );
  });
});

describe("the journal's history", () => {
  test("of a short one needs no digest; of a long one keeps it, and gives the same", async () => {
    fs.writeFileSync(journal(), lines(1, 20));
    const shelter = { folder: cache, program: "1.0" };
    const short = await openJournal(folder, realDisk, shelter).history();
    expect(short.entries).toHaveLength(20);
    expect(openJournal(folder, realDisk, shelter).isDigested()).toBe(false);
    expect(fs.existsSync(cache)).toBe(false);
    fs.appendFileSync(journal(), Buffer.concat([lines(21, 1500), line({ type: "undo", id: "u", at: moment(3000), of: "a0004" }, 1521)]));
    for (const _ of ["made", "kept"]) {
      const { entries, takenBack, attempt: whole, problems } = await openJournal(folder, realDisk, shelter).history();
      expect([entries.length, takenBack.map(({ entry, by }) => [entry.id, by.id]), problems]).toEqual([1519, [["a0004", "u"]], []]);
      expect(whole({ id: "a0900" })).toEqual(attempt(900));
      expect(openJournal(folder, realDisk, shelter).isDigested()).toBe(true);
      expect(fs.existsSync(cache)).toBe(true);
    }
  });

  test("without a shelter keeps nothing", async () => {
    fs.writeFileSync(journal(), lines(1, 1500));
    expect((await openJournal(folder).history()).entries).toHaveLength(1500);
    expect(fs.existsSync(cache)).toBe(false);
  });
});
