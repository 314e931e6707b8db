// Room: tests. Every file call of a command fails in turn, in four ways: it says so or does not mind, loses nothing, and leaves nothing half-written.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { openBackup } from "../../src/journal/backup.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { verifyFolder } from "../../src/journal/verify.ts";
import { deckOf, pickQuestion, shelfQuestion } from "../support/shelf-question.ts";
import { answerOnTerminal } from "./calls-terminal.ts";
import { quickRecords } from "./disk.ts";
import type { Ran } from "./fault.ts";
import { closeTheatre, openTheatre, type Theatre } from "./stage.ts";

/** A command whose calls are made to fail. */
interface Tried {
  readonly name: string;
  readonly args: readonly string[];
  /** On a home where something was practised and everything is cached; else on an empty one. */
  readonly isLater: boolean;
  /** What it writes beside the data folder, and what must stand in it. */
  readonly output?: { readonly name: string; isWhole(bytes: Buffer, usual: Buffer): boolean };
  /** How many attempts more it keeps. */
  readonly keeps: number;
  /** Only calls on these folders of the home fail. */
  readonly only?: readonly string[];
  /** Answers on a terminal. */
  readonly onTerminal?: boolean;
  /** After two thousand attempts, of which a digest is kept in the cache. */
  readonly isLong?: boolean;
}

const drill = ["drill", "mine", "--decks", "mine.md"];
const tried: readonly Tried[] = [
  {
    name: "data backup",
    args: ["data", "backup", "-o", "all.gz"],
    isLater: true,
    keeps: 0,
    output: { name: "all.gz", isWhole: (bytes) => openBackup(bytes, "all.gz").files.length === 1 },
  },
  {
    name: "export",
    args: ["export", "checklist", "--company", "walmart", "-o", "out.md"],
    isLater: true,
    keeps: 0,
    output: { name: "out.md", isWhole: (bytes, usual) => bytes.equals(usual) },
  },
  { name: "drill", args: [...drill, "--answers", "a.yaml"], isLater: true, keeps: 2 },
  { name: "drill on a terminal", args: [...drill, "--count", "1", "--no-confidence"], isLater: true, keeps: 1, onTerminal: true, only: [".local"] },
  { name: "history of years", args: ["history"], isLater: true, isLong: true, keeps: 0, only: [".local", "cache/interview-coach/history-"] },
  { name: "home after years", args: [], isLater: true, isLong: true, keeps: 0, only: ["cache/interview-coach/history-", "cache/interview-coach/cards"] },
  {
    name: "drill after years",
    args: [...drill, "--count", "1", "--no-confidence"],
    isLater: true,
    isLong: true,
    keeps: 1,
    onTerminal: true,
    only: [".local", "cache/interview-coach/history-"],
  },
  { name: "drill for the first time", args: [...drill, "--answers", "a.yaml"], isLater: false, keeps: 2, only: [".local", "cache"] },
];

const errors = ["ENOSPC", "EIO", "EINTR", "EROFS"] as const;

/** What is counted: calls by which a program reads, writes, makes, moves, removes or looks at files. */
const names =
  "open,openat,read,readv,pread64,write,writev,pwrite64,close,fsync,fdatasync,ftruncate,stat,lstat,fstat,statx,newfstatat,access,faccessat,faccessat2,getdents64,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,chmod,fchmod,fchmodat,chown,fchown,utimensat,readlink,readlinkat";

interface Call {
  readonly name: string;
  /** Its how-manieth call of that name it is, from 1. */
  readonly nth: number;
  /** Without what differs from run to run. */
  readonly said: string;
  /** True when it was counted among the calls on its file alone: between others a terminal is written to now and then. */
  readonly isOfFile: boolean;
}

interface Place {
  readonly theatre: Theatre;
  readonly home: string;
  /** The home as it is before each run. */
  readonly template: string;
  readonly log: string;
}

function envOf({ home }: Place): Readonly<Record<string, string>> {
  return { PATH: process.env["PATH"] ?? "", HOME: home, XDG_CACHE_HOME: join(home, "cache"), TERM: "xterm-256color", LANG: "C.UTF-8" };
}

function start(place: Place, strace: readonly string[] | undefined, command: Pick<Tried, "args" | "onTerminal">): Promise<Ran> {
  const { theatre, home, log } = place;
  const traced = strace === undefined ? [] : ["strace", "-qq", "-y", "-s", "0", "-o", log, "-e", `trace=${names}`, ...strace];
  const [program = "", ...args] = [...traced, process.execPath, theatre.launcher, ...command.args];
  if (command.onTerminal === true) return answerOnTerminal({ command: program, args, cwd: home, env: envOf(place) });
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: home, env: envOf(place), timeout: 120_000, killSignal: "SIGKILL", stdio: ["ignore", "pipe", "pipe"] });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
    child.on("error", reject).on("close", (status, signal) => resolve({ status, signal, ...said }));
  });
}

