import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { addPhrasing, readPhrasings } from "../../../src/journal/phrasings.ts";

let root: string;
let file: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), "coach-phrasings-"));
  file = path.join(root, "data", "phrasings.txt");
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const head = "# head\n";

describe("the file of phrasings", () => {
  test("is made with its head at the first line, private, and added to", () => {
    addPhrasing(file, { head, line: "a#b: one\n" });
    addPhrasing(file, { head, line: "a#b: two\n" });
    expect(readPhrasings(file)).toBe("# head\na#b: one\na#b: two\n");
    expect((fs.statSync(file).mode & 0o777).toString(8)).toBe("600");
    expect((fs.statSync(path.dirname(file)).mode & 0o777).toString(8)).toBe("700");
  });

  test("is empty when there is none, and reading makes none", () => {
    expect(readPhrasings(file)).toBe("");
    expect(fs.readdirSync(root)).toEqual([]);
  });

  test("goes on with a new line where an editor left the last one open", () => {
    addPhrasing(file, { head, line: "a#b: one\n" });
    fs.appendFileSync(file, "a#b: by hand");
    addPhrasing(file, { head, line: "a#b: two\n" });
    expect(readPhrasings(file)).toBe("# head\na#b: one\na#b: by hand\na#b: two\n");
  });

  test.each([
    ["a link", () => fs.symlinkSync(path.join(root, "elsewhere"), file), /symbolic link/],
    ["a folder", () => fs.mkdirSync(file), /folder/],
    ["a pipe", () => execFileSync("mkfifo", [file]), /regular file/],
  ] as const)("is refused where %s stands, when it is read and when it is added to", (_, make, reason) => {
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(path.join(root, "elsewhere"), "untouched");
    make();
    expect(() => readPhrasings(file)).toThrow(CoachError);
    expect(() => addPhrasing(file, { head, line: "a#b: one\n" })).toThrow(reason);
    expect(fs.readFileSync(path.join(root, "elsewhere"), "utf8")).toBe("untouched");
  });

  test("tells of a full disk, with the file's name", () => {
    const full: Disk = {
      ...realDisk,
      writeSync: () => {
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    };
    expect(() => addPhrasing(file, { head, line: "a#b: one\n" }, full)).toThrow(`Your words were not kept in ${file}: the disk is full (ENOSPC).`);
  });

  test("is read up to two million bytes, whatever its size", () => {
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, "x".repeat(3_000_000));
    expect(readPhrasings(file)).toHaveLength(2_000_000);
  });
});
