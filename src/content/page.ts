// Room: content. A markdown file as lines, with the complaints made about it. Pure.
import type { Place, Problem } from "../domain/problem.ts";
import { asidesOf } from "./asides.ts";
import { advice, type RuleName, severityOf } from "./rules.ts";

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
  /** 1 for every line, counted from 0, that stands in a fenced block; undefined when none does. */
  readonly fenced: Uint8Array | undefined;
}

/** A page over a file's text. */
export function pageOf(file: FileText): Page {
  const { lines, fenced, open } = asidesOf(file.text);
  const page: Page = { file: file.file, lines, fenced, problems: [] };
  if (open) complain(page, { rule: "block-open", line: open.line, message: `the ${open.what} is never closed; all that follows belongs to it` });
  return page;
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

/** True for a line, counted from 1, that stands in a fenced block. */
export function isFenced(page: Page, line: number): boolean {
  return page.fenced !== undefined && page.fenced[line - 1] === 1;
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

const hash = 35;

/** Sections of one heading level (2 or 3) between two lines. Headings inside fenced blocks are text. */
export function sectionsOf(page: Page, level: 2 | 3, range: Range): Section[] {
  const mark = level === 2 ? "## " : "### ";
  const bare = mark.trim();
  const sections: { title: string; line: number; from: number; to: number }[] = [];
  for (let line = range.from; line < range.to; line += 1) {
    const text = lineOf(page, line);
    if (text.charCodeAt(0) !== hash || !(text.startsWith(mark) || text === bare) || isFenced(page, line)) continue;
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
