// Room: content. ids.lock: every question's id, so that none changes unseen. Pure.
import { questionsOf } from "../domain/framework-practice.ts";
import type { Library } from "../domain/library.ts";
import type { Question, QuestionId } from "../domain/question.ts";

/** A comment, then one full id a line, sorted. */
export function lockText(questions: readonly { readonly id: QuestionId }[]): string {
  const ids = questions.map(({ id }) => id).sort();
  return `# Ids of questions, which history is kept by. Made by: coach decks lint --lock\n${ids.map((id) => `${id}\n`).join("")}`;
}

/** The questions whose ids the lock of a folder notes: those of the decks below it, and those that its frameworks make. */
export function questionsBelow(folder: string, { decks, frameworks }: Pick<Library, "decks" | "frameworks">): readonly Question[] {
  const all = [...decks.flatMap((deck) => deck.questions), ...frameworks.flatMap(questionsOf)];
  return all.filter(({ place }) => isBelow(folder, place.file));
}

/** An empty folder name is the one where the person stands; files elsewhere have absolute names. */
export function isBelow(folder: string, file: string): boolean {
  return folder === "" ? !/^(?:[A-Za-z]:)?\//.test(file) : file.startsWith(`${folder}/`);
}
