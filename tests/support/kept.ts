// Room: tests. What the files of a journal hold, as they lie on the disk.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All lines of the journals in a folder. */
export function journalText(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("");
}

/** Their entries, in their order. */
export function journalEntries(folder: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = journalText(folder).split("\n");
  return lines.flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
}
