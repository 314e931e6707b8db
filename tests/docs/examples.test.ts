// The examples of docs/answers.md do what the page says.
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parseAnswers } from "../../src/content/answers.ts";
import { aPlace } from "../support/coach.ts";

const docs = resolve(import.meta.dirname, "../../docs");

function withExamples() {
  const place = aPlace();
  cpSync(join(docs, "examples"), join(place.folder, "docs/examples"), { recursive: true });
  return place;
}

test("the example deck has nothing to complain of", async () => {
  expect(await withExamples().coach("decks lint docs/examples/deck.md")).toEqual({ status: 0, out: "No complaints.\n", err: "" });
});

test("the command of docs/answers.md answers all five questions of the example, of five kinds", async () => {
  const command = /^coach (.+--answers .+)$/m.exec(readFileSync(join(docs, "answers.md"), "utf8"))?.[1] ?? "";
  const place = withExamples();
  const { status, out } = await place.coach(command);
  expect(status).toBe(0);
  expect(out).toContain("Put a delivery in order (66 %)");
  const session = await place.json(command);
  expect(session).toMatchObject({ session: "drill", asked: 5, answered: 5, skipped: 0 });
  const { attempts } = session as { readonly attempts: readonly { readonly kind: string; readonly score: number }[] };
  expect(attempts.map(({ kind, score }) => [kind, Math.round(score * 100)])).toEqual([
    ["choice", 100],
    ["recall", 100],
    ["numeric", 100],
    ["order", 67],
    ["open", 100],
  ]);
});

test("every YAML block of docs/answers.md reads as answers, to questions that exist", async () => {
  const blocks = [...readFileSync(join(docs, "answers.md"), "utf8").matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) =>
    text.startsWith("answers:") ? text : `answers:\n${text}`,
  );
  expect(blocks).toHaveLength(2);
  const lock = readFileSync(resolve(docs, "../questions/ids.lock"), "utf8").split("\n");
  for (const text of blocks) for (const { question } of parseAnswers({ file: "answers.md", text })) expect(lock).toContain(question);
});
