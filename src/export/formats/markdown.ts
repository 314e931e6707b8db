// Room: export. A document as GitHub-flavoured markdown, with task lists. Pure.
import { greatest } from "../../domain/greatest.ts";
import { type Block, type Document, isWebAddress, type Line, type Point, type Span, tidy, tidySpan } from "../document.ts";

/** No text of the document can end a list, tick a box, close a fence, or bring in html: whatever markdown would act on is escaped. */
export function toMarkdown(document: Document): string {
  const blocks = document.blocks.map(blockText).filter((text) => text !== "");
  return `${[`# ${escapeText(document.title)}`, ...blocks].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeText(block.text)}`;
    case "paragraph":
      return lineText(block.line);
    case "tasks":
      return block.tasks.map((task) => pointText(task, { indent: "", bullet: task.isDone ? "- [x]" : "- [ ]" })).join("\n");
    case "points":
      return block.points.map((point) => pointText(point, { indent: "", bullet: "-" })).join("\n");
    case "table":
      return [row(block.head.map((cell) => [cell])), `|${" --- |".repeat(block.head.length)}`, ...block.rows.map(row)].join("\n");
  }
}

function pointText(point: Point, at: { readonly indent: string; readonly bullet: string }): string {
  const below = (point.points ?? []).map((inner) => pointText(inner, { indent: `${at.indent}  `, bullet: "-" }));
  return [`${at.indent}${at.bullet} ${lineText(point.line)}`, ...below].join("\n");
}

function row(cells: readonly Line[]): string {
  // A bar ends a cell even within a code span, unless it is escaped; text escapes its own.
  return `| ${cells.map((cell) => cell.map((span) => (typeof span === "object" && "code" in span ? spanText(span).replaceAll("|", "\\|") : spanText(span))).join("")).join(" | ")} |`;
}

function lineText(line: Line): string {
  return guardStart(line.map(spanText).join("").trim());
}

function spanText(span: Span): string {
  if (typeof span === "string") return escapeInline(span);
  if ("code" in span) return codeText(tidy(span.code));
  if ("strong" in span) return `**${escapeInline(span.strong).trim()}**`;
  if ("comment" in span) return `<!-- ${tidy(span.comment).replaceAll(/[<>]/g, "")} -->`;
  return isWebAddress(span.link) ? `[${escapeInline(span.text)}](<${span.link}>)` : escapeInline(span.text);
}

/** A fence one backtick longer than any within. */
function codeText(code: string): string {
  const longest = greatest([...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${code}${fence}` : `${fence} ${code} ${fence}`;
}

function escapeText(text: string): string {
  return guardStart(escapeInline(text).trim());
}

function escapeInline(text: string): string {
  return tidySpan(text)
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=[#\w])/g, "\\&");
}

/** Escapes what would begin a heading, a list, a quote or a rule at the start of a line. */
function guardStart(line: string): string {
  return line.replace(/^(?=[#+=-])/, "\\").replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}
