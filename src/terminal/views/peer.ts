// Room: terminal. A friend's scores of a round beside one's own marks: question by question, how far they agree, where they differ most. Pure.
import type { ComparedQuestion, PeerComparison, PeerDifference } from "../../domain/peer-comparison.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "./markdown.ts";
import { type Column, tableRows } from "./table.ts";
import { tellMoment } from "./words.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** A comparison; `round` is the title of the round. */
export function peerView(comparison: PeerComparison, round: string, theme: Theme): string {
  const { from, at, loop, questions, differences } = comparison;
  const who = plainText(from);
  return viewOf(
    spaced(
      wrap(`${who} on "${plainText(round)}" (${plainText(loop)}), read in on ${tellMoment(at)}`, theme.columns(), theme.bold),
      ...questions.map((question) => questionRows(question, who, theme)),
      agreementRows(comparison, theme),
      differences.length === 0
        ? []
        : [
            ...wrap("Where you differ most", theme.columns(), theme.bold),
            ...differences.flatMap((difference) => hangText(`${theme.glyphs.bullet} `, tellDifference(difference, who), theme.columns())),
          ],
    ),
  );
}

const number = { align: "right" } as const;

function questionRows(question: ComparedQuestion, who: string, theme: Theme): readonly string[] {
  const { title, note, scales, points } = question;
  const columns: readonly Column[] = [{ title: "" }, { title: who, ...number }, { title: "yours", ...number }];
  const none = theme.glyphs.dash;
  const rows = [
    ...scales.map(({ name, theirs, yours }) => [plainText(name), String(theirs), yours === undefined ? none : String(yours)]),
    ...points.map(({ text, theirs, yours }) => [plainText(text), theirs ? "heard" : "not heard", yours === undefined ? none : yours.replace("-", " ")]),
  ];
  return [
    ...wrap(plainText(title), theme.columns(), theme.accent),
    ...hangText("  ", tellOwn(question), theme.columns()).map((row) => theme.dim(row)),
    ...tableRows({ columns, rows }, theme, theme.columns() - 2).map((row) => `  ${row}`),
    ...(note === "" ? [] : hangText("  ", `${who}: "${plainText(note)}"`, theme.columns())),
  ];
}

function tellOwn({ own, question }: ComparedQuestion): string {
  if (!own) return `You have no answer to it here yet: coach drill ${plainText(question)}`;
  return `Yours: the marks of your latest answer, ${tellMoment(own.at)} (${plainText(own.sessionKind)})`;
}

function agreementRows({ from, agreement, questions }: PeerComparison, theme: Theme): readonly string[] {
  const { scales, same, near, points, alike } = agreement;
  if (questions.every(({ own }) => own === undefined))
    return wrap("Answer these questions here as well, and coach peer show sets your marks beside these scores.", theme.columns());
  const levels = scales === 0 ? [] : [`Levels: ${same} of ${scales} the same, ${near} one apart.`];
  const ticks = points === 0 ? [] : [`Points: ${alike} of ${points} seen alike.`];
  const told = [...levels, ...ticks, `${plainText(from)} heard you speak, the marks are of your latest answer here: it need not be the same answer.`];
  return told.flatMap((line) => wrap(line, theme.columns()));
}

function tellDifference(difference: PeerDifference, who: string): string {
  const title = plainText(difference.title);
  if (difference.type === "scale") return `${title}, ${plainText(difference.name)}: ${who} ${difference.theirs}, yours ${difference.yours}`;
  const text = plainText(difference.text);
  return difference.theirs ? `${title}: ${who} heard "${text}", the marks did not find it` : `${title}: the marks found "${text}", ${who} did not hear it`;
}
