// Room: terminal. How a story was found for a prompt, and how all of them went. Texts come in cleaned. Pure.
import type { StarQuestion } from "../../domain/question.ts";
import type { BankStory } from "../../domain/story.ts";
import type { Theme } from "../theme.ts";
import { count } from "./words.ts";
import { hangText, viewOf, wrap } from "./wrap.ts";

/** One prompt, what was named, and what would have fitted. */
export interface RetrievalShown {
  readonly question: StarQuestion;
  readonly story: BankStory | undefined;
  /** As it was typed. */
  readonly named: string;
  readonly fitting: readonly BankStory[];
  readonly record: { readonly covers: boolean; readonly seconds: number };
}

export function retrievalView(shown: RetrievalShown, theme: Theme): string {
  const { good, bad, glyphs } = theme;
  const lead = shown.record.covers ? `${good(glyphs.tick)} ` : `${bad(glyphs.cross)} `;
  return `\n${viewOf(hangText(lead, tellOne(shown), theme.columns()))}\n`;
}

function tellOne({ question, story, named, fitting, record }: RetrievalShown): string {
  const asks = question.competencies.map((each) => each.replaceAll("-", " ")).join(", ");
  const these = fitting.map(({ number, title }) => `${number} ${title}`).join("; ");
  if (story && record.covers) return `Found in ${Math.round(record.seconds)} s: story ${story.number}, ${story.title}`;
  if (story) return `Story ${story.number} is not known to show what this asks (${asks}). These do: ${these}`;
  return `${named === "" ? "No story was named." : `"${named}" names no story, or more than one.`} It asks for ${asks}. These show it: ${these}`;
}

/** The end of a drill; `untested` counts the likely questions that no story answers. */
export function retrievalEndView(all: readonly RetrievalShown[], untested: number, theme: Theme): string {
  const found = all.filter(({ record }) => record.covers);
  const told = all.length === 0 ? "Nothing was answered." : `${found.length} of ${count(all.length, "prompt")} found.`;
  const gaps = untested === 0 ? "" : ` ${count(untested, "likely question")} could not be asked: no story answers them. coach star map shows the gaps.`;
  return viewOf(wrap(`${told}${gaps}`, theme.columns(), theme.bold));
}
