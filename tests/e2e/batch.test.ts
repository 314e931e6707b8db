// Room: tests. `coach grade --batch` as a real process: a file of any length in the same memory, and readers that leave.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launcher } from "../support/home.ts";

let folder: string;
let tellMemory: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-batch-"));
  tellMemory = join(folder, "tell-memory.cjs");
  writeFileSync(tellMemory, 'process.on("exit", () => require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS)));');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program on a pipe, with 24 MB for objects that live on; its fourth stream tells the most memory that it took, in kilobytes. */
function batch() {
  const args = ["--require", tellMemory, "--max-old-space-size=24", launcher, "grade", "--batch", "-", "--json"];
  const env = { PATH: process.env["PATH"], HOME: folder };
  const child: ChildProcess = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const [stdin, stdout, stderr, memory] = child.stdio as unknown as [Writable, Readable, Readable, Readable];
  return { stdin, stdout, told: textOf(stderr), memory: textOf(memory), status: once(child, "close").then(([status]) => status as number) };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
}

function lineOf(index: number): string {
  const question = `How did you separate the salt from the water in try ${index % 700}?`;
  const answer = `Let the water evaporate, and the salt of try ${index} is left behind.`;
  return `${JSON.stringify({ id: index, question, answer, reference: "The water was evaporated, leaving the salt.", note: "x".repeat(5000) })}\n`;
}

/** The most memory in megabytes that so many lines of 5 kB take, once each has come back in its order. */
async function memoryFor(lines: number): Promise<number> {
  const { stdin, stdout, told, memory, status } = batch();
  const feed = async (): Promise<void> => {
    for (let index = 0; index < lines; index += 1) if (!stdin.write(lineOf(index))) await once(stdin, "drain");
    stdin.end();
  };
  const fed = feed();
  let next = 0;
  for await (const line of createInterface({ input: stdout })) {
    if ((JSON.parse(line) as { readonly id: number }).id === next) next += 1;
  }
  await fed;
  expect({ next, status: await status, told: await told }).toEqual({ next: lines, status: 0, told: "" });
  return Number(await memory) / 1024;
}

describe("a batch as a process", () => {
  test("takes no more memory for ten times as many lines", async () => {
    const little = await memoryFor(1600);
    const much = await memoryFor(16_000);
    // 80 MB went through.
    expect(much - little).toBeLessThan(30);
  });

  test("ends quietly when its reader leaves", async () => {
    const { stdin, stdout, told, status } = batch();
    // The pipe to a process that has ended breaks: that is what is tested.
    stdin.on("error", () => undefined);
    stdout.once("data", () => stdout.destroy());
    for (let index = 0; index < 2000; index += 1) stdin.write(lineOf(index));
    stdin.end();
    expect({ status: await status, told: await told }).toEqual({ status: 0, told: "" });
  });
});
