// Room: tests. A question in sentences, as a deck has it, for tests that are about what becomes of an answer.

/** What may be said of it: its id, and one more way to say that trust is lost. */
export interface ShelfQuestion {
  readonly id?: string;
  readonly minutes?: number;
  readonly hint?: string;
  readonly trust?: string;
}

/** Asks why empty shelves cost money; its key points are `lost-sales` and `trust`. */
export function shelfQuestion({ id = "explain", minutes = 2, hint, trust = "shoppers lose trust in us" }: ShelfQuestion = {}): string {
  return `## Explain
\`id: ${id}\` \`minutes: ${minutes}\`

Explain why empty shelves cost money.
${hint === undefined ? "" : `\nHint: ${hint}\n`}
### Key points
- **Lost sales** \`id: lost-sales\`
  - shoppers leave without buying
  - every empty shelf is a lost sale
  - people buy it somewhere else
- **Trust** \`id: trust\`
  - they do not come back to the store
  - ${trust}
  - loyalty goes down over time

### Model answer
Every empty shelf is a lost sale, and loyalty goes down over time.
`;
}

/** A question with two options, of which the first is right. */
export const pickQuestion = `## Pick
\`id: pick\`

- [x] Right — because it is
- [ ] Wrong — it is not
`;

/** A deck of these questions; its id is its file's name. */
export function deckOf(...questions: readonly string[]): string {
  return `---\ntitle: Mine\ncompany: Testco\n---\n\n${questions.join("\n")}`;
}
