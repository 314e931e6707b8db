// Room: grading. Which questions of a stock know which roots, as columns of numbers: made once, and taken up again by later starts. Pure.
import type { Stock } from "../domain/case.ts";
import { questionsOf } from "../domain/framework-practice.ts";
import { hashOf } from "../domain/names.ts";
import { keyPointsOf, type Question, type QuestionId } from "../domain/question.ts";
import { eachRoot } from "../language/roots.ts";
import type { Discussed } from "./looked-for.ts";

/** The questions of a stock that are answered in sentences, by row from 0, and the roots that each knows. */
export interface RootIndex extends Columns {
  /** The question of a row, the same at every call. */
  question(row: number): Discussed | undefined;
}

interface Columns {
  /** By row: the number of its deck, or of its framework, which are counted after all decks; and its own number in that. */
  readonly groups: Uint32Array;
  readonly numbers: Uint32Array;
  /** By row: the hash of its id. */
  readonly hashes: Uint32Array;
  /** By row: how many different roots it knows. */
  readonly sizes: Uint32Array;
  /** All different roots, ascending; where each one's rows end among `rows`; the rows, ascending for each. */
  readonly roots: Uint32Array;
  readonly ends: Uint32Array;
  readonly rows: Uint32Array;
}

/** The index of a stock. Taken from what an earlier start kept of the same stock, where there is anything. */
export function rootIndexOf(stock: Stock): RootIndex {
  const columns = columnsOf(stock);
  const found = new Map<number, Discussed | undefined>();
  return {
    ...columns,
    question(row) {
      if (!found.has(row)) found.set(row, questionAt(columns, row, stock));
      return found.get(row);
    },
  };
}

function columnsOf(stock: Stock): Columns {
  const kept = stock.memory?.recall("roots");
  const known = kept && opened(kept);
  if (known) return known;
  const made = indexed(stock);
  stock.memory?.keep("roots", packed(made));
  return made;
}

/** Of all questions only those of one deck, or of one framework, are looked at. */
function questionAt({ groups, numbers }: Columns, row: number, { decks, frameworks }: Stock): Discussed | undefined {
  const group = groups[row] ?? 0;
  const framework = frameworks[group - decks.length];
  const question = (decks[group]?.questions ?? (framework ? questionsOf(framework) : []))[numbers[row] ?? 0];
  return question && isDiscussed(question) ? question : undefined;
}

/** The row of a question; -1 for one that is not in the stock as it stands: one that was made of another. */
export function rowOf({ hashes, question }: RootIndex, id: QuestionId): number {
  const hash = hashOf(id);
  for (let row = hashes.indexOf(hash); row !== -1; row = hashes.indexOf(hash, row + 1)) if (question(row)?.id === id) return row;
  return -1;
}

/** Where the rows of the questions that know a root stand among `rows`. Nowhere for a root that none knows. */
export function stretchOf({ roots, ends }: Columns, root: number): { readonly from: number; readonly to: number } {
  let low = 0;
  let high = roots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((roots[middle] as number) < root) low = middle + 1;
    else high = middle;
  }
  return roots[low] === root ? { from: ends[low - 1] ?? 0, to: ends[low] as number } : { from: 0, to: 0 };
}

/** The question, and all that is looked for in its answers. */
export function wordsKnown(question: Discussed): string {
  const points = keyPointsOf(question).flatMap(({ text, phrasings }) => [text, ...phrasings]);
  return [question.prompt, question.title, question.kind === "rewrite" ? question.weak : "", ...points].join("\n");
}

function isDiscussed(question: Question): question is Discussed {
  return question.kind === "open" || question.kind === "star" || question.kind === "rewrite";
}

interface Row {
  readonly question: Discussed;
  readonly group: number;
  readonly number: number;
}

function rowsOf({ decks, frameworks }: Stock): readonly Row[] {
  const groups = [...decks.map((deck) => deck.questions), ...frameworks.map(questionsOf)];
  return groups.flatMap((questions, group) => questions.flatMap((question, number) => (isDiscussed(question) ? [{ question, group, number }] : [])));
}

/** Each root is noted with the rows that know it; one whose last row is this one was noted for it before. */
function indexed(stock: Stock): Columns {
  const having = new Map<number, number[]>();
  const all = rowsOf(stock);
  const sizes = Uint32Array.from(all, ({ question }, row) => {
    let size = 0;
    eachRoot(wordsKnown(question), (root) => {
      const known = having.get(root);
      if (known?.at(-1) === row) return;
      size += 1;
      if (known) known.push(row);
      else having.set(root, [row]);
    });
    return size;
  });
  const groups = Uint32Array.from(all, ({ group }) => group);
  const numbers = Uint32Array.from(all, ({ number }) => number);
  const hashes = Uint32Array.from(all, ({ question }) => hashOf(question.id));
  return { groups, numbers, hashes, sizes, ...joined(having, sizes) };
}

function joined(having: ReadonlyMap<number, readonly number[]>, sizes: Uint32Array): Pick<Columns, "roots" | "ends" | "rows"> {
  const roots = Uint32Array.from(having.keys()).sort();
  const ends = new Uint32Array(roots.length);
  const rows = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  let end = 0;
  for (const [at, root] of roots.entries()) {
    const known = having.get(root) ?? [];
    rows.set(known, end);
    end += known.length;
    ends[at] = end;
  }
  return { roots, ends, rows };
}

/** The columns one after another, behind their lengths: questions, roots, rows. */
function packed({ groups, numbers, hashes, sizes, roots, ends, rows }: Columns): Uint32Array {
  const columns = [Uint32Array.of(groups.length, roots.length, rows.length), groups, numbers, hashes, sizes, roots, ends, rows];
  const all = new Uint32Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

/** The index of columns; undefined where they are not as long as they say. */
function opened(all: Uint32Array): Columns | undefined {
  const [questions = 0, known = 0, having = 0] = all;
  let at = 3;
  const next = (length: number): Uint32Array => all.subarray(at, (at += length));
  if (all.length !== 3 + 4 * questions + 2 * known + having) return undefined;
  return {
    groups: next(questions),
    numbers: next(questions),
    hashes: next(questions),
    sizes: next(questions),
    roots: next(known),
    ends: next(known),
    rows: next(having),
  };
}
