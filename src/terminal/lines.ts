// Room: terminal. Whole lines of an input, for prompts without a screen.
import { createInterface, type Interface } from "node:readline";
import type { TerminalInput } from "./prompts/options.ts";

/** Lines of an input, one listener at a time. */
export interface Lines {
  /**
   * Hears lines until `onLine` gives false, or the function it resolves to is called. Of a terminal, what was typed before is dropped;
   * of a pipe, no line is lost: what comes after the last one heard waits for the next to hear.
   */
  hear(onLine: (line: string) => boolean, onEnd: () => void): Promise<() => void>;
}

/** Opens the lines of an input; it is not touched before the first `hear`. */
export function openLines(input: TerminalInput): Lines {
  let reader: Interface | undefined;
  let isOver = false;
  let waiting: string[] = [];
  let hearer: { onLine(line: string): boolean; onEnd(): void } | undefined;

  function open(): Interface {
    if (reader !== undefined) return reader;
    const opened = createInterface({ input, terminal: false });
    // A line reader gives on what it has read even when it is paused.
    opened.on("line", (line) => {
      waiting.push(line);
      drain();
    });
    opened.on("close", () => {
      isOver = true;
      drain();
    });
    reader = opened;
    return opened;
  }

  function drain(): void {
    while (hearer !== undefined) {
      const line = waiting.shift();
      if (line === undefined) break;
      if (!hearer.onLine(line)) hearer = undefined;
    }
    if (isOver) hearer?.onEnd();
  }

  return {
    async hear(onLine, onEnd) {
      const lines = open();
      if (!isOver) lines.resume();
      if (input.isTTY === true) {
        await turnOfTheLoop();
        await turnOfTheLoop();
        waiting = [];
      }
      hearer = { onLine, onEnd };
      queueMicrotask(drain);
      return () => {
        hearer = undefined;
        if (!isOver) lines.pause();
      };
    },
  };
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
