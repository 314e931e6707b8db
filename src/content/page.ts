// Room: content. A markdown file as lines, with the complaints made about it. Pure.
import type { Place, Problem } from "../domain/problem.ts";
import { advice, type RuleName, severityOf } from "./rules.ts";

export interface Page {
  /** As messages name it. */
  readonly file: string;
  readonly lines: readonly string[];
  readonly problems: Problem[];
}

/** `line` and `column` count from 1. */
export interface Complaint {
  readonly rule: RuleName;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** Notes a complaint about a page; the advice is the rule's. */
export function complain(page: Page, complaint: Complaint): void {
  const { rule, line, column = 1, message } = complaint;
  page.problems.push({ rule, severity: severityOf(rule), place: { file: page.file, line, column }, message, advice: advice(rule) });
}

/** The place of a line of the page. */
export function placeOf(page: Page, line: number, column = 1): Place {
  return { file: page.file, line, column };
}

/** Column, from 1, at which `part` first stands in a line of the page; 1 when it does not. */
export function columnOf(page: Page, line: number, part: string): number {
  return Math.max(0, (page.lines[line - 1] ?? "").indexOf(part)) + 1;
}

/** A heading and the lines beneath it, down to the next heading of its level. Line numbers count from 1; `to` is exclusive. */
export interface Section {
  readonly title: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Tells, line by line, whether a line stands inside a fenced block (its fences included). */
export function fenceWatch(): (line: string) => boolean {
  let open = "";
  return (line) => {
    // The first character decides for nearly every line; the pattern is only tried on those that could be a fence.
    const first = line.trimStart().charCodeAt(0);
    if (first !== 96 && first !== 126) return open !== "";
    const marks = fence.exec(line)?.[1];
    if (marks === undefined) return open !== "";
    if (open === "") open = marks;
    else if (marks.startsWith(open) && line.trim() === marks) open = "";
    return true;
  };
}

/** Sections of one heading level (2 or 3) between two lines. Headings inside fenced blocks are text. */
export function sectionsOf(page: Page, level: 2 | 3, range: { readonly from: number; readonly to: number }): Section[] {
  const mark = level === 2 ? "## " : "### ";
  const bare = mark.trim();
  const sections: { title: string; line: number; from: number; to: number }[] = [];
  const isFenced = fenceWatch();
  for (let line = range.from; line < range.to; line += 1) {
    const text = page.lines[line - 1] ?? "";
    if (isFenced(text) || !(text.startsWith(mark) || text === bare)) continue;
    const last = sections.at(-1);
    if (last) last.to = line;
    sections.push({ title: text.slice(bare.length).trim(), line, from: line + 1, to: range.to });
  }
  return sections;
}

/** The text of some lines: blank lines at both ends dropped. */
export function textOf(lines: readonly string[]): string {
  return lines.join("\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
