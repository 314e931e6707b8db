// Room: journal. What a record must look like to be counted. Pure.
import { instantOf, isDay } from "../domain/calendar.ts";
import { confidences } from "../domain/confidence.ts";
import { endings } from "../domain/outcome.ts";
import { ratings } from "../domain/memory.ts";
import { kinds, starParts } from "../domain/question.ts";

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

/** The first field that is not what its type asks for; undefined when all is well. Record types that are not known have no wrong fields. */
export function wrongField(entry: Readonly<Record<string, unknown>>): string | undefined {
  const shape = shapes.get(entry["type"]);
  if (!shape) return typeof entry["type"] === "string" ? undefined : "type";
  const wrong = firstWrong(entry, shape);
  if (wrong !== undefined) return wrong;
  return entry["type"] === "attempt" && (entry["answer"] as { kind: string }).kind !== entry["kind"] ? "answer.kind" : undefined;
}

/** True for what `openDrafts` keeps. */
export function isDraft(value: unknown): boolean {
  return draft(value);
}

/** True for the types that this version counts; others are kept and passed over. */
export function isKnownType(type: unknown): boolean {
  return shapes.has(type);
}

function firstWrong(record: Readonly<Record<string, unknown>>, shape: Shape): string | undefined {
  for (const field in shape) {
    // JSON has no undefined: it is what an absent field is judged as, and only optional ones pass.
    if (shape[field]?.(Object.hasOwn(record, field) ? record[field] : undefined) !== true) return field;
  }
  return undefined;
}

const isText: Check = (value) => typeof value === "string";
const isName: Check = (value) => typeof value === "string" && value !== "";
const isBoolean: Check = (value) => typeof value === "boolean";
const isAmount: Check = (value) => typeof value === "number" && value >= 0 && value < Infinity;
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isWhole: Check = (value) => Number.isSafeInteger(value);
const isShare: Check = (value) => typeof value === "number" && value >= 0 && value <= 1;
const isStatus: Check = (value) => value === "found" || value === "partly" || value === "not-found";
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
/** For fields that earlier versions did not write, and for what a person need not say. */
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && firstWrong(value, shape) === undefined;

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const isMoment: Check = (value) => typeof value === "string" && moment.test(value) && !Number.isNaN(instantOf(value));

const isStarParts = shaped(Object.fromEntries(starParts.map((part) => [part, isText])));
const isMark = shaped({ id: isText, status: isStatus, strength: isShare });
const isLevels: Check = (value) =>
  isObject(value) && Object.values(value).every((level) => Number.isSafeInteger(level) && (level as number) >= 1 && (level as number) <= 5);
const isConfidence: Check = (value) => (confidences as readonly unknown[]).includes(value);
const isCorrection: Check = (value) => isObject(value) && Object.values(value).every(isStatus);

const bodies: ReadonlyMap<unknown, Check> = new Map([
  ["choice", shaped({ chosen: listOf(isCount) })],
  ["recall", shaped({ texts: listOf(isText) })],
  ["numeric", shaped({ text: isText })],
  ["order", shaped({ order: listOf(isCount) })],
  ["sort", shaped({ buckets: listOf(isWhole) })],
  ["open", shaped({ text: isText })],
  ["star", shaped({ parts: isStarParts })],
  ["rewrite", shaped({ text: isText })],
]);
const isAnswer: Check = (value) => isObject(value) && bodies.get(value["kind"])?.(value) === true;
const isKind: Check = (value) => (kinds as readonly unknown[]).includes(value);

const isPart: Check = (value) => (starParts as readonly unknown[]).includes(value);
const draft = shaped({
  v: (value) => value === 1,
  pid: isCount,
  host: isText,
  started: isText,
  at: isMoment,
  question: isName,
  answer: shaped({ body: isAnswer, seconds: isAmount, timedOut: isBoolean, overtime: isAmount, hints: isCount, paused: isAmount }),
  part: optional(isPart),
  promptSeconds: isAmount,
  session: shaped({ kind: isName, title: isText, left: listOf(isName) }),
});

