// Room: progress. What the journal says in numbers. Pure.
import type { Attempt, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import type { StandingColumns } from "../domain/attempt-columns.ts";
import { type Day, eveningOf } from "../domain/calendar.ts";
import { isSureButWrong, type OwnConfidence } from "../domain/confidence.ts";
import { isCounted, reviewsOf, standingScores } from "../domain/evidence.ts";
import type { Outline } from "../domain/outline.ts";
import { kinds, type QuestionId } from "../domain/question.ts";
import type { GroupStats, Stats } from "../domain/stats.ts";
import { agreementOf } from "./agreement.ts";
import { calibrationFrom, noConfidence, noteConfidence, type Said } from "./calibration.ts";
import { type HistoryFilter, passes } from "./history.ts";
import { isPaced, paceOf, periodsOf, type Sum, sumIn, timesOfDayOf } from "./time.ts";
import { kindAt, type Known, knownIn, noTries, noteTry, pacedIn, triedIn, type Tries } from "./tries.ts";

/** Which attempts, and the hour at which a day ends: until then it is the evening before. Midnight if left out. */
export interface StatsRequest extends HistoryFilter {
  /** Gives an attempt with its marks. */
  readonly whole: (attempt: AttemptHead) => Attempt;
  readonly dayEnds?: number;
}

/** A history, gone through once from the oldest on. */
export interface Past {
  readonly attempts: StandingColumns;
  /** What stands of the entries that are no attempts; attempts among them do not matter. */
  readonly later: readonly HistoryEntry[];
}

/** The numbers of the attempts that pass a filter. `outlines` are the library's, for the minutes and competencies of questions. */
export function statsOf(past: Past, outlines: Iterable<Outline>, { dayEnds = 0, whole, ...filter }: StatsRequest): Stats {
  const counts = countsOf(past, dayEnds, filter);
  const { tries, evenings } = counts;
  const tried = triedIn(tries);
  const known = knownIn(tries.questions, outlines);
  return {
    answers: counts.answers,
    questions: tried.length,
    days: evenings.size,
    seconds: counts.seconds,
    uncounted: counts.uncounted,
    periods: periodsOf(evenings),
    timesOfDay: timesOfDayOf(counts.hours),
    pace: paceOf(pacedIn(tries, known), counts.timedOut),
    kinds: byKind(tries, tried),
    competencies: byCompetency(tries, tried, known),
    calibration: calibrationFrom(counts.said),
    sureButWrong: sureButWrongIn(tries, tried),
    agreement: agreementOf(counts.looked.toReversed(), { entries: past.later, whole }),
  };
}

/** What is added up while a history goes by. */
interface Counts {
  answers: number;
  seconds: number;
  uncounted: number;
  /** Answers in sentences that the clock ended. */
  timedOut: number;
  readonly tries: Tries;
  readonly evenings: Map<Day, Sum>;
  /** By the two digits of the hour. */
  readonly hours: Map<string, Sum>;
  readonly said: Said;
  /** Those whose ticks the person looked at, as the grader ticked them: what was corrected is what the ticks were. */
  readonly looked: AttemptHead[];
}

function countsOf({ attempts, later }: Past, dayEnds: number, filter: HistoryFilter): Counts {
  const [scoreOf, reviews] = [standingScores(later), reviewsOf(later)];
  const counts: Counts = {
    answers: 0,
    seconds: 0,
    uncounted: 0,
    timedOut: 0,
    tries: noTries(attempts.questions),
    evenings: new Map(),
    hours: new Map(),
    said: noConfidence(),
    looked: [],
  };
  const timely = timelyIn(counts, dayEnds);
  const isAll = Object.values(filter).every((wanted) => wanted === undefined);
  for (let index = 0; index < attempts.count; index += 1) {
    if (!attempts.stands(index) || !(isAll || passes(attempts.head(index), filter))) continue;
    if (reviews.size > 0 && reviews.has(attempts.id(index))) counts.looked.push(attempts.head(index));
    if (!isCounted(attempts.form(index))) counts.uncounted += 1;
    else count(index, { attempts, counts, timely, score: later.length === 0 ? attempts.score(index) : scoreOf(scored(attempts, index)) });
  }
  return counts;
}

function scored(attempts: StandingColumns, index: number): Pick<AttemptHead, "id" | "score"> {
  return { id: attempts.id(index), score: attempts.score(index) };
}

interface Counting {
  readonly attempts: StandingColumns;
  readonly counts: Counts;
  readonly timely: Timely;
  readonly score: number;
}

function count(index: number, { attempts, counts, timely, score }: Counting): void {
  const { kind, confidence, timedOut } = attempts.form(index);
  const seconds = attempts.seconds(index);
  counts.answers += 1;
  counts.seconds += seconds;
  for (const sum of timely(attempts.at(index))) addTo(sum, score);
  noteConfidence(counts.said, confidence, score);
  noteTry(counts.tries, attempts.question(index), { kind, confidence, seconds, score });
  if (timedOut && isPaced({ kind, seconds })) counts.timedOut += 1;
}

/** Gives the sums of the evening and the hour of a moment. */
type Timely = (at: string) => readonly Sum[];

/** Most answers are given in the same hour as the one before, and then nothing is looked up. */
function timelyIn({ evenings, hours }: Counts, dayEnds: number): Timely {
  let hour: string | undefined;
  let sums: readonly Sum[] = [];
  return (at) => {
    if (hour !== undefined && at.startsWith(hour)) return sums;
    hour = at.slice(0, 13);
    sums = [sumIn(evenings, eveningOf(at, dayEnds)), sumIn(hours, at.slice(11, 13))];
    return sums;
  };
}

function addTo(sum: Sum, score: number): void {
  sum.answers += 1;
  sum.total += score;
}

function sureButWrongIn(tries: Tries, tried: readonly number[]): readonly QuestionId[] {
  const found: QuestionId[] = [];
  for (const row of tried) {
    const confidence = (tries.confidences[row] || undefined) as OwnConfidence | undefined;
    if (isSureButWrong(confidence, tries.scores[row] ?? 0)) found.push(tries.questions.name(row));
  }
  return found;
}

/** A group while it is counted. */
interface Group {
  answers: number;
  questions: number;
  total: number;
}

function byKind(tries: Tries, tried: readonly number[]): readonly GroupStats[] {
  const groups = groupsOf(kinds);
  for (const row of tried) addToGroup(groups.get(kindAt(tries, row)), tries, row);
  return toldGroups(groups);
}

function byCompetency(tries: Tries, tried: readonly number[], { competencies, of }: Known): readonly GroupStats[] {
  const groups = groupsOf(competencies);
  const numbered = [...groups.values()];
  for (const row of tried) for (const number of of[row] ?? []) addToGroup(numbered[number], tries, row);
  return toldGroups(groups).toSorted((a, b) => a.mean - b.mean);
}

function groupsOf<K extends string>(names: readonly K[]): ReadonlyMap<K, Group> {
  return new Map(names.map((name) => [name, { answers: 0, questions: 0, total: 0 }]));
}

function addToGroup(group: Group | undefined, { answers, scores }: Tries, row: number): void {
  if (!group) return;
  group.answers += answers[row] ?? 0;
  group.questions += 1;
  group.total += scores[row] ?? 0;
}

function toldGroups(groups: ReadonlyMap<string, Group>): readonly GroupStats[] {
  return [...groups].flatMap(([name, { answers, questions, total }]) => (questions > 0 ? [{ name, answers, questions, mean: total / questions }] : []));
}
