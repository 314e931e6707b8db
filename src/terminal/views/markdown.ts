// Room: terminal. The markdown that decks use, as rows for a terminal: paragraphs, lists, bold, code, quotes, fences, tables. Pure.
import type { Theme } from "../theme.ts";
import { tableRows } from "./table.ts";
import { hang, type Piece, spacedAll, type Style, wrapPieces } from "./wrap.ts";

/** A text as rows of at most `width` cells (the theme's columns if left out). Fenced blocks are kept as they are and may be wider. */
export function markdownRows(text: string, theme: Theme, width = theme.columns()): readonly string[] {
  return rowsOf(text, theme, { width, quotes: 0 });
}

/** The room there is, and within how many quotes. */
interface At {
  readonly width: number;
  readonly quotes: number;
}

/** Quotes within quotes that are drawn as such; each takes two cells of the width, and a level of the stack. */
const mostQuotes = 6;

function rowsOf(text: string, theme: Theme, at: At): readonly string[] {
  const lines = text.replaceAll("\t", "    ").split("\n");
  const blocks: (readonly string[])[] = [];
  for (let line = 0; line < lines.length;) {
    const block = readBlock(lines, line);
    if (block.lines.length > 0) blocks.push(drawBlock(block, theme, at));
    line = block.next;
  }
  return spacedAll(blocks);
}

/** One paragraph without blocks: bold, code and links. */
export function inlineRows(text: string, theme: Theme, width: number): readonly string[] {
  return wrapPieces(inlinePieces(text, theme), width);
}

interface Block {
  readonly type: "text" | "fence" | "quote" | "table" | "list";
  readonly lines: readonly string[];
  /** The line after the block. */
  readonly next: number;
}

const item = /^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$/;
const fence = /^\s*(`{3,}|~{3,})/;
const tableRule = /^[\s:|-]*$/;

function readBlock(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? "";
  if (line.trim() === "") return { type: "text", lines: [], next: at + 1 };
  if (fence.test(line)) return readFence(lines, at);
  if (isTableAt(lines, at)) return readWhile(lines, at, { type: "table", isPart: (next) => next.includes("|") });
  if (line.trimStart().startsWith(">")) return readWhile(lines, at, { type: "quote", isPart: (next) => next.trimStart().startsWith(">") });
  if (item.test(line)) return readWhile(lines, at, { type: "list", isPart: (next) => next.trim() !== "" && !fence.test(next) });
  return readWhile(lines, at, { type: "text", isPart: (next, index) => next.trim() !== "" && !startsOther(lines, index) });
}

function isTableAt(lines: readonly string[], at: number): boolean {
  const rule = lines[at + 1] ?? "";
  return (lines[at] ?? "").includes("|") && rule.includes("|") && rule.includes("-") && tableRule.test(rule);
}

function startsOther(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  return fence.test(line) || item.test(line) || line.trimStart().startsWith(">") || isTableAt(lines, at);
}

interface Run {
  readonly type: Block["type"];
  isPart(line: string, index: number): boolean;
}

function readWhile(lines: readonly string[], at: number, { type, isPart }: Run): Block {
  let next = at + 1;
  while (next < lines.length && isPart(lines[next] ?? "", next)) next += 1;
  return { type, lines: lines.slice(at, next), next };
}

function readFence(lines: readonly string[], at: number): Block {
  const mark = fence.exec(lines[at] ?? "")?.[1] ?? "```";
  let last = at + 1;
  while (last < lines.length && !(lines[last] ?? "").trim().startsWith(mark)) last += 1;
  return { type: "fence", lines: lines.slice(at + 1, last), next: last + 1 };
}

function drawBlock(block: Block, theme: Theme, at: At): readonly string[] {
  const { width } = at;
  switch (block.type) {
    case "fence":
      return block.lines.map((line) => (line === "" ? "" : `  ${line}`));
    case "quote":
      return drawQuote(block.lines, theme, at).map((row) => `${theme.dim(theme.glyphs.bar)} ${row}`);
    case "table":
      return drawTable(block.lines, theme, width);
    case "list":
      return drawList(block.lines, theme, width);
    case "text":
      return drawParagraph(block.lines, theme, width);
  }
}

