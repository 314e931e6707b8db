// Making folders on a real disk, and where none can be made.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolders } from "../../../src/domain/folders.ts";
import { systemCode } from "../../../src/domain/system-error.ts";

let base: string;

beforeEach(() => {
  base = fs.mkdtempSync(join(tmpdir(), "coach-folders-"));
});

afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return systemCode(error);
  }
  return "nothing went wrong";
}

describe("making folders", () => {
  test("makes what is missing, for its owner alone, and gives the highest", () => {
    expect(makeFolders(join(base, "a/b/c"), fs)).toBe(join(base, "a"));
    for (const name of ["a", "a/b", "a/b/c"]) expect(fs.statSync(join(base, name)).mode & 0o777).toBe(0o700);
  });

  test("leaves what is there, and goes by a symbolic link", () => {
    fs.mkdirSync(join(base, "real"), { mode: 0o755 });
    fs.symlinkSync(join(base, "real"), join(base, "link"));
    expect(makeFolders(join(base, "link"), fs)).toBeUndefined();
    expect(makeFolders(join(base, "link/below"), fs)).toBe(join(base, "link/below"));
    expect(fs.statSync(join(base, "real")).mode & 0o777).toBe(0o755);
    expect(fs.existsSync(join(base, "real/below"))).toBe(true);
  });

  test("stops at a file on the way", () => {
    fs.writeFileSync(join(base, "file"), "");
    expect(codeOf(() => makeFolders(join(base, "file/below/it"), fs))).toBe("ENOTDIR");
    expect(fs.statSync(join(base, "file")).isFile()).toBe(true);
  });

  test("takes what another program makes at the same moment", () => {
    const disk = { ...fs, mkdirSync: (folder: string, options: { readonly mode: number }) => (fs.mkdirSync(folder, options), fs.mkdirSync(folder, options)) };
    makeFolders(join(base, "a/b"), disk);
    expect(fs.existsSync(join(base, "a/b"))).toBe(true);
  });

  test("gives up where the system says that a child of what is there has no parent", () => {
    const made: string[] = [];
    const disk = {
      statSync: fs.statSync,
      mkdirSync: (folder: string) => {
        made.push(folder);
        throw Object.assign(new Error("ENOENT"), { code: "ENOENT" });
      },
    };
    expect(codeOf(() => makeFolders(join(base, "a/b"), disk))).toBe("ENOENT");
    expect(made).toEqual([join(base, "a")]);
  });

  test("ends at the root where nothing is there at all", () => {
    const disk = { statSync: () => undefined, mkdirSync: () => undefined };
    expect(makeFolders("/a/b", disk)).toBe("/");
    expect(makeFolders("a", disk)).toBe(".");
  });
});
