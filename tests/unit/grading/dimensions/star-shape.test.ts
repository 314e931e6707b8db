// Room: tests. The shape of a STAR answer: what is said of each part, and where the limits of the proportions lie.
import { describe, expect, it } from "vitest";
import type { StarPart } from "../../../../src/domain/question.ts";
import { judgeStarShape } from "../../../../src/grading/dimensions/star-shape.ts";
import { goodStory, receiptOf, toldStar, unmetOf, wordsAt } from "./telling.ts";

/** Parts of so many words. */
function sized(counts: Partial<Record<StarPart, number>>): Partial<Record<StarPart, string>> {
  const partOf = ([part, count]: readonly [string, number]) => [part, Array.from({ length: count }, (_, at) => `${part}${at}`).join(" ")];
  return Object.fromEntries(Object.entries(counts).map(partOf));
}

const judge = (counts: Partial<Record<StarPart, number>>) => judgeStarShape(toldStar(sized(counts)));
const reasonsOf = (judged: ReturnType<typeof judgeStarShape>) => judged?.receipts.map(({ reason }) => reason);

describe("the shape of a STAR answer", () => {
  it("is told part by part", () => {
    expect(reasonsOf(judge({ situation: 10, task: 10, action: 60, result: 20 }))).toEqual([
      "It is a story: it tells what happened once.",
      "Situation: 10 % of the words.",
      "Task: 10 % of the words.",
      "Action: 60 % of the words.",
      "Result: 20 % of the words.",
      "The Action is longer than the Situation.",
      "The Situation takes 10 % of the words.",
      "The Result has room.",
    ]);
    expect(reasonsOf(judge({ situation: 50, task: 3, action: 46, result: 1 }))?.slice(2)).toEqual([
      "Task: 3 words are too few.",
      "Action: 46 % of the words.",
      "Result: 1 word is too few.",
      "The Situation (50 words) is no shorter than the Action (46).",
      "The Situation takes 50 % of the words; a fifth is enough.",
      "The Result takes 1 % of the words.",
    ]);
    expect(reasonsOf(judge({ action: 50 }))?.slice(1, 3)).toEqual(["There is no Situation.", "There is no Task."]);
  });

  it("points to a part that is too thin, and to nothing where there is none", () => {
    const told = toldStar({ ...goodStory, task: "", result: "It went well." });
    const judged = judgeStarShape(told);
    expect(wordsAt(told, receiptOf(judged, "structure.result"))).toEqual(["It went well."]);
    expect(wordsAt(told, receiptOf(judged, "structure.result-weight"))).toEqual(["It went well."]);
    expect(wordsAt(told, receiptOf(judged, "structure.situation-short"))).toEqual([goodStory.situation]);
    expect(receiptOf(judged, "structure.task")?.evidence).toEqual([]);
    expect(receiptOf(judgeStarShape(toldStar({ ...goodStory, task: " ?! " })), "structure.task")?.evidence).toEqual([]);
    expect(receiptOf(judgeStarShape(toldStar({ action: goodStory.action })), "structure.situation-short")?.evidence).toEqual([]);
  });

  it("has a part from four words on", () => {
    expect(unmetOf(judge({ situation: 4, task: 4, action: 30, result: 4 }))).toEqual([]);
    expect(judge({ situation: 4, task: 4, action: 30, result: 4 })?.level).toBe(5);
    expect(judge({ situation: 4, task: 4, action: 30, result: 3 })?.level).toBe(3);
  });

  it("lets the Situation take three tenths, and says that a fifth is enough from there on", () => {
    const situation = (words: number) => receiptOf(judge({ situation: words, task: 10, action: 80 - words, result: 10 }), "structure.situation-short");
    expect(situation(20)).toMatchObject({ isMet: true, reason: "The Situation takes 20 % of the words." });
    expect(situation(21)).toMatchObject({ isMet: true, reason: "The Situation takes 21 % of the words; a fifth is enough." });
    expect([situation(30)?.isMet, situation(31)?.isMet]).toEqual([true, false]);
  });

  it("asks for an Action that is longer than the Situation, and a Result of eight words in a hundred", () => {
    expect(unmetOf(judge({ situation: 20, task: 40, action: 20, result: 20 }))).toEqual(["structure.action-longest"]);
    expect(unmetOf(judge({ situation: 20, task: 39, action: 21, result: 20 }))).toEqual([]);
    expect(unmetOf(judge({ situation: 20, task: 20, action: 52, result: 8 }))).toEqual([]);
    expect(unmetOf(judge({ situation: 20, task: 20, action: 53, result: 7 }))).toEqual(["structure.result-weight"]);
  });

  it("asks for what is missing first, then for what is out of proportion", () => {
    const nextOf = (counts: Partial<Record<StarPart, number>>) => judge(counts)?.next;
    expect(nextOf({ situation: 10, action: 60, result: 20 })).toBe("Add the Task: what was yours to reach, and by when.");
    expect(nextOf({ situation: 10, task: 10, result: 20 })).toBe("Add the Action: what you did, step by step.");
    expect(nextOf({ situation: 10, task: 10, action: 60 })).toBe("Add the Result: what came of it, with a number.");
    expect(nextOf({ situation: 30, task: 10, action: 30, result: 30 })).toBe(
      "Cut the Situation to what the Action will use, and give the words to what you did.",
    );
    expect(nextOf({ situation: 40, task: 5, action: 50, result: 20 })).toBe("Cut the Situation to a fifth: one sentence on the business, one on the trouble.");
    expect(nextOf({ situation: 10, task: 10, action: 75, result: 5 })).toBe(
      "Give the Result its own sentences: what changed, by how much, and what it taught you.",
    );
  });

  it("shows the sentence that makes it a story, once", () => {
    const told = toldStar(goodStory);
    expect(wordsAt(told, receiptOf(judgeStarShape(told), "structure.story"))).toEqual([goodStory.situation]);
  });
});