/** The calls of a run that are the program's own: after the launcher was read, on a file of ours or on standard output and error. */
function callsIn({ theatre, home, template, log }: Place, { only }: Tried): readonly Call[] {
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return nth;
  };
  let opened = "";
  let hasBegun = false;
  return readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => {
      const name = /^(\w+)\(/.exec(line)?.[1];
      if (name === undefined) return [];
      const nth = next(name);
      const file = /^write\(\d+<([^>]+)>/.exec(line)?.[1];
      const nthOnFile = next(`${name} ${file}`);
      if (!hasBegun) {
        if (name === "openat" && line.includes(theatre.launcher)) opened = theatre.launcher;
        if (name === "close" && opened !== "" && line.includes(opened)) hasBegun = true;
        return [];
      }
      const ours = only?.map((folder) => join(home, folder)) ?? [theatre.folder];
      const isOurs = ours.some((folder) => line.includes(folder)) || (only === undefined && /^write\([12]</.test(line));
      if (!isOurs) return [];
      const isOfFile = file?.startsWith(home) === true && existsSync(file.replace(home, template));
      return [{ name, said: usual(line, home), isOfFile, nth: isOfFile ? nthOnFile : nth }];
    });
}

/** A call's name and files, in words that are the same in each run and whether it fails or not. */
function usual(line: string, home: string): string {
  const [name = ""] = line.split("(");
  const files = [...line.replace(/\) += .*$/, "").matchAll(/"([^"]+)"|<([^>]+)>/g)].map(([, quoted, open]) => quoted ?? open ?? "");
  const named = files
    .join(" ")
    .replaceAll(home, "~")
    .replaceAll(/\b[0-9a-f]{8,12}\b/g, "#")
    .replaceAll(/(\/roots|\/cards|\.cache|\.json)\.\d+/g, "$1.#");
  return `${name} ${named.replaceAll(/(?:pipe|socket):\[\d+\]/g, "pipe")}`;
}

/** The call that was made to fail; undefined where none was. */
function injected({ home, log }: Place): string | undefined {
  const line = readFileSync(log, "utf8")
    .split("\n")
    .find((each) => each.includes("(INJECTED)"));
  return line === undefined ? undefined : usual(line, home);
}

async function prepare(place: Place, { isLong = false }: Tried): Promise<void> {
  const { home, template } = place;
  rmSync(home, { recursive: true, force: true });
  cpSync(template, home, { recursive: true, preserveTimestamps: true });
  // A digest is of the very files that it was made of, which copies are not.
  if (isLong) await start(place, undefined, { args: ["history"] });
}

/** Makes the home that all runs of a command begin with. */
async function makeTemplate(place: Place, command: Tried): Promise<void> {
  const { home, template } = place;
  rmSync(home, { recursive: true, force: true });
  rmSync(template, { recursive: true, force: true });
  furnish(home);
  if (command.isLong === true) {
    mkdirSync(join(home, data), { recursive: true });
    writeFileSync(join(home, data, "journal-0badcafe.jsonl"), quickRecords(0, 2000));
  }
  // The code cache grows over the first runs.
  for (let turn = 0; command.isLater && turn < 3; turn += 1) {
    const ran = await start(place, undefined, { args: [...drill, "--answers", "a.yaml"] });
    if (ran.status !== 0) throw new Error(`nothing can be tried: ${ran.out}${ran.err}`);
    await start(place, undefined, command);
    if (command.output) rmSync(join(home, command.output.name));
  }
  cpSync(home, template, { recursive: true, preserveTimestamps: true });
}

function furnish(home: string): void {
  mkdirSync(join(home, "cache"), { recursive: true });
  writeFileSync(join(home, "mine.md"), deckOf(pickQuestion, shelfQuestion()));
  writeFileSync(join(home, "a.yaml"), "answers: [{question: mine/pick, answer: a}, {question: mine/explain, answer: Shoppers leave without buying.}]\n");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? filesBelow(join(folder, each.name)) : [join(folder, each.name)]));
}

const data = ".local/share/interview-coach";
const mayLie =
  /^(?:mine\.md|a\.yaml|\.local\/share\/interview-coach\/(?:device|journal-[0-9a-f]{8}\.jsonl|backups\/coach-[-\d]{10}\.json\.gz)|cache\/interview-coach\/(?:[\w.-]+\.cache|library\.json|roots|cards))$/;

interface Before {
  readonly ids: readonly string[];
  readonly usualOutput: Buffer;
}

