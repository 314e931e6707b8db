import { describe, expect, test } from "vitest";
import { systemCode, tellSystemFault } from "../../../src/domain/system-error.ts";

const made = (code: unknown): Error => Object.assign(new Error("as the system says it"), { code });

describe("a system error", () => {
  test("is told in words, with its code for those who search for it", () => {
    expect(tellSystemFault(made("ENOSPC"))).toEqual({ code: "ENOSPC", reason: "the disk is full (ENOSPC)", advice: "Free some space, then try again." });
  });

  test.each([
    [made("EWHATEVER"), "as the system says it"],
    [made("toString"), "as the system says it"],
    [new Error("plain"), "plain"],
    ["a text", "a text"],
  ])("that is not known keeps its own words", (error, reason) => {
    expect(tellSystemFault(error).reason).toBe(reason);
  });

  test("has a code only where it is a text", () => {
    expect([systemCode(made("EIO")), systemCode(made(5)), systemCode({ code: "EIO" }), systemCode(undefined)]).toEqual(["EIO", "", "", ""]);
  });
});
