// Room: tests. The story bank through the built program in a terminal: a story told, found again in ten seconds, mapped.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keys, openTerminal } from "../support/terminal.ts";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");
const home = mkdtempSync(join(tmpdir(), "coach-stories-"));
const env = { HOME: home, COACH_DATA_DIR: join(home, "data") };

afterAll(() => rmSync(home, { recursive: true, force: true }));

function json(line: string): unknown {
  const { stdout } = spawnSync(process.execPath, [launcher, ...line.split(" "), "--json"], { env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" });
  return JSON.parse(stdout);
}

test("a story is told again in 30 seconds, then found by a few letters of its title", async () => {
  const first = {
    situation: "The price feed broke on a Friday night.",
    task: "I was on call.",
    action: "I rang the vendor.",
    result: "No wrong tag was sold.",
  };
  const question = "general/behavioural/star/unowned-problem";
  const input = JSON.stringify({ answers: [{ question, answer: first }] });
  const told = spawnSync(process.execPath, [launcher, "star", question, "--answers", "-"], { env: { PATH: process.env["PATH"], ...env }, input });
  expect(told.status).toBe(0);

  const telling = openTerminal({ command: process.execPath, args: [launcher, "star", "tell", "1", "--seconds", "30", "--no-confidence"], env, cwd: home });
  for (const part of ["Situation", "Task", "Action", "Result"]) {
    await telling.waitFor(`${part} (part`, 15_000);
    telling.type(`${part} was the price feed on a Friday night.`);
    await telling.waitFor(`${part} was the price`);
    telling.type(keys.ctrl("D"));
  }
  await telling.waitFor("What did you say?", 15_000);
  telling.type(keys.enter);
  expect((await telling.ended).status).toBe(0);
  expect(telling.everything()).toContain("Kept as version 2 of story 1");

  const recall = openTerminal({ command: process.execPath, args: [launcher, "star", "recall", "--count", "1"], env, cwd: home });
  await recall.waitFor("1 of 1", 15_000);
  recall.type(`pri${keys.enter}`);
  expect((await recall.ended).status).toBe(0);
  expect(recall.everything()).toMatch(/Found in \d+ s: story 1[\s\S]*1 of 1 prompt found/);
  expect(json("star list")).toMatchObject({ stories: [{ number: 1, versions: [{ number: 1 }, { number: 2 }] }] });
});
