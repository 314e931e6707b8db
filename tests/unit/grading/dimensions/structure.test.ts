// Room: tests. Structure: STAR part by part, and open answers by the framework that is named.
import { describe, expect, it } from "vitest";
import type { Framework } from "../../../../src/domain/framework.ts";
import type { Mark, Status } from "../../../../src/domain/grade.ts";
import type { OpenQuestion } from "../../../../src/domain/question.ts";
import { judgeStructure } from "../../../../src/grading/dimensions/structure.ts";
import { openQuestion } from "../fixtures.ts";
import { goodStory, receiptOf, toldOpen, toldRewrite, toldStar, unmetOf, wordsAt } from "./telling.ts";

describe("the structure of a STAR answer", () => {
  it("is full with four parts and the weight on the Action", () => {
    const judged = judgeStructure(toldStar(goodStory));
    expect(judged?.level).toBe(5);
    expect(judged?.next).toBeUndefined();
  });

  it("is not judged when nothing was said", () => {
    expect(judgeStructure(toldStar({}))).toBeUndefined();
    expect(judgeStructure(toldStar({ situation: " ?! " }))).toBeUndefined();
  });

  it("rises with each part that is there", () => {
    const { situation, task, action, result } = goodStory;
    expect(judgeStructure(toldStar({ action }))?.level).toBe(1);
    expect(judgeStructure(toldStar({ situation, action }))?.level).toBe(2);
    expect(judgeStructure(toldStar({ situation, action, result }))?.level).toBe(3);
    const judged = judgeStructure(toldStar({ task, action, result }));
    expect(unmetOf(judged)).toEqual(["structure.situation"]);
    expect(judged?.next).toBe("Add the Situation in a sentence or two: where it was, and what was at stake.");
  });

  it("takes three words for no part", () => {
    const judged = judgeStructure(toldStar({ ...goodStory, result: "It went well." }));
    expect(judged?.level).toBe(3);
    expect(receiptOf(judged, "structure.result")?.reason).toBe("Result: 3 words are too few.");
  });

  it("names a Situation that is longer than the Action, with its words", () => {
    const told = toldStar({ ...goodStory, situation: goodStory.action, action: goodStory.situation });
    const judged = judgeStructure(told);
    expect(judged?.level).toBe(3);
    expect(wordsAt(told, receiptOf(judged, "structure.action-longest"))).toEqual([goodStory.action]);
    expect(judged?.next).toContain("Cut the Situation");
  });

  it("says which share of the words the Situation takes", () => {
    const told = toldStar(goodStory);
    expect(receiptOf(judgeStructure(told), "structure.situation-short")).toMatchObject({ isMet: true, reason: "The Situation takes 10 % of the words." });
    const long = judgeStructure(toldStar({ ...goodStory, situation: `${goodStory.situation} ${goodStory.result} ${goodStory.task}` }));
    expect(receiptOf(long, "structure.situation-short")?.reason).toMatch(/takes 3\d % of the words; a fifth is enough/);
    expect(long?.level).toBeLessThan(5);
  });

  it("names a Result that is an afterthought", () => {
    const judged = judgeStructure(toldStar({ ...goodStory, result: "It all went quite well." }));
    expect(unmetOf(judged)).toEqual(["structure.result-weight"]);
    expect(judged?.level).toBe(4);
  });

  it("leaves an answer that is no story low, and shows the sentences that make it an opinion", () => {
    const told = toldStar({
      situation: "Conflicts between teams are common in big companies.",
      task: "It is important to keep everybody aligned on the goal.",
      action: "I would listen to both sides first. Then you should find a common metric, and I would write it down for both of them.",
      result: "People should leave with one number that both can live with.",
    });
    const judged = judgeStructure(told);
    expect(judged?.level).toBe(2);
    expect(receiptOf(judged, "structure.story")?.reason).toBe("It reads as an opinion, not as a story of one time.");
    expect(wordsAt(told, receiptOf(judged, "structure.story"))).toContain("I would listen to both sides first.");
    expect(judged?.next).toContain("Tell one time");
  });

  it("reads a part that holds nothing but blanks as missing", () => {
    expect(unmetOf(judgeStructure(toldStar({ ...goodStory, task: "  \n " })))).toContain("structure.task");
  });
});

const place = { file: "frameworks/triangle.md", line: 1, column: 1 };
const triangle: Framework = {
  id: "triangle",
  title: "Triangle",
  company: undefined,
  shape: "triangle",
  about: "",
  when: "",
  parts: [
    { id: "metric", name: "Business metric", asks: "Which store number moves, from what baseline?", cues: ["shrink, basket size, empty shelves"], also: [] },
    {
      id: "lever",
      name: "AI leverage",
      asks: "What does the model predict, and which decision changes?",
      cues: ["demand forecast with uncertainty"],
      also: [],
    },
    { id: "road", name: "Execution roadmap", asks: "How does it reach the stores, with which monitoring?", cues: ["pilot, gate, rollout cadence"], also: [] },
  ],
  prompts: [],
  weak: undefined,
  strong: undefined,
  sources: [],
  place,
};

