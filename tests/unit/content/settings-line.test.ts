// Settings in code spans, and lists in settings.
import { describe, expect, test } from "vitest";
import { pageOf } from "../../../src/content/page.ts";
import { checkLeftOver, isSettingsLine, readSettingsLine, type Setting, splitList, takeSettings } from "../../../src/content/settings-line.ts";
import { fileOf } from "../../support/decks.ts";

test.each([
  ["`a: b`", true],
  ["  `a: b` `c`  ", true],
  ["`a:b`\t`c: d`", true],
  ["`: b`", true],
  ["`a:`", true],
  ["a: `b: c`", false],
  ["a `b: c`", false],
  ["`a b`", false],
  ["`a` `b: c`", false],
  ["`a` b: c", false],
  ["`a`: b", false],
  ["`a: b``c: d`", false],
  ["`a: b` c", false],
  ["`a: b` `c", false],
  ["`a: b", false],
  ["`a:", false],
  ["", false],
])("%j is a line of settings: %s", (text, is) => expect(isSettingsLine(text)).toBe(is));

function read(text: string): { readonly settings: readonly Setting[]; readonly told: readonly string[] } {
  const page = pageOf(fileOf(text));
  const settings: Setting[] = [];
  readSettingsLine(page, 1, settings);
  return { settings, told: page.problems.map(({ place, message }) => `${place.column} ${message}`) };
}

test("a setting has its key, its value and where each stands", () => {
  expect(read(" `a:  b c ` `key-of: x:y`")).toEqual({
    settings: [
      { key: "a", value: "b c", line: 1, column: 7, keyColumn: 3 },
      { key: "key-of", value: "x:y", line: 1, column: 22, keyColumn: 14 },
    ],
    told: [],
  });
});

test("what is none, and what is set twice, is told", () => {
  expect(read("`a` `b:` `B: c` `: d` `-b: c` `e: f` `g h` i: `e: g`")).toEqual({
    settings: [{ key: "e", value: "f", line: 1, column: 35, keyColumn: 32 }],
    told: [
      '2 "a" is not a setting',
      '6 "b:" is not a setting',
      '11 "B: c" is not a setting',
      '18 ": d" is not a setting',
      '24 "-b: c" is not a setting',
      '39 "g h" is not a setting',
      '48 "e" is set twice',
    ],
  });
});

describe("settings behind a text", () => {
  const taken = (lines: string, keys = ["id", "weight"]) => {
    const page = pageOf(fileOf(lines));
    const text = lines.split("\n").join(" ");
    const from = { text, line: 1, lastLine: lines.split("\n").length, column: 1 };
    return { ...takeSettings(page, from, new Set(keys)), told: page.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`) };
  };

  test("are taken out of it, other code spans stay", () => {
    expect(taken("a `id: x` b `c: d`\n`code` `weight: 2` e")).toEqual({
      text: "a b `c: d` `code` e",
      settings: [
        { key: "id", value: "x", line: 1, column: 8, keyColumn: 4 },
        { key: "weight", value: "2", line: 2, column: 17, keyColumn: 9 },
      ],
      told: [],
    });
    expect(taken("no span")).toEqual({ text: "no span", settings: [], told: [] });
  });

  test("stand where they are written, the same twice told at the second", () => {
    expect(taken("`id: x` `id: x`\n`id: x`").told).toEqual(['1:10 "id" is set twice', '2:2 "id" is set twice']);
    expect(taken("a `id:\nx` `weight: 2`").settings).toEqual([
      { key: "id", value: "x", line: 1, column: 5, keyColumn: 1 },
      { key: "weight", value: "2", line: 2, column: 13, keyColumn: 5 },
    ]);
  });

  test("stand where they are written in an item, past what is none of its text", () => {
    const lines = "- a `id: x`\n\n  b\n`skipped: y`\n\t c `weight: 2` `id: z`\n   `weight: 3`  ";
    const page = pageOf(fileOf(lines));
    const item = { text: "a `id: x` b c `weight: 2` `id: z` `weight: 3`", line: 1, lastLine: 6, column: 3 };
    const { settings } = takeSettings(page, item, new Set(["id", "weight"]));
    expect(settings.map(({ line, keyColumn }) => `${line}:${keyColumn}`)).toEqual(["1:6", "5:6"]);
    expect(page.problems.map(({ place }) => `${place.line}:${place.column}`)).toEqual(["5:18", "6:5"]);
  });

  test("that a text begins with are told", () => {
    const told = (rest: string) => {
      const page = pageOf(fileOf(`- **a** ${rest}`));
      checkLeftOver(page, { line: 1 }, rest);
      return page.problems.map(({ place, message }) => `${place.column} ${message}`);
    };
    expect(["`colour: red` b", "b `colour: red`", "`code` b", "`open: x"].map(told)).toEqual([['10 there is no setting "colour" here'], [], [], []]);
  });
});

test.each([
  ["", []],
  ["a b", ["a b"]],
  ["a, b ,,c", ["a", "b", "c"]],
  ["[a]", ["a"]],
  ["[a, b]", ["a", "b"]],
  ["[]", []],
  ["[a, b", ["[a", "b"]],
  ["a, b]", ["a", "b]"]],
])("%j is the list %j", (text, list) => expect(splitList(text)).toEqual(list));
