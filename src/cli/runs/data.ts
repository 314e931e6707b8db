// Room: cli. `coach data`: where the answers are, whether they are whole, backups, and two machines' histories as one.
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { cleanName } from "../../content/clean.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Problem } from "../../domain/problem.ts";
import { tellSystemFault } from "../../domain/system-error.ts";
import { writeExport } from "../../export/write.ts";
import { type DataFile, dataFiles, openBackup, packBackup } from "../../journal/backup.ts";
import { readRegular, realDisk } from "../../journal/disk.ts";
import { repairFolder } from "../../journal/repair.ts";
import { checkJournal, type TakenIn, takeIn } from "../../journal/take-in.ts";
import { type Verification, verifyFolder } from "../../journal/verify.ts";
import { problemsView } from "../../terminal/views/problems.ts";
import { count } from "../../terminal/views/words.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";

export async function showDataPath(app: App): Promise<void> {
  const folder = app.dataFolder();
  // On a screen the name of a folder is text of others; a program reads it from the JSON, byte by byte.
  await app.show({ text: () => `${cleanName(folder)}\n`, json: () => ({ folder }) });
}

/** Resolves with 3 when something is wrong. */
export async function verifyData(app: App): Promise<number> {
  const found = verifyFolder(app.dataFolder(), app.world.wall());
  await app.show({
    text: (theme) => `${found.problems.length === 0 ? "" : `${problemsView(found.problems, theme)}\n`}${tellVerified(found)}\n`,
    json: () => ({ ...found, problems: found.problems.map(problemJson) }),
  });
  return found.ok ? statuses.done : statuses.input;
}

function problemJson({ place, rule, severity, message, advice }: Problem): unknown {
  return { ...place, rule, severity, message, advice };
}

function tellVerified({ ok, records, takenBack, copies, foreign, files }: Verification): string {
  if (files.length === 0) return "Nothing is kept yet.";
  const more = [
    takenBack === 0 ? "" : `${takenBack} of them taken back`,
    copies === 0 ? "" : `${count(copies, "duplicate")} in other files`,
    foreign === 0 ? "" : `${foreign} that a newer version wrote`,
  ].filter((part) => part !== "");
  const all = `${count(records, "record")} in ${count(files.length, "file")}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
  return ok ? `All is well: ${all}, every one whole.` : `${all} are whole and count.`;
}

export async function repairData(app: App): Promise<void> {
  const repaired = repairFolder(app.dataFolder(), stampOf(app));
  const text = repaired
    .map(({ file, aside, lines, saved }) => `${file}: ${count(lines, "damaged line")} moved to ${aside}; ${count(saved, "record")} in them saved.\n`)
    .join("");
  await app.show({ text: () => (text === "" ? "No line is damaged; nothing was changed.\n" : text), json: () => ({ repaired }) });
}

/** `20261121T213005`: a moment as a part of a file's name. */
function stampOf(app: App): string {
  return app.clock().now().slice(0, 19).replace(/[-:]/g, "");
}

export async function backUpData(app: App, options: { readonly output?: string; readonly force?: boolean }): Promise<void> {
  const made = app.clock().now();
  const files = dataFiles(app.dataFolder());
  if (files.length === 0) throw new CoachError("there is nothing to back up yet", { fault: "failure", advice: "Answer a question first: coach drill." });
  const file = resolve(app.world.cwd, options.output ?? `coach-${made.slice(0, 10)}.json.gz`);
  writeExport(file, packBackup({ made, files }), { force: options.force === true, isPrivate: true });
  // Read back from the disk: a backup that cannot be opened is none.
  const kept = openBackup(readRegular(file, realDisk), file);
  await app.show({
    text: () => `Wrote ${count(kept.files.length, "file")} to ${file}, and read them back. coach data restore brings them in again.\n`,
    json: () => ({ file, made, files: kept.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) }),
  });
}

export async function restoreData(app: App, name: string): Promise<void> {
  const { made, files } = openBackup(readNamed(app, name), name);
  await bringIn(app, files, `The backup of ${made.slice(0, 10)}`);
}

export async function mergeData(app: App, names: readonly string[]): Promise<void> {
  const files = names.flatMap((name) => filesAt(app, name));
  if (files.length === 0)
    throw new CoachError(`there is no journal in ${names.join(", ")}`, { fault: "input", advice: "Name a data folder, journal files or a backup." });
  await bringIn(app, files, names.join(", "));
}

function filesAt(app: App, name: string): readonly DataFile[] {
  const place = resolve(app.world.cwd, name);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true) return dataFiles(place);
  const bytes = readNamed(app, name);
  if (isGzip(bytes)) return openBackup(bytes, name).files;
  const file = { name: journalName(name), bytes };
  checkJournal(file);
  return [file];
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A file keeps its name where that is a journal's; another gets one. */
function journalName(name: string): string {
  const base = basename(name);
  return /^journal-.+\.jsonl$/.test(base) ? base : `journal-${base.replace(/\.jsonl$/, "").replace(/[^\w-]+/g, "-")}.jsonl`;
}

function readNamed(app: App, name: string): Buffer {
  try {
    return readRegular(resolve(app.world.cwd, name), realDisk);
  } catch (error) {
    const { reason, advice } = tellSystemFault(error);
    throw new CoachError(`${name} cannot be read: ${reason}.`, { fault: "input", advice, cause: error });
  }
}

async function bringIn(app: App, files: readonly DataFile[], from: string): Promise<void> {
  const folder = app.dataFolder();
  const before = verifyFolder(folder, app.world.wall()).records;
  const taken = takeIn(folder, { files, stamp: stampOf(app) });
  const after = verifyFolder(folder, app.world.wall()).records;
  await app.show({
    text: () => tellTaken(taken, { from, added: after - before, all: after }),
    json: () => ({ added: after - before, records: after, files: taken }),
  });
}

function tellTaken(taken: readonly TakenIn[], { from, added, all }: { readonly from: string; readonly added: number; readonly all: number }): string {
  const kept = taken.filter(({ what }) => what === "kept").map(({ name }) => `${name} differs from yours, which was left as it is.\n`);
  return `${from}: ${count(added, "new record")}; ${all} in all. Nothing was taken away.\n${kept.join("")}`;
}
