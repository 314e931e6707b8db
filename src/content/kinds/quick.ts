// Room: content. The quick kinds: choice, recall, order, sort. From a draft to a question. Pure.
import type { Blank, Bucket, ChoiceQuestion, Option, OrderQuestion, RecallQuestion, SortQuestion } from "../../domain/question.ts";
import { type Block, type Draft, labelledBy, linesText } from "../draft.ts";
import { type Item, readItems, sortOfItem, splitReason } from "../items.ts";
import { complain, isFenced, lineOf, type Page } from "../page.ts";
import { type Base, promptOf, questionOf } from "./base.ts";

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
    if (isFenced(page, line)) continue;
    const text = lineOf(page, line);
    blank ||= text.includes("{{");
    const sort = sortOfItem(text);
    task ||= sort === "task";
    numbered ||= sort === "numbered";
  }
  return { task, numbered, blank };
}

/** The lines of the intro before its first list item of the wanted sort, and the items from there on. */
function splitAtList(draft: Draft, wanted: "task" | "numbered"): { readonly before: readonly number[]; readonly items: readonly Item[] } {
  const { page, intro } = draft;
  const at = intro.lines.findIndex((line) => !isFenced(page, line) && sortOfItem(lineOf(page, line)) === wanted);
  return { before: intro.lines.slice(0, at), items: readItems(page, intro.lines.slice(at)) };
}

/** Complains about texts that stand twice. */
function checkRepeats(page: Page, items: readonly Split[], rule: "option-repeated" | "item-repeated"): void {
  const seen = new Set<string>();
  for (const { item, text } of items) {
    const plain = text.toLowerCase();
    if (plain !== "" && seen.has(plain)) complain(page, { rule, line: item.line, column: item.column, message: `"${text}" stands here twice` });
    seen.add(plain);
  }
}

/** An item of a list, and its text without the reason. */
interface Split {
  readonly item: Item;
  readonly text: string;
  readonly reason: string | undefined;
}

function splitItem(item: Item): Split {
  const { text, reason } = splitReason(item.text);
  return { item, text, reason };
}

export function readChoice(draft: Draft, base: Base): ChoiceQuestion {
  const { page } = draft;
  const { before, items } = splitAtList(draft, "task");
  for (const item of items) {
    if (item.text === "") complain(page, { rule: "option-empty", line: item.line, column: item.column, message: "the option is empty" });
    if (item.ticked === undefined) complain(page, { rule: "option-box", line: item.line, column: item.column, message: `"${item.text}" has no box` });
  }
  const split = items.map(splitItem);
  checkRepeats(page, split, "option-repeated");
  const first = items[0]?.line ?? draft.line;
  if (!items.some((item) => item.ticked === true)) complain(page, { rule: "option-right", line: first, message: "no option is right" });
  if (!items.some((item) => item.ticked === false)) complain(page, { rule: "option-wrong", line: first, message: "no option is wrong" });
  const options = split.map(({ item, text, reason }): Option => ({ text, isRight: item.ticked === true, reason }));
  return questionOf(base, { kind: "choice", prompt: promptOf(draft, base, before), options });
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
  const blanks = lines.flatMap((line) => blanksIn(page, line));
  if (blanks.length === 0) complain(page, { rule: "blank-empty", line: draft.line, message: "no blank is closed: the prompt holds `{{` and no `}}`" });
  let count = 0;
  const prompt = (text === "" ? draft.title : text).replace(blank, () => `{{${(count += 1)}}}`);
  return questionOf(base, { kind: "recall", prompt, blanks, inOrder: true });
}

const noBlanks: readonly Blank[] = [];

function blanksIn(page: Page, line: number): readonly Blank[] {
  const text = lineOf(page, line);
  if (!text.includes("{{")) return noBlanks;
  return [...text.matchAll(blank)].map((found) => readForms(page, { text: found[1] ?? "", line, column: found.index + 1 }, "blank-empty"));
}

export function readOrder(draft: Draft, base: Base): OrderQuestion {
  const { page } = draft;
  const { before, items } = splitAtList(draft, "numbered");
  checkRepeats(page, items.map(splitItem), "item-repeated");
  if (items.length < 3 || items.length > 9)
    complain(page, { rule: "order-size", line: items[0]?.line ?? draft.line, message: `there are ${items.length} items to put in order` });
  return questionOf(base, { kind: "order", prompt: promptOf(draft, base, before), items: items.map((item) => item.text) });
}

const bucketSign = "bucket:";

/** True for the title of a bucket, given in lower case. */
export function isBucket(key: string): boolean {
  return key.startsWith(bucketSign);
}

export function readSort(draft: Draft, base: Base): SortQuestion {
  const { page } = draft;
  const blocks = draft.blocks.filter((block) => isBucket(block.key));
  if (blocks.length < 2) complain(page, { rule: "bucket-count", line: blocks[0]?.line ?? draft.line, message: "there is one bucket" });
  const items = blocks.map((block) => itemsOfBucket(page, block).map(splitItem));
  checkRepeats(page, items.flat(), "item-repeated");
  const buckets = blocks.map((block, index): Bucket => ({
    name: block.title.slice(bucketSign.length).trim(),
    items: (items[index] ?? []).map(({ text, reason }) => ({ text, reason })),
  }));
  return questionOf(base, { kind: "sort", prompt: promptOf(draft, base), buckets });
}

function itemsOfBucket(page: Page, block: Block): readonly Item[] {
  const items = readItems(page, block.lines);
  if (items.length === 0) complain(page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
  return items;
}