/** What is wrong after a run; empty when nothing is. */
async function wrongAfter(
  place: Place,
  command: Tried,
  { ran, before, at }: { readonly ran: Ran; readonly before: Before; readonly at: string },
): Promise<readonly string[]> {
  const { home } = place;
  const wrong: string[] = [];
  const said = ran.out + ran.err;
  if (ran.signal !== null || ![0, 1, 2, 3].includes(ran.status ?? -1)) wrong.push(`it ended with ${ran.status ?? ran.signal}`);
  if (/^\s+at \S+ ?.*:\d+:\d+|this should not have happened/m.test(said)) wrong.push("a stack trace, or a bug told");
  if (ran.status !== 0 && !/coach: |not kept|was not written/.test(said) && !at.startsWith("write pipe")) wrong.push("it failed and says nothing");
  wrong.push(...(await wrongIn(home, command, { ran, before })));
  const mayStay = at.startsWith("unlink") ? /\.(?:tmp|next|json)$|device\.|\.cache\./ : /^$/;
  for (const file of filesBelow(home).map((each) => relative(home, each))) {
    // An answer that was refused is offered at the next start.
    const isDraft = command.onTerminal === true && ran.status !== 0 && /\/draft-[0-9a-f]{8}\.json$/.test(file);
    if (!mayLie.test(file) && file !== command.output?.name && !isDraft && !mayStay.test(file)) wrong.push(`left behind: ${file}`);
  }
  const { output } = command;
  if (output) wrong.push(...wrongOutput(join(home, output.name), output, { ran, before }));
  return wrong;
}

function wrongOutput(file: string, output: NonNullable<Tried["output"]>, { ran, before }: { readonly ran: Ran; readonly before: Before }): readonly string[] {
  if (!existsSync(file)) return ran.status === 0 ? [`it is done, and there is no ${output.name}`] : [];
  try {
    return output.isWhole(readFileSync(file), before.usualOutput) ? [] : [`${output.name} is not whole`];
  } catch (error) {
    return [`${output.name} is not whole: ${String(error)}`];
  }
}

/** The data folder as a fresh look finds it. */
async function wrongIn(home: string, command: Tried, { ran, before }: { readonly ran: Ran; readonly before: Before }): Promise<readonly string[]> {
  const folder = join(home, data);
  const wrong: string[] = [];
  const attempts = (await openJournal(folder).read()).entries.filter((entry) => entry.type === "attempt").map(({ id }) => id);
  if (new Set(attempts).size !== attempts.length) wrong.push("an attempt counts twice");
  for (const id of before.ids) if (!attempts.includes(id)) wrong.push(`lost ${id}`);
  const added = attempts.length - before.ids.length;
  const most = command.keeps;
  if (added > most) wrong.push(`${added} attempts more`);
  if (ran.status === 0 && added < most) wrong.push(`it is done, and kept ${added} of ${most}`);
  if (command.onTerminal === true && added === 0 && ran.out.includes("not kept") && !filesBelow(folder).some((file) => file.includes("draft-")))
    wrong.push("what was refused is not offered again");
  const { problems } = verifyFolder(folder, Date.now());
  wrong.push(...problems.map(({ rule }) => rule));
  const backups = join(folder, "backups");
  for (const name of existsSync(backups) ? readdirSync(backups) : []) {
    if (!name.endsWith(".gz")) continue;
    try {
      openBackup(readFileSync(join(backups, name)), name);
    } catch {
      wrong.push(`${name} is not whole`);
    }
  }
  return wrong;
}

interface Tally {
  runs: number;
  held: number;
  /** Ended with another status than 0. */
  told: number;
  silent: number;
}

/** Calls by their number, from 1. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Failing {
  readonly call: Call;
  readonly error: string;
}

interface Outcome {
  readonly ran: Ran;
  readonly wrong: readonly string[];
}

/** The file that a call writes to: its name is not the same in every home. */
function fileOf({ said }: Call, { home, template }: Place): string {
  const files = filesBelow(template).map((file) => file.replace(template, home));
  return files.find((file) => usual(`write(1<${file}>`, home) === said) ?? home;
}

/** Lets one call fail; the run is made again where the machine ordered its calls otherwise. */
async function fail(place: Place, command: Tried, { call, error, before }: Failing & { readonly before: Before }): Promise<Outcome | undefined> {
  for (let tries = 0; tries < 4; tries += 1) {
    await prepare(place, command);
    const within = call.isOfFile ? ["-P", fileOf(call, place)] : [];
    const ran = await start(place, [...within, "-e", `inject=${call.name}:error=${error}:when=${call.nth}`], command);
    const at = injected(place);
    if (at === call.said) return { ran, wrong: await wrongAfter(place, command, { ran, before, at }) };
  }
  return undefined;
}

