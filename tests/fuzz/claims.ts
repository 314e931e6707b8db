// Room: tests. What must hold of every text that comes in, and how it is told that it does not.
import { isDeepStrictEqual } from "node:util";
import { CoachError } from "../../src/domain/errors.ts";
import type { Problem } from "../../src/domain/problem.ts";

/** What acts on a terminal, or turns what is read round. Written anew here: the cleaner's own patterns would agree with themselves. */
const acts = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Nothing in the text acts on a terminal. */
export function cannotAct(text: string): void {
  const found = acts.exec(text);
  if (found) throw new Error(`acts on a terminal: ${JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 40))}`);
}

/** The same of every text within a value, its keys too. */
export function nothingActs(value: unknown): void {
  if (typeof value === "string") cannotAct(value);
  else if (Array.isArray(value)) for (const part of value) nothingActs(part);
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      cannotAct(key);
      nothingActs(part);
    }
  }
}

/** Every problem stands in the text and can be shown. */
export function problemsStand(problems: readonly Problem[], text: string): void {
  const lines = text.split("\n").length;
  for (const { place, message, advice, rule } of problems) {
    const stands = Number.isInteger(place.line) && Number.isInteger(place.column) && place.line >= 1 && place.line <= lines && place.column >= 1;
    if (!stands) throw new Error(`${rule} stands at ${place.line}:${place.column} of ${lines} lines`);
    cannotAct(message);
    cannotAct(advice);
  }
}

/** What the reader gives; undefined where it refuses with an error for a person. */
export function readOrTold<T>(read: () => T): T | undefined {
  return readOr(read, () => undefined);
}

/** The same for readers of files, whose refusals say where, and are shown as they are. */
export function readOrRefused<T>(read: () => T, text: string): T | undefined {
  return readOr(read, ({ message, advice = "", place }) => {
    if (!place) throw new Error(`refused without a place: ${message}`);
    problemsStand([{ rule: "refusal", severity: "error", place, message, advice }], text);
  });
}

function readOr<T>(read: () => T, refused: (error: CoachError) => void): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    refused(error);
    return undefined;
  }
}

/** Two values are the same as JSON would keep them, in whatever order their fields come. */
export function same(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found) ?? "nothing", JSON.stringify(expected) ?? "nothing"];
  if (one === other || isDeepStrictEqual(jsonIn(one), jsonIn(other))) return;
  throw new Error(`${what}: ${one.slice(0, 300)} is not ${other.slice(0, 300)}`);
}

/** What must be so. */
export function holds(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}

/** What JSON says; undefined for what is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
