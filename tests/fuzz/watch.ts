// Room: tests. Tells the text for which nothing ever ends: a thread of its own looks whether a new one was begun.
import { Worker } from "node:worker_threads";
import { longest } from "./mutate.ts";

/** Seconds on the clock that no text may take, however busy the machine is. */
const patience = 60;

const watcher = `
const { workerData: { state, letters, patience } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let last = -1, since = Date.now();
setInterval(() => {
  if (state[0] !== last) { last = state[0]; since = Date.now(); return; }
  if (Date.now() - since < patience * 1000) return;
  const text = String.fromCharCode(...letters.subarray(0, Math.min(state[1], 50000)));
  writeSync(1, "never ends: reader " + state[2] + ", " + JSON.stringify(text) + "\\n");
  process.kill(process.pid, "SIGKILL");
}, 1000);
`;

/** Looks on until it is stopped. */
export interface Watch {
  /** The reader, by its number, is about to try the text. */
  begins(target: number, text: string): void;
  stop(): Promise<unknown>;
}

/** Ends the process, with the text on standard output, where one takes more than a minute. */
export function openWatch(): Watch {
  const state = new Int32Array(new SharedArrayBuffer(12));
  const letters = new Uint16Array(new SharedArrayBuffer(2 * longest));
  const worker = new Worker(watcher, { eval: true, workerData: { state, letters, patience } });
  return {
    begins: (target, text) => {
      const length = Math.min(text.length, longest);
      for (let index = 0; index < length; index += 1) letters[index] = text.charCodeAt(index);
      state[1] = length;
      state[2] = target;
      state[0] = ((state[0] as number) + 1) | 0;
    },
    stop: () => worker.terminate(),
  };
}
