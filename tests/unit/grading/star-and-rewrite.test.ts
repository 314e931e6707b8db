// Room: tests. STAR part by part; rewrites, pitfalls first.
import { describe, expect, test } from "vitest";
import { answerText } from "../../../src/domain/answer.ts";
import type { StarPart } from "../../../src/domain/question.ts";
import { weightedShare } from "../../../src/grading/marking.ts";
import { grade, idsOf, rewriteQuestion, starQuestion } from "./fixtures.ts";

const parts = {
  situation: "Our service had about half a million customers, and churn was costing two million a year.",
  task: "My goal was to restore it within four weeks.",
  action: "I compared the feature distributions before and after the release.",
  result: "False alarms fell by a third, and refunds with them.",
};
const tell = (changed: Partial<Record<StarPart, string>>) => grade(starQuestion, { kind: "star", parts: { ...parts, ...changed } });

describe("STAR", () => {
  test("finds each point in its own part, and names the part", () => {
    const marked = tell({});
    expect(weightedShare(marked.marks)).toBe(1);
    expect(marked.marks.map((mark) => mark.part)).toEqual(["situation", "task", "action", "result"]);
  });

  test("counts a point half that stands in another part, and says where", () => {
    const marked = tell({ action: `${parts.action} ${parts.result}`, result: "" });
    const effect = marked.marks.find((mark) => mark.id === "effect");
    expect([effect?.status, effect?.reason]).toEqual(["partly", "Found in Action, belongs in Result."]);
    expect(effect?.credit).toBe(0.5);
    expect(weightedShare(marked.marks)).toBe(0.875);
    expect(marked.next).toBe('Tell "False alarms fell by a third, and refunds with them" under result, where it belongs: what came of it.');
  });

  test("does not say where a point is that was not found", () => {
    const effect = tell({ result: "", action: `${parts.action} I wrote up what the refunds had been before all this began.` }).marks[3];
    expect(effect?.strength).toBeGreaterThan(0);
    expect([effect?.status, effect?.reason, effect?.part]).toEqual(["not-found", undefined, "result"]);
  });

  test("shows evidence at its place in the whole answer, also when a part is empty", () => {
    const answered = { ...parts, task: "" };
    const text = answerText({ kind: "star", parts: answered });
    const effect = tell({ task: "" }).marks.find((mark) => mark.id === "effect");
    const [span] = effect?.evidence ?? [];
    expect(parts.result).toContain(text.slice(span?.start, span?.end));
    expect(span?.start).toBeGreaterThanOrEqual(text.indexOf(parts.result));
  });

  test("an empty story scores 0", () => {
    const marked = tell({ situation: "", task: "", action: "", result: "" });
    expect([marked.score, marked.flags.map((flag) => flag.id)]).toEqual([0, ["empty"]]);
  });
});

describe("a rewrite", () => {
  const good = "The new ordering saves about $1,200 in each store every week, and managers order once instead of three times.";
  const say = (text: string) => grade(rewriteQuestion, { kind: "rewrite", text });

  test("with every point and no pitfall is worth all", () => {
    const marked = say(good);
    expect([weightedShare(marked.marks), marked.pitfalls]).toEqual([1, []]);
    expect(marked.score).toBeGreaterThan(0.95);
  });

  test("that keeps the pitfall is told of it first, and can be worth six tenths", () => {
    const marked = say(`We improved from 88 to 94 percent accuracy. ${good}`);
    expect(marked.pitfalls.map((hit) => hit.id)).toEqual(["accuracy"]);
    expect(marked.score).toBe(0.6);
    expect(marked.next).toBe('Take "We improved from 88 to 94 percent accuracy" out: keeps the accuracy as the headline — put the money first.');
  });

  test.each([
    ["word for word", rewriteQuestion.weak],
    ["with a word changed", rewriteQuestion.weak.replace("validation", "hold-out")],
    ["with a flourish", `${rewriteQuestion.weak} Really great.`],
  ])("that is the weak answer %s scores 0 with a flag", (_, text) => {
    const marked = say(text);
    expect([marked.score, marked.flags.map((flag) => flag.id)]).toEqual([0, ["weak-answer-copied"]]);
  });

  test("names the missing point when the pitfall is gone", () => {
    const marked = say("Managers order once now instead of three times.");
    expect(idsOf(marked, "not-found")).toEqual(["dollars"]);
    expect(marked.next).toMatch(/^After "Managers order once now instead .*", add this: dollars per store\.$/);
  });
});
