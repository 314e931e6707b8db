// Room: content. The quick kinds: choice, recall, order, sort. From a draft to the fields of their kind. Pure.
import type { Blank, Bucket, Option } from "../../domain/question.ts";
import { type Draft, linesText } from "../draft.ts";
import { type Item, isItemLine, readItems, splitReason } from "../items.ts";
import { complain, columnOf, type Page } from "../page.ts";

/** Fields that a kind adds to a question, and the prompt that is left. */
export interface Fields<T> {
  readonly prompt: string;
  readonly fields: T;
}

/** Lines of the intro before its first list item of the wanted sort, and the items from there on. */
function splitAtList(draft: Draft, wanted: (item: Item) => boolean): { prompt: string; items: readonly Item[] } {
  const { page, intro } = draft;
  const at = intro.lines.findIndex((line) => isItemLine(page.lines[line - 1] ?? "") && wanted(readItems(page, [line])[0] as Item));
  if (at === -1) return { prompt: linesText(page, intro.lines), items: [] };
  return { prompt: linesText(page, intro.lines.slice(0, at)), items: readItems(page, intro.lines.slice(at)) };
}

export function hasTaskList(draft: Draft): boolean {
  return draft.intro.lines.some((line) => /^\s*[-*+] \[[ xX]\](?:\s|$)/.test(draft.page.lines[line - 1] ?? ""));
}

export function hasNumberedList(draft: Draft): boolean {
  return draft.intro.lines.some((line) => /^\s*\d{1,3}[.)]\s/.test(draft.page.lines[line - 1] ?? ""));
}

export function hasBlanks(draft: Draft): boolean {
  return draft.intro.lines.some((line) => (draft.page.lines[line - 1] ?? "").includes("{{")) || draft.title.includes("{{");
}

/** Complains about texts that stand twice. */
export function checkRepeats(page: Page, items: readonly Item[], rule: "option-repeated" | "item-repeated"): void {
  const seen = new Set<string>();
  for (const item of items) {
    const text = splitReason(item.text).text.toLowerCase();
    if (text !== "" && seen.has(text)) complain(page, { rule, line: item.line, column: item.column, message: `"${splitReason(item.text).text}" stands here twice` });
    seen.add(text);
  }
}

export function readChoice(draft: Draft): Fields<{ readonly options: readonly Option[] }> {
  const { page } = draft;
  const { prompt, items } = splitAtList(draft, (item) => item.ticked !== undefined);
  for (const item of items) {
    if (item.text === "") complain(page, { rule: "option-empty", line: item.line, column: item.column, message: "the option is empty" });
  }
  checkRepeats(page, items, "option-repeated");
  const options = items.filter((item) => item.text !== "").map((item) => ({ ...splitReason(item.text), isRight: item.ticked === true }));
  const first = items[0]?.line ?? draft.line;
  if (!options.some((option) => option.isRight)) complain(page, { rule: "option-right", line: first, message: "no option is right" });
  if (!options.some((option) => !option.isRight)) complain(page, { rule: "option-wrong", line: first, message: "no option is wrong" });
  return { prompt, fields: { options } };
}

function readForms(page: Page, written: { readonly text: string; readonly line: number; readonly column: number; readonly rule: "form-empty" | "blank-empty" }): Blank {
  const { text, line, column, rule } = written;
  const forms = text.split("|").map((form) => form.trim());
  if (forms.some((form) => form === "")) complain(page, { rule, line, column, message: "an accepted form is empty" });
  return { forms: forms.filter((form) => form !== "") };
}

/** `Answer:` lines (in any order), or blanks `{{…}}` in the prompt (in order). */
export function readRecall(draft: Draft): Fields<{ readonly blanks: readonly Blank[]; readonly inOrder: boolean }> {
  const prompt = linesText(draft.page, draft.intro.lines);
  const answers = draft.labelled.Answer;
  if (answers.length === 0) return readCloze(draft, prompt === "" ? draft.title : prompt);
  const blanks = answers.map((answer) => readForms(draft.page, { ...answer, rule: "form-empty" }));
  return { prompt, fields: { blanks: blanks.filter((blank) => blank.forms.length > 0), inOrder: false } };
}

function readCloze(draft: Draft, prompt: string): Fields<{ readonly blanks: readonly Blank[]; readonly inOrder: boolean }> {
  const blanks: Blank[] = [];
  const shown = prompt.replace(/\{\{([^{}]*)\}\}/g, (whole, inner: string) => {
    const line = [draft.line, ...draft.intro.lines].find((candidate) => (draft.page.lines[candidate - 1] ?? "").includes(whole)) ?? draft.line;
    blanks.push(readForms(draft.page, { text: inner, line, column: columnOf(draft.page, line, whole), rule: "blank-empty" }));
    return `{{${blanks.length}}}`;
  });
  return { prompt: shown, fields: { blanks, inOrder: true } };
}

export function readOrder(draft: Draft): Fields<{ readonly items: readonly string[] }> {
  const { prompt, items } = splitAtList(draft, (item) => item.numbered);
  checkRepeats(draft.page, items, "item-repeated");
  if (items.length < 3 || items.length > 9) complain(draft.page, { rule: "order-size", line: items[0]?.line ?? draft.line, message: `there are ${items.length} items to put in order` });
  return { prompt, fields: { items: items.map((item) => item.text) } };
}

const bucketTitle = /^Bucket:\s*(.*)$/i;

export function isBucket(title: string): boolean {
  return bucketTitle.test(title);
}

export function readSort(draft: Draft): Fields<{ readonly buckets: readonly Bucket[] }> {
  const { page } = draft;
  const blocks = draft.blocks.filter((block) => isBucket(block.title));
  const listed = blocks.map((block) => ({ block, items: readItems(page, block.lines) }));
  if (blocks.length < 2) complain(page, { rule: "bucket-count", line: draft.line, message: `there is ${blocks.length === 1 ? "one bucket" : "no bucket"}` });
  for (const { block, items } of listed) {
    if (items.length === 0) complain(page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
  }
  checkRepeats(page, listed.flatMap(({ items }) => items), "item-repeated");
  const buckets = listed.map(({ block, items }) => ({ name: bucketTitle.exec(block.title)?.[1]?.trim() ?? "", items: items.map((item) => splitReason(item.text)) }));
  return { prompt: linesText(page, draft.intro.lines), fields: { buckets } };
}

