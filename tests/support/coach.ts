// Runs one command line in-process over a world of its own: real files in a fresh folder, output in memory, no terminal.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../src/cli/main.ts";
import { realWorld, type Sink, type World } from "../../src/cli/world.ts";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import { openJournal } from "../../src/journal/journal.ts";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Place {
  /** Home, data and settings of the runs; and their current folder. */
  readonly folder: string;
  coach(line: string | readonly string[], input?: string): Promise<Ran>;
  /** A run whose reader leaves with the first thing that it is given, as `| head -1` does. */
  coachUnread(line: string): Promise<Ran>;
  json(line: string | readonly string[], input?: string): Promise<unknown>;
  /** So many hours go by. */
  sleep(hours: number): void;
}

const made: string[] = [];

// Runs of a file share the library as it was read last: to read it anew takes half a second of each.
let cache: string | undefined;

function sharedCache(): string {
  if (cache === undefined) {
    cache = mkdtempSync(join(tmpdir(), "coach-cache-"));
    made.push(cache);
  }
  return cache;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder in which a person starts the program for the first time. The clock stands at 2026-12-01 19:00 UTC and goes on a second with each look. */
export function aPlace(env: Readonly<Record<string, string>> = {}, packageFolder = resolve(import.meta.dirname, "../..")): Place {
  const folder = mkdtempSync(join(tmpdir(), "coach-test-"));
  made.push(folder);
  let wall = Date.UTC(2026, 11, 1, 19);
  const coach = async (line: string | readonly string[], input = ""): Promise<Ran> => run(line, input, memorySink());
  const run = async (line: string | readonly string[], input: string, out: MemorySink): Promise<Ran> => {
    const err = memorySink();
    const world: World = {
      ...realWorld(packageFolder),
      build: "tests",
      env: { TERM: "xterm", XDG_CACHE_HOME: sharedCache(), ...env },
      cwd: folder,
      home: folder,
      out,
      err,
      readStdin: () => Buffer.from(input),
      stdinParts: () => [Buffer.from(input)],
      wall: () => (wall += 1000),
      zoneMinutes: () => 0,
      monotonic: () => wall,
    };
    const status = await main(typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line, world);
    return { status, out: out.text(), err: err.text() };
  };
  return {
    folder,
    coach,
    coachUnread: (line) => run(line, "", memorySink(false)),
    sleep: (hours) => void (wall += hours * 3_600_000),
    json: async (line, input) => JSON.parse((await coach([...(typeof line === "string" ? line.split(" ") : line), "--json"], input)).out) as unknown,
  };
}

/** A package without a deck: for places that bring their own, since to read the whole library takes half a second of each. */
export function emptyPackage(): string {
  const folder = join(sharedCache(), "package");
  for (const name of ["questions", "frameworks"]) mkdirSync(join(folder, name), { recursive: true });
  return folder;
}

/** A place where no deck is but `mine.md`, and in `data/` a journal with these entries. */
export async function aPlaceWith(deck: string, entries: readonly JournalEntry[], env: Readonly<Record<string, string>> = {}): Promise<Place> {
  const place = aPlace(env, emptyPackage());
  writeFileSync(join(place.folder, "mine.md"), deck);
  await openJournal(join(place.folder, "data")).appendAll(entries);
  return place;
}

type MemorySink = Sink & { text(): string };

function memorySink(stays = true): MemorySink {
  let written = "";
  const write = (text: string): boolean => {
    written += text;
    return stays;
  };
  return { isTTY: false, columns: 80, rows: 24, write, text: () => written };
}
