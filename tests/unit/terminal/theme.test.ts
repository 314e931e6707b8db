import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTheme } from "../../../src/terminal/theme.ts";

const terminal = { isTTY: true, columns: 80, rows: 24 };
const pipe = {};

describe("colour", () => {
  it.each([
    ["on a terminal", terminal, {}, undefined, true],
    ["not into a pipe", pipe, {}, undefined, false],
    ["not with NO_COLOR", terminal, { NO_COLOR: "1" }, undefined, false],
    ["with an empty NO_COLOR, which counts as absent", terminal, { NO_COLOR: "" }, undefined, true],
    ["not on a dumb terminal", terminal, { TERM: "dumb" }, undefined, false],
    ["into a pipe with FORCE_COLOR=1", pipe, { FORCE_COLOR: "1" }, undefined, true],
    ["with an empty FORCE_COLOR, as in Node", pipe, { FORCE_COLOR: "" }, undefined, true],
    ["not with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, undefined, false],
    ["with FORCE_COLOR over NO_COLOR", terminal, { FORCE_COLOR: "3", NO_COLOR: "1" }, undefined, true],
    ["not with --no-color, even under FORCE_COLOR", terminal, { FORCE_COLOR: "1" }, true, false],
  ])("there is colour %s: %#", async (_when, stream, env, noColor, expected) => {
    const theme = await createTheme({ stream, env, noColor });
    expect(theme.colour).toBe(expected);
  });

  it("styles bring escape codes when there is colour", async () => {
    const theme = await createTheme({ stream: terminal, env: {} });
    expect(theme.good("yes")).toBe("\x1b[32myes\x1b[39m");
    expect(theme.bold("yes")).toBe("\x1b[1myes\x1b[22m");
  });

  it("styles leave a text alone when there is none", async () => {
    const { bold, dim, good, bad, warn, accent, inverse, underline } = await createTheme({ stream: pipe, env: {} });
    for (const style of [bold, dim, good, bad, warn, accent, inverse, underline]) expect(style("yes")).toBe("yes");
  });
});

describe("width", () => {
  it.each([
    [undefined, 80],
    [0, 80],
    [60, 60],
    [240, 100],
    [3, 20],
  ])("a window of %s columns is laid out to %s", async (columns, expected) => {
    expect((await createTheme({ stream: { columns }, env: {} })).columns()).toBe(expected);
  });

  it("is read anew, so that a resized window counts", async () => {
    const stream = { columns: 80 };
    const theme = await createTheme({ stream, env: {} });
    stream.columns = 50;
    expect(theme.columns()).toBe(50);
  });
});

describe("signs", () => {
  it.each([
    [{ LANG: "en_US.UTF-8" }, true],
    [{ LANG: "C.utf8" }, true],
    [{}, true],
    [{ LANG: "C" }, false],
    [{ LC_ALL: "POSIX", LANG: "en_US.UTF-8" }, false],
    [{ LANG: "en_US.UTF-8", TERM: "linux" }, false],
    [{ LANG: "en_US.UTF-8", TERM: "dumb" }, false],
  ])("in %j unicode is %s", async (env, expected) => {
    const theme = await createTheme({ stream: terminal, env });
    expect(theme.unicode).toBe(expected);
    const signs = [...Object.values(theme.glyphs).filter((sign) => typeof sign === "string"), ...Object.values(theme.glyphs.line)];
    expect(signs.every((sign) => /^[\x20-\x7e]+$/.test(sign))).toBe(!expected);
  });

  it("a dumb terminal gets no drawings", async () => {
    expect((await createTheme({ stream: terminal, env: { TERM: "dumb" } })).plain).toBe(true);
    expect((await createTheme({ stream: terminal, env: {}, plain: true })).plain).toBe(true);
    expect((await createTheme({ stream: terminal, env: {} })).plain).toBe(false);
  });
});

it("never imports chalk at load: it costs start-up time that a run without colour need not pay", () => {
  const source = readFileSync(new URL("../../../src/terminal/theme.ts", import.meta.url), "utf8");
  expect(source).not.toMatch(/^import .*"chalk"/m);
  expect(source).toContain('await import("chalk")');
});
