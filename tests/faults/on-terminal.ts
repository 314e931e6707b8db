// Room: tests. The built program on a real terminal of a stage, with clocks that a fault can move.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { openTerminal, type TerminalPlan, type TestTerminal } from "../support/terminal.ts";
import type { Stage } from "./fault.ts";

/** How it is started: a size, more of the environment, and a line for `sh -c` that has the program as `"$@"`. */
export interface OnTerminal extends Pick<TerminalPlan, "columns" | "rows" | "env"> {
  readonly shell?: string;
}

/** A drill of one question of five minutes in `mine.md`, without the question how it went. */
export const drillOne = ["drill", "mine", "--decks", "mine.md", "--count", "1", "--no-confidence"];

/** Milliseconds that anything on a terminal may take: far beyond what a busy machine needs, and not for ever. */
const longest = Number(process.env["FAULT_PATIENCE"] ?? 900_000);

/** Starts the program; whatever becomes of it, it is ended. Gives all bytes that it wrote. */
export async function onTerminal(
  stage: Stage,
  args: readonly string[],
  play: (terminal: TestTerminal) => Promise<unknown>,
  how: OnTerminal = {},
): Promise<string> {
  if (!existsSync(join(stage.folder, "mine.md")))
    stage.write("mine.md", deckOf(shelfQuestion({ id: "first", minutes: 5 }), shelfQuestion({ id: "second", minutes: 5 })));
  // The home is given to whom the other runs belong.
  await stage.coach(["data", "path"]);
  const { shell, env, ...size } = how;
  const command = [process.execPath, stage.launcher, ...args];
  const terminal = openTerminal({
    command: "/bin/sh",
    args: ["-c", shell ?? 'exec "$@"', "sh", ...command],
    cwd: stage.folder,
    env: { ...stage.env, TERM: "xterm-256color", ...env },
    ...size,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it waits for what does not come: ${terminal.screen()}`)), longest);
  });
  try {
    await Promise.race([play(terminal), late]);
    return terminal.bytes();
  } finally {
    clearTimeout(timer);
    terminal.close();
    await terminal.ended;
  }
}

interface Kept {
  readonly id: string;
  readonly at: string;
  readonly question: string;
  readonly seconds: number;
  readonly paused: number;
  readonly score: number;
  readonly interrupted: boolean;
  readonly timedOut: boolean;
  readonly answer: { readonly text?: string; readonly chosen?: readonly number[] };
}

/** All attempts that the journal holds, acknowledged from here on. */
export async function attemptsIn(stage: Stage): Promise<readonly Kept[]> {
  const attempts = (await stage.journal().read()).entries.flatMap((entry) => (entry.type === "attempt" ? [entry as unknown as Kept] : []));
  stage.acknowledge(...attempts.map(({ id }) => id));
  return attempts;
}

/** Waits for what comes to lie on the disk. */
export async function soon(isThere: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (isThere()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come: ${what}`);
}

/** Waits until the disk holds these words in a draft. */
export function drafted(stage: Stage, words: string): Promise<void> {
  const names = (): readonly string[] => (existsSync(stage.data) ? readdirSync(stage.data).filter((name) => /^draft-.*\.json$/.test(name)) : []);
  const read = (name: string): string => {
    try {
      return readFileSync(join(stage.data, name), "utf8");
    } catch {
      // Put in place anew in this moment.
      return "";
    }
  };
  return soon(() => names().some((name) => read(name).includes(words)), `a draft with ${words}`);
}

/** Clocks of a program, moved from outside while it runs. */
export interface Clocks {
  /** What a run needs to have them. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds that each is ahead of the machine's from now on. */
  move(ahead: { readonly wall?: number; readonly monotonic?: number }): void;
}

const moved = `const fs = require("node:fs");
const read = (name) => { try { return JSON.parse(fs.readFileSync(process.env.FAULT_CLOCKS, "utf8"))[name] ?? 0; } catch { return 0; } };
const [now, ticks] = [Date.now, process.hrtime.bigint];
Date.now = () => now() + read("wall");
process.hrtime.bigint = () => ticks() + BigInt(Math.round(read("monotonic") * 1e6));
`;

/** Clocks whose wall shows this moment (ISO 8601) now, in a zone. */
export function clocksAt(stage: Stage, moment: string | undefined, zone = "UTC"): Clocks {
  const script = stage.write("clocks.cjs", moved);
  const file = join(stage.folder, `clocks-${randomUUID()}.json`);
  const start = moment === undefined ? 0 : Date.parse(moment) - Date.now();
  const move: Clocks["move"] = ({ wall = 0, monotonic = 0 }) => writeFileSync(file, JSON.stringify({ wall: start + wall, monotonic }));
  move({});
  return { env: { NODE_OPTIONS: `--require=${script}`, FAULT_CLOCKS: file, TZ: zone }, move };
}
