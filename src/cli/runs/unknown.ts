// Room: cli. The error for a name that means nothing, with the nearest that does.
import { CoachError } from "../../domain/errors.ts";
import { nearest } from "../../language/spelling.ts";

export interface UnknownName {
  /** What kind of thing was meant. */
  readonly what: string;
  readonly name: string;
  readonly among: readonly string[];
  /** What to say when nothing is near, and after the suggestion. */
  readonly list: string;
}

export function unknownName(unknown: UnknownName): CoachError {
  const near = nearest(unknown.name.toLowerCase(), [...new Set(unknown.among)]);
  const advice = near === undefined ? unknown.list : `Did you mean "${near}"? ${unknown.list}`;
  return new CoachError(`there is no ${unknown.what} "${unknown.name}"`, { fault: "usage", advice });
}
