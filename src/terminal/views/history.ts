// Room: terminal. Earlier attempts: a table, or one of them whole. Pure.
import type { Attempt } from "../../domain/attempt.ts";
import { tellConfidence } from "../../domain/confidence.ts";
import { drawCase } from "../../domain/case.ts";
import { tellShare } from "../../domain/evidence.ts";
import type { Question } from "../../domain/question.ts";
import { judgeStands, type Later, standingOf } from "../../domain/standing.ts";
import type { Theme } from "../theme.ts";
import { markText, tellAnswer } from "./answers.ts";
import { markdownRows, plainText } from "./markdown.ts";
import { tableRows } from "./table.ts";
import { tellMoment, tellScore, tellSeconds } from "./words.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

export interface PastAttempt extends Later {
  /** Its answer cleaned of escape and control characters. */
  readonly attempt: Attempt;
  /** Undefined when its deck is gone. */
  readonly question: Question | undefined;
  /** When it was taken back; undefined: it counts. */
  readonly takenBack?: string | undefined;
}

/** A table of attempts in the order given, numbered from 1; of so many there are. */
export function historyView(past: readonly PastAttempt[], total: number, theme: Theme): string {
  if (past.length === 0) return "No attempts here yet. coach drill begins.\n";
  const rows = past.map((one, index) => [
    String(index + 1),
    tellMoment(one.attempt.at),
    one.attempt.kind,
    titleOf(one),
    tellShare(scoreOf(one)),
    tellSeconds(one.attempt.seconds),
    tellNotes(one),
  ]);
  const columns = [
    { title: "", align: "right" as const },
    { title: "when" },
    { title: "kind" },
    { title: "question" },
    { title: "score", align: "right" as const },
    { title: "took", align: "right" as const },
    { title: "" },
  ];
  const more = total > past.length ? `The latest ${past.length} of ${total}; coach history --limit ${total} lists them all. ` : "";
  return viewOf(spaced(tableRows({ columns, rows }, theme), wrap(`${more}coach history NUMBER shows one with its answer and marks.`, theme.columns())));
}

function titleOf({ attempt, question }: PastAttempt): string {
  return question ? plainText(question.title) : attempt.question;
}

function scoreOf(past: PastAttempt): number {
  return standingOf(past.attempt, past).score;
}

function tellNotes({ attempt, correction, rescore, judgement, takenBack }: PastAttempt): string {
  const notes = [
    takenBack !== undefined && "taken back",
    attempt.timedOut && "time ran out",
    attempt.interrupted && "cut short",
    attempt.unscored && "not counted",
    correction !== undefined && "corrected",
    rescore !== undefined && "marked again",
    judgement !== undefined && "read by a judge",
  ];
  return notes.filter((note) => note !== false).join(", ");
}

/** One attempt, with its answer and its marks. */
export function attemptView(past: PastAttempt, theme: Theme): string {
  const { attempt, question } = past;
  const width = theme.columns();
  const prompt = question ? drawCase(question, attempt.seed).prompt : undefined;
  const score = scoreOf(past);
  return viewOf(
    spaced(
      attemptHead(past, theme),
      prompt === undefined ? wrap("(Its deck is gone; the answer is kept.)", width) : markdownRows(prompt, theme, width),
      [theme.accent("Your answer"), ...wrap(tellAnswer(question, attempt.answer), width)],
      [theme.accent(`Marks: ${tellScore(score)}`), ...keptMarkRows(past, theme)],
      keptJudgeRows(past, theme),
      wrap("coach explain shows every rule and word behind a mark.", width, theme.dim),
    ),
  );
}

/** What an attempt was: its title, when and how it was made, its id. */
export function attemptHead(past: PastAttempt, theme: Theme): readonly string[] {
  const { attempt } = past;
  const width = theme.columns();
  const said = attempt.confidence === undefined ? "" : `you said: ${tellConfidence(attempt.confidence)}`;
  const about = [tellMoment(attempt.at), attempt.sessionKind, attempt.kind, `took ${tellSeconds(attempt.seconds)}`, said, tellNotes(past)]
    .filter((part) => part !== "")
    .join("; ");
  return [
    ...wrap(titleOf(past), width, theme.bold),
    ...wrap(about, width, theme.dim),
    ...wrap(`id ${attempt.id}, question ${attempt.question}`, width, theme.dim),
  ];
}

/** The marks as the journal keeps them, the person's own ticks first. */
export function keptMarkRows(past: PastAttempt, theme: Theme): readonly string[] {
  const { attempt, question, correction } = past;
  const signs = { found: theme.glyphs.tick, partly: theme.glyphs.half, "not-found": theme.glyphs.cross } as const;
  return standingOf(attempt, past).marks.flatMap((mark) => {
    const status = correction?.marks[mark.id] ?? mark.status;
    const changed = status === mark.status ? "" : ` (you; the grader had ${mark.status.replace("-", " ")})`;
    return hangText(`  ${signs[status]} `, `${status.replace("-", " ")}: ${markText(question, mark.id)}${changed}`, theme.columns());
  });
}

/** What a judge read in the attempt; nothing where none did. */
export function keptJudgeRows({ question, judgement, correction }: PastAttempt, theme: Theme): readonly string[] {
  if (!judgement) return [];
  const width = theme.columns();
  const stands = judgeStands({ correction, judgement });
  const marks = judgement.marks.flatMap(({ id, status, why }) =>
    hangText(`  ${theme.glyphs.dot} `, `${status.replace("-", " ")}: ${markText(question, id)}${why === "" ? "" : ` (${why})`}`, width),
  );
  return [
    ...wrap(`The judge: ${tellScore(judgement.score)}`, width, theme.accent),
    ...wrap(`Read by ${judgement.model} at ${judgement.host}. ${stands ? "Its score stands." : "Its score does not count."}`, width, theme.dim),
    ...marks,
    ...(judgement.comment === "" ? [] : wrap(judgement.comment, width)),
  ];
}
