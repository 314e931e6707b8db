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
  /** Resolves with the screen when it holds a text; rejects with the screen after `patience` milliseconds. */
  waitFor(wanted: string | RegExp, patience?: number): Promise<string>;
  resize(columns: number, rows: number): void;
  signal(name: string): void;
  /** Closes the window under the program. */
  hangUp(): void;
  /** Resolves when the program has ended and all it wrote is on the screen. */
  readonly ended: Promise<Ended>;
  /** Ends the program, if it still runs. */
  close(): void;
}

/** Starts a program in a terminal of its own; nothing of this environment reaches it but what `env` says and PATH. */
export function openTerminal(plan: TerminalPlan): TestTerminal {
  const size = { cols: plan.columns ?? 80, rows: plan.rows ?? 24 };
  const env = { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...plan.env };
  const pty = spawn(plan.command, [...plan.args], { ...size, name: env.TERM, cwd: plan.cwd ?? process.cwd(), env });
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true, scrollback: 5000 });
  const written: string[] = [];
  let isOpen = true;
  let heardAt = performance.now();
  pty.onData((data) => {
    written.push(data);
    heardAt = performance.now();
    screen.write(data);
  });
  const ended = new Promise<Ended>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      isOpen = false;
      void settle(() => heardAt).then(() => screen.write("", () => resolve({ status: exitCode, signal: signal === 0 ? undefined : signal })));
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
    waitFor: (wanted, patience = 5000) => waitFor(read, wanted, patience),
    resize(columns, rows) {
      screen.resize(columns, rows);
      pty.resize(columns, rows);
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

/** Output can still be on its way when the exit is told: waits until nothing came for 60 ms. */
async function settle(heardAt: () => number): Promise<void> {
  const start = performance.now();
  while (performance.now() - Math.max(heardAt(), start) < 60) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function waitFor(read: () => string, wanted: string | RegExp, patience: number): Promise<string> {
  const until = performance.now() + patience;
  for (;;) {
    const text = read();
    if (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)) return text;
    if (performance.now() > until) throw new Error(`waited ${patience} ms for ${String(wanted)}; the screen says:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
