// Room: tests. How long the built coach takes to start, beside bare Node in the same rounds.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawn } from "@lydell/node-pty";
import { type Row, spreadOf } from "./spread.ts";

interface Start {
  readonly name: string;
  readonly aim: number;
  /** Starts the coach once; gives milliseconds. */
  readonly time: (place: Place) => number | Promise<number>;
}

interface Place {
  readonly home: string;
  /** No NODE_EXTRA_CA_CERTS: with it Node 20 reads a bundle of certificates at every start, and bare Node takes almost three times as long. */
  readonly env: Readonly<Record<string, string>>;
}

const coach = resolve("dist/coach.cjs");
const rounds = 21;

/** A prompt hides the cursor and stops wrapping, draws, and ends by wrapping again. */
const painted = /\x1b\[\?25l[^]*\x1b\[\?7h/;

const starts: readonly Start[] = [
  { name: "--version", aim: 1.1, time: (place) => timeRun(place, [coach, "--version"]) },
  { name: "--help", aim: 1.2, time: (place) => timeRun(place, [coach, "--help"]) },
  { name: "decks list", aim: 1.8, time: (place) => timeRun(place, [coach, "decks", "list"]) },
  { name: "first question (quiz walmart)", aim: 2, time: timeQuestion },
];

/** The rows of the report. A ratio is to `node -e 0` in the same round, since the machine is not equally fast all the time. */
export async function measureStartUp(): Promise<Row[]> {
  if (!existsSync(coach)) throw new Error("There is no dist/coach.cjs; run npm run build.");
  const home = mkdtempSync(join(tmpdir(), "coach-bench-"));
  const place = { home, env: { PATH: process.env["PATH"] ?? "", HOME: home, LANG: "C.UTF-8", TERM: "xterm-256color" } };
  try {
    // Twice: the first start fills the caches, the second shows that they are taken.
    for (const { time } of [...starts, ...starts]) await time(place);
    return rowsOf(await measureRounds(place));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Round {
  readonly bare: number;
  readonly times: readonly number[];
}

async function measureRounds(place: Place): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = timeRun(place, ["-e", "0"]);
    const times: number[] = [];
    for (const { time } of starts) times.push(await time(place));
    done.push({ bare, times });
  }
  return done;
}

function rowsOf(done: readonly Round[]): Row[] {
  const base: Row = { name: "bare node -e 0", unit: "ms", spread: spreadOf(done.map(({ bare }) => bare)), aim: undefined };
  const ratios = starts.map(({ name, aim }, index) => ({
    name,
    unit: "x",
    aim,
    spread: spreadOf(done.map(({ bare, times }) => (times[index] ?? Number.NaN) / bare)),
  }));
  return [base, ...ratios];
}

function timeRun({ env, home }: Place, args: readonly string[]): number {
  const from = performance.now();
  const ended = spawnSync(process.execPath, [...args], { env, cwd: home, encoding: "utf8" });
  const took = performance.now() - from;
  if (ended.status !== 0) throw new Error(`${args.join(" ")} ended with ${ended.status}:\n${ended.stderr}`);
  return took;
}

/** From the start until the first prompt is painted on a terminal. Opening the terminal counts against the coach. */
function timeQuestion({ env, home }: Place): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [coach, "quiz", "walmart"], { cols: 100, rows: 30, name: "xterm-256color", env, cwd: home });
  return new Promise((done, fail) => {
    let seen = "";
    let took: number | undefined;
    child.onData((data) => {
      seen += data;
      if (took !== undefined || !painted.test(seen)) return;
      took = performance.now() - from;
      // Ctrl-C and not a kill: only a run that ends keeps the code it compiled.
      child.write("\x03");
    });
    child.onExit(() => (took === undefined ? fail(new Error(`quiz walmart ended without a prompt:\n${seen}`)) : done(took)));
  });
}
