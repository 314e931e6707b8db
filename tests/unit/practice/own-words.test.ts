import { expect, test } from "vitest";
import type { OwnPhrasing } from "../../../src/domain/phrasing.ts";
import type { Stage, Turn } from "../../../src/practice/ports.ts";
import { offerPhrasings } from "../../../src/practice/own-words.ts";
import { anAttempt } from "../../support/attempts.ts";
import { aCase, aGrade, aMark } from "../../support/builders.ts";

const text = "Holes on the shelf fell from eight to five in a hundred. I asked the buyers before anything moved.";

function aTurn(): Turn {
  const answer = { body: { kind: "open", text }, seconds: 9, timedOut: false, overtime: 0, hints: 0, paused: 0 } as const;
  const grade = aGrade({ marks: ["a", "b", "c", "d", "e", "toString"].map((id) => aMark({ id })) });
  return { asked: aCase({ kind: "open" }), answer, grade, attempt: anAttempt({ question: "d/open" }), score: 0.5 };
}

function aStage(pick: number) {
  const asked: string[] = [];
  const accepted: OwnPhrasing[] = [];
  const stage = {
    interviewer: {
      phrase: (mark: { readonly id: string }, sentences: readonly string[]) => {
        asked.push(mark.id);
        return Promise.resolve(sentences[pick]);
      },
    },
    log: { accept: (phrasing: OwnPhrasing) => Promise.resolve(void accepted.push(phrasing)) },
  } as unknown as Stage;
  return { stage, asked, accepted };
}

test("words are asked for three key points at most, and only for those that were raised to found", async () => {
  const { stage, asked, accepted } = aStage(0);
  await offerPhrasings(stage, aTurn(), { a: "found", b: "partly", c: "found", d: "found", e: "found" });
  expect(asked).toEqual(["a", "c", "d"]);
  expect(accepted.map(({ question, keyPoint }) => [question, keyPoint])).toEqual([
    ["d/open", "a"],
    ["d/open", "c"],
    ["d/open", "d"],
  ]);
});

test("a key point that nobody touched is not asked for, whatever its name", async () => {
  const { stage, asked } = aStage(0);
  await offerPhrasings(stage, aTurn(), {});
  expect(asked).toEqual([]);
});

test("nothing is kept when nothing is picked", async () => {
  const { stage, asked, accepted } = aStage(9);
  await offerPhrasings(stage, aTurn(), { a: "found" });
  expect([asked, accepted]).toEqual([["a"], []]);
});
