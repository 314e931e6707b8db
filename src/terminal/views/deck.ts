// Room: terminal. Decks, and the questions of one. Pure.
import type { Deck } from "../../domain/deck.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "./markdown.ts";
import { tableRows } from "./table.ts";
import { spaced, viewOf, wrap } from "./wrap.ts";

/** All decks by company, each with what it holds and how long it takes. */
export function deckListView(decks: readonly Deck[], theme: Theme): string {
  const companies = [...new Set(decks.map((deck) => deck.company ?? "General"))].sort(
    (a, b) => Number(a === "General") - Number(b === "General") || (a < b ? -1 : 1),
  );
  const blocks = companies.map((company) => {
    const own = decks.filter((deck) => (deck.company ?? "General") === company);
    const rows = own.map((deck) => [deck.id, deck.title, String(deck.tally.questions), tellMinutes(deck.tally.minutes)]);
    return [
      theme.bold(company),
      ...tableRows(
        { columns: [{ title: "deck" }, { title: "about" }, { title: "questions", align: "right" }, { title: "minutes", align: "right" }], rows },
        theme,
      ),
    ];
  });
  const total = decks.reduce((sum, deck) => sum + deck.tally.questions, 0);
  const end = wrap(
    `${total} questions in ${decks.length} ${decks.length === 1 ? "deck" : "decks"}. coach decks show DECK lists its questions; coach drill DECK practises it.`,
    theme.columns(),
  );
  return viewOf(spaced(...blocks, end));
}

function tellMinutes(minutes: number): string {
  return String(Math.max(1, Math.round(minutes)));
}

/** One deck: its questions with kind, minutes and difficulty. No answers, so that it can be looked at before a drill. */
export function deckView(deck: Deck, theme: Theme): string {
  const about = [deck.company, deck.role, deck.topic].filter((part) => part !== undefined).join(", ");
  const rows = deck.questions.map((question) => [
    question.id.slice(deck.id.length + 1),
    plainText(question.title),
    question.kind,
    String(question.minutes),
    "*".repeat(question.difficulty),
  ]);
  const columns = [{ title: "id" }, { title: "question" }, { title: "kind" }, { title: "min", align: "right" as const }, { title: "hard" }];
  const head = [theme.bold(deck.title), ...(about === "" ? [] : wrap(about, theme.columns(), theme.dim))];
  const end = wrap(
    `${tellKinds(deck)}; about ${tellMinutes(deck.tally.minutes)} minutes. coach drill ${deck.id} practises them; a question's full id is ${deck.id}/ID.`,
    theme.columns(),
  );
  return viewOf(spaced(head, tableRows({ columns, rows }, theme), end));
}

function tellKinds(deck: Deck): string {
  return Object.entries(deck.tally.kinds)
    .map(([kind, number]) => `${number} ${kind}`)
    .join(", ");
}
