// Room: export. Rows as csv by RFC 4180. Pure.

/** What a cell may hold; undefined is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** A header and its rows, with CRLF after each. What a spreadsheet would take for a formula is made text. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** A number that is written as one: it may begin with a sign and is no formula. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
/** What begins a formula in a spreadsheet; those that take wide forms for the same have them here too. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

function cellText(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  const guarded = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
