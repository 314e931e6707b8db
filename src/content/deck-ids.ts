// Room: content. No two decks of a library may have one id: attempts and cards of the one would count for the other. Pure.
import type { Deck } from "../domain/deck.ts";
import { CoachError } from "../domain/errors.ts";

/** Throws a CoachError (input) that names both files where two decks have one id. */
export function checkDeckIds(decks: readonly Deck[], nameFile: (absolute: string) => string): void {
  const seen = new Map<string, Deck>();
  for (const deck of decks) {
    const first = seen.get(deck.id);
    if (first) throw clash([first, deck], nameFile);
    seen.set(deck.id, deck);
  }
}

function clash(both: readonly [Deck, Deck], nameFile: (absolute: string) => string): CoachError {
  const [first, second] = both.map((deck) => {
    const [question] = deck.questions;
    return question ? nameFile(question.place.file) : deck.path;
  });
  if (first === second) return new CoachError(`the deck ${first} is read twice`, { fault: "input", advice: "Name it once: by itself, or with its folder." });
  return new CoachError(`two decks have the id "${both[0].id}": ${first} and ${second}`, {
    fault: "input",
    advice: "Give one of them another name, or an id of its own in its front matter, or read only one of them.",
  });
}
