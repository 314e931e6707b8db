// Room: progress. What the journal says in numbers. Pure.
import type { Attempt, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { eveningOf } from "../domain/calendar.ts";
import { attemptsByQuestion, correctedAttempts, gatherEvidence, isCounted } from "../domain/evidence.ts";
import { kinds, type Question, type QuestionId } from "../domain/question.ts";
import type { GroupStats, Stats } from "../domain/stats.ts";
import { paceOf, periodsOf, timesOfDayOf } from "./time.ts";
import { agreementOf } from "./agreement.ts";
import { calibrationOf } from "./calibration.ts";
import { attemptsOf, filterAttempts, type HistoryFilter, sureButWrong } from "./history.ts";

/** Which attempts, and the hour at which a day ends: until then it is the evening before. Midnight if left out. */
export interface StatsRequest extends HistoryFilter {
  /** Gives an attempt with its marks. */
  readonly whole: (attempt: AttemptHead) => Attempt;
  readonly dayEnds?: number;
}

/** The numbers of the attempts that pass a filter. Entries are oldest first; `questions` are the library's, for their competencies. */
export function statsOf(entries: readonly HistoryEntry[], questions: readonly Question[], { dayEnds = 0, whole, ...filter }: StatsRequest): Stats {
  const all = filterAttempts(correctedAttempts(entries), filter);
  const counted = all.filter(isCounted);
  // As the grader ticked them: what was corrected is what the ticks were.
  const ticked = filterAttempts(attemptsOf(entries), filter);
  const tried = attemptsByQuestion(counted);
  return {
    answers: counted.length,
    questions: tried.size,
    days: new Set(counted.map((attempt) => eveningOf(attempt.at, dayEnds))).size,
    seconds: counted.reduce((sum, attempt) => sum + attempt.seconds, 0),
    uncounted: all.length - counted.length,
    periods: periodsOf(counted, dayEnds),
    timesOfDay: timesOfDayOf(counted),
    pace: paceOf(counted, questions),
    kinds: kinds.flatMap((kind) => groupOf(kind, idsOf(counted, kind), tried)),
    competencies: byCompetency(questions, tried),
    calibration: calibrationOf(counted),
    sureButWrong: [...sureButWrong(entries)].filter((id) => tried.has(id)),
    agreement: agreementOf(ticked, { entries, whole }),
  };
}

type Tried = ReadonlyMap<QuestionId, readonly AttemptHead[]>;

function idsOf(attempts: readonly AttemptHead[], kind: Question["kind"]): readonly QuestionId[] {
  return [...new Set(attempts.filter((attempt) => attempt.kind === kind).map((attempt) => attempt.question))];
}

function byCompetency(questions: readonly Question[], tried: Tried): readonly GroupStats[] {
  const groups = new Map<string, QuestionId[]>();
  for (const { id, competencies } of questions) {
    if (!tried.has(id)) continue;
    for (const name of competencies) {
      const known = groups.get(name);
      if (known) known.push(id);
      else groups.set(name, [id]);
    }
  }
  return [...groups].flatMap(([name, ids]) => groupOf(name, ids, tried)).toSorted((a, b) => a.mean - b.mean);
}

function groupOf(name: string, ids: readonly QuestionId[], attempts: Tried): readonly GroupStats[] {
  const { attempts: answers, tried, mean } = gatherEvidence(ids, attempts);
  return mean === undefined ? [] : [{ name, answers, questions: tried, mean }];
}
