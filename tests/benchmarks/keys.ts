// Room: tests. From a key to the byte that it paints, in the timed prompt on a terminal.
import { spawn } from "@lydell/node-pty";
import { readFileSync } from "node:fs";
import { coach, inPlace, type Place } from "./child.ts";
import { type Row, shareOf, spreadOf } from "./spread.ts";

const keysPressed = 300;
const letters = "abcdefghijklmnopqrstuvwxyz";
/** Longer than a frame, so that no key waits for the one before it; uneven, so that none falls on the clock's tick each time. */
const pauseBetween = (index: number): number => 30 + ((index * 7) % 17);

/** A program that paints what is typed, and nothing else: what the terminal, Node and the machine take of it. */
const echo =
  "process.stdin.setRawMode(true); process.stdin.on('data', (keys) => (keys[0] === 3 ? process.exit() : process.stdout.write(keys))); process.stdout.write('ready');";

/** How long keys took, in milliseconds. */
interface Took {
  /** From the key to the byte. */
  readonly painted: readonly number[];
  /** Of the program's processor time, with what it does once the byte is out: most of what other programs and the host of a virtual machine take away is not in it. Empty where the system does not tell. */
  readonly used: readonly number[];
}

/** The rows of the report, in milliseconds: medians, and beside them what one key in a hundred takes at least. */
export function measureKeys(): Promise<Row[]> {
  return inPlace(async (place) => {
    const timed = [coach, "drill", "walmart/ai-pm/cases", "--kind", "open", "--count", "1"];
    await press(place, { args: timed, ready: "hand in", words: 0, keys: 1 });
    return [
      rowOf("key to paint: a bare program", await press(place, { args: ["-e", echo], ready: "ready", words: 0, keys: keysPressed }), undefined),
      rowOf("key to paint: timed prompt", await press(place, { args: timed, ready: "hand in", words: 0, keys: keysPressed }), 2),
      rowOf("the same after 2,000 words", await press(place, { args: timed, ready: "hand in", words: 2000, keys: keysPressed }), 2),
    ];
  });
}

/** The aim is for the slowest key in a hundred. */
function rowOf(name: string, { painted, used }: Took, aim: number | undefined): Row {
  const spread = spreadOf(painted);
  const ofProcessor = used.length === 0 ? "" : `; processor p50 ${shareOf(used, 0.5).toFixed(2)}, p99 ${shareOf(used, 0.99).toFixed(2)}`;
  return {
    name: `${name}, p99`,
    unit: "ms",
    spread: { ...spread, median: shareOf(painted, 0.99) },
    aim,
    note: `p50 ${spread.median.toFixed(2)}${ofProcessor}`,
  };
}

interface Pressing {
  readonly args: readonly string[];
  /** Stands on the screen when keys are heard. */
  readonly ready: string;
  /** Pasted before the first key. */
  readonly words: number;
  readonly keys: number;
}

async function press({ env, home }: Place, { args, ready, words, keys }: Pressing): Promise<Took> {
  const child = spawn(process.execPath, [...args], { cols: 100, rows: 30, name: "xterm-256color", env, cwd: home });
  let written = "";
  let heard: () => void = () => undefined;
  child.onData((data) => {
    written += data;
    heard();
  });
  const seen = (isThere: () => boolean): Promise<number> =>
    new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`not painted: ${JSON.stringify(written.slice(-300))}`)), 30_000);
      heard = () => {
        if (!isThere()) return;
        clearTimeout(late);
        done(performance.now());
      };
      heard();
    });
  try {
    await seen(() => written.includes(ready));
    await pause(1000);
    if (words > 0) {
      child.write(`\x1b[200~${Array.from({ length: words }, (_, index) => `word${index}`).join(" ")} \x1b[201~`);
      await seen(() => written.includes(`${words.toString()} words`) || written.includes(`${words.toLocaleString("en")} words`));
    }
    const painted: number[] = [];
    const used: number[] = [];
    for (let index = 0; index < keys; index += 1) {
      await pause(pauseBetween(index));
      const letter = letters[index % letters.length] ?? "a";
      written = "";
      const usedBefore = processorTime(child.pid);
      const from = performance.now();
      child.write(letter);
      painted.push((await seen(() => paintsLetter(written, letter))) - from);
      await pause(afterPaint);
      const usedSince = processorTime(child.pid);
      if (usedBefore !== undefined && usedSince !== undefined) used.push(usedSince - usedBefore);
    }
    return { painted, used };
  } finally {
    // A kill would leave a draft behind, which the next start would offer first.
    const ended = new Promise<void>((done) => void child.onExit(() => done()));
    child.write("\x03");
    await ended;
  }
}

/** Until the system has counted what a thread ran for, which it does when the thread waits again. */
const afterPaint = 5;

/** Milliseconds that a process's main thread has run (Linux, proc(5): the first figure of schedstat, in nanoseconds). */
function processorTime(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return undefined;
  }
}

/** The line that is typed on ends with the letter: the clock and the count of words stand in other rows. */
function paintsLetter(written: string, letter: string): boolean {
  return written
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "\n")
    .split(/[\r\n]/)
    .some((row) => row.endsWith(letter) && /^[a-z0-9 ]*$/.test(row));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
