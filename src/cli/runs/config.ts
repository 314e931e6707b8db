// Room: cli. `coach config`.
import { spawnSync } from "node:child_process";
import { CoachError } from "../../domain/errors.ts";
import { defaults, findSetting, type Settings, settingsTable } from "../../settings/settings.ts";
import { splitCommand } from "../../terminal/editor.ts";
import { settingsView } from "../../terminal/views/settings.ts";
import type { App } from "../app.ts";

interface Row {
  readonly key: string;
  readonly value: string;
  readonly from: string;
  readonly about: string;
}

/** Every setting with its value and where that comes from. */
export async function listSettings(app: App): Promise<void> {
  const rows = rowsOf(app);
  await app.show({ text: (theme) => settingsView(rows, theme), json: () => ({ file: app.store().file, settings: rows }) });
}

function rowsOf(app: App): readonly Row[] {
  const { settings, set } = app.store().read();
  return settingsTable.map(({ key, field, about }) => ({
    key,
    value: tellValue(settings[field]),
    from: set.includes(key) ? "your settings" : "default",
    about,
  }));
}

function tellValue(value: Settings[keyof Settings]): string {
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

export async function getSetting(app: App, key: string): Promise<void> {
  const { key: known } = findSetting(key);
  const row = rowsOf(app).find((candidate) => candidate.key === known);
  await app.show({ text: () => `${row?.value ?? ""}\n`, json: () => row });
}

/** Sets a key, or with no value puts it back to its default. */
export async function setSetting(app: App, change: { readonly key: string; readonly value: string | undefined }): Promise<void> {
  const { key, value } = change;
  const aside = value === undefined ? await app.store().unset(key) : await app.store().set(key, value);
  if (aside !== undefined) app.note(`The settings file was damaged; it is kept as ${aside}.\n`);
  const row = rowsOf(app).find((candidate) => candidate.key === key);
  await app.show({ text: () => (value === undefined ? `${key} is back to its default.\n` : `${key} is now ${row?.value ?? value}.\n`), json: () => row });
}

export async function showPath(app: App): Promise<void> {
  const { file } = app.store();
  await app.show({ text: () => `${file}\n`, json: () => ({ settings: file, data: app.dataFolder() }) });
}

export async function editSettings(app: App): Promise<void> {
  if (!app.canAsk()) throw new CoachError("there is no terminal for an editor", { fault: "usage", advice: "coach config set KEY VALUE needs none." });
  const [program, ...words] = splitCommand(app.world.env["VISUAL"]?.trim() || app.world.env["EDITOR"]?.trim() || "");
  if (program === undefined) throw new CoachError("no editor is set", { fault: "failure", advice: "Set one, for example: export EDITOR=nano" });
  const store = app.store();
  // An editor needs a file to open; writing a default makes one without changing anything.
  if (store.read().set.length === 0) await store.set("minutes-per-evening", String(defaults.minutesPerEvening));
  const ended = spawnSync(program, [...words, store.file], { stdio: "inherit" });
  if (ended.error) throw new CoachError(`the editor "${program}" could not be started`, { fault: "failure", advice: "Check EDITOR.", cause: ended.error });
  const [problem] = store.read().problems;
  if (problem) throw new CoachError(problem.message, { fault: "input", place: problem.place, advice: problem.advice });
}
