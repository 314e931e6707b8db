// Room: tests. A model of several machines' journals: plays any history of answers, kills, faults, merges and repairs on real files, and knows what must be there at the end.
import * as fs from "node:fs";
import path from "node:path";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { dataFiles, openBackup, packBackup } from "../../../src/journal/backup.ts";
import { backUpDaily } from "../../../src/journal/daily.ts";
import type { Disk } from "../../../src/journal/disk.ts";
import { type Journal, openJournal } from "../../../src/journal/journal.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { repairFolder } from "../../../src/journal/repair.ts";
import { takeIn } from "../../../src/journal/take-in.ts";
import { type Verification, verifyFolder } from "../../../src/journal/verify.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";
import { type Mishap, unrulyDisk } from "../../support/unruly-disk.ts";

/** Something happens on a machine. */
export interface Event {
  readonly what:
    | "answer"
    | "correct"
    | "take back"
    | "redo"
    | "answer at length"
    | "several at once"
    | "torn"
    | "line ends"
    | "byte order mark"
    | "nuls"
    | "conflict copy"
    | "repair"
    | "merge"
    | "merge file"
    | "sync"
    | "back up"
    | "daily"
    | "restore"
    | "lose all"
    | "same device"
    | "new start"
    | "clock";
  readonly machine: number;
  /** The other machine, the backup, the record, or where a torn record ends. */
  readonly other: number;
  /** What goes wrong with the disk, and at which call; 0 for nothing. */
  readonly mishap: Mishap;
  readonly at: number;
  readonly share: number;
}

interface Machine {
  readonly name: string;
  readonly folder: string;
  /** Two programs that run on it. */
  readonly programs: [Journal | undefined, Journal | undefined];
  /** Ids of records that were acknowledged here, or brought here. */
  readonly has: Set<string>;
  /** Milliseconds since 1970. */
  clock: number;
}

interface KeptBackup {
  readonly bytes: Buffer;
  readonly has: readonly string[];
}

/** Machines, and what was ever written on any of them. */
export interface World {
  readonly machines: readonly Machine[];
  readonly backups: KeptBackup[];
  /** All that was to be kept, acknowledged or not. */
  readonly written: Map<string, JournalEntry>;
  made: number;
}

const start = Date.parse("2026-11-21T20:00:00Z");

export function openWorld(folder: string): World {
  const machines = ["a", "b", "c"].map((name) => ({
    name,
    folder: path.join(folder, name),
    programs: [undefined, undefined] as [Journal | undefined, Journal | undefined],
    has: new Set<string>(),
    clock: start,
  }));
  return { machines, backups: [], written: new Map(), made: 0 };
}

function nth<T>(all: readonly T[], index: number): T | undefined {
  return all[index % Math.max(all.length, 1)];
}

function timeOf(machine: Machine): string {
  machine.clock += 1000 * 60;
  return new Date(machine.clock).toISOString();
}

function journalsOf(machine: Machine): readonly string[] {
  return fs.existsSync(machine.folder) ? fs.readdirSync(machine.folder).filter((name) => /^journal-.+\.jsonl$/.test(name)) : [];
}

function ownFile(machine: Machine): string | undefined {
  const device = path.join(machine.folder, "device");
  const file = fs.existsSync(device) ? path.join(machine.folder, `journal-${fs.readFileSync(device, "utf8").trim()}.jsonl`) : "";
  return fs.existsSync(file) ? file : undefined;
}

const well: Disk = { ...fs, fsyncSync: () => undefined };

/** Another program on the same machine does something of its own, whole, between two calls. */
function besides(world: World, event: Event): () => void {
  const machine = nth(world.machines, event.machine) as Machine;
  const keepOne = (): void => keep(world, machine, { program: 1, entries: [anAnswer(world, machine)] });
  return () => {
    if (event.other % 3 > 0) keepOne();
    if (event.other % 3 < 2) repairFolder(machine.folder, "besides", well);
    // A sync tool puts another file in its place.
    if (event.other % 5 === 0) rewrite(ownFile(machine), (bytes) => bytes);
    if (event.other % 2 === 1) keepOne();
  };
}

