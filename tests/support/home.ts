// Room: tests. The built program, and a home of its own for whoever runs it in a test; the home is gone with the test.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { journalEntries } from "./kept.ts";
import { openTerminal, type TerminalPlan, type TestTerminal } from "./terminal.ts";

/** What `node` runs to start the built program. */
export const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");

export interface Home {
  /** The home and the current folder of the runs. */
  readonly folder: string;
  /** Where the program keeps what it remembers. */
  readonly data: string;
  /** All that the program is told of its surroundings. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs it to its end, without a terminal. */
  run(args: readonly string[], input?: string): { readonly status: number | null; readonly out: string; readonly err: string };
  /** Starts it in a terminal, which is closed with the test. */
  onTerminal(args: readonly string[], more?: Pick<TerminalPlan, "columns" | "rows" | "env">): TestTerminal;
  /** The entries of the journal, in their order. */
  kept(): readonly Record<string, unknown>[];
}

// Homes of a file share what the program makes to start faster: to make it anew takes a second of each home.
let cache: string | undefined;

afterAll(() => {
  if (cache !== undefined) rmSync(cache, { recursive: true, force: true });
});

/** A fresh home with some files in it. To be called within a test, or before each. */
export function aHome(files: Readonly<Record<string, string>> = {}): Home {
  cache ??= mkdtempSync(join(tmpdir(), "coach-cache-"));
  const folder = mkdtempSync(join(tmpdir(), "coach-home-"));
  const terminals: TestTerminal[] = [];
  onTestFinished(async () => {
    for (const terminal of terminals) terminal.close();
    await Promise.all(terminals.map(({ ended }) => ended));
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder, XDG_CACHE_HOME: cache, TERM: "xterm", LANG: "C.UTF-8" };
  const data = join(folder, ".local/share/interview-coach");
  return {
    folder,
    data,
    env,
    run(args, input = "") {
      const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, env, input, encoding: "utf8" });
      return { status, out: stdout, err: stderr };
    },
    onTerminal(args, { env: more, ...size } = {}) {
      const onScreen = { ...env, TERM: "xterm-256color", ...more };
      const terminal = openTerminal({ command: process.execPath, args: [launcher, ...args], cwd: folder, ...size, env: onScreen });
      terminals.push(terminal);
      return terminal;
    },
    kept: () => journalEntries(data),
  };
}
