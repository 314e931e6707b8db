// Room: tests. The texts that fuzzing begins with, and those it found worth keeping: a list for each reader.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join("tests", "fuzz", "corpus");

function fileOf(name: string): string {
  return join(folder, `${name}.json`);
}

/** The texts of a reader. */
export function readCorpus(name: string): readonly string[] {
  return existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), "utf8")) as readonly string[]) : [];
}

/** Keeps the texts of a reader, in letters that any editor shows. */
export function writeCorpus(name: string, texts: readonly string[]): void {
  const lines = texts.map(
    (text) => `  ${JSON.stringify(text).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}`,
  );
  writeFileSync(fileOf(name), `[\n${lines.join(",\n")}\n]\n`);
}
