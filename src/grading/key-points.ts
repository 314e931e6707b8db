// Room: grading. Key points: found, partly or not found, with the words that matched. Pure.
import type { Mark, Status } from "../domain/grade.ts";
import type { KeyPoint } from "../domain/question.ts";
import type { Span } from "../domain/span.ts";
import { type Bag, type Counted, massesIn, nearestWay, nearnessOf, shareOf, weightIn } from "../language/bag.ts";
import { isFunctionWord } from "../language/common-words.ts";
import { joinAll, type Vocabulary } from "../language/vocabulary.ts";
import type { Word } from "../language/words.ts";
import type { LookedFor, Target } from "./looked-for.ts";
import { weightedShare, weightOf } from "./marking.ts";
import { toldBy } from "./subject.ts";
import { spanOf, type Window } from "./windows.ts";

/** Windows that are read together, and how much a point counts that is found in them. */
export interface Place {
  readonly windows: readonly Window[];
  /** 0 to 1. */
  readonly worth: number;
}

/** The strength from which a point is found, and from which it is there in part. */
export const foundFrom = 0.5;
export const partlyFrom = 0.45;
/**
 * Where a strength begins to count, and where it counts whole. Below the first is what the answer to another question has; at the second
 * is what a strong answer in the person's own words has (42 labelled questions).
 */
export const credit = { from: 0.08, whole: 0.6 } as const;
/**
 * Long answers meet anything by chance: beyond so many words a strength begins to count later, by so much for each time that the length is
 * multiplied by e, and at the latest from there. Set on 56 stories of 300 to 450 words, each given to the prompts of the others: they have
 * strengths of .3 to .45 there. The labelled answers have at most 258 words.
 */
const long = { words: 200, rise: 0.3, most: 0.4 } as const;

/** Where a strength begins to count in an answer of so many words. */
export function creditFrom(words: number): number {
  return Math.min(long.most, credit.from + long.rise * Math.max(0, Math.log(words / long.words)));
}
/** Below this strength the nearest phrasing is nearest by chance, and nothing to tell. */
const tellable = 0.15;
/** How much the words strewn over the whole answer add to those of the best stretch. 0.3 to 4 measured alike. */
const strewn = 1;

/** How an answer is looked at for key points. */
export interface Look {
  /** All that was said. */
  readonly windows: readonly Window[];
  /** Where a point is looked for. The same places again for all points that share them. */
  readonly placesFor: (point: KeyPoint) => readonly Place[];
  /** Nearness at which a point with one phrasing is found: less where points are about a person's own story. */
  readonly unit: number;
  /** The most that an answer may lose for being about something else, 0 to 1: a story may be told in words that no question foresees. */
  readonly doubt: number;
  /** Below so many times the words by chance, key points do not show that an answer belongs here: ten answers in one meet the points of each. */
  readonly leastTimes: number;
}

/** The nearest that any window comes to a point. */
interface Match {
  readonly target: Target<KeyPoint>;
  /** 0 to 1: at `foundFrom` the point is found. */
  readonly strength: number;
  readonly window: Window | undefined;
  readonly place: Place | undefined;
}

/** A key point's mark, and the place where it was met. */
export interface Met {
  readonly mark: Mark;
  readonly place: Place | undefined;
}

/** What was found of all key points. */
export interface Looked {
  /** In the order of the points. */
  readonly met: readonly Met[];
  /** How far the answer belongs to its question; undefined where there are too few words to tell. */
  readonly belonging: number | undefined;
}

/**
 * What a whole set of key points tells of where an answer belongs, in multiples of the words that any answer shares with the question by chance.
 * 1 to 3.5 told answers from answers to other questions about alike.
 */
const pointsTell = 2;

/** Looks for all key points. */
export function marksOf(lookedFor: LookedFor, look: Look): Looked {
  const { matches, strengths, times } = strengthsOf(lookedFor, look);
  const from = creditFrom(wordCount(look.windows));
  const met = matches.map((match, at) => {
    const strength = strengths[at] ?? 0;
    return { mark: markOf(match, { strength, counts: creditOf(strength, from) }, lookedFor.vocabulary), place: match.place };
  });
  // Before the doubt: what the words say of the subject must not count twice.
  const share = weightedShare(matches.map(({ target, strength }) => ({ weight: target.of.weight, status: "found", credit: creditOf(strength, from) })));
  return { met, belonging: times === undefined ? undefined : rounded(times + (times < look.leastTimes ? 0 : pointsTell * share)) };
}

