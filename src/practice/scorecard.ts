// Room: practice. From the answers of a mock to a scorecard: signals with evidence, a leaning with its reasons, three things to fix. Pure.
import { bandOf } from "../domain/grade.ts";
import { tellShare } from "../domain/evidence.ts";
import type { Signal } from "../domain/loop.ts";
import type { Dimension, Level } from "../domain/rubric.ts";
import { type Fix, type Leaning, leanings, type Scorecard, type SignalRow } from "../domain/scorecard.ts";
import { quickKinds } from "../domain/question.ts";
import type { Heard } from "./heard.ts";
import { signalRow } from "./signal-row.ts";

/** What the committee knows beside the answers. */
export interface Course {
  readonly rounds: number;
  readonly roundsHeld: number;
  /** Questions that were skipped. */
  readonly skipped: number;
}

/** The scorecard of what was heard. The same answers give the same scorecard. */
export function scoreMock(signals: readonly Signal[], heard: readonly Heard[], course: Course): Scorecard {
  const rows = signals.map((signal) => signalRow(signal, heard));
  const shares = sharesOf(rows, heard);
  const leaning = leaningOf(rows, shares);
  return { leaning, reasons: leaning === undefined ? [nothingHeard] : reasonsFor(rows, shares, { heard, course }), signals: rows, fixes: fixesIn(heard) };
}

const nothingHeard = "Nothing was answered in sentences, and a committee reads those.";

/** The shares of the signals; where a loop declares none that can be read, the scores of the answers in sentences stand in. */
function sharesOf(rows: readonly SignalRow[], heard: readonly Heard[]): readonly number[] {
  const shares = rows.flatMap(({ share }) => share ?? []);
  return shares.length > 0 ? shares : heard.filter(isRead).map(({ grade }) => grade.score);
}

function isRead({ question }: Heard): boolean {
  return !quickKinds.includes(question.kind);
}

/**
 * The mean of the signals, cut at .25, .45, .6 and .8. A yes wants no signal at level 1, a strong yes none below 3: a committee does not
 * average away what it did not see. Where fewer than half of the signals could be read, nothing beyond mixed.
 */
function leaningOf(rows: readonly SignalRow[], shares: readonly number[]): Leaning | undefined {
  if (shares.length === 0) return undefined;
  const mean = meanOf(shares);
  const lowest = Math.min(5, ...rows.flatMap(({ level }) => level ?? []));
  const byMean = [0.25, 0.45, 0.6, 0.8].filter((cut) => mean >= cut - 1e-9).length;
  const most = lowest <= 1 || isThin(rows) ? 2 : lowest <= 2 ? 3 : 4;
  return leanings[Math.min(byMean, most)];
}

function isThin(rows: readonly SignalRow[]): boolean {
  return rows.length > 0 && rows.filter(({ level }) => level !== undefined).length * 2 < rows.length;
}

interface Said {
  readonly heard: readonly Heard[];
  readonly course: Course;
}

function reasonsFor(rows: readonly SignalRow[], shares: readonly number[], { heard, course }: Said): readonly string[] {
  return [
    ...signalReasons(rows, shares),
    tellHeard(heard.filter(isRead).length, course.skipped),
    ...probeReason(heard),
    ...quickReason(heard),
    ...(course.roundsHeld < course.rounds ? [`${course.roundsHeld} of ${course.rounds} rounds were held.`] : []),
  ];
}

/** How much the leaning rests on. */
function tellHeard(answers: number, skipped: number): string {
  const heard = answers === 1 ? "one answer" : `${answers} answers`;
  const passed = skipped === 0 ? "" : `; ${skipped === 1 ? "one question was" : `${skipped} questions were`} skipped`;
  return `It rests on ${heard} in sentences${passed}.`;
}

