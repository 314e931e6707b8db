// Room: terminal. For each kind of question its sheet, and how what stands on the sheet becomes an answer. Pure.
import type { AnswerBody } from "../../domain/answer.ts";
import {
  type ChoiceQuestion,
  type OrderQuestion,
  type Question,
  type RecallQuestion,
  type SortQuestion,
  type StarQuestion,
  sortItems,
} from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "../views/markdown.ts";
import { answerSheet } from "./answer.ts";
import { type BlanksState, blanksSheet, blankTexts } from "./blanks.ts";
import { type ChoiceState, choiceSheet } from "./choice.ts";
import { type OrderState, orderSheet } from "./order.ts";
import type { Sheet } from "./sheet.ts";
import { sortSheet, type SortState } from "./sorting.ts";
import { textOf } from "./text-buffer.ts";

/** A question that is asked with one sheet; star has one for each part. */
export type OneSheetQuestion = Exclude<Question, StarQuestion>;

/** A sheet, and the answer that stands on it. */
export interface Asking<S> {
  readonly sheet: Sheet<S>;
  body(state: S): AnswerBody;
}

/** What a sheet is made from. */
export interface AskingSource {
  readonly question: OneSheetQuestion;
  /** The deck's indexes in the order to show. */
  readonly shown: readonly number[];
  readonly theme: Theme;
  /** Stands in an empty answer; empty for none. */
  readonly tip: string;
}

/** Hands the sheet for a question to `use`, whatever its state is; so each sheet keeps its own type of state. */
export function withAsking<R>(source: AskingSource, use: <S>(asking: Asking<S>) => R): R {
  const { question, shown, theme } = source;
  switch (question.kind) {
    case "choice":
      return use(choiceAsking(question, shown, theme));
    case "recall":
      return use(recallAsking(question, theme));
    case "numeric":
      return use({
        sheet: blanksSheet(theme, [question.unit === undefined ? "" : `in ${question.unit} `]),
        body: (state) => ({ kind: "numeric", text: blankTexts(state)[0] ?? "" }),
      });
    case "order":
      return use(orderAsking(question, shown, theme));
    case "sort":
      return use(sortAsking(question, shown, theme));
    case "open":
    case "rewrite":
      return use({ sheet: answerSheet(theme, source.tip), body: (state) => ({ kind: question.kind, text: textOf(state).trim() }) });
  }
}

function choiceAsking(question: ChoiceQuestion, shown: readonly number[], theme: Theme): Asking<ChoiceState> {
  const texts = shown.map((index) => plainText(question.options[index]?.text ?? ""));
  const right = question.options.filter((option) => option.isRight).length;
  return {
    sheet: choiceSheet(theme, texts, right),
    body: (state) => ({ kind: "choice", chosen: deckIndexes(state.picked, shown).toSorted((a, b) => a - b) }),
  };
}

function recallAsking(question: RecallQuestion, theme: Theme): Asking<BlanksState> {
  const labels = question.blanks.length === 1 ? [""] : question.blanks.map((_, index) => `${index + 1}`);
  return { sheet: blanksSheet(theme, labels), body: (state) => ({ kind: "recall", texts: blankTexts(state) }) };
}

function orderAsking(question: OrderQuestion, shown: readonly number[], theme: Theme): Asking<OrderState> {
  const texts = shown.map((index) => plainText(question.items[index] ?? ""));
  return { sheet: orderSheet(theme, texts), body: (state) => ({ kind: "order", order: deckIndexes(state.order, shown) }) };
}

function sortAsking(question: SortQuestion, shown: readonly number[], theme: Theme): Asking<SortState> {
  const items = sortItems(question);
  const sheet = sortSheet(theme, {
    items: shown.map((index) => plainText(items[index]?.text ?? "")),
    buckets: question.buckets.map((bucket) => plainText(bucket.name)),
  });
  return { sheet, body: (state) => ({ kind: "sort", buckets: items.map((_, index) => state.buckets[shown.indexOf(index)] ?? -1) }) };
}

function deckIndexes(places: readonly number[], shown: readonly number[]): readonly number[] {
  return places.flatMap((place) => shown[place] ?? []);
}
