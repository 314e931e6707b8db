// Room: tests. What a person reads of an error: a fault of the system, ours to foresee, and a bug.
import { expect, test } from "vitest";
import { tellError } from "../../../src/cli/exit.ts";
import { CoachError } from "../../../src/domain/errors.ts";

const systemError = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: made to fail`), { code, syscall: "read", ...more });

test("a call to the system that failed is told in words, with its file, and is no bug", () => {
  const told = tellError(systemError("EIO", { path: "/home/ada/mine.md" }), {});
  expect(told).toEqual({
    text: "coach: /home/ada/mine.md cannot be used: the disk reported a fault (EIO).\n  Copy what you have to another disk, and have this one checked.\n",
    status: 1,
  });
});

test("a call that names no file is told too", () => {
  expect(tellError(systemError("EINTR"), {}).text).toBe("coach: A file cannot be used: the system interrupted it (EINTR).\n  Try again.\n");
});

test("what was foreseen is told as it is, with the status of its kind", () => {
  expect(tellError(new CoachError("no such deck", { fault: "usage", advice: "Look." }), {})).toEqual({ text: "coach: no such deck\n  Look.\n", status: 2 });
});

test("anything else is a bug, and shows where only when it is asked to", () => {
  const bug = new TypeError("x is undefined");
  expect(tellError(bug, {})).toMatchObject({ text: expect.stringMatching(/^coach: this should not have happened: x is undefined\n[^\n]+\n$/), status: 1 });
  expect(tellError(bug, { COACH_DEBUG: "1" }).text).toContain("exit.test.ts");
});
