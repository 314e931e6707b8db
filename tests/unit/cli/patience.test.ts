import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../src/cli/app.ts";
import { whileReading, whileTelling, whileWeighing } from "../../../src/cli/patience.ts";
import { journalBytes } from "../../../src/journal/journal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-patience-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aHistory(bytes: number): void {
  const file = join(folder, "journal-1.jsonl");
  writeFileSync(file, "");
  truncateSync(file, bytes);
}

/** An app whose standard error is a terminal, or not; in plain mode the sign is a line. */
function anApp({ isTTY = true, quiet = false }: { readonly isTTY?: boolean; readonly quiet?: boolean } = {}) {
  const stderr = new PassThrough();
  const app = {
    world: { err: { isTTY }, stderr },
    options: { quiet },
    theme: () => Promise.resolve({ plain: true }),
    dataFolder: () => folder,
  } as unknown as App;
  return { app, told: () => String(stderr.read() ?? "") };
}

describe("longer work", () => {
  test("is told on a terminal, and gives what it gave", async () => {
    const { app, told } = anApp();
    expect(await whileTelling(app, "Reading", () => Promise.resolve(7))).toBe(7);
    expect(told()).toBe("Reading.\n");
  });

  test.each([{ isTTY: false }, { quiet: true }])("is not told where nobody looks on or wants to: %j", async (setting) => {
    const { app, told } = anApp(setting);
    expect(await whileTelling(app, "Reading", () => Promise.resolve(7))).toBe(7);
    expect(told()).toBe("");
  });

  test.each([
    [7_999_999, ""],
    [8_000_000, "Reading your history, 8 MB.\n"],
    [69_400_000, "Reading your history, 69 MB.\n"],
  ] as const)("of a history of %i bytes: %j", async (bytes, line) => {
    aHistory(bytes);
    const { app, told } = anApp();
    await whileReading(app, () => Promise.resolve());
    expect(told()).toBe(line);
  });
});

test.each([
  [19_999, ""],
  [20_000, "Weighing 20000 entries.\n"],
] as const)("what is made of %i entries: %j", async (entries, line) => {
  const { app, told } = anApp();
  await whileWeighing(app, entries, () => Promise.resolve());
  expect(told()).toBe(line);
});

test("a history is as large as its files together; where there is none it is nothing", () => {
  expect(journalBytes(join(folder, "none"))).toBe(0);
  aHistory(5);
  writeFileSync(join(folder, "journal-2.jsonl"), "abc");
  writeFileSync(join(folder, "device"), "1234567");
  expect(journalBytes(folder)).toBe(8);
});
