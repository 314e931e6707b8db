// Room: domain. Everything that was read: decks, frameworks, loops, facts, sources, competencies.
import type { Competency } from "./competency.ts";
import type { Deck } from "./deck.ts";
import type { CompanyFacts } from "./facts.ts";
import type { Framework } from "./framework.ts";
import type { Loop } from "./loop.ts";
import type { Problem } from "./problem.ts";
import type { Source } from "./source.ts";

export interface Library {
  readonly decks: readonly Deck[];
  readonly frameworks: readonly Framework[];
  readonly loops: readonly Loop[];
  readonly facts: readonly CompanyFacts[];
  readonly sources: readonly Source[];
  readonly competencies: readonly Competency[];
  readonly problems: readonly Problem[];
  /** Where there is a place to keep anything. */
  readonly memory?: LibraryMemory | undefined;
}

/** What is kept of a library: which questions know which roots; the cards of a long history. One of each. */
export type KeptOfLibrary = "roots" | "cards";

/** Keeps what was made of a library, in numbers, until the library is another. */
export interface LibraryMemory {
  /** What was kept of this very library; undefined for nothing. */
  recall(what: KeptOfLibrary): Uint32Array | undefined;
  /** Where it cannot be kept it is made again the next time, and that is all. */
  keep(what: KeptOfLibrary, numbers: Uint32Array): void;
  /** The memory of this library with something in addition. */
  with(addition: string): LibraryMemory;
}
