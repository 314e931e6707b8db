// Where a value stands in a file.
import { describe, expect, test } from "vitest";
import { placesIn } from "../../../src/content/places.ts";
import { fileOf } from "../../support/decks.ts";

const text = `---
title: source W-1
"source": [W-1, W-18]
competencies:
  - W-1 care
  - care

other: care
# a remark
late: care
---
source: W-18

## One
\`id: one\` \`source: W-18, W-1\`
\`source: W-1\` and \`source: xW-1, W-1x, W-1

Look: here
Hint:   there

## Two
\`source: W-1\`

## Three
\`id: id\` and \`late: W-1\` beside W-7
`;
const file = fileOf(text);
const places = placesIn(new Map([[file.file, file]]));
const at = (key: string, value: string) => places.inFile(file.file, { key, value }).map(({ line, column }) => `${line}:${column}`);

describe("a value of a key stands", () => {
  test.each([
    ["source", "W-1", ["3:12", "15:26", "16:10", "22:10"]],
    ["source", "W-18", ["3:17", "15:20"]],
    ["competencies", "care", ["5:9", "15:1"].slice(0, 1)],
    ["competencies", "W-1", ["5:5"]],
    ["other", "care", ["8:8"]],
    ["other", "remark", []],
    ["id", "one", ["15:6"]],
    ["id", "id", ["25:6"]],
    ["late", "W-7", []],
    ["late", "W-1", ["25:21"]],
    ["title", "W-1", ["2:15"]],
    ["title", "title", []],
    ["none", "care", []],
  ])("%s: %s", (key, value, wanted) => expect(at(key, value)).toEqual(wanted));

  test("in no file that is not known", () => {
    expect(places.inFile("other.md", { key: "source", value: "W-1" })).toEqual([]);
  });

  test("in no front matter where there is none", () => {
    const bare = fileOf("source: W-1\n\nother: W-1\n", "bare.md");
    expect(placesIn(new Map([["bare.md", bare]])).inFile("bare.md", { key: "other", value: "W-1" })).toEqual([]);
  });
});

describe("beneath a heading", () => {
  const one = { file: file.file, line: 14, column: 1 };

  test("a setting stands in that section alone, else the heading stands for it", () => {
    expect(places.inSection(one, { key: "source", value: "W-1" })).toEqual({ file: file.file, line: 15, column: 26 });
    expect(places.inSection({ ...one, line: 21 }, { key: "source", value: "W-1" })).toEqual({ file: file.file, line: 22, column: 10 });
    expect(places.inSection(one, { key: "id", value: "two" })).toEqual(one);
  });

  test("the first line that begins with one of the words stands at what follows them", () => {
    expect(places.after(one, ["Why:", "Hint:", "Look:"])).toEqual({ file: file.file, line: 18, column: 7 });
    expect(places.after(one, ["Hint:"])).toEqual({ file: file.file, line: 19, column: 9 });
    expect(places.after({ ...one, line: 21 }, ["Hint:"])).toEqual({ ...one, line: 21 });
  });
});
