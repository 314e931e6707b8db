// Room: cli. An answer in words, whatever its kind.
import { type AnswerBody, answerText } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { sortItems, starParts } from "../../domain/question.ts";

/** What was answered, as text: options and items by their words, STAR with its headings. */
export function tellAnswer(asked: Case, body: AnswerBody): string {
  const { question } = asked;
  if (body.kind === "star") return starParts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}: ${body.parts[part] || "(nothing)"}`).join("\n\n");
  if (body.kind === "choice" && question.kind === "choice") return body.chosen.map((index) => question.options[index]?.text ?? "?").join("\n");
  if (body.kind === "order" && question.kind === "order") return body.order.map((index, place) => `${place + 1}. ${question.items[index] ?? "?"}`).join("\n");
  if (body.kind === "sort" && question.kind === "sort") return sortItems(question).map((item, index) => `${item.text}: ${question.buckets[body.buckets[index] ?? -1]?.name ?? "(not sorted)"}`).join("\n");
  return answerText(body);
}
