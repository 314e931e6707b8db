// Room: tests. What the beginning of a line says of it.
import { describe, expect, test } from "vitest";
import { markIn, marks, openingOf } from "../../../src/content/marks.ts";

describe("markIn", () => {
  test.each([
    ["", marks.blank],
    [" \t", marks.blank],
    ["# Title", marks.heading],
    ["### Key points", marks.heading],
    [" # not at the margin", marks.text],
    ["Why: it pays.", marks.text],
    ["- one", marks.plain],
    ["  * two", marks.plain],
    ["+", marks.plain],
    ["-one", marks.text],
    ["1. one", marks.numbered],
    ["12) twelve", marks.numbered],
    ["999. as many as there are", marks.numbered],
    ["1000. a year", marks.text],
    ["1.5 percent", marks.text],
    ["- [x] right", marks.task],
    ["- [X] right", marks.task],
    ["3. [ ] wrong", marks.task],
    ["- [-] no box", marks.plain],
    ["- [x]no box", marks.plain],
    ["-[x] no item", marks.text],
    ["---", marks.text],
    ["1) a", marks.numbered],
    ["0. nought", marks.numbered],
    ["/. no digit", marks.text],
    [":. no digit", marks.text],
    ["-   ", marks.plain],
    ["- [x", marks.plain],
    ["- (x] no box", marks.plain],
    ["- [x) no box", marks.plain],
    ["- [ ]", marks.task],
    ["- -- a", marks.plain],
    ["-\t-\t\t-", marks.text],
    ["** * a", marks.text],
    ["* ** a", marks.plain],
    ["- **", marks.plain],
    ["* --", marks.plain],
    ["1. ---", marks.numbered],
    ["- - -", marks.text],
    ["* * *", marks.text],
    ["- -", marks.plain],
  ])("%j has the mark %i", (text, mark) => expect(markIn(text)).toBe(mark));
});

describe("openingOf", () => {
  test.each([
    ["- one", { rest: 2, ticked: undefined }],
    ["  12)  twelve", { rest: 7, ticked: undefined }],
    ["- [x]  right", { rest: 7, ticked: true }],
    ["1. [ ] wrong", { rest: 7, ticked: false }],
    ["- [x]joined", { rest: 2, ticked: undefined }],
  ])("%j begins at its words", (text, opening) => expect(openingOf(text)).toEqual(opening));
});
