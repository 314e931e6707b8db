// Room: tests. Ten sessions killed at any moment; `npm run faults:kills -- --count 1000` kills more.
import { expect, test } from "vitest";
import { killSessions } from "../faults/kills.ts";

test.skipIf(process.platform === "win32")("whenever a session is killed, what it acknowledged is there once, and what was typed is offered", async () => {
  const told: string[] = [];
  const { kills, held, ended } = await killSessions({ count: 10, seed: Math.floor(Math.random() * 1e9), atOnce: 2, tell: (line) => told.push(line) });
  expect(told).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(10);
  expect(held).toBe(kills + ended);
});
