// Room: cli. What stands beside a friend's scores: names from the library, and the marks of the person's own latest answers.
import type { JournalEntry } from "../../domain/attempt.ts";
import { caseFrom } from "../../domain/case.ts";
import type { Library } from "../../domain/library.ts";
import type { Signal } from "../../domain/loop.ts";
import type { OwnReading } from "../../domain/peer-comparison.ts";
import { keyPointsOf } from "../../domain/question.ts";
import { signalsOf } from "../../grading/signals.ts";
import { gradeAgain } from "../../practice/again.ts";
import type { PeerContext } from "../../progress/peer.ts";
import type { PastAttempt } from "../../terminal/views/history.ts";
import { pastAttempts } from "./attempts.ts";

/** The context of a form. Ids that the library does not know any more are called by themselves. */
export function peerContext(entries: readonly JournalEntry[], library: Library, form: { readonly loop: string }): PeerContext {
  const signals = library.loops.find(({ id }) => id === form.loop)?.signals ?? [];
  const questions = new Map(library.decks.flatMap((deck) => deck.questions).map((question) => [question.id, question]));
  const past = pastAttempts({ entries, takenBack: [] }, library, {});
  return {
    title: (id) => questions.get(id)?.title ?? id,
    signal: (id) => signals.find((signal) => signal.id === id)?.name ?? id,
    point: (id, point) => {
      const question = questions.get(id);
      return (question ? keyPointsOf(question) : []).find((one) => one.id === point)?.text ?? point;
    },
    own: (id) => {
      const latest = past.find(({ attempt, question }) => attempt.question === id && !attempt.interrupted && question?.kind === attempt.kind);
      return latest && readingOf(latest, library, signals);
    },
  };
}

/** By the present rules, with the person's own ticks. */
function readingOf({ attempt, question, correction }: PastAttempt, library: Library, signals: readonly Signal[]): OwnReading | undefined {
  if (!question) return undefined;
  const asked = caseFrom(library, question, attempt.seed);
  const again = gradeAgain(asked, attempt, correction);
  const grade = again.own ?? again.grade;
  return {
    at: attempt.at,
    sessionKind: attempt.sessionKind,
    signals: Object.fromEntries(signalsOf(grade, signals).map(({ id, level }) => [id, level])),
    levels: Object.fromEntries(grade.levels.map(({ dimension, level }) => [dimension, level])),
    marks: Object.fromEntries(grade.marks.map(({ id, status }) => [id, status])),
  };
}
