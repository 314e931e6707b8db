// Room: content. The quick kinds: choice, recall, order, sort. From a draft to a question. Pure.
import type { Blank, Bucket, ChoiceQuestion, Option, OrderQuestion, RecallQuestion, SortQuestion } from "../../domain/question.ts";
import { type Block, type Draft, labelledBy, linesText } from "../draft.ts";
import { type Item, readItems, repeatsIn, splitReason } from "../items.ts";
import { marks } from "../marks.ts";
import { complain, lineOf, markOf, type Page } from "../page.ts";
import { type Base, promptOf, questionOf } from "./base.ts";
import { readDashboard } from "./dashboard.ts";

/** What the lines before the first section show of a question's kind. */
export interface Signs {
  readonly task: boolean;
  readonly numbered: boolean;
  readonly blank: boolean;
}

/** Looks for a task list, a numbered list, and blanks. Fenced blocks show nothing. */
export function signsOf(draft: Draft): Signs {
  const { page, intro } = draft;
  let [task, numbered, blank] = [false, false, draft.title.includes("{{")];
  for (const line of intro.lines) {
    const mark = markOf(page, line);
    task ||= mark === marks.task;
    numbered ||= mark === marks.numbered;
    blank ||= mark !== marks.fenced && lineOf(page, line).includes("{{");
  }
  return { task, numbered, blank };
}

/** The items of the intro from the first one of the wanted sort on, and the index of the line where they begin. */
function listFrom(draft: Draft, wanted: number): { readonly at: number; readonly items: readonly Item[] } {
  const { page, intro } = draft;
  const at = intro.lines.findIndex((line) => markOf(page, line) === wanted);
  return { at, items: readItems(page, intro.lines, at) };
}

/** Complains about texts that stand twice; `texts` are those of the items, without their reasons. */
function checkRepeats(
  page: Page,
  list: { readonly items: readonly Item[]; readonly texts: readonly string[] },
  rule: "option-repeated" | "item-repeated",
): void {
  for (const index of repeatsIn(list.texts)) {
    const { line = 1, column = 1 } = list.items[index] ?? {};
    complain(page, { rule, line, column, message: `"${list.texts[index]}" stands here twice` });
  }
}

export function readChoice(draft: Draft, base: Base): ChoiceQuestion {
  const { page } = draft;
  const { at, items } = listFrom(draft, marks.task);
  const options = items.map((item) => readOption(page, item));
  checkRepeats(page, { items, texts: options.map(({ text }) => text) }, "option-repeated");
  const first = items[0]?.line ?? draft.line;
  if (!items.some((item) => item.ticked === true)) complain(page, { rule: "option-right", line: first, message: "no option is right" });
  if (!items.some((item) => item.ticked === false)) complain(page, { rule: "option-wrong", line: first, message: "no option is wrong" });
  return questionOf(base, { kind: "choice", prompt: promptOf(draft, base, at), options });
}

function readOption(page: Page, item: Item): Option {
  const { line, column, ticked } = item;
  if (item.text === "") complain(page, { rule: "option-empty", line, column, message: "the option is empty" });
  if (ticked === undefined) complain(page, { rule: "option-box", line, column, message: `"${item.text}" has no box` });
  const { text, reason } = splitReason(item.text);
  return { text, isRight: ticked === true, reason };
}

interface Written {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

function readForms(page: Page, written: Written, rule: "form-empty" | "blank-empty"): Blank {
  const { text, line, column } = written;
  const forms = text.split("|").map((form) => form.trim());
  if (!forms.includes("")) return { forms };
  complain(page, { rule, line, column, message: "an accepted form is empty" });
  return { forms: forms.filter((form) => form !== "") };
}

/** `Answer:` lines (in any order), or blanks `{{…}}` in the prompt (in order). */
export function readRecall(draft: Draft, base: Base): RecallQuestion {
  const answers = labelledBy(draft, "Answer");
  if (answers.length === 0) return readCloze(draft, base);
  const blanks = answers.map((answer) => readForms(draft.page, answer, "form-empty"));
  return questionOf(base, { kind: "recall", prompt: promptOf(draft, base), blanks, inOrder: false });
}

const blank = /\{\{([^{}]*)\}\}/g;

function readCloze(draft: Draft, base: Base): RecallQuestion {
  const { page, intro } = draft;
  const text = linesText(page, intro.lines);
  const lines = text === "" ? [draft.line] : intro.lines;
  const blanks: Blank[] = [];
  for (const line of lines) addBlanks(blanks, page, line);
  if (blanks.length === 0) complain(page, { rule: "blank-empty", line: draft.line, message: "no blank is closed: the prompt holds `{{` and no `}}`" });
  let count = 0;
  const prompt = (text === "" ? draft.title : text).replace(blank, () => `{{${(count += 1)}}}`);
  return questionOf(base, { kind: "recall", prompt, blanks, inOrder: true });
}

function addBlanks(blanks: Blank[], page: Page, line: number): void {
  const text = lineOf(page, line);
  if (!text.includes("{{")) return;
  for (const found of text.matchAll(blank)) blanks.push(readForms(page, { text: found[1] ?? "", line, column: found.index + 1 }, "blank-empty"));
}

export function readOrder(draft: Draft, base: Base): OrderQuestion {
  const { page } = draft;
  const { at, items } = listFrom(draft, marks.numbered);
  checkRepeats(page, { items, texts: items.map(({ text }) => splitReason(text).text) }, "item-repeated");
  if (items.length < 3 || items.length > 9)
    complain(page, { rule: "order-size", line: items[0]?.line ?? draft.line, message: `there are ${items.length} items to put in order` });
  return questionOf(base, { kind: "order", prompt: promptOf(draft, base, at), items: items.map((item) => item.text) });
}

const bucketSign = "bucket:";

/** True for the title of a bucket, given in lower case. */
export function isBucket(key: string): boolean {
  return key.startsWith(bucketSign);
}

export function readSort(draft: Draft, base: Base): SortQuestion {
  const { page } = draft;
  const [buckets, items, texts]: [Bucket[], Item[], string[]] = [[], [], []];
  for (const block of draft.blocks) {
    if (!isBucket(block.key)) continue;
    const bucket = readBucket(page, block, items);
    for (const { text } of bucket.items) texts.push(text);
    buckets.push(bucket);
  }
  if (buckets.length < 2)
    complain(page, { rule: "bucket-count", line: draft.blocks.find((block) => isBucket(block.key))?.line ?? draft.line, message: "there is one bucket" });
  checkRepeats(page, { items, texts }, "item-repeated");
  return questionOf(base, { kind: "sort", prompt: promptOf(draft, base), buckets, dashboard: readDashboard(draft, items, buckets.length) });
}

/** Reads the items of a bucket, and adds them to those of all buckets. */
function readBucket(page: Page, block: Block, all: Item[]): Bucket {
  const items = readItems(page, block.lines);
  if (items.length === 0) complain(page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
  for (const item of items) all.push(item);
  return { name: block.title.slice(bucketSign.length).trim(), items: items.map((item) => splitReason(item.text)) };
}
