// Room: export. What every format can print: headings, lines, lists, tasks, tables. Pure.

/** A stretch of a line. Plain text says itself; nothing in it is markup. A comment is seen by nobody: it is kept in markdown, where the page is to be read back. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly comment: string }
  | { readonly link: string; readonly text: string };

/** A line of text in one or more spans. */
export type Line = readonly Span[];

/** A point of a list, with points of its own below it. */
export interface Point {
  readonly line: Line;
  readonly points?: readonly Point[];
}

/** A point that can be done. */
export interface Task extends Point {
  readonly isDone: boolean;
}

export type Block =
  /** Level 2 or 3: the title is the only one of level 1. */
  | { readonly type: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly type: "paragraph"; readonly line: Line }
  | { readonly type: "tasks"; readonly tasks: readonly Task[] }
  | { readonly type: "points"; readonly points: readonly Point[] }
  | { readonly type: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] };

/** What is exported, before it has a format. */
export interface Document {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One line of visible characters: control and text-direction characters go, white space becomes single blanks. Every format passes its texts through here. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

/** The same, but with a blank at either end kept: there one span joins the next. */
export function tidySpan(text: string): string {
  const tidied = tidy(text);
  if (tidied === "") return text === "" ? "" : " ";
  return `${/^\s/u.test(text) ? " " : ""}${tidied}${/\s$/u.test(text) ? " " : ""}`;
}

/** The words of a line, without marks. */
export function plainText(line: Line): string {
  return tidy(line.map(wordsOf).join(""));
}

function wordsOf(span: Span): string {
  if (typeof span === "string") return span;
  if ("comment" in span) return "";
  return "code" in span ? span.code : "strong" in span ? span.strong : span.text;
}

/** True for addresses that may become links: nothing but the web. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"'`|\\\p{Cc}]+$/iu.test(address);
}

/** Text of a deck without its markdown: every format writes its own. */
export function unmark(text: string): string {
  return text.replace(/\[([^[\]]*)\]\([^)[]*\)/g, "$1").replace(/\*\*|`/g, "");
}
