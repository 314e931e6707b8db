// Room: tests. The two gates: answers with the least or the most that marking may give them, and what it does give.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import type { AnswerBody } from "../../src/domain/answer.ts";
import { caseFrom } from "../../src/domain/case.ts";
import type { OpenQuestion, Question, RewriteQuestion, StarPart, StarQuestion } from "../../src/domain/question.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";
import { sentencesOf } from "../../src/language/sentences.ts";

/** Tests and benchmarks are run from the root; a benchmark is bundled elsewhere. */
const home = process.cwd();

/** A question that is answered in sentences, and its model answer. */
export interface Discussed {
  readonly question: OpenQuestion | StarQuestion | RewriteQuestion;
  readonly model: string;
}

/** What was said: whole, or by the parts of a story. */
export type Said = string | Readonly<Record<StarPart, string>>;

/** An answer that went to the gate. */
export interface Tried {
  readonly name: string;
  readonly question: Discussed["question"];
  readonly said: Said;
}

/** The library that ships. */
export const { library } = readLibrary(rootsOf(home), (file) => file);

/** Every question of the decks that is answered in sentences. */
export const discussed: readonly Discussed[] = library.decks.flatMap((deck) => deck.questions).flatMap((question) => discussedIf(question));

/** The question with its model answer, where it is one that is answered in sentences. */
export function discussedIf(question: Question): readonly Discussed[] {
  if (question.kind !== "open" && question.kind !== "star" && question.kind !== "rewrite") return [];
  if (question.model === undefined) throw new Error(`${question.id} has no model answer`);
  return [{ question, model: question.model }];
}

/** About so many of them, spread evenly over the decks: to change every answer in every way would take a quarter of an hour. */
export function spread<T>(all: readonly T[], about: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / about));
  return all.filter((_, index) => index % step === 0);
}

/** The questions without their model answers: what is said in the words of these is then no pasted model answer. */
export const withoutModels: readonly Discussed[] = discussed.map(({ question, model }) => ({ question: { ...question, model: undefined }, model }));

/** Written answers: one a line, with the question's id, a style and what was said. */
export function readFixture(name: string): readonly (Tried & { readonly style: string })[] {
  const lines = readFileSync(join(home, "tests/fixtures", name), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, index) => {
    const { question: id, style, answer } = JSON.parse(line) as { readonly question: string; readonly style: string; readonly answer: Said };
    const asked = discussed.find(({ question }) => question.id === id);
    if (!asked) throw new Error(`${name}:${index + 1}: no question ${id}`);
    return { name: `${name}:${index + 1} ${style}`, style, question: asked.question, said: answer };
  });
}

/** 0 to 1. */
export function scoreOf({ question, said }: Tried): number {
  return gradeAnswer(caseFrom(library, question, 0), bodyOf(question, said)).score;
}

/** The answers whose score is out of bounds, each told in a line. */
export function breachesOf(tried: readonly Tried[], isBreach: (score: number) => boolean): readonly string[] {
  return tried.flatMap((answer) => {
    const score = scoreOf(answer);
    return isBreach(score) ? [`${score.toFixed(2)} ${answer.name} → ${answer.question.id}`] : [];
  });
}

function bodyOf({ kind }: Discussed["question"], said: Said): AnswerBody {
  if (kind === "star") return { kind, parts: typeof said === "string" ? inParts(said) : said };
  if (typeof said !== "string") throw new Error("only a story has parts");
  return { kind, text: said };
}

/** A story told in one go, as parts: by its paragraphs, of which the middle ones are the action, or in four equal runs of sentences. */
export function inParts(text: string): Readonly<Record<StarPart, string>> {
  const paragraphs = text.split(/\n\s*\n/);
  const sentences = sentencesIn(text);
  const pieces = paragraphs.length < 4 ? sentences : paragraphs;
  const ends = paragraphs.length < 4 ? [0.25, 0.5, 0.75].map((share) => Math.ceil(sentences.length * share)) : [1, 2, paragraphs.length - 1];
  const part = (from: number | undefined, to: number | undefined) => pieces.slice(from, to).join(" ");
  return { situation: part(0, ends[0]), task: part(ends[0], ends[1]), action: part(ends[1], ends[2]), result: part(ends[2], undefined) };
}

export function sentencesIn(text: string): readonly string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}
