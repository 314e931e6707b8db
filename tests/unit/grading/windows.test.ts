// Room: tests. How an answer is cut into the stretches that are compared with key points.
import { describe, expect, test } from "vitest";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { readSaid } from "../../../src/grading/told.ts";
import { spanOf, type Window, windowsOf } from "../../../src/grading/windows.ts";
import { openQuestion } from "./fixtures.ts";

const lookedFor = lookedForIn(openQuestion);
const windowsIn = (text: string) => windowsOf(readSaid({ kind: "open", text }).sentences, lookedFor);
const singles = (text: string) => windowsIn(text).filter((window) => !window.isPair);
const shown = (text: string, window: Window | undefined) => text.slice(window?.words[0]?.start, window?.words.at(-1)?.end);
const spoken = (count: number) => Array.from({ length: count }, (_, index) => `w${String.fromCodePoint(97 + (index % 26))}x`).join(" ");

describe("the windows of an answer", () => {
  test("are its sentences, and each two neighbours together", () => {
    const text =
      "I would walk the aisles with a manager first. Then I would compare forty stores with their neighbours. Last of all I would stop it after a quarter.";
    const [first, second, third] = text.match(/[A-Z][^.]+/g) ?? [];
    const windows = windowsIn(text);
    expect(windows.filter((window) => !window.isPair).map((window) => shown(text, window))).toEqual([first, second, third]);
    expect(windows.filter((window) => window.isPair).map((window) => shown(text, window))).toEqual([`${first}. ${second}`, `${second}. ${third}`]);
  });

  test("are none where nothing was said", () => {
    expect([windowsIn(""), windowsIn("?! … 🙂")]).toEqual([[], []]);
  });

  test("take scraps together up to eight words", () => {
    expect(singles("First step. Walk aisles. Second step. Ask managers.").map(({ words }) => words.length)).toEqual([8]);
    expect(singles("First step. Walk aisles. Second step. Ask every manager.").map(({ words }) => words.length)).toEqual([6, 3]);
  });

  test.each([
    [30, [30]],
    [31, [16, 15]],
    [61, [21, 21, 19]],
  ])("of %d words without a full stop are %j words long", (count, lengths) => {
    expect(singles(spoken(count)).map(({ words }) => words.length)).toEqual(lengths);
  });
});

describe("an abbreviation of the question", () => {
  const stemsIn = (text: string) => singles(text).flatMap(({ words }) => words.map((word) => word.stems[0]));
  const placesIn = (text: string) => singles(text).map(({ words }) => spanOf(words));

  test("brings its long form, at its own place", () => {
    const text = "I would show the ROI to the buyer";
    expect(stemsIn(text)).toEqual(expect.arrayContaining(stemsIn("return on investment")));
    const [window] = singles(text);
    const added = window?.words.slice(8).map(({ start, end }) => text.slice(start, end));
    expect(added).toEqual(["ROI", "ROI", "ROI"]);
  });

  test("is brought by its long form, over all of its words", () => {
    const text = "I would show the return on investment to the buyer";
    const [window] = singles(text);
    expect(window?.words.slice(10).map(({ start, end }) => text.slice(start, end))).toEqual(["return on investment"]);
    expect(stemsIn(text)).toEqual(expect.arrayContaining(stemsIn("ROI")));
  });

  test("is not brought by some of the long form's words, nor by words at the end that only begin it", () => {
    for (const text of ["A return of the investment pays", "We wait for the return", "We wait for the return on"]) {
      expect(singles(text)[0]?.words).toHaveLength(text.split(" ").length);
    }
  });

  test("adds nothing to where an answer stands", () => {
    const text = "We show ROI";
    expect(placesIn(text)).toEqual([{ start: 0, end: text.length }]);
  });
});

test("no words stand nowhere", () => {
  expect(spanOf([])).toEqual({ start: 0, end: 0 });
});
