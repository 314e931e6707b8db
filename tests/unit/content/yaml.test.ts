// YAML that holds what was written, and says where it cannot.
import { describe, expect, test } from "vitest";
import { readData, readYaml, type YamlFault } from "../../../src/content/yaml.ts";

function fault(text: string): YamlFault {
  try {
    return { reason: `read: ${JSON.stringify(readYaml(text))}` };
  } catch (error) {
    return error as YamlFault;
  }
}

test("what was written stays as it was written", () => {
  expect(readYaml("a: 1:30\nb: 017\nc: yes\nd: 2026-01-01\ne: 0x1F\nf: ~\ng:\n")).toEqual({
    a: "1:30",
    b: "017",
    c: "yes",
    d: "2026-01-01",
    e: "0x1F",
    f: "~",
    g: null,
  });
  expect(readYaml("a: 'x & y * z!'\nb: x!y&z\n")).toEqual({ a: "x & y * z!", b: "x!y&z" });
});

describe("an anchor, an alias, a tag is refused where it stands", () => {
  test.each([
    ["a: &b c", "&b", 0, 3],
    ["x: y\na:\n  - &bc d", "&bc", 2, 4],
    ["a: *b", "*b", 0, 3],
    ["x: '*'\na: [c, *b]", "*b", 1, 7],
    ["a: !!js/function x", "!!js/function", 0, 3],
    ["x: 1\na: !own y", "!own", 1, 3],
    ["a: !!str y", "!!str", 0, 3],
    ["a: !!binary y", "!!binary", 0, 3],
    ["a: [!!set {b}, c]", "!!set", 0, 4],
    ["- a!\n- !own b", "!own", 1, 2],
    ["&a b: c", "&a", 0, 0],
    ["!!map\na: b", "!!map", 0, 0],
  ])("%j", (text, word, line, column) => {
    expect(fault(text)).toEqual({ reason: `"${word}" is an anchor, an alias or a tag`, mark: { line, column }, isAlias: true });
  });
});

test("what is broken is told with its place", () => {
  expect(fault("a: [b")).toEqual({ reason: "unexpected end of the stream within a flow collection", mark: { line: 0, column: 5 } });
  expect(fault("a: b\nc: d: e\n")).toMatchObject({ mark: { line: 1, column: 4 } });
  expect(fault("a: 'unknown tag'\nb: [")).not.toHaveProperty("isAlias");
});

test("JSON is read as JSON, and what only begins like it as YAML", () => {
  expect(readData(' {"a": null, "b": [1, true, "1:30"]}')).toEqual({ a: null, b: [1, true, "1:30"] });
  expect(readData("\n[a, {b: 1}]")).toEqual(["a", { b: "1" }]);
  expect(readData("a: null")).toEqual({ a: "null" });
  expect(() => readData("{a")).toThrow(expect.objectContaining({ reason: expect.any(String) as string }));
});