interface Strengths {
  readonly matches: readonly Match[];
  /** Those of the matches, less what is doubted. */
  readonly strengths: readonly number[];
  /** See `timesChance`. */
  readonly times: number | undefined;
}

function strengthsOf(lookedFor: LookedFor, look: Look): Strengths {
  const counted = remembering((place: Place) => countedOf(place, lookedFor));
  const matches = lookedFor.keyPoints.map((target, at) => matchOf(target, look, { counted, at }));
  const { about, times } = toldBy(lookedFor.subject, wordsIn(look.windows));
  const left = 1 - look.doubt * (1 - Math.max(about, clearlyMet(matches)));
  return { matches, strengths: matches.map(({ strength }) => rounded(strength * left)), times };
}

/** The mean strength of all key points by their weights, 0 to 1, looked for in the same windows. */
export function meanStrength(lookedFor: LookedFor, windows: readonly Window[], reading: Reading): number {
  const { strengths } = strengthsOf(lookedFor, lookIn(windows, reading));
  const weights = lookedFor.keyPoints.map(({ of }) => weightOf(of));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return weights.reduce((sum, one, at) => sum + one * (strengths[at] ?? 0), 0) / Math.max(1, weight);
}

function wordCount(windows: readonly Window[]): number {
  return windows.reduce((sum, window) => sum + (window.isPair ? 0 : window.presence.words), 0);
}

/** How answers to a kind of question are looked at, wherever in them a point is looked for. */
export type Reading = Omit<Look, "windows" | "placesFor">;

/**
 * Open questions and rewrites. The unit was set, as the one for stories, on 42 labelled questions; the lowest of 150 answers that were written
 * to their question had 1.58 times the words by chance.
 */
export const usualReading: Reading = { unit: 0.6, doubt: 1, leastTimes: 1.3 };
/**
 * Stories: their phrasings are about other people's stories, so fewer of their words come back; a story from another life may share no word with
 * the question, and loses a third at most.
 */
export const storyReading: Reading = { unit: 0.45, doubt: 0.35, leastTimes: 0 };
/**
 * The more phrasings, the more of their words come back by chance: the nearness that is asked for grows with this power of their number.
 * With 1, 2, 3, 5 and all phrasings of the labelled questions the best units were 0.6, 0.75, 0.8, 0.9 and 1.
 */
const variety = 0.25;

/** Looks for all key points in the same windows. */
export function markKeyPoints(lookedFor: LookedFor, windows: readonly Window[], reading: Reading = usualReading): Looked {
  return marksOf(lookedFor, lookIn(windows, reading));
}

function lookIn(windows: readonly Window[], reading: Reading): Look {
  const places = [{ windows, worth: 1 }];
  return { windows, placesFor: () => places, unit: reading.unit, doubt: reading.doubt, leastTimes: reading.leastTimes };
}

/** All that stands in a place as one stretch, with what it holds of each key point. */
interface Whole extends Counted {
  readonly masses: Float64Array;
}

interface Known {
  /** Worked out once for all points. */
  readonly counted: (place: Place) => Whole | undefined;
  /** Which of the key points it is. */
  readonly at: number;
}

function matchOf(target: Target<KeyPoint>, { placesFor, unit }: Look, { counted, at }: Known): Match {
  const places = placesFor(target.of);
  let best: Pick<Match, "window" | "place"> & { readonly nearness: number } = { nearness: 0, window: undefined, place: undefined };
  for (const place of places) {
    for (const window of place.windows) {
      const mass = window.masses[at] ?? 0;
      // Most windows hold nothing of a point.
      const nearness = mass === 0 ? 0 : place.worth * nearnessOf(target.bag, window.presence, mass);
      if (nearness > best.nearness) best = { nearness, window, place };
    }
  }
  const share = shareIn(
    target.bag,
    places.flatMap((place) => counted(place) ?? []),
    at,
  );
  const ways = Math.max(1, target.of.phrasings.length);
  const strength = Math.min(1, ((best.nearness + strewn * share) * foundFrom) / (unit * ways ** variety));
  return { target, strength: rounded(strength), window: best.window, place: best.place };
}

