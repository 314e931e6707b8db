// Room: domain. A sort question whose items are the rows of a dashboard: others with every seed, with other numbers. Pure.
import { type Chance, shuffle } from "./chance.ts";
import type { Bucket, SortItem, SortQuestion } from "./question.ts";

/** The question with the rows that a seed draws, at least one of each bucket, and its prompt with the table of them; itself where it has no dashboard. */
export function drawRows(question: SortQuestion, chance: Chance, fillIn: (text: string) => string): SortQuestion {
  const { dashboard } = question;
  if (!dashboard) return question;
  const chosen = choose(question, dashboard.draw, chance);
  const filled = question.buckets.map(({ name, items }): Bucket => ({
    name,
    items: items.filter((item) => chosen.has(item)).map(({ text, reason }) => ({ text: fillIn(text), reason: reason && fillIn(reason) })),
  }));
  const rows = shuffle(
    filled.flatMap(({ items }) => items.map(({ text }) => cellsOf(text))),
    chance,
  );
  return {
    ...question,
    prompt: `${fillIn(question.prompt)}\n\n${tableOf(dashboard.columns, rows)}`,
    buckets: filled.map(({ name, items }) => ({ name, items: items.map(inWords) })),
  };
}

function choose({ buckets }: SortQuestion, draw: number | undefined, chance: Chance): ReadonlySet<SortItem> {
  const lists = buckets.map(({ items }) => shuffle(items, chance));
  const rest = shuffle(
    lists.flatMap((items) => items.slice(1)),
    chance,
  );
  return new Set([...lists.flatMap((items) => items.slice(0, 1)), ...rest].slice(0, draw));
}

/** The cells of a row, or of the line of column names. */
export function cellsOf(row: string): readonly string[] {
  return row.split("|").map((cell) => cell.trim());
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A row as it is sorted: what it measures, and its numbers behind it. */
function inWords({ text, reason }: SortItem): SortItem {
  const [name = "", ...numbers] = cellsOf(text);
  return { text: numbers.length === 0 ? name : `${name} (${numbers.join(", ")})`, reason };
}
