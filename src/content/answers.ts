// Room: content. From the text of an answers file (YAML or JSON) to scripted answers. Pure.
import { CoachError } from "../domain/errors.ts";
import type { ScriptedAnswer, ScriptedValue } from "../domain/scripted.ts";
import { clean } from "./clean.ts";
import { readYaml, type YamlFault } from "./yaml.ts";

const wanted = "Write a list: `answers:`, then `- question: <id>` and `answer: …` for each; see docs/answers.md.";
/** More than a year of evenings; a file beyond it is a mistake or an attack. */
const mostAnswers = 10_000;

interface File {
  readonly file: string;
  readonly text: string;
}

/** Reads an answers file. Throws a CoachError (input) with the line where it is wrong. */
export function parseAnswers(file: File): readonly ScriptedAnswer[] {
  const read = readDocument(file);
  const list = isMap(read) ? read["answers"] : undefined;
  if (!Array.isArray(list)) throw wrong(file, 1, "the file has no list `answers`");
  if (list.length > mostAnswers) throw wrong(file, 1, `the file has ${list.length} answers; at most ${mostAnswers} are read`);
  const lines = questionLines(file.text);
  return list.map((entry: unknown, index) => readEntry(file, entry, lines[index] ?? 1));
}

function readDocument(file: File): unknown {
  refuseAliases(file);
  try {
    const text = clean(file.text);
    return /^\s*[[{]/.test(text) ? JSON.parse(text) : readYaml(text);
  } catch (fault) {
    const { mark, reason } = fault as YamlFault;
    throw wrong(file, (mark?.line ?? 0) + 1, reason ?? "the file is neither YAML nor JSON");
  }
}

/** Aliases let a few bytes stand for megabytes; an answers file has no use for them. */
function refuseAliases(file: File): void {
  const line = file.text.split("\n").findIndex((text) => /^\s*(?:-\s+)*(?:[\w-]+:\s+)?[&*][A-Za-z0-9_]+\s*$/.test(text));
  if (line !== -1) throw wrong(file, line + 1, "anchors and aliases are not read");
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Line of each `question:` key, in order, so that complaints about an entry have a place. */
function questionLines(text: string): number[] {
  return text.split("\n").flatMap((line, index) => (/^\s*(?:-\s*)?(?:\{\s*)?["']?question["']?\s*:/.test(line) ? [index + 1] : []));
}

function readEntry(file: File, entry: unknown, line: number): ScriptedAnswer {
  if (!isMap(entry)) throw wrong(file, line, "an entry is not of the form `question: …, answer: …`");
  const { question, answer, seconds } = entry;
  if (typeof question !== "string" || question.trim() === "") throw wrong(file, line, "an entry does not name its question");
  const value = readValue(answer);
  if (value === undefined) throw wrong(file, line, `the answer to ${question} is missing, or is neither text, nor a list, nor named parts`);
  return { question: question.trim(), value, seconds: readSeconds(file, seconds, line), place: { file: file.file, line, column: 1 } };
}

function readSeconds(file: File, written: unknown, line: number): number | undefined {
  if (written === undefined || written === null || written === "") return undefined;
  const seconds = Number(written);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 86_400) throw wrong(file, line, `"${String(written)}" is not a number of seconds`);
  return seconds;
}

function readText(value: unknown): string | undefined {
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
  return new CoachError(message, { fault: "input", place: { file: file.file, line, column: 1 }, advice: wanted });
}
