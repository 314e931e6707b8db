// Room: terminal. Where a fact comes from and how far to trust it, in words. Pure.
import { type Confidence, type Source, type SourceReference, tellReference } from "../../domain/source.ts";
import type { Theme } from "../theme.ts";
import { hangText } from "./wrap.ts";

/** Finds a source by its id; undefined for one that is not listed. */
export type FindSource = (id: string) => Source | undefined;

const leads: Readonly<Record<Confidence, string>> = { official: "Official", reported: "Reported by", unverified: "Unverified", own: "Source" };

interface Cited {
  readonly source: Source | undefined;
  readonly id: string;
  readonly references: readonly string[];
}

/** A source's own id may look like a reference to an item of another. */
function find(reference: SourceReference, sources: FindSource): Source | undefined {
  return sources(tellReference(reference)) ?? sources(reference.source);
}

function cite(references: readonly SourceReference[], sources: FindSource): readonly Cited[] {
  const cited = new Map<string, { source: Source | undefined; id: string; references: string[] }>();
  for (const reference of references) {
    const source = find(reference, sources);
    const id = source?.id ?? reference.source;
    const known = cited.get(id);
    if (known) known.references.push(tellReference(reference));
    else cited.set(id, { source, id, references: [tellReference(reference)] });
  }
  return [...cited.values()];
}

/** `Reported by: Walmart AI/ML product manager guide, 2026 (W-PM-18)`, a line for each source; no lines without references. */
export function sourceLines(references: readonly SourceReference[], sources: FindSource): readonly string[] {
  return cite(references, sources).map(({ source, references: cited }) => {
    const items = cited.join(", ");
    return source ? `${leads[source.confidence]}: ${tellSource(source)} (${items})` : `Source: ${items}`;
  });
}

/** Title and date, the date left out where the title has it. */
function tellSource({ title, date }: Source): string {
  return date === undefined || title.includes(date.slice(0, 4)) ? title : `${title}, ${date}`;
}

/** `reported, W-PM-18`: short enough to stand behind each line; empty without references. */
export function sourceTag(references: readonly SourceReference[], sources: FindSource): string {
  return cite(references, sources)
    .map(({ source, references: cited }) => [...(source ? [source.confidence] : []), ...cited].join(", "))
    .join("; ");
}

const meanings: Readonly<Record<Confidence, string>> = {
  official: "the company's own words",
  reported: "second hand, with a name or a date",
  unverified: "neither named nor dated; do not lean on it",
  own: "practice material or arithmetic of this library",
};

/** What the tags of a page stand for: each source once, with its date and how far to trust it. */
export function sourceKey(references: readonly SourceReference[], sources: FindSource, theme: Theme): readonly string[] {
  const known = cite(references, sources).flatMap(({ source }) => source ?? []);
  if (known.length === 0) return [];
  const lines = known.flatMap((source) => hangText("  ", `${source.id}: ${tellSource(source)} (${source.confidence})`, theme.columns()));
  const used = [...new Set(known.map((source) => source.confidence))];
  return [
    theme.bold("Sources"),
    ...lines,
    ...used.flatMap((confidence) => hangText("  ", `${confidence}: ${meanings[confidence]}`, theme.columns()).map((row) => theme.dim(row))),
  ];
}
