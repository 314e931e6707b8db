import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../../src/content/answers.ts";
import { CoachError } from "../../../src/domain/errors.ts";

function read(text: string) {
  return parseAnswers({ file: "a.yaml", text });
}

function fault(text: string): string {
  try {
    read(text);
  } catch (thrown) {
    if (!(thrown instanceof CoachError)) throw thrown;
    expect(thrown.fault).toBe("input");
    expect(thrown.advice).toContain("docs/answers.md");
    return `${thrown.place?.line ?? 0}: ${thrown.message}`;
  }
  return "none";
}

describe("answers", () => {
  test("in YAML, of every form", () => {
    const text =
      "# mine\nanswers:\n  - question: a/b/one\n    answer: b\n    seconds: 12.5\n    rating: good\n  - question: a/b/two\n    answer: |\n      Two lines\n      of text.\n\n  - { question: a/b/three, answer: [1, 3, 2] }\n  - question: a/b/four\n    answer:\n      situation: S\n      task: T\n  - question: a/b/five\n    answer:\n      Signal: [orders, margin]\n      Noise: views\n";
    expect(read(text)).toEqual([
      { question: "a/b/one", value: "b", seconds: 12.5, rating: "good", place: { file: "a.yaml", line: 3, column: 1 } },
      { question: "a/b/two", value: "Two lines\nof text.", seconds: undefined, place: { file: "a.yaml", line: 7, column: 1 } },
      { question: "a/b/three", value: ["1", "3", "2"], seconds: undefined, place: { file: "a.yaml", line: 12, column: 1 } },
      { question: "a/b/four", value: { situation: "S", task: "T" }, seconds: undefined, place: { file: "a.yaml", line: 13, column: 1 } },
      { question: "a/b/five", value: { Signal: ["orders", "margin"], Noise: "views" }, seconds: undefined, place: { file: "a.yaml", line: 17, column: 1 } },
    ]);
  });

  test("in JSON, with numbers", () => {
    const text = JSON.stringify(
      {
        answers: [
          { question: "a/b/one", answer: 42, seconds: 3 },
          { question: "a/b/two", answer: [1, true] },
        ],
      },
      null,
      2,
    );
    expect(read(text)).toEqual([
      { question: "a/b/one", value: "42", seconds: 3, place: { file: "a.yaml", line: 4, column: 1 } },
      { question: "a/b/two", value: ["1", "true"], seconds: undefined, place: { file: "a.yaml", line: 9, column: 1 } },
    ]);
  });

  test.each([
    ["4", 4],
    ["solid", 4],
    ["Nailed It", 5],
    ["", undefined],
  ])("with how well it went, %j", (written, confidence) => {
    expect(read(`answers:\n- question: q\n  answer: a\n  confidence: ${written}\n`)[0]?.confidence).toBe(confidence);
  });

  test("may take nothing or a whole day, and leave open what was not measured", () => {
    const secondsOf = (written: string): number | undefined => read(`answers:\n- question: q\n  answer: a\n  seconds: ${written}\n`)[0]?.seconds;
    expect(["0", "86400", "", "''"].map(secondsOf)).toEqual([0, 86_400, undefined, undefined]);
    expect(read('{"answers":[{"question":"q","answer":"a","seconds":null,"rating":null,"confidence":null}]}')[0]).toMatchObject({
      seconds: undefined,
      rating: undefined,
      confidence: undefined,
    });
  });

  test("are found in their lines however the question is written", () => {
    const text = `answers:\n- question : a\n  answer: x\n- "question":   b\n  answer: x\n- question: 'c'\n  answer: x\n- {question: d, answer: x}\n`;
    expect(read(text).map(({ question, place }) => `${place.line} ${question}`)).toEqual(["2 a", "4 b", "6 c", "8 d"]);
  });

  test("in short YAML that begins like JSON", () => {
    expect(read("{answers: [{question: a, answer: b}]}")).toHaveLength(1);
  });

  test.each(["yes", "017", "1:30", "2026-01-01", "0x1F", "1e3"])("%s stays what was written", (answer) => {
    expect(read(`answers:\n- question: q\n  answer: ${answer}\n`)[0]?.value).toBe(answer);
  });

  test("a question that is spoken of in an answer does not mislead the lines", () => {
    expect(read("answers:\n- question: a\n  answer: |\n    the question: b is odd\n- question: c\n  answer: d\n").map(({ place }) => place.line)).toEqual([
      2, 5,
    ]);
  });

  test("have no escape codes, whichever way they are written", () => {
    expect(read(`answers:\n- question: q\n  answer: "a\u001b[31mb"\n`)[0]?.value).toBe("ab");
    expect(read(String.raw`{"answers":[{"question":"q\u001b[0m","answer":"a\u001b]0;x\u0007b"}]}`)[0]).toMatchObject({ question: "q", value: "ab" });
    expect(fault(String.raw`{"answers":[{"question":"q\u001b[31m"}]}`)).toBe("1: the answer to q is missing, or is neither text, nor a list, nor named parts");
    expect(fault(String.raw`{"answers":[{"question":"q","answer":"a","rating":"\u001b]0;x\u0007good!"}]}`)).toContain('"good!" is not a rating');
  });

  test("a BOM and lines of another system are read", () => {
    expect(read("\ufeffanswers:\r\n- question: q\r\n  answer: a\r\n")[0]).toMatchObject({ value: "a", place: { line: 2 } });
  });

  test("an empty answer is an answer", () => {
    expect(read("answers:\n- question: q\n  answer: ''\n")[0]?.value).toBe("");
  });

  test.each([
    ["", "1: the file has no list `answers`"],
    ["just words", "1: the file has no list `answers`"],
    ["answers: none", "1: the file has no list `answers`"],
    ["[]", "1: the file has no list `answers`"],
    ["__proto__: { answers: [] }", "1: the file has no list `answers`"],
    ["answers:\n- a\n", "1: an entry is not of the form"],
    ["answers:\n- question: a\n  answer: b\n- answer: c\n", "2: an entry does not name its question"],
    ["answers:\n- question: a\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer:\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer: [[b]]\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer: { b: { c: d } }\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer: [b, [c]]\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer: { b: c, d: { e: f } }\n", "2: the answer to a is missing"],
    ["answers:\n- question: a\n  answer: b\n  seconds: 86400.5\n", '2: "86400.5" is not a number of seconds'],
    ["answers:\n- question: a\n  answer: b\n  seconds: [1, 2]\n", '2: "1,2" is not a number of seconds'],
    ["answers:\n- question: a\n  answer: b\n  seconds: soon\n", '2: "soon" is not a number of seconds'],
    ["answers:\n- question: a\n  answer: b\n  seconds: -1\n", '2: "-1" is not a number of seconds'],
    ["answers:\n- question: a\n  answer: b\n  seconds: 1e9\n", '2: "1e9" is not a number of seconds'],
    ["answers:\n- question: a\n  answer: b\n  seconds: [1]\n", "is not a number of seconds"],
    ["answers:\n- question: a\n  answer: b\n  confidence: good\n", '2: "good" is not a confidence: 1 to 5, or lost, shaky, fair, solid, nailed it'],
    ["answers:\n- question: a\n  answer: b\n  rating: best\n", '2: "best" is not a rating: again, hard, good, easy'],
    ["answers:\n- question: a\n  answer: b\n- question: c\n  answer: d\n- question: a\n  answer: e\n", "6: a is answered twice; the first answer is in line 2"],
    ["answers:\n  - question: a\n answer: b\n", "3: "],
    ['{ "answers": [', "1: "],
    ["answers: &a [*a]\n", '1: "&a" is an anchor'],
    ["answers:\n- &x {question: a, answer: b}\n- *x\n", '2: "&x" is an anchor'],
    ["answers: !!js/function 'function () {}'\n", '1: "!!js/function" is an anchor, an alias or a tag'],
    [`answers:\n${"- question: a\n".repeat(10_001)}`, "1: the file has 10001 answers; at most 10000 are read"],
    ["x".repeat(10_000_001), "1: the file has 10000001 characters; at most 10000000 are read"],
    [`answers: ${"[".repeat(100_000)}`, "1: "],
  ])("%.40j is refused with its line", (text, expected) => {
    expect(fault(text)).toContain(expected);
  });

  test("a bomb of aliases goes off nowhere", () => {
    const lines = [
      "a: &a [x, x]",
      ...[..."bcdefghijklmnopqrstuvwxyz"].map(
        (name, index) => `${name}: &${name} [*${"abcdefghijklmnopqrstuvwxyz"[index]}, *${"abcdefghijklmnopqrstuvwxyz"[index]}]`,
      ),
      "answers: *z",
    ];
    expect(fault(lines.join("\n"))).toContain("1: ");
  });

  test("prototype names are names", () => {
    const [answer] = read('{"answers":[{"question":"__proto__","answer":{"__proto__":"a","constructor":"b"}}]}');
    expect(answer?.question).toBe("__proto__");
    expect(Object.entries(answer?.value ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });
});
