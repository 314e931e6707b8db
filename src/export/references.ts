// Room: export. Where each statement comes from, and how far to trust it. Pure.
import { type Source, type SourceReference, tellReference } from "../domain/source.ts";
import type { Block, Line, Point } from "./document.ts";

/** Finds what is known of a reference's source. */
export type SourceLookup = (reference: SourceReference) => Source | undefined;

/** ` (W-PM-18, reported)`, to stand behind a statement; empty without references. */
export function tellReferences(references: readonly SourceReference[], source: SourceLookup): string {
  if (references.length === 0) return "";
  const confidences = new Set(references.map((reference) => source(reference)?.confidence ?? "unverified"));
  return ` (${references.map(tellReference).join(", ")}; ${[...confidences].join(", ")})`;
}

/** Every source that was referred to, once, with its confidence. */
export function sourceBlocks(references: readonly SourceReference[], source: SourceLookup): readonly Block[] {
  const first = new Map<string, SourceReference>();
  for (const reference of references) {
    const id = source(reference)?.id ?? reference.source;
    if (!first.has(id)) first.set(id, reference);
  }
  if (first.size === 0) return [];
  return [
    { type: "heading", level: 2, text: "Sources" },
    { type: "points", points: [...first.values()].map((reference): Point => ({ line: sourceLine(reference, source(reference)) })) },
  ];
}

function sourceLine(reference: SourceReference, source: Source | undefined): Line {
  if (!source) return [{ strong: reference.source }, ": unverified; nothing more is known of it"];
  const title = source.url === undefined ? source.title : { link: source.url, text: source.title };
  const date = source.date !== undefined && source.title.includes(source.date) ? undefined : source.date;
  const dates = [date, source.retrieved === undefined ? undefined : `retrieved ${source.retrieved}`].filter((part) => part !== undefined);
  return [{ strong: source.id }, ": ", title, `, ${[source.confidence, ...dates].join(", ")}`];
}
