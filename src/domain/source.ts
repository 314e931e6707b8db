// Room: domain. Where a fact comes from and how far to trust it.

/** official: the company's own words. reported: second hand, dated or named. unverified: neither. own: practice material or arithmetic of ours. */
export const confidences = ["official", "reported", "unverified", "own"] as const;
export type Confidence = (typeof confidences)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly about: string;
  readonly date?: string | undefined;
  readonly retrieved?: string | undefined;
  readonly url?: string | undefined;
}

/** A reference as a deck writes it: `W-PM-18` is item 18 of source `W-PM`. */
export interface SourceReference {
  readonly source: string;
  readonly item?: string | undefined;
}

/** The reference as a deck writes it. */
export function tellReference(reference: SourceReference): string {
  return reference.item === undefined ? reference.source : `${reference.source}-${reference.item}`;
}
