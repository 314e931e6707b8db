// Room: judge. Asks a language model behind an OpenAI-compatible address for its reading of one answer.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { answerText } from "../domain/answer.ts";
import type { JudgeReading } from "../domain/judgement.ts";
import { hostOf } from "../domain/web-address.ts";
import { post, type Sent } from "./post.ts";
import { readReply } from "./reply.ts";
import { type Material, messagesFor, schemaFor } from "./wording.ts";

/** Whom to ask, and how. */
export interface JudgeSetting {
  /** Up to and with `/v1`, as `domain/web-address.ts` allows it. */
  readonly address: string;
  readonly model: string;
  readonly key: string | undefined;
  /** For all of it, a second try included. */
  readonly seconds: number;
  /** Takes out of a text what could act on a terminal. */
  clean(text: string): string;
}

/** What came of it. `why` completes "the judge …"; it holds neither the key nor anything that the server wrote. */
export type JudgeEnd =
  | { readonly type: "read"; readonly reading: JudgeReading }
  | { readonly type: "failed"; readonly why: string }
  | { readonly type: "stopped" };

/** The most letters of an answer that are sent: an hour of speech. */
const longestAnswer = 60_000;

/** Asks once, and once more where that may help. `stop` ends it at once. Never rejects. */
export async function askJudge(setting: JudgeSetting, material: Material, stop: AbortSignal): Promise<JudgeEnd> {
  if (setting.key !== undefined && !/^[\x21-\x7e]+$/.test(setting.key))
    return { type: "failed", why: "was not asked: its key holds a space or a letter that no key has" };
  if (answerText(material.answer).length > longestAnswer) return { type: "failed", why: `was not asked: the answer has more than ${longestAnswer} letters` };
  const sent = await withinTime(setting.seconds, stop, (signal) => sendTwice(setting, material, signal));
  if (sent.type === "aborted") return stop.aborted ? { type: "stopped" } : { type: "failed", why: `did not answer within ${setting.seconds} s` };
  if (sent.type === "failed") return { type: "failed", why: sent.why };
  const reply = readReply(sent.text, { ids: material.points.map(({ id }) => id), clean: (text) => withoutKey(setting.clean(text), setting.key) });
  if ("wrong" in reply) return { type: "failed", why: reply.wrong };
  return { type: "read", reading: { model: setting.model, host: hostOf(setting.address), ...reply } };
}

/** A key from here on is no word by chance. */
const shortestKey = 8;

/** A server could write the key that it was sent into its reply, which is shown and kept. */
function withoutKey(text: string, key: string | undefined): string {
  return key === undefined || key.length < shortestKey ? text : text.replaceAll(key, "(key)");
}

/** Not by AbortSignal.any over AbortSignal.timeout: on Node 20 the timer of such a pair may be collected before it rings. */
async function withinTime<T>(seconds: number, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, seconds * 1000);
  stop.addEventListener("abort", end);
  if (stop.aborted) end();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", end);
  }
}

/** Milliseconds before the second try, unless the server names a time, of which at most 10 s are waited. */
const backoff = { usual: 500, most: 10_000 } as const;

async function sendTwice(setting: JudgeSetting, material: Material, signal: AbortSignal): Promise<Sent> {
  const letter = { url: `${setting.address}/chat/completions`, key: setting.key, signal };
  const bare = { model: setting.model, messages: messagesFor(material, randomBytes(16).toString("hex")) };
  const full = { ...bare, temperature: 0, stream: false, response_format: formatFor(material) };
  const first = await post({ ...letter, body: full });
  if (first.type !== "failed") return first;
  // Not every server knows what shapes a reply, nor lets every model's temperature be set.
  if (first.status === 400 || first.status === 422) return post({ ...letter, body: bare });
  if (!first.mayPass) return first;
  try {
    await pause(Math.min(Math.max(first.waitSeconds * 1000, backoff.usual), backoff.most), undefined, { signal });
  } catch {
    return { type: "aborted" };
  }
  return post({ ...letter, body: full });
}

function formatFor(material: Material): unknown {
  return { type: "json_schema", json_schema: { name: "reading", strict: true, schema: schemaFor(material.points.map(({ id }) => id)) } };
}
