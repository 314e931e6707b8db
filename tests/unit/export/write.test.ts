import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import { readReplaced, writeExport } from "../../../src/export/write.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "coach-export-"));
  file = path.join(folder, "prep list.md");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const polite = { force: false };
const forced = { force: true };
const modeOf = (name: string): string => (fs.statSync(name).mode & 0o777).toString(8);

function refusal(act: () => void): CoachError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoachError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("writing an export", () => {
  test.each([polite, forced])("makes the file, and leaves nothing else (%j)", (options) => {
    writeExport(file, "é\n", options);
    expect(fs.readFileSync(file, "utf8")).toBe("é\n");
    expect(fs.readdirSync(folder)).toEqual(["prep list.md"]);
  });

  test("writes many megabytes whole", () => {
    const text = "x".repeat(5_000_000);
    writeExport(file, text, polite);
    expect(fs.statSync(file).size).toBe(text.length);
  });

  test("lets others read a checklist within the umask, and nobody read answers", () => {
    const before = process.umask(0o027);
    try {
      writeExport(file, "x", polite);
      writeExport(`${file}.private`, "x", { force: false, isPrivate: true });
    } finally {
      process.umask(before);
    }
    expect([modeOf(file), modeOf(`${file}.private`)]).toEqual(["640", "600"]);
  });

  test("never touches a file that is there, unless forced", () => {
    fs.writeFileSync(file, "mine");
    const error = refusal(() => writeExport(file, "new", polite));
    expect(error).toMatchObject({ fault: "failure", message: expect.stringContaining(file), advice: expect.stringContaining("--force") });
    expect(fs.readFileSync(file, "utf8")).toBe("mine");
    writeExport(file, "new", forced);
    expect(fs.readFileSync(file, "utf8")).toBe("new");
    expect(fs.readdirSync(folder)).toEqual(["prep list.md"]);
  });

  test.each([polite, forced])("never goes through a link, whole or dangling (%j)", (options) => {
    const target = path.join(folder, "target");
    fs.symlinkSync(target, file);
    expect(refusal(() => writeExport(file, "new", options)).message).toContain("symbolic link");
    fs.writeFileSync(target, "mine");
    refusal(() => writeExport(file, "new", options));
    expect(fs.readFileSync(target, "utf8")).toBe("mine");
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
  });

  test("refuses a folder", () => {
    expect(refusal(() => writeExport(folder, "x", forced)).message).toContain("is a folder");
  });

  test.skipIf(process.platform === "win32")("refuses a pipe at once, where opening it would wait for ever", () => {
    execFileSync("mkfifo", [file]);
    expect(refusal(() => writeExport(file, "x", forced)).message).toContain("not a regular file");
  });

  test.each([
    ["a folder that is not there", ["missing", "x.md"], "there is no such file or folder"],
    ["a name that is too long", ["n".repeat(300)], "the name is too long"],
  ])("says so for %s, and leaves nothing", (_, names, reason) => {
    expect(refusal(() => writeExport(path.join(folder, ...names), "x", polite)).message).toContain(reason);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test("says so where a file stands in the way of a folder", () => {
    fs.writeFileSync(file, "mine");
    expect(refusal(() => writeExport(path.join(file, "x.md"), "x", polite)).message).toContain("a file stands where a folder is needed");
  });

  test.skipIf(!fs.existsSync("/proc/self"))("says so where nothing can be written", () => {
    expect(refusal(() => writeExport("/proc/self/x.md", "x", polite)).fault).toBe("failure");
  });
});

describe("what an export is to replace", () => {
  test("is read where it would be written over", () => {
    expect(readReplaced(file)).toBe("");
    fs.writeFileSync(file, "mine");
    expect(readReplaced(file)).toBe("mine");
  });

  test("is not read through a link, from a folder, or where it is larger than any export", () => {
    const link = path.join(folder, "link");
    fs.writeFileSync(file, "mine");
    fs.symlinkSync(file, link);
    expect([readReplaced(link), readReplaced(folder), readReplaced(path.join(file, "below"))]).toEqual(["", "", ""]);
    fs.truncateSync(file, 4_000_001);
    expect(readReplaced(file)).toBe("");
  });
});
