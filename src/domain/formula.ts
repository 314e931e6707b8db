// Room: domain. Arithmetic over drawn numbers: read once, computed for each case. No names but parameters and a fixed set of functions.

import { roundTo } from "./amount.ts";

export type Formula =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "name"; readonly name: string }
  | { readonly op: "call"; readonly name: FunctionName; readonly args: readonly Formula[] }
  | { readonly op: "unary"; readonly arg: Formula }
  | { readonly op: "binary"; readonly sign: BinarySign; readonly left: Formula; readonly right: Formula }
  | { readonly op: "choose"; readonly when: Formula; readonly yes: Formula; readonly no: Formula };

/** What reading a formula gives: the formula, or what is wrong and at which character (from 0). */
export type FormulaReading = { readonly formula: Formula; readonly names: readonly string[] } | { readonly message: string; readonly at: number };

type FunctionName = keyof typeof functions;
type BinarySign = keyof typeof binary;

const functions = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (value: number, decimals = 0) => roundTo(value, decimals),
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  pow: Math.pow,
} as const;

const arity: Readonly<Record<FunctionName, readonly [number, number]>> = {
  min: [1, 9],
  max: [1, 9],
  abs: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  round: [1, 2],
  sqrt: [1, 1],
  exp: [1, 1],
  ln: [1, 1],
  log10: [1, 1],
  pow: [2, 2],
};

const binary = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => a / b,
  "%": (a: number, b: number) => a % b,
  "^": (a: number, b: number) => a ** b,
  "<": (a: number, b: number) => Number(a < b),
  "<=": (a: number, b: number) => Number(a <= b),
  ">": (a: number, b: number) => Number(a > b),
  ">=": (a: number, b: number) => Number(a >= b),
  "==": (a: number, b: number) => Number(a === b),
  "!=": (a: number, b: number) => Number(a !== b),
} as const;

const strength: Readonly<Record<BinarySign, number>> = { "==": 1, "!=": 1, "<": 2, "<=": 2, ">": 2, ">=": 2, "+": 3, "-": 3, "*": 4, "/": 4, "%": 4, "^": 6 };

/** Nesting that a person would write; deeper input is refused before it can exhaust the stack. */
const deepest = 60;
/** A sum of a million terms is as deep as a million brackets once it is read. */
const longest = 2000;
const tokenPattern = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/%^()<>?:,]))/y;

interface Token {
  readonly type: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

class FormulaFault {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(text);
    if (!found) throw new FormulaFault(`"${text.slice(at).trim().charAt(0)}" means nothing in a formula`, at + text.slice(at).search(/\S/));
    const [whole, digits, name] = found;
    const type = digits !== undefined ? "number" : name !== undefined ? "name" : "sign";
    const token = whole.trim();
    tokens.push({ type, text: token, at: at + whole.length - token.length });
    at += whole.length;
  }
  tokens.push({ type: "end", text: "the end", at: text.length });
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  index: number;
  readonly names: Set<string>;
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.index] as Token;
}

function take(reader: Reader): Token {
  const token = peek(reader);
  if (token.type !== "end") reader.index += 1;
  return token;
}

function expect(reader: Reader, text: string): void {
  const token = take(reader);
  if (token.text !== text || token.type !== "sign") throw new FormulaFault(`"${text}" is missing before ${tell(token)}`, token.at);
}

function tell(token: Token): string {
  return token.type === "end" ? "the end" : `"${token.text}"`;
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

function isBinary(sign: string): sign is BinarySign {
  return Object.hasOwn(binary, sign);
}

function readChoice(reader: Reader, depth: number): Formula {
  const when = readBinary(reader, 0, depth);
  if (peek(reader).text !== "?") return when;
  take(reader);
  const yes = readChoice(reader, depth + 1);
  expect(reader, ":");
  return { op: "choose", when, yes, no: readChoice(reader, depth + 1) };
}

function readBinary(reader: Reader, least: number, depth: number): Formula {
  let left = readUnary(reader, depth);
  for (;;) {
    const { text, type } = peek(reader);
    if (type !== "sign" || !isBinary(text) || strength[text] < least) return left;
    take(reader);
    // ^ groups to the right, the others to the left.
    const right = readBinary(reader, text === "^" ? strength[text] : strength[text] + 1, depth + 1);
    left = { op: "binary", sign: text, left, right };
  }
}

function readUnary(reader: Reader, depth: number): Formula {
  if (depth > deepest) throw new FormulaFault(`the formula is nested more than ${deepest} deep`, peek(reader).at);
  if (peek(reader).text !== "-") return readValue(reader, depth);
  take(reader);
  // Weaker than ^, so that -2 ^ 2 is -4 as in mathematics.
  return { op: "unary", arg: readBinary(reader, 5, depth + 1) };
}

function readValue(reader: Reader, depth: number): Formula {
  const token = take(reader);
  if (token.type === "number") return { op: "number", value: Number(token.text) };
  if (token.type === "name") return readName(reader, token, depth);
  if (token.text !== "(" || token.type !== "sign") throw new FormulaFault(`a number or a name is missing before ${tell(token)}`, token.at);
  const inner = readChoice(reader, depth + 1);
  expect(reader, ")");
  return inner;
}

function readName(reader: Reader, token: Token, depth: number): Formula {
  if (peek(reader).text !== "(") {
    reader.names.add(token.text);
    return { op: "name", name: token.text };
  }
  if (!isFunction(token.text)) throw new FormulaFault(`there is no function "${token.text}"`, token.at);
  const args = readArguments(reader, depth);
  const [least, most] = arity[token.text];
  if (args.length < least || args.length > most)
    throw new FormulaFault(`"${token.text}" takes ${least === most ? least : `${least} to ${most}`} values, not ${args.length}`, token.at);
  return { op: "call", name: token.text, args };
}

function readArguments(reader: Reader, depth: number): Formula[] {
  expect(reader, "(");
  const args = [readChoice(reader, depth + 1)];
  while (peek(reader).text === ",") {
    take(reader);
    args.push(readChoice(reader, depth + 1));
  }
  expect(reader, ")");
  return args;
}

/** Reads a formula. Never throws: what is wrong comes back with its place. */
export function readFormula(text: string): FormulaReading {
  if (text.length > longest) return { message: `the formula is longer than ${longest} characters`, at: longest };
  try {
    const reader: Reader = { tokens: tokensOf(text), index: 0, names: new Set() };
    const formula = readChoice(reader, 0);
    const rest = peek(reader);
    if (rest.type !== "end") throw new FormulaFault(`${tell(rest)} is not expected here`, rest.at);
    return { formula, names: [...reader.names] };
  } catch (fault) {
    if (fault instanceof FormulaFault) return { message: fault.message, at: fault.at };
    throw fault;
  }
}

/** The formula's value. A name that `values` lacks gives NaN; so does arithmetic that has no answer. */
export function computeFormula(formula: Formula, values: Readonly<Record<string, number>>): number {
  switch (formula.op) {
    case "number":
      return formula.value;
    case "name":
      return Object.hasOwn(values, formula.name) ? (values[formula.name] as number) : Number.NaN;
    case "unary":
      return -computeFormula(formula.arg, values);
    case "binary":
      return binary[formula.sign](computeFormula(formula.left, values), computeFormula(formula.right, values));
    case "choose":
      return computeFormula(formula.when, values) !== 0 ? computeFormula(formula.yes, values) : computeFormula(formula.no, values);
    case "call":
      return (functions[formula.name] as (...args: number[]) => number)(...formula.args.map((arg) => computeFormula(arg, values)));
  }
}
