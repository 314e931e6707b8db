import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeFormula, readFormula } from "../../../src/domain/formula.ts";

function compute(text: string, values: Readonly<Record<string, number>> = {}): number {
  const reading = readFormula(text);
  if ("message" in reading) throw new Error(`${reading.at}: ${reading.message}`);
  return computeFormula(reading.formula, values);
}

function fault(text: string): string {
  const reading = readFormula(text);
  return "message" in reading ? `${reading.at}: ${reading.message}` : "none";
}

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["100 / 10 / 2", 5],
    ["7 % 4", 3],
    ["2 ^ 3 ^ 2", 512],
    ["-2 ^ 2", -4],
    ["2 ^ -1", 0.5],
    ["-(1 + 2)", -3],
    ["--3", 3],
    ["2 * -3", -6],
    ["1.5e3 + .5", 1500.5],
    ["1 < 2", 1],
    ["2 <= 1", 0],
    ["2 > 1 == 1", 1],
    ["3 >= 4", 0],
    ["3 != 4", 1],
    ["1 + 1 < 3 ? 10 : 20", 10],
    ["0 ? 1 : 0 ? 2 : 3", 3],
    ["1 ? 0 ? 1 : 2 : 3", 2],
    ["min(3, 1, 2)", 1],
    ["max(3, 1, 2)", 3],
    ["abs(-2)", 2],
    ["floor(2.7) + ceil(2.1)", 5],
    ["round(2.5)", 3],
    ["round(1.005, 2)", 1.01],
    ["sqrt(16)", 4],
    ["ln(exp(2))", 2],
    ["log10(1000)", 3],
    ["pow(2, 10)", 1024],
  ])("%s is %d", (text, value) => {
    expect(compute(text)).toBeCloseTo(value, 12);
  });

  test("takes names from the values, and tells which it has", () => {
    const reading = readFormula("a * b + a - max(c_1, 2)");
    expect("names" in reading && reading.names).toEqual(["a", "b", "c_1"]);
    expect(compute("a * b", { a: 2, b: 3 })).toBe(6);
  });

  test("has no answer for a name without a value, nor for a name of the prototype", () => {
    expect(compute("a + 1")).toBeNaN();
    for (const name of ["constructor", "__proto__", "toString"]) expect(compute(name)).toBeNaN();
  });

  test("has no finite answer where arithmetic has none", () => {
    for (const text of ["1 / 0", "sqrt(-1)", "ln(0)", "1e309", "10 ^ 400", "0 % 0"]) expect(Number.isFinite(compute(text))).toBe(false);
  });

  test.each([
    ["", "0: a number or a name is missing before the end"],
    ["1 +", "3: a number or a name is missing before the end"],
    ["* 2", '0: a number or a name is missing before "*"'],
    ["1 2", '2: "2" is not expected here'],
    ["(1", '2: ")" is missing before the end'],
    ["1)", '1: ")" is not expected here'],
    ["a ? 1", '5: ":" is missing before the end'],
    ["a = 1", '2: "=" means nothing in a formula'],
    ["a.b", '1: "." means nothing in a formula'],
    ["a[0]", '1: "[" means nothing in a formula'],
    ["`a`", '0: "`" means nothing in a formula'],
    ["1;2", '1: ";" means nothing in a formula'],
    ["fetch(1)", '0: there is no function "fetch"'],
    ["constructor(1)", '0: there is no function "constructor"'],
    ["toString()", '0: there is no function "toString"'],
    ["sqrt(1, 2)", '0: "sqrt" takes 1 values, not 2'],
    ["round(1, 2, 3)", '0: "round" takes 1 to 2 values, not 3'],
    ["min()", '4: a number or a name is missing before ")"'],
    ["min(1,2,3,4,5,6,7,8,9,10)", '0: "min" takes 1 to 9 values, not 10'],
  ])("%j is refused at its place", (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  test("is refused when it is nested too deeply, in any way, and exhausts no stack", () => {
    for (const text of [
      "(".repeat(900),
      `${"(".repeat(900)}1${")".repeat(900)}`,
      "-".repeat(1900),
      `1${"^1".repeat(900)}`,
      "1?".repeat(900),
      `${"1?1:".repeat(400)}1`,
      "abs(".repeat(400),
    ]) {
      expect(fault(text)).toContain("nested more than 60 deep");
    }
  });

  test("is refused when it is longer than a person writes", () => {
    expect(fault(`1${"+1".repeat(1000)}`)).toBe("2000: the formula is longer than 2000 characters");
    expect(compute(`1${"+1".repeat(999)}`)).toBe(1000);
  });

  test("never throws, and gives a number for every formula that can be read", () => {
    const pieces = fc.array(
      fc.constantFrom("1", "2.5", "a", "b", "+", "-", "*", "/", "^", "%", "(", ")", "?", ":", ",", "<", "<=", "==", "!=", "min", "round", "sqrt", " ", "."),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const reading = readFormula(parts.join(""));
        if ("message" in reading) expect(reading.at).toBeLessThanOrEqual(parts.join("").length);
        else expect(typeof computeFormula(reading.formula, { a: 2, b: 3 })).toBe("number");
      }),
      { numRuns: 2000 },
    );
  });

  test("reckons as JavaScript does", () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(number, number, number, fc.constantFrom("+", "-", "*"), fc.constantFrom("+", "-", "*", "<", ">"), (a, b, c, one, two) => {
        const expected: Readonly<Record<string, (x: number, y: number) => number>> = {
          "+": (x, y) => x + y,
          "-": (x, y) => x - y,
          "*": (x, y) => x * y,
          "<": (x, y) => Number(x < y),
          ">": (x, y) => Number(x > y),
        };
        expect(compute(`(a ${one} b) ${two} c`, { a, b, c })).toBe(expected[two]?.(expected[one]?.(a, b) ?? 0, c));
      }),
    );
  });
});
