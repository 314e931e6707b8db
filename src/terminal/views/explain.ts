// Room: terminal. One mark explained whole: every rule, the words it saw, what the next level needs, and the sum. Pure.
import type { Account } from "../../domain/account.ts";
import { type AnswerBody, answerText } from "../../domain/answer.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf, type Grade } from "../../domain/grade.ts";
import { starParts } from "../../domain/question.ts";
import type { Span } from "../../domain/span.ts";
import { judgeStands, standingOf } from "../../domain/standing.ts";
import type { Theme } from "../theme.ts";
import { accountRows, exactRows } from "./account.ts";
import { tellAnswer } from "./answers.ts";
import { workingRows } from "./grade.ts";
import { attemptHead, keptJudgeRows, keptMarkRows, type PastAttempt } from "./history.ts";
import { inlineRows, markdownRows } from "./markdown.ts";
import { pointRows, type Reading } from "./points.ts";
import { markedRows, quoteRows } from "./quotes.ts";
import { receiptRows } from "./receipts.ts";
import { signalRows } from "./signals.ts";
import { bandStyle, capitalised, isReadKind, tellScore } from "./words.ts";
import { hang, hangText, spaced, viewOf, wrap } from "./wrap.ts";

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
    pointRows(past, reading, theme),
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
  if (answerText(answer).trim() === "") return ["(nothing)"];
  const spans = grade.marks.flatMap((mark) => (mark.status === "not-found" ? [] : mark.evidence));
  const legend = theme.colour ? "Underlined is what the key points rest on." : "In [brackets] is what the key points rest on.";
  return [...stretchesOf(answer).flatMap((stretch) => stretchRows(stretch, spans, theme)), ...(spans.length === 0 ? [] : wrap(legend, width, theme.dim))];
}

/** A part of an answer with its name, at its place in `answerText`. */
interface Stretch {
  readonly name: string | undefined;
  readonly text: string;
  readonly start: number;
}

function stretchesOf(answer: AnswerBody): readonly Stretch[] {
  if (answer.kind !== "star") return [{ name: undefined, text: answerText(answer), start: 0 }];
  let start = 0;
  return starParts.flatMap((part) => {
    const text = answer.parts[part];
    const stretch = { name: capitalised(part), text, start };
    // Two line ends stand between the parts that were answered.
    if (text !== "") start += text.length + 2;
    return text === "" ? [] : [stretch];
  });
}

function stretchRows({ name, text, start }: Stretch, spans: readonly Span[], theme: Theme): readonly string[] {
  const own = spans.flatMap((span) => (span.end > start && span.start < start + text.length ? [{ start: span.start - start, end: span.end - start }] : []));
  return [...(name === undefined ? [] : [theme.bold(name)]), ...markedRows(text, own, { theme, width: theme.columns() })];
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
