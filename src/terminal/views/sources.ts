// Room: terminal. Where a fact comes from, in a line. Pure.
import type { Source } from "../../domain/source.ts";

/** Finds a source by its id; undefined for one that is not listed. */
export type FindSource = (id: string) => Source | undefined;
