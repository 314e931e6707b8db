// Room: terminal. A dimension with all its rules: met and unmet, the words they saw, and what the next level needs. Pure.
import type { Judged, Receipt } from "../../domain/rubric.ts";
import type { Theme } from "../theme.ts";
import { inlinePieces } from "./markdown.ts";
import { quoteRow, quoteRows } from "./quotes.ts";
import { capitalised } from "./words.ts";
import { hang, hangText, wrap, wrapPieces } from "./wrap.ts";

/** The receipts of a level. `text` is the answer that they quote. */
export function receiptRows({ dimension, level, anchor, receipts, next }: Judged, text: string, theme: Theme): readonly string[] {
  const width = theme.columns();
  return [
    ...wrap(`${capitalised(dimension)}, level ${level} of 5: ${anchor}`, width, theme.accent),
    ...receipts.flatMap((receipt) => oneReceipt(receipt, text, theme)),
    ...(next === undefined ? [] : hangText(`  Level ${level + 1} needs: `, next, width)),
  ];
}

/** Rows of a quote: the answer stands whole above. */
const mostRows = 2;

function oneReceipt({ rule, isMet, reason, evidence }: Receipt, text: string, theme: Theme): readonly string[] {
  const width = theme.columns() - 4;
  const sign = isMet ? theme.good(theme.glyphs.tick) : theme.bad(theme.glyphs.cross);
  const quote = quoteRows(text, evidence, { theme, width });
  const told = [...inlinePieces(`${isMet ? "Met" : "Not met"}: ${reason}`, theme), { text: ` ${theme.glyphs.dot} ${rule}`, style: theme.dim }];
  return [
    ...hang(`  ${sign} `, wrapPieces(told, width)),
    ...(quote.length > mostRows ? quoteRow(text, evidence, { theme, width }) : quote).map((row) => `    ${row}`),
  ];
}