/** The share of a bag that the stretches hold: of the only one, where it counts whole, that is what it holds. */
function shareIn(bag: Bag, stretches: readonly Whole[], at: number): number {
  const [only, ...others] = stretches;
  if (only?.worth !== 1 || others.length > 0 || bag.total === 0) return shareOf(bag, stretches);
  return (only.masses[at] ?? 0) / bag.total;
}

/** A place as one stretch; undefined where nothing was said. */
function countedOf({ windows, worth }: Place, { index }: LookedFor): Whole | undefined {
  const single = windows.filter((window) => !window.isPair).map((window) => window.presence);
  if (single.length === 0) return undefined;
  const presence = joinAll(single);
  return { presence, worth, masses: massesIn(index, presence) };
}

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function wordsIn(windows: readonly Window[]): readonly Word[] {
  const words: Word[] = [];
  for (const window of windows) if (!window.isPair) for (const word of window.words) words.push(word);
  return words;
}

/** Shares of the key points between which an answer in quite other words than the question's is still seen to be about it. */
const met = { from: 0.3, clear: 0.6 } as const;

/** Who meets most of the key points is on the subject, whatever the words: 0 to 1. */
function clearlyMet(matches: readonly Match[]): number {
  const share = matches.filter(({ strength }) => strength >= foundFrom).length / Math.max(1, matches.length);
  return Math.min(1, Math.max(0, (share - met.from) / (met.clear - met.from)));
}

/** To nine decimals: the last bits must not decide between two statuses. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function statusOf(strength: number): Status {
  if (strength >= foundFrom) return "found";
  return strength >= partlyFrom ? "partly" : "not-found";
}

/** What a strength counts in the total, 0 to 1. */
function creditOf(strength: number, from: number): number {
  return Math.min(1, Math.max(0, (strength - from) / (credit.whole - from)));
}

/** What a match is worth after all. */
interface Weighed {
  readonly strength: number;
  /** In the total, 0 to 1. */
  readonly counts: number;
}

function markOf({ target, window }: Match, { strength, counts }: Weighed, vocabulary: Vocabulary): Mark {
  const { id, text, weight } = target.of;
  const status = statusOf(strength);
  return {
    id,
    text,
    weight,
    status,
    strength,
    credit: counts,
    phrasing: window && strength >= tellable ? nearestWay(target.bag, window.presence)?.text : undefined,
    evidence: status === "not-found" || !window ? [] : evidenceOf(target, window, vocabulary),
    nearest: window && spanOf(window.words),
    reason: status === "partly" ? "Some of its words are there, not enough to be sure." : undefined,
  };
}

/** Only words that were added for an abbreviation stand out of turn. */
function inOrder(words: readonly Word[]): readonly Word[] {
  const isInOrder = words.every((word, at) => at === 0 || (words[at - 1]?.start ?? 0) <= word.start);
  return isInOrder ? words : words.toSorted((a, b) => a.start - b.start);
}

/** The words of the window that a phrasing has too, neighbours joined; articles only between them. */
function evidenceOf({ bag }: Target<unknown>, window: Window, vocabulary: Vocabulary): readonly Span[] {
  const isMatch = (word: Word) => word.stems.some((stem) => weightIn(bag, vocabulary.ids.get(stem) ?? -1) > 0);
  const spans: { start: number; end: number }[] = [];
  let wasMatch = false;
  for (const word of inOrder(window.words)) {
    const matches = isMatch(word);
    const last = spans.at(-1);
    if (isFunctionWord(word.text)) wasMatch &&= matches;
    else if (matches && last && (wasMatch || word.start < last.end)) last.end = Math.max(last.end, word.end);
    else if (matches) spans.push({ start: word.start, end: word.end });
    if (!isFunctionWord(word.text)) wasMatch = matches;
  }
  return spans;
}
