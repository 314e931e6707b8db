// Room: tests. Charts as a reader sees them: where bars begin and end, which scale stands beside them, and that no two words lie over each other.
import { describe, expect, test } from "vitest";
import { type Bar, barsSvg, columnsSvg } from "../../../src/export/formats/svg.ts";

type Part = Readonly<Record<string, string>>;

/** The elements of a name with their attributes; a text has its words as `told`. */
function partsOf(svg: string, name: "rect" | "text", kind?: string): readonly Part[] {
  const found = svg.matchAll(new RegExp(`<${name}([^>]*?)/?>(?:([^<]*)</${name}>)?`, "g"));
  const parts = [...found].map(([, attributes = "", told = ""]) => ({
    ...Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value])),
    told,
  }));
  return parts.filter((part: Part) => kind === undefined || part["class"] === kind);
}

const sizes = (svg: string, kind: string): readonly (readonly number[])[] =>
  partsOf(svg, "rect", kind).map(({ x, y, width, height }) => [Number(x), Number(y), Number(width), Number(height)]);
const words = (svg: string): readonly (readonly (string | number)[])[] =>
  partsOf(svg, "text").map(({ x, y, told = "", "text-anchor": anchor = "start" }) => [told, Number(x), Number(y), anchor]);
const aBar = (fields: Partial<Bar> = {}): Bar => ({ label: "Metrics", from: 0, to: 0.5, told: "50 %", ...fields });
const viewBox = (svg: string): string | undefined => /viewBox="([^"]*)"/.exec(svg)?.[1];

describe("bars", () => {
  const svg = barsSvg({
    title: "Scores",
    bars: [aBar(), aBar({ label: "Judgment", from: 0.25, to: 0.75, mark: 0.6, told: "25 % to 75 %" })],
  });

  test("reach over a rail as far as their share of the width, one beneath the other", () => {
    expect(sizes(svg, "rail")).toEqual([
      [0, 22, 640, 14],
      [0, 66, 640, 14],
    ]);
    expect(sizes(svg, "bar")).toEqual([
      [0, 22, 320, 14],
      [160, 66, 320, 14],
    ]);
    expect(viewBox(svg)).toBe("0 0 640 88");
  });

  test("have their label at the left above them, and their value at the right", () => {
    expect(words(svg)).toEqual([
      ["Metrics", 0, 15, "start"],
      ["50 %", 640, 15, "end"],
      ["Judgment", 0, 59, "start"],
      ["25 % to 75 %", 640, 59, "end"],
    ]);
  });

  test("bear a line across where there is something to mark, its middle at the share", () => {
    expect(sizes(svg, "mark")).toEqual([[382.5, 64, 3, 18]]);
  });

  test("keep within the rail whatever the share, and are seen where it is nothing", () => {
    const odd = barsSvg({ title: "Odd", bars: [aBar({ from: -1, to: 2 }), aBar({ from: 0.4, to: 0.4 }), aBar({ from: 1 / 3, to: 2 / 3 })] });
    expect(sizes(odd, "bar").map(([x, , width]) => [x, width])).toEqual([
      [0, 640],
      [256, 2],
      [213.3, 213.39999999999998],
    ]);
  });

  test("are all told to whoever hears the page, and what they are called is text", () => {
    expect(svg).toMatch(/^<svg class="chart" role="img" aria-label="Scores\. Metrics: 50 %; Judgment: 25 % to 75 %\." /);
    const hostile = barsSvg({ title: 'A "title"\n<b>', bars: [aBar({ label: "<script>\u202e", told: "</text>" })] });
    expect(hostile).toContain('aria-label="A &quot;title&quot; &lt;b&gt;. &lt;script&gt;: &lt;/text&gt;."');
    expect(words(hostile).map(([told]) => told)).toEqual(["&lt;script&gt;", "&lt;/text&gt;"]);
  });

  test("of nothing are a chart of no height", () => {
    expect(barsSvg({ title: "None", bars: [] })).toBe('<svg class="chart" role="img" aria-label="None. ." viewBox="0 0 640 0"></svg>');
  });
});

describe("columns", () => {
  const columns = (shares: readonly number[]): string =>
    columnsSvg({ title: "Time", bars: shares.map((to, index) => aBar({ to, label: `2026-11-${10 + index}` })) });

  test("stand on the line of 0 %, as high as their share of the way to the line of 100 %", () => {
    const svg = columns([1, 0.5, 0, 0.25, 0.75, 0.1, 0.2, 0.3, 0.4, 0.6]);
    const lines = sizes(svg, "line").map(([, y]) => y);
    expect(lines).toEqual([220, 120, 20]);
    for (const [, y = 0, , height = 0] of sizes(svg, "bar")) expect(y + height).toBe(220);
    expect(sizes(svg, "bar").map(([, , , height]) => height)).toEqual([200, 100, 2, 50, 150, 20, 40, 60, 80, 120]);
  });

  test("lie side by side from left to right, with a gap between them, left of the scale", () => {
    const bars = sizes(columns(Array.from({ length: 10 }, () => 0.5)), "bar");
    expect(bars.map(([x]) => x)).toEqual([0, 57, 114, 171, 228, 285, 342, 399, 456, 513]);
    expect(new Set(bars.map(([, , width]) => width))).toEqual(new Set([45.6]));
    const few = sizes(columns([0.5, 0.5]), "bar");
    expect(few.map(([x, , width]) => [x, width])).toEqual([
      [0, 57],
      [71.3, 57],
    ]);
  });

  test("have a scale at the right edge, each share at its line", () => {
    const svg = columns([0.5]);
    expect(words(svg).slice(0, 3)).toEqual([
      ["0 %", 640, 225, "end"],
      ["50 %", 640, 125, "end"],
      ["100 %", 640, 25, "end"],
    ]);
    expect(sizes(svg, "line").map(([x, , width, height]) => [x, width, height])).toEqual([
      [0, 570, 1],
      [0, 570, 1],
      [0, 570, 1],
    ]);
  });

  test("name the first and the last of many at the two ends of one row", () => {
    const svg = columns(Array.from({ length: 8 }, () => 0.5));
    expect(words(svg).slice(3)).toEqual([
      ["2026-11-10", 0, 240, "start"],
      ["2026-11-17", 570, 240, "end"],
    ]);
    expect(viewBox(svg)).toBe("0 0 640 248");
  });

  test("name the last of few beneath its own column, a row lower: beside the first there is no room", () => {
    const svg = columns([0.5, 0.5]);
    expect(words(svg).slice(3)).toEqual([
      ["2026-11-10", 0, 240, "start"],
      ["2026-11-11", 71.3, 264, "start"],
    ]);
    expect(viewBox(svg)).toBe("0 0 640 272");
    const one = columns([0.5]);
    expect([words(one).slice(3), viewBox(one)]).toEqual([[["2026-11-10", 0, 240, "start"]], "0 0 640 248"]);
    expect(words(columns([])).length).toBe(3);
  });

  test("beside each other never touch, at the size that a phone shows them in", () => {
    for (let count = 2; count <= 60; count += 1) {
      const bars = Array.from({ length: count }, () => aBar({ label: "Week of 2026-08-31" }));
      const [, , , first = [], last = []] = words(columnsSvg({ title: "Time", bars }));
      const length = 220;
      const begins = last[3] === "end" ? Number(last[1]) - length : Number(last[1]);
      expect(begins > Number(first[1]) + length || Number(last[2]) - Number(first[2]) >= 22, `${count} columns`).toBe(true);
      expect(begins + length).toBeLessThanOrEqual(640);
    }
  });
});
