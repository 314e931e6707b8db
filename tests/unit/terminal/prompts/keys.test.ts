// Room: tests. Bytes of a terminal to keys.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDecoder, type Key } from "../../../../src/terminal/prompts/keys.ts";
import { growthOf } from "../../../support/growth.ts";

function decode(...chunks: readonly string[]): readonly Key[] {
  const decoder = createDecoder();
  return chunks.flatMap((chunk) => [...decoder.feed(Buffer.from(chunk))]);
}

const press = (name: string): Key => ({ type: "press", name }) as Key;
const text = (typed: string): Key => ({ type: "text", text: typed });

test.each([
  ["a run of letters is one key", "hello 日本", [text("hello 日本")]],
  ["Return", "a\rb", [text("a"), press("enter"), text("b")]],
  ["a Windows line end is one Return", "a\r\nb", [text("a"), press("enter"), text("b")]],
  ["arrows, in both of their spellings", "\x1b[A\x1bOB", [press("up"), press("down")]],
  ["Ctrl with an arrow", "\x1b[1;5D\x1b[1;5C", [press("word-left"), press("word-right")]],
  ["Alt with a letter", "\x1bb\x1bf", [press("word-left"), press("word-right")]],
  ["an unknown sequence is nothing", "a\x1b[?1;2c\x1b[24~\x1bOP\x1bxb", [text("a"), text("b")]],
  ["an answer of the terminal is nothing", "\x1b]11;rgb:0/0/0\x07\x1bP1$r\x1b\\z", [text("z")]],
  ["a NUL is nothing", "a\0b", [text("a"), text("b")]],
  ["Escape twice does not stop what follows", "\x1b\x1b[A", [press("up")]],
  ["C1 controls are nothing", "a\u009bb", [text("a"), text("b")]],
])("%s", (_, bytes, keys) => {
  expect(decode(bytes)).toEqual(keys);
});

describe("pastes", () => {
  test("come as one text, whatever is in them", () => {
    expect(decode("x\x1b[200~a\x04\r\x1b[Ab\x1b[201~y")).toEqual([text("x"), { type: "paste", text: "a\x04\r\x1b[Ab" }, text("y")]);
  });

  test("without an end are given when nothing more comes", () => {
    const decoder = createDecoder();
    expect(decoder.feed(Buffer.from("\x1b[200~lost"))).toEqual([]);
    expect(decoder.waitsFor()).toBe("paste");
    expect(decoder.flush()).toEqual([{ type: "paste", text: "lost" }]);
    expect(decoder.feed(Buffer.from("z"))).toEqual([text("z")]);
  });

  test("of a megabyte in small reads take time in a straight line", () => {
    const pasteInReads = (pasted: string): void => {
      const decoder = createDecoder();
      decoder.feed(Buffer.from("\x1b[200~"));
      for (let at = 0; at < pasted.length; at += 1024) decoder.feed(Buffer.from(pasted.slice(at, at + 1024)));
      const [paste] = decoder.feed(Buffer.from("\x1b[201~"));
      expect(paste?.type === "paste" && paste.text.length).toBe(pasted.length);
    };
    expect(growthOf(pasteInReads, "x", { small: 128 * 1024, large: 1024 * 1024 })).toBeLessThan(32);
  });
});

describe("split reads", () => {
  test("half a sequence waits, and is dropped when the rest never comes", () => {
    const decoder = createDecoder();
    expect(decoder.feed(Buffer.from("a\x1b["))).toEqual([text("a")]);
    expect(decoder.waitsFor()).toBe("sequence");
    expect(decoder.flush()).toEqual([]);
    expect(decoder.waitsFor()).toBe("nothing");
  });

  test("a string sequence that never ends does not swallow what is typed for ever", () => {
    expect(decode(`\x1b]${"x".repeat(5000)}`).length).toBeGreaterThan(0);
  });

  test("give the same keys wherever the bytes are cut", () => {
    const bytes = Buffer.from("日a\x1b[A\x1b[1;5Dé\x1b[200~pas\rte\x1b[201~\r\x1bOB\x7fend");
    const gather = (keys: readonly Key[]): string =>
      keys.map((key) => (key.type === "press" ? `<${key.name}>` : key.type === "paste" ? `[${key.text}]` : key.text)).join("");
    const whole = gather(createDecoder().feed(bytes));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: bytes.length }), { maxLength: 6 }), (cuts) => {
        const decoder = createDecoder();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const keys = edges.slice(1).flatMap((edge, index) => [...decoder.feed(bytes.subarray(edges[index], edge))]);
        expect(gather(keys)).toBe(whole);
      }),
    );
  });

  test("any bytes at all are taken without an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoder = createDecoder();
        const typed = [...decoder.feed(bytes), ...decoder.flush()].map((key) => (key.type === "text" ? key.text : ""));
        expect(typed.join("")).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });
});
