// Room: content. A question between its heading and the next, taken apart but not yet understood. Pure.
import type { Abbreviation } from "../domain/question.ts";
import { isItemLine, type Item, readItems } from "./items.ts";
import { complain, columnOf, fenceWatch, type Page, type Section, textOf } from "./page.ts";
import { isSettingsLine, noSettings, readSettingsLine, type Setting, type Settings } from "./settings-line.ts";

/** The lines under one heading (`title` is empty for those before the first `###`), by their numbers. */
export interface Block {
  readonly title: string;
  readonly line: number;
  readonly lines: readonly number[];
  readonly settings: Settings;
}

/** A line that begins with one of the known labels: `Answer: …`. */
export interface LabelledLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export const labels = ["Answer", "Why", "Hint", "Given", "Formula", "Steps"] as const;
export type Label = (typeof labels)[number];

export interface Draft {
  readonly page: Page;
  readonly title: string;
  readonly line: number;
  readonly settings: Settings;
  readonly intro: Block;
  readonly blocks: readonly Block[];
  readonly labelled: Readonly<Record<Label, readonly LabelledLine[]>>;
  /** Lists that stand under `Given:` and `Steps:`. */
  readonly given: readonly Item[];
  readonly steps: readonly Item[];
  readonly abbreviations: readonly Abbreviation[];
}

interface Growing {
  readonly title: string;
  readonly line: number;
  readonly lines: number[];
  settings: Map<string, Setting> | undefined;
}

const labelPattern = /^(Answer|Why|Hint|Given|Formula|Steps):(?:\s+(.*))?$/;

/** Takes a question's section apart. */
export function draftOf(page: Page, section: Section, abbreviations: readonly Abbreviation[]): Draft {
  const blocks: Growing[] = [{ title: "", line: section.line, lines: [], settings: undefined }];
  const labelled: Record<Label, LabelledLine[]> = { Answer: [], Why: [], Hint: [], Given: [], Formula: [], Steps: [] };
  const lists = { Given: [] as number[], Steps: [] as number[] };
  const isFenced = fenceWatch();
  let list: number[] | undefined;
  for (let line = section.from; line < section.to; line += 1) {
    const text = page.lines[line - 1] ?? "";
    const block = blocks[blocks.length - 1] as Growing;
    if (isFenced(text)) block.lines.push(line);
    else if (text.startsWith("### ") || text === "###") {
      blocks.push({ title: text.slice(4).trim(), line, lines: [], settings: undefined });
      list = undefined;
    } else if (list && (text.trim() === "" || isItemLine(text) || /^\s{2,}/.test(text))) list.push(line);
    else {
      list = undefined;
      const found = labelOf(text);
      if (!found) addLine(page, block, line);
      else if (found === "Given" || found === "Steps") list = noteList(page, labelled, { label: found, line, list: lists[found] });
      else line = addLabelled(page, labelled[found], { line, to: section.to });
    }
  }
  return {
    page,
    title: section.title,
    line: section.line,
    settings: blocks[0]?.settings ?? noSettings,
    intro: finish(blocks[0] as Growing),
    blocks: blocks.slice(1).map(finish),
    labelled,
    given: lists.Given.length > 0 ? readItems(page, lists.Given) : [],
    steps: lists.Steps.length > 0 ? readItems(page, lists.Steps) : [],
    abbreviations,
  };
}

function labelOf(text: string): Label | undefined {
  // Labels begin with A, W, H, G, F or S; nearly all lines are turned away by their first character.
  if (!"AWHGFS".includes(text.charAt(0)) || text === "") return undefined;
  return labelPattern.exec(text)?.[1] as Label | undefined;
}

function noteList(page: Page, labelled: Record<Label, LabelledLine[]>, where: { readonly label: Label; readonly line: number; readonly list: number[] }): number[] {
  const { label, line, list } = where;
  labelled[label].push({ text: "", line, column: columnOf(page, line, label) });
  return list;
}

/** Adds a labelled paragraph; it goes on to the next blank line, label or heading. Gives its last line. */
function addLabelled(page: Page, into: LabelledLine[], range: { readonly line: number; readonly to: number }): number {
  const first = page.lines[range.line - 1] ?? "";
  const column = first.indexOf(":") + 1;
  const parts = [first.slice(column).trim()];
  let line = range.line;
  while (line + 1 < range.to) {
    const next = page.lines[line] ?? "";
    if (next.trim() === "" || next.startsWith("#") || labelOf(next) || isItemLine(next)) break;
    parts.push(next.trim());
    line += 1;
  }
  into.push({ text: parts.join(" "), line: range.line, column: column + 1 + (first.slice(column).length - first.slice(column).trimStart().length) });
  return line;
}

function addLine(page: Page, block: Growing, line: number): void {
  const text = page.lines[line - 1] ?? "";
  const isFirst = block.lines.length === 0;
  if (isFirst && text.trim() === "") return;
  if (isFirst && isSettingsLine(text)) readSettingsLine(page, line, (block.settings ??= new Map()));
  else block.lines.push(line);
}

function finish(block: Growing): Block {
  return { title: block.title, line: block.line, lines: block.lines, settings: block.settings ?? noSettings };
}

/** The text of some lines of a page. */
export function linesText(page: Page, lines: readonly number[]): string {
  return textOf(lines.map((line) => page.lines[line - 1] ?? ""));
}

/** The block with this title, whatever its case; complains when there are two. */
export function blockOf(draft: Draft, title: string): Block | undefined {
  const wanted = title.toLowerCase();
  const [first, second] = draft.blocks.filter((block) => block.title.toLowerCase() === wanted);
  if (second) complain(draft.page, { rule: "section-repeated", line: second.line, message: `there are two sections "${second.title}"` });
  return first;
}

/** The block's text without quote marks; complains when it is empty. */
export function proseOf(draft: Draft, block: Block | undefined): string | undefined {
  if (!block) return undefined;
  const text = linesText(draft.page, block.lines).replace(/^> ?/gm, "").trim();
  if (text === "") complain(draft.page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
  return text === "" ? undefined : text;
}
