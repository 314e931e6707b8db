// Room: content. From the text of an answers file (YAML or JSON) to scripted answers. Pure.
import { type OwnConfidence, readConfidence } from "../domain/confidence.ts";
import { CoachError } from "../domain/errors.ts";
import { type Rating, ratings } from "../domain/memory.ts";
import type { ScriptedAnswer, ScriptedValue } from "../domain/scripted.ts";
import { clean } from "./clean.ts";
import { readData, type YamlFault } from "./yaml.ts";

const wanted = "Write a list: `answers:`, then `- question: <id>` and `answer: …` for each; see docs/answers.md.";
/** More than a year of evenings; a file beyond it is a mistake or an attack. */
const mostAnswers = 10_000;
/** Ten thousand spoken answers of eight minutes would be six times as long. */
const longest = 10_000_000;

interface File {
  readonly file: string;
  readonly text: string;
}

/** Reads an answers file. Throws a CoachError (input) with the line where it is wrong. */
export function parseAnswers(file: File): readonly ScriptedAnswer[] {
  if (file.text.length > longest) throw wrong(file, 1, `the file has ${file.text.length} characters; at most ${longest} are read`);
  const cleaned: File = { file: file.file, text: clean(file.text) };
  const read = readDocument(cleaned);
  const list = isMap(read) && Object.hasOwn(read, "answers") ? read["answers"] : undefined;
  if (!Array.isArray(list)) throw wrong(file, 1, "the file has no list `answers`");
  if (list.length > mostAnswers) throw wrong(file, 1, `the file has ${list.length} answers; at most ${mostAnswers} are read`);
  return readEntries(cleaned, list);
}

function readDocument(file: File): unknown {
  try {
    return readData(file.text);
  } catch (fault) {
    const { mark, reason } = fault as YamlFault;
    throw wrong(file, (mark?.line ?? 0) + 1, reason ?? "the file is neither YAML nor JSON");
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readEntries(file: File, entries: readonly unknown[]): readonly ScriptedAnswer[] {
  const lines = questionLines(file.text);
  const seen = new Map<string, number>();
  let last = 1;
  return entries.map((entry) => {
    const name = nameIn(entry);
    const first = seen.get(name);
    const line = lines.get(name)?.[first === undefined ? 0 : 1] ?? last;
    last = line;
    const answer = readEntry(file, entry, line);
    if (first !== undefined) throw wrong(file, line, `${name} is answered twice; the first answer is in line ${first}`);
    seen.set(name, line);
    return answer;
  });
}

function nameIn(entry: unknown): string {
  const question = isMap(entry) ? entry["question"] : undefined;
  return typeof question === "string" ? clean(question).trim() : "";
}

/** Lines in which each question is named, so that complaints about an entry have a place. Neither reader tells it. */
function questionLines(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const [index, line] of text.split("\n").entries()) {
    for (const found of line.matchAll(/\bquestion["']?\s*:\s*["']?([^"'\s,}]+)/g)) {
      const name = found[1] ?? "";
      const known = lines.get(name);
      if (known) known.push(index + 1);
      else lines.set(name, [index + 1]);
    }
  }
  return lines;
}

function readEntry(file: File, entry: unknown, line: number): ScriptedAnswer {
  if (!isMap(entry)) throw wrong(file, line, "an entry is not of the form `question: …, answer: …`");
  const question = nameIn(entry);
  if (question === "") throw wrong(file, line, "an entry does not name its question");
  const { answer, seconds, rating, confidence } = entry;
  const value = readValue(answer);
  if (value === undefined) throw wrong(file, line, `the answer to ${question} is missing, or is neither text, nor a list, nor named parts`);
  const place = { file: file.file, line, column: 1 };
  return {
    question,
    value,
    seconds: readSeconds(file, seconds, line),
    confidence: readFeeling(file, confidence, line),
    rating: readRating(file, rating, line),
    place,
  };
}

function readRating(file: File, written: unknown, line: number): Rating | undefined {
  if (written === undefined || written === null || written === "") return undefined;
  const rating = ratings.find((one) => one === written);
  if (rating === undefined) throw wrong(file, line, `"${String(written)}" is not a rating: ${ratings.join(", ")}`);
  return rating;
}

function readFeeling(file: File, written: unknown, line: number): OwnConfidence | undefined {
  if (written === undefined || written === null || written === "") return undefined;
  const confidence = readConfidence(written);
  if (confidence === undefined) throw wrong(file, line, `"${String(written)}" is not a confidence: 1 to 5, or lost, shaky, fair, solid, nailed it`);
  return confidence;
}

function readSeconds(file: File, written: unknown, line: number): number | undefined {
  if (written === undefined || written === null || written === "") return undefined;
  const seconds = typeof written === "string" || typeof written === "number" ? Number(written) : Number.NaN;
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 86_400) throw wrong(file, line, `"${String(written)}" is not a number of seconds`);
  return seconds;
}

function readText(value: unknown): string | undefined {
  // JSON can write an escape code in letters, so texts are cleaned again.
  if (typeof value === "string") return clean(value).trimEnd();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function readList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(readText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function readValue(value: unknown): ScriptedValue | undefined {
  const simple = readText(value) ?? readList(value);
  if (simple !== undefined || !isMap(value)) return simple;
  const parts = Object.entries(value).map(([key, part]) => [clean(key), readText(part) ?? readList(part)] as const);
  return parts.every(([, part]) => part !== undefined) ? (Object.fromEntries(parts) as Record<string, string | readonly string[]>) : undefined;
}

function wrong(file: File, line: number, message: string): CoachError {
  return new CoachError(clean(message), { fault: "input", place: { file: file.file, line, column: 1 }, advice: wanted });
}
