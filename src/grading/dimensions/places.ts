// Room: grading. Where a pattern stands in a text. Pure.
import type { Span } from "../../domain/span.ts";

/** The places that a global pattern without empty matches has in a text, in order. */
export function placesOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (found) => ({ start: found.index, end: found.index + found[0].length }));
}
