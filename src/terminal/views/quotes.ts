// Room: terminal. The words of an answer that matched, quoted so that they show without colour too. Pure.
import type { Span } from "../../domain/span.ts";
import type { Theme } from "../theme.ts";
import { type Piece, type Style, wrapPieces } from "./wrap.ts";

/** Words between two matches that are quoted along with them; more is left out. In UTF-16 units. */
const bridge = 40;
/** A quote is to be recognised, not read again. */
const longest = 240;

/** The matched stretches of a text in quotation marks, the matched words themselves bold and underlined. No rows for no spans. */
export function quoteRows(text: string, spans: readonly Span[], { theme, width }: { readonly theme: Theme; readonly width: number }): readonly string[] {
  const groups = groupSpans(text, mergeSpans(text, spans));
  if (groups.length === 0) return [];
  const highlight = matched(theme);
  const pieces = groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ text: ` ${theme.glyphs.ellipsis} ` }]),
    ...quotePieces(text, group, { highlight, ellipsis: theme.glyphs.ellipsis }),
  ]);
  return wrapPieces([{ text: '"' }, ...pieces, { text: '"' }], width);
}

/** A text whole, its matched words marked: bold and underlined, or in brackets where there is no colour. Its line ends stay. */
export function markedRows(text: string, spans: readonly Span[], { theme, width }: { readonly theme: Theme; readonly width: number }): readonly string[] {
  const lines: Piece[][] = [[]];
  const add = (part: string, style?: Style): void =>
    part.split("\n").forEach((line, index) => {
      if (index > 0) lines.push([]);
      if (line !== "") lines.at(-1)?.push(style ? markedPiece(line, style, theme) : { text: line });
    });
  let at = 0;
  for (const { start, end } of mergeSpans(text, spans)) {
    add(text.slice(at, start));
    add(text.slice(start, end), matched(theme));
    at = end;
  }
  add(text.slice(at));
  return lines.flatMap((pieces) => wrapPieces(pieces, width));
}

/** How matched words look. */
function matched(theme: Theme): Style {
  return (part) => theme.bold(theme.underline(part));
}

function markedPiece(text: string, style: Style, theme: Theme): Piece {
  return theme.colour ? { text, style } : { text: `[${text}]` };
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

function quotePieces(
  text: string,
  group: readonly Span[],
  { highlight, ellipsis }: { readonly highlight: Style; readonly ellipsis: string },
): readonly Piece[] {
  return group.flatMap(({ start, end }, index) => {
    const before = index === 0 ? "" : text.slice(group[index - 1]?.end ?? start, start);
    const words = end - start > longest ? `${text.slice(start, start + longest).replace(/\s+\S*$/, "")} ${ellipsis}` : text.slice(start, end);
    return [...(before === "" ? [] : [{ text: before }]), { text: words, style: highlight }];
  });
}
