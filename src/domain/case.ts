// Room: domain. A question as it is asked once: numbers drawn, lists shuffled, by a seed.
import { type Chance, chanceFrom, drawIndex, shuffle } from "./chance.ts";
import { roundTo, tellNumber } from "./amount.ts";
import { drawRows } from "./dashboard.ts";
import { type Framework, frameworkOf } from "./framework.ts";
import { computeFormula, readFormula } from "./formula.ts";
import type { Library } from "./library.ts";
import { type Parameter, type Question, sortItems } from "./question.ts";

export type Values = Readonly<Record<string, number>>;

export interface Case {
  /** As it is asked this time: a dashboard holds the items that were drawn. */
  readonly question: Question;
  readonly seed: number;
  /** The prompt with the drawn numbers in it. Blanks stay as `{{n}}`. */
  readonly prompt: string;
  /** Drawn numbers; empty for kinds that draw none. */
  readonly values: Values;
  /** For choice, order and sort: the deck's indexes in the order to show. Empty otherwise. */
  readonly shown: readonly number[];
  /** The framework that the question names, where the library has it. */
  readonly framework: Framework | undefined;
  /** Where the question is from: an answer may fit another question of it better. */
  readonly stock?: Stock | undefined;
}

/** What questions are asked from. */
export type Stock = Pick<Library, "decks" | "frameworks" | "memory">;

/** Draws a case of a question with what its stock holds for it. */
export function caseFrom(stock: Stock, question: Question, seed: number): Case {
  return { ...drawCase(question, seed, frameworkOf(question, stock.frameworks)), stock };
}

/** Draws a case. The same question and seed give the same case on any machine. */
export function drawCase(question: Question, seed: number, framework?: Framework): Case {
  const chance = chanceFrom(seed);
  const values = drawValues(parametersOf(question), chance);
  const drawn = question.kind === "sort" ? drawRows(question, chance, (text) => fillIn(text, values)) : question;
  const prompt = question.kind === "numeric" ? fillIn(question.prompt, values) : drawn.prompt;
  return { question: drawn, seed, prompt, values, shown: shownOrder(drawn, chance), framework };
}

function parametersOf(question: Question): readonly Parameter[] {
  if (question.kind === "sort") return question.dashboard?.parameters ?? [];
  return question.kind === "numeric" ? question.parameters : [];
}

/** Draws each parameter in turn; a step is counted in whole steps, so that 0.1 does not drift. */
export function drawValues(parameters: readonly Parameter[], chance: Chance): Values {
  // Not by assignment: a parameter may be called `__proto__`.
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, drawValue(parameter, chance)]));
}

function drawValue(parameter: Parameter, chance: Chance): number {
  if ("choices" in parameter) return parameter.choices[drawIndex(chance, parameter.choices.length)] ?? Number.NaN;
  const steps = Math.floor(roundTo((parameter.to - parameter.from) / parameter.step, 6));
  return roundTo(parameter.from + drawIndex(chance, steps + 1) * parameter.step, 9);
}

const expressions = /\{(?:=([^{}]+)|([A-Za-z_][A-Za-z0-9_]*))\}/g;

/** Puts drawn numbers into a text: `{name}`, `{= expression}`, `{= expression : decimals}`. What cannot be computed stays as written. */
export function fillIn(text: string, values: Values): string {
  return text.replace(expressions, (whole, expression: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.hasOwn(values, name) ? tellNumber(values[name] as number) : whole;
    const { formula, decimals } = splitDecimals(expression ?? "");
    const reading = readFormula(formula);
    return "formula" in reading ? tellNumber(computeFormula(reading.formula, values), decimals) : whole;
  });
}

/** `a / b : 2` is the formula `a / b`, told with 2 decimals. A colon of `a ? b : c` is no such colon. */
export function splitDecimals(expression: string): { readonly formula: string; readonly decimals: number | undefined } {
  const found = /^(.*):\s*(\d{1,2})\s*$/s.exec(expression);
  if (!found || "message" in readFormula(found[1] ?? "")) return { formula: expression, decimals: undefined };
  return { formula: found[1] ?? "", decimals: Number(found[2]) };
}

function shownOrder(question: Question, chance: Chance): readonly number[] {
  if (question.kind === "choice") return shuffle([...question.options.keys()], chance);
  if (question.kind === "sort") return shuffle([...sortItems(question).keys()], chance);
  if (question.kind === "order") return shuffleApart([...question.items.keys()], chance);
  return [];
}

/** Shuffles until the order differs from the right one, or an order question would be answered by its own display. */
function shuffleApart(indexes: readonly number[], chance: Chance): readonly number[] {
  for (let tries = 0; tries < 10; tries += 1) {
    const order = shuffle(indexes, chance);
    if (order.some((value, index) => value !== index)) return order;
  }
  return [...indexes].reverse();
}
