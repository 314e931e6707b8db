// Room: terminal. The words of an answer that matched, quoted so that they show without colour too. Pure.
import type { Span } from "../../domain/span.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { type Piece, wrapPieces } from "./wrap.ts";

/** Words between two matches that are quoted along with them; more is left out. In UTF-16 units. */
const bridge = 40;
/** A quote is to be recognised, not read again. */
const longest = 240;

interface Room {
  readonly theme: Theme;
  readonly width: number;
}

/** A piece of a quote: it matched alone, it matched among words that did not, or it did not. */
interface Fragment {
  readonly text: string;
  readonly match: "all" | "some" | "none";
}

/** The matched stretches of a text in quotation marks, the matched words themselves marked. No rows for no spans. */
export function quoteRows(text: string, spans: readonly Span[], { theme, width }: Room): readonly string[] {
  const fragments = fragmentsOf(text, spans, theme);
  return fragments.length === 0 ? [] : wrapPieces([{ text: '"' }, ...fragments.map((fragment) => pieceOf(fragment, theme)), { text: '"' }], width);
}

/** The same in one row, cut where it is longer; none where no word of it fits. */
export function quoteRow(text: string, spans: readonly Span[], { theme, width }: Room): readonly string[] {
  const fragments = fragmentsOf(text, spans, theme).map((fragment) => ({ ...fragment, text: fragment.text.replaceAll(/\s+/g, " ") }));
  const drawn = drawCut(fragments, width - 2, theme);
  return drawn === "" ? [] : [`"${drawn}"`];
}

/** Whole words from the first on, as many as fit, and an ellipsis where any is left out. */
function drawCut(fragments: readonly Fragment[], width: number, theme: Theme): string {
  const { ellipsis } = theme.glyphs;
  const whole = fragments.reduce((sum, fragment) => sum + cellsOf(fragment, theme), 0);
  let left = whole <= width ? whole : width - textWidth(ellipsis) - 1;
  const drawn: string[] = [];
  for (const fragment of fragments) {
    const cut = cutTo(fragment, left, theme);
    if (cut.text.trim() !== "") drawn.push(draw(cut, theme));
    left -= cellsOf(fragment, theme);
    if (left <= 0) break;
  }
  const row = drawn.join("").trimEnd();
  return whole <= width || row === "" ? row : `${row} ${ellipsis}`;
}

function cutTo(fragment: Fragment, width: number, theme: Theme): Fragment {
  if (cellsOf(fragment, theme) <= width) return fragment;
  const words = fragment.text.split(/(?<=\s)/);
  let text = "";
  for (const word of words) {
    if (cellsOf({ ...fragment, text: (text + word).trimEnd() }, theme) > width) break;
    text += word;
  }
  return { ...fragment, text: text.trimEnd() };
}

function draw(fragment: Fragment, theme: Theme): string {
  const { text, style } = pieceOf(fragment, theme);
  return style ? style(text) : text;
}

function cellsOf(fragment: Fragment, theme: Theme): number {
  return textWidth(pieceOf(fragment, theme).text);
}

/** A text whole, its matched words marked: bold and underlined, or in brackets where there is no colour. Its line ends stay. */
export function markedRows(text: string, spans: readonly Span[], { theme, width }: Room): readonly string[] {
  const lines: Piece[][] = [[]];
  const add = (part: string, match: Fragment["match"]): void =>
    part.split("\n").forEach((line, index) => {
      if (index > 0) lines.push([]);
      if (line !== "") lines.at(-1)?.push(pieceOf({ text: line, match }, theme));
    });
  let at = 0;
  for (const { start, end } of mergeSpans(text, spans)) {
    add(text.slice(at, start), "none");
    add(text.slice(start, end), "some");
    at = end;
  }
  add(text.slice(at), "none");
  return lines.flatMap((pieces) => wrapPieces(pieces, width));
}

/** Matched words are bold and underlined; without colour in brackets, which is not needed where the quotation marks stand around them alone. */
function pieceOf({ text, match }: Fragment, theme: Theme): Piece {
  if (match === "none") return { text };
  if (theme.colour) return { text, style: (part) => theme.bold(theme.underline(part)) };
  return { text: match === "all" ? text : `[${text}]` };
}

function mergeSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const span = { start: Math.max(start, 0), end: Math.min(end, text.length) };
    const last = merged.at(-1);
    if (span.end <= span.start) continue;
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function groupSpans(text: string, spans: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let used = 0;
  for (const span of spans) {
    const last = groups.at(-1)?.at(-1);
    const between = last ? text.slice(last.end, span.start) : "";
    used += span.end - span.start;
    if (last && used > longest) break;
    if (last && between.length <= bridge && !between.includes("\n\n")) groups.at(-1)?.push(span);
    else groups.push([span]);
  }
  return groups;
}

function fragmentsOf(text: string, spans: readonly Span[], theme: Theme): readonly Fragment[] {
  const gap: Fragment = { text: ` ${theme.glyphs.ellipsis} `, match: "none" };
  return groupSpans(text, mergeSpans(text, spans)).flatMap((group, index) => [...(index === 0 ? [] : [gap]), ...groupFragments(text, group, theme)]);
}

function groupFragments(text: string, group: readonly Span[], theme: Theme): readonly Fragment[] {
  const match = group.length === 1 ? "all" : "some";
  return group.flatMap(({ start, end }, index) => {
    const before = index === 0 ? "" : text.slice(group[index - 1]?.end ?? start, start);
    const words =
      end - start > longest ? `${text.slice(start, start + longest).replace(/(?<!\s)\s+\S*$/, "")} ${theme.glyphs.ellipsis}` : text.slice(start, end);
    return [...(before === "" ? [] : [{ text: before, match: "none" as const }]), { text: words, match }];
  });
}
