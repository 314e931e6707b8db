import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Stock } from "../../../src/domain/case.ts";
import { practiceOf } from "../../../src/domain/framework-practice.ts";
import type { Question } from "../../../src/domain/question.ts";
import { rootIndexOf, rowOf, stretchOf, wordsKnown } from "../../../src/grading/root-index.ts";
import { rootsOf } from "../../../src/language/roots.ts";
import { aDeck, aFramework, aQuestion } from "../../support/builders.ts";
import { aMemory } from "../../support/memory.ts";
import { openQuestion, starQuestion } from "./fixtures.ts";

const choice = aQuestion({ kind: "choice", id: "a/choice" });
const rewrite = aQuestion({ kind: "rewrite", id: "b/rewrite" });
const place = { file: "test.md", line: 1, column: 1 };
const prompts = ["one", "two"].map((id) => ({ id, title: id, text: `What of ${id}?`, minutes: 3, phrasings: {}, model: undefined, place }));
const framework = aFramework({ prompts });
const { apply } = practiceOf(framework);
const decks = [aDeck({ id: "a", questions: [choice, openQuestion] }), aDeck({ id: "b", questions: [starQuestion, choice, rewrite] })];
const stock: Stock = { decks, frameworks: [framework] };
const discussed = [openQuestion, starQuestion, rewrite, ...apply];

/** What an index says, by words that are easier to read than its columns. */
function told(index: ReturnType<typeof rootIndexOf>) {
  const questions = [...index.sizes.keys()].map((row) => index.question(row)?.id);
  const known = [...index.roots].map((root) => {
    const { from, to } = stretchOf(index, root);
    return [root, [...index.rows.subarray(from, to)]] as const;
  });
  return { questions, known, sizes: [...index.sizes] };
}

describe("the questions of a stock by their roots", () => {
  test("are those that are answered in sentences, of its decks and then of its frameworks", () => {
    expect(apply.length).toBeGreaterThan(0);
    expect(told(rootIndexOf(stock)).questions).toEqual(discussed.map(({ id }) => id));
  });

  test("are found by every root that they know, and by no other", () => {
    const { known, sizes } = told(rootIndexOf(stock));
    const roots = discussed.map((question) => rootsOf(wordsKnown(question)));
    const every = [...new Set(roots.flatMap((some) => [...some]))].toSorted((a, b) => a - b);
    expect(known).toEqual(every.map((root) => [root, [...roots.keys()].filter((row) => roots[row]?.has(root))]));
    expect(sizes).toEqual(roots.map(({ size }) => size));
  });

  test("are at no place for a root that none knows: below all, above all, or between", () => {
    const index = rootIndexOf(stock);
    const gap = [...index.roots].findIndex((root, at) => (index.roots[at + 1] ?? 0) > root + 1);
    const none = [0, (index.roots.at(-1) ?? 0) + 1, (index.roots[gap] ?? 0) + 1];
    expect(none.filter((root) => index.roots.includes(root))).toEqual([]);
    for (const root of none) expect(stretchOf(index, root)).toEqual({ from: 0, to: 0 });
  });

  test("have their rows by their ids, and are the same at every call", () => {
    const index = rootIndexOf(stock);
    expect(discussed.map(({ id }) => rowOf(index, id))).toEqual([...discussed.keys()]);
    expect(["a/choice", `${starQuestion.id}/60s`, ""].map((id) => rowOf(index, id))).toEqual([-1, -1, -1]);
    expect(index.question(0)).toBe(openQuestion);
    expect(index.question(3)).toBe(index.question(3));
    expect(index.question(discussed.length)).toBeUndefined();
  });

  test("whose ids have the same hash are told apart", () => {
    // Two words of FNV-1a's 32 bits that are known to fall together.
    const ids = ["costarring", "liquid"];
    const questions = ids.map((id) => aQuestion({ kind: "open", id }));
    const index = rootIndexOf({ decks: [aDeck({ questions })], frameworks: [] });
    expect(index.hashes[0]).toBe(index.hashes[1]);
    expect(ids.map((id) => rowOf(index, id))).toEqual([0, 1]);
  });
});

describe("an index that was kept", () => {
  test("says the same as the one that was made", () => {
    const memory = aMemory();
    const made = rootIndexOf({ ...stock, memory });
    expect(memory.recall("roots")).toBeDefined();
    expect(told(rootIndexOf({ ...stock, memory }))).toEqual(told(made));
    expect(told(made)).toEqual(told(rootIndexOf(stock)));
  });

  test("is taken up without a look at any question", () => {
    const memory = aMemory();
    rootIndexOf({ ...stock, memory });
    const closed = decks.map((deck) => ({
      ...deck,
      get questions(): readonly Question[] {
        throw new Error("was read");
      },
    }));
    const index = rootIndexOf({ decks: closed, frameworks: [framework], memory });
    expect(index.sizes).toHaveLength(discussed.length);
    expect(() => index.question(0)).toThrow("was read");
  });

  test("is made anew where its columns are not as long as they say", () => {
    const whole = aMemory();
    const right = told(rootIndexOf({ ...stock, memory: whole }));
    const numbers = whole.recall("roots") ?? new Uint32Array();
    for (const wrong of [numbers.subarray(0, -1), Uint32Array.of(...numbers, 0), new Uint32Array(), Uint32Array.of(9, 9, 9)]) {
      const memory = aMemory();
      memory.keep("roots", wrong);
      expect(told(rootIndexOf({ ...stock, memory }))).toEqual(right);
      expect(memory.recall("roots")).toEqual(numbers);
    }
  });

  test("is the one that was made, whatever the questions say", () => {
    const words = fc
      .array(fc.constantFrom("shelf", "shelves", "price", "team", "a", "Überall", "cost", "don't"), { maxLength: 12 })
      .map((some) => some.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 8 }), (texts) => {
        const questions = texts.map(([title, prompt], at) => aQuestion({ kind: "open", id: `d/${at}`, title, prompt, keyPoints: [] }));
        const memory = aMemory();
        const some: Stock = { decks: [aDeck({ id: "d", questions })], frameworks: [] };
        const made = told(rootIndexOf({ ...some, memory }));
        expect(told(rootIndexOf({ ...some, memory }))).toEqual(made);
        expect(made.sizes).toEqual(questions.map((question) => rootsOf(wordsKnown(question)).size));
      }),
    );
  });
});
