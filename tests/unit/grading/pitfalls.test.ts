// Room: tests. Pitfalls that an answer steps into.
import { describe, expect, test } from "vitest";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { pitfallHits } from "../../../src/grading/pitfalls.ts";
import { readSaid } from "../../../src/grading/told.ts";
import { windowsOf } from "../../../src/grading/windows.ts";
import { openQuestion } from "./fixtures.ts";

const stepped = "The model reaches 94 percent accuracy on our test set";

function hitsIn(text: string, question = openQuestion): readonly (readonly [string, string])[] {
  const lookedFor = lookedForIn(question);
  const hits = pitfallHits(lookedFor, windowsOf(readSaid({ kind: "open", text }).sentences, lookedFor));
  return hits.map(({ id, evidence }) => [id, text.slice(evidence.start, evidence.end)]);
}

describe("a pitfall", () => {
  test("is shown once, by the first of the sentences that show it alike", () => {
    expect(hitsIn(`${stepped}. Well, there is more to be said about all that. ${stepped}.`)).toEqual([["accuracy", stepped]]);
    const lookedFor = lookedForIn(openQuestion);
    const [hit] = pitfallHits(lookedFor, windowsOf(readSaid({ kind: "open", text: `${stepped}. ${stepped}.` }).sentences, lookedFor));
    expect(hit?.evidence.start).toBe(0);
  });

  test("is shown by one sentence, not by what two of them have together", () => {
    expect(hitsIn("The model now reaches 94 percent. This is its accuracy on our test set.")).toEqual([]);
    expect(hitsIn("The model now reaches 94 percent: this is its accuracy on our test set.")).toHaveLength(1);
  });

  test("may be one of several", () => {
    const both = `${stepped}. We would roll it out to every location on the first day.`;
    expect(hitsIn(both).map(([id]) => id)).toEqual(["accuracy", "all-at-once"]);
  });

  test("that is a key point too, word for word, is none", () => {
    const [first, ...rest] = openQuestion.keyPoints;
    if (!first) throw new Error("no key point");
    const phrasings = [openQuestion.pitfalls[0]?.samples[0] ?? ""];
    expect(hitsIn(phrasings.join(""))).toHaveLength(1);
    expect(hitsIn(phrasings.join(""), { ...openQuestion, keyPoints: [{ ...first, text: "", phrasings }, ...rest] })).toEqual([]);
  });

  test("is in nothing that was not said", () => {
    expect(hitsIn("")).toEqual([]);
  });
});
