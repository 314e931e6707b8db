// Room: terminal. What a company looks for, and how far an answer shows it. Pure.
import type { SignalReading } from "../../domain/loop.ts";
import type { Theme } from "../theme.ts";
import { inlineRows } from "./markdown.ts";
import { hang, pad, wrap } from "./wrap.ts";

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
function barOf(level: number, { unicode }: Theme): string {
  const [full, empty] = unicode ? ["■", "□"] : ["#", "."];
  return full.repeat(level) + empty.repeat(5 - level);
}

function heldBackBy({ from }: SignalReading): string | undefined {
  const lost = ({ weight, share }: SignalReading["from"][number]): number => weight * (1 - share);
  const most = from.reduce((best, one) => Math.max(best, lost(one)), 0);
  return most === 0 ? undefined : from.find((one) => lost(one) === most)?.of;
}
