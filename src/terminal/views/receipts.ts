// Room: terminal. A dimension with all its rules: met and unmet, the words they saw, and what the next level needs. Pure.
import type { Judged, Receipt } from "../../domain/rubric.ts";
import type { Theme } from "../theme.ts";
import { inlineRows } from "./markdown.ts";
import { quoteRows } from "./quotes.ts";
import { capitalised } from "./words.ts";
import { hang, hangText, wrap } from "./wrap.ts";

/** The receipts of a level. `text` is the answer that they quote. */
export function receiptRows({ dimension, level, anchor, receipts, next }: Judged, text: string, theme: Theme): readonly string[] {
  const width = theme.columns();
  return [
    ...wrap(`${capitalised(dimension)}, level ${level} of 5: ${anchor}`, width, theme.accent),
    ...receipts.flatMap((receipt) => oneReceipt(receipt, text, theme)),
    ...(next === undefined ? [] : hangText(`  Level ${level + 1} needs: `, next, width)),
  ];
}

function oneReceipt({ rule, isMet, reason, evidence }: Receipt, text: string, theme: Theme): readonly string[] {
  const width = theme.columns() - 4;
  const sign = isMet ? theme.good(theme.glyphs.tick) : theme.bad(theme.glyphs.cross);
  return [
    ...hang(`  ${sign} `, inlineRows(`${isMet ? "Met" : "Not met"}: ${reason}`, theme, width)),
    ...quoteRows(text, evidence, { theme, width }).map((row) => `    ${row}`),
    ...hang("    ", wrap(`rule ${rule}`, width, theme.dim)),
  ];
}
