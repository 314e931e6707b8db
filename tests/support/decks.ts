// Room: tests. Decks as texts, and what reading them says.
import type { Library } from "../../src/domain/library.ts";
import { parseDeck } from "../../src/content/deck.ts";
import type { FileText } from "../../src/content/page.ts";
import type { Deck } from "../../src/domain/deck.ts";
import type { Problem } from "../../src/domain/problem.ts";
import type { Kind, Question } from "../../src/domain/question.ts";

/** A file of a library, as its parser gets it. */
export function fileOf(text: string, path = "acme/pm/deck.md"): FileText {
  return { file: path, path, text };
}

/** A deck of the given questions. */
export function deckText(questions: string, front = "title: A deck"): string {
  return `---\n${front}\n---\n\n${questions}\n`;
}

/** A quick question with nothing but its id, and settings beside it. */
export function quickText(id: string, settings = ""): string {
  return `## Question ${id}\n\n\`id: ${id}\`${settings}\n\nAnswer: a\n\n`;
}

/** A deck of two choices, `pick` and `other`, of which `a` is right. */
export const picksText = deckText(
  ["Pick", "Other"].map((title) => `## ${title}\n\n\`id: ${title.toLowerCase()}\`\n\n- [x] Right\n- [ ] Wrong\n`).join("\n"),
  "title: Mine\ncompany: Walmart",
);

/** Three sound prompts for a framework with these parts. */
export function promptsText(parts: readonly string[]): string {
  const said = (prompt: number): string =>
    parts.map((name) => `- **${name}**\n${[1, 2, 3, 4].map((way) => `  - ${name} of ${prompt}, said in way ${way}\n`).join("")}`).join("");
  const prompt = (number: number): string => `### Prompt ${number}\n\`id: prompt-${number}\`\n\nWhat of ${number}?\n\n${said(number)}\n> All of ${number}.\n`;
  return `## Prompts\n${[1, 2, 3].map(prompt).join("\n")}`;
}

/** `rule line:column`, in the order of the file. */
export function told(problems: readonly Problem[]): readonly string[] {
  return [...problems]
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

/** Reads a deck that has nothing wrong with it. */
export function soundDeck(text: string, path?: string): Deck {
  const { value, problems } = parseDeck(fileOf(text, path));
  if (!value || problems.length > 0) throw new Error(problems.map(({ rule, place, message }) => `${rule} ${place.line}:${place.column} ${message}`).join("\n"));
  return value;
}

/** Reads a deck of one sound question of the wanted kind. */
export function soundQuestion<K extends Kind>(kind: K, body: string, front?: string): Extract<Question, { readonly kind: K }> {
  const [question] = soundDeck(deckText(body, front)).questions;
  if (question?.kind !== kind) throw new Error(`the question is of kind ${question?.kind ?? "none"}`);
  return question as Extract<Question, { readonly kind: K }>;
}

/** A library with all that it reads when it is asked, as it would be written down. */
export function writtenDown(library: Library | undefined): unknown {
  const decks = library?.decks.map((deck) => {
    const { questions, minutes, kinds, competencies } = deck.tally;
    return { ...deck, questions: deck.questions, outline: deck.outline, tally: { questions, minutes, kinds, competencies } };
  });
  return JSON.parse(JSON.stringify({ ...library, decks }));
}
