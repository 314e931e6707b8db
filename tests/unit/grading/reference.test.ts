// Room: tests. Marks by reference answers: whole for the reference, none for nothing, and the middle between right and wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AskedByReferences, readReferences, scoreAgainst } from "../../../src/grading/reference.ts";
import { wordsOf } from "../../../src/language/words.ts";

const question = "How did you separate the salt from the water?";
const reference = "The water was evaporated, leaving the salt.";
const scoreBy = (asked: AskedByReferences, answer: string): number => scoreAgainst(readReferences(asked), wordsOf(answer));
const score = (answer: string, references: readonly string[] = [reference]): number => scoreBy({ question, references }, answer);

describe("marking by references", () => {
  test("gives all of it for a reference word for word, whatever its length and number", () => {
    for (const references of [
      [reference],
      ["Evaporation."],
      [reference, "We let it dry in the sun for some days."],
      ["How did you separate the salt from the water?"],
    ]) {
      for (const answer of references) expect(score(answer, references)).toBe(1);
    }
  });

  test("gives nothing where there is nothing to compare", () => {
    expect(score("")).toBe(0);
    expect(score("...")).toBe(0);
    expect(score("Something", [])).toBe(0);
  });

  test("puts right answers in other words above the middle, and wrong ones below it", () => {
    for (const right of ["Let the water evaporate and the salt is left behind.", "It evaporated the water and left the salt", "by evaporating all the water"]) {
      expect(score(right)).toBeGreaterThanOrEqual(0.5);
    }
    for (const wrong of ["I used a magnet for the iron.", "With a filter paper and a funnel.", "I do not know."]) {
      expect(score(wrong)).toBeLessThan(0.5);
    }
  });

  test("counts words of the question for little", () => {
    const answer = "The salt and the water.";
    const asked = (prompt: string): number => scoreBy({ question: prompt, references: [reference] }, answer);
    expect(asked("How did you separate the salt from the water?")).toBeLessThan(asked("What happened?") - 0.05);
  });

  test("counts a figure as the question's own only where the question has that very figure", () => {
    const scoreIn = (prompt: string) => scoreBy({ question: prompt, references: ["Each shop loses $400 by it"] }, "It is $400.");
    expect(scoreIn("How far did $9,000 go?")).toBe(scoreIn("How far did we go?"));
    expect(scoreIn("How far did $400 go?")).toBeLessThan(scoreIn("How far did we go?"));
  });

  test("gives the same mark on any machine", () => {
    const marks = ["Let the water evaporate and the salt is left behind.", "evaporated", "I used a magnet for the iron."].map((answer) => score(answer));
    expect(marks.map((mark) => mark.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.667667828",
        "0.594944023",
        "0.252052770",
      ]
    `);
  });

  test("takes half of a reference for about half right, also where it has no word of the question", () => {
    const half = scoreBy({ question: "What next?", references: ["Evaporation separates solids gently"] }, "evaporation separates");
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.7);
  });

  test("counts the nearest reference", () => {
    const other = "A magnet pulls the iron out.";
    expect(score("A magnet pulls the iron out of it.", [reference, other])).toBeGreaterThan(0.8);
    expect(score("Nothing of the kind happened.", [reference, other])).toBeLessThan(0.3);
  });

  test("counts a match by one of several references for less, as one of many is met by chance", () => {
    const answer = "The water went away.";
    const far = ["A magnet pulls out iron.", "Sieves hold back stones.", "Oil floats."];
    expect(score(answer, [reference, ...far])).toBeLessThan(score(answer));
    expect(score(answer, [reference, ...far, "Sand sinks.", "Air rises."])).toBe(score(answer, [reference, ...far]));
  });

  test("lies between 0 and 1 for any words", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const mark = score(first, [second]);
        expect(mark).toBeGreaterThanOrEqual(0);
        expect(mark).toBeLessThanOrEqual(1);
      }),
    );
  });
});
