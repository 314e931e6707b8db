// Room: content. A question between its heading and the next, taken apart but not yet understood. Pure.
import { type Item, readItems } from "./items.ts";
import { marks } from "./marks.ts";
import { complain, columnOf, isBlankLine, isItem, lineOf, markOf, type Page, type Section } from "./page.ts";
import { isSpaceOrEnd, skipSpace } from "./scan.ts";
import { isSettingsLine, readSettingsLine, type Setting, type Settings } from "./settings-line.ts";

/** The lines under one heading (`title` is empty for those before the first `###`), by their numbers. */
export interface Block {
  readonly title: string;
  /** The title in lower case, by which blocks are found. */
  readonly key: string;
  readonly line: number;
  readonly lines: readonly number[];
  readonly settings: Settings;
}

const labels = ["Answer", "Why", "Hint", "Given", "Formula", "Steps", "Table"] as const;
export type Label = (typeof labels)[number];

/** A line that begins with one of the known labels: `Answer: …`. */
export interface LabelledLine {
  readonly label: Label;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface Draft {
  readonly page: Page;
  readonly title: string;
  readonly line: number;
  readonly intro: Block;
  readonly blocks: readonly Block[];
  readonly labelled: readonly LabelledLine[];
  /** Lists that stand under `Given:` and `Steps:`. */
  readonly given: readonly Item[];
  readonly steps: readonly Item[];
}

interface GrowingBlock extends Block {
  readonly lines: number[];
  settings: Setting[];
}

/** A draft while its lines are read. It is the draft itself: a library has too many to copy each. */
interface Growing extends Draft {
  readonly to: number;
  readonly blocks: GrowingBlock[];
  readonly labelled: LabelledLine[];
  given: readonly Item[];
  steps: readonly Item[];
  block: GrowingBlock;
  /** The lines of the list under a label, while it goes on. */
  list: { readonly label: "Given" | "Steps"; readonly lines: number[] } | undefined;
}

const noItems: readonly Item[] = [];

/** Takes a question's section apart. */
export function draftOf(page: Page, { title, line, from, to }: Section): Draft {
  const intro = newBlock("", line);
  const growing: Growing = { page, title, line, intro, blocks: [], labelled: [], given: noItems, steps: noItems, to, block: intro, list: undefined };
  for (let at = from; at < to;) at = readLine(growing, at);
  endList(growing);
  return growing;
}

function newBlock(title: string, line: number): GrowingBlock {
  return { title, key: title.toLowerCase(), line, lines: [], settings: [] };
}

/** Reads what begins in a line; gives the line to go on with. */
function readLine(growing: Growing, line: number): number {
  const { page, block } = growing;
  const mark = markOf(page, line);
  if (mark === marks.fenced) block.lines.push(line);
  else if (mark === marks.heading && isSection(lineOf(page, line))) openBlock(growing, line);
  else if (growing.list && isOfList(page, line)) growing.list.lines.push(line);
  else return readPlainLine(growing, line);
  return line + 1;
}

function isSection(text: string): boolean {
  return text.startsWith("###") && (text.length === 3 || text.startsWith(" ", 3));
}

/** A list goes on with its items, with what is indented by two or more, and with blank lines. */
function isOfList(page: Page, line: number): boolean {
  return isItem(page, line) || markOf(page, line) === marks.blank || skipSpace(lineOf(page, line), 0) >= 2;
}

function openBlock(growing: Growing, line: number): void {
  growing.block = newBlock(lineOf(growing.page, line).slice(3).trim(), line);
  growing.blocks.push(growing.block);
  endList(growing);
}

function readPlainLine(growing: Growing, line: number): number {
  endList(growing);
  const label = labelOf(growing.page, line);
  if (label === undefined) addLine(growing, line);
  else if (label === "Given" || label === "Steps") beginList(growing, label, line);
  else return addParagraph(growing, label, line);
  return line + 1;
}

/** No two labels begin alike, and nearly all lines are turned away by their first character. */
const labelsByLetter: ReadonlyMap<number, Label> = new Map(labels.map((label) => [label.charCodeAt(0), label]));

function labelOf(page: Page, line: number): Label | undefined {
  if (markOf(page, line) !== marks.text) return undefined;
  const text = lineOf(page, line);
  const label = labelsByLetter.get(text.charCodeAt(0));
  if (label === undefined || !text.startsWith(label) || !text.startsWith(":", label.length)) return undefined;
  return isSpaceOrEnd(text, label.length + 1) ? label : undefined;
}

function beginList(growing: Growing, label: "Given" | "Steps", line: number): void {
  const text = lineOf(growing.page, line)
    .slice(label.length + 1)
    .trim();
  if (text !== "")
    complain(growing.page, { rule: "list-form", line, column: columnOf(growing.page, line, text), message: `"${label}:" is followed by a list, not by text` });
  growing.list = { label, lines: [] };
}

/** Reads the items of the list that went on until here. */
function endList(growing: Growing): void {
  const { page, list } = growing;
  if (!list) return;
  const items = readItems(page, list.lines);
  if (list.label === "Given") growing.given = [...growing.given, ...items];
  else growing.steps = [...growing.steps, ...items];
  growing.list = undefined;
}

/** Adds a labelled paragraph. Gives the line after it. */
function addParagraph(growing: Growing, label: Label, line: number): number {
  const { page, labelled, to } = growing;
  const first = lineOf(page, line);
  const from = skipSpace(first, label.length + 1);
  let text = first.slice(from).trimEnd();
  const isTickedFormula = label === "Formula" && text.startsWith("`");
  let next = line + 1;
  for (; next < to && goesOn(page, label, next); next += 1) {
    if (isTickedFormula && text.endsWith("`")) break;
    const more = lineOf(page, next).trim();
    text = text === "" ? more : `${text} ${more}`;
  }
  labelled.push({ label, text, line, column: from + 1 });
  return next;
}

/** A paragraph goes on to the next blank line, label, list, fence or heading. A formula's next line may begin with a plus or a minus. */
function goesOn(page: Page, label: Label, line: number): boolean {
  if (markOf(page, line) === marks.text) return labelOf(page, line) === undefined;
  return label === "Formula" && isItem(page, line);
}

function addLine({ page, block }: Growing, line: number): void {
  const mark = markOf(page, line);
  if (block.lines.length > 0) block.lines.push(line);
  else if (mark === marks.text && isSettingsLine(lineOf(page, line))) {
    readSettingsLine(page, line, block.settings);
  } else if (mark !== marks.blank) block.lines.push(line);
}

/** True when a paragraph stands under a label. */
export function hasLabel({ labelled }: Draft, label: Label): boolean {
  return labelled.some((line) => line.label === label);
}

/** The paragraphs under a label. */
export function labelledBy(draft: Draft, label: Label): readonly LabelledLine[] {
  return draft.labelled.filter((line) => line.label === label);
}

/** The text of some lines of a page, up to the one with this index: blank lines at both ends dropped. */
export function linesText(page: Page, lines: readonly number[], end = lines.length): string {
  const isBlankAt = (index: number): boolean => isBlankLine(page, lines[index] ?? 0);
  let from = 0;
  while (from < end && isBlankAt(from)) from += 1;
  let to = end;
  while (to > from && isBlankAt(to - 1)) to -= 1;
  if (to - from <= 1) return from === to ? "" : lineOf(page, lines[from] ?? 0).trimEnd();
  const texts = lines.slice(from, to).map((line) => lineOf(page, line));
  return texts.join("\n").trimEnd();
}

/** The first block with this title, given in lower case. */
export function blockOf(draft: Draft, key: string): Block | undefined {
  return draft.blocks.find((block) => block.key === key);
}

/** The block's text without quote marks; complains when it is empty. */
export function proseOf(draft: Draft, block: Block | undefined): string | undefined {
  if (!block) return undefined;
  const text = linesText(draft.page, block.lines).replace(/^> ?/gm, "").trim();
  if (text === "") complain(draft.page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
  return text === "" ? undefined : text;
}
