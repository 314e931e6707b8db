// Room: tests. How long what goes through a whole history takes, by how many questions and attempts there are, and the most memory that it takes.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { addDays } from "../../src/domain/calendar.ts";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import { chanceFrom } from "../../src/domain/chance.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { anAttempt } from "../support/attempts.ts";
import { bare, coach, type Cost, inPlace, type Place, timeRun } from "./child.ts";
import { questionsEach, writeLibrary } from "./parse.ts";
import { type Row, spreadOf } from "./spread.ts";
import { rowOf } from "./start-up.ts";

/** Questions, and as many attempts at them. */
interface Size {
  readonly count: number;
  /** By command, as ratios to bare Node; undefined: only told. */
  readonly aims: Readonly<Record<string, number>>;
}

const sizes: readonly Size[] = [
  { count: 100, aims: {} },
  { count: 1000, aims: {} },
  { count: 10_000, aims: { home: 2 } },
  { count: 100_000, aims: { home: 6, plan: 10, stats: 10, history: 10 } },
];
/** Home has the aims that were set first; the others are told beside it. */
const rounds = { home: 15, others: 5 } as const;
const commands: Readonly<Record<string, readonly string[]>> = { home: [], plan: ["plan"], stats: ["stats"], history: ["history"] };

/** Times of attempts lie in so many days before today. */
const days = 400;
/** Many in one write: to fill a history is not what is measured. */
const batch = 5000;
const words = 65;
/** In megabytes, for home with the longest history. */
const mostMemory = 120;

/** The rows of the report: ratios to bare Node in the same round, and megabytes. */
export async function measureSizes(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await inPlace((place) => measureSize(place, size))));
  return rows;
}

async function measureSize(place: Place, { count, aims }: Size): Promise<Row[]> {
  const decks = join(place.home, "decks");
  const data = join(place.home, "data");
  const ids = writeLibrary(join(decks, "questions"), count / questionsEach);
  await writeHistory(data, ids);
  const asked = (args: readonly string[]): readonly string[] => [coach, "--decks", decks, "--data-dir", data, ...args];
  const settings = { company: "company-0", "interview-date": addDays(today(), 24) };
  for (const [key, value] of Object.entries(settings)) timeRun(place, asked(["config", "set", key, value]));
  // Three times: the first start reads the decks, the second keeps its compiled code, the third shows that both are taken.
  for (const args of Object.values(commands)) for (let warm = 0; warm < 3; warm += 1) timeRun(place, asked(args));
  const pairs = new Map<string, (readonly [cost: Cost, base: Cost])[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds.home; round += 1) {
    const base = timeRun(place, bare);
    for (const [name, args] of Object.entries(commands))
      if (round < rounds.others || name === "home") pairs.get(name)?.push([timeRun(place, asked(args)), base]);
  }
  const told = `${count.toLocaleString("en")} questions and attempts`;
  return [
    ...[...pairs].map(([name, those]) => rowOf({ name: `${name}: ${told}`, aim: aims[name] }, those)),
    ...memoryRow(place, asked([]), told, count === 100_000 ? mostMemory : undefined),
  ];
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** One attempt for each question there is, at questions drawn by chance: half of them answers in sentences. */
async function writeHistory(folder: string, ids: readonly string[]): Promise<void> {
  const journal = openJournal(folder);
  const chance = chanceFrom(ids.length);
  const first = addDays(today(), -days);
  let entries: JournalEntry[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    const question = ids[Math.floor(chance() * ids.length)] ?? "";
    const second = String(index % 60).padStart(2, "0");
    const at = `${addDays(first, Math.floor((days * index) / ids.length))}T19:${String(Math.floor(index / 60) % 60).padStart(2, "0")}:${second}+01:00`;
    const said = index % 2 === 0 ? ({ kind: "open", text: "shelf ".repeat(words) } as const) : ({ kind: "choice", chosen: [0] } as const);
    entries.push(anAttempt({ question, at, session: `session-${Math.floor(index / 10)}`, kind: said.kind, answer: said, score: chance() }));
    if (entries.length < batch && index + 1 < ids.length) continue;
    await journal.appendAll(entries);
    entries = [];
  }
}

const timer = "/usr/bin/time";

/** The most memory of one run, where the system can tell it. */
function memoryRow(place: Place, args: readonly string[], told: string, aim: number | undefined): readonly Row[] {
  if (!existsSync(timer)) return [];
  const { stderr } = spawnSync(timer, ["-f", "%M", process.execPath, ...args], { env: place.env, cwd: place.home, encoding: "utf8" });
  return [{ name: `home's memory: ${told}`, unit: "MB", spread: spreadOf([Number(stderr.trim().split("\n").at(-1)) / 1000]), aim }];
}
