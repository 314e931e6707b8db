// Room: terminal. The keyboard of one prompt: raw mode, paste marks, keys; and all of it put back at every end.
import { createDecoder, type Key } from "./keys.ts";
import type { TerminalInput, TerminalOutput } from "./options.ts";

// Half an escape sequence is waited for so long: over a slow line an arrow key may come in two reads.
const patience = { nothing: 0, sequence: 250, paste: 2000 } as const;

const pasteMarksOn = "\x1b[?2004h";
const pasteMarksOff = "\x1b[?2004l";
const showCursor = "\x1b[?25h";

/** The keyboard while a prompt has it. */
export interface Keyboard {
  /** Takes the keyboard: raw mode, paste marks. What was typed before is dropped. Resolves when that is done. */
  take(): Promise<void>;
  /** Gives it back, for the shell, another program or the end. May be taken again. */
  give(): void;
  /** Hears keys; `lost` is told when the terminal is gone. Gives the way to stop hearing. */
  listen(hear: (key: Key) => void, lost: () => void): () => void;
}

/** The keyboard of an input, its modes set through the output. */
export function openKeyboard(input: TerminalInput, output: TerminalOutput): Keyboard {
  let isTaken = false;

  function give(): void {
    if (!isTaken) return;
    isTaken = false;
    process.removeListener("exit", give);
    output.write(pasteMarksOff + showCursor);
    setRaw(input, false);
    input.pause();
  }

  return {
    async take() {
      if (isTaken) return;
      isTaken = true;
      // A crash elsewhere must not leave the shell without echo.
      process.on("exit", give);
      // Off first: another program may have changed the mode behind our back, and setting it again would then do nothing.
      setRaw(input, false);
      setRaw(input, true);
      output.write(pasteMarksOn);
      await dropTypedAhead(input);
    },
    give,
    listen: (hear, lost) => listen(input, hear, lost),
  };
}

function listen(input: TerminalInput, hear: (key: Key) => void, lost: () => void): () => void {
  const decoder = createDecoder();
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
  // On a busy machine the time can be over while the rest lies there: it is read before the turn comes.
  const giveUp = (): void => {
    turn = setImmediate(() => tell(decoder.flush()));
  };
  const tell = (keys: readonly Key[]): void => keys.forEach((key) => hear(key));
  const onData = (chunk: Uint8Array | string): void => {
    stopWaiting();
    tell(decoder.feed(typeof chunk === "string" ? Buffer.from(chunk) : chunk));
    const waits = decoder.waitsFor();
    if (waits !== "nothing") timer = setTimeout(giveUp, patience[waits]);
  };
  const ends = ["end", "close", "error"] as const;
  input.on("data", onData);
  for (const end of ends) input.on(end, lost);
  return () => {
    stopWaiting();
    input.removeListener("data", onData);
    for (const end of ends) input.removeListener(end, lost);
  };
}

// Two turns of the event loop: the first lets the stream begin to read, the second comes after what lay there was read.
async function dropTypedAhead(input: TerminalInput): Promise<void> {
  const drop = (): void => undefined;
  input.on("data", drop);
  input.resume();
  await turnOfTheLoop();
  await turnOfTheLoop();
  input.removeListener("data", drop);
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

// A terminal that is gone refuses its mode; there is nothing left to put right then.
function setRaw(input: TerminalInput, raw: boolean): void {
  try {
    input.setRawMode?.(raw);
  } catch {
    return;
  }
}
