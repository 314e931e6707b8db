// Room: tests. The metrics of the house: counted rightly, and kept.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { complaints, measureFolder, measureText, rankOf } from "./measure.ts";

const text = [
  "// A comment on a line of its own.",
  "/** A sentence. */",
  "export function longer(value: number): number {",
  "",
  "  // Why.",
  "  const text = `two",
  "lines`;",
  "  return [value].map((each) => each + text.length).length;",
  "}",
  "interface Shape { draw(): void }",
  "export const short = (): number => 1;",
].join("\n");

test("counts lines of code, not blank lines, comments or types", () => {
  const { functions, files } = measureText("a.ts", text);
  expect(files.map(({ lines }) => lines)).toEqual([7]);
  expect(functions.map(({ name, place, lines }) => `${name} ${place} ${lines}`)).toEqual(["longer a.ts:3 5", "short a.ts:11 1"]);
});

test("takes the nearest rank, and nothing of nothing", () => {
  const sizes = [9, 1, 8, 2, 7, 3, 6, 4, 5, 10].map((lines) => ({ name: "", place: "", lines }));
  expect([rankOf(sizes, 0.5), rankOf(sizes, 0.9), rankOf(sizes, 1), rankOf([], 0.5)]).toEqual([5, 9, 10, 0]);
});

test("names a function that is too long, and where it stands", () => {
  const withLines = (name: string, count: number) => measureText(`${name}.ts`, `\nfunction ${name}() {\n${"  void 0;\n".repeat(count - 2)}}`);
  const short = measureText("a.ts", "const a = () => 1;\n".repeat(20));
  const beside = (sizes: ReturnType<typeof measureText>) => complaints({ files: sizes.files, functions: [...short.functions, ...sizes.functions] });
  expect(beside(withLines("kept", 40))).toEqual([]);
  expect(beside(withLines("long", 41))).toEqual(["long.ts:2 long has 41 lines; at most 40"]);
  expect(complaints(measureText("a.ts", text))).toEqual([]);
});

test("src keeps the limits of the house", () => {
  const sizes = measureFolder(fileURLToPath(new URL("../../src", import.meta.url)));
  expect(sizes.files.length, "files of src were found").toBeGreaterThan(50);
  expect(complaints(sizes)).toEqual([]);
});
