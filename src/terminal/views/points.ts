// Room: terminal. Each mark of an explanation: how sure it is, the words it rests on, the phrasing it came nearest to, the person's own tick. Pure.
import { answerText } from "../../domain/answer.ts";
import type { Account } from "../../domain/account.ts";
import type { Case } from "../../domain/case.ts";
import type { Grade, Mark } from "../../domain/grade.ts";
import type { SignalReading } from "../../domain/loop.ts";
import type { Kind } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { tellCounts, tellPart } from "./account.ts";
import type { PastAttempt } from "./history.ts";
import { inlineRows } from "./markdown.ts";
import { statusSign, tellLookedFor, tellStatus } from "./marks.ts";
import { quoteRows } from "./quotes.ts";
import { capitalised, isReadKind } from "./words.ts";
import { hang, hangText, wrap } from "./wrap.ts";

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
  /** The strengths from which a key point is there in part and found; up to which it counts nothing, and from which whole. */
  readonly scale: Readonly<Record<"nothing" | "partly" | "found" | "whole", number>>;
}

/** All marks, under the level that they give. */
export function pointRows(past: PastAttempt, reading: Reading, theme: Theme): readonly string[] {
  const { marks, levels } = reading.grade;
  if (marks.length === 0) return [];
  const coverage = levels.find(({ dimension }) => dimension === "coverage");
  const width = theme.columns();
  return [
    ...wrap(coverage ? `Coverage, level ${coverage.level} of 5: ${coverage.anchor}` : "Marks", width, theme.accent),
    ...scaleRows(reading, theme),
    ...marks.flatMap((mark) => oneMark(mark, { past, reading, theme })),
    ...(coverage?.next === undefined
      ? []
      : hangText(`  ${coverage.level < 5 ? `Level ${coverage.level + 1} needs` : "Still missing"}: `, coverage.next, width)),
  ];
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
    mark.phrasing !== undefined && mark.phrasing !== mark.text && isRead ? `Nearest accepted phrasing: "${mark.phrasing}"` : "",
    ticked === undefined ? "" : `Your own tick: ${tellStatus(ticked, isRead)}. The grader's: ${tellStatus(mark.status, isRead)}.`,
  ].filter((line) => line !== "");
  return [
    ...hang(`  ${style(sign)} `, inlineRows(tellMark(mark, attempt.kind), theme, width)),
    ...(mark.status === "not-found" ? [] : quoteRows(answerText(attempt.answer), mark.evidence, { theme, width }).map((row) => `    ${row}`)),
    ...lines.flatMap((line) => hang("    ", inlineRows(line, theme, width))),
  ];
}

/** Of kinds that are marked exactly the reason says what was right, where there is one. */
function tellMark(mark: Mark, kind: Kind): string {
  const isRead = isReadKind(kind);
  if (!isRead && mark.reason !== undefined) return tellLookedFor(mark, kind);
  return `${capitalised(tellStatus(mark.status, isRead))}: ${isRead ? mark.text : tellLookedFor(mark, kind)}`;
}

function tellStrength({ id, strength, part }: Mark, { account }: Reading): string {
  const counts = account ? `, ${tellCounts(account, id)}` : "";
  const ofPart = part === undefined ? "" : `; part ${part}`;
  return `Strength ${tellPart(strength)}${counts}${ofPart}; rule coverage.${id}.`;
}

function scaleRows({ grade, scale }: Reading, theme: Theme): readonly string[] {
  // Ticks of their own and marks of exact kinds have no strength to tell.
  if (grade.marks.every((mark) => mark.credit === undefined)) return [];
  const { nothing, partly, found, whole } = scale;
  const told = `From a strength of ${tellPart(partly)} on a key point is partly there, from ${tellPart(found)} found. It counts nothing up to ${tellPart(nothing)}, whole from ${tellPart(whole)}, its share between.`;
  return hang("  ", wrap(told, theme.columns() - 2, theme.dim));
}
