// What friends write at the places of a form.
import { describe, expect, test } from "vitest";
import { readScore, readTick, readWords } from "../../../src/content/peer-places.ts";

describe("a score", () => {
  test.each([
    ["> - Score: 4", 4],
    ["- **Score**: five", 5],
    ["* Score = 1", 1],
    ["Score:: 2.", 2],
    ["Score 3 out of 5", 3],
    ["__3__", 3],
    ["~~ 2 ~~", 2],
    ["`5`", 5],
    ["\\4", 4],
    ["two of five", 2],
    ["\u201c4\u201d", 4],
    ["[4]", 4],
    ["{{4}}", 4],
    ["–– 4 ––", 4],
    ["4, he had the figures", 4],
    ["4... and then some", 4],
    ["a", undefined],
  ])("%s", (line, level) => {
    expect(readScore(line)).toEqual(level === undefined ? { is: "odd", text: line } : { is: "said", value: level });
  });

  test.each(["", "Score:", "Score: ....", "na", "None", "skip", "Skipped", "no", "x", "--", "??", "(N/A)"])("%s is left open", (line) => {
    expect(readScore(line)).toEqual({ is: "open" });
  });

  test.each([
    ["Score: 4 or five", "4 or five"],
    ["Score:  good   one.", "good one"],
    ["  - Score: 4,5", "4,5"],
    ["4+", "4+"],
    ["4-5", "4-5"],
    ["six", "six"],
    ["scores 4", "scores 4"],
    ["a - b", "a - b"],
    ["0.5", "0.5"],
  ])("%s is odd, and told as %s", (line, text) => {
    expect(readScore(line)).toEqual({ is: "odd", text });
  });
});

describe("a box", () => {
  test.each(["[x] a", "- [ X ] a", "> * [v]", "[y]", "[Yes]", "[*]", "[heard]", "[✓]", "[✔]", "\\[x\\]", "+ ☒ a", "• ✅", "☑"])("%s is ticked", (line) => {
    expect(readTick(line)).toEqual({ is: "said", value: true });
  });

  test.each(["[ ] a", "[]", "- [-]", "[–]", "[n]", "[No]", "[not heard]", "[.]", "> ☐ ☑"])("%s is not", (line) => {
    expect(readTick(line)).toEqual({ is: "said", value: false });
  });

  test.each([
    ["[maybe] a", "[maybe]"],
    ["  a [x]", "a [x]"],
    ["  twenty letters and more of them", "twenty letters and mo"],
    [`[${"x".repeat(13)}]`, `[${"x".repeat(13)}]`],
  ])("%s is odd, and told by its beginning", (line, text) => {
    expect(readTick(line)).toEqual({ is: "odd", text: text.slice(0, 20) });
  });
});

describe("words", () => {
  const note = (text: string): string => readWords(text, /^note\b/i);

  test.each([
    ["Note: fine", "fine"],
    ["**Note**: fine", "fine"],
    ["> > Note: fine\n>  more > less", "fine\nmore > less"],
    ["Note: .... fine ....", "fine"],
    ["Note: one.. two...", "one.. two..."],
    ["Note:  a \t b \n\n\n\n c ", "a b\n\nc"],
    ["Note: a\n\nb", "a\n\nb"],
    ["Note:\na\nb", "a\nb"],
    ["Notes: a", "Notes: a"],
    ["Note: a note", "a note"],
    ["Note: .... ", ""],
    ["  * Note: x", "x"],
  ])("%j are %j", (text, words) => expect(note(text)).toBe(words));
});
