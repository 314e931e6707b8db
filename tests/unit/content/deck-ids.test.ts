// Room: tests. Two decks of one id are refused with the names of both, and a deck that is named twice is told as such.
import { expect, test } from "vitest";
import { checkDeckIds } from "../../../src/content/deck-ids.ts";
import { parseDeck } from "../../../src/content/deck.ts";
import type { Deck } from "../../../src/domain/deck.ts";
import { CoachError } from "../../../src/domain/errors.ts";
import { deckText, fileOf, quickText } from "../../support/decks.ts";

function deckAt(path: string, { id, questions = quickText("q") }: { readonly id?: string; readonly questions?: string } = {}): Deck {
  const { value } = parseDeck(fileOf(deckText(questions, `title: T${id === undefined ? "" : `\nid: ${id}`}`), path));
  if (!value) throw new Error(`no deck at ${path}`);
  return value;
}

const nameFile = (absolute: string): string => `./${absolute}`;

function refusal(...decks: readonly Deck[]): unknown {
  try {
    return checkDeckIds(decks, nameFile);
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    return { fault: error.fault, message: error.message, advice: error.advice };
  }
}

test("decks of different ids go together, also none and one", () => {
  expect(refusal()).toBeUndefined();
  expect(refusal(deckAt("a.md"))).toBeUndefined();
  expect(refusal(deckAt("a.md"), deckAt("b.md"), deckAt("c/a.md"))).toBeUndefined();
});

test("two files of one id are named, the first first, wherever they stand among others", () => {
  expect(refusal(deckAt("z.md"), deckAt("b.md", { id: "twin" }), deckAt("y.md"), deckAt("a.md", { id: "twin" }))).toEqual({
    fault: "input",
    message: 'two decks have the id "twin": ./b.md and ./a.md',
    advice: "Give one of them another name, or an id of its own in its front matter, or read only one of them.",
  });
});

test("a deck without a question is named by its path", () => {
  expect(refusal(deckAt("b.md", { id: "twin", questions: "" }), deckAt("a.md", { id: "twin" }))).toMatchObject({
    message: 'two decks have the id "twin": b.md and ./a.md',
  });
});

test("a file that is read twice is no second deck", () => {
  expect(refusal(deckAt("a.md"), deckAt("a.md"))).toEqual({
    fault: "input",
    message: "the deck ./a.md is read twice",
    advice: "Name it once: by itself, or with its folder.",
  });
});
