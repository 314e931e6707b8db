// Room: terminal. What the committee made of a mock: its leaning and reasons, a row a signal with the words behind it, three things to fix. Pure.
import { type Debrief, type Fix, type Leaning, leanings, type Quoted, type Scorecard, type SignalRow } from "../../domain/scorecard.ts";
import type { Theme } from "../theme.ts";
import { inlineRows, plainText } from "./markdown.ts";
import { barOf } from "./signals.ts";
import { capitalised } from "./words.ts";
import { hang, hangText, pad, spaced, type Style, viewOf, wrap } from "./wrap.ts";

/** The scorecard of a debrief. */
export function scorecardView({ company, role, scorecard }: Debrief, theme: Theme): string {
  const width = theme.columns();
  return viewOf(
    spaced(
      wrap(`The committee: ${plainText(role)} at ${plainText(company)}`, width, theme.bold),
      leaningRows(scorecard, theme),
      ...scorecard.signals.map((row) => signalRows(row, theme)),
      fixRows(scorecard.fixes, theme),
      wrap("A reading by fixed rules of what was practised here; no one at the company has seen it.", width, theme.dim),
    ),
  );
}

function leaningRows({ leaning, reasons }: Scorecard, theme: Theme): readonly string[] {
  const told = leaning === undefined ? wrap("No leaning.", theme.columns(), theme.bold) : scaleRows(leaning, theme);
  return [...told, ...reasons.flatMap((reason) => bulletRows(reason, theme))];
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

function fixRows(fixes: readonly Fix[], theme: Theme): readonly string[] {
  if (fixes.length === 0) return [];
  const rows = fixes.flatMap(({ what, because, practice }, index) => [
    ...hang(`${index + 1}. `, inlineRows(what, theme, theme.columns() - 3)),
    ...hang("   ", wrap(capitalised(plainText(because)), theme.columns() - 3, theme.dim)),
    ...hangText("   ", `coach drill ${practice}`, theme.columns()).map((row) => theme.accent(row)),
  ]);
  return [theme.bold(fixes.length === 1 ? "One thing to fix" : `${["", "", "Two", "Three"][fixes.length] ?? fixes.length} things to fix`), ...rows];
}