/** What a program does on a disk of which a call goes wrong. Gives what it gave; undefined where it was killed or refused. */
function act<T>(world: World, event: Event, action: (disk: Disk) => T): { readonly done: boolean; readonly value?: T } {
  const unruly = unrulyDisk({ at: event.at, mishap: event.mishap, share: event.share, meanwhile: besides(world, event) });
  try {
    return { done: true, value: action(unruly.disk) };
  } catch (error) {
    // What is refused is told; anything else is a bug, unless it is the kill.
    if (!unruly.wasKilled() && (error as Error).name !== "CoachError" && !("code" in (error as Error))) throw error;
    return { done: false };
  } finally {
    unruly.end();
  }
}

interface Keeping {
  readonly program: 0 | 1;
  readonly entries: readonly JournalEntry[];
}

/** Another program of the machine keeps records, and nothing goes wrong. */
function keep(world: World, machine: Machine, { program, entries }: Keeping): void {
  const journal = (machine.programs[program] ??= openJournal(machine.folder, well));
  for (const entry of entries) world.written.set(entry.id, entry);
  // All of its work is done before it gives its promise; a refusal would be a defect, and ends the test as an unhandled one.
  void journal.appendAll(entries);
  for (const { id } of entries) machine.has.add(id);
}

/** The same on an unruly disk: only what is acknowledged is known to be there, and after a refusal the person tries once more. */
async function keepUnruly(world: World, event: Event, entries: readonly JournalEntry[]): Promise<void> {
  const machine = nth(world.machines, event.machine) as Machine;
  const unruly = unrulyDisk({ at: event.at, mishap: event.mishap, share: event.share, meanwhile: besides(world, event) });
  for (const entry of entries) world.written.set(entry.id, entry);
  // On the disk of a program that is killed nobody tries again.
  const journal = openJournal(machine.folder, unruly.disk);
  try {
    await journal.appendAll(entries).catch(async (error: unknown) => {
      if (unruly.wasKilled()) throw error;
      if (event.share > 0.2) await journal.appendAll(entries);
      else {
        // They give up, and answer another question.
        const next = anAnswer(world, machine);
        world.written.set(next.id, next);
        await journal.append(next);
        machine.has.add(next.id);
        throw error;
      }
    });
    for (const { id } of entries) machine.has.add(id);
  } catch {
    // Told, and not acknowledged.
  } finally {
    unruly.end();
  }
}

function anAnswer(world: World, machine: Machine, length = 20): JournalEntry {
  world.made += 1;
  return anAttempt({ id: `${machine.name}${world.made}`, at: timeOf(machine), answer: { kind: "open", text: "w".repeat(length) } });
}

/** A record about one that the machine has. */
function about(world: World, machine: Machine, event: Event): JournalEntry | undefined {
  const attempts = [...machine.has].filter((id) => world.written.get(id)?.type === "attempt");
  const undos = [...machine.has].filter((id) => world.written.get(id)?.type === "undo");
  world.made += 1;
  const id = `${machine.name}${world.made}`;
  const at = timeOf(machine);
  const of = nth(event.what === "redo" ? undos : attempts, event.other);
  if (of === undefined) return undefined;
  return event.what === "correct" ? aCorrection({ id, at, attempt: of }) : { type: "undo", id, at, of };
}

function stampOf(machine: Machine): string {
  return new Date(machine.clock).toISOString().slice(0, 16).replace(/[-:]/g, "");
}

/** Brings files in, of which these records are known to be there. */
function bring(world: World, event: Event, files: Parameters<typeof takeIn>[1]["files"], has: readonly string[]): void {
  const machine = nth(world.machines, event.machine) as Machine;
  const { done } = act(world, event, (disk) => takeIn(machine.folder, { files, stamp: stampOf(machine) }, disk));
  if (done) for (const id of has) machine.has.add(id);
}

function rewrite(file: string | undefined, change: (bytes: Buffer) => Buffer): void {
  if (file === undefined) return;
  fs.writeFileSync(`${file}.new`, change(fs.readFileSync(file)));
  fs.renameSync(`${file}.new`, file);
}

