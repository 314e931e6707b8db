// Room: grading. Numeric questions: the computed value, and how far off the answer is. Pure.
import { fillIn } from "../../domain/case.ts";
import { tellNumber } from "../../domain/amount.ts";
import { computeFormula } from "../../domain/formula.ts";
import type { Status } from "../../domain/grade.ts";
import type { NumericQuestion } from "../../domain/question.ts";
import { type Quantity, readNumbers } from "../../language/numbers.ts";
import { stemOf } from "../../language/stems.ts";
import { noUnit, type Unit, unitNamed } from "../../language/units.ts";
import { type Asked, exactMarking, type Marking, worth } from "../marking.ts";
import { isBare, isClose } from "../quantities.ts";

interface Verdict {
  readonly status: Status;
  readonly reason: string | undefined;
}

/** Found within the tolerance; partly when a power of ten, the unit, or per cent and fraction were mixed up. */
export function markNumeric({ asked, question, body }: Asked<"numeric">): Marking {
  const want = computeFormula(question.formula, asked.values);
  const given = chooseNumber(body.text, unitOf(question));
  const { status, reason } = given ? compare(given, want, question) : { status: "not-found" as const, reason: "There is no number to read in this." };
  const right = tellValue(want, question);
  const steps = question.steps.map((step) => fillIn(step, asked.values));
  const evidence = given ? [{ start: given.start, end: given.end }] : [];
  const mark = { id: "value", text: right, weight: 1, status, strength: worth[status], evidence, reason };
  return exactMarking({
    share: worth[status],
    marks: [mark],
    workings: [...steps, `Answer: ${right}`],
    next: status === "found" ? undefined : adviceFor(status, steps, right),
  });
}

function unitOf(question: NumericQuestion): Unit {
  if (question.unit === undefined) return noUnit;
  return unitNamed(question.unit.toLowerCase()) ?? { unitClass: "count", base: question.unit, scale: 1 };
}

function tellValue(value: number, question: NumericQuestion): string {
  return question.unit === undefined ? tellNumber(value) : `${tellNumber(value)} ${question.unit}`;
}

/** Of several numbers the last one with the right unit, else the one after the last "=", else the last that counts nothing else, else the last: workings come first. */
function chooseNumber(text: string, unit: Unit): Quantity | undefined {
  const quantities = readNumbers(text);
  const isMeasured = unit.unitClass !== "plain" && unit.unitClass !== "count";
  const withUnit = isMeasured ? quantities.findLast((quantity) => quantity.unit.base === unit.base) : undefined;
  const afterSign = text.includes("=") ? quantities.find((quantity) => quantity.start > text.lastIndexOf("=")) : undefined;
  const counted = unit.unitClass === "count" ? quantities.findLast((quantity) => mayCount(quantity, unit)) : undefined;
  return withUnit ?? afterSign ?? counted ?? quantities.at(-1);
}

/** A number without a name, or one of the thing that is counted: of `384 people in 2 arms` the 384. */
function mayCount({ unit }: Quantity, { base }: Unit): boolean {
  return unit.unitClass === "plain" || (unit.unitClass === "count" && unit.base === stemOf(base.toLowerCase()));
}

function compare(given: Quantity, want: number, question: NumericQuestion): Verdict {
  if (given.upTo !== undefined) return { status: "not-found", reason: "A range was given; one number is asked for." };
  const got = valueIn(unitOf(question), given);
  if (got === undefined) return wrongUnit(given, want, question);
  if (isWithin(got, want, roomOf(question, want))) return { status: "found", reason: isClose(got, want) ? undefined : `Near enough: ${tellGap(got, want)}.` };
  return slipOf(got, want, question) ?? { status: "not-found", reason: `${tellValue(got, question)} is ${tellGap(got, want)}.` };
}

/** The number in the question's unit; undefined when it measures something else. A bare number is taken to be in that unit. */
function valueIn(unit: Unit, given: Quantity): number | undefined {
  if (isBare(given)) return given.value;
  if (given.unit.base === unit.base) return given.value / unit.scale;
  if (given.unit.unitClass === "share" && unit.unitClass === "plain") return given.value;
  // "Days" asked for and "business days" given is no slip: the question has its own days.
  return given.unit.base === "business day" && unit.unitClass === "time" ? given.value : undefined;
}

function wrongUnit(given: Quantity, want: number, question: NumericQuestion): Verdict {
  if (!isWithin(given.value / given.unit.scale, want, roomOf(question, want)))
    return { status: "not-found", reason: `The unit is not the one asked for${question.unit === undefined ? "" : ` (${question.unit})`}.` };
  return { status: "partly", reason: `The number is right, the unit is not${question.unit === undefined ? "" : `: ${question.unit} was asked for`}.` };
}

function roomOf({ tolerance }: NumericQuestion, want: number): number {
  return tolerance.by === "share" ? tolerance.size * Math.abs(want) : tolerance.size;
}

function isWithin(got: number, want: number, room: number): boolean {
  return Number.isFinite(want) && (Math.abs(got - want) <= room || isClose(Math.abs(got - want), room) || isClose(got, want));
}

const powers = [10, 100, 1e3, 1e4, 1e5, 1e6, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6];
/** Digits count as right within this share, however wide the tolerance is: 35 is no slip of the point for 3. */
const digitsShare = 0.02;

function slipOf(got: number, want: number, question: NumericQuestion): Verdict | undefined {
  if (want === 0) return undefined;
  const room = Math.min(roomOf(question, want), digitsShare * Math.abs(want));
  const power = powers.find((factor) => isWithin(got / factor, want, room));
  if (power === undefined) return undefined;
  const isShare = unitOf(question).unitClass === "share" && (power === 100 || power === 0.01);
  if (isShare) return { status: "partly", reason: "Right but for per cent and fraction: 0.12 is 12 %." };
  return {
    status: "partly",
    reason: `The digits are right; it is ${tellNumber(power > 1 ? power : Math.round(1 / power))} times too ${power > 1 ? "large" : "small"}.`,
  };
}

function tellGap(got: number, want: number): string {
  const side = got > want ? "too high" : "too low";
  if (!Number.isFinite(want)) return "not comparable: the question has no value for these numbers";
  if (want === 0) return `${tellNumber(Math.abs(got))} ${side}`;
  const share = Math.abs((got - want) / want) * 100;
  return share > 1000 ? `more than ten times ${side}` : `${tellNumber(share, share < 10 ? 1 : 0)} % ${side}`;
}

function adviceFor(status: Status, steps: readonly string[], right: string): string {
  if (status === "partly") return "Check the unit and the noughts before you say the figure.";
  return steps[0] === undefined ? `The value is ${right}.` : `Go through it again from the first step: ${steps[0]}`;
}
