// Room: grading. Numbers that a person says about one story, and where an earlier telling had another. Pure.
// A false alarm is worse than a miss: what is not plainly the same story, the same sentence and the same thing measured is passed over.
import { type AnswerBody, answerText } from "../domain/answer.ts";
import type { Claim, Conflict, Telling } from "../domain/conflict.ts";
import { isFunctionWord, isLightWord } from "../language/common-words.ts";
import { type Quantity, readNumbers } from "../language/numbers.ts";
import { sentencesOf } from "../language/sentences.ts";
import { stemOf } from "../language/stems.ts";
import { tokensOf } from "../language/tokens.ts";

/** Share of the shorter telling's content words that the other has too, and how many at least, from which two tellings are one story. */
const sameStory = { share: 0.45, words: 12 } as const;
/** The same for two sentences about one thing; shorter ones must have the same two words. */
const sameSentence = { share: 0.7, words: 3 } as const;
const shortSentence = { share: 1, words: 2 } as const;
/** Values nearer than this, as a share of the larger, are one value said more or less exactly. */
const leastApart = 0.1;
/** Letters of a telling that are read, and earlier tellings that are looked at, the last ones. */
const longestTelling = 6000;
const mostTellings = 60;
/** More would not be read. */
const mostConflicts = 3;

/** One sentence with numbers. */
interface Statement {
  readonly sentence: string;
  readonly words: ReadonlySet<string>;
  /** Words with a capital, but the first: Ohio is not Texas. Sorted and joined. */
  readonly names: string;
  /** `week` of "$2 million a week", sorted and joined: amounts for other periods do not compare. */
  readonly periods: string;
  readonly numbers: readonly Said[];
}

interface Said {
  readonly text: string;
  readonly quantity: Quantity;
}

/** What is said with numbers, sentence by sentence. */
type Statements = readonly Statement[];

/** Numbers of a story that differ from those of an earlier telling of it. `earlier` are tellings, newest first; the newest that speaks of a number decides. */
export function conflictsOf(body: AnswerBody, earlier: readonly Telling[]): readonly Conflict[] {
  if (body.kind !== "star") return [];
  const text = textOf(body);
  const words = contentOf(text);
  const told = earlier
    .filter((attempt) => attempt.kind === "star" && !attempt.interrupted)
    .slice(0, mostTellings)
    .filter((attempt) => isAlike(words, contentOf(textOf(attempt.answer)), sameStory))
    .map((attempt) => ({ attempt, telling: readTelling(textOf(attempt.answer)) }));
  if (told.length === 0) return [];
  const now = readTelling(text);
  return now.flatMap((statement) => firstConflict({ now, statement }, told)).slice(0, mostConflicts);
}

/** True where one text tells what the other does: they share enough of what they are about. */
export function isSameStory(first: string, second: string): boolean {
  return isAlike(contentOf(first.slice(0, longestTelling)), contentOf(second.slice(0, longestTelling)), sameStory);
}

interface Told {
  readonly attempt: Telling;
  readonly telling: Statements;
}

/** What the newest telling with such a sentence says otherwise. */
function firstConflict(said: { readonly now: Statements; readonly statement: Statement }, told: readonly Told[]): readonly Conflict[] {
  for (const { attempt, telling } of told) {
    const same = telling.find((other) => speaksOfTheSame(said.statement, other));
    if (!same) continue;
    const index = said.statement.numbers.findIndex((number, at) => isChanged(number, same.numbers[at], { now: said.now, before: telling }));
    if (index < 0) return [];
    const { id, at, question } = attempt;
    return [{ now: claimOf(said.statement, index), before: claimOf(same, index), at, attempt: id, question }];
  }
  return [];
}

function claimOf({ sentence, numbers }: Statement, index: number): Claim {
  return { number: numbers[index]?.text ?? "", sentence };
}

