// Room: terminal. Signals that reach a prompt: an end is told, a stop and its end too.
import { isatty } from "node:tty";

export interface SignalHandlers {
  /** Ctrl-C from outside, a closed window, a polite kill. */
  ended(signal: NodeJS.Signals): void;
  /** The program was stopped and goes on. */
  continued(): void;
}

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The window is closed: from now on SIGHUP does not end the program, so that it can keep the answer. The end of the input, the kernel
 * and the shell each tell of a closed window, in any order.
 */
export function outliveHangUp(): void {
  if (process.listenerCount("SIGHUP", outlive) === 0) process.on("SIGHUP", outlive);
}

function outlive(): void {
  return;
}

/**
 * Ends this process by the SIGHUP that it outlived, when its terminal is gone: Node 20 aborts, with a dump, when it puts back the modes of a
 * terminal that is not there. Without a hang-up it does nothing.
 */
export function endHungUp(): void {
  if (process.listenerCount("SIGHUP", outlive) === 0 || isatty(0)) return;
  process.removeListener("SIGHUP", outlive);
  process.kill(process.pid, "SIGHUP");
}

/** Hears signals until the function that it gives is called. While it hears, they do not end the program by themselves. */
export function listenToSignals(handlers: SignalHandlers): () => void {
  const ended = (signal: NodeJS.Signals): void => {
    if (signal === "SIGHUP") outliveHangUp();
    handlers.ended(signal);
  };
  for (const signal of endings) process.on(signal, ended);
  process.on("SIGCONT", handlers.continued);
  return () => {
    for (const signal of endings) process.removeListener(signal, ended);
    process.removeListener("SIGCONT", handlers.continued);
  };
}

/**
 * From now until the function that it gives is called no signal ends the program by itself. Ctrl-C that nobody hears meanwhile is forgotten: somebody who is
 * impatient presses it twice. Another ending that nobody heard comes then.
 */
export function holdSignals(): () => void {
  let waiting: NodeJS.Signals | undefined;
  const alone = new Map<string, number>();
  const hold = (signal: NodeJS.Signals): void => {
    const isHeard = process.listenerCount(signal) > (alone.get(signal) ?? 0);
    if (signal !== "SIGINT" && !isHeard) waiting ??= signal;
  };
  for (const signal of endings) alone.set(signal, process.on(signal, hold).listenerCount(signal));
  return () => {
    for (const signal of endings) process.removeListener(signal, hold);
    if (waiting !== undefined) process.kill(process.pid, waiting);
  };
}

/** Hears Ctrl-C until the function that it gives is called; meanwhile it does not end the program. */
export function listenToInterrupt(interrupted: () => void): () => void {
  process.on("SIGINT", interrupted);
  return () => void process.removeListener("SIGINT", interrupted);
}

/** Stops this program as Ctrl-Z does; the promise resolves when it goes on. Where nothing can stop it, at once. */
export async function stopProgram(): Promise<void> {
  process.kill(process.pid, "SIGTSTP");
  // The signal that lets it go on is heard in the next turn of the loop; it belongs to this stop.
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}
