// Room: tests. What a company looks for, as it stands on the screen.
import { describe, expect, test } from "vitest";
import type { SignalReading } from "../../../../src/domain/loop.ts";
import { createTheme } from "../../../../src/terminal/theme.ts";
import { signalLine, signalRows } from "../../../../src/terminal/views/signals.ts";

const readings: readonly SignalReading[] = [
  {
    id: "impact",
    name: "Impact quantification",
    share: 0.7,
    level: 4,
    from: [
      { of: "evidence", weight: 3, share: 1 },
      { of: "Dollars per store", weight: 2, share: 0 },
    ],
  },
  { id: "ownership", name: "Cross-functional ownership", share: 1, level: 5, from: [{ of: "ownership", weight: 3, share: 1 }] },
];
const themeOf = async (columns: number, env = {}) => await createTheme({ stream: { columns }, env, noColor: true });

describe("signals", () => {
  test("have a bar, a figure, a name and what holds them back", async () => {
    expect(signalRows("Acme", readings, await themeOf(80)).join("\n")).toMatchInlineSnapshot(`
      "What Acme looks for, as its loop weighs it
        ■■■■□ 4 of 5  Impact quantification; held back by: Dollars per store
        ■■■■■ 5 of 5  Cross-functional ownership"
    `);
  });

  test("fit a narrow screen, in plain signs where there are no others", async () => {
    const rows = signalRows("Acme", readings, await themeOf(40, { LANG: "C" }));
    expect(rows.every((row) => row.length <= 40)).toBe(true);
    expect(rows).toContain("  ####. 4 of 5  Impact quantification;");
  });

  test("are not there without a reading", async () => {
    expect(signalRows("Acme", [], await themeOf(80))).toEqual([]);
  });

  test("stand beneath the marks in a sentence, with the least that can be said", async () => {
    expect(signalLine({ company: "Acme", readings }, await themeOf(100))).toEqual([
      "Acme looks for, 1 to 5: Impact quantification 4, Cross-functional ownership 5",
    ]);
    expect(signalLine({ company: "Acme", readings: [] }, await themeOf(100))).toEqual([]);
  });
});
