// Room: language. Which words can stand for each other. Pure but for the table, which is read once.
import { stemOf } from "./stems.ts";
import { synonymGroups } from "./synonym-table.ts";

let table: ReadonlyMap<string, ReadonlySet<string>> | undefined;
const none: ReadonlySet<string> = new Set();

/** The stems of words that can stand for the word of this stem, itself among them when there are any. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  table ??= readTable();
  return table.get(stem) ?? none;
}

function readTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const synonyms = new Map<string, ReadonlySet<string>>();
  for (const group of synonymGroups.split(";")) {
    const stems = new Set(group.trim().split(" ").map(stemOf));
    for (const stem of stems) synonyms.set(stem, new Set([...(synonyms.get(stem) ?? []), ...stems]));
  }
  return synonyms;
}
