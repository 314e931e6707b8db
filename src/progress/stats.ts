// Room: progress. What the journal says in numbers. Pure.
import type { Attempt, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { isSureButWrong } from "../domain/confidence.ts";
import { correctedAttempts, isCounted } from "../domain/evidence.ts";
import type { QuestionOutline } from "../domain/outline.ts";
import { kinds, type QuestionId } from "../domain/question.ts";
import type { GroupStats, Stats } from "../domain/stats.ts";
import { eveningsOf, paceOf, periodsOf, timesOfDayOf } from "./time.ts";
import { agreementOf } from "./agreement.ts";
import { calibrationOf } from "./calibration.ts";
import { attemptsOf, filterAttempts, type HistoryFilter } from "./history.ts";

/** Which attempts, and the hour at which a day ends: until then it is the evening before. Midnight if left out. */
export interface StatsRequest extends HistoryFilter {
  /** Gives an attempt with its marks. */
  readonly whole: (attempt: AttemptHead) => Attempt;
  readonly dayEnds?: number;
}

/** The numbers of the attempts that pass a filter. Entries are oldest first; `questions` are the library's, for their competencies. */
export function statsOf(entries: readonly HistoryEntry[], questions: readonly QuestionOutline[], { dayEnds = 0, whole, ...filter }: StatsRequest): Stats {
  const all = filterAttempts(correctedAttempts(entries), filter);
  const counted = all.filter(isCounted);
  // As the grader ticked them: what was corrected is what the ticks were.
  const ticked = filterAttempts(attemptsOf(entries), filter);
  const tried = triedIn(counted, questions);
  const evenings = eveningsOf(counted, dayEnds);
  return {
    answers: counted.length,
    questions: tried.size,
    days: evenings.size,
    seconds: counted.reduce((sum, attempt) => sum + attempt.seconds, 0),
    uncounted: all.length - counted.length,
    periods: periodsOf(evenings),
    timesOfDay: timesOfDayOf(counted),
    pace: paceOf(counted, (question) => tried.get(question)?.known?.minutes),
    kinds: byKind(tried),
    competencies: byCompetency(tried),
    calibration: calibrationOf(counted),
    sureButWrong: sureButWrongIn(tried),
    agreement: agreementOf(ticked, { entries, whole }),
  };
}

/** What was made of a question. */
interface Tries {
  answers: number;
  latest: AttemptHead;
  /** Undefined for a question that is gone. */
  known: QuestionOutline | undefined;
}

type Tried = ReadonlyMap<QuestionId, Readonly<Tries>>;

/** Attempts that count by question, oldest first: how many, and the last. */
function triedIn(attempts: readonly AttemptHead[], questions: readonly QuestionOutline[]): Tried {
  const tried = new Map<QuestionId, Tries>();
  for (const attempt of attempts) {
    const known = tried.get(attempt.question);
    if (!known) tried.set(attempt.question, { answers: 1, latest: attempt, known: undefined });
    else {
      known.answers += 1;
      known.latest = attempt;
    }
  }
  for (const question of questions) {
    const tries = tried.get(question.id);
    if (tries) tries.known = question;
  }
  return tried;
}

function sureButWrongIn(tried: Tried): readonly QuestionId[] {
  const found: QuestionId[] = [];
  for (const { latest } of tried.values()) if (isSureButWrong(latest.confidence, latest.score)) found.push(latest.question);
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
  for (const tries of tried.values()) addTo(groups, tries.latest.kind, tries);
  return kinds.flatMap((kind) => toldGroup(kind, groups.get(kind)));
}

function byCompetency(tried: Tried): readonly GroupStats[] {
  const groups = new Map<string, Group>();
  for (const tries of tried.values()) for (const name of tries.known?.competencies ?? []) addTo(groups, name, tries);
  return [...groups].flatMap(([name, group]) => toldGroup(name, group)).toSorted((a, b) => a.mean - b.mean);
}

function addTo(groups: Map<string, Group>, name: string, { answers, latest }: Readonly<Tries>): void {
  const group = groups.get(name) ?? { answers: 0, questions: 0, total: 0 };
  groups.set(name, group);
  group.answers += answers;
  group.questions += 1;
  group.total += latest.score;
}

function toldGroup(name: string, group: Group | undefined): readonly GroupStats[] {
  return group ? [{ name, answers: group.answers, questions: group.questions, mean: group.total / group.questions }] : [];
}
