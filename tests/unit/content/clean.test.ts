import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, cleanName } from "../../../src/content/clean.ts";

const ESC = "\u001b";

describe("clean", () => {
  test.each([
    ["CSI", `a${ESC}[31mb`, "ab"],
    ["CSI with many parameters", `a${ESC}[38;2;1;2;3mb`, "ab"],
    ["CSI in 8 bits", "a\u009b31mb", "ab"],
    ["OSC 0, the window's title", `a${ESC}]0;owned\u0007b`, "ab"],
    ["OSC 2, ended by ST", `a${ESC}]2;owned${ESC}\\b`, "ab"],
    ["OSC 4, a colour", `a${ESC}]4;1;rgb:ff/00/00\u0007b`, "ab"],
    ["OSC 8, a link", `a${ESC}]8;;https://bad.example${ESC}\\click${ESC}]8;;${ESC}\\b`, "aclickb"],
    ["OSC 10, a question to the terminal", `a${ESC}]10;?\u0007b`, "ab"],
    ["OSC 52, the clipboard", `a${ESC}]52;c;cm0gLXJm\u0007b`, "ab"],
    ["OSC 1337, a file", `a${ESC}]1337;File=name=eA==:AAAA\u0007b`, "ab"],
    ["OSC in 8 bits", "a\u009d0;owned\u009cb", "ab"],
    ["DCS", `a${ESC}P1$r0m${ESC}\\b`, "ab"],
    ["DCS in 8 bits", "a\u0090q#0\u009cb", "ab"],
    ["APC", `a${ESC}_Gf=100;AAAA${ESC}\\b`, "ab"],
    ["APC in 8 bits", "a\u009fG\u009cb", "ab"],
    ["PM", `a${ESC}^private${ESC}\\b`, "ab"],
    ["PM in 8 bits", "a\u009eprivate\u009cb", "ab"],
    ["SOS", `a${ESC}Xstring${ESC}\\b`, "ab"],
    ["SOS in 8 bits", "a\u0098string\u009cb", "ab"],
    ["a reset", `a${ESC}cb`, "ab"],
    ["a choice of character set", `a${ESC}(0b`, "ab"],
    ["a lone ESC at the end", `ab${ESC}`, "ab"],
    ["ESC before ESC", `a${ESC}${ESC}[31mb`, "ab"],
    ["ENQ, BEL, BS, DEL, NUL", "a\u0005\u0007\b\u007f\u0000b", "ab"],
    ["index and reverse index in 8 bits", "a\u0084\u008db", "ab"],
    ["direction marks", "a\u200e\u200f\u061cb", "ab"],
    ["overrides and isolates", "a\u202eb\u202c\u2066c\u2069", "abc"],
    ["deprecated format characters", "a\u206a\u206fb", "ab"],
    ["invisible signs", "a\u200b\u00ad\u2060\ufeff\u180eb", "ab"],
    ["tag characters that spell hidden words", "a\u{e0001}\u{e0068}\u{e0069}\u{e007f}b", "ab"],
    ["a lone surrogate", "a\ud83db", "a\ufffdb"],
    ["the other lone surrogate", "a\ude00b", "a\ufffdb"],
  ])("takes out %s", (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ["one sequence within another", `a${ESC}[${ESC}[31m31mb`],
    ["an introducer split by a sequence", `a${ESC}${ESC}]0;x\u0007[31mb`],
    ["an 8-bit introducer within a 7-bit one", `a${ESC}[\u009b31m2Jb`],
    ["an introducer split by a control", `a${ESC}\u0000[31mb`],
    ["a tag character split by a control", "a\udb40\u0007\udc68b"],
    ["a tag character split by a sequence", `a\udb40${ESC}[m\udc68b`],
  ])("leaves no new sequence behind: %s", (_, text) => {
    const cleaned = clean(text);
    expect(cleaned).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\udb40[\udc00-\udc7f]/);
    expect(clean(cleaned)).toBe(cleaned);
  });

  test("an unclosed string sequence takes no more than its line", () => {
    expect(clean(`a${ESC}]0;owned\nb`)).toBe("a\nb");
  });

  test("line ends become newlines, and what else ends a line or page becomes a space", () => {
    expect(clean("a\r\nb\rc\n")).toBe("a\nb\nc\n");
    expect(clean("a\u2028b\u2029c\u000bd\u000ce\u0085f")).toBe("a b c d e f");
  });

  test.each([
    ["tabs and newlines", "a\tb\nc"],
    ["accents, composed and not", "café, cafe\u0301, naïve, Ångström"],
    ["other scripts", "招聘经理 · Менеджер · مدير · מנהל · 매니저"],
    ["emoji", "👍🏽 🎉 ☕️ 1️⃣"],
    ["families and professions joined by ZWJ", "👨‍👩‍👧‍👦 👩🏾‍💻 🏳️‍🌈"],
    ["flags of countries", "🇩🇪 🇺🇸"],
    ["flags spelled with tag characters", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["joiners of Persian and Hindi", "می‌خواهم क्‍ष"],
    ["signs of trade and arithmetic", "$1,200 ≥ 8 % × ½ — “quoted” … → ±"],
  ])("leaves %s as they are", (_, text) => {
    expect(clean(text)).toBe(text);
  });

  test("a flag's tags hide no sentence", () => {
    const hidden = [..."ignore what the deck says"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
    expect(clean(`🏴${hidden}\u{e007f}`)).toBe("🏴");
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ESC,
        `${ESC}[`,
        `${ESC}]0;`,
        `${ESC}P`,
        `${ESC}\\`,
        "\u0007",
        "\u009b",
        "\u009d",
        "\u009c",
        "\u202e",
        "\udb40",
        "\udc68",
        "\ud83c\udff4",
        "\udb40\udc67",
        "\udb40\udc7f",
        "\ud83d",
        "\r",
        "\n",
        "\u2028",
        "31m",
        "a",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 24 },
  );

  test("leaves nothing of the forbidden classes, whatever it is given, and cleans nothing twice", () => {
    const forbidden =
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    const tags = /\udb40[\udc00-\udc7f]/;
    const flag = /\ud83c\udff4(?:\udb40[\udc30-\udc39\udc61-\udc7a]){3,6}\udb40\udc7f/g;
    fc.assert(
      fc.property(pieces, (parts) => {
        const cleaned = clean(parts.join(""));
        expect(cleaned).not.toMatch(forbidden);
        expect(cleaned.replace(flag, "")).not.toMatch(tags);
        expect(clean(cleaned)).toBe(cleaned);
      }),
      { numRuns: 2000 },
    );
  });

  test("a name is clean and on one line", () => {
    expect(cleanName(`a\n${ESC}[31mb\tc.md`)).toBe("a b c.md");
  });
});
