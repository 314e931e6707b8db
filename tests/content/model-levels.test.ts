// Room: tests. The decks' own model answers are told well, by the rules that judge everybody's.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import type { AnswerBody } from "../../src/domain/answer.ts";
import { drawCase } from "../../src/domain/case.ts";
import { frameworkOf } from "../../src/domain/framework.ts";
import type { Question } from "../../src/domain/question.ts";
import { type Dimension, dimensions } from "../../src/domain/rubric.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../..")), (absolute) => absolute);

/** A model answer as somebody would have given it: a story by its paragraphs, of which the middle ones are the Action. */
function bodyOf(question: Question): AnswerBody | undefined {
  if (!("model" in question) || question.model === undefined) return undefined;
  if (question.kind !== "star") return { kind: question.kind, text: question.model };
  const [situation = "", task = "", ...rest] = question.model.split(/\n\s*\n/);
  return { kind: "star", parts: { situation, task, action: rest.slice(0, -1).join("\n\n"), result: rest.at(-1) ?? "" } };
}

const levels = library.decks
  .flatMap((deck) => deck.questions)
  .flatMap((question) => {
    const body = bodyOf(question);
    return body ? gradeAnswer(drawCase(question, 0, frameworkOf(question, library.frameworks)), body).levels.map((judged) => ({ ...judged, question })) : [];
  });

test.each(dimensions.map((dimension): [Dimension] => [dimension]))("model answers are at level 4 or 5 in %s, but for one in twenty", (dimension) => {
  const own = levels.filter((judged) => judged.dimension === dimension);
  const low = own
    .filter(({ level }) => level < 4)
    .map(({ question, level, receipts }) => `${question.id} ${level} ${receipts.filter(({ isMet }) => !isMet).map(({ rule }) => rule)}`);
  expect(own.length).toBeGreaterThan(20);
  expect(low.length, low.join("\n")).toBeLessThanOrEqual(own.length / 20);
});
