// Room: progress. What the journal says in numbers. Pure.
import type { Attempt, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { type Day, eveningOf } from "../domain/calendar.ts";
import { isSureButWrong } from "../domain/confidence.ts";
import { isCounted, reviewsOf, standingScores } from "../domain/evidence.ts";
import type { QuestionOutline } from "../domain/outline.ts";
import { type Kind, kinds, type QuestionId } from "../domain/question.ts";
import type { GroupStats, Stats } from "../domain/stats.ts";
import { isPaced, type Paced, paceOf, periodsOf, type Sum, sumIn, timesOfDayOf } from "./time.ts";
import { agreementOf } from "./agreement.ts";
import { calibrationFrom, noConfidence, noteConfidence, type Said } from "./calibration.ts";
import { type HistoryFilter, passes } from "./history.ts";

/** Which attempts, and the hour at which a day ends: until then it is the evening before. Midnight if left out. */
export interface StatsRequest extends HistoryFilter {
  /** Gives an attempt with its marks. */
  readonly whole: (attempt: AttemptHead) => Attempt;
  readonly dayEnds?: number;
}

/** A history, gone through once from the oldest on: of a long one no attempt is kept longer than it takes to count it. */
export interface Past {
  readonly entries: Iterable<HistoryEntry>;
  /** Those of the entries that are no attempts; others among them do not matter. */
  readonly later: readonly HistoryEntry[];
}

/** The numbers of the attempts that pass a filter. `questions` are the library's, for their minutes and competencies. */
export function statsOf(past: Past, questions: Iterable<QuestionOutline>, { dayEnds = 0, whole, ...filter }: StatsRequest): Stats {
  const { later } = past;
  const counts = countsOf(past, dayEnds, filter);
  const { tried, evenings } = counts;
  for (const question of questions) {
    const tries = tried.get(question.id);
    if (tries) tries.known = question;
  }
  return {
    answers: counts.answers,
    questions: tried.size,
    days: evenings.size,
    seconds: counts.seconds,
    uncounted: counts.uncounted,
    periods: periodsOf(evenings),
    timesOfDay: timesOfDayOf(counts.hours),
    pace: paceOf(tried.values(), counts.timedOut),
    kinds: byKind(tried),
    competencies: byCompetency(tried),
    calibration: calibrationFrom(counts.said),
    sureButWrong: sureButWrongIn(tried),
    agreement: agreementOf(counts.looked.toReversed(), { entries: later, whole }),
  };
}

/** What is added up while a history goes by. */
interface Counts {
  answers: number;
  seconds: number;
  uncounted: number;
  /** Answers in sentences that the clock ended. */
  timedOut: number;
  readonly tried: Map<QuestionId, Tries>;
  readonly evenings: Map<Day, Sum>;
  /** By the two digits of the hour. */
  readonly hours: Map<string, Sum>;
  readonly said: Said;
  /** Those whose ticks the person looked at, as the grader ticked them: what was corrected is what the ticks were. */
  readonly looked: AttemptHead[];
}

function countsOf({ entries, later }: Past, dayEnds: number, filter: HistoryFilter): Counts {
  const [scoreOf, reviews] = [standingScores(later), reviewsOf(later)];
  const counts: Counts = {
    answers: 0,
    seconds: 0,
    uncounted: 0,
    timedOut: 0,
    tried: new Map(),
    evenings: new Map(),
    hours: new Map(),
    said: noConfidence(),
    looked: [],
  };
  for (const entry of entries) {
    if (entry.type !== "attempt" || !passes(entry, filter)) continue;
    if (reviews.size > 0 && reviews.has(entry.id)) counts.looked.push(entry);
    if (isCounted(entry)) count(entry, { counts, dayEnds, score: scoreOf(entry) });
    else counts.uncounted += 1;
  }
  return counts;
}

function count(attempt: AttemptHead, { counts, dayEnds, score }: { readonly counts: Counts; readonly dayEnds: number; readonly score: number }): void {
  const { at, seconds, confidence } = attempt;
  counts.answers += 1;
  counts.seconds += seconds;
  addTo(sumIn(counts.evenings, eveningOf(at, dayEnds)), score);
  addTo(sumIn(counts.hours, at.slice(11, 13)), score);
  noteConfidence(counts.said, confidence, score);
  const tries = triesOf(attempt, counts.tried);
  tries.answers += 1;
  tries.kind = attempt.kind;
  tries.confidence = confidence;
  tries.score = score;
  if (!isPaced(attempt)) return;
  tries.paced += 1;
  tries.pacedSeconds += seconds;
  if (attempt.timedOut) counts.timedOut += 1;
}

function addTo(sum: Sum, score: number): void {
  sum.answers += 1;
  sum.total += score;
}

function triesOf({ question, kind }: AttemptHead, tried: Map<QuestionId, Tries>): Tries {
  const known = tried.get(question);
  if (known) return known;
  const tries: Tries = { answers: 0, kind, confidence: undefined, score: 0, paced: 0, pacedSeconds: 0, known: undefined };
  tried.set(question, tries);
  return tries;
}

/** What was made of a question, and how the latest answer went. */
interface Tries extends Paced {
  answers: number;
  kind: Kind;
  confidence: AttemptHead["confidence"];
  score: number;
  paced: number;
  pacedSeconds: number;
  known: QuestionOutline | undefined;
}

type Tried = ReadonlyMap<QuestionId, Readonly<Tries>>;

function sureButWrongIn(tried: Tried): readonly QuestionId[] {
  const found: QuestionId[] = [];
  for (const [question, { confidence, score }] of tried) if (isSureButWrong(confidence, score)) found.push(question);
  return found;
}

/** A group while it is counted. */
interface Group {
  answers: number;
  questions: number;
  total: number;
}

function byKind(tried: Tried): readonly GroupStats[] {
  const groups = new Map<string, Group>();
  for (const tries of tried.values()) addToGroup(groups, tries.kind, tries);
  return kinds.flatMap((kind) => toldGroup(kind, groups.get(kind)));
}

function byCompetency(tried: Tried): readonly GroupStats[] {
  const groups = new Map<string, Group>();
  for (const tries of tried.values()) for (const name of tries.known?.competencies ?? []) addToGroup(groups, name, tries);
  return [...groups].flatMap(([name, group]) => toldGroup(name, group)).toSorted((a, b) => a.mean - b.mean);
}

function addToGroup(groups: Map<string, Group>, name: string, { answers, score }: Readonly<Tries>): void {
  const group = groups.get(name) ?? { answers: 0, questions: 0, total: 0 };
  groups.set(name, group);
  group.answers += answers;
  group.questions += 1;
  group.total += score;
}

function toldGroup(name: string, group: Group | undefined): readonly GroupStats[] {
  return group ? [{ name, answers: group.answers, questions: group.questions, mean: group.total / group.questions }] : [];
}
