// Room: progress. A friend's scores of a round beside the person's own marks: where they agree, and where they differ most. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import type { ComparedPoint, ComparedQuestion, ComparedScale, OwnReading, PeerAgreement, PeerComparison, PeerDifference } from "../domain/peer-comparison.ts";
import type { PeerRecord, PeerScore } from "../domain/peer-scores.ts";
import type { QuestionId } from "../domain/question.ts";
import { dimensions } from "../domain/rubric.ts";

/** The forms that were imported, the newest first. One that came twice from the same friend counts as it came last. Entries are oldest first. */
export function peerForms(entries: readonly HistoryEntry[]): readonly PeerRecord[] {
  const forms = new Map<string, PeerRecord>();
  for (const entry of entries) {
    if (entry.type !== "peer") continue;
    const key = `${entry.made}\n${entry.loop}\n${entry.round}\n${entry.from.toLowerCase()}`;
    forms.delete(key);
    forms.set(key, entry);
  }
  return [...forms.values()].toReversed();
}

/** How things are called, and what the person's own answers showed. */
export interface PeerContext {
  title(question: QuestionId): string;
  signal(id: string): string;
  point(question: QuestionId, id: string): string;
  own(question: QuestionId): OwnReading | undefined;
}

/** Lines of differences at most. */
const mostDifferences = 5;

/** Both sides of a round. */
export function comparePeer(form: PeerRecord, context: PeerContext): PeerComparison {
  const questions = form.questions.map((score) => compareQuestion(score, context));
  const { from, at, loop, round } = form;
  return { from, at, loop, round, questions, agreement: agreementOf(questions), differences: differencesIn(questions).slice(0, mostDifferences) };
}

function compareQuestion(score: PeerScore, context: PeerContext): ComparedQuestion {
  const { question, note } = score;
  const own = context.own(question);
  const signals = Object.entries(score.signals).map(([id, theirs]): ComparedScale => ({
    of: "signal",
    id,
    name: context.signal(id),
    theirs,
    yours: valueOf(own?.signals, id),
  }));
  const levels = dimensions.flatMap((id): readonly ComparedScale[] => {
    const theirs = score.levels[id];
    return theirs === undefined ? [] : [{ of: "dimension", id, name: id, theirs, yours: own?.levels[id] }];
  });
  const points = Object.entries(score.heard).map(([id, theirs]): ComparedPoint => ({
    id,
    text: context.point(question, id),
    theirs,
    yours: valueOf(own?.marks, id),
  }));
  const from = own && { at: own.at, sessionKind: own.sessionKind };
  return { question, title: context.title(question), note, scales: [...signals, ...levels], points, own: from };
}

/** Ids come from a file: one may be called `constructor`. */
function valueOf<T>(values: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return values && Object.hasOwn(values, id) ? values[id] : undefined;
}

function agreementOf(questions: readonly ComparedQuestion[]): PeerAgreement {
  const gaps = questions.flatMap(({ scales }) => scales.flatMap(({ theirs, yours }) => (yours === undefined ? [] : [Math.abs(theirs - yours)])));
  const points = questions.flatMap((question) => question.points.filter(({ yours }) => yours !== undefined));
  return {
    scales: gaps.length,
    same: gaps.filter((gap) => gap === 0).length,
    near: gaps.filter((gap) => gap === 1).length,
    points: points.length,
    alike: points.filter(isAlike).length,
  };
}

/** A point that was found in part was heard. */
function isAlike({ theirs, yours }: ComparedPoint): boolean {
  return theirs === (yours !== "not-found");
}

/** Scales that are two levels apart or more, the widest first; then points that one side has and the other has not; then scales a level apart. */
function differencesIn(questions: readonly ComparedQuestion[]): readonly PeerDifference[] {
  const found = questions.flatMap(({ title, scales, points }) => [
    ...scales.flatMap(({ name, theirs, yours }) =>
      yours === undefined || yours === theirs ? [] : [{ size: Math.abs(theirs - yours), what: { title, type: "scale" as const, name, theirs, yours } }],
    ),
    ...points.flatMap((point) =>
      point.yours === undefined || isAlike(point) ? [] : [{ size: 1.5, what: { title, type: "point" as const, text: point.text, theirs: point.theirs } }],
    ),
  ]);
  return found.toSorted((a, b) => b.size - a.size).map(({ what }) => what);
}
