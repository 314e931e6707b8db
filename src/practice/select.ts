// Room: practice. Which questions a person means by `walmart`, `jd/ai-pm/cases`, `panel` or a question's id. Pure.
import type { Deck } from "../domain/deck.ts";
import type { Library } from "../domain/library.ts";
import type { Kind, Question } from "../domain/question.ts";

export interface Filters {
  readonly kinds?: readonly Kind[] | undefined;
  readonly topic?: string | undefined;
  readonly round?: string | undefined;
}

/** A company of the library: the folder it has, its name, and how many questions. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly questions: number;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "");

/** Companies that have decks, by name. */
export function companiesIn(library: Library): readonly Company[] {
  const companies = new Map<string, { id: string; name: string; questions: number }>();
  for (const deck of library.decks) {
    if (deck.company === undefined) continue;
    const key = plain(deck.company);
    const company = companies.get(key) ?? { id: companyFolder(deck), name: deck.company, questions: 0 };
    company.questions += deck.tally.questions;
    companies.set(key, company);
  }
  return [...companies.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folder of a company's decks; a loose deck has none, so its company's name stands in. */
function companyFolder(deck: Deck): string {
  const [folder = ""] = deck.id.split("/");
  return deck.id.includes("/") ? folder : plain(deck.company ?? "");
}

/** Questions of one company, named by folder or by name in any case; undefined when there is no such company. */
export function questionsOfCompany(library: Library, name: string): readonly Question[] | undefined {
  const wanted = plain(name);
  const company = companiesIn(library).find((candidate) => candidate.id === wanted || plain(candidate.name) === wanted);
  if (!company) return undefined;
  return library.decks.filter((deck) => plain(deck.company ?? "") === plain(company.name)).flatMap((deck) => deck.questions);
}

/**
 * Questions behind a name: a company, a folder of decks or a loop (`walmart/ai-pm`), a deck, a question, a round, a competency, or a topic; tried in that order.
 * Undefined when the name means nothing.
 */
export function questionsNamed(library: Library, name: string): readonly Question[] | undefined {
  const all = library.decks.flatMap((deck) => deck.questions);
  const wanted = plain(name);
  const matches: readonly ((question: Question) => boolean)[] = [
    (question) => question.deck === wanted || question.deck.startsWith(`${wanted}/`),
    (question) => question.id === wanted,
    (question) => question.deck.endsWith(`/${wanted}`),
    (question) => question.round === wanted,
    (question) => question.competencies.includes(wanted),
    (question) => question.framework === wanted,
    (question) => plain(question.topic ?? "") === wanted,
    (question) => question.id.endsWith(`/${wanted}`),
  ];
  const ofCompany = questionsOfCompany(library, name);
  if (ofCompany) return ofCompany;
  for (const match of matches) {
    const found = all.filter(match);
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Every name that `questionsNamed` would understand, for suggestions and completion. */
export function namesIn(library: Library): readonly string[] {
  const names = new Set<string>(companiesIn(library).map((company) => company.id));
  for (const deck of library.decks) {
    names.add(deck.id);
    names.add(deck.id.split("/").slice(0, -1).join("/"));
    for (const question of deck.questions) {
      for (const competency of question.competencies) names.add(competency);
      if (question.round !== undefined) names.add(question.round);
      if (question.topic !== undefined) names.add(plain(question.topic));
    }
  }
  names.delete("");
  return [...names].sort();
}

/** Keeps the questions that pass every filter that is given. A topic also matches a competency. */
export function filterQuestions(questions: readonly Question[], filters: Filters): readonly Question[] {
  const { kinds, topic, round } = filters;
  const wanted = topic === undefined ? undefined : plain(topic);
  return questions.filter(
    (question) =>
      (kinds === undefined || kinds.includes(question.kind)) &&
      (round === undefined || question.round === round) &&
      (wanted === undefined || plain(question.topic ?? "") === wanted || question.competencies.includes(wanted)),
  );
}
