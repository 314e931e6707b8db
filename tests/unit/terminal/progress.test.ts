// Room: tests. What is shown beside longer work: a spinner, a line of text, or nothing.
import { PassThrough } from "node:stream";
import { expect, test, vi } from "vitest";
import { type ProgressOptions, whileShowing } from "../../../src/terminal/progress.ts";

// Where ora is loaded on a machine of CI, it turns nothing.
for (const name of Object.keys(process.env)) if (/^(CI|CONTINUOUS_INTEGRATION|CI_.*)$/.test(name)) vi.stubEnv(name, undefined);

/** What is written beside some work, on a terminal that says how many columns it has. */
async function shownBeside(columns: number | undefined, options: Pick<ProgressOptions, "isShown" | "isPlain"> = { isShown: true }): Promise<string> {
  let written = "";
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns,
    write: (text: string) => (written += text) !== "",
    clearLine: () => (written += "<erased>") !== "",
    moveCursor: () => (written += "<up>") !== "",
    cursorTo: () => true,
  }) as unknown as NodeJS.WriteStream;
  await expect(whileShowing("Reading the questions", () => Promise.resolve("done"), { stream, ...options })).resolves.toBe("done");
  return written;
}

test("a spinner stands beside the work, on one row, and is gone afterwards", async () => {
  const written = await shownBeside(80);
  expect(written).toContain("Reading the questions");
  expect(written.slice(written.indexOf("Reading"))).toContain("<erased>");
  expect(written).not.toContain("<up>");
});

test("a window that says it has no columns gets a line of text: rows counted by it would be without end", async () => {
  expect(await shownBeside(0)).toBe("Reading the questions.\n");
  expect(await shownBeside(undefined)).toBe("Reading the questions.\n");
});

test("with --plain the text is a line; where nothing is to be shown, nothing is", async () => {
  expect(await shownBeside(80, { isShown: true, isPlain: true })).toBe("Reading the questions.\n");
  expect(await shownBeside(80, { isShown: false })).toBe("");
});
