// Room: tests. A process that was killed runs no more, though its number may still be taken.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { thisMachine } from "../../../src/cli/machine.ts";

test("this process runs, and by its number alone where nothing tells when it began", () => {
  const { pid, started, isRunning } = thisMachine();
  expect([isRunning(pid, started), isRunning(pid, ""), isRunning(4_194_303, "")]).toEqual([true, true, false]);
});

test.skipIf(process.platform !== "linux")("a number that came round again is not the process that had it before", () => {
  const { pid, started, isRunning } = thisMachine();
  expect(started).toMatch(/^\d+$/);
  expect(isRunning(pid, String(Number(started) - 1))).toBe(false);
});

// Its parent does not ask for it, so that it keeps its number: the state in which a killed program stays below some terminals and containers.
test.skipIf(process.platform === "win32").each(["/proc", "/no/such/folder"])(
  "one that was killed and not yet buried runs no more (told by %s)",
  async (processes) => {
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const [said] = (await once(parent.stdout, "data")) as [Buffer];
      const pid = Number(said.toString());
      const { isRunning } = thisMachine(processes);
      expect(isRunning(pid, "")).toBe(true);
      // As long as it is a shell it buries its children.
      const nameOf = (): string => spawnSync("ps", ["-o", "comm=", "-p", String(parent.pid)], { encoding: "utf8" }).stdout.trim();
      await expect.poll(nameOf, { timeout: 60_000 }).toMatch(/sleep$/);
      process.kill(pid, "SIGKILL");
      await expect.poll(() => isRunning(pid, ""), { timeout: 60_000 }).toBe(false);
      expect(process.kill(pid, 0)).toBe(true);
    } finally {
      parent.kill("SIGKILL");
    }
  },
);
