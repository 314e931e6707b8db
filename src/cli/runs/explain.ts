// Room: cli. `coach explain`: every rule and word behind one mark.
import type { AnswerBody } from "../../domain/answer.ts";
import { caseFrom } from "../../domain/case.ts";
import { dayOf } from "../../domain/calendar.ts";
import { tellShare } from "../../domain/evidence.ts";
import type { Grade } from "../../domain/grade.ts";
import type { Library } from "../../domain/library.ts";
import { loopOf } from "../../domain/loop.ts";
import { hasMoved, looksForTheSame, moveBetween } from "../../domain/move.ts";
import { type Standing, standingOf } from "../../domain/standing.ts";
import { accountOf } from "../../grading/account.ts";
import { credit, creditFrom, foundFrom, partlyFrom } from "../../grading/key-points.ts";
import { signalsOf } from "../../grading/signals.ts";
import { readSaid } from "../../grading/told.ts";
import { gradeAgain } from "../../practice/again.ts";
import { type Explained, explainView } from "../../terminal/views/explain.ts";
import type { Reading } from "../../terminal/views/points.ts";
import type { PastAttempt } from "../../terminal/views/history.ts";
import type { App } from "../app.ts";
import { findPast, pastAttempts } from "./attempts.ts";
import { explainedJson } from "./explain-json.ts";
import { wholeHistoryOf } from "./past.ts";

/** Explains the attempt of that number, id or beginning of an id; the last one without a name. */
export async function explain(app: App, name: string | undefined): Promise<void> {
  const library = await app.library();
  const past = findPast(pastAttempts(await wholeHistoryOf(app), library, {}), name);
  const explained = explainedOf(past, library);
  await app.show({ text: (theme) => explainView(explained, theme), json: () => explainedJson(explained) });
}

function explainedOf(past: PastAttempt, library: Library): Explained {
  const { attempt, question } = past;
  if (!question)
    return {
      past,
      reading: undefined,
      notes: ["Its question is not in the library any more. This is what the journal holds; the words behind the marks need the question."],
    };
  if (question.kind !== attempt.kind)
    return {
      past,
      reading: undefined,
      notes: [`Its question is of another kind now (${question.kind}): its words cannot be marked again. This is what the journal holds.`],
    };
  const reading = readingOf(past, question, library);
  return { past, reading, notes: notesOn(past, reading.grade) };
}

function readingOf(past: PastAttempt, question: NonNullable<PastAttempt["question"]>, library: Library): Reading {
  const { attempt, correction } = past;
  const asked = caseFrom(library, question, attempt.seed);
  const { grade, own } = gradeAgain(asked, attempt, correction);
  return {
    asked,
    grade,
    account: accountOf(question.kind, grade),
    own: own && { grade: own, account: accountOf(question.kind, own) },
    signals: signalsOf(grade, loopOf(question, library.loops)?.signals ?? []),
    scale: { nothing: creditFrom(wordsIn(attempt.answer)), partly: partlyFrom, found: foundFrom, whole: credit.whole },
  };
}

/** Words of an answer in sentences, as marking counts them. */
function wordsIn(body: AnswerBody): number {
  if (body.kind !== "open" && body.kind !== "star" && body.kind !== "rewrite") return 0;
  return readSaid(body).sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function notesOn(past: PastAttempt, grade: Grade): readonly string[] {
  const { attempt, rescore } = past;
  const kept = standingOf(attempt, past);
  const before = rescore
    ? [`It was marked ${tellShare(attempt.score)} by rules ${attempt.rules}, and again on ${dayOf(rescore.at)}: ${tellShare(rescore.graded)}.`]
    : [];
  return [...before, ...notesOnChange(kept, grade)];
}

function notesOnChange(kept: Standing, grade: Grade): readonly string[] {
  const was = `It was marked ${tellShare(kept.graded)}`;
  if (!looksForTheSame(kept, grade))
    return [`Its question looks for other things now than when it was asked. ${was} then; what follows is by the question as it is.`];
  if (!hasMoved(moveBetween({ ...kept, score: kept.graded }, grade))) return [];
  const why =
    kept.rules === grade.rules
      ? "the phrasings of its question have changed since"
      : `that was by rules ${kept.rules}, and the present ones are ${grade.rules}`;
  return [`${was}; ${why}, and what follows gives ${tellShare(grade.score)}. The kept mark stands until coach rescore --apply.`];
}
