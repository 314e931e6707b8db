// Room: content. The text of ids.lock: every question's id, so that none changes unseen. Pure.
import type { Library } from "../domain/library.ts";

/** A comment, then one full id a line, sorted. */
export function lockText(library: Pick<Library, "decks">): string {
  const ids = library.decks.flatMap((deck) => deck.questions.map((question) => question.id)).sort();
  return `# Ids of questions, which history is kept by. Made by: coach decks lint --lock\n${ids.map((id) => `${id}\n`).join("")}`;
}
