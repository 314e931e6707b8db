// Room: tests. From a question until its answer is kept no signal ends the program; after that it may.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHold } from "../../../src/cli/hold.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { AttemptLog, Interviewer, Reply } from "../../../src/practice/ports.ts";
import { anAttempt } from "../../support/attempts.ts";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const answer = { body: { kind: "open", text: "Half" } } as Answer;

const heard = (): readonly number[] => endings.map((signal) => process.listenerCount(signal));
let before: readonly number[];
const killed = vi.spyOn(process, "kill").mockReturnValue(true);

beforeEach(() => {
  before = heard();
  killed.mockClear();
});

afterEach(() => {
  for (const [index, signal] of endings.entries()) if (heard()[index] !== before[index]) throw new Error(`${signal} is still held`);
});

/** A session whose question is answered so, and whose journal does that. */
function sessionOf(reply: () => Promise<Reply>, append: () => Promise<void> = () => Promise.resolve()) {
  const hold = createHold();
  const interviewer = hold.overReplies({ ask: reply } as unknown as Interviewer);
  const log = hold.overLog({ append } as unknown as AttemptLog);
  return { ask: () => interviewer.ask({} as never, {} as never, {} as never), keep: () => log.append(anAttempt()) };
}

const replied =
  (reply: object): (() => Promise<Reply>) =>
  () =>
    Promise.resolve(reply as Reply);

test.each([
  ["an answer that was handed in", { type: "answered", answer }],
  ["an answer that was cut short", { type: "stop", how: "interrupt", answer }],
])("%s is kept before a signal ends the program", async (_, reply) => {
  const { ask, keep } = sessionOf(replied(reply));
  await ask();
  expect(heard()).toEqual(before.map((count) => count + 1));
  process.emit("SIGINT", "SIGINT");
  process.emit("SIGTERM", "SIGTERM");
  process.emit("SIGHUP", "SIGHUP");
  expect(killed).not.toHaveBeenCalled();
  await keep();
  expect(killed.mock.calls).toEqual([[process.pid, "SIGTERM"]]);
});

test("Ctrl-C once more is no second ending", async () => {
  const { ask, keep } = sessionOf(replied({ type: "stop", how: "interrupt", answer }));
  await ask();
  process.emit("SIGINT", "SIGINT");
  await keep();
  expect(killed).not.toHaveBeenCalled();
});

test("what a prompt hears is its own", async () => {
  const prompt = vi.fn();
  const { ask, keep } = sessionOf(() => {
    process.on("SIGTERM", prompt);
    process.emit("SIGTERM", "SIGTERM");
    process.removeListener("SIGTERM", prompt);
    return Promise.resolve({ type: "stop", how: "interrupt", answer });
  });
  await ask();
  await keep();
  expect([prompt.mock.calls.length, killed.mock.calls.length]).toEqual([1, 0]);
});

test("nothing is held where there is no answer, and where it cannot be kept", async () => {
  await sessionOf(replied({ type: "skip" })).ask();
  await sessionOf(replied({ type: "stop", how: "quit", answer: undefined })).ask();
  await expect(sessionOf(() => Promise.reject(new Error("broken"))).ask()).rejects.toThrow("broken");
  expect(heard()).toEqual(before);
  const full = sessionOf(replied({ type: "answered", answer }), () => Promise.reject(new Error("full")));
  await full.ask();
  await expect(full.keep()).rejects.toThrow("full");
});

test("questions after one another hold once", async () => {
  const { ask, keep } = sessionOf(replied({ type: "answered", answer }));
  await ask();
  await ask();
  expect(heard()).toEqual(before.map((count) => count + 1));
  await keep();
});