/** The same words around as many numbers of the same units in the same order. */
function speaksOfTheSame(first: Statement, second: Statement): boolean {
  return (
    first.numbers.length === second.numbers.length &&
    first.periods === second.periods &&
    first.names === second.names &&
    first.numbers.every(({ quantity }, at) => quantity.unit.base === second.numbers[at]?.quantity.unit.base) &&
    isAboutTheSame(first.words, second.words)
  );
}

function isAboutTheSame(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return isAlike(first, second, sameSentence) || (first.size === second.size && isAlike(first, second, shortSentence));
}

/** Another value, and neither telling has the other's anywhere: who swaps two numbers about has not changed them. */
function isChanged(now: Said, before: Said | undefined, tellings: { readonly now: Statements; readonly before: Statements }): boolean {
  const [ends, others] = [endsOf(now.quantity), before ? endsOf(before.quantity) : []];
  // "8 to 5 percent" has two ends, "5 percent" one: which of them it is cannot be known.
  if (ends.length !== others.length) return false;
  const { base } = now.quantity.unit;
  return ends.some((end, at) => {
    const other = others[at] ?? end;
    return !isClose(end, other) && !holds(tellings.before, base, end) && !holds(tellings.now, base, other);
  });
}

function holds(telling: Statements, base: string, value: number): boolean {
  return telling.some(({ numbers }) => numbers.some(({ quantity }) => quantity.unit.base === base && endsOf(quantity).some((end) => isClose(end, value))));
}

function endsOf({ value, upTo }: Quantity): readonly number[] {
  return upTo === undefined ? [value] : [value, upTo];
}

function isClose(first: number, second: number): boolean {
  return Math.abs(first - second) <= leastApart * Math.max(Math.abs(first), Math.abs(second));
}

function textOf(body: AnswerBody): string {
  return answerText(body).slice(0, longestTelling);
}

function readTelling(text: string): Statements {
  return sentencesOf(text).flatMap(({ start, end }) => readStatement(text.slice(start, end)));
}

function readStatement(sentence: string): Statements {
  const quantities = readNumbers(sentence);
  const numbers = quantities.filter(isMeasured).map((quantity) => ({ text: sentence.slice(quantity.start, quantity.end), quantity }));
  if (numbers.length === 0) return [];
  // What is counted is told by the words around a number; the number itself is what may differ.
  const around = quantities.reduceRight((text, { start, end }) => `${text.slice(0, start)} # ${text.slice(end)}`, sentence);
  return [{ sentence, words: contentOf(around), names: namesOf(around), periods: periodsOf(sentence), numbers }];
}

function namesOf(text: string): string {
  const words = tokensOf(text).slice(1);
  return words
    .filter(({ start, end }) => end - start > 1 && /^\p{Lu}/u.test(text.slice(start, end)))
    .map((token) => token.text)
    .toSorted()
    .join(" ");
}

/** Money, shares, times, and counts of something named. Bare numbers may be years, names, anything; "one team" is no figure. */
function isMeasured({ unit, value }: Quantity): boolean {
  if (unit.unitClass === "plain") return false;
  return unit.unitClass !== "count" || Math.abs(value) >= 2;
}

const periods: ReadonlySet<string> = new Set(
  "day daily week weekly month monthly quarter quarterly year yearly annual annually hour hourly store stores each every per average total first second".split(
    " ",
  ),
);

function periodsOf(sentence: string): string {
  const words = tokensOf(sentence).map((token) => token.text);
  return [...new Set(words.filter((word) => periods.has(word)))].toSorted().join(" ");
}

/** Stems of the words that say what it is about; figures are not among them. */
function contentOf(text: string): ReadonlySet<string> {
  const words = tokensOf(text).map((token) => token.text);
  return new Set(words.filter((word) => !isFunctionWord(word) && !isLightWord(word) && !/\d/.test(word)).map(stemOf));
}

function isAlike(first: ReadonlySet<string>, second: ReadonlySet<string>, least: { readonly share: number; readonly words: number }): boolean {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  const shared = [...small].filter((word) => large.has(word)).length;
  return shared >= least.words && shared >= least.share * small.size;
}
