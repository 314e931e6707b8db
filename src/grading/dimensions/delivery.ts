// Room: grading. Delivery: words against the clock, pace, fillers, hedges, what is said twice, long sentences. Pure.
import type { Span } from "../../domain/span.ts";
import type { Judged } from "../../domain/rubric.ts";
import { isFunctionWord } from "../../language/common-words.ts";
import { runsIn } from "../../language/runs.ts";
import type { Word } from "../../language/words.ts";
import type { Sentence, Told } from "../told.ts";
import { placesOf } from "./places.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

/** Words a minute at an unhurried pace; English conversation runs at about 150 (National Center for Voice and Speech). */
const wordsAMinute = 140;
/** Below and above this a listener notices: half and once more than the unhurried pace, less a margin for a clock that was stopped late. */
const slowest = 85;
const fastest = 195;
/** Over this many times the clock it cannot be said in the time, even fast. */
const farOver = 1.5;
/** Fewer words than this are no delivery. Short answers are let pass: what they leave out is counted as coverage. */
const fewWords = 6;

const fillers = /\b(?:u+h*m+|u+h+|e+r+m*|h+m+|you know|i mean|basically|literally|to be honest|at the end of the day|needless to say|as i said)\b/gi;
const hedges =
  /\b(?:maybe|perhaps|possibly|hopefully|somewhat|kind of|sort of|more or less|a bit|i (?:guess|think|believe|feel like|suppose|hope)|probably|not (?:really )?sure|or something|and so on|and stuff|etc)\b/gi;

/** Of a hundred words so many are let pass. Model answers hold at most 0.6 hedges and no filler, 200 good written answers 1.8 and 0.7 (two by people new to English: 4). */
const fillersAllowed = 2;
const hedgesAllowed = 2.5;
/** Fewer than this are no habit, however short the answer. */
const fewestFillers = 2;
const fewestHedges = 3;
/** Words in a row that show that something was said before, and the share of the answer from which that counts. */
const run = 4;
const againAllowed = 0.08;
/** A sentence that nobody can say in one breath; nine model answers in ten have none over 42 words, and one good student answer in ten has one over 54. */
const longSentence = 60;
const longAllowed = 0.35;

/** Level 5 less what each rule takes. Undefined without a word. */
export function judgeDelivery(told: Told): Judged | undefined {
  const filled = placesOf(told.text, fillers);
  // Fillers are no words of the answer: whoever adds one must not gain by it anywhere.
  const sentences = filled.length === 0 ? told.sentences : told.sentences.map((sentence) => withoutFillers(sentence, filled));
  const words = filled.length === 0 ? told.words : sentences.flatMap((sentence) => sentence.words);
  const count = words.length;
  if (count === 0) return undefined;
  const tries = [clock(told, count), pace(told, count), fillersIn(filled, count), hedgesIn(told, count), twice(words), long(told, sentences)];
  const found = tries.filter((cost) => cost !== undefined);
  const lost = found.reduce((sum, { cost }) => sum + cost, 0);
  return judgedBy(
    "delivery",
    5 - lost,
    found.map(({ rule }) => rule),
  );
}

/** A rule with the levels it takes. */
interface Cost {
  readonly rule: Tried;
  readonly cost: number;
}

function costing(
  cost: number,
  rule: string,
  told: { readonly met: string; readonly missed: string; readonly needs: string; readonly evidence?: readonly Span[] },
): Cost {
  return { cost, rule: tried(`delivery.${rule}`, { isMet: cost === 0, ...told }) };
}

function withoutFillers(sentence: Sentence, filled: readonly Span[]): Sentence {
  return { ...sentence, words: sentence.words.filter((word) => !isWithin(word, filled)) };
}

function isWithin(word: Word, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= word.start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < word.end;
}

function clock({ question, spokenSeconds }: Told, words: number): Cost {
  const room = Math.max(1, Math.round(question.minutes * wordsAMinute));
  const said = spokenSeconds === undefined ? words / room : spokenSeconds / (question.minutes * 60);
  return costing(clockCost(said, words), "time", {
    met: `${words} words, and there is time for about ${room}.`,
    missed:
      said > 1
        ? `${words} words take about ${tellMinutes(words / wordsAMinute)}; you have ${tellMinutes(question.minutes)}.`
        : `${words} words are few for an answer.`,
    needs:
      said > 1
        ? `Cut it to about ${room} words: what can be said in ${tellMinutes(question.minutes)}.`
        : "Say a little more: two or three full sentences at least.",
  });
}