function tell(command: Tried, { call, error }: Failing, outcome: Outcome | undefined): void {
  const what = `${command.name}: ${error} at ${call.said}`;
  const said = (outcome?.ran.err ?? "").replaceAll("\n", " ").slice(0, 300);
  if (!outcome) say(`${what}: the call did not come again`);
  else if (outcome.wrong.length > 0) say(`${what}: ${outcome.wrong.join("; ")}: ${said}`);
  else if (process.env["COACH_TELL"] === "1") say(`${what}: ${outcome.ran.status} ${said}`);
}

async function tryAll(theatre: Theatre, command: Tried, { from, to }: Range): Promise<Tally> {
  const places = ["one", "two"].map((name) => {
    const in_ = (what: string): string => join(theatre.folder, `${what}-${name}`);
    return { theatre, home: in_("home"), template: in_("template"), log: in_("log") };
  });
  const sets = await Promise.all(
    places.map(async (place) => {
      await makeTemplate(place, command);
      return { place, before: await beforeOf(place, command), calls: callsIn(place, command) };
    }),
  );
  const calls = sets[0]?.calls ?? [];
  const some = calls.slice(from - 1, to);
  const waiting = some.flatMap((call) => errors.map((error) => ({ call, error })));
  const tally: Tally = { runs: 0, held: 0, told: 0, silent: 0 };
  const worker = async ({ place, before }: { readonly place: Place; readonly before: Before }): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await fail(place, command, { ...next, before });
      tell(command, next, outcome);
      tally.silent += outcome ? 0 : 1;
      tally.runs += outcome ? 1 : 0;
      tally.held += outcome?.wrong.length === 0 ? 1 : 0;
      tally.told += outcome && outcome.ran.status !== 0 ? 1 : 0;
    }
  };
  await Promise.all(sets.map(worker));
  const made = `${some.length} of ${calls.length} calls with ${errors.join(", ")}`;
  say(
    `${command.name}: ${made}: tried ${tally.runs}, held ${tally.held}, of which ${tally.told} told and ${tally.runs - tally.told} done all the same, silent ${tally.silent}`,
  );
  return tally;
}

/** What is there before, and what a run without faults makes. */
async function beforeOf(place: Place, command: Tried): Promise<Before> {
  await prepare(place, command);
  const { entries } = await openJournal(join(place.home, data)).read();
  const ids = entries.filter((entry) => entry.type === "attempt").map(({ id }) => id);
  const ran = await start(place, [], command);
  const output = command.output === undefined ? undefined : join(place.home, command.output.name);
  const before = { ids, usualOutput: output === undefined ? Buffer.alloc(0) : readFileSync(output) };
  const wrong = await wrongAfter(place, command, { ran, before, at: "" });
  if (ran.status !== 0 || wrong.length > 0) throw new Error(`${command.name} goes wrong by itself: ${ran.status} ${wrong.join("; ")} ${ran.out} ${ran.err}`);
  return before;
}

function hasStrace(): boolean {
  try {
    return execFileSync("strace", ["-e", "inject=close:error=EIO:when=9999", "true"], { stdio: "ignore" }) !== undefined;
  } catch {
    return false;
  }
}

/** Of the library only what the commands need: each file of it is another four calls of the same kind. */
function shorten({ folder }: Theatre): void {
  const questions = join(folder, "program/questions");
  for (const name of readdirSync(questions)) if (name !== "walmart" && !name.endsWith(".md")) rmSync(join(questions, name), { recursive: true });
  for (const name of readdirSync(join(questions, "walmart"))) if (name !== "ai-pm") rmSync(join(questions, "walmart", name), { recursive: true });
}

/** Tries every call of each command, or those that the command line names: `export`, `1-20 export`. Gives the exit status. */
export async function run(): Promise<number> {
  if (!hasStrace()) {
    say("strace is not here, or may not inject faults: nothing was tried");
    return 0;
  }
  const named = process.argv.slice(2);
  const isRange = (name: string): boolean => /^\d+-\d+$/.test(name);
  const [from = 1, to = Infinity] = named.find(isRange)?.split("-").map(Number) ?? [];
  const commands = tried.filter(({ name }) => named.every(isRange) || named.includes(name));
  const theatre = await openTheatre();
  try {
    shorten(theatre);
    const tallies: Tally[] = [];
    for (const command of commands) tallies.push(await tryAll(theatre, command, { from, to }));
    const [runs, held, silent] = (["runs", "held", "silent"] as const).map((key) => tallies.reduce((sum, tally) => sum + tally[key], 0));
    say(`tried ${runs}, held ${held}, silent ${silent}`);
    return runs === held && silent === 0 ? 0 : 1;
  } finally {
    closeTheatre(theatre);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
