// Room: terminal. A grade with its reasons: what was found, in which words, and the one thing to do next. Pure.
import { type AnswerBody, answerText } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf, type Flag, type Grade, type PitfallHit } from "../../domain/grade.ts";
import type { Judgement } from "../../domain/judgement.ts";
import type { Question } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { judgeRows } from "./judge.ts";
import { inlineRows, markdownRows } from "./markdown.ts";
import { levelRows } from "./levels.ts";
import { markRows } from "./marks.ts";
import { quoteRow } from "./quotes.ts";
import { type SignalsShown, signalLine } from "./signals.ts";
import { type FindSource, sourceLines } from "./sources.ts";
import { bandStyle, capitalised, isReadKind, tellScore } from "./words.ts";
import { hang, hangText, spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** An answer that was marked. */
export interface Graded {
  readonly asked: Case;
  /** Cleaned of escape and control characters: it is quoted. */
  readonly body: AnswerBody;
  readonly grade: Grade;
  /** What a judge made of it, where one was asked and answered. */
  readonly judgement?: Judgement | undefined;
  /** 0 to 1, after the judge where it counts, and the person's own ticks. */
  readonly score: number;
  readonly sources: FindSource;
  /** What the company of the question looks for; undefined where it has none. */
  readonly signals?: SignalsShown | undefined;
  /** False: it is in no history, so that it cannot be explained later. */
  readonly isKept?: boolean;
}

const withHistory = "coach explain shows every rule and word behind this.";
const withoutHistory = "With --keep it goes into your history, and coach explain shows every rule and word behind it.";

/** The marks of one answer, short enough to be taken in at once: `coach explain` has the rest. Kinds that are marked exactly say why, and by which source. */
export function gradeView(graded: Graded, theme: Theme): string {
  const { asked, body, grade, judgement, signals, sources } = graded;
  const { question } = asked;
  const isRead = isReadKind(question.kind);
  return viewOf(
    spaced(
      headRows(graded, theme),
      answerRows(body, theme),
      markRows({ asked, body, marks: grade.marks }, theme),
      pitfallRows(grade.pitfalls, answerText(body), theme),
      flagRows(grade.flags, theme),
      judgement ? judgeRows(grade, judgement, theme) : [],
      workingRows(graded, theme),
      ...(isRead ? [] : backgroundBlocks(question, sources, theme)),
      toldRows(grade, signals, theme),
      [
        ...(grade.next === undefined ? [] : nextRows(grade.next, theme)),
        ...(isRead ? wrap(graded.isKept === false ? withoutHistory : withHistory, theme.columns(), theme.dim) : []),
      ],
    ),
  );
}

/** Why a question that is answered in sentences is asked, and what it rests on; empty for the other kinds, whose grade says it. */
export function backgroundView(question: Question, sources: FindSource, theme: Theme): string {
  const blocks = isReadKind(question.kind) ? backgroundBlocks(question, sources, theme).filter((block) => block.length > 0) : [];
  return blocks.length === 0 ? "" : viewOf(spaced(...blocks));
}

function backgroundBlocks(question: Question, sources: FindSource, theme: Theme): readonly (readonly string[])[] {
  const { why } = question;
  return [
    why === undefined ? [] : markdownRows(`Why: ${why}`, theme),
    sourceLines(question.sources, sources).flatMap((line) => wrap(line, theme.columns(), theme.dim)),
  ];
}

function headRows({ asked, grade, judgement, score }: Graded, theme: Theme): readonly string[] {
  const { title, confidence } = asked.question;
  const isCorrected = Math.abs(score - grade.score) > 1e-9;
  const by = judgement?.counts === true ? "your judge" : "your own ticks";
  const verdict = capitalised(tellScore(score)) + (isCorrected ? `, by ${by} (as read: ${tellShare(grade.score)})` : "");
  const style = bandStyle(bandOf(score), theme);
  const bold = (text: string): string => theme.bold(style(text));
  const head = wrapPieces(
    [
      { text: verdict, style: bold },
      { text: ` ${theme.glyphs.dot} ${title}`, style: theme.dim },
    ],
    theme.columns(),
  );
  return confidence === "unverified" ? [...head, ...wrap("Not counted: this rests on what nobody has named or dated.", theme.columns())] : head;
}

/** How it was told, and how far that shows what the company looks for; nothing told shows nothing. */
function toldRows({ levels }: Grade, signals: SignalsShown | undefined, theme: Theme): readonly string[] {
  const rows = levelRows(levels, theme);
  return rows.length === 0 || !signals ? rows : [...rows, ...signalLine(signals, theme)];
}

/** What was typed, for kinds whose answer is a word or a number; sentences are quoted at their marks. */
function answerRows(body: AnswerBody, theme: Theme): readonly string[] {
  const said = body.kind === "recall" ? body.texts : body.kind === "numeric" ? [body.text] : [];
  if (said.every((each) => each.trim() === "")) return [];
  return hangText("Your answer: ", said.map((each) => each.trim() || theme.glyphs.dash).join("; "), theme.columns());
}

function pitfallRows(pitfalls: readonly PitfallHit[], text: string, theme: Theme): readonly string[] {
  if (pitfalls.length === 0) return [];
  const width = theme.columns() - 4;
  const rows = pitfalls.flatMap((hit) => [
    ...hang(`  ${theme.warn("!")} `, inlineRows(hit.text, theme, width)),
    ...quoteRow(text, [hit.evidence], { theme, width }).map((row) => `    ${row}`),
    ...(hit.advice === undefined ? [] : inlineRows(capitalised(hit.advice), theme, width).map((row) => `    ${row}`)),
  ]);
  return [theme.bold(pitfalls.length === 1 ? "A pitfall" : "Pitfalls"), ...rows];
}

function flagRows(flags: readonly Flag[], theme: Theme): readonly string[] {
  if (flags.length === 0) return [];
  const told = flags.map(({ reason, cap }) => `${reason}${cap < 1 ? ` It can get ${tellShare(cap)} at most.` : ""}`);
  return [theme.bold("What limits the score"), ...told.flatMap((text) => hang(`  ${theme.warn("!")} `, wrap(text, theme.columns() - 4)))];
}

/** Worked steps; of other kinds only what the marks have not told already. */
export function workingRows({ asked, grade }: Pick<Graded, "asked" | "grade">, theme: Theme): readonly string[] {
  const isTold = (line: string): boolean => asked.question.kind !== "numeric" && grade.marks.some((mark) => line.includes(mark.text));
  const workings = grade.workings.filter((line) => !isTold(line));
  if (workings.length === 0) return [];
  return [theme.bold("Worked out"), ...workings.flatMap((line) => hang("  ", inlineRows(line, theme, theme.columns() - 2)))];
}

function nextRows(next: string, theme: Theme): readonly string[] {
  const lead = "Do next: ";
  return hang(theme.bold(theme.accent(lead)), inlineRows(next, theme, theme.columns() - lead.length));
}
