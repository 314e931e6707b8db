// Room: tests. Tokens, stems, spelling, sentences and words.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf } from "../../support/growth.ts";
import { isFunctionWord, isLightWord } from "../../../src/language/common-words.ts";
import { sentencesOf } from "../../../src/language/sentences.ts";
import { foldSpelling, nearest, spellingDistance } from "../../../src/language/spelling.ts";
import { stemOf } from "../../../src/language/stems.ts";
import { tokensOf } from "../../../src/language/tokens.ts";
import { wordsOf } from "../../../src/language/words.ts";

describe("tokens", () => {
  test("keep figures and inner apostrophes together, and fold case, accents and width", () => {
    expect(tokensOf("Naïve Ｄata: don’t ship 8.5, 1,200 or 130k!").map((token) => token.text)).toEqual([
      "naive",
      "data",
      "don't",
      "ship",
      "8.5",
      "1,200",
      "or",
      "130k",
    ]);
  });

  test("give places in the text as written", () => {
    const text = "🙂 Ｎaïve e\u0301tude";
    expect(tokensOf(text).map((token) => text.slice(token.start, token.end))).toEqual(["Ｎaïve", "e\u0301tude"]);
  });

  test("pass over lone surrogates and symbols", () => {
    expect(tokensOf("\ud800 a \udc00 $ b").map((token) => token.text)).toEqual(["a", "b"]);
  });

  test("are the same for plain text, which is read letter by letter, as beside a letter that is not plain", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-cA-C012.,' $\n-]{0,40}$/), (text) => {
        expect(tokensOf(text)).toEqual(tokensOf(`${text} é`).slice(0, -1));
      }),
    );
  });

  test.each(["1,", "a'", "word ", "\ud800", "a\u0301", "'"])("grow in a straight line on %j again and again", (piece) => {
    expect(growthOf(tokensOf, piece)).toBeLessThan(30);
  });

  test("lie within the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const ends = tokensOf(text).flatMap((token) => [token.start, token.end]);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        expect(ends.every((end) => end >= 0 && end <= text.length)).toBe(true);
      }),
    );
  });
});

describe("stems", () => {
  // The examples of Porter's paper, step by step.
  test.each([
    ["caresses", "caress"],
    ["ponies", "poni"],
    ["cats", "cat"],
    ["feed", "feed"],
    ["agreed", "agre"],
    ["plastered", "plaster"],
    ["motoring", "motor"],
    ["sing", "sing"],
    ["conflated", "conflat"],
    ["troubling", "troubl"],
    ["sized", "size"],
    ["hopping", "hop"],
    ["falling", "fall"],
    ["hissing", "hiss"],
    ["filing", "file"],
    ["happy", "happi"],
    ["sky", "sky"],
    ["relational", "relat"],
    ["conditional", "condit"],
    ["digitizer", "digit"],
    ["operator", "oper"],
    ["decisiveness", "decis"],
    ["formality", "formal"],
    ["triplicate", "triplic"],
    ["electrical", "electr"],
    ["goodness", "good"],
    ["allowance", "allow"],
    ["adjustment", "adjust"],
    ["adoption", "adopt"],
    ["communism", "commun"],
    ["probate", "probat"],
    ["rate", "rate"],
    ["controlling", "control"],
    ["roll", "roll"],
  ])("of %s is %s", (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  test("leave short words, figures and endless words alone, and drop a possessive", () => {
    expect([stemOf("is"), stemOf("130k"), stemOf("s".repeat(5000)).length, stemOf("store's")]).toEqual(["is", "130k", 5000, "store"]);
  });
});

describe("spelling", () => {
  test.each([
    ["kitten", "sitting", 3],
    ["recieve", "receive", 1],
    ["abc", "abc", 0],
    ["", "ab", 2],
    ["shrinkage", "shrinkge", 1],
    ["latency", "latnecy", 1],
  ])("%s and %s are %i apart", (first, second, distance) => {
    expect(spellingDistance(first, second, 3)).toBe(distance);
    expect(spellingDistance(second, first, 3)).toBe(distance);
  });

  test("gives up just past the bound", () => {
    expect(spellingDistance("abcdefgh", "stuvwxyz", 2)).toBe(3);
    expect(spellingDistance("a".repeat(100_000), "b".repeat(100_000), 1)).toBe(2);
  });

  test.each([
    ["behaviour", "behavior"],
    ["labelled", "labeled"],
    ["prioritise", "prioritize"],
    ["analysing", "analyzing"],
    ["fulfilment", "fulfillment"],
    ["centre", "center"],
    ["programmes", "programs"],
  ])("%s is %s", (british, american) => {
    expect(foldSpelling(british)).toBe(foldSpelling(american));
  });

  test("leaves words alone that only look British", () => {
    expect(["hour", "four", "wise", "rise"].map(foldSpelling)).toEqual(["hour", "four", "wise", "rise"]);
  });

  test("knows the one name that was meant, and none when two are as near", () => {
    expect([nearest("dril", ["drill", "quiz"]), nearest("zzz", ["drill", "quiz"]), nearest("bat", ["cat", "rat"])]).toEqual(["drill", undefined, undefined]);
  });
});

describe("sentences", () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ["We cut it, e.g. by 8.5 %. It saved $1.2M. Good?", ["We cut it, e.g. by 8.5 %.", "It saved $1.2M.", "Good?"]],
    ["first this. then that", ["first this.", "then that"]],
    ["- one thing\n- another", ["- one thing", "- another"]],
    ["1. first\n2. second", ["1. first", "2. second"]],
    ["a line that\nruns on here", ["a line that\nruns on here"]],
    ['He said "no." Then left', ['He said "no."', "Then left"]],
    ["What?! Yes...", ["What?!", "Yes..."]],
    ["... --- ...", []],
    ["", []],
  ])("of %j", (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test.each([".", ".'", "\n", "a. ", "\n ", "1. ", "'"])("grow in a straight line on %j again and again", (piece) => {
    expect(growthOf(sentencesOf, piece)).toBeLessThan(30);
  });
});

describe("words", () => {
  test("take a number with its unit as one word, with its kind and its value", () => {
    const words = wordsOf("worth two percent of sales");
    expect(words.map((word) => word.text)).toEqual(["worth", "two percent", "of", "sales"]);
    expect(words[1]?.stems).toEqual(["#share", "#share=0.02"]);
  });

  test("take a small number in words as a word", () => {
    expect(wordsOf("one of them").map((word) => word.text)).toEqual(["one", "of", "them"]);
  });

  test("know which ones say little", () => {
    expect([isFunctionWord("the"), isFunctionWord("shrink"), isLightWord("team"), isLightWord("holdout")]).toEqual([true, false, true, false]);
  });
});
