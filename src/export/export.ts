// Room: export. What can be exported, in which formats. Pure.
import type { Document } from "./document.ts";
import { toHtml } from "./formats/html.ts";
import { toJson } from "./formats/json.ts";
import { toMarkdown } from "./formats/markdown.ts";

/** What × format: a new kind of export or a new format is a line here. */
const table = {
  checklist: { md: toMarkdown, html: toHtml, json: toJson },
} as const satisfies Record<string, Record<string, (document: Document) => string>>;

export type ExportKind = keyof typeof table;
export type ExportFormat = keyof (typeof table)[ExportKind];

export const exportKinds = Object.keys(table) as readonly ExportKind[];
export const exportFormats = Object.keys(table.checklist) as readonly ExportFormat[];

/** The text of a document in a format, with its line end. */
export function renderExport(kind: ExportKind, format: ExportFormat, document: Document): string {
  return table[kind][format](document);
}
