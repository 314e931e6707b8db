// Room: content. Lines of a page that are not to be read as a deck: fenced blocks and HTML comments. Pure.

/** A page's lines with comments blanked out, and which of them stand in fenced blocks. */
export interface Asides {
  readonly lines: readonly string[];
  /** 1 for every line of a fenced block, its fences included; undefined when there is none. */
  readonly fenced: Uint8Array | undefined;
  /** What is opened and never closed, and in which line (from 1). */
  readonly open: { readonly what: string; readonly line: number } | undefined;
}

interface Walk {
  readonly lines: string[];
  readonly fenced: Uint8Array;
  /** The marks that opened the block, `<!--` for a comment, or nothing. */
  inside: string;
  since: number;
}

const opening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*|(<!--).*)$/s;
const closing = /^ {0,3}(`{3,}|~{3,})\s*$/;

/** Splits a text into lines and finds its asides, as CommonMark has them. Linear time. */
export function asidesOf(text: string): Asides {
  const lines = text.split("\n");
  if (!text.includes("```") && !text.includes("~~~") && !text.includes("<!--")) return { lines, fenced: undefined, open: undefined };
  const walk: Walk = { lines, fenced: new Uint8Array(lines.length), inside: "", since: 0 };
  for (let index = 0; index < lines.length; index += 1) step(walk, index, lines[index] ?? "");
  const open = walk.inside === "" ? undefined : { what: walk.inside === "<!--" ? "comment" : "fenced block", line: walk.since };
  return { lines, fenced: walk.fenced, open };
}

function step(walk: Walk, index: number, text: string): void {
  if (walk.inside === "<!--") blankOut(walk, index, text);
  else if (walk.inside === "") open(walk, index, text);
  else {
    walk.fenced[index] = 1;
    if (closing.exec(text)?.[1]?.startsWith(walk.inside)) walk.inside = "";
  }
}

function open(walk: Walk, index: number, text: string): void {
  const found = opening.exec(text);
  if (!found) return;
  const [, ticks, tildes, comment] = found;
  walk.inside = ticks ?? tildes ?? comment ?? "";
  walk.since = index + 1;
  if (comment === undefined) walk.fenced[index] = 1;
  else blankOut(walk, index, text);
}

/** Spaces instead of the comment, so that columns stay. */
function blankOut(walk: Walk, index: number, text: string): void {
  const end = text.indexOf("-->");
  walk.lines[index] = end === -1 ? "" : " ".repeat(end + 3) + text.slice(end + 3);
  if (end !== -1) walk.inside = "";
}
