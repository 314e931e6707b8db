// Room: tests. What a fault of the catalogue is, and the stage on which it is provoked.
import type { Journal } from "../../src/journal/journal.ts";

/** A fault, by its number in the catalogue of faults (A crash, B disk, C two at once, D journal, E time, F terminal, G decks, H answers, I exports, J helpers, K start). */
export interface Fault {
  readonly number: string;
  readonly title: string;
  /** Provokes it, and throws where the program does not hold it. */
  provoke(stage: Stage): void | Promise<void>;
}

/** Faults of one letter. */
export type Faults = readonly Fault[];

export interface Ran {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Run by `sh -c`, with the program and its arguments as `"$@"`: for limits, masks and odd streams. */
  readonly shell?: string;
  /** Milliseconds after which it is killed. */
  readonly killAfter?: number;
}

/** A home of its own, the built program, and what was acknowledged there. */
export interface Stage {
  readonly folder: string;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  /** The built program's launcher, in a copy of the package that it cannot write to. */
  readonly launcher: string;
  /** Writes a file below the home; gives its path. */
  write(name: string, text: string | Uint8Array): string;
  coach(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** The same, checked: no trace, no escape code, an answer within four minutes, and this very status. */
  held(args: readonly string[], expected: Expected, options?: RunOptions): Promise<Ran>;
  /** A process that keeps so many attempts of so many letters, and says each id once it is acknowledged. */
  keeper(name: string, count: number, length?: number, killAfter?: number): Promise<readonly string[]>;
  journal(): Journal;
  /** The fault happened: only then was it tried. */
  fired(): void;
  /** These attempts were said to be kept: at the end a fresh process must find each of them once. */
  acknowledge(...ids: readonly string[]): void;
  /** Practises once, by an answers file; gives the id, acknowledged. */
  practise(): Promise<string>;
}

export interface Expected {
  readonly status: number;
  /** Must be said, on either stream. */
  readonly says?: string | RegExp;
}

/** This machine cannot provoke the fault: it is not counted as tried. */
export class NotHere extends Error {}
