// Room: language. Which words can stand for each other. Pure but for the table, which is read once.
import { stemOf } from "./stems.ts";
import { synonymGroups } from "./synonym-table.ts";

let table: ReadonlyMap<string, readonly string[]> | undefined;

/** The stems of words that can stand for the word of this stem. */
export function synonymsOf(stem: string): readonly string[] {
  table ??= readTable();
  return table.get(stem) ?? [];
}

function readTable(): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, string>();
  const stemOnce = (word: string): string => {
    const stem = stems.get(word) ?? stemOf(word);
    stems.set(word, stem);
    return stem;
  };
  const synonyms = new Map<string, string[]>();
  for (const group of synonymGroups.split(/;\s/)) {
    const members = group.trim().split(" ").map(stemOnce);
    for (const stem of members) enter(synonyms, stem, members);
  }
  return synonyms;
}

function enter(synonyms: Map<string, string[]>, stem: string, members: readonly string[]): void {
  const known = synonyms.get(stem) ?? [];
  for (const other of members) if (other !== stem && !known.includes(other)) known.push(other);
  synonyms.set(stem, known);
}
