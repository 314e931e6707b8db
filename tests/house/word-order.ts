// Room: tests. Makes the table of the word-order model from texts that are our own: decks, frameworks and documents. Run it when the classes change; it moves marks.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { tokensOf } from "../../src/language/tokens.ts";
import { classCount, classOf, isContent, stop, unsure } from "../../src/language/word-classes.ts";
import { beadsOf } from "../../src/language/word-order.ts";

/** Neighbours that nobody wrote are taken as rare, not as impossible. */
const smoothing = 2;
const steps = 4;
const most = 2;
/** Prose puts small words between those that carry meaning; notes put these side by side, and are not shuffled for it. */
const unlikelyContent = 0.5;
/** Code and drawings. */
const fences = /^```[\s\S]*?^```/gm;
/** Answers begin with these, which decks seldom do. */
const answersBeginWith = ["to", "by", "because", "in", "when", "with", "from"];

/** Counts of neighbours over all texts. */
interface Counts {
  readonly pairs: Float64Array;
  readonly classes: Float64Array;
}

/** Rows by the first class, a letter for each second one: `i` is 0, four letters are a factor of e. */
export function tableOf(texts: readonly string[]): readonly string[] {
  const counts = countNeighbours(texts);
  const total = counts.classes.reduce((sum, count) => sum + count, 0);
  const likelihood = (first: number, second: number): number => {
    if (first === unsure || second === unsure) return 0;
    const expected = ((counts.classes[first] ?? 0) * (counts.classes[second] ?? 0)) / total;
    const value = Math.log(((counts.pairs[first * classCount + second] ?? 0) + smoothing) / (expected + smoothing));
    const fair = value < 0 && isContent(first) && isContent(second) ? value * unlikelyContent : value;
    return Math.max(-most, Math.min(most, fair));
  };
  const begins = new Set(answersBeginWith.map(classOf));
  const cell = (first: number, second: number): string => {
    const value = likelihood(first, second);
    const kept = first === stop && begins.has(second) ? Math.max(0, value) : value;
    return String.fromCharCode("i".charCodeAt(0) + Math.round(kept * steps));
  };
  const all = Array.from({ length: classCount }, (_, index) => index);
  return all.map((first) => all.map((second) => cell(first, second)).join(""));
}

function countNeighbours(texts: readonly string[]): Counts {
  const counts = { pairs: new Float64Array(classCount * classCount), classes: new Float64Array(classCount) };
  for (const text of texts) {
    const classes = [stop, ...beadsOf(text, tokensOf(text)).map((bead) => bead.class), stop];
    classes.forEach((second, at) => {
      counts.classes[second] = (counts.classes[second] ?? 0) + 1;
      const pair = (classes[at - 1] ?? 0) * classCount + second;
      if (at > 0) counts.pairs[pair] = (counts.pairs[pair] ?? 0) + 1;
    });
  }
  return counts;
}

/** What our decks, frameworks and documents say in sentences. */
export function ownTexts(home: string): readonly string[] {
  const { library } = readLibrary(rootsOf(home), (absolute) => absolute);
  const decks = library.decks.flatMap((deck) => [...new Set(stringsIn(deck.questions))]);
  const docs = readdirSync(join(home, "docs")).filter((name) => name.endsWith(".md"));
  return [...decks, ...docs.flatMap((name) => paragraphsOf(readFileSync(join(home, "docs", name), "utf8")))];
}

const tableRows = /^\|.*$/gm;

/** Ids, paths and the like are no sentences: fewer than four words. Nor are tables and code. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value.replace(fences, "").replace(tableRows, "").trim()].filter((text) => text.trim().split(/\s+/).length >= 4);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Paragraphs of prose: no tables, code, headings or lists of links. */
function paragraphsOf(markdown: string): readonly string[] {
  return markdown
    .replace(fences, "")
    .split(/\n\s*\n/)
    .filter((text) => /^[A-Z]/.test(text) && text.split(/\s+/).length > 8)
    .map((text) => text.replaceAll("`", ""));
}

/** Writes the table. */
export function run(): number {
  const home = resolve(".");
  const rows = tableOf(ownTexts(home));
  const head =
    "// Room: language. How likely two kinds of words are to stand side by side. Made by `npm run word-order` from the decks and documents of this repository: do not edit.\n\n" +
    "/** Rows by the first class, a letter for each second one: `i` is as likely as by chance, four letters further a factor of e more. */\n";
  writeFileSync(
    join(home, "src/language/word-order-table.ts"),
    `${head}export const neighbours: readonly string[] = [\n${rows.map((row) => `  "${row}",\n`).join("")}];\n`,
  );
  process.stdout.write(`${rows.length} rows\n`);
  return 0;
}
