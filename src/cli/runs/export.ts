// Room: cli. `coach export`: what is asked for, in its format, to a file or to standard output.
import { extname, resolve } from "node:path";
import { type ExportKind, exportKinds, type ExportValues, formatOfEnding, formatsOf, isPrivate, renderExport } from "../../export/export.ts";
import { writeExport } from "../../export/write.ts";
import type { App } from "../app.ts";
import { calendarValue, cardsValue, checklistValue, type ExportOptions, type ExportRequest, planValue, scoresValue, storiesValue } from "./export-values.ts";
import { unknownName } from "./unknown.ts";

const values: { readonly [K in ExportKind]: (app: App, request: ExportRequest) => Promise<ExportValues[K]> } = {
  checklist: checklistValue,
  stories: storiesValue,
  cards: cardsValue,
  calendar: calendarValue,
  plan: planValue,
  scores: scoresValue,
};

export async function runExport(app: App, request: ExportRequest): Promise<void> {
  const kind = exportKinds.find((candidate) => candidate === request.what);
  if (!kind) throw unknownName({ what: "export", name: request.what, among: exportKinds, list: `There is: ${exportKinds.join(", ")}.` });
  const text = await exported(app, kind, request);
  writeResult(app, text, { ...request, isPrivate: isPrivate(kind) });
}

async function exported<K extends ExportKind>(app: App, kind: K, request: ExportRequest): Promise<string> {
  const format = formatOf(kind, app.options.json ? { ...request, format: request.format ?? "json" } : request);
  return renderExport(kind, format, await values[kind](app, request));
}

/** The format that is asked for, or the one of the file's ending, or the usual one. */
function formatOf(kind: ExportKind, { format, output = "" }: ExportOptions): string {
  const names = formatsOf(kind);
  const wanted = format?.toLowerCase() ?? formatOfEnding(kind, extname(output).slice(1)) ?? names[0] ?? "";
  if (names.includes(wanted)) return wanted;
  throw unknownName({ what: `format of ${kind}`, name: wanted, among: names, list: `There is: ${names.join(", ")}.` });
}

/** Writes a text where it was asked for; without a file, or to `-`, to standard output. */
export function writeResult(app: App, text: string, to: { readonly output?: string; readonly force?: boolean; readonly isPrivate: boolean }): void {
  if (to.output === undefined || to.output === "-") app.world.out.write(text);
  else {
    writeExport(resolve(app.world.cwd, to.output), text, { force: to.force === true, isPrivate: to.isPrivate });
    app.note(`Wrote ${to.output}.\n`);
  }
}
