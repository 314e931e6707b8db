// Room: tests. What is typed survives a crash as one small private file, is offered once its program is gone, and is gone when the answer is kept.
import * as fs from "node:fs";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KeptDraft } from "../../../src/domain/answer-draft.ts";
import type { Machine } from "../../../src/domain/machine.ts";
import { forgetDraft, leftDrafts, openDrafts } from "../../../src/journal/drafts.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-drafts-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const here: Machine = { pid: 100, host: "desk", started: "5000", isRunning: (pid, started) => pid === 100 && started === "5000" };
/** The same machine after the program of number 100 was killed. */
const later: Machine = { pid: 101, host: "desk", started: "6000", isRunning: (pid) => pid === 101 };
const now = Date.parse("2026-11-20T21:00:00+01:00");

function draftOf(text: string, at = "2026-11-20T20:59:58+01:00"): KeptDraft {
  return {
    question: "walmart/ai-pm/cases/shelf",
    answer: { body: { kind: "open", text }, seconds: 12.5, timedOut: false, overtime: 0, hints: 1, paused: 0 },
    promptSeconds: 12.5,
    at,
    session: { kind: "drill", title: "Drill: Walmart", left: ["walmart/ai-pm/cases/next"] },
  };
}

test("the latest words are found by the next program, and only once the first is gone", async () => {
  const drafts = openDrafts(folder, here);
  await drafts.keep(draftOf("I would start"));
  await drafts.keep(draftOf("I would start from the shelf"));
  expect(leftDrafts(folder, here, { now })).toEqual([]);
  expect(leftDrafts(folder, later, { now }).map(({ draft }) => draft)).toEqual([{ v: 1, ...draftOf("I would start from the shelf") }]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("nobody else reads it", async () => {
  await openDrafts(join(folder, "new"), here).keep(draftOf("mine"));
  const [name = ""] = readdirSync(join(folder, "new"));
  expect(statSync(join(folder, "new")).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "new", name)).mode & 0o777).toBe(0o600);
});

test("what was handed in leaves nothing behind", async () => {
  const drafts = openDrafts(folder, here);
  await drafts.keep(draftOf("words"));
  drafts.drop();
  drafts.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test("a draft that is taken up and not gone on with is gone as well when the question is over", async () => {
  await openDrafts(folder, here).keep(draftOf("before"));
  const drafts = openDrafts(folder, later);
  for (const left of leftDrafts(folder, later, { now })) drafts.adopt(left);
  drafts.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test("where nothing was kept, nothing is taken away", async () => {
  const gone: unknown[] = [];
  const drafts = openDrafts(folder, here, {
    ...fs,
    unlinkSync: (file) => {
      gone.push(file);
      fs.unlinkSync(file);
    },
  });
  drafts.drop();
  expect(gone).toEqual([]);
  await drafts.keep(draftOf("words"));
  drafts.drop();
  const once = gone.length;
  drafts.drop();
  expect([once > 0, gone.length]).toEqual([true, once]);
});

test("where the disk took nothing, dropping takes nothing away", async () => {
  const gone: unknown[] = [];
  const drafts = openDrafts(folder, here, {
    ...fs,
    openSync: () => {
      throw new Error("full");
    },
    unlinkSync: (file) => void gone.push(file),
  });
  await drafts.keep(draftOf("words"));
  const before = gone.length;
  drafts.drop();
  expect(gone.length).toBe(before);
});

test("a draft that was kept once is gone with its question, though the disk took no more of it", async () => {
  let isFull = false;
  const drafts = openDrafts(folder, here, {
    ...fs,
    renameSync: (from, to) => {
      if (isFull) throw new Error("full");
      fs.renameSync(from, to);
    },
  });
  await drafts.keep(draftOf("words"));
  isFull = true;
  await drafts.keep(draftOf("more words"));
  expect(readdirSync(folder)).toHaveLength(1);
  drafts.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test("a program that does not run here may run on the machine that the draft names", async () => {
  await openDrafts(folder, { ...here, host: "laptop" }).keep(draftOf("there"));
  expect(leftDrafts(folder, later, { now })).toEqual([]);
});

test("after twelve hours a draft is nobody's, to the millisecond", async () => {
  await openDrafts(folder, here).keep(draftOf("words"));
  const old = Date.parse(draftOf("").at) + 12 * 3600 * 1000;
  expect([old, old + 1].map((moment) => leftDrafts(folder, here, { now: moment }).length)).toEqual([0, 1]);
});

test.each(["old-draft-00000000.json", "draft-00000000.json.next", "draft-0000000g.json", "draft-.json"])("%s is no draft, whatever it holds", async (name) => {
  await openDrafts(folder, here).keep(draftOf("words"));
  const [kept = ""] = readdirSync(folder);
  fs.renameSync(join(folder, kept), join(folder, name));
  expect(leftDrafts(folder, later, { now })).toEqual([]);
});

test("no folder, and one that may not be read, hold no drafts; a fault of the disk is told", () => {
  const failing = (code: string): typeof fs => ({
    ...fs,
    readdirSync: (() => {
      throw Object.assign(new Error(code), { code });
    }) as unknown as typeof fs.readdirSync,
  });
  for (const code of ["ENOENT", "ENOTDIR", "EACCES"]) expect(leftDrafts(folder, later, { now, disk: failing(code) })).toEqual([]);
  expect(() => leftDrafts(folder, later, { now, disk: failing("EIO") })).toThrow("EIO");
});

test("a draft of another machine, or under a number that runs again, waits until it is old", async () => {
  await openDrafts(folder, { ...here, host: "laptop" }).keep(draftOf("there"));
  await openDrafts(folder, here).keep(draftOf("here"));
  expect(leftDrafts(folder, here, { now })).toEqual([]);
  expect(leftDrafts(folder, here, { now: now + 13 * 3600 * 1000 })).toHaveLength(2);
});

test("a number that came round again holds nothing", async () => {
  await openDrafts(folder, here).keep(draftOf("before"));
  const reborn: Machine = { ...here, started: "9000", isRunning: (pid, started) => pid === 100 && started === "9000" };
  expect(leftDrafts(folder, reborn, { now })).toHaveLength(1);
});

test("the newest comes first, and each can be thrown away", async () => {
  await openDrafts(folder, here).keep(draftOf("old", "2026-11-20T19:00:00+01:00"));
  await openDrafts(folder, here).keep(draftOf("new"));
  const [first, second] = leftDrafts(folder, later, { now });
  expect(first?.draft.answer.body).toMatchObject({ text: "new" });
  if (second) forgetDraft(second);
  expect(leftDrafts(folder, later, { now })).toHaveLength(1);
});

test("the newest comes first, in whatever order the folder names them and by whatever clocks they were written", async () => {
  await openDrafts(folder, here).keep(draftOf("oldest", "2026-11-20T20:10:00+02:00"));
  await openDrafts(folder, here).keep(draftOf("newest"));
  await openDrafts(folder, here).keep(draftOf("between", "2026-11-20T19:30:00+01:00"));
  const names = readdirSync(folder);
  for (const order of [names, names.toReversed(), names.toSorted()]) {
    const disk = { ...fs, readdirSync: (() => order) as unknown as typeof fs.readdirSync };
    const texts = leftDrafts(folder, later, { now, disk }).map(({ draft }) => draft.answer.body);
    expect(texts).toEqual(["newest", "between", "oldest"].map((text) => ({ kind: "open", text })));
  }
});

test("a program that goes on with it writes to the same file, so that it is never without one", async () => {
  await openDrafts(folder, here).keep(draftOf("before"));
  const [left] = leftDrafts(folder, later, { now });
  const drafts = openDrafts(folder, later);
  if (left) drafts.adopt(left);
  expect(readdirSync(folder)).toHaveLength(1);
  await drafts.keep(draftOf("before and after"));
  expect(readdirSync(folder)).toHaveLength(1);
  drafts.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["torn", '{"v":1,"pid":100,"host":"desk","question":"a"'],
  ["of another shape", '{"v":1,"pid":100,"host":"desk","at":"yesterday"}'],
  ["empty", ""],
])("a file that is %s is passed over", async (_, text) => {
  writeFileSync(join(folder, "draft-00000000.json"), text);
  expect(leftDrafts(folder, later, { now })).toEqual([]);
});

test("a link of that name is not followed", async () => {
  const elsewhere = join(folder, "elsewhere");
  await openDrafts(elsewhere, here).keep(draftOf("words"));
  const [name = ""] = readdirSync(elsewhere);
  symlinkSync(join(elsewhere, name), join(folder, "draft-00000000.json"));
  expect(leftDrafts(folder, later, { now })).toEqual([]);
});

test("a kill between the writing and the renaming leaves the words of before", async () => {
  const drafts = openDrafts(folder, here, {
    ...fs,
    renameSync: () => {
      throw Object.assign(new Error("killed"), { code: "EIO" });
    },
  });
  await openDrafts(folder, here).keep(draftOf("before"));
  await drafts.keep(draftOf("after"));
  expect(leftDrafts(folder, later, { now }).map(({ draft }) => draft.answer.body)).toEqual([{ kind: "open", text: "before" }]);
});

test("a disk that takes nothing stops nobody", async () => {
  const drafts = openDrafts(join(folder, "file", "below"), here);
  writeFileSync(join(folder, "file"), "in the way");
  chmodSync(join(folder, "file"), 0o400);
  await drafts.keep(draftOf("words"));
  drafts.drop();
  expect(leftDrafts(join(folder, "file", "below"), later, { now })).toEqual([]);
});

/** A disk whose writing out ends when it is told to. */
function slowDisk() {
  const waiting: (() => void)[] = [];
  const fsync = ((fd: number, done: (error: Error | null) => void) => void waiting.push(() => fs.fsync(fd, done))) as typeof fs.fsync;
  const disk = { ...fs, fsync };
  return { disk, waiting, finish: () => waiting.shift()?.() };
}

const wordsLeft = (): readonly unknown[] => leftDrafts(folder, later, { now }).map(({ draft }) => draft.answer.body);

test("nobody waits for the disk; of what comes meanwhile the last is kept", async () => {
  const { disk, waiting, finish } = slowDisk();
  const drafts = openDrafts(folder, here, disk);
  const kept = ["one", "two", "three"].map((text) => drafts.keep(draftOf(text)));
  expect([waiting.length, wordsLeft()]).toEqual([1, []]);
  finish();
  await expect.poll(() => waiting.length).toBe(1);
  expect(wordsLeft()).toEqual([{ kind: "open", text: "one" }]);
  finish();
  await Promise.all(kept);
  expect([waiting.length, wordsLeft(), readdirSync(folder).length]).toEqual([0, [{ kind: "open", text: "three" }], 1]);
});

test("what is dropped while it is written out never comes back, and what is kept after it does", async () => {
  const { disk, waiting, finish } = slowDisk();
  const drafts = openDrafts(folder, here, disk);
  const first = drafts.keep(draftOf("skipped"));
  drafts.drop();
  expect(readdirSync(folder)).toEqual([]);
  finish();
  await first;
  expect(readdirSync(folder)).toEqual([]);
  const second = drafts.keep(draftOf("also skipped"));
  drafts.drop();
  void drafts.keep(draftOf("typed"));
  finish();
  await expect.poll(() => waiting.length).toBe(1);
  expect(wordsLeft()).toEqual([]);
  finish();
  await second;
  expect(wordsLeft()).toEqual([{ kind: "open", text: "typed" }]);
});

test("what waits while another is written out is dropped with it", async () => {
  const drafts = openDrafts(folder, here);
  const kept = drafts.keep(draftOf("typed"));
  void drafts.keep(draftOf("typed on"));
  drafts.drop();
  await kept;
  expect(readdirSync(folder)).toEqual([]);
});

test("what is dropped stays away where an open file cannot be removed, as on Windows", async () => {
  const { disk, finish } = slowDisk();
  let isOpen = true;
  const unlinkSync: typeof fs.unlinkSync = (file) => {
    if (isOpen) throw Object.assign(new Error("EBUSY"), { code: "EBUSY" });
    fs.unlinkSync(file);
  };
  const closeSync: typeof fs.closeSync = (fd) => {
    fs.closeSync(fd);
    isOpen = false;
  };
  const drafts = openDrafts(folder, here, { ...disk, unlinkSync, closeSync });
  const kept = drafts.keep(draftOf("skipped"));
  drafts.drop();
  expect(readdirSync(folder)).toHaveLength(1);
  finish();
  await kept;
  expect(readdirSync(folder)).toEqual([]);
});

test("a disk that cannot write it out leaves the words of before", async () => {
  let isFaulty = false;
  const fsync = ((fd: number, done: (error: Error | null) => void) => (isFaulty ? done(new Error("EIO")) : fs.fsync(fd, done))) as typeof fs.fsync;
  const drafts = openDrafts(folder, here, { ...fs, fsync });
  await drafts.keep(draftOf("before"));
  isFaulty = true;
  await drafts.keep(draftOf("after"));
  expect([wordsLeft(), readdirSync(folder).length]).toEqual([[{ kind: "open", text: "before" }], 1]);
});
