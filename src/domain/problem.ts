// Room: domain. What is wrong in a file, and where. Values only.

/** A place in a file: line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/** One complaint about a file: what is wrong, where, and how to mend it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly advice: string;
}

/** What a parser gives: parsing never fails, it returns what it could read and what was wrong. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** `file:line:column`, as editors and terminals link it. */
export function tellPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}
