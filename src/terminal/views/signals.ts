// Room: terminal. What a company looks for, and how far an answer shows it: a row a signal, or all of them in a sentence. Pure.
import type { SignalReading } from "../../domain/loop.ts";
import type { Theme } from "../theme.ts";
import { inlineRows, plainText } from "./markdown.ts";
import { hang, pad, wrap } from "./wrap.ts";

/** What a company looks for, with what of it an answer shows. */
export interface SignalsShown {
  readonly company: string;
  readonly readings: readonly SignalReading[];
}

/** All signals with their levels in a row or two, beneath the marks; `coach explain` says what holds each back. None without a reading. */
export function signalLine({ company, readings }: SignalsShown, theme: Theme): readonly string[] {
  if (readings.length === 0) return [];
  const told = readings.map(({ name, level }) => `${plainText(name)} ${level}`).join(", ");
  return wrap(`${company} looks for, 1 to 5: ${told}`, theme.columns());
}

/** A row a signal: a bar of five cells, the level in figures, the name, and what holds it back most. None without a reading. */
export function signalRows(company: string, readings: readonly SignalReading[], theme: Theme): readonly string[] {
  if (readings.length === 0) return [];
  return [
    ...wrap(`What ${company} looks for, as its loop weighs it`, theme.columns(), theme.accent),
    ...readings.flatMap((reading) => readingRows(reading, theme)),
  ];
}

function readingRows(reading: SignalReading, theme: Theme): readonly string[] {
  const lead = `  ${barOf(reading.level, theme)} ${pad(`${reading.level} of 5`, 8)}`;
  const lost = heldBackBy(reading);
  return hang(lead, inlineRows(lost === undefined ? reading.name : `${reading.name}; held back by: ${lost}`, theme, theme.columns() - lead.length));
}

/** Five cells, as many of them full as the level says; the figure beside them says the same. */
export function barOf(level: number, { unicode }: Theme): string {
  const [full, empty] = unicode ? ["■", "□"] : ["#", "."];
  return full.repeat(level) + empty.repeat(5 - level);
}

function heldBackBy({ from }: SignalReading): string | undefined {
  const lost = ({ weight, share }: SignalReading["from"][number]): number => weight * (1 - share);
  const most = from.reduce((best, one) => Math.max(best, lost(one)), 0);
  return most === 0 ? undefined : from.find((one) => lost(one) === most)?.of;
}
