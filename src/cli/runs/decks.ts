// Room: cli. `coach decks list` and `show`.
import type { Deck } from "../../domain/deck.ts";
import { deckListView, deckView } from "../../terminal/views/deck.ts";
import type { App } from "../app.ts";
import { unknownName } from "./unknown.ts";

/** Lists decks: all, or those of a company or a folder. */
export async function listDecks(app: App, what: string | undefined): Promise<void> {
  const { decks: all } = await app.library();
  const decks = what === undefined ? all : decksNamed(all, what);
  await app.show({
    text: (theme) => deckListView(decks, theme),
    json: () => ({ questions: decks.reduce((sum, deck) => sum + deck.tally.questions, 0), counts: countsOf(decks), decks: decks.map(deckJson) }),
  });
}

/** Questions of all these decks, by each thing that they can be chosen by. A question may count for several competencies. */
function countsOf(decks: readonly Deck[]): unknown {
  const by = (counted: (deck: Deck) => Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
    const sums = new Map<string, number>();
    for (const deck of decks) for (const [name, count] of Object.entries(counted(deck))) sums.set(name, (sums.get(name) ?? 0) + count);
    return Object.fromEntries(sums);
  };
  return {
    companies: by(({ company, tally }) => ({ [company ?? "general"]: tally.questions })),
    roles: by(({ role, tally }) => ({ [role ?? "general"]: tally.questions })),
    kinds: by(({ tally }) => tally.kinds),
    competencies: by(({ tally }) => tally.competencies),
  };
}

function decksNamed(decks: readonly Deck[], what: string): readonly Deck[] {
  const wanted = what.toLowerCase();
  const found = decks.filter((deck) => deck.id === wanted || deck.id.startsWith(`${wanted}/`) || deck.company?.toLowerCase() === wanted);
  if (found.length > 0) return found;
  const names = decks.flatMap((deck) => [deck.id, deck.id.split("/")[0] ?? "", deck.company?.toLowerCase() ?? ""]).filter((name) => name !== "");
  throw unknownName({ what: "deck, folder or company", name: what, among: names, list: "coach decks list shows all." });
}

function deckJson(deck: Deck): unknown {
  const { questions, kinds, competencies } = deck.tally;
  return {
    id: deck.id,
    title: deck.title,
    company: deck.company ?? null,
    role: deck.role ?? null,
    topic: deck.topic ?? null,
    path: deck.path,
    questions,
    kinds,
    competencies,
  };
}

/** Shows one deck with its questions. */
export async function showDeck(app: App, name: string): Promise<void> {
  const { decks } = await app.library();
  const wanted = name.toLowerCase().replace(/\.md$/, "");
  const deck = decks.find((candidate) => candidate.id === wanted) ?? onlyOne(decks.filter((candidate) => candidate.id.endsWith(`/${wanted}`)));
  if (!deck) throw unknownName({ what: "deck", name, among: decks.map((candidate) => candidate.id), list: "coach decks list shows all." });
  await app.show({
    text: (theme) => deckView(deck, theme),
    json: () => ({
      ...(deckJson(deck) as object),
      list: deck.questions.map(({ id, title, kind, minutes, difficulty, competencies, round, confidence }) => ({
        id,
        title,
        kind,
        minutes,
        difficulty,
        competencies,
        round: round ?? null,
        confidence,
      })),
    }),
  });
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
