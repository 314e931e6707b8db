// Room: tests. The one thing to do next.
import { describe, expect, test } from "vitest";
import { adviceOn, type Judgeable } from "../../../src/grading/advice.ts";
import type { Dimension, Judged, Level } from "../../../src/domain/rubric.ts";
import { aMark } from "../../support/builders.ts";

const text = "We cut waste by a fifth. Finance believed it.";
const found = aMark({ id: "a", text: "Names the metric", status: "found", weight: 1 });
const missing = (fields: Parameters<typeof aMark>[0]) =>
  aMark({ id: "b", text: "Says what it is worth", status: "not-found", weight: 1, strength: 0, ...fields });

function judged(dimension: Dimension, level: Level, fields: Partial<Judged> = {}): Judged {
  return { dimension, level, anchor: "", receipts: [], next: level < 5 ? "Name the baseline." : undefined, ...fields };
}

function advise(fields: Partial<Judgeable>): string | undefined {
  return adviceOn({ kind: "open", marks: [found], pitfalls: [], flags: [], levels: [], text, ...fields });
}

describe("what to do next", () => {
  test("is nothing where nothing is left to be had", () => {
    expect(advise({})).toBeUndefined();
  });

  test("is the point that would raise the score most, after the last sentence where nothing came near", () => {
    const light = missing({ id: "c", text: "Says who acts", weight: 1 });
    const heavy = missing({ weight: 3 });
    expect(advise({ marks: [found, light, heavy] })).toBe('After "Finance believed it", add this: says what it is worth.');
  });

  test("names the sentence that came near, and without the answer's text names none", () => {
    const near = missing({ strength: 0.3, nearest: { start: 0, end: 10 } });
    expect(advise({ marks: [found, near] })).toBe('Where you say "We cut waste by a fifth", add this: says what it is worth.');
    expect(advise({ marks: [near], text: "" })).toBe("Add this: says what it is worth.");
    expect(advise({ marks: [found, missing({ strength: 0.1, nearest: { start: 0, end: 10 } })] })).toContain('After "Finance believed it"');
  });

  test("is another opening for an answer that met nothing, with its own beside it where it has one", () => {
    const near = missing({ strength: 0.3, nearest: { start: 0, end: 10 } });
    expect(advise({ marks: [near, missing({ id: "c", text: "Says who acts", weight: 1 })] })).toBe(
      'You open with "We cut waste by a fifth". Open with this instead: says what it is worth.',
    );
    expect(advise({ marks: [near], text: "..." })).toBe("Begin with this: says what it is worth.");
  });

  test("asks for more where a point is there in part, and for its own part where it stands in another", () => {
    const partly = { status: "partly", evidence: [{ start: 25, end: 32 }] } as const;
    expect(advise({ marks: [missing(partly)] })).toBe('Where you say "Finance believed it", say more of this: says what it is worth.');
    const moved = missing({ ...partly, part: "result", reason: "Found in Action, belongs in Result." });
    expect(advise({ kind: "star", marks: [moved] })).toBe('Tell "Finance believed it" under result, where it belongs: says what it is worth.');
  });

  test("keeps the capitals of abbreviations and of I", () => {
    expect(advise({ marks: [missing({ text: "SMOTE before the split leaks" })], text: "" })).toBe("Add this: SMOTE before the split leaks.");
    expect(advise({ marks: [missing({ text: "A date" })], text: "" })).toBe("Add this: a date.");
  });

  test("is a flag where it holds the score down, and a point where the flag's limit is out of reach", () => {
    const flag = { id: "repeated", reason: "Said twice.", cap: 0.2 };
    expect(advise({ marks: [found, missing({})], flags: [flag] })).toBe("Say it once, and give the time to the next point.");
    expect(advise({ marks: [found, missing({ strength: 0 })], flags: [{ ...flag, cap: 0.9 }] })).toContain("add this");
    expect(advise({ flags: [{ id: "strange", reason: "Because.", cap: 0.2 }] })).toBe("Because.");
  });

  test("is the lowest of several limits where none gains by itself", () => {
    const flags = [
      { id: "too-long", reason: "Long.", cap: 0.1 },
      { id: "empty", reason: "Empty.", cap: 0 },
      { id: "repeated", reason: "Twice.", cap: 0 },
    ];
    expect(advise({ flags })).toBe("Say one sentence, however rough: it is where marking can begin.");
  });

  test("is the pitfall with its sentence where nothing else raises the score more", () => {
    const pitfall = { id: "p", text: "Offers accuracy", advice: "Turn it into dollars", evidence: { start: 0, end: 5 } };
    expect(advise({ pitfalls: [pitfall] })).toBe('Take "We cut waste by a fifth" out: offers accuracy — turn it into dollars.');
    expect(advise({ pitfalls: [{ ...pitfall, advice: undefined }], text: "" })).toBe("Take this out: offers accuracy.");
  });

  test("is a dimension where all points are there, with the sentence that shows it", () => {
    const receipts = [{ rule: "evidence.baseline", isMet: false, reason: "No baseline.", evidence: [{ start: 0, end: 5 }] }];
    expect(advise({ levels: [judged("coverage", 2), judged("evidence", 3, { receipts })] })).toBe('You said "We cut waste by a fifth": name the baseline.');
    expect(advise({ levels: [judged("evidence", 3)] })).toBe("Name the baseline.");
    expect(advise({ levels: [judged("evidence", 5)] })).toBeUndefined();
  });

  test("is a sentence of its own for each flag, and none says again what the flag says", () => {
    const ids = ["empty", "too-short", "weak-answer-copied", "question-copied", "repeated", "keyword-list", "shuffled-words"];
    const more = ["model-pasted", "several-answers", "hedged", "not-english", "off-topic", "nothing-specific", "too-long"];
    const told = [...ids, ...more].map((id) => advise({ flags: [{ id, reason: "Because.", cap: 0.2 }] }));
    expect(new Set(told).size).toBe(14);
    for (const sentence of told) expect(sentence).toMatch(/^[A-Z](?!ecause).{20,}\.$/);
  });

  test("leaves out a limit that is out of reach", () => {
    const unmended = judged("evidence", 4, { next: undefined });
    expect(advise({ levels: [unmended], flags: [{ id: "repeated", reason: "Twice.", cap: 0.97 }] })).toBeUndefined();
  });

  test("gives the answer itself where it was to be recalled", () => {
    expect(advise({ kind: "recall", marks: [missing({ text: "Paris" })] })).toBe("The answer is: Paris.");
    const marks = [missing({ id: "a", text: "Paris" }), missing({ id: "b", text: "Rome", status: "found", strength: 1 }), missing({ id: "c", text: "Bern" })];
    expect(advise({ kind: "recall", marks })).toBe("The answers are: Paris; Bern.");
  });

  test("quotes nothing where a point is there in part and the answer is not at hand", () => {
    const partly = missing({ status: "partly", evidence: [{ start: 25, end: 32 }], part: "result" });
    expect(advise({ marks: [partly], text: "" })).toBe("Say more of this: says what it is worth.");
    const moved = { ...partly, reason: "Found in Action, belongs in Result." };
    expect(advise({ kind: "star", marks: [moved], text: "" })).toBe("Tell this under result, where it belongs: says what it is worth.");
  });

  test("asks for more of a point that is in its own part", () => {
    const partly = missing({ status: "partly", evidence: [{ start: 25, end: 32 }], part: "result", reason: "Some of its words are there." });
    expect(advise({ kind: "star", marks: [partly] })).toBe('Where you say "Finance believed it", say more of this: says what it is worth.');
  });

  test("takes a sentence for near from a quarter of the strength on", () => {
    expect(advise({ marks: [found, missing({ strength: 0.25, nearest: { start: 0, end: 10 } })] })).toContain('Where you say "We cut waste by a fifth"');
  });

  test("of a point and a dimension is the one that raises the score more", () => {
    const levels = [judged("evidence", 3), judged("ownership", 3)];
    const mostly = { ...found, weight: 19 };
    expect(advise({ marks: [mostly, missing({ weight: 1 })], levels })).toContain("says what it is worth");
    expect(advise({ marks: [{ ...mostly, weight: 39 }, missing({ weight: 1 })], levels })).toBe("Name the baseline.");
  });

  test("asks nothing of a dimension that is at its best, or that has nothing to ask", () => {
    const marks = [{ ...found, weight: 38 }, missing({}), missing({ id: "c" })];
    expect(advise({ marks, levels: [judged("evidence", 4, { next: "Name more." })] })).toBe("Name more.");
    expect(advise({ marks, levels: [judged("evidence", 5, { next: "Name more." })] })).toContain("says what it is worth");
    expect(advise({ levels: [judged("evidence", 3, { next: undefined })] })).toBeUndefined();
  });

  test("shows a dimension by what is not met, where there are words to show", () => {
    const shown = { rule: "evidence.baseline", isMet: false, reason: "No baseline.", evidence: [{ start: 25, end: 32 }] };
    const receipts = [{ ...shown, isMet: true, evidence: [{ start: 0, end: 5 }] }, { ...shown, evidence: [] }, shown];
    expect(advise({ levels: [judged("evidence", 3, { receipts })] })).toBe('You said "Finance believed it": name the baseline.');
  });

  test("is one sentence: capitals later on stay, and a full stop within ends nothing", () => {
    expect(advise({ marks: [missing({ text: "SMOTE on Monday leaks approx. twice" })], text: "" })).toBe("Add this: SMOTE on Monday leaks approx. twice.");
  });
});
