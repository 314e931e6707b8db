// Room: terminal. Whole lines of an input, for prompts without a screen.
import { createInterface, type Interface } from "node:readline";
import type { TerminalInput } from "./prompts/options.ts";

/** Lines of an input, one listener at a time. */
export interface Lines {
  /** Drops what was typed at a terminal before now. Of a pipe nothing is dropped. */
  dropTypedAhead(): Promise<void>;
  /** Hears lines until `onLine` gives false, or the function it gives is called. What comes after the last one heard waits for the next to hear. */
  hear(onLine: (line: string) => boolean, onEnd: () => void): () => void;
}

interface Reading {
  readonly input: TerminalInput;
  reader: Interface | undefined;
  isOver: boolean;
  /** Lines that nobody has heard yet: a line reader gives on what it has read even when it is paused. */
  waiting: string[];
  hearer: { onLine(line: string): boolean; onEnd(): void } | undefined;
}

/** Opens the lines of an input; it is not touched before the first `hear`. */
export function openLines(input: TerminalInput): Lines {
  const reading: Reading = { input, reader: undefined, isOver: false, waiting: [], hearer: undefined };
  return { dropTypedAhead: () => dropTypedAhead(reading), hear: (onLine, onEnd) => hear(reading, { onLine, onEnd }) };
}

async function dropTypedAhead(reading: Reading): Promise<void> {
  if (reading.input.isTTY !== true) return;
  const reader = open(reading);
  if (!reading.isOver) reader.resume();
  await turnOfTheLoop();
  await turnOfTheLoop();
  reading.waiting = [];
}

function hear(reading: Reading, hearer: NonNullable<Reading["hearer"]>): () => void {
  const reader = open(reading);
  if (!reading.isOver) reader.resume();
  reading.hearer = hearer;
  queueMicrotask(() => giveOn(reading));
  return () => {
    reading.hearer = undefined;
    if (!reading.isOver) reader.pause();
  };
}

function open(reading: Reading): Interface {
  if (reading.reader !== undefined) return reading.reader;
  const reader = createInterface({ input: reading.input, terminal: false });
  reader.on("line", (line) => {
    reading.waiting.push(line);
    giveOn(reading);
  });
  reader.on("close", () => {
    reading.isOver = true;
    giveOn(reading);
  });
  reading.reader = reader;
  return reader;
}

function giveOn(reading: Reading): void {
  while (reading.hearer !== undefined) {
    const line = reading.waiting.shift();
    if (line === undefined) break;
    if (!reading.hearer.onLine(line)) reading.hearer = undefined;
  }
  if (reading.isOver) reading.hearer?.onEnd();
}

/** Two of them: the first lets the stream begin to read, the second comes after what lay there was read. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
