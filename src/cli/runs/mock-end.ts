// Room: cli. After the last round: the committee's scorecard is shown, and the debrief written where the person wants it.
import { existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { HistoryEntry } from "../../domain/attempt.ts";
import { dayOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import { makeFolders } from "../../domain/folders.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import type { Debrief } from "../../domain/scorecard.ts";
import { buildDebrief } from "../../export/debrief.ts";
import { toMarkdown } from "../../export/formats/markdown.ts";
import { writeExport } from "../../export/write.ts";
import { debriefOf } from "../../practice/debrief.ts";
import { type MockState, mocksIn } from "../../practice/mock.ts";
import { scorecardView } from "../../terminal/views/scorecard.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { cleaned } from "./attempts.ts";
import type { MockCall } from "./mock-call.ts";
import { debriefJson } from "./mock-json.ts";
import { wholeHistoryOf } from "./past.ts";

/** Refuses, before the first question of four hours, a file that could not be written after the last. */
export function checkOutput(app: App, { output, force }: MockCall): void {
  if (output === undefined || output === "-" || force === true) return;
  if (lstatSync(resolve(app.world.cwd, output), { throwIfNoEntry: false }))
    throw new CoachError(`${output} exists already`, { fault: "failure", advice: "Add --force to write over it, or choose another name." });
}

/** Tells the scorecard of a mock that was held to its end, and resolves with the exit status. All of it is read from the journal: what is told is what was kept. */
export async function finishMock(
  app: App,
  from: { readonly call: MockCall; readonly loop: Loop; readonly library: Library; readonly session: string },
): Promise<number> {
  const { call, loop, library, session } = from;
  const { entries } = await wholeHistoryOf(app);
  const mock = mocksIn(entries).find((one) => one.session === session);
  if (!mock) throw new CoachError("the mock is not in the journal any more", { fault: "failure", advice: "coach config path says where the journal is." });
  const questions = library.decks.flatMap((deck) => deck.questions);
  const debrief = debriefOf(cleaned(mock), { loop, questions, stock: library });
  if (!app.options.json) await app.show({ text: (theme) => `\n${scorecardView(debrief, theme)}`, json: () => undefined });
  const file = await keepDebrief(app, call, debrief);
  tellStories(app, entries, mock);
  if (app.options.json) await app.show({ text: () => "", json: () => debriefJson(session, debrief, file) });
  return statuses.done;
}

function tellStories(app: App, entries: readonly HistoryEntry[], { attempts }: MockState): void {
  const ids = new Set(attempts.map(({ id }) => id));
  const kept = entries.filter((entry) => entry.type === "story" && ids.has(entry.attempt)).length;
  const told = kept === 1 ? "The story that you told is" : `The ${kept} stories that you told are`;
  if (kept > 0) app.note(`${told} in your story bank: coach star list.\n`);
}

/** Writes the debrief to the file that was named, or to one that is offered. It holds answers: nobody else may read it. */
async function keepDebrief(app: App, call: MockCall, debrief: Debrief): Promise<string | undefined> {
  const text = (): string => toMarkdown(buildDebrief(debrief));
  if (call.output === "-") {
    if (!app.options.json) app.world.out.write(`\n${text()}`);
    return undefined;
  }
  const file = call.output === undefined ? await offeredFile(app, call, debrief) : resolve(app.world.cwd, call.output);
  if (file === undefined) return undefined;
  writeExport(file, text(), { force: call.output !== undefined && call.force === true, isPrivate: true });
  app.note(`Wrote ${call.output ?? file}.\n`);
  return file;
}

/** A new name in the data folder, where a person at a terminal wants it. */
async function offeredFile(app: App, call: MockCall, debrief: Debrief): Promise<string | undefined> {
  if (call.answers !== undefined || !app.canAsk()) return undefined;
  const folder = join(app.dataFolder(), "debriefs");
  const file = freeName(join(folder, `${dayOf(debrief.at)}-${debrief.loop.replaceAll("/", "-")}`));
  const { chooseOne } = await import("../../terminal/menu.ts");
  const output = app.options.json ? app.world.stderr : app.world.stdout;
  const choices = [
    { name: `Keep it as ${file}`, value: true },
    { name: "Do not keep it; the answers themselves are in your history", value: false },
  ];
  const chosen = await chooseOne("A debrief with every question and answer:", choices, { input: app.world.stdin, output, theme: await app.theme() });
  if (chosen === "left" || !chosen.value) return undefined;
  makeFolders(folder, { mkdirSync, statSync });
  return file;
}

function freeName(base: string): string {
  for (let number = 1; ; number += 1) {
    const file = `${base}${number === 1 ? "" : `-${number}`}.md`;
    if (!existsSync(file)) return file;
  }
}
