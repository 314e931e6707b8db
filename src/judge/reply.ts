// Room: judge. Reads what the judge replied. Nothing of it is believed before it was checked. Pure.
import type { Status } from "../domain/grade.ts";
import type { JudgedMark } from "../domain/judgement.ts";

/** What a reply says, or why it cannot be used, as the end of "the judge …". */
export type Reply = { readonly marks: readonly JudgedMark[]; readonly comment: string } | { readonly wrong: string };

/** What a reply is read against. */
export interface Expected {
  /** The key points that were asked about. */
  readonly ids: readonly string[];
  /** Takes out of a text what could act on a terminal. */
  clean(text: string): string;
}

/** The most letters of a reason, and of the comment; what is longer is cut. */
const longest = { why: 200, comment: 300 } as const;

/** Reads the body that an OpenAI-compatible server sent. */
export function readReply(body: string, expected: Expected): Reply {
  const envelope = parsed(body);
  if (envelope === undefined) return { wrong: "did not send JSON" };
  const [choice] = listIn(envelope, "choices") ?? [];
  const content = fieldOf(fieldOf(choice, "message"), "content");
  if (typeof content !== "string") return { wrong: "sent no message" };
  const reply = parsed(bareJson(content));
  if (reply === undefined) return { wrong: "did not reply with the JSON that it was asked for" };
  return readPoints(reply, expected);
}

/** Models that think aloud, or put a code fence around what they were asked for, have still replied with it. */
function bareJson(content: string): string {
  const said = content.replace(/^\s*<think>[\s\S]*?<\/think>/, "").trim();
  return /^```(?:json)?\n([\s\S]*)\n```$/.exec(said)?.[1] ?? said;
}

function readPoints(reply: unknown, expected: Expected): Reply {
  const points = listIn(reply, "points");
  if (!points) return { wrong: "replied without a list of key points" };
  const left = new Set(expected.ids);
  const marks: JudgedMark[] = [];
  for (const point of points) {
    const mark = readPoint(point, expected);
    if (typeof mark === "string") return { wrong: mark };
    if (!left.delete(mark.id)) return { wrong: expected.ids.includes(mark.id) ? "judged a key point twice" : "judged a key point that it was not asked about" };
    marks.push(mark);
  }
  if (left.size > 0) return { wrong: `left out ${left.size} of ${expected.ids.length} key points` };
  const comment = readText(fieldOf(reply, "comment"), longest.comment, expected);
  return comment === undefined ? { wrong: "replied with a comment that is no text" } : { marks: inOrder(marks, expected.ids), comment };
}

function readPoint(point: unknown, expected: Expected): JudgedMark | string {
  const id = fieldOf(point, "id");
  const status = fieldOf(point, "status");
  const why = readText(fieldOf(point, "why"), longest.why, expected);
  if (typeof id !== "string") return "judged something without an id";
  if (!isStatus(status)) return "gave a mark that there is none of";
  return why === undefined ? "gave a reason that is no text" : { id, status, why };
}

function isStatus(value: unknown): value is Status {
  return value === "found" || value === "partly" || value === "not-found";
}

/** Clean, on one line, and cut to its length; empty where it is absent. Undefined when it is no text. */
function readText(value: unknown, most: number, { clean }: Expected): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return undefined;
  const letters = [...clean(value).replace(/\s+/g, " ").trim()];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

function inOrder(marks: readonly JudgedMark[], ids: readonly string[]): readonly JudgedMark[] {
  return marks.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] | undefined {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : undefined;
}
