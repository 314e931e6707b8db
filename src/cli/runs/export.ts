// Room: cli. `coach export`.
import { extname, resolve } from "node:path";
import { dayOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import { type SourceReference, tellReference } from "../../domain/source.ts";
import { buildChecklist } from "../../export/checklist.ts";
import { exportFormats, exportKinds, renderExport } from "../../export/export.ts";
import { writeExport } from "../../export/write.ts";
import type { App } from "../app.ts";
import { chooseLoop, tellLoops, wantedLoop } from "./loop-choice.ts";
import { entriesOf } from "./past.ts";
import { unknownName } from "./unknown.ts";

export interface ExportOptions {
  readonly company?: string;
  readonly role?: string;
  readonly date?: string;
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

export async function runExport(app: App, request: ExportOptions & { readonly what: string }): Promise<void> {
  const what = exportKinds.find((kind) => kind === request.what);
  if (!what) throw unknownName({ what: "export", name: request.what, among: exportKinds, list: `There is: ${exportKinds.join(", ")}.` });
  const format = formatOf(request);
  const document = buildChecklist(await checklistInput(app, request));
  const text = renderExport(what, format, document);
  if (request.output === undefined || request.output === "-") app.world.out.write(text);
  else {
    writeExport(resolve(app.world.cwd, request.output), text, { force: request.force === true });
    app.note(`Wrote ${request.output}.\n`);
  }
}

/** The format that is asked for, or the one of the file's ending. `--json` asks for json. */
function formatOf(request: ExportOptions): (typeof exportFormats)[number] {
  const ending = extname(request.output ?? "")
    .slice(1)
    .toLowerCase();
  const wanted = request.format?.toLowerCase() ?? { md: "md", markdown: "md", html: "html", htm: "html", json: "json" }[ending] ?? "md";
  const format = exportFormats.find((candidate) => candidate === wanted);
  if (!format) throw unknownName({ what: "format", name: wanted, among: exportFormats, list: `There is: ${exportFormats.join(", ")}.` });
  return format;
}

async function checklistInput(app: App, request: ExportOptions) {
  const sources = await app.sources();
  const settings = await app.settings();
  const library = await app.library();
  const wanted = wantedLoop(request, settings);
  if (wanted.company === undefined)
    throw new CoachError("a checklist is for one company", { fault: "usage", advice: `Add --company. ${tellLoops(library.loops)}` });
  const loop = chooseLoop(library.loops, { ...wanted, company: wanted.company });
  return {
    loop,
    entries: await entriesOf(app),
    decks: library.decks,
    interviewDate: request.date ?? settings.interviewDate,
    today: dayOf(app.clock().now()),
    facts: library.facts.find((facts) => loop.id.startsWith(`${facts.id}/`)),
    source: (reference: SourceReference) => sources(tellReference(reference)) ?? sources(reference.source),
  };
}
