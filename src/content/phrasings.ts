// Room: content. A person's own phrasings: the lines of their file, and the library with them. Pure.
import type { Deck } from "../domain/deck.ts";
import type { Framework } from "../domain/framework.ts";
import type { Library } from "../domain/library.ts";
import { hashOf } from "../domain/names.ts";
import { longestPhrasing, type OwnPhrasing } from "../domain/phrasing.ts";
import type { KeyPoint, Question, StarQuestion } from "../domain/question.ts";
import { starParts } from "../domain/question.ts";
import { clean } from "./clean.ts";

/** What the file begins with. */
export const phrasingsHead =
  "# Your own ways to say key points, accepted when you corrected marks: question#key point: words.\n# Delete a line to take it back.\n";

/** Lines that are read; more would be no person's. */
const mostLines = 5000;
/** Own phrasings of one key point that count, the last ones: each is compared with every answer. */
const mostOfOne = 5;
const line = /^(\S{1,300})#(\S{1,100}): (.+)$/;

/** The phrasings of a file's text, in its order. Lines of another form, comments among them, are passed over. */
export function parsePhrasings(text: string): readonly OwnPhrasing[] {
  const rows = clean(text).split("\n").slice(0, mostLines);
  return rows.flatMap((row) => {
    const [, question, keyPoint, words = ""] = line.exec(row.trim()) ?? [];
    return question === undefined || keyPoint === undefined || words.length > longestPhrasing ? [] : [{ question, keyPoint, words }];
  });
}

/** The line of a phrasing, with its line end. */
export function phrasingLine({ question, keyPoint, words }: OwnPhrasing): string {
  const inOne = clean(words).replace(/\s+/g, " ").trim();
  return `${question}#${keyPoint}: ${inOne.slice(0, longestPhrasing)}\n`;
}

/** The library with the phrasings beside those of its decks. What it reads only when it is asked for stays unread. */
export function withPhrasings(library: Library, phrasings: readonly OwnPhrasing[]): Library {
  const byPoint = new Map<string, readonly string[]>();
  for (const { question, keyPoint, words } of phrasings) {
    const key = `${question}#${keyPoint}`;
    byPoint.set(key, [...(byPoint.get(key) ?? []), words].slice(-mostOfOne));
  }
  const questions = new Set(phrasings.map((phrasing) => phrasing.question));
  const decks = new Set([...questions].map((id) => id.slice(0, Math.max(id.lastIndexOf("/"), 0))));
  const own = library.decks.map((deck) => (decks.has(deck.id) ? deckWith(deck, byPoint, questions) : deck));
  const memory = library.memory?.with(fingerprintOf(phrasings));
  const withDecks = changed(
    changed(library, "decks", () => own),
    "memory",
    () => memory,
  );
  if (!phrasings.some(({ question }) => question.startsWith(practiceStart))) return withDecks;
  return changed(withDecks, "frameworks", () => library.frameworks.map((framework) => frameworkWith(framework, byPoint)));
}

/** Tells these phrasings from others, and tells nobody what they say. */
function fingerprintOf(phrasings: readonly OwnPhrasing[]): string {
  const text = JSON.stringify(phrasings);
  return `${text.length} ${hashOf(text)}`;
}

const practiceStart = "frameworks/";

function frameworkWith(framework: Framework, byPoint: ByPoint): Framework {
  const prompts = framework.prompts.map((prompt) => {
    const wordsFor = (part: string): readonly string[] => byPoint.get(`${practiceStart}${framework.id}/apply-${prompt.id}#${part}`) ?? [];
    return { ...prompt, phrasings: Object.fromEntries(framework.parts.map(({ id }) => [id, [...(prompt.phrasings[id] ?? []), ...wordsFor(id)]])) };
  });
  return { ...framework, prompts };
}

type ByPoint = ReadonlyMap<string, readonly string[]>;

function deckWith(deck: Deck, byPoint: ByPoint, questions: ReadonlySet<string>): Deck {
  let made: readonly Question[] | undefined;
  return changed(
    deck,
    "questions",
    () => (made ??= deck.questions.map((question) => (questions.has(question.id) ? questionWith(question, byPoint) : question))),
  );
}

/** A copy with another getter in place of a field; the others are not looked at, since looking may read a file. */
function changed<T extends object, F extends keyof T & string>(value: T, field: F, get: () => T[F]): T {
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(value), [field]: { enumerable: true, get } }) as T;
}

function questionWith(question: Question, byPoint: ByPoint): Question {
  const grown = (points: readonly KeyPoint[]): readonly KeyPoint[] =>
    points.map((point) => {
      const more = byPoint.get(`${question.id}#${point.id}`);
      return more ? { ...point, phrasings: [...point.phrasings, ...more] } : point;
    });
  if (question.kind === "open" || question.kind === "rewrite") return { ...question, keyPoints: grown(question.keyPoints) };
  return question.kind === "star" ? { ...question, parts: partsWith(question, grown) } : question;
}

function partsWith({ parts }: StarQuestion, grown: (points: readonly KeyPoint[]) => readonly KeyPoint[]): StarQuestion["parts"] {
  return Object.fromEntries(starParts.map((part) => [part, { ...parts[part], keyPoints: grown(parts[part].keyPoints) }])) as StarQuestion["parts"];
}
