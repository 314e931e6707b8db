// Room: tests. What of a page is fenced, what is a comment, and what is left open.
import { describe, expect, test } from "vitest";
import { asidesOf } from "../../../src/content/asides.ts";

/** The lines, each fenced one with a bar before it. */
function shown(text: string): readonly string[] {
  const { lines, fenced } = asidesOf(text);
  return lines.map((line, index) => (fenced?.[index] === 1 ? `|${line}` : line));
}

test("a page without any is left as it is", () => {
  expect(asidesOf("a\n~ b\n~~ c ~~\n`d` ``\n<- e ->\n")).toEqual({
    lines: ["a", "~ b", "~~ c ~~", "`d` ``", "<- e ->", ""],
    fenced: undefined,
    open: undefined,
  });
});

describe("a fenced block", () => {
  test.each([
    ["of ticks", "a\n```\nb\n```\nc", ["a", "|```", "|b", "|```", "c"]],
    ["of tildes", "a\n~~~\nb\n~~~\nc", ["a", "|~~~", "|b", "|~~~", "c"]],
    ["with the name of a language", "```ts\nb\n```\nc", ["|```ts", "|b", "|```", "c"]],
    ["that ends with more marks than it began", "```\nb\n`````  \nc", ["|```", "|b", "|`````  ", "c"]],
    ["that fewer marks do not end", "````\nb\n```\nc\n````\nd", ["|````", "|b", "|```", "|c", "|````", "d"]],
    ["that other marks do not end", "```\n~~~\n```\nc", ["|```", "|~~~", "|```", "c"]],
    ["that marks behind words do not end", "~~~\nb ~~~\n~~~\nc", ["|~~~", "|b ~~~", "|~~~", "c"]],
    ["that marks before words do not end", "~~~\n~~~ b\n~~~\nc", ["|~~~", "|~~~ b", "|~~~", "c"]],
    ["that is indented by three", "   ```\nb\n   ```\nc", ["|   ```", "|b", "|   ```", "c"]],
    ["that four blanks before its end keep open", "```\nb\n    ```\n```\nc", ["|```", "|b", "|    ```", "|```", "c"]],
    ["in which a comment is text", "```\n<!-- b -->\n```", ["|```", "|<!-- b -->", "|```"]],
  ])("%s", (_, text, wanted) => {
    expect(shown(text)).toEqual(wanted);
    expect(asidesOf(text).open).toBeUndefined();
  });

  test.each(["    ```\nb", "a ```\nb", "``` a ` b\nb", "~~ ~\n```` ` `\nb"])("does not begin with %j", (text) => {
    expect(shown(text)).toEqual(text.split("\n"));
  });
});

describe("a comment", () => {
  test.each([
    ["on one line leaves its columns", "a\n<!-- b --> c\nd", ["a", "           c", "d"]],
    ["over several lines", "<!-- a\nb\nc --> d\ne", ["", "", "      d", "e"]],
    ["in which a fence is text", "<!--\n```\n-->\nc", ["", "", "   ", "c"]],
  ])("%s", (_, text, wanted) => {
    expect(shown(text)).toEqual(wanted);
    expect(asidesOf(text).open).toBeUndefined();
  });

  test("that begins behind words is text", () => {
    expect(shown("a <!-- b\nc")).toEqual(["a <!-- b", "c"]);
  });
});

test.each([
  ["a\n```\nb", { what: "fenced block", line: 2 }],
  ["a\n\n~~~~\nb\n~~~", { what: "fenced block", line: 3 }],
  ["a\n<!-- b\nc", { what: "comment", line: 2 }],
  ["```\na\n```\n<!--", { what: "comment", line: 4 }],
])("%j is never closed", (text, open) => {
  expect(asidesOf(text).open).toEqual(open);
});
