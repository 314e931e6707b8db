// Room: terminal. Shares as bars, with the figures beside them; without the bars in plain mode. Pure.
import { tellShare } from "../../domain/evidence.ts";
import type { Theme } from "../theme.ts";
import { type Column, tableRows } from "./table.ts";
import { wrap } from "./wrap.ts";

/** One bar. */
export interface Bar {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  /** Whole numbers beside it, one for each heading. */
  readonly counts: readonly number[];
}

export interface Chart {
  readonly title: string;
  /** Of the counts. */
  readonly headings: readonly string[];
  readonly bars: readonly Bar[];
}

const longest = 20;
const short = 10;
/** A window of fewer columns has short bars. */
const wide = 76;

/** The chart as rows; none without bars. */
export function chartRows({ title, headings, bars }: Chart, theme: Theme): readonly string[] {
  if (bars.length === 0) return [];
  const length = theme.columns() < wide ? short : longest;
  const drawn = (share: number): readonly string[] => (theme.plain ? [] : [theme.glyphs.full.repeat(Math.round(share * length))]);
  const columns: readonly Column[] = [
    { title: "" },
    ...headings.map((heading) => ({ title: heading, align: "right" as const })),
    { title: "score", align: "right" },
    ...(theme.plain ? [] : [{ title: "" }]),
  ];
  const rows = bars.map(({ label, share, counts }) => [label, ...counts.map(String), tellShare(share), ...drawn(share)]);
  return [...wrap(title, theme.columns(), theme.bold), ...tableRows({ columns, rows }, theme)];
}
