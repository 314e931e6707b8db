import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import { defaults } from "../../../src/settings/settings.ts";
import { openSettings } from "../../../src/settings/store.ts";

let root: string;
let folder: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), "coach-settings-"));
  folder = path.join(root, "config", "interview-coach");
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

describe("settings on the disk", () => {
  test("are all defaults before anything was set, and reading makes nothing", () => {
    expect(openSettings(folder).read()).toEqual({ settings: defaults, set: [], problems: [] });
    expect(fs.readdirSync(root)).toEqual([]);
  });

  test("come back as they were set, and as defaults when they are unset", async () => {
    const store = openSettings(folder);
    await store.set("company", "JD.com");
    await store.set("minutes-per-evening", "45");
    expect(openSettings(folder).read()).toEqual({
      settings: { ...defaults, company: "JD.com", minutesPerEvening: 45 },
      set: ["company", "minutes-per-evening"],
      problems: [],
    });
    await store.unset("company");
    expect(store.read().settings.company).toBeUndefined();
    expect(store.read().set).toEqual(["minutes-per-evening"]);
  });

  test("are private to their owner", async () => {
    const before = process.umask(0);
    try {
      await openSettings(folder).set("name", "Sam");
    } finally {
      process.umask(before);
    }
    expect([modeOf(folder), modeOf(path.join(folder, "settings.json"))]).toEqual(["700", "600"]);
  });

  test("keep what another process set meanwhile, and what they do not know", async () => {
    const [one, other] = [openSettings(folder), openSettings(folder)];
    await one.set("name", "Sam");
    await other.set("role", "data scientist");
    fs.writeFileSync(one.file, JSON.stringify({ ...(JSON.parse(fs.readFileSync(one.file, "utf8")) as object), future: [1] }));
    await one.set("timer", "off");
    expect(JSON.parse(fs.readFileSync(one.file, "utf8"))).toEqual({ name: "Sam", role: "data scientist", future: [1], timer: false });
  });

  test("are not written when the value does not fit", async () => {
    await expect(openSettings(folder).set("interview-date", "soon")).rejects.toThrow(CoachError);
    expect(fs.existsSync(folder)).toBe(false);
  });

  test("may be a link into a folder of dotfiles", async () => {
    const target = path.join(root, "dotfiles.json");
    fs.writeFileSync(target, "{}");
    fs.mkdirSync(folder, { recursive: true });
    fs.symlinkSync(target, path.join(folder, "settings.json"));
    await openSettings(folder).set("name", "Sam");
    expect(JSON.parse(fs.readFileSync(target, "utf8"))).toEqual({ name: "Sam" });
  });

  test("that cannot be written are told with the file's name", async () => {
    fs.writeFileSync(path.join(root, "file"), "");
    const error: unknown = await openSettings(path.join(root, "file"))
      .set("name", "Sam")
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "CoachError", fault: "failure", message: expect.stringContaining(path.join(root, "file")) });
  });
});

describe("two at once", () => {
  test("wait for each other, and both changes stay", async () => {
    const values = ["name", "company", "role", "editor"].map((key) => openSettings(folder).set(key, `my ${key}`));
    await Promise.all(values);
    expect(openSettings(folder).read().set.toSorted()).toEqual(["company", "editor", "name", "role"]);
    expect(fs.readdirSync(folder)).toEqual(["settings.json"]);
  });

  test("do not wait for one that is dead", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "settings.json.lock"), `${pid} ${hostname()}\n`);
    await openSettings(folder).set("name", "Sam");
    expect(fs.readdirSync(folder)).toEqual(["settings.json"]);
  });

  test.each([
    ["names a process that lives", `${process.pid} ${hostname()}\n`],
    ["names nobody", ""],
  ])("take over a lock of long ago that %s: numbers come round again", async (_, text) => {
    fs.mkdirSync(folder, { recursive: true });
    const lock = path.join(folder, "settings.json.lock");
    fs.writeFileSync(lock, text);
    const longAgo = Date.now() / 1000 - 120;
    fs.utimesSync(lock, longAgo, longAgo);
    await openSettings(folder).set("name", "Sam");
    expect(fs.readdirSync(folder)).toEqual(["settings.json"]);
  });

  test("wait a second, no more, for a lock whose maker was killed before it named itself", async () => {
    fs.mkdirSync(folder, { recursive: true });
    const lock = path.join(folder, "settings.json.lock");
    fs.writeFileSync(lock, "");
    const made = fs.statSync(lock).mtimeMs;
    await openSettings(folder).set("name", "Sam");
    expect(Date.now() - made).toBeGreaterThan(1000);
    expect(fs.readdirSync(folder)).toEqual(["settings.json"]);
  });

  test("do not rob one that is alive", async () => {
    fs.mkdirSync(folder, { recursive: true });
    const lock = path.join(folder, "settings.json.lock");
    fs.writeFileSync(lock, `${process.pid} ${hostname()}\n`);
    await expect(openSettings(folder).set("name", "Sam")).rejects.toThrow(/Another coach is changing the settings/);
    expect(fs.existsSync(lock)).toBe(true);
    expect(fs.existsSync(path.join(folder, "settings.json"))).toBe(false);
  });
});

describe("a damaged file", () => {
  beforeEach(() => fs.mkdirSync(folder, { recursive: true }));

  test.each([
    ["cut off", '{"company": "Wal'],
    ["empty", ""],
    ["a list", "[1]"],
    ["null", "null"],
    ["over 1 MB", `{"colour": "${"x".repeat(1_100_000)}"}`],
  ])("(%s) is told, with defaults for the time being", (_, text) => {
    const store = openSettings(folder);
    fs.writeFileSync(store.file, text);
    expect(store.read()).toMatchObject({ settings: defaults, problems: [{ rule: "settings-damaged", place: { file: store.file } }] });
    expect(fs.readFileSync(store.file, "utf8")).toBe(text);
  });

  test("is put aside, never written over, by the next change", async () => {
    const store = openSettings(folder);
    for (const text of ["first {", "second {"]) {
      fs.writeFileSync(store.file, text);
      const aside = await store.set("name", "Sam");
      expect(fs.readFileSync(aside ?? "", "utf8")).toBe(text);
    }
    expect(fs.readdirSync(folder)).toEqual(["settings.json", "settings.json.damaged", "settings.json.damaged-2"]);
    expect(store.read()).toMatchObject({ settings: { name: "Sam" }, problems: [] });
  });

  test("with a byte order mark is not damaged", async () => {
    const store = openSettings(folder);
    fs.writeFileSync(store.file, '\uFEFF{"name": "Sam"}');
    expect(store.read().settings.name).toBe("Sam");
    await store.set("role", "PM");
    expect(store.read().settings).toMatchObject({ name: "Sam", role: "PM" });
  });
});
