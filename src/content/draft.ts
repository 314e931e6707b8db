// Room: content. A question between its heading and the next, taken apart but not yet understood. Pure.
import { isItemLine, type Item, readItems } from "./items.ts";
import { complain, columnOf, isFenced, lineOf, type Page, type Section } from "./page.ts";
import { isBlank, isSpaceOrEnd, skipSpace } from "./scan.ts";
import { isSettingsLine, noSettings, readSettingsLine, type Setting, type Settings } from "./settings-line.ts";

/** The lines under one heading (`title` is empty for those before the first `###`), by their numbers. */
export interface Block {
  readonly title: string;
  /** The title in lower case, by which blocks are found. */
  readonly key: string;
  readonly line: number;
  readonly lines: readonly number[];
  readonly settings: Settings;
}

const labels = ["Answer", "Why", "Hint", "Given", "Formula", "Steps"] as const;
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
  settings: Settings;
  own: Map<string, Setting> | undefined;
}

interface Growing {
  readonly page: Page;
  readonly to: number;
  readonly blocks: GrowingBlock[];
  block: GrowingBlock;
  readonly labelled: LabelledLine[];
  readonly given: number[];
  readonly steps: number[];
  /** The list under a label that the next lines may belong to. */
  list: number[] | undefined;
}

/** Takes a question's section apart. */
export function draftOf(page: Page, section: Section): Draft {
  const intro = newBlock("", section.line);
  const growing: Growing = { page, to: section.to, blocks: [], block: intro, labelled: [], given: [], steps: [], list: undefined };
  for (let line = section.from; line < section.to;) line = readLine(growing, line);
  const { blocks, labelled, given, steps } = growing;
  return { page, title: section.title, line: section.line, intro, blocks, labelled, given: listOf(page, given), steps: listOf(page, steps) };
}

function newBlock(title: string, line: number): GrowingBlock {
  return { title, key: title.toLowerCase(), line, lines: [], settings: noSettings, own: undefined };
}

const noItems: readonly Item[] = [];

function listOf(page: Page, lines: readonly number[]): readonly Item[] {
  return lines.length === 0 ? noItems : readItems(page, lines);
}

/** Reads what begins in a line; gives the line to go on with. */
function readLine(growing: Growing, line: number): number {
  const { page, block } = growing;
  const text = lineOf(page, line);
  if (isFenced(page, line)) block.lines.push(line);
  else if (text.startsWith("###") && (text.length === 3 || text.startsWith(" ", 3))) openBlock(growing, text, line);
  else if (growing.list && isOfList(text)) growing.list.push(line);
  else return readPlainLine(growing, text, line);
  return line + 1;
}

/** A list goes on with its items, with what is indented by two or more, and with blank lines. */
function isOfList(text: string): boolean {
  const indent = skipSpace(text, 0);
  return indent >= 2 || indent === text.length || isItemLine(text);
}

function openBlock(growing: Growing, text: string, line: number): void {
  growing.block = newBlock(text.slice(3).trim(), line);
  growing.blocks.push(growing.block);
  growing.list = undefined;
}

function readPlainLine(growing: Growing, text: string, line: number): number {
  growing.list = undefined;
  const label = labelOf(text);
  if (label === undefined) addLine(growing, text, line);
  else if (label === "Given" || label === "Steps") beginList(growing, label, line);
  else return addParagraph(growing, label, line);
  return line + 1;
}

/** No two labels begin alike, and nearly all lines are turned away by their first character. */
const labelsByLetter: ReadonlyMap<number, Label> = new Map(labels.map((label) => [label.charCodeAt(0), label]));

function labelOf(text: string): Label | undefined {
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
  growing.list = label === "Given" ? growing.given : growing.steps;
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
  const text = lineOf(page, line);
  if (isBlank(text) || isFenced(page, line) || text.startsWith("#") || labelOf(text) !== undefined) return false;
  return label === "Formula" || !isItemLine(text);
}

function addLine({ page, block }: Growing, text: string, line: number): void {
  if (block.lines.length > 0) block.lines.push(line);
  else if (isSettingsLine(text)) {
    const settings = block.own ?? new Map<string, Setting>();
    readSettingsLine(page, line, settings);
    block.own = settings;
    block.settings = settings;
  } else if (!isBlank(text)) block.lines.push(line);
}

/** True when a paragraph stands under a label. */
export function hasLabel({ labelled }: Draft, label: Label): boolean {
  return labelled.some((line) => line.label === label);
}

/** The paragraphs under a label. */
export function labelledBy(draft: Draft, label: Label): readonly LabelledLine[] {
  return draft.labelled.filter((line) => line.label === label);
}

/** The text of some lines of a page: blank lines at both ends dropped. */
export function linesText(page: Page, lines: readonly number[]): string {
  const isBlankAt = (index: number): boolean => isBlank(lineOf(page, lines[index] ?? 0));
  let from = 0;
  while (from < lines.length && isBlankAt(from)) from += 1;
  let to = lines.length;
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
