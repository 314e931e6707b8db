// Room: tests. A text that is being typed.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bufferOf,
  cleanTyped,
  emptyBuffer,
  eraseBackward,
  eraseForward,
  eraseTo,
  insertText,
  moveEnd,
  moveHome,
  moveLeft,
  moveRight,
  moveTo,
  moveWordLeft,
  moveWordRight,
  type TextBuffer,
  textOf,
  undo,
} from "../../../../src/terminal/prompts/text-buffer.ts";
import { growthOf } from "../../../support/growth.ts";

/** The text with `|` where the cursor stands. */
function shown(buffer: TextBuffer): string {
  const lines = buffer.lines.map((line, row) => (row === buffer.row ? `${line.slice(0, buffer.column)}|${line.slice(buffer.column)}` : line));
  return lines.join("\n");
}

function at(text: string): TextBuffer {
  const row = text.slice(0, text.indexOf("|")).split("\n").length - 1;
  const column = (text.split("\n")[row] ?? "").indexOf("|");
  return moveTo(bufferOf(text.replace("|", "")), row, column);
}

describe("typing", () => {
  test("puts a text in at the cursor, with its lines", () => {
    expect(shown(insertText(at("ab|cd\nef"), "1\n2\n3"))).toBe("ab1\n2\n3|cd\nef");
  });

  test.each([
    ["a|b", "|b"],
    ["a\n|b", "a|b"],
    ["|ab", "|ab"],
    ["x👨‍👩‍👧|y", "x|y"],
    ["e\u0301|", "|"],
    ["日本|", "日|"],
  ])("Backspace makes %j to %j", (before, after) => {
    expect(shown(eraseBackward(at(before)))).toBe(after);
  });

  test.each([
    ["a|b", "a|"],
    ["a|\nb", "a|b"],
    ["ab|", "ab|"],
    ["|👨‍👩‍👧y", "|y"],
    ["|🇩🇪🇫🇷", "|🇫🇷"],
  ])("Delete makes %j to %j", (before, after) => {
    expect(shown(eraseForward(at(before)))).toBe(after);
  });

  test("a letter with thousands of marks is taken away without a long wait", () => {
    const erase = (text: string): void => expect(eraseBackward(bufferOf(text)).column).toBeLessThan(text.length);
    expect(growthOf(erase, "\u0301", { start: "a", small: 50_000, large: 400_000 })).toBeLessThan(32);
  });
});

describe("moving", () => {
  test.each([
    ["left over a line's start", moveLeft, "a\n|b", "a|\nb"],
    ["right over a line's end", moveRight, "a|\nb", "a\n|b"],
    ["left at the very start", moveLeft, "|a", "|a"],
    ["right at the very end", moveRight, "a|", "a|"],
    ["home", moveHome, "x\nab|c", "x\n|abc"],
    ["end", moveEnd, "a|bc\nx", "abc|\nx"],
    ["a word left", moveWordLeft, "one two  |three", "one |two  three"],
    ["a word right", moveWordRight, "one| two three", "one two| three"],
    ["a word left at a line's start", moveWordLeft, "a\n|b", "a|\nb"],
  ] as const)("%s", (_, move, before, after) => {
    expect(shown(move(at(before)))).toBe(after);
  });

  test("erasing to a word's start takes the word out", () => {
    const buffer = at("one two|");
    expect(shown(eraseTo(buffer, moveWordLeft(buffer)))).toBe("one |");
  });
});

describe("undo", () => {
  test("takes back a run of typing as one", () => {
    const typed = ["a", "b", "c"].reduce((buffer, letter) => insertText(buffer, letter), insertText(emptyBuffer, "pasted text "));
    expect(shown(undo(typed))).toBe("pasted text |");
    expect(shown(undo(undo(typed)))).toBe("|");
  });

  test("with nothing to take back changes nothing", () => {
    expect(undo(emptyBuffer)).toBe(emptyBuffer);
  });
});

describe("what is pasted", () => {
  test.each([
    ["a\r\nb\rc", "a\nb\nc"],
    ["a\tb", "a  b"],
    ["a\0b\x1b[31mc\x7f\x9b", "ab[31mc"],
    ["a\ud800b", "ab"],
    ["a\u202eb", "ab"],
    ["👩‍🔬", "👩‍🔬"],
  ])("%j is kept as %j", (pasted, kept) => {
    expect(cleanTyped(pasted)).toBe(kept);
  });

  test("200,000 lines are taken in a straight line", () => {
    const take = (text: string): void => expect(insertText(at("a|b"), text).lines).toHaveLength(text.length / 2 + 1);
    expect(growthOf(take, "x\n", { small: 50_000, large: 400_000 })).toBeLessThan(32);
  });

  test("100 KB typed key by key are not quadratic", () => {
    const type = (text: string): void => {
      let buffer = emptyBuffer;
      for (let at = 0; at < text.length; at += 5) buffer = insertText(buffer, text.slice(at, at + 5));
      expect(textOf(buffer)).toHaveLength(text.length);
    };
    expect(growthOf(type, "abcde", { small: 12_500, large: 100_000 })).toBeLessThan(32);
  });
});

describe("any keys in any order", () => {
  const moves = [moveLeft, moveRight, moveHome, moveEnd, moveWordLeft, moveWordRight, eraseBackward, eraseForward, undo];
  const steps = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n", "日", "👨‍👩‍👧", "e\u0301"), fc.constantFrom(...moves.keys())), {
    maxLength: 40,
  });

  test("keep the cursor inside the text and the text well formed", () => {
    fc.assert(
      fc.property(steps, (all) => {
        let buffer = emptyBuffer;
        for (const step of all) buffer = typeof step === "string" ? insertText(buffer, step) : (moves[step]?.(buffer) ?? buffer);
        const line = buffer.lines[buffer.row];
        expect(line).toBeDefined();
        expect(buffer.column).toBeLessThanOrEqual(line?.length ?? -1);
        expect(buffer.column).toBeGreaterThanOrEqual(0);
        expect(textOf(buffer)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  test("what is typed and taken back is gone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(cleanTyped(text) !== "");
        expect(textOf(undo(insertText(bufferOf("before"), text)))).toBe("before");
      }),
    );
  });
});
