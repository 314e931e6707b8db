// Room: settings. What can be set, with its default and its check. Pure.
import { isDay } from "../domain/calendar.ts";
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { fitAddress, isFitAddress, tidyAddress } from "../domain/web-address.ts";

/** All settings, each with a value; undefined where there is no default. */
export interface Settings {
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly interviewDate: string | undefined;
  /** 5 to 240. */
  readonly minutesPerEvening: number;
  /** The chance of recall at which a question comes up again, .70 to .97. */
  readonly retention: number;
  /** 0 to 100. */
  readonly newPerEvening: number;
  /** An hour, 0 to 12. */
  readonly dayEnds: number;
  /** More folders of decks. */
  readonly decks: readonly string[];
  readonly editor: string | undefined;
  readonly overtime: boolean;
  readonly timer: boolean;
  readonly confidence: boolean;
  readonly plain: boolean;
  readonly modelAnswers: boolean;
  /** In the form of `tidyAddress`. */
  readonly judgeUrl: string | undefined;
  readonly judgeModel: string | undefined;
  /** Seconds, 1 to 300. */
  readonly judgeTimeout: number;
  readonly judgeCounts: boolean;
  /** The address that the person agreed to; only while it is `judgeUrl` may anything be sent. */
  readonly judgeConsent: string | undefined;
  readonly judgeKey: string | undefined;
}

type Type = "text" | "day" | "minutes" | "chance" | "number" | "hour" | "folders" | "switch" | "address" | "seconds" | "secret";

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
  retention: 0.9,
  newPerEvening: 10,
  dayEnds: 4,
  decks: [],
  editor: undefined,
  overtime: false,
  timer: true,
  confidence: true,
  plain: false,
  modelAnswers: true,
  judgeUrl: undefined,
  judgeModel: undefined,
  judgeTimeout: 30,
  judgeCounts: false,
  judgeConsent: undefined,
  judgeKey: undefined,
};

/** Every setting there is, in the order to show. */
export const settingsTable = [
  { key: "name", field: "name", type: "text", about: "what to call you" },
  { key: "company", field: "company", type: "text", about: "the company you prepare for" },
  { key: "role", field: "role", type: "text", about: "the role you prepare for" },
  { key: "interview-date", field: "interviewDate", type: "day", about: "the day of the interview; of the last round, where there are several" },
  { key: "minutes-per-evening", field: "minutesPerEvening", type: "minutes", about: "how long you mean to practise in an evening" },
  { key: "retention", field: "retention", type: "chance", about: "a question comes up again when the chance that you recall it has fallen to this" },
  { key: "new-per-evening", field: "newPerEvening", type: "number", about: "how many questions you mean to meet for the first time in an evening" },
  { key: "day-ends", field: "dayEnds", type: "hour", about: "the hour at which a day ends: until then it is still the evening before" },
  { key: "decks", field: "decks", type: "folders", about: "more folders of decks" },
  { key: "editor", field: "editor", type: "text", about: "the editor for long answers, before $VISUAL and $EDITOR" },
  { key: "overtime", field: "overtime", type: "switch", about: "at zero the clock runs on and the answer stays open" },
  { key: "timer", field: "timer", type: "switch", about: "questions run against a clock" },
  { key: "confidence", field: "confidence", type: "switch", about: "ask how well an answer went, before its marks" },
  { key: "plain", field: "plain", type: "switch", about: "no moving clock and no cursor movement, for screen readers" },
  { key: "model-answers", field: "modelAnswers", type: "switch", about: "show the model answer after the marks" },
  {
    key: "judge.url",
    field: "judgeUrl",
    type: "address",
    about: "a language model that reads written answers as well, at any OpenAI-compatible address; none unless set",
  },
  { key: "judge.model", field: "judgeModel", type: "text", about: "which model it is asked for" },
  { key: "judge.timeout", field: "judgeTimeout", type: "seconds", about: "how many seconds to wait for it" },
  { key: "judge.counts", field: "judgeCounts", type: "switch", about: "its score counts, instead of the offline one" },
  { key: "judge.consent", field: "judgeConsent", type: "address", about: "the judge.url that you agreed to send answers to" },
  { key: "judge.key", field: "judgeKey", type: "secret", about: "its key, in plain text; the environment variable COACH_JUDGE_KEY keeps it out of files" },
] as const satisfies readonly Setting[];

interface Kind {
  /** Completes "it must be …". */
  readonly told: string;
  accepts(value: unknown): boolean;
  /** What a person wrote, as the value it stands for; `accepts` judges it. */
  read(text: string): unknown;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 1000 && !/\p{Cc}/u.test(value);

const wholeFrom = (least: number, most: number): Kind => ({
  told: `a whole number from ${least} to ${most}`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  read: (text) => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : text),
});

const types: Readonly<Record<Type, Kind>> = {
  text: { told: "a text of one line", accepts: isText, read: (text) => text.trim() },
  day: { told: "a day as YYYY-MM-DD, such as 2027-03-01", accepts: (value) => typeof value === "string" && isDay(value), read: (text) => text.trim() },
  minutes: wholeFrom(5, 240),
  number: wholeFrom(0, 100),
  hour: wholeFrom(0, 12),
  chance: {
    told: "a chance from 0.7 to 0.97, such as 0.9",
    accepts: (value) => typeof value === "number" && value >= 0.7 && value <= 0.97,
    read: (text) => (/^\s*0?\.\d{1,4}\s*$/.test(text) ? Number(text) : text),
  },
  seconds: wholeFrom(1, 300),
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
  address: { told: fitAddress, accepts: (value) => isText(value) && isFitAddress(value), read: tidyAddress },
  secret: { told: "a key: letters, digits and signs, no spaces", accepts: (value) => isText(value) && /^[!-~]+$/.test(value), read: (text) => text.trim() },
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

/** A stored value as it may be shown: what is secret is not. Empty where there is none. */
export function tellValue({ field, type }: Setting, settings: Settings): string {
  const value = settings[field];
  if (value === undefined) return "";
  if (type === "secret") return "(hidden)";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The value that a person wrote for a setting; an error says what it must be. */
export function readValue(setting: Setting, text: string): unknown {
  const type = types[setting.type];
  const value = type.read(text);
  if (type.accepts(value)) return value;
  // A key that was mistyped is still nearly the key.
  const what = setting.type === "secret" ? "that" : `"${text}"`;
  throw new CoachError(`${what} does not fit the setting ${setting.key}.`, { fault: "usage", advice: `It must be ${type.told}.` });
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
