// Room: content. From one line of a batch file (JSON) to the answer it holds. Pure.
import type { BatchItem } from "../domain/batch.ts";
import { CoachError } from "../domain/errors.ts";
import type { KeyPoint } from "../domain/question.ts";
import { clean } from "./clean.ts";

/** More of them than any question has; each costs time with every answer. */
const most = { "key points": 200, phrasings: 100, references: 100 } as const;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a line; texts come out clean. Fields that are not known are passed over, and null is the same as left out. Throws a CoachError (input). */
export function readBatchLine(line: string): BatchItem {
  const fields = fieldsOf(line);
  return {
    id: typeof fields["id"] === "number" ? fields["id"] : idOf(fields["id"], '"id"'),
    question: textOf(fields["question"], '"question"'),
    answer: textOf(fields["answer"], '"answer"'),
    references: referencesOf(fields),
    keyPoints: keyPointsOf(fields["keyPoints"]),
  };
}

function wrong(message: string): CoachError {
  return new CoachError(message, { fault: "input" });
}

function fieldsOf(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong("the line is not JSON");
  }
  return mapOf(value, "the line");
}

function referencesOf(fields: Fields): readonly string[] {
  const one = fields["reference"] ?? undefined;
  const first = one === undefined ? [] : [textOf(one, '"reference"')];
  const all = [...first, ...textsOf(fields["references"], { name: '"references"', atMost: most.references })].map((text) => text.trim());
  return [...new Set(all)].filter((text) => text !== "");
}

function keyPointsOf(value: unknown): readonly KeyPoint[] {
  const points = listOf(value, { name: '"keyPoints"', atMost: most["key points"] }).map((point, index) => keyPointOf(point, `key point ${index + 1}`));
  const twice = points.find((point, index) => points.findIndex(({ id }) => id === point.id) !== index);
  if (twice) throw wrong(`two key points have the id "${twice.id}"`);
  if (points.length > 0 && points.every(({ weight }) => weight === 0)) throw wrong("no key point has any weight");
  return points;
}

function keyPointOf(value: unknown, name: string): KeyPoint {
  const fields = mapOf(value, name);
  const weight = fields["weight"] ?? 1;
  if (typeof weight !== "number" || !Number.isFinite(weight) || weight < 0) throw wrong(`the weight of ${name} is not a number from 0`);
  return {
    id: idOf(fields["id"], `the id of ${name}`),
    text: textOf(fields["text"], `the text of ${name}`),
    weight,
    part: undefined,
    phrasings: textsOf(fields["phrasings"], { name: `the phrasings of ${name}`, atMost: most.phrasings }).filter((text) => text.trim() !== ""),
  };
}

function mapOf(value: unknown, name: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw wrong(`${name} is not an object in braces`);
}

function textOf(value: unknown, name: string): string {
  if (typeof value === "string") return clean(value);
  throw wrong(value === undefined || value === null ? `${name} is missing` : `${name} is not a text`);
}

/** Ids are written as texts or as numbers. */
function idOf(value: unknown, name: string): string {
  const id = typeof value === "number" ? String(value) : textOf(value, name).trim();
  if (id !== "") return id;
  throw wrong(`${name} is empty`);
}

interface ListNamed {
  readonly name: string;
  readonly atMost: number;
}

function listOf(value: unknown, { name, atMost }: ListNamed): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(`${name} is not a list`);
  if (value.length > atMost) throw wrong(`${name} has ${value.length} entries; at most ${atMost} are read`);
  return value;
}

function textsOf(value: unknown, named: ListNamed): readonly string[] {
  return listOf(value, named).map((text) => textOf(text, `an entry of ${named.name}`));
}
