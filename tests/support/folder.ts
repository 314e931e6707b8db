// Room: tests. A fresh folder for each test of a file; all of them are gone after the last.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach } from "vitest";

export interface FreshFolder {
  /** That of the present test. */
  path(): string;
  /** Writes a file into it, with the folders above; gives its whole path. */
  write(name: string, text: string): string;
}

/** To be called once, on top of a file of tests. */
export function freshFolders(): FreshFolder {
  const base = mkdtempSync(join(tmpdir(), "coach-folder-"));
  afterAll(() => rmSync(base, { recursive: true, force: true }));
  let [folder, count] = [base, 0];
  beforeEach(() => {
    folder = join(base, `${(count += 1)}`);
    mkdirSync(folder);
  });
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  return { path: () => folder, write };
}
