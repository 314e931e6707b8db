// Room: settings. The settings file; the only door of conf.
import * as fs from "node:fs";
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import type { Problem } from "../domain/problem.ts";
import { systemCode, tellSystemFault } from "../domain/system-error.ts";
import { findSetting, readSettings, readValue, type Settings } from "./settings.ts";

/** The settings of a folder. Opening touches no disk; reading makes nothing. */
export interface SettingsStore {
  readonly file: string;
  /** Keys that the file sets, by name; the rest are defaults. */
  read(): { readonly settings: Settings; readonly set: readonly string[]; readonly problems: readonly Problem[] };
  /** Sets a key to what a person wrote. Resolves with where a damaged file was put aside, if it was. */
  set(key: string, text: string): Promise<string | undefined>;
  /** Puts a key back to its default. */
  unset(key: string): Promise<string | undefined>;
}

const fileName = "settings";
/** No settings that a person wrote come near it, in bytes. */
const largestFile = 1024 * 1024;

/** Settings in `folder` (made 0700 on the first write; the file 0600). */
export function openSettings(folder: string): SettingsStore {
  const file = path.join(folder, `${fileName}.json`);
  return {
    file,
    read() {
      const stored = readStored(file);
      if (typeof stored === "string") return { ...readSettings({}, file), set: [], problems: [tellDamage(file, stored)] };
      return { ...readSettings(stored, file), set: Object.keys(stored) };
    },
    async set(key, text) {
      const value = readValue(findSetting(key), text);
      return change(folder, (conf) => conf.set(key, value), file);
    },
    async unset(key) {
      findSetting(key);
      return change(folder, (conf) => conf.delete(key), file);
    },
  };
}

type Stored = Readonly<Record<string, unknown>>;

/** What the file holds, or what is wrong with it. Read without conf, which takes 75 ms to load: more than the rest of a start together. */
function readStored(file: string): Stored | string {
  let text: string;
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) return "it is not a regular file";
    if (stat.size > largestFile) return "it is larger than 1 MB";
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    const fault = tellSystemFault(error);
    if (fault.code === "ENOENT") return {};
    throw new CoachError(`The settings in ${file} cannot be read: ${fault.reason}.`, { fault: "failure", advice: fault.advice, cause: error });
  }
  return parse(text);
}

function parse(text: string): Stored | string {
  try {
    const value = parseJson(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Stored) : "it holds no JSON object";
  } catch {
    return "it is not JSON";
  }
}

/** Editors on Windows begin a file with a byte order mark. */
function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

interface ConfLike {
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

/** conf reads the file anew for each change and replaces it by rename. Between the two another process may write: without the lock, 8 of 40 pairs lost a key. */
async function change(folder: string, act: (conf: ConfLike) => void, file: string): Promise<string | undefined> {
  const deserialize = (text: string) => parseJson(text) as Record<string, unknown>;
  try {
    const [{ default: Conf }, { whileLocked }] = await Promise.all([import("conf"), import("./lock.ts")]);
    makeFolders(folder, fs);
    return await whileLocked(`${file}.lock`, () => {
      const aside = typeof readStored(file) === "string" ? putAside(file) : undefined;
      act(new Conf<Record<string, unknown>>({ cwd: folder, configName: fileName, configFileMode: 0o600, accessPropertiesByDotNotation: false, deserialize }));
      return aside;
    });
  } catch (error) {
    if (error instanceof CoachError || systemCode(error) === "") throw error;
    const fault = tellSystemFault(error);
    throw new CoachError(`The settings in ${file} were not changed: ${fault.reason}.`, { fault: "failure", advice: fault.advice, cause: error });
  }
}

/** A damaged file may hold what a person wrote by hand: it is renamed, never written over. */
function putAside(file: string): string {
  let aside = `${file}.damaged`;
  for (let number = 2; fs.lstatSync(aside, { throwIfNoEntry: false }) !== undefined; number += 1) aside = `${file}.damaged-${number}`;
  fs.renameSync(file, aside);
  return aside;
}

function tellDamage(file: string, reason: string): Problem {
  return {
    rule: "settings-damaged",
    severity: "warning",
    place: { file, line: 1, column: 1 },
    message: `the settings cannot be used, so every default holds: ${reason}`,
    advice: "Mend the file, or set anything: it is then put aside under another name and a new one begun.",
  };
}
