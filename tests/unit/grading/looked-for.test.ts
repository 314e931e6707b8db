// Room: tests. What is looked for in the answers to one question.
import { expect, test } from "vitest";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { wordsOf } from "../../../src/language/words.ts";
import { gradeOpen, openQuestion, rewriteQuestion } from "./fixtures.ts";

const stemsIn = (text: string) => wordsOf(text).flatMap(({ stems }) => stems);

test("a question is read once", () => {
  expect(lookedForIn(openQuestion)).toBe(lookedForIn(openQuestion));
});

test("the question's words are those of its prompt and its title, each word by itself", () => {
  const question = { ...openQuestion, title: "Backroom sensors", prompt: "Fewer empty shelves" };
  expect([...lookedForIn(question).subject.asked].toSorted()).toEqual(stemsIn("backroom empty fewer sensors shelves").toSorted());
});

test("the words of a weak answer are the question's too", () => {
  const question = { ...rewriteQuestion, title: "Merchants", prompt: "Rewrite this", weak: "Our transformer improved accuracy" };
  expect([...lookedForIn(question).subject.asked].toSorted()).toEqual(stemsIn("accuracy improved merchants rewrite transformer").toSorted());
});

test("another figure in the question does not make that of a key point the question's own", () => {
  const keyPoints = [{ id: "worth", text: "Its worth", weight: 1, part: undefined, phrasings: ["a point pays every shop $400"] }];
  const strengthIn = (prompt: string) => gradeOpen("I expect $400 from it.", { ...openQuestion, title: "Shelves", prompt, keyPoints }).marks[0]?.strength ?? 0;
  const plain = strengthIn("You have money and a quarter: what now?");
  expect(strengthIn("You have $9,000 and a quarter: what now?")).toBe(plain);
  expect(strengthIn("You have $400 and a quarter: what now?")).toBeLessThan(plain);
});

test("phrasings that any answer has find nothing, and make those beside them no easier to meet", () => {
  const pointWith = (...phrasings: readonly string[]) => ({ id: "worth", text: "Its worth", weight: 1, part: undefined, phrasings });
  const strengthOf = (...phrasings: readonly string[]) =>
    gradeOpen("I would ask the people of the store what a point is for.", { ...openQuestion, keyPoints: [pointWith(...phrasings)] }).marks[0]?.strength;
  expect(strengthOf("the", "of a", "*")).toBe(0);
  const sound = "a point pays every shop $400";
  expect(strengthOf(sound, "the", "of a", "*")).toBeLessThanOrEqual(strengthOf(sound) ?? 0);
});
