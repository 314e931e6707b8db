// Room: tests. A question of each kind, each in a deck of its own, and how it is asked for.
import { deckOf, pickQuestion, shelfQuestion } from "../support/shelf-question.ts";
import type { Stage } from "./fault.ts";

const kinds: Readonly<Record<string, string>> = {
  choice: pickQuestion,
  recall: "## Base\n`id: q`\n\nThe base is from {{130}} to {{180}}.\n",
  numeric: "## Sum\n`id: q` `unit: USD`\n\nHow much is {a} and 1?\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a + 1`\n",
  order: "## Stages\n`id: q`\n\nPut them in order.\n\n1. Define\n2. Measure\n3. Scale\n",
  sort: "## Signals\n`id: q`\n\nSort them.\n\n### Bucket: Signal\n- Orders\n- Money\n### Bucket: Noise\n- Views\n- Clicks\n",
  open: shelfQuestion(),
  rewrite:
    "## Better\n`id: q`\n\n### Weak answer\n> It is 94 % right.\n\n### Key points\n- **Money** `id: money`\n  - it saves money\n  - dollars a store\n  - what it is worth\n\n### Strong answer\n> It saves money in each store.\n",
};

/** Writes the decks. */
export function writeKinds(stage: Stage): void {
  for (const [kind, text] of Object.entries(kinds)) stage.write(`${kind}.md`, deckOf(text));
}

/** What asks each of them, and a story of the library. */
export const kindsAsked: readonly (readonly string[])[] = [
  ...Object.keys(kinds).map((kind) => ["drill", kind, "--decks", `${kind}.md`, "--count", "1"]),
  ["star"],
];