const isPlan = listOf(shaped({ round: isName, questions: listOf(isName) }));
const mockEvents: ReadonlyMap<unknown, Check> = new Map([
  ["opened", shaped({ loop: isName, seed: isWhole, pace: isAmount, timer: isBoolean, rounds: isPlan })],
  ["skipped", shaped({ round: isName, question: isName })],
  ["round-over", shaped({ round: isName })],
  ["note", shaped({ round: isName, text: isText })],
]);
/** An event that a newer version knows is kept, as a session of another kind is. */
const isMockEvent: Check = (value) => isObject(value) && isName(value["event"]) && (mockEvents.get(value["event"]) ?? isObject)(value);

const isHeard: Check = (value) => isObject(value) && Object.values(value).every(isBoolean);
const isPeerScore = shaped({ question: isName, signals: isLevels, levels: isLevels, heard: isHeard, note: isText });

const isAsked = listOf(shaped({ text: isName, foreseen: optional(isName), own: optional(isName), story: optional(isName) }));
const isEnding: Check = (value) => (endings as readonly unknown[]).includes(value);
const isDate: Check = (value) => typeof value === "string" && isDay(value);

const isRating: Check = (value) => (ratings as readonly unknown[]).includes(value);

const shapes: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
  [
    "attempt",
    {
      id: isName,
      at: isMoment,
      session: isText,
      // Any name: a session of a kind that a newer version knows is still an attempt.
      sessionKind: isName,
      round: optional(isName),
      question: isName,
      kind: isKind,
      seed: isWhole,
      answer: isAnswer,
      seconds: isAmount,
      timedOut: isBoolean,
      overtime: isAmount,
      hints: isCount,
      paused: isAmount,
      confidence: optional(isConfidence),
      score: isShare,
      marks: listOf(isMark),
      // Absent in records of before there were dimensions.
      levels: optional(isLevels),
      flags: listOf(isText),
      rules: isCount,
      unscored: isBoolean,
      interrupted: isBoolean,
    },
  ],
  ["correction", { id: isName, at: isMoment, attempt: isName, marks: isCorrection, score: isShare }],
  [
    "rescore",
    {
      id: isName,
      at: isMoment,
      attempt: isName,
      graded: isShare,
      marks: listOf(isMark),
      levels: isLevels,
      flags: listOf(isText),
      rules: isCount,
      correction: optional(isName),
      score: isShare,
    },
  ],
  [
    "judgement",
    {
      id: isName,
      at: isMoment,
      attempt: isName,
      model: isText,
      host: isText,
      marks: listOf(shaped({ id: isText, status: isStatus, why: isText })),
      comment: isText,
      score: isShare,
      counts: isBoolean,
    },
  ],
  [
    "story",
    { id: isName, at: isMoment, of: optional(isName), title: isText, question: isText, attempt: isText, parts: isStarParts, competencies: listOf(isText) },
  ],
  ["retrieval", { id: isName, at: isMoment, session: isText, question: isName, story: isText, seconds: isAmount, covers: isBoolean }],
  ["split", { id: isName, at: isMoment, telling: isName, title: isText }],
  ["removal", { id: isName, at: isMoment, story: isName }],
  ["tag", { id: isName, at: isMoment, story: isName, adds: listOf(isName), removes: listOf(isName) }],
  [
    "probe",
    {
      id: isName,
      at: isMoment,
      session: isText,
      attempt: isName,
      question: isName,
      keyPoint: isName,
      chair: isText,
      asked: isText,
      isAgain: isBoolean,
      reply: isText,
      seconds: isAmount,
      status: isStatus,
    },
  ],
  ["rating", { id: isName, at: isMoment, attempt: isName, rating: isRating }],
  ["undo", { id: isName, at: isMoment, of: isName }],
  ["mock", { id: isName, at: isMoment, session: isName, what: isMockEvent }],
  [
    "outcome",
    {
      id: isName,
      at: isMoment,
      of: optional(isName),
      loop: isText,
      round: isText,
      day: isDate,
      asked: isAsked,
      felt: optional(isConfidence),
      ending: isEnding,
    },
  ],
  ["script", { id: isName, at: isMoment, made: isText, loop: isName, round: isName, questions: listOf(isName) }],
  ["peer", { id: isName, at: isMoment, made: isText, loop: isName, round: isName, from: isText, questions: listOf(isPeerScore) }],
]);
