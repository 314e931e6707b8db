import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDebriefFile } from "../../../src/content/debrief-file.ts";
import { CoachError } from "../../../src/domain/errors.ts";

const parse = (text: string) => parseDebriefFile("round.yaml", text);

describe("a debrief in a file", () => {
  test("is read as YAML", () => {
    const text =
      "round: case-study\ndate: 2026-12-04\nasked:\n  - How would you cut shrink?\n  - question: Tell me about a clash\n    story: 2\n    foreseen: none\nfelt: solid\noutcome: through\n";
    expect(parse(text)).toEqual({
      round: "case-study",
      day: "2026-12-04",
      asked: [
        { text: "How would you cut shrink?", story: undefined, foreseen: undefined },
        { text: "Tell me about a clash", story: "2", foreseen: "none" },
      ],
      felt: 4,
      ending: "through",
    });
  });

  test("is read as docs/answers.md shows it", () => {
    const [, block = ""] = /```yml\n(round:[\s\S]*?)```/.exec(readFileSync("docs/answers.md", "utf8")) ?? [];
    expect(parse(block)).toMatchObject({ round: "case-study", felt: 4, ending: "waiting", asked: [{}, { story: "2", foreseen: "none" }] });
  });

  test("is read as JSON, and what is left out is not known", () => {
    expect(parse('{"asked": ["Why us?"], "felt": 2}')).toEqual({
      round: undefined,
      day: undefined,
      asked: [{ text: "Why us?", story: undefined, foreseen: undefined }],
      felt: 2,
      ending: "waiting",
    });
  });

  test("loses escape codes, also those that JSON writes in letters", () => {
    expect(parse('{"asked": ["Why \\u001b]0;x\\u0007us?"]}').asked[0]?.text).toBe("Why us?");
  });

  test("without a question, or with one that is a number, is one too", () => {
    expect(parse("asked:\nround: ''").asked).toEqual([]);
    expect(parse("felt: 2")).toMatchObject({ asked: [], round: undefined });
    expect(parse('{"asked": null, "round": [1]}')).toMatchObject({ asked: [], round: undefined });
    expect(parse('{"asked": [7, {"question": " a \\n b ", "story": true}]}').asked).toEqual([
      { text: "7", story: undefined, foreseen: undefined },
      { text: "a b", story: undefined, foreseen: undefined },
    ]);
  });

  test("of the longest that is kept is kept", () => {
    expect(parse(`asked:\n${"  - a\n".repeat(200)}`).asked).toHaveLength(200);
    expect(parse(`asked:\n  - ${"a".repeat(2000)}`).asked[0]?.text).toHaveLength(2000);
  });

  test("is refused as input, with the line where YAML ends and what there is", () => {
    const refusal = (text: string) => {
      try {
        return parse(text);
      } catch (error) {
        const { fault, place, message, advice } = error as CoachError;
        return { fault, line: place?.line, message, advice };
      }
    };
    const advice = "Write `round:`, `asked:` with a list of questions, `felt:` 1 to 5 and `outcome:` waiting, through or not; docs/answers.md has an example.";
    expect(refusal("round: a\nasked: [\n")).toEqual({ fault: "input", line: 3, message: "unexpected end of the stream within a flow collection", advice });
    expect(refusal("rounds: 2")).toEqual({
      fault: "input",
      line: 1,
      message: 'there is no "rounds" in a debrief; there is round, date, asked, felt, outcome',
      advice,
    });
    expect(refusal("asked:\n  - question: a\n    storey: 2")).toMatchObject({
      message: 'there is no "storey" in a debrief; there is question, story, foreseen',
    });
    expect(refusal("null")).toMatchObject({ message: "the file is not of the form `key: value`" });
    expect(refusal('{"asked": [null]}')).toMatchObject({ message: "an entry of `asked` has no text" });
    expect(refusal("7")).toMatchObject({ message: "the file is not of the form `key: value`" });
  });

  test.each([
    ["asked: [", /./],
    ["- a", /key: value/],
    ["outcome: hired", /"hired" is not an outcome: waiting, through, not/],
    ["date: 2026-02-30", /"2026-02-30" is not a day/],
    ["felt: 9", /"9" is not how it felt/],
    ["asked: why", /`asked` is not a list/],
    ["asked:\n  - story: 2", /has no text/],
    ["asked:\n  - question: a\n    storey: 2", /there is no "storey"/],
    ["rounds: 2", /there is no "rounds"/],
    [`asked:\n${"  - a\n".repeat(201)}`, /201 questions/],
    [`asked:\n  - ${"a".repeat(2001)}`, /2001 letters/],
  ])("is refused with a reason: %s", (text, reason) => {
    expect(() => parse(text)).toThrow(CoachError);
    expect(() => parse(text)).toThrow(reason);
  });
});
