// Room: terminal. Answers from a file or a pipe: no keyboard, no clock. Touches nothing.
import type { Answer, AnswerBody } from "../domain/answer.ts";
import { CoachError } from "../domain/errors.ts";
import { type ChoiceQuestion, type OrderQuestion, type Question, type SortQuestion, sortItems, starParts } from "../domain/question.ts";
import type { ScriptedAnswer, ScriptedValue } from "../domain/scripted.ts";
import type { Interviewer, Reply } from "../practice/ports.ts";

/** An interviewer that gives the scripted answers, by question. A question without one is skipped. Marks are never corrected; how well it went, and how well it was remembered, is told where the file says so. */
export function createScript(answers: readonly ScriptedAnswer[]): Interviewer {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  return {
    ask: (asked, timing) => Promise.resolve(replyOf(asked.question, byQuestion.get(asked.question.id), timing.seconds)),
    feel: (asked) => Promise.resolve({ type: "said", confidence: byQuestion.get(asked.question.id)?.confidence }),
    correct: () => Promise.resolve(undefined),
    phrase: () => Promise.resolve(undefined),
    rating: (asked) => byQuestion.get(asked.question.id)?.rating,
  };
}

function replyOf(question: Question, scripted: ScriptedAnswer | undefined, allowed: number | undefined): Reply {
  if (!scripted) return { type: "skip" };
  const seconds = scripted.seconds ?? 0;
  const over = allowed === undefined ? 0 : Math.max(0, seconds - allowed);
  const answer: Answer = { body: bodyOf(question, scripted), seconds, timedOut: over > 0, overtime: over, hints: 0, paused: 0 };
  return { type: "answer", answer };
}

/** What a scripted value says to a question. Throws a CoachError (input) when it cannot be an answer to it. */
export function bodyOf(question: Question, scripted: ScriptedAnswer): AnswerBody {
  const { value } = scripted;
  switch (question.kind) {
    case "choice":
      return { kind: "choice", chosen: chosenIn(question, scripted) };
    case "recall":
      return { kind: "recall", texts: typeof value === "string" ? value.split(";").map((text) => text.trim()) : listOf(scripted) };
    case "numeric":
      return { kind: "numeric", text: textOf(scripted) };
    case "order":
      return { kind: "order", order: orderIn(question, scripted) };
    case "sort":
      return { kind: "sort", buckets: bucketsIn(question, scripted) };
    case "star":
      return { kind: "star", parts: partsOf(scripted) };
    case "open":
    case "rewrite":
      return { kind: question.kind, text: textOf(scripted) };
  }
}

function wrong(scripted: ScriptedAnswer, message: string): CoachError {
  return new CoachError(`the answer to ${scripted.question}: ${message}`, {
    fault: "input",
    place: scripted.place,
    advice: "See docs/answers.md for what each kind of question takes.",
  });
}

function textOf(scripted: ScriptedAnswer): string {
  if (typeof scripted.value === "string") return scripted.value;
  throw wrong(scripted, "this question takes a text");
}

function isList(value: ScriptedValue): value is readonly string[] {
  return Array.isArray(value);
}

function listOf(scripted: ScriptedAnswer): readonly string[] {
  if (isList(scripted.value)) return scripted.value;
  if (typeof scripted.value === "string") return scripted.value.split(/[\s,;]+/).filter((part) => part !== "");
  throw wrong(scripted, "this question takes a list");
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Letters (`b`, `a c`, `ac`) count the options in the deck's order; an option's whole text will do as well. */
function chosenIn(question: ChoiceQuestion, scripted: ScriptedAnswer): readonly number[] {
  const whole = typeof scripted.value === "string" ? question.options.findIndex((option) => same(option.text, scripted.value as string)) : -1;
  if (whole !== -1) return [whole];
  const parts = listOf(scripted).flatMap((part) => (/^[a-z]+$/i.test(part) && part.length <= question.options.length ? [...part] : [part]));
  return parts.map((part) => {
    const byText = question.options.findIndex((option) => same(option.text, part));
    const index = byText !== -1 ? byText : /^[a-z]$/i.test(part) ? part.toLowerCase().charCodeAt(0) - 97 : -1;
    if (index < 0 || index >= question.options.length) throw wrong(scripted, `"${part}" is no option`);
    return index;
  });
}

/** Numbers count the items in the deck's order, which is the right one; an item's text will do as well. */
function orderIn(question: OrderQuestion, scripted: ScriptedAnswer): readonly number[] {
  const order = listOf(scripted).map((part) => indexIn(question.items, part, scripted));
  if (new Set(order).size !== order.length) throw wrong(scripted, "an item stands there twice");
  return order;
}

function indexIn(texts: readonly string[], part: string, scripted: ScriptedAnswer): number {
  const byText = texts.findIndex((text) => same(text, part));
  const index = byText !== -1 ? byText : /^\d+$/.test(part) ? Number(part) - 1 : -1;
  if (index < 0 || index >= texts.length) throw wrong(scripted, `"${part}" is no item`);
  return index;
}

/** A map from bucket to items, or a list with one bucket for each item, in the deck's order. */
function bucketsIn(question: SortQuestion, scripted: ScriptedAnswer): readonly number[] {
  const items = sortItems(question).map((item) => item.text);
  const names = question.buckets.map((bucket) => bucket.name);
  if (isList(scripted.value) || typeof scripted.value === "string") {
    const buckets = listOf(scripted).map((part) => indexIn(names, part, scripted));
    if (buckets.length !== items.length) throw wrong(scripted, `there are ${items.length} items to sort, and ${buckets.length} buckets given`);
    return buckets;
  }
  const buckets = items.map(() => -1);
  for (const [name, held] of Object.entries(scripted.value)) {
    const bucket = indexIn(names, name, scripted);
    for (const part of typeof held === "string" ? [held] : held) buckets[indexIn(items, part, scripted)] = bucket;
  }
  return buckets;
}

function partsOf(scripted: ScriptedAnswer) {
  const { value } = scripted;
  if (typeof value === "string" || isList(value)) throw wrong(scripted, "this question takes situation, task, action and result");
  const part = (name: string): string => (typeof value[name] === "string" ? value[name] : "");
  const known: readonly string[] = starParts;
  const odd = Object.keys(value).find((name) => !known.includes(name));
  if (odd !== undefined) throw wrong(scripted, `"${odd}" is no part of STAR`);
  return { situation: part("situation"), task: part("task"), action: part("action"), result: part("result") };
}