/** A question whose key points belong to these parts; a mark has the id of its key point. */
function questionOn(marks: readonly Mark[]): OpenQuestion {
  return { ...openQuestion, keyPoints: marks.map(({ id, part }) => ({ id, text: id, weight: 1, part, phrasings: [] })) };
}

function mark(part: string, start: number, status: Status = "found"): Mark {
  return { id: part, text: part, weight: 1, status, strength: 1, part, evidence: status === "not-found" ? [] : [{ start, end: start + 5 }] };
}

describe("the structure of an open answer", () => {
  const text =
    "The shelves are empty at a baseline of eight percent. A demand forecast changes the order decision. The pilot comes first, with a gate before the rollout.";
  const judge = (marks: readonly Mark[], framework: Framework | undefined = triangle) =>
    judgeStructure(toldOpen(text, { marks, framework, question: questionOn(marks) }));

  it("is not judged without a framework, nor for a rewrite, nor for an empty answer", () => {
    expect(judgeStructure(toldOpen(text))).toBeUndefined();
    expect(judgeStructure(toldRewrite(text, { framework: triangle }))).toBeUndefined();
    expect(judgeStructure(toldOpen("", { framework: triangle }))).toBeUndefined();
    expect(judge([], { ...triangle, parts: [] })).toBeUndefined();
  });

  it("is full with every part in order", () => {
    expect(judge([mark("metric", 0), mark("lever", 60), mark("road", 110)])?.level).toBe(5);
  });

  it("names the part that is missing by what it asks", () => {
    const judged = judge([mark("metric", 0), mark("lever", 60), mark("road", 0, "not-found")]);
    expect(judged?.level).toBe(3);
    expect(judged?.next).toBe("Answer this too (Execution roadmap): How does it reach the stores, with which monitoring?");
  });

  it("falls with each part that is missing", () => {
    expect(judge([mark("metric", 0), mark("lever", 0, "not-found"), mark("road", 0, "not-found")])?.level).toBe(2);
    expect(judge([mark("metric", 0, "not-found"), mark("lever", 0, "not-found")])?.level).toBe(1);
  });

  it("takes a level for parts out of order, and one for a part that is only touched", () => {
    const late = judge([mark("metric", 110), mark("lever", 60), mark("road", 120)]);
    expect(late?.level).toBe(4);
    expect(unmetOf(late)).toEqual(["structure.order"]);
    expect(receiptOf(late, "structure.order")?.reason).toBe("AI leverage comes before what it rests on.");
    expect(judge([mark("metric", 0), mark("lever", 60, "partly"), mark("road", 110)])?.level).toBe(4);
  });

  it("asks no order of a matrix", () => {
    expect(judge([mark("metric", 110), mark("lever", 60), mark("road", 0)], { ...triangle, shape: "matrix" })?.level).toBe(5);
  });

  it("finds the parts by their own words where no key point belongs to them", () => {
    const judged = judge([]);
    expect(judged?.level).toBe(5);
    expect(judgeStructure(toldOpen("I like to work with people, and the weather was fine.", { framework: triangle }))?.level).toBe(1);
  });
});

describe("the structure of a story told in one piece", () => {
  const question = { ...openQuestion, prompt: "Tell me about a time you changed a decision." };
  const judge = (text: string) => judgeStructure(toldOpen(text, { question, framework: triangle }));
  const story = "Our depots threw away much fish. I traced the cause with the buyers. I decided to fix their sheet. After ten weeks waste fell by a third.";

  it("is full when deeds begin in time and what came of them is told", () => {
    expect(judge(story)?.level).toBe(5);
  });

  it("takes a level for a long opening and one for an open end", () => {
    const opening = `${"Our depots were large, and the company was old and had many habits. ".repeat(3)}${story}`;
    expect(unmetOf(judge(opening))).toEqual(["structure.action"]);
    const open = judge("Our depots threw away much fish. I traced the cause with the buyers. I wrote a new sheet for them.");
    expect(open?.level).toBe(4);
    expect(open?.next).toBe("End with what came of it, and a number for it.");
  });

  it("is low where nothing was done, and lower where there is no story", () => {
    const idle = judge("There was a lot of waste. It was bad for the company. Then it was different.");
    expect([idle?.level, idle?.next]).toEqual([3, "Tell what you did, step by step."]);
    expect(judge("I would listen first. You should never decide alone.")?.level).toBe(2);
    expect(judge("")).toBeUndefined();
  });

  it("reads notes that leave the I out", () => {
    expect(judge("Fish waste, 9 %. Traced the cause. Fixed the sheet. Fell to 6 %.")?.level).toBe(5);
  });
});
