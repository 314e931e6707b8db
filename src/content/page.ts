// Room: content. A markdown file as lines, with the complaints made about it. Pure.
import type { Place, Problem } from "../domain/problem.ts";
import { asidesOf } from "./asides.ts";
import { markIn, marks } from "./marks.ts";
import { advice, type RuleName, severityOf } from "./rules.ts";
import { isBlank } from "./scan.ts";

/** A file as it was read: cleaned text, and how it is named in messages and in ids. */
export interface FileText {
  /** As messages name it. */
  readonly file: string;
  /** Relative to its root, forward slashes: `walmart/ai-pm/panel.md`. */
  readonly path: string;
  readonly text: string;
}

/** Where complaints about one file are kept. */
export interface Complaints {
  /** As messages name it. */
  readonly file: string;
  readonly problems: Problem[];
}

export interface Page extends Complaints {
  /** HTML comments are blank. */
  readonly lines: readonly string[];
  /** How each line begins. */
  readonly marks: Uint8Array;
}

/** A page over a file's text. */
export function pageOf(file: FileText): Page {
  const { lines, fenced, open } = asidesOf(file.text);
  const page: Page = { file: file.file, lines, marks: marksOf(lines, fenced), problems: [] };
  if (open) complain(page, { rule: "block-open", line: open.line, message: `the ${open.what} is never closed; all that follows belongs to it` });
  return page;
}

function marksOf(lines: readonly string[], fenced: Uint8Array | undefined): Uint8Array {
  const found = new Uint8Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) found[index] = fenced?.[index] === 1 ? marks.fenced : markIn(lines[index] ?? "");
  return found;
}

/** `line` and `column` count from 1. */
export interface Complaint {
  readonly rule: RuleName;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** Notes a complaint; the advice is the rule's. */
export function complain(complaints: Complaints, complaint: Complaint): void {
  const { rule, line, column = 1, message } = complaint;
  complaints.problems.push({ rule, severity: severityOf(rule), place: { file: complaints.file, line, column }, message, advice: advice(rule) });
}

/** The place of a line of the page. */
export function placeOf(page: Page, line: number, column = 1): Place {
  return { file: page.file, line, column };
}

/** The text of a line, counted from 1. */
export function lineOf(page: Page, line: number): string {
  return page.lines[line - 1] ?? "";
}

/** How a line, counted from 1, begins. */
export function markOf(page: Page, line: number): number {
  return page.marks[line - 1] ?? marks.blank;
}

/** True for a line, counted from 1, that begins an item of a list. */
export function isItem(page: Page, line: number): boolean {
  return markOf(page, line) >= marks.plain;
}

/** True for a line, counted from 1, with nothing on it, in a fenced block or not. */
export function isBlankLine(page: Page, line: number): boolean {
  const mark = markOf(page, line);
  return mark === marks.blank || (mark === marks.fenced && isBlank(lineOf(page, line)));
}

/** Column, from 1, at which `part` first stands in a line of the page; 1 when it does not. */
export function columnOf(page: Page, line: number, part: string): number {
  return Math.max(0, lineOf(page, line).indexOf(part)) + 1;
}

/** Lines between two, by number; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A heading and the lines beneath it, down to the next heading of its level. Line numbers count from 1. */
export interface Section extends Range {
  readonly title: string;
  readonly line: number;
}

/** Sections of one heading level (2 or 3) between two lines. Headings inside fenced blocks are text. */
export function sectionsOf(page: Page, level: 2 | 3, range: Range): Section[] {
  const mark = level === 2 ? "## " : "### ";
  const bare = mark.trim();
  const sections: { title: string; line: number; from: number; to: number }[] = [];
  for (let line = range.from; line < range.to; line += 1) {
    if (markOf(page, line) !== marks.heading) continue;
    const text = lineOf(page, line);
    if (!text.startsWith(mark) && text !== bare) continue;
    const last = sections.at(-1);
    if (last) last.to = line;
    sections.push({ title: text.slice(bare.length).trim(), line, from: line + 1, to: range.to });
  }
  return sections;
}

/** Every line of a range, by number. */
export function linesIn(range: Range): number[] {
  const lines: number[] = [];
  for (let line = range.from; line < range.to; line += 1) lines.push(line);
  return lines;
}

/** The text of some lines: blank lines at both ends dropped. */
export function textOf(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first === -1 ? "" : lines.slice(first).join("\n").trimEnd();
}