function clockCost(said: number, words: number): number {
  if (said > farOver) return 4;
  return words < fewWords || said > 1.1 ? 2 : 0;
}

function tellMinutes(minutes: number): string {
  const rounded = Math.max(0.5, Math.round(minutes * 2) / 2);
  return rounded === 1 ? "1 minute" : `${rounded} minutes`;
}

/** Only where it was spoken, for half a minute at least. */
function pace({ spokenSeconds }: Told, words: number): Cost | undefined {
  if (spokenSeconds === undefined || !(spokenSeconds >= 30)) return undefined;
  const speed = Math.round((words * 60) / spokenSeconds);
  const isSlow = speed < slowest;
  return costing(isSlow || speed > fastest ? 1 : 0, "pace", {
    met: `${speed} words a minute: easy to follow.`,
    missed: `${speed} words a minute is ${isSlow ? "slow" : "fast"}; about ${wordsAMinute} is easy to follow.`,
    needs: isSlow ? "Know your first sentence of each part by heart, so that the pauses get shorter." : "Take a breath after each number.",
  });
}

function fillersIn(filled: readonly Span[], words: number): Cost {
  const share = (filled.length * 100) / words;
  return costing(habitCost({ count: filled.length, least: fewestFillers }, share / fillersAllowed), "fillers", {
    met: "Hardly a filler.",
    missed: `${filled.length} fillers in ${words} words.`,
    needs: "Leave the fillers out: a silent second sounds surer.",
    evidence: filled,
  });
}

function hedgesIn({ text }: Told, words: number): Cost {
  const places = placesOf(text, hedges);
  const share = (places.length * 100) / words;
  return costing(habitCost({ count: places.length, least: fewestHedges }, share / hedgesAllowed), "hedges", {
    met: "It is said plainly.",
    missed: `${places.length} hedges in ${words} words.`,
    needs: "Say it without the hedges; where you are unsure, say how far with a number.",
    evidence: places,
  });
}

/** `times` is how many times what is allowed. */
function habitCost({ count, least }: { readonly count: number; readonly least: number }, times: number): number {
  if (count < least || times <= 1) return 0;
  return times > 2.5 ? 2 : 1;
}

function twice(words: readonly Word[]): Cost {
  const seen = new Set<string>();
  const again: Span[] = [];
  let runOf: ReturnType<typeof runsIn> | undefined;
  const isAgain = wordsSaidAgain(words);
  let smallInRow = 0;
  let againInRow = 0;
  words.forEach(({ text, end }, last) => {
    smallInRow = isFunctionWord(text) ? smallInRow + 1 : 0;
    againInRow = isAgain(text) ? againInRow + 1 : 0;
    const at = last + 1 - run;
    if (againInRow < run || smallInRow >= run) return;
    // Few answers come as far as to ask.
    runOf ??= runsIn(words.map((word) => word.text));
    const key = runOf(at, run);
    if (seen.has(key)) again.push({ start: words[at]?.start ?? 0, end });
    else seen.add(key);
  });
  const share = again.length / words.length;
  return costing(habitCost({ count: again.length, least: 2 }, share / againAllowed), "repetition", {
    met: "Nothing is said twice.",
    missed: "Some of it is said twice in the same words.",
    needs: "Say each thing once, and give the time to the next.",
    evidence: joined(again),
  });
}

/** Tells of a word whether it stands there more than once: a run with another is said once only. */
function wordsSaidAgain(words: readonly Word[]): (text: string) => boolean {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { text } of words) (once.has(text) ? again : once).add(text);
  return (text) => again.has(text);
}

/** Runs that overlap are one place. */
function joined(spans: readonly Span[]): readonly Span[] {
  const places: Span[] = [];
  for (const span of spans) {
    const last = places.at(-1);
    if (last && span.start <= last.end) places[places.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else places.push(span);
  }
  return places;
}

/** Speech as it was written down has no full stops to judge by. */
function long({ spokenSeconds }: Told, sentences: readonly Sentence[]): Cost | undefined {
  if (spokenSeconds !== undefined) return undefined;
  const over = sentences.filter((sentence) => sentence.words.length > longSentence);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const inLong = over.reduce((sum, sentence) => sum + sentence.words.length, 0);
  return costing(inLong > words * longAllowed ? 1 : 0, "sentences", {
    met: "The sentences can be said in a breath.",
    missed: `Much of it stands in sentences of more than ${longSentence} words.`,
    needs: "Break the longest sentence in two.",
    evidence: over,
  });
}
