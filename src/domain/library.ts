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
}
