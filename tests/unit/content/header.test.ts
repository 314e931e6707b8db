// Room: tests. How a source is referred to, and what a front matter's number may be.
import { expect, test } from "vitest";
import { readFrontMatter } from "../../../src/content/front-matter.ts";
import { type Header, readHeader, readReference } from "../../../src/content/header.ts";
import { pageOf } from "../../../src/content/page.ts";
import { fileOf } from "../../support/decks.ts";

test.each([
  ["W-PM-18", { source: "W-PM", item: "18" }],
  ["W-PM", { source: "W-PM" }],
  ["GUIDE", { source: "GUIDE" }],
  ["JD-25-3", { source: "JD", item: "25-3" }],
  ["JD-125-30", { source: "JD", item: "125-30" }],
  ["BANK-Q12-3", { source: "BANK", item: "Q12-3" }],
  ["BANK-X-4", { source: "BANK", item: "X-4" }],
  ["BANK-Y-4", { source: "BANK-Y", item: "4" }],
  ["W-18b", { source: "W-18b" }],
  ["-18", { source: "-18" }],
  ["a b-2", { source: "a b", item: "2" }],
])("%s is a reference to %j", (text, wanted) => expect(readReference(text)).toEqual(wanted));

function headed(lines: string): { readonly header: Header; readonly told: () => readonly string[] } {
  const page = pageOf(fileOf(`---\n${lines}\n---\n`));
  const front = readFrontMatter(page);
  if (!front) throw new Error("no front matter");
  const header = readHeader(page, front, new Set(["title", "minutes", "tags"]));
  return { header, told: () => page.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`) };
}

test("the line of a key is told, and the second where it is left out", () => {
  const { header, told } = headed("title: T\n\ntags: [a]");
  expect([header.line("tags"), header.line("minutes"), told()]).toEqual([4, 2, []]);
});

test("a title must be there, and an unknown key is told of", () => {
  expect(headed("minutes: 3\ncolour: red").told()).toEqual(['3:1 there is no key "colour"', "1:1 the file has no title"]);
  expect(headed("title:").told()).toEqual(["1:1 the file has no title"]);
});

test("a list may be written as a text with commas; a text may be no list", () => {
  expect([headed("title: T\ntags: a, b").header.list("tags"), headed("title: T").header.list("tags")]).toEqual([["a", "b"], []]);
  const { header, told } = headed("title: [a, b]");
  expect([header.text("title"), told()]).toEqual([undefined, ['2:8 "title" takes one text, not a list']]);
});

test.each([
  ["1", 1, undefined],
  ["2.5", 2.5, undefined],
  ["60", 60, undefined],
  ["60.5", undefined, '"minutes" is a number from 1 to 60, not "60.5"'],
  ["0.5", undefined, '"minutes" is a number from 1 to 60, not "0.5"'],
  ["1e1", undefined, '"minutes" is a number from 1 to 60, not "1e1"'],
  ["ten", undefined, '"minutes" is a number from 1 to 60, not "ten"'],
])("of 1 to 60, %s is %j", (written, wanted, message) => {
  const { header, told } = headed(`title: T\nminutes: ${written}`);
  expect(header.number("minutes", { least: 1, most: 60 })).toBe(wanted);
  expect(told()).toEqual(message === undefined ? [] : [`3:10 ${message}`]);
});

test("a whole number is asked for as such", () => {
  const { header, told } = headed("title: T\nminutes: 2.5");
  expect(header.number("minutes", { least: 1, most: 60, whole: true })).toBeUndefined();
  expect(told()).toEqual(['3:10 "minutes" is a whole number from 1 to 60, not "2.5"']);
});
