// Room: terminal. What marking the history again moves: the largest moves with their reasons, and the count of all. Pure.
import type { Attempt } from "../../domain/attempt.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf } from "../../domain/grade.ts";
import type { Move } from "../../domain/move.ts";
import type { Question } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "./markdown.ts";
import { tellStatus } from "./marks.ts";
import { count, tellMoment } from "./words.ts";
import { hangText, spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** An attempt whose mark moves. */
export interface MovedMark {
  /** Its id cleaned of escape and control characters. */
  readonly attempt: Attempt;
  readonly question: Question;
  readonly graded: Move;
  /** The score that stands, and the one that would; 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly rules: { readonly from: number; readonly to: number };
}

/** How many attempts ended how. `exact`, `gone` and `changed` were not marked again. */
export interface RescoreTally {
  readonly attempts: number;
  readonly same: number;
  readonly moved: number;
  readonly up: number;
  readonly down: number;
  readonly exact: number;
  readonly gone: number;
  readonly changed: number;
}

interface Rescored {
  /** The largest moves, the largest first. */
  readonly shown: readonly MovedMark[];
  readonly tally: RescoreTally;
  readonly isApplied: boolean;
}

export function rescoreView({ shown, tally, isApplied }: Rescored, theme: Theme): string {
  if (tally.attempts === 0) return "No attempts here yet. coach drill begins.\n";
  const width = theme.columns();
  const more = tally.moved - shown.length;
  return viewOf(
    spaced(
      [...wrap(headOf(tally, isApplied), width, theme.bold), ...leftOut(tally).flatMap((line) => wrap(line, width, theme.dim))],
      ...shown.map((moved) => movedRows(moved, theme)),
      more > 0 ? wrap(`${count(more, "more attempt")} ${more === 1 ? "moves" : "move"} less; --limit shows more, --json all.`, width) : [],
      wrap(endOf(tally, isApplied), width),
    ),
  );
}

function headOf({ attempts, exact, gone, changed, same, moved, up, down }: RescoreTally, isApplied: boolean): string {
  const again = attempts - exact - gone - changed;
  if (again === 0) return "Nothing here can be marked again.";
  const moves = moved === 0 ? "none moves" : `${moved} ${isApplied ? "moved" : "would move"} (${up} up, ${down} down)`;
  return `${count(again, "attempt")} marked again: ${moves}, ${same} stay as they were.`;
}

function leftOut({ exact, gone, changed }: RescoreTally): readonly string[] {
  const reasons = [
    exact > 0 && `${exact} of kinds that are marked exactly`,
    gone > 0 && `${gone} whose question is not in the library any more`,
    changed > 0 && `${changed} whose question looks for other things now`,
  ].filter((reason) => reason !== false);
  return reasons.length === 0 ? [] : [`Left as they are: ${reasons.join("; ")}.`];
}

function endOf({ moved }: RescoreTally, isApplied: boolean): string {
  if (moved === 0) return "There is nothing to keep.";
  return isApplied
    ? "The new marks are kept beside the old ones, which stay in the journal: coach explain shows both."
    : "Nothing was changed. coach rescore --apply keeps the new marks beside the old ones.";
}

function movedRows({ attempt, question, graded, from, to, rules }: MovedMark, theme: Theme): readonly string[] {
  const width = theme.columns();
  const [before, after] = [bandOf(from), bandOf(to)];
  const bands = before === after ? after : `${before} ${theme.glyphs.arrow} ${after}`;
  const style = to > from ? theme.good : to < from ? theme.bad : undefined;
  const change = `${tellShare(from)} ${theme.glyphs.arrow} ${tellShare(to)}, ${bands}`;
  const reasons = [
    ...graded.marks.map((mark) => `${tellStatus(mark.from, true)} ${theme.glyphs.arrow} ${tellStatus(mark.to, true)}: ${plainText(mark.text)}`),
    ...graded.levels.map((level) => `${level.dimension}: level ${level.from} ${theme.glyphs.arrow} ${level.to}`),
    ...graded.flagsGained.map((flag) => `limited now: ${flag}`),
    ...graded.flagsLost.map((flag) => `no longer limited: ${flag}`),
    ...(Math.abs(graded.from - from) > 1e-9 || Math.abs(graded.to - to) > 1e-9
      ? [`by your own ticks; as read ${tellShare(graded.from)} ${theme.glyphs.arrow} ${tellShare(graded.to)}`]
      : []),
  ];
  const why = rules.from === rules.to ? "the phrasings have changed" : `rules ${rules.from} ${theme.glyphs.arrow} ${rules.to}`;
  return [
    ...wrapPieces(
      [
        { text: change, style },
        { text: ` ${theme.glyphs.dot} ${plainText(question.title)}`, style: theme.bold },
      ],
      width,
    ),
    ...wrap(`${tellMoment(attempt.at)}; ${attempt.id}; ${why}`, width, theme.dim),
    ...reasons.flatMap((reason) => hangText(`  ${theme.glyphs.bullet} `, reason, width)),
  ];
}
