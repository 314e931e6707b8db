// Room: tests. Many measurements as one line of a table: the median, and where the middle half lies.

/** What many runs of one thing took. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One line of the report. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly spread: Spread;
  /** The median should be at most this; undefined for what is only told. */
  readonly aim: number | undefined;
  /** What is told beside, such as a second figure. */
  readonly note?: string | undefined;
}

/** Milliseconds that bare node takes to start on the machine where the aims in time were set. */
export const referenceStart = 23;

/** How much slower this machine starts bare node than the one where the aims were set; at least 1. */
export function slownessOf(starts: readonly Row[]): number {
  const bare = starts.find(({ unit }) => unit === "ms");
  return Math.max(1, (bare?.spread.median ?? referenceStart) / referenceStart);
}

/** Median and quartiles of at least one value, as nearest ranks. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: shareOf(values, 0.5), low: shareOf(values, 0.25), high: shareOf(values, 0.75) };
}

/** The least of the values that a share of them, from 0 to 1, do not exceed. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** True when the median is within the aim. */
export function isKept({ spread, aim }: Row): boolean {
  return aim === undefined || spread.median <= aim;
}

/** The rows as a table. */
export function tellRows(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${tell(row.spread.median)} ${row.unit}`,
    `${tell(row.spread.low)} to ${tell(row.spread.high)}`,
    tellAim(row),
    row.note ?? "",
  ]);
  const table = [["what", "median", "middle half", "aim", "beside"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("   ")
          .trimEnd()}\n`,
    )
    .join("");
}

function tellAim(row: Row): string {
  if (row.aim === undefined) return "";
  return `${tell(row.aim)}${isKept(row) ? "  met" : "  missed"}`;
}

function tell(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
