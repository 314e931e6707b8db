import { describe, expect, test } from "vitest";
import { defaults, findSetting, readSettings, readValue, settingsTable, tellValue } from "../../../src/settings/settings.ts";

describe("the table", () => {
  test("has a line for every setting", () => {
    expect(settingsTable.map((setting) => setting.field).toSorted()).toEqual(Object.keys(defaults).toSorted());
  });

  test("lists the settings to a person who asks for one that is not there", () => {
    expect(() => findSetting("companny")).toThrow(
      expect.objectContaining({ fault: "usage", advice: expect.stringContaining("company, role, interview-date") }),
    );
    expect(() => findSetting("toString")).toThrow('There is no setting "toString".');
  });
});

describe("a value that a person writes", () => {
  test.each<[string, string, unknown]>([
    ["name", " Sam ", "Sam"],
    ["interview-date", "2027-02-28", "2027-02-28"],
    ["minutes-per-evening", "5", 5],
    ["minutes-per-evening", " 240 ", 240],
    ["retention", "0.85", 0.85],
    ["retention", " .9 ", 0.9],
    ["new-per-evening", "0", 0],
    ["day-ends", "12", 12],
    ["decks", "~/mine, /other decks", ["~/mine", "/other decks"]],
    ["decks", "", []],
    ["timer", "off", false],
    ["plain", "Yes", true],
    ["judge.url", " http://LOCALHOST:11434/v1/ ", "http://localhost:11434/v1"],
    ["judge.timeout", "300", 300],
    ["judge.key", " sk-1 ", "sk-1"],
  ])("for %s may be %j", (key, text, value) => {
    expect(readValue(findSetting(key), text)).toEqual(value);
  });

  test.each([
    ["name", ""],
    ["name", "two\nlines"],
    ["company", "\u001b]0;title\u0007"],
    ["interview-date", "2026-02-30"],
    ["interview-date", "tomorrow"],
    ["minutes-per-evening", "4"],
    ["minutes-per-evening", "241"],
    ["minutes-per-evening", "1e2"],
    ["minutes-per-evening", "30.5"],
    ["retention", "0.69"],
    ["retention", "0.98"],
    ["retention", "90"],
    ["new-per-evening", "101"],
    ["day-ends", "13"],
    ["timer", "maybe"],
    ["timer", "__proto__"],
    ["timer", "constructor"],
    ["judge.url", "http://api.example.com/v1"],
    ["judge.url", "127.0.0.1:11434"],
    ["judge.timeout", "0"],
    ["judge.timeout", "301"],
    ["judge.key", "two words"],
  ])("for %s may not be %j", (key, text) => {
    expect(() => readValue(findSetting(key), text)).toThrow(expect.objectContaining({ fault: "usage", advice: expect.stringMatching(/^It must be /) }));
  });
});

describe("a key", () => {
  const setting = findSetting("judge.key");

  test("is not shown", () => {
    expect(tellValue(setting, { ...defaults, judgeKey: "sk-1" })).toBe("(hidden)");
    expect(tellValue(setting, defaults)).toBe("");
  });

  test("is not repeated when it is wrong, on the command line or in the file", () => {
    expect(() => readValue(setting, "sk-1 sk-2")).toThrow("that does not fit the setting judge.key.");
    expect(JSON.stringify(readSettings({ "judge.key": "sk-1 sk-2" }, "s.json").problems)).not.toContain("sk-1");
  });
});

describe("what the file holds", () => {
  test("is used where it fits, and a default stands in where it does not", () => {
    const { settings, problems } = readSettings({ company: "Walmart", "minutes-per-evening": "30", timer: false, decks: "x", colour: 1 }, "s.json");
    expect(settings).toEqual({ ...defaults, company: "Walmart", timer: false });
    expect(problems.map((problem) => problem.message)).toEqual([
      "the setting minutes-per-evening is not a whole number from 5 to 240; its default is used",
      "the setting decks is not folders, split by commas; its default is used",
      'there is no setting "colour"',
    ]);
  });

  test("cannot reach past its own keys", () => {
    expect(readSettings(JSON.parse('{"__proto__": {"timer": false}}') as Record<string, unknown>, "s.json").settings).toEqual(defaults);
  });
});
