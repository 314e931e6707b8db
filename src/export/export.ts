// Room: export. What can be exported, in which formats. Pure.
import type { CardNote } from "./cards.ts";
import type { Document } from "./document.ts";
import { toAnki } from "./formats/anki.ts";
import { toHtml } from "./formats/html.ts";
import { type PlanCalendar, toIcs } from "./formats/ics.ts";
import { toJson } from "./formats/json.ts";
import { toMarkdown } from "./formats/markdown.ts";
import type { Plan } from "../domain/plan.ts";
import { planDocument, planToJson } from "./plan.ts";
import { type ScoreRow, scoresToCsv, scoresToJson } from "./scores.ts";

/** What each kind of export is made of. */
export interface ExportValues {
  readonly checklist: Document;
  readonly stories: Document;
  readonly cards: readonly CardNote[];
  readonly scores: readonly ScoreRow[];
  readonly calendar: PlanCalendar;
  readonly plan: Plan;
}

export type ExportKind = keyof ExportValues;

interface Format<V> {
  /** As `--format` names it. */
  readonly name: string;
  /** Endings of files, without the dot, that ask for it. */
  readonly endings: readonly string[];
  readonly render: (value: V) => string | Promise<string>;
}

interface Line<V> {
  /** True for what holds the person's own words: nobody else may read the file. */
  readonly isPrivate: boolean;
  /** The first is the usual one. */
  readonly formats: readonly Format<V>[];
}

const md = { name: "md", endings: ["md", "markdown"], render: toMarkdown };
const html = { name: "html", endings: ["html", "htm"], render: toHtml };
const json = { name: "json", endings: ["json"] };

/** What × format: a new kind of export is a line here, a new format a word in it. */
const table: { readonly [K in ExportKind]: Line<ExportValues[K]> } = {
  checklist: { isPrivate: false, formats: [md, html, { ...json, render: toJson }] },
  stories: { isPrivate: true, formats: [md, html] },
  cards: { isPrivate: false, formats: [{ name: "anki", endings: ["txt", "anki"], render: toAnki }] },
  calendar: { isPrivate: false, formats: [{ name: "ics", endings: ["ics"], render: toIcs }] },
  plan: {
    isPrivate: false,
    formats: [
      { ...md, render: (plan) => toMarkdown(planDocument(plan)) },
      { ...json, render: planToJson },
    ],
  },
  scores: {
    isPrivate: true,
    formats: [
      { name: "csv", endings: ["csv"], render: scoresToCsv },
      { ...json, render: scoresToJson },
    ],
  },
};

export const exportKinds = Object.keys(table) as readonly ExportKind[];

/** The names of a kind's formats, the usual one first. */
export function formatsOf(kind: ExportKind): readonly string[] {
  return table[kind].formats.map(({ name }) => name);
}

/** The format that a file's ending asks for; undefined where it asks for none of this kind. */
export function formatOfEnding(kind: ExportKind, ending: string): string | undefined {
  return table[kind].formats.find(({ endings }) => endings.includes(ending.toLowerCase()))?.name;
}

export function isPrivate(kind: ExportKind): boolean {
  return table[kind].isPrivate;
}

/** A value of a kind in a format of `formatsOf`, with its line end. */
export async function renderExport<K extends ExportKind>(kind: K, format: string, value: ExportValues[K]): Promise<string> {
  return (await table[kind].formats.find(({ name }) => name === format)?.render(value)) ?? "";
}
