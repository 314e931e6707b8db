// Room: export. A document as one html page that needs nothing else: no script, no font, no picture. Pure.
import { type Block, type Document, isWebAddress, type Line, type Point, type Span, type Task, tidy, tidySpan } from "../document.ts";

/** One self-contained page. Every text is escaped; only web addresses become links. */
export function toHtml({ title, blocks }: Document): string {
  return htmlPage(title, blocksHtml(blocks));
}

/** Blocks below the title. */
export function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join("\n");
}

/** The page around a body that is html already; the title is text. */
export function htmlPage(heading: string, body: string): string {
  const title = escapeHtml(tidy(heading));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

// Text on ground: 16:1 in the light, 14:1 in the dark; muted and link colours above 5:1 in both (AA asks for 4.5).
const style = `:root { color-scheme: light dark; --ink: #1a1a1a; --ground: #ffffff; --line: #c8c8c8; --link: #0b57a4; --shade: #f2f2f2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --ground: #171717; --line: #4a4a4a; --link: #8ab8f0; --shade: #262626; } }
body { color: var(--ink); background: var(--ground); font: 1rem/1.55 system-ui, sans-serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); padding-bottom: 0.2rem; }
a { color: var(--link); }
code { background: var(--shade); padding: 0.1em 0.3em; border-radius: 3px; }
ul.tasks { list-style: none; padding-left: 0; }
ul.tasks > li { padding-left: 1.7rem; text-indent: -1.7rem; margin: 0.4rem 0; }
ul.tasks > li > * { text-indent: 0; }
.box { display: inline-block; width: 1.7rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
.chart { width: 100%; height: auto; overflow: visible; }
.chart text { fill: var(--ink); font: 14px system-ui, sans-serif; }
.chart .bar { fill: var(--link); }
.chart .rail { fill: var(--shade); }
.chart .line { fill: var(--line); }
.chart .mark { fill: var(--ink); stroke: var(--ground); }
@media (max-width: 34rem) {
  .chart text { font-size: 22px; }
}
@media print {
  :root { --ink: #000000; --ground: #ffffff; --line: #888888; --link: #000000; --shade: #ffffff; }
  main { max-width: none; padding: 0; }
  h2, h3, p:has(+ .chart) { break-after: avoid; }
  li, tr, .chart { break-inside: avoid; }
  .chart .bar { fill: #666666; }
  .chart .rail { fill: #dddddd; }
}`;

function blockHtml(block: Block): string {
  switch (block.type) {
    case "heading":
      return `<h${block.level}>${escapeHtml(tidy(block.text))}</h${block.level}>`;
    case "paragraph":
      return `<p>${lineHtml(block.line)}</p>`;
    case "tasks":
      return `<ul class="tasks">\n${block.tasks.map(taskHtml).join("\n")}\n</ul>`;
    case "points":
      return pointsHtml(block.points);
    case "table":
      return `<table>\n<thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(tidy(cell))}</th>`).join("")}</tr></thead>\n<tbody>\n${block.rows.map(rowHtml).join("\n")}\n</tbody>\n</table>`;
  }
}

function rowHtml(cells: readonly Line[]): string {
  return `<tr>${cells.map((cell) => `<td>${lineHtml(cell)}</td>`).join("")}</tr>`;
}

function taskHtml(task: Task): string {
  const box = task.isDone ? '<span class="box" role="img" aria-label="done">☑</span>' : '<span class="box" role="img" aria-label="to do">☐</span>';
  return `<li>${box}${lineHtml(task.line)}${pointsHtml(task.points ?? [])}</li>`;
}

function pointsHtml(points: readonly Point[]): string {
  if (points.length === 0) return "";
  return `<ul>\n${points.map((point) => `<li>${lineHtml(point.line)}${pointsHtml(point.points ?? [])}</li>`).join("\n")}\n</ul>`;
}

function lineHtml(line: Line): string {
  return line.map(spanHtml).join("");
}

function spanHtml(span: Span): string {
  if (typeof span === "string") return escapeHtml(tidySpan(span));
  if ("code" in span) return `<code>${escapeHtml(tidy(span.code))}</code>`;
  if ("strong" in span) return `<strong>${escapeHtml(tidy(span.strong))}</strong>`;
  if ("comment" in span) return "";
  const text = escapeHtml(tidy(span.text));
  return isWebAddress(span.link) ? `<a href="${escapeHtml(span.link)}" rel="noreferrer">${text}</a>` : text;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that html shows as it is, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
