// Room: tests. Runs the built coach, bare Node and other programs as processes of their own, and takes the time of each.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawn } from "@lydell/node-pty";

/** The built program. */
export const coach = resolve("dist/coach.cjs");
/** What every start is beside. */
export const bare: readonly string[] = ["-e", "0"];

/** A home of its own, empty at first. */
export interface Place {
  readonly home: string;
  /** No NODE_EXTRA_CA_CERTS: with it Node 20 reads a bundle of certificates at every start, and bare Node takes almost three times as long. */
  readonly env: Readonly<Record<string, string>>;
}

/** Does something in a new place, which is gone afterwards. */
export async function inPlace<T>(act: (place: Place) => T | Promise<T>): Promise<T> {
  if (!existsSync(coach)) throw new Error("There is no dist/coach.cjs; run npm run build.");
  const home = mkdtempSync(join(tmpdir(), "coach-bench-"));
  const env = { PATH: process.env["PATH"] ?? "", HOME: join(home, "home"), LANG: "C.UTF-8", TERM: "xterm-256color" };
  mkdirSync(env.HOME);
  try {
    return await act({ home, env });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Milliseconds of one start. */
export interface Cost {
  readonly elapsed: number;
  /** Of all threads together; undefined where the system does not tell. What other programs disturb least. */
  readonly processor: number | undefined;
}

/** Runs Node once, its output read. Fails unless it ends well. */
export function timeRun(place: Place, args: readonly string[]): Cost {
  const from = performance.now();
  finish(place, { command: process.execPath, args });
  return { elapsed: performance.now() - from, processor: processorTime(place, args) };
}

function finish({ env, home }: Place, { command, args }: { readonly command: string; readonly args: readonly string[] }): string {
  const ended = spawnSync(command, [...args], { env, cwd: home, encoding: "utf8", maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(`${args.join(" ")} ended with ${ended.status}:\n${ended.stderr}`);
  return ended.stderr;
}

const shell = ["/bin/bash", "/usr/bin/bash"].find((path) => existsSync(path));

/** In a run of its own: the shell that tells it takes time to start. */
function processorTime(place: Place, args: readonly string[]): number | undefined {
  if (shell === undefined) return undefined;
  const told = finish(place, { command: shell, args: ["-c", 'TIMEFORMAT="%3U %3S"; time "$0" "$@" 2> /dev/null', process.execPath, ...args] });
  const [user = Number.NaN, system = Number.NaN] = told.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

/** A program in a terminal. */
export interface Shown {
  readonly args: readonly string[];
  /** Holds for what was written once the first screen stands. */
  readonly isPainted: (written: string) => boolean;
}

/** A prompt of ours hides the cursor and stops wrapping, draws, and ends by wrapping again. */
export const promptPainted = (written: string): boolean => /\x1b\[\?25l[^]*\x1b\[\?7h/.test(written);

/** From the start until the first screen is painted on a terminal; then the program is left by Ctrl-C. Opening the terminal counts against it. */
export function timePainted({ env, home }: Place, { args, isPainted }: Shown): Promise<Cost> {
  const from = performance.now();
  const child = spawn(process.execPath, [...args], { cols: 100, rows: 30, name: "xterm-256color", env, cwd: home });
  return new Promise((done, fail) => {
    let written = "";
    let cost: Cost | undefined;
    child.onData((data) => {
      written += data;
      if (cost !== undefined || !isPainted(written)) return;
      cost = { elapsed: performance.now() - from, processor: spentBy(child.pid) };
      // Not at once: the coach keeps its compiled code a tenth of a second after it has painted. And no kill: only a run that ends keeps it.
      setTimeout(() => child.write("\x03"), 250);
    });
    child.onExit(() => (cost === undefined ? fail(new Error(`${args.join(" ")} ended without a screen:\n${written}`)) : done(cost)));
  });
}

/** What the threads of a running process have spent, where Linux tells it in nanoseconds. */
function spentBy(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6, 0);
  } catch {
    return undefined;
  }
}
