// Room: terminal. One mark explained whole: every rule, the words it saw, what the next level needs, and the sum. Pure.
import type { Account } from "../../domain/account.ts";
import { answerText } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf, type Grade, type Mark } from "../../domain/grade.ts";
import type { SignalReading } from "../../domain/loop.ts";
import { judgeStands, standingOf } from "../../domain/standing.ts";
import type { Theme } from "../theme.ts";
import { accountRows, exactRows, tellCounts, tellPart } from "./account.ts";
import { tellAnswer } from "./answers.ts";
import { workingRows } from "./grade.ts";
import { attemptHead, keptJudgeRows, keptMarkRows, type PastAttempt } from "./history.ts";
import { inlineRows, markdownRows } from "./markdown.ts";
import { statusSign, tellStatus } from "./marks.ts";
import { markedRows, quoteRows } from "./quotes.ts";
import { receiptRows } from "./receipts.ts";
import { signalRows } from "./signals.ts";
import { bandStyle, capitalised, isReadKind, tellScore } from "./words.ts";
import { hang, hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** The answer marked again by the present rules, with the question as it is now. */
export interface Reading {
  readonly asked: Case;
  readonly grade: Grade;
  /** Undefined for kinds that are marked exactly. */
  readonly account: Account | undefined;
  /** The same by the person's own ticks; undefined where they changed none. */
  readonly own: { readonly grade: Grade; readonly account: Account | undefined } | undefined;
  /** What the question's company looks for, as far as the answer can show it. */
  readonly signals: readonly SignalReading[];
  /** The strength from which a key point is found. */
  readonly foundFrom: number;
}

/** An attempt to explain. */
export interface Explained {
  /** Cleaned of escape and control characters. */
  readonly past: PastAttempt;
  /** Undefined when the question is gone, or is another now. */
  readonly reading: Reading | undefined;
  /** What differs between the mark that was kept and the reading, or why there is none; in sentences. */
  readonly notes: readonly string[];
}

/** The explanation of one mark. */
export function explainView(explained: Explained, theme: Theme): string {
  const { past, reading, notes } = explained;
  const width = theme.columns();
  const noteRows = notes.flatMap((note) => hang(`${theme.warn("!")} `, wrap(note, width - 2)));
  const blocks = reading ? readRows(past, reading, theme) : goneRows(past, theme);
  return viewOf(spaced(headRows(explained, theme), attemptHead(past, theme), noteRows, ...blocks));
}

function headRows({ past }: Explained, theme: Theme): readonly string[] {
  const { score, rules } = standingOf(past.attempt, past);
  const by = past.correction ? ", by your own ticks" : judgeStands(past) ? ", by your judge" : "";
  return wrap(`${capitalised(tellScore(score))}${by}; marked by rules ${rules}`, theme.columns(), (text) => theme.bold(bandStyle(bandOf(score), theme)(text)));
}

type Blocks = readonly (readonly string[])[];

/** What the journal alone can say. */
function goneRows(past: PastAttempt, theme: Theme): Blocks {
  const { attempt } = past;
  const standing = standingOf(attempt, past);
  const levels = Object.entries(standing.levels).map(([dimension, level]) => `${dimension} ${level}`);
  return [
    title("Your answer", wrap(tellAnswer(past.question, attempt.answer), theme.columns()), theme),
    title("What was kept of the marks", keptMarkRows(past, theme), theme),
    keptJudgeRows(past, theme),
    levels.length === 0 ? [] : hangText("Levels, 1 to 5: ", levels.join(", "), theme.columns()),
    standing.flags.length === 0 ? [] : hangText("Flags: ", standing.flags.join(", "), theme.columns()),
  ];
}

function readRows(past: PastAttempt, reading: Reading, theme: Theme): Blocks {
  const { asked, grade, account, own } = reading;
  const { kind } = asked.question;
  const sum = (of: Grade, steps: Account | undefined): readonly string[] => (steps ? accountRows(steps, theme) : exactRows(kind, of.score, theme));
  return [
    title("Asked", markdownRows(asked.prompt, theme), theme),
    title("Your answer", answerRows(past, grade, theme), theme),
    title(coverageTitle(grade), markRows(past, reading, theme), theme),
    ...grade.levels.filter(({ dimension }) => dimension !== "coverage").map((judged) => receiptRows(judged, answerText(past.attempt.answer), theme)),
    pitfallRows(past, grade, theme),
    flagRows(past, grade, theme),
    signalRows(asked.question.company ?? "the company", reading.signals, theme),
    title("How the score came about", sum(grade, account), theme),
    own ? title("The same by your own ticks", sum(own.grade, own.account), theme) : [],
    keptJudgeRows(past, theme),
    workingRows(reading, theme),
    nextRows(own?.grade ?? grade, theme),
  ];
}

function title(text: string, rows: readonly string[], theme: Theme): readonly string[] {
  return rows.length === 0 ? [] : [...wrap(text, theme.columns(), theme.accent), ...rows];
}

/** Sentences with every word marked that a key point rests on; other kinds as they were answered. */
function answerRows({ attempt, question }: PastAttempt, grade: Grade, theme: Theme): readonly string[] {
  const { answer, kind } = attempt;
  const width = theme.columns();
  if (!isReadKind(kind)) return wrap(tellAnswer(question, answer), width);
  const spans = grade.marks.flatMap((mark) => (mark.status === "not-found" ? [] : mark.evidence));
  const legend =
    spans.length === 0
      ? []
      : wrap(theme.colour ? "Underlined is what the key points rest on." : "In [brackets] is what the key points rest on.", width, theme.dim);
  return [...(answerText(answer).trim() === "" ? ["(nothing)"] : markedRows(answerText(answer), spans, { theme, width })), ...legend];
}

function coverageTitle(grade: Grade): string {
  const coverage = grade.levels.find(({ dimension }) => dimension === "coverage");
  return coverage ? `Coverage, level ${coverage.level} of 5: ${coverage.anchor}` : "Marks";
}

function markRows(past: PastAttempt, reading: Reading, theme: Theme): readonly string[] {
  return reading.grade.marks.flatMap((mark) => oneMark(mark, { past, reading, theme }));
}

interface Given {
  readonly past: PastAttempt;
  readonly reading: Reading;
  readonly theme: Theme;
}

function oneMark(mark: Mark, { past, reading, theme }: Given): readonly string[] {
  const { attempt, correction } = past;
  const isRead = isReadKind(attempt.kind);
  const width = theme.columns() - 4;
  const { sign, style } = statusSign(mark.status, theme);
  const ticked = correction?.marks[mark.id];
  const lines = [
    isRead ? tellStrength(mark, reading) : "",
    mark.reason ?? "",
    mark.phrasing !== undefined && isRead ? `Nearest accepted phrasing: "${mark.phrasing}"` : "",
    ticked === undefined ? "" : `Your own tick: ${tellStatus(ticked, isRead)}. The grader's: ${tellStatus(mark.status, isRead)}.`,
  ].filter((line) => line !== "");
  return [
    ...hang(`  ${style(sign)} `, inlineRows(`${capitalised(tellStatus(mark.status, isRead))}: ${mark.text}`, theme, width)),
    ...(mark.status === "not-found" ? [] : quoteRows(answerText(attempt.answer), mark.evidence, { theme, width }).map((row) => `    ${row}`)),
    ...lines.flatMap((line) => hang("    ", inlineRows(line, theme, width))),
  ];
}

function tellStrength({ id, strength, part }: Mark, { account, foundFrom }: Reading): string {
  const counts = account ? `, ${tellCounts(account, id)}` : "";
  const ofPart = part === undefined ? "" : `; part ${part}`;
  return `Strength ${tellPart(strength)}, found from ${tellPart(foundFrom)}${counts}${ofPart}; rule coverage.${id}.`;
}

function pitfallRows({ attempt }: PastAttempt, { pitfalls }: Grade, theme: Theme): readonly string[] {
  const width = theme.columns() - 4;
  const rows = pitfalls.flatMap(({ text, advice, evidence }) => [
    ...hang(`  ${theme.warn("!")} `, inlineRows(text, theme, width)),
    ...quoteRows(answerText(attempt.answer), [evidence], { theme, width }).map((row) => `    ${row}`),
    ...(advice === undefined ? [] : hang("    ", inlineRows(capitalised(advice), theme, width))),
  ]);
  return title("Pitfalls", rows, theme);
}

function flagRows({ attempt }: PastAttempt, { flags }: Grade, theme: Theme): readonly string[] {
  const width = theme.columns() - 4;
  const rows = flags.flatMap(({ id, reason, cap, evidence }) => [
    ...hangText(`  ${theme.warn("!")} `, `${id}: ${reason} It can get ${tellShare(cap)} at most.`, theme.columns()),
    ...quoteRows(answerText(attempt.answer), evidence ?? [], { theme, width }).map((row) => `    ${row}`),
  ]);
  return title("Flags", rows, theme);
}

function nextRows({ next }: Grade, theme: Theme): readonly string[] {
  return next === undefined ? [] : hang(theme.bold(theme.accent("Do next: ")), inlineRows(next, theme, theme.columns() - 9));
}
