// Room: terminal. An answer in words, whatever its kind, and what its marks were looking for. Pure.
import { type AnswerBody, answerText } from "../../domain/answer.ts";
import { type Question, type SortQuestion, sortItems, starParts } from "../../domain/question.ts";
import { capitalised } from "./words.ts";

const nothing = "(nothing)";
/** An index that the deck no longer has. */
const gone = "?";

/** What was answered: options and items by their texts, STAR with its parts named. The question is undefined when its deck is gone. */
export function tellAnswer(question: Question | undefined, body: AnswerBody): string {
  return answerLines(question, body).join("\n").trim() || nothing;
}

function answerLines(question: Question | undefined, body: AnswerBody): readonly string[] {
  if (body.kind === "star") return starParts.map((part) => `${capitalised(part)}: ${body.parts[part].trim() || nothing}`);
  return (question && pickedLines(question, body)) ?? [answerText(body)];
}

/** What was picked among the question's own texts; undefined for kinds that are answered in the person's words. */
function pickedLines(question: Question, body: AnswerBody): readonly string[] | undefined {
  if (body.kind === "choice" && question.kind === "choice") return body.chosen.map((index) => question.options[index]?.text ?? gone);
  if (body.kind === "order" && question.kind === "order") return body.order.map((index, place) => `${place + 1}. ${question.items[index] ?? gone}`);
  return body.kind === "sort" && question.kind === "sort" ? sortedLines(question, body.buckets) : undefined;
}

function sortedLines(question: SortQuestion, buckets: readonly number[]): readonly string[] {
  return sortItems(question).map(({ text }, index) => `${text}: ${question.buckets[buckets[index] ?? -1]?.name ?? "(not sorted)"}`);
}

/** What a kept mark was looking for, by its id; the id itself when the deck no longer has it. */
export function markText(question: Question | undefined, id: string): string {
  return (question && lookedFor(question).get(id)) ?? id;
}

/** Texts by mark id, as the graders number them. */
function lookedFor(question: Question): ReadonlyMap<string, string> {
  switch (question.kind) {
    case "choice":
      return numbered(
        "option",
        question.options.map(({ text }) => text),
      );
    case "recall":
      return numbered(
        "blank",
        question.blanks.map(({ forms }) => forms[0] ?? ""),
      );
    case "order":
      return numbered("item", question.items);
    case "sort":
      return numbered(
        "item",
        sortItems(question).map(({ text }) => text),
      );
    case "numeric":
      return new Map([["value", "the value"]]);
    case "star":
      return new Map(starParts.flatMap((part) => question.parts[part].keyPoints).map(({ id, text }) => [id, text]));
    case "open":
    case "rewrite":
      return new Map(question.keyPoints.map(({ id, text }) => [id, text]));
  }
}

function numbered(name: string, texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(texts.map((text, index) => [`${name}-${index + 1}`, text]));
}
