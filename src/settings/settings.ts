// Room: settings. What can be set, with its default and its check. Pure.
import { isDay } from "../domain/calendar.ts";
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";

/** All settings, each with a value; undefined where there is no default. */
export interface Settings {
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly interviewDate: string | undefined;
  /** 5 to 240. */
  readonly minutesPerEvening: number;
  /** More folders of decks. */
  readonly decks: readonly string[];
  readonly editor: string | undefined;
  readonly overtime: boolean;
  readonly timer: boolean;
  readonly confidence: boolean;
  readonly plain: boolean;
  readonly modelAnswers: boolean;
}

type Type = "text" | "day" | "minutes" | "folders" | "switch";

/** One line of the table. */
export interface Setting {
  /** As a person writes it, and as the file holds it. */
  readonly key: string;
  readonly field: keyof Settings;
  readonly type: Type;
  readonly about: string;
}

export const defaults: Settings = {
  name: undefined,
  company: undefined,
  role: undefined,
  interviewDate: undefined,
  minutesPerEvening: 30,
  decks: [],
  editor: undefined,
  overtime: false,
  timer: true,
  confidence: true,
  plain: false,
  modelAnswers: true,
};

/** Every setting there is, in the order to show. */
export const settingsTable = [
  { key: "name", field: "name", type: "text", about: "what to call you" },
  { key: "company", field: "company", type: "text", about: "the company you prepare for" },
  { key: "role", field: "role", type: "text", about: "the role you prepare for" },
  { key: "interview-date", field: "interviewDate", type: "day", about: "the day of the interview; of the last round, where there are several" },
  { key: "minutes-per-evening", field: "minutesPerEvening", type: "minutes", about: "how long you mean to practise in an evening" },
  { key: "decks", field: "decks", type: "folders", about: "more folders of decks" },
  { key: "editor", field: "editor", type: "text", about: "the editor for long answers, before $VISUAL and $EDITOR" },
  { key: "overtime", field: "overtime", type: "switch", about: "at zero the clock runs on and the answer stays open" },
  { key: "timer", field: "timer", type: "switch", about: "questions run against a clock" },
  { key: "confidence", field: "confidence", type: "switch", about: "ask how well an answer went, before its marks" },
  { key: "plain", field: "plain", type: "switch", about: "no moving clock and no cursor movement, for screen readers" },
  { key: "model-answers", field: "modelAnswers", type: "switch", about: "show the model answer after the marks" },
] as const satisfies readonly Setting[];

interface Kind {
  /** Completes "it must be …". */
  readonly told: string;
  accepts(value: unknown): boolean;
  /** What a person wrote, as the value it stands for; `accepts` judges it. */
  read(text: string): unknown;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 1000 && !/\p{Cc}/u.test(value);

const types: Readonly<Record<Type, Kind>> = {
  text: { told: "a text of one line", accepts: isText, read: (text) => text.trim() },
  day: { told: "a day as YYYY-MM-DD, such as 2027-03-01", accepts: (value) => typeof value === "string" && isDay(value), read: (text) => text.trim() },
  minutes: {
    told: "a whole number from 5 to 240",
    accepts: (value) => Number.isInteger(value) && (value as number) >= 5 && (value as number) <= 240,
    read: (text) => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : text),
  },
  folders: {
    told: "folders, split by commas",
    accepts: (value) => Array.isArray(value) && value.every(isText),
    read: (text) =>
      text
        .split(",")
        .map((folder) => folder.trim())
        .filter((folder) => folder !== ""),
  },
  switch: { told: "true or false", accepts: (value) => typeof value === "boolean", read: (text) => switches[text.trim().toLowerCase()] },
};

const switches: Readonly<Record<string, boolean | undefined>> = {
  __proto__: null as never,
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/** The setting of that key; an unknown one is an error that lists them all. */
export function findSetting(key: string): Setting {
  const found = settingsTable.find((setting) => setting.key === key);
  if (found) return found;
  throw new CoachError(`There is no setting "${key}".`, { fault: "usage", advice: `Settings: ${settingsTable.map((setting) => setting.key).join(", ")}.` });
}

/** The value that a person wrote for a setting; an error says what it must be. */
export function readValue(setting: Setting, text: string): unknown {
  const type = types[setting.type];
  const value = type.read(text);
  if (type.accepts(value)) return value;
  throw new CoachError(`"${text}" does not fit the setting ${setting.key}.`, { fault: "usage", advice: `It must be ${type.told}.` });
}

/** Settings from what their file holds. What does not fit is a problem, and its default stands in. */
export function readSettings(stored: Readonly<Record<string, unknown>>, file: string): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const fitting = settingsTable.filter(({ key, type }) => Object.hasOwn(stored, key) && types[type].accepts(stored[key]));
  const settings: Settings = { ...defaults, ...Object.fromEntries(fitting.map(({ key, field }) => [field, stored[key]])) };
  const misfits = settingsTable.filter((setting) => Object.hasOwn(stored, setting.key) && !(fitting as readonly Setting[]).includes(setting));
  const unknown = Object.keys(stored).filter((key) => !settingsTable.some((setting) => setting.key === key));
  return {
    settings,
    problems: [
      ...misfits.map(({ key, type }) =>
        tellProblem(file, `the setting ${key} is not ${types[type].told}; its default is used`, `Run: coach config set ${key} VALUE`),
      ),
      ...unknown.map((key) => tellProblem(file, `there is no setting ${JSON.stringify(key)}`, "Take it out, or check its spelling.")),
    ],
  };
}

function tellProblem(file: string, message: string, advice: string): Problem {
  return { rule: "settings-value", severity: "warning", place: { file, line: 1, column: 1 }, message, advice };
}
