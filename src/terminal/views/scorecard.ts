// Room: terminal. What the committee made of a mock: a row a signal with the words behind it, its leaning with the reasons, three things to fix. Pure.
import { type Debrief, type Fix, type Leaning, leanings, type Quoted, type Scorecard, type SignalRow } from "../../domain/scorecard.ts";
import type { Theme } from "../theme.ts";
import { inlineRows, plainText } from "./markdown.ts";
import { barOf } from "./signals.ts";
import { capitalised } from "./words.ts";
import { hang, hangText, pad, spaced, type Style, viewOf, wrap } from "./wrap.ts";

/** The scorecard of a debrief. What to know of it comes last: a window of 24 rows shows leaning and fixes together, with a question beneath them. */
export function scorecardView({ company, role, scorecard }: Debrief, theme: Theme): string {
  const width = theme.columns();
  return viewOf(
    spaced(
      wrap(`The committee: ${plainText(role)} at ${plainText(company)}`, width, theme.bold),
      ...scorecard.signals.map((row) => signalRows(row, theme)),
      [
        ...scorecard.reasons.flatMap((reason) => bulletRows(reason, theme)),
        ...wrap("A reading by fixed rules of what was practised here; no one at the company has seen it.", width, theme.dim),
      ],
      leaningRows(scorecard, theme),
      fixRows(scorecard.fixes, theme),
    ),
  );
}

function leaningRows({ leaning }: Scorecard, theme: Theme): readonly string[] {
  return leaning === undefined ? wrap("No leaning.", theme.columns(), theme.bold) : scaleRows(leaning, theme);
}

/** All five with the one that holds marked, so that the word has its place on the scale. */
function scaleRows(leaning: Leaning, theme: Theme): readonly string[] {
  const style: Style = leaning === "mixed" ? theme.warn : leaning.endsWith("no") ? theme.bad : theme.good;
  return [
    `${theme.bold("Leaning:")} ${style(leaning)}`,
    ...wrap(leanings.map((one) => (one === leaning ? `[${one}]` : one)).join(" | "), theme.columns(), theme.dim),
  ];
}

function bulletRows(text: string, theme: Theme): readonly string[] {
  const lead = `${theme.glyphs.bullet} `;
  return hang(lead, inlineRows(text, theme, theme.columns() - lead.length));
}

function signalRows(row: SignalRow, theme: Theme): readonly string[] {
  const { level, name, heldBackBy, evidence } = row;
  const lead = level === undefined ? pad("not read", 15) : `${barOf(level, theme)} ${pad(`${level} of 5`, 8)} `;
  const missing = heldBackBy.length === 0 ? [] : [`Held back by: ${heldBackBy.join("; ")}`];
  return [
    ...hang(lead, wrap(plainText(name), theme.columns() - 15, theme.bold)),
    ...evidence.flatMap((quoted) => quoteRows(quoted, theme)),
    ...missing.flatMap((line) => hang("  ", inlineRows(line, theme, theme.columns() - 2))),
  ];
}

/** The words as they were said, which are no markup. */
function quoteRows({ quote, shows, in: title, whenPressed }: Quoted, theme: Theme): readonly string[] {
  const where = `${plainText(shows)}${whenPressed ? ", when pressed" : ""}; ${plainText(title)}`;
  return [...hangText("  ", quote, theme.columns()), ...hang("    ", wrap(where, theme.columns() - 4, theme.dim))];
}

/** As many words as surely fit so many rows; the debrief has the rest. */
function shortened(text: string, rows: number, theme: Theme): string {
  // A row may end early by as much as a long word.
  const room = rows * (theme.columns() - 15);
  return theme.plain || text.length <= room ? text : `${text.slice(0, room).replace(/(?<!\s)\s+\S*$/, "")}${theme.glyphs.ellipsis}`;
}

function fixRows(fixes: readonly Fix[], theme: Theme): readonly string[] {
  if (fixes.length === 0) return [];
  const rows = fixes.flatMap(({ what, because, practice }, index) => [
    ...hang(`${index + 1}. `, inlineRows(shortened(what, 2, theme), theme, theme.columns() - 3)),
    ...hang("   ", wrap(shortened(capitalised(plainText(because)), 1, theme), theme.columns() - 3, theme.dim)),
    ...hangText("   ", `coach drill ${practice}`, theme.columns()).map((row) => theme.accent(row)),
  ]);
  return [theme.bold(fixes.length === 1 ? "One thing to fix" : `${["", "", "Two", "Three"][fixes.length] ?? fixes.length} things to fix`), ...rows];
}