function drawQuote(lines: readonly string[], theme: Theme, { width, quotes }: At): readonly string[] {
  const inner = lines.map((line) => line.replace(/^\s*> ?/, ""));
  return quotes < mostQuotes ? rowsOf(inner.join("\n"), theme, { width: width - 2, quotes: quotes + 1 }) : drawLines(inner, theme, width - 2);
}

const heading = /^#{1,6}\s+(.*)$/;

/** Headings that a paragraph begins with, one row or more each; then its text. */
function drawParagraph(lines: readonly string[], theme: Theme, width: number): readonly string[] {
  const end = lines.findIndex((line) => !heading.test(line));
  const text = end === -1 ? [] : lines.slice(end);
  const rows = lines.slice(0, lines.length - text.length).flatMap((line) => wrapPieces(inlinePieces(heading.exec(line)?.[1] ?? "", theme, theme.bold), width));
  return text.length === 0 ? rows : rows.concat(drawLines(text, theme, width));
}

/** Two spaces or a backslash at the end of a line keep it a line of its own. */
function drawLines(lines: readonly string[], theme: Theme, width: number): readonly string[] {
  const joined = lines.map((line) => (/ {2}$|\\$/.test(line) ? `${line.replace(/\\$/, "").trim()}\n` : `${line.trim()} `)).join("");
  return joined
    .trim()
    .split("\n")
    .flatMap((line) => inlineRows(line, theme, width));
}

function drawList(lines: readonly string[], theme: Theme, width: number): readonly string[] {
  const items: { indent: number; mark: string; text: string }[] = [];
  for (const line of lines) {
    const found = item.exec(line);
    const last = items.at(-1);
    if (found) items.push({ indent: found[1]?.length ?? 0, mark: found[2] ?? "", text: found[3] ?? "" });
    else if (last) last.text += ` ${line.trim()}`;
  }
  const indents = [...new Set(items.map(({ indent }) => indent))].sort((a, b) => a - b);
  return items.flatMap(({ indent, mark, text }) => {
    const lead = `${"  ".repeat(indents.indexOf(indent))}${/\d/.test(mark) ? mark : theme.glyphs.bullet} `;
    return hang(lead, inlineRows(text, theme, width - lead.length));
  });
}

function drawTable(lines: readonly string[], theme: Theme, width: number): readonly string[] {
  const cells = (line: string): readonly string[] =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => plainText(cell.replaceAll("\\|", "|").trim()));
  const [head = "", , ...body] = lines;
  return tableRows({ columns: cells(head).map((title) => ({ title })), rows: body.map(cells) }, theme, width);
}

// Double marks first, so that ** is not read as two *.
const inline =
  /\*\*(?<bold>[^*\n]+)\*\*|`(?<code>[^`\n]+)`|\[(?<label>[^[\]\n]+)\]\((?<url>[^)\s[]+)\)|(?<![\w*])\*(?<stress>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])/g;

/** A text in pieces: bold is bold, code is coloured or keeps its marks, a link is its label, with the address where it leads outside. */
export function inlinePieces(text: string, theme: Theme, style?: Style): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(inline)) {
    pieces.push({ text: text.slice(at, found.index), style }, drawInline(found, theme, style));
    at = found.index + found[0].length;
  }
  return [...pieces, { text: text.slice(at), style }];
}

function drawInline(found: RegExpExecArray, theme: Theme, style: Style | undefined): Piece {
  const { bold, code, label, url, stress } = found.groups ?? {};
  if (bold !== undefined) return { text: bold, style: theme.bold };
  if (code !== undefined) return theme.colour ? { text: code, style: theme.accent } : { text: `\`${code}\``, style };
  if (label !== undefined) return { text: /^https?:/.test(url ?? "") ? `${label} (${url})` : label, style };
  return { text: stress ?? "", style: theme.underline };
}

/** A text without the marks of bold, code and links, for places that take no style. */
export function plainText(text: string): string {
  return text.replace(inline, "$<bold>$<code>$<label>$<stress>");
}