type Play = (world: World, event: Event, machine: Machine) => void | Promise<void>;

const plays: Readonly<Record<Event["what"], Play>> = {
  answer: (world, event, machine) => keepUnruly(world, event, [anAnswer(world, machine)]),
  "answer at length": (world, event, machine) => keepUnruly(world, event, [anAnswer(world, machine, 9000)]),
  "several at once": (world, event, machine) =>
    keepUnruly(
      world,
      event,
      [1, 2, 3].map(() => anAnswer(world, machine)),
    ),
  correct: async (world, event, machine) => {
    const entry = about(world, machine, event);
    if (entry) await keepUnruly(world, event, [entry]);
  },
  "take back": (world, event, machine) => plays.correct(world, event, machine),
  redo: (world, event, machine) => plays.correct(world, event, machine),
  torn: (world, event, machine) => {
    const line = encodeRecord(anAnswer(world, machine, 300), { run: "torn", seq: 1 + (event.other % 9) });
    const file = ownFile(machine);
    if (file !== undefined) fs.appendFileSync(file, line.subarray(0, Math.floor((line.length - 2) * event.share)));
  },
  "line ends": (_world, event, machine) => {
    const file = nth(journalsOf(machine), event.other);
    if (file !== undefined) rewrite(path.join(machine.folder, file), (bytes) => Buffer.from(bytes.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1"));
  },
  "byte order mark": (_world, _event, machine) => rewrite(ownFile(machine), (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  nuls: (_world, event, machine) => {
    const file = ownFile(machine);
    if (file !== undefined) fs.appendFileSync(file, Buffer.alloc(1 + (event.other % 50)));
  },
  "conflict copy": (_world, event, machine) => {
    const file = nth(journalsOf(machine), event.other);
    if (file === undefined) return;
    fs.copyFileSync(path.join(machine.folder, file), path.join(machine.folder, file.replace(".jsonl", ` (conflicted copy ${event.other}).jsonl`)));
  },
  repair: (world, event, machine) => void act(world, event, (disk) => repairFolder(machine.folder, stampOf(machine), disk)),
  merge: (world, event) => {
    const from = nth(world.machines, event.other) as Machine;
    bring(world, event, dataFiles(from.folder), [...from.has]);
  },
  "merge file": (world, event) => {
    const from = nth(world.machines, event.other) as Machine;
    const files = dataFiles(from.folder);
    bring(world, event, files.slice(event.other % Math.max(files.length, 1)), files.length === 1 ? [...from.has] : []);
  },
  sync: (world, event, machine) => {
    const from = nth(world.machines, event.other) as Machine;
    const own = ownFile(machine);
    // A sync tool puts other machines' files here; two that write to one file it keeps apart.
    for (const name of journalsOf(from)) {
      const target = path.join(machine.folder, name);
      fs.mkdirSync(machine.folder, { recursive: true });
      if (target === own || fs.existsSync(target))
        fs.copyFileSync(path.join(from.folder, name), target.replace(".jsonl", `.sync-conflict-${world.made++}.jsonl`));
      else fs.copyFileSync(path.join(from.folder, name), target);
    }
    for (const id of from.has) machine.has.add(id);
  },
  "back up": (world, event, machine) => {
    const has = [...machine.has];
    const { value } = act(world, event, (disk) => packBackup({ made: timeOf(machine), files: dataFiles(machine.folder, disk) }));
    if (value) world.backups.push({ bytes: value, has });
  },
  daily: (world, event, machine) => {
    const has = [...machine.has];
    const { value } = act(world, event, (disk) => backUpDaily(machine.folder, timeOf(machine), disk));
    if (value !== undefined) world.backups.push({ bytes: fs.readFileSync(value), has });
  },
  restore: (world, event) => {
    const backup = nth(world.backups, event.other);
    if (backup) bring(world, event, openBackup(backup.bytes, "backup").files, backup.has);
  },
  "lose all": (_world, _event, machine) => {
    fs.rmSync(machine.folder, { recursive: true, force: true });
    machine.programs.fill(undefined);
    machine.has.clear();
  },
  "same device": (world, event, machine) => {
    const from = nth(world.machines, event.other) as Machine;
    if (!fs.existsSync(path.join(from.folder, "device"))) return;
    fs.mkdirSync(machine.folder, { recursive: true });
    if (from !== machine) fs.copyFileSync(path.join(from.folder, "device"), path.join(machine.folder, "device"));
    machine.programs.fill(undefined);
  },
  "new start": (_world, _event, machine) => void machine.programs.fill(undefined),
  clock: (_world, event, machine) => {
    // Set back by up to a week, or forward by as much.
    machine.clock += Math.round((event.share - 0.6) * 7 * 86_400_000);
  },
};

/** One event. */
export async function play(world: World, event: Event): Promise<void> {
  const machine = nth(world.machines, event.machine) as Machine;
  await plays[event.what](world, event, machine);
}

function backupsOf(machine: Machine): readonly string[] {
  const folder = path.join(machine.folder, "backups");
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".json.gz")) : [];
  return names.map((name) => path.join(folder, name));
}

function opens(file: string): boolean {
  try {
    return openBackup(fs.readFileSync(file), file).files.length > 0;
  } catch {
    return false;
  }
}

/** What is wrong with a machine that should have all it was told: nothing, if all is well. Repairs it first. */
async function faultsOf(world: World, machine: Machine): Promise<readonly string[]> {
  repairFolder(machine.folder, "the-end", well);
  const { entries, takenBack } = await openJournal(machine.folder).read();
  const verified: Verification = verifyFolder(machine.folder, start + 365 * 86_400_000);
  const undos = verified.records - entries.length - takenBack.length;
  const found = new Map<string, number>();
  for (const { id } of [...entries, ...takenBack.map(({ entry }) => entry)]) found.set(id, (found.get(id) ?? 0) + 1);
  const known = [...machine.has].map((id) => world.written.get(id)).filter((entry) => entry !== undefined && entry.type !== "undo") as JournalEntry[];
  const same = new Map([...entries, ...takenBack.map(({ entry }) => entry)].map((entry) => [entry.id, JSON.stringify(entry)]));
  const harmless = ["journal-clock", "journal-orphan"];
  return [
    ...known.filter(({ id }) => !found.has(id)).map(({ id }) => `${machine.name} lost ${id}`),
    ...[...found].filter(([, times]) => times > 1).map(([id]) => `${machine.name} counts ${id} more than once`),
    ...[...found.keys()].filter((id) => !world.written.has(id)).map((id) => `${machine.name} made ${id} up`),
    ...[...same].filter(([id, text]) => text !== JSON.stringify(world.written.get(id))).map(([id]) => `${machine.name} changed ${id}`),
    ...(undos < [...machine.has].filter((id) => world.written.get(id)?.type === "undo").length ? [`${machine.name} lost an undo`] : []),
    ...backupsOf(machine)
      .filter((file) => !opens(file))
      .map((file) => `${machine.name}: ${path.basename(file)} cannot be opened`),
    ...verified.problems.filter(({ rule }) => !harmless.includes(rule)).map(({ rule, message }) => `${machine.name}: ${rule}: ${message}`),
  ];
}

/** What is wrong at the end: on each machine, and after each has been brought to each. */
export async function faultsAtEnd(world: World): Promise<readonly string[]> {
  const found: string[] = [];
  for (const machine of world.machines) found.push(...(await faultsOf(world, machine)));
  const files = world.machines.flatMap((machine) => dataFiles(machine.folder));
  const all = world.machines.flatMap(({ has }) => [...has]);
  for (const machine of world.machines) {
    takeIn(machine.folder, { files, stamp: "the-end" }, well);
    for (const id of all) machine.has.add(id);
  }
  const histories: string[] = [];
  for (const machine of world.machines) {
    found.push(...(await faultsOf(world, machine)));
    const { entries, takenBack } = await openJournal(machine.folder).read();
    histories.push(JSON.stringify({ entries, takenBack }));
  }
  return new Set(histories).size === 1 ? found : [...found, "the machines differ after all were merged"];
}
