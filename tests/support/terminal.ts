// Room: tests. A real pseudo-terminal with a screen that can be read: spawn, type, wait, resize.
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";

/** What a person could press beside letters. */
export const keys = {
  enter: "\r",
  tab: "\t",
  backspace: "\x7f",
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  ctrl: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
  /** A paste between the marks that a terminal sends when they are asked for. */
  paste: (text: string) => `\x1b[200~${text}\x1b[201~`,
} as const;

export interface TerminalPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Ended {
  readonly status: number;
  readonly signal: number | undefined;
}

/** A program in a terminal. */
export interface TestTerminal {
  readonly pid: number;
  type(text: string): void;
  /** The rows that are seen, without trailing spaces and without empty rows at the end. */
  screen(): string;
  /** All rows, those that scrolled away too. */
  everything(): string;
  /** All bytes that the program wrote. */
  bytes(): string;
  /** Where the cursor stands in the window, from 0. */
  cursor(): { readonly column: number; readonly row: number };
  /** Resolves with the screen when it holds a text, or something holds; rejects with the screen when the program has ended, or after a minute and a half. */
  waitFor(wanted: string | RegExp | (() => boolean)): Promise<string>;
  /** Changes the window; resolves when the program has painted after it. */
  resize(columns: number, rows: number): Promise<void>;
  signal(name: string): void;
  /** Closes the window under the program. */
  hangUp(): void;
  /** Resolves when the program has ended and all it wrote is on the screen. */
  readonly ended: Promise<Ended>;
  /** Ends the program, if it still runs. */
  close(): void;
}

const patience = 90_000;
const quietTurns = 6;

/** Starts a program in a terminal of its own; nothing of this environment reaches it but what `env` says and PATH. */
export function openTerminal(plan: TerminalPlan): TestTerminal {
  const size = { cols: plan.columns ?? 80, rows: plan.rows ?? 24 };
  const env = { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...plan.env };
  const pty = spawn(plan.command, [...plan.args], { ...size, name: env.TERM, cwd: plan.cwd ?? process.cwd(), env });
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true, scrollback: 5000 });
  const written: string[] = [];
  let isOpen = true;
  let hasEnded = false;
  pty.onData((data) => {
    written.push(data);
    screen.write(data);
  });
  const ended = new Promise<Ended>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      isOpen = false;
      void settle(() => written.length).then(() =>
        screen.write("", () => {
          hasEnded = true;
          resolve({ status: exitCode, signal: signal === 0 ? undefined : signal });
        }),
      );
    });
  });
  const rowsFrom = (first: number, count: number): string => {
    const { active } = screen.buffer;
    const rows = Array.from({ length: count }, (_, index) => active.getLine(first + index)?.translateToString(true) ?? "");
    return rows.join("\n").trimEnd();
  };
  const read = (): string => rowsFrom(screen.buffer.active.viewportY, screen.rows);
  return {
    pid: pty.pid,
    type: (text) => pty.write(text),
    screen: read,
    everything: () => rowsFrom(0, screen.buffer.active.length),
    bytes: () => written.join(""),
    cursor: () => ({ column: screen.buffer.active.cursorX, row: screen.buffer.active.cursorY }),
    waitFor: async (wanted) => {
      const isThere = typeof wanted === "function" ? wanted : () => (typeof wanted === "string" ? read().includes(wanted) : wanted.test(read()));
      await until(isThere, { hasEnded: () => hasEnded, told: () => `no ${String(wanted)} on the screen, which says:\n${read()}` });
      return read();
    },
    async resize(columns, rows) {
      const before = written.length;
      screen.resize(columns, rows);
      pty.resize(columns, rows);
      await until(() => written.length > before, { hasEnded: () => hasEnded, told: () => `nothing was painted for ${columns} by ${rows}` });
    },
    signal: (name) => process.kill(pty.pid, name as NodeJS.Signals),
    hangUp() {
      // On Linux the program's terminal goes with our end of it; the types do not tell.
      if ("destroy" in pty && typeof pty.destroy === "function") pty.destroy();
    },
    ended,
    close() {
      if (isOpen) pty.kill("SIGKILL");
    },
  };
}

/** Output can still be on its way when the exit is told: waits until nothing came for a few turns, however long they are. */
async function settle(heard: () => number): Promise<void> {
  for (let quiet = 0, before = heard(); quiet < quietTurns; quiet += 1) {
    await pause();
    if (heard() > before) [quiet, before] = [0, heard()];
  }
}

interface Waiting {
  hasEnded(): boolean;
  /** What is told when it does not come. */
  told(): string;
}

/** Waits for what is seen, not for time: only what will never come runs into the minute and a half. */
async function until(isThere: () => boolean, { hasEnded, told }: Waiting): Promise<void> {
  const start = performance.now();
  while (!isThere()) {
    if (hasEnded()) throw new Error(`the program has ended: ${told()}`);
    if (performance.now() - start > patience) throw new Error(`waited ${patience / 1000} s: ${told()}`);
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
