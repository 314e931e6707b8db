// Room: cli. `coach config`.
import { spawnSync } from "node:child_process";
import { CoachError } from "../../domain/errors.ts";
import { defaults, findSetting, settingsTable, tellValue } from "../../settings/settings.ts";
import { hostOf } from "../../domain/web-address.ts";
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
  return settingsTable.map((setting) => ({
    key: setting.key,
    value: tellValue(setting, settings),
    from: set.includes(setting.key) ? "your settings" : "default",
    about: setting.about,
  }));
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
  await app.show({ text: () => (value === undefined ? `${key} is back to its default.\n` : `${key} is now ${row?.value ?? ""}.\n`), json: () => row });
  if (value !== undefined) app.note(noteOn(app, key));
}

/** What a person should know who has just set a key; empty where that is nothing. */
function noteOn(app: App, key: string): string {
  const { file, read } = app.store();
  const { judgeUrl, judgeConsent } = read().settings;
  if (key === "judge.key") return `The key stands in plain text in ${file}, which only you can read. COACH_JUDGE_KEY keeps it out of files.\n`;
  if (key !== "judge.url" || judgeUrl === undefined || judgeUrl === judgeConsent) return "";
  return `Before the first answer is sent to ${hostOf(judgeUrl)} you are asked. Without a terminal: coach config set judge.consent ${judgeUrl}\n`;
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