function signalReasons(rows: readonly SignalRow[], shares: readonly number[]): readonly string[] {
  const read = rows.filter(({ level }) => level !== undefined).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [best, worst] = [read[0], read.at(-1)];
  const unread = rows.filter(({ level }) => level === undefined);
  if (!best || !worst) return [`Your answers in sentences come to ${tellShare(meanOf(shares))} on average.`];
  return [
    `The signals come to ${tellShare(meanOf(shares))} on average.`,
    `Clearest: ${best.name}, ${best.level} of 5.`,
    ...(worst === best || worst.level === best.level ? [] : [`Weakest: ${worst.name}, ${worst.level} of 5${tellHeldBack(worst)}.`]),
    ...(unread.length === 0 ? [] : [`Not read: ${unread.map(({ name }) => name).join(", ")}; nothing that you answered could show it.`]),
  ];
}

function tellHeldBack({ heldBackBy }: SignalRow): string {
  return heldBackBy[0] === undefined ? "" : `; held back most by: ${heldBackBy[0]}`;
}

/** Of the points that somebody pressed on, how many came then, and how many drew no reply. */
function probeReason(heard: readonly Heard[]): readonly string[] {
  const pressed = heard.filter(({ probes }) => probes.length > 0);
  const replied = pressed.filter(({ probes }) => probes.some(({ reply }) => reply.trim() !== ""));
  const met = replied.filter(({ probes }) => probes.some(({ status }) => status !== "not-found")).length;
  const silent = pressed.length - replied.length;
  return [
    ...(replied.length === 0 ? [] : [`Pressed on ${tellPoints(replied.length)}, you met ${met === 0 ? "none" : met}.`]),
    ...(silent === 0 ? [] : [`${tellPoints(silent)} that somebody pressed on drew no reply.`]),
  ];
}

function tellPoints(count: number): string {
  return count === 1 ? "1 point" : `${count} points`;
}

function quickReason(heard: readonly Heard[]): readonly string[] {
  const quick = heard.filter((one) => !isRead(one));
  const right = quick.filter(({ grade }) => bandOf(grade.score) === "strong").length;
  return quick.length === 0 ? [] : [`Quick questions: ${right} of ${quick.length} right.`];
}

const mostFixes = 3;

/** First how answers are told, where a dimension is weak throughout; then the answers that lost most of their minutes, each by what would raise it most. */
function fixesIn(heard: readonly Heard[]): readonly Fix[] {
  const read = heard.filter(isRead);
  const fixes = [...weakDimension(read), ...read.toSorted((a, b) => lossOf(b) - lossOf(a)).flatMap(fixOf)];
  const seen = new Set<string>();
  return fixes.filter(({ what }) => !seen.has(what) && seen.add(what)).slice(0, mostFixes);
}

function lossOf({ question, grade }: Heard): number {
  return (1 - grade.score) * question.minutes;
}

function fixOf({ question, first, grade, round }: Heard): readonly Fix[] {
  if (first.next === undefined || grade.score >= 1) return [];
  return [
    { what: first.next, because: `${named(question.title)} (${round}) came to ${bandOf(grade.score)}, ${tellShare(grade.score)}`, practice: question.id },
  ];
}

/** Answers that a dimension must have been read in before it is called a habit. */
const habit = 3;
/** The mean level up to which it is worth one of the three. */
const weak = 2.5;

function weakDimension(read: readonly Heard[]): readonly Fix[] {
  const levels = new Map<Dimension, { readonly level: Level; readonly next: string | undefined; readonly id: string }[]>();
  for (const { first, question } of read) {
    for (const { dimension, level, next } of first.levels.filter((judged) => judged.dimension !== "coverage")) {
      levels.set(dimension, [...(levels.get(dimension) ?? []), { level, next, id: question.id }]);
    }
  }
  const ranked = [...levels]
    .map(([dimension, all]) => ({ dimension, all, mean: meanOf(all.map(({ level }) => level)) }))
    .filter(({ all, mean }) => all.length >= habit && mean <= weak)
    .toSorted((a, b) => a.mean - b.mean);
  return ranked.slice(0, 1).flatMap(({ dimension, all, mean }) => {
    const worst = all.toSorted((a, b) => a.level - b.level)[0];
    if (worst?.next === undefined) return [];
    return [{ what: worst.next, because: `${dimension}: ${mean.toFixed(1)} of 5 over ${all.length} answers`, practice: worst.id }];
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** A title that bears quotes of its own gets no more. */
function named(title: string): string {
  return title.includes('"') ? title : `"${title}"`;
}
