// Room: export. Charts as svg within a page: bars and columns of shares. Colours are those of the page; the whole chart is told in words as well. Pure.
import { tidy } from "../document.ts";
import { escapeHtml } from "./html.ts";

/** A share, or a range of shares, 0 to 1. */
export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The place of a line across the bar. */
  readonly mark?: number | undefined;
  /** The value in words, beside the label. */
  readonly told: string;
}

export interface Chart {
  /** What is shown, for whoever hears the page. */
  readonly title: string;
  readonly bars: readonly Bar[];
}

const width = 640;
const barStep = 44;
const columnsHeight = 200;
/** What is right of it belongs to the scale. */
const columnsWidth = 570;

/** Bars from left to right, each with its label and its value above it. */
export function barsSvg(chart: Chart): string {
  const rows = chart.bars.map((bar, index) => {
    const top = index * barStep;
    const mark = bar.mark === undefined ? "" : `<rect class="mark" x="${at(bar.mark) - 1.5}" y="${top + 20}" width="3" height="18"/>`;
    return `${text({ x: 0, y: top + 15 }, bar.label)}${text({ x: width, y: top + 15, end: true }, bar.told)}<rect class="rail" x="0" y="${top + 22}" width="${width}" height="14"/><rect class="bar" x="${at(bar.from)}" y="${top + 22}" width="${Math.max(2, at(bar.to) - at(bar.from))}" height="14"/>${mark}`;
  });
  return svg(chart, chart.bars.length * barStep, rows.join(""));
}

/** A column each, from left to right in time; the first and the last have their label. */
export function columnsSvg(chart: Chart): string {
  const step = columnsWidth / Math.max(8, chart.bars.length);
  const columns = chart.bars.map(({ to }, index) => {
    const height = Math.max(2, Math.round(to * columnsHeight));
    return `<rect class="bar" x="${round(index * step)}" y="${20 + columnsHeight - height}" width="${round(step * 0.8)}" height="${height}"/>`;
  });
  const lines = [0, 0.5, 1].map((share) => {
    const y = 20 + columnsHeight * (1 - share);
    return `<rect class="line" x="0" y="${y}" width="${columnsWidth}" height="1"/>${text({ x: width, y: y + 5, end: true }, `${share * 100} %`)}`;
  });
  const { labels, foot } = ends(chart.bars, step);
  return svg(chart, foot + 8, [...lines, ...columns, ...labels].join(""));
}

/** Two labels beside each other, on a phone too, take this much; where the columns take less, the last label stands a row lower, beneath its column. */
const twoLabels = 460;
const labelRow = 24;

function ends(bars: readonly Bar[], step: number): { readonly labels: readonly string[]; readonly foot: number } {
  const row = columnsHeight + 40;
  const [first] = bars;
  const last = bars.length > 1 ? bars.at(-1) : undefined;
  if (!first || !last) return { labels: first ? [text({ x: 0, y: row }, first.label)] : [], foot: row };
  const end = bars.length * step;
  const isLower = end < twoLabels;
  const foot = isLower ? row + labelRow : row;
  const place = isLower ? { x: end - step, y: foot } : { x: end, y: foot, end: true };
  return { labels: [text({ x: 0, y: row }, first.label), text(place, last.label)], foot };
}

function svg({ title, bars }: Chart, height: number, body: string): string {
  const told = `${title}. ${bars.map((bar) => `${bar.label}: ${bar.told}`).join("; ")}.`;
  return `<svg class="chart" role="img" aria-label="${escapeHtml(tidy(told))}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function text(place: { readonly x: number; readonly y: number; readonly end?: boolean }, words: string): string {
  return `<text x="${round(place.x)}" y="${place.y}"${place.end === true ? ' text-anchor="end"' : ""}>${escapeHtml(tidy(words))}</text>`;
}

function at(share: number): number {
  return round(Math.min(1, Math.max(0, share)) * width);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
