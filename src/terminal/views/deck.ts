// Room: terminal. Decks, listed and one by one. Pure.
import type { Deck } from "../../domain/deck.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "./markdown.ts";
import { tableRows } from "./table.ts";
import { count, kindWords, tellDifficulty, tellMinutes } from "./words.ts";
import { spaced, viewOf, wrap } from "./wrap.ts";

/** All decks, with how many questions each holds. */
export function deckListView(decks: readonly Deck[], theme: Theme): string {
  if (decks.length === 0) return viewOf(wrap("No decks.", theme.columns()));
  const rows = decks.map((deck) => [deck.id, String(deck.questions.length), plainText(deck.title)]);
  const questions = decks.reduce((sum, deck) => sum + deck.questions.length, 0);
  return viewOf(
    spaced(
      tableRows({ columns: [{ title: "Deck" }, { title: "Questions", align: "right" }, { title: "Title" }], rows }, theme),
      wrap(`${count(questions, "question")} in ${count(decks.length, "deck")}. Look into one: coach decks show <deck>. Practise it: coach drill <deck>.`, theme.columns()),
    ),
  );
}

/** One deck: its questions with kind, minutes and difficulty. No answers, so that it can be looked at before a drill. */
export function deckView(deck: Deck, theme: Theme): string {
  const { id, title, company, role, topic, path, questions } = deck;
  const minutes = questions.reduce((sum, question) => sum + question.minutes, 0);
  const about = [company, role, topic].filter((part) => part !== undefined);
  const rows = questions.map((question) => [question.id.slice(id.length + 1), kindWords[question.kind], tellMinutes(question.minutes), tellDifficulty(question.difficulty), plainText(question.title)]);
  const columns = [{ title: "Question" }, { title: "Kind" }, { title: "Time" }, { title: "Difficulty" }, { title: "Title" }];
  return viewOf(
    spaced(
      [...wrap(title, theme.columns(), theme.bold), ...wrap([...about, path].join(` ${theme.glyphs.dot} `), theme.columns(), theme.dim)],
      questions.length === 0 ? [] : tableRows({ columns, rows }, theme),
      wrap(`${count(questions.length, "question")}, ${tellMinutes(minutes)} in all. Practise: coach drill ${id}`, theme.columns()),
    ),
  );
}
