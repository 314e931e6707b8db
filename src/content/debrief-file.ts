// Room: content. A debrief of a real round written beforehand (YAML or JSON). Pure.
import { isDay } from "../domain/calendar.ts";
import { type OwnConfidence, readConfidence } from "../domain/confidence.ts";
import { CoachError } from "../domain/errors.ts";
import { type Ending, endings } from "../domain/outcome.ts";
import { clean } from "./clean.ts";
import { readData, type YamlFault } from "./yaml.ts";

/** What a person says of a real round, before it is held against the library. */
export interface DebriefDraft {
  /** The id or the title of a round; undefined: none of the loop's. */
  readonly round: string | undefined;
  /** Undefined: today. */
  readonly day: string | undefined;
  readonly asked: readonly AskedDraft[];
  readonly felt: OwnConfidence | undefined;
  readonly ending: Ending;
}

export interface AskedDraft {
  readonly text: string;
  /** A story by its number, title or id. */
  readonly story: string | undefined;
  /** The id of the question that it comes down to; `none` for none; undefined: find out. */
  readonly foreseen: string | undefined;
}

const advice = "Write `round:`, `asked:` with a list of questions, `felt:` 1 to 5 and `outcome:` waiting, through or not; docs/answers.md has an example.";
const fields = new Set(["round", "date", "asked", "felt", "outcome"]);
const askedFields = new Set(["question", "story", "foreseen"]);
/** More than anybody is asked in a day, or remembers. */
const mostAsked = 200;
const longestAsked = 2000;

/** Reads it. Throws a CoachError (input) that says what is wrong. */
export function parseDebriefFile(file: string, text: string): DebriefDraft {
  const wrong = (message: string, line = 1): CoachError => new CoachError(clean(message), { fault: "input", place: { file, line, column: 1 }, advice });
  const map = mapIn(readDocument(clean(text), wrong), wrong, fields);
  const outcome = textOf(map["outcome"]) ?? "waiting";
  const ending = endings.find((one) => one === outcome);
  if (!ending) throw wrong(`"${outcome}" is not an outcome: ${endings.join(", ")}`);
  const day = textOf(map["date"]);
  if (day !== undefined && !isDay(day)) throw wrong(`"${day}" is not a day such as 2026-12-15`);
  const felt = textOf(map["felt"]);
  const confidence = felt === undefined ? undefined : readConfidence(felt);
  if (felt !== undefined && confidence === undefined) throw wrong(`"${felt}" is not how it felt: 1 to 5, or lost, shaky, fair, solid, nailed it`);
  return { round: textOf(map["round"]), day, asked: readAsked(map["asked"], wrong), felt: confidence, ending };
}

type Wrong = (message: string, line?: number) => CoachError;

function readDocument(text: string, wrong: Wrong): unknown {
  try {
    return readData(text);
  } catch (fault) {
    const { mark, reason } = fault as YamlFault;
    throw wrong(reason ?? "the file is neither YAML nor JSON", (mark?.line ?? 0) + 1);
  }
}

function mapIn(value: unknown, wrong: Wrong, known: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong("the file is not of the form `key: value`");
  for (const key of Object.keys(value)) if (!known.has(key)) throw wrong(`there is no "${key}" in a debrief; there is ${[...known].join(", ")}`);
  return value as Readonly<Record<string, unknown>>;
}

function readAsked(value: unknown, wrong: Wrong): readonly AskedDraft[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong("`asked` is not a list");
  if (value.length > mostAsked) throw wrong(`\`asked\` has ${value.length} questions; at most ${mostAsked} are read`);
  return value.map((entry: unknown) => {
    const map = typeof entry === "object" && entry !== null ? mapIn(entry, wrong, askedFields) : { question: entry };
    const text = textOf(map["question"]);
    if (text === undefined) throw wrong("an entry of `asked` has no text");
    if (text.length > longestAsked) throw wrong(`a question has ${text.length} letters; at most ${longestAsked} are kept`);
    return { text, story: textOf(map["story"]), foreseen: textOf(map["foreseen"]) };
  });
}

/** Undefined for what is empty, and for lists and maps. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  // JSON can write an escape code in letters, so texts are cleaned again.
  const text = clean(String(value)).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}
