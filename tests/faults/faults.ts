// Room: tests. Runs the catalogue of faults: provokes each, several at a time, and counts what was tried, held and lost.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { catalogue } from "./catalogue.ts";
import { type Fault, NotHere } from "./fault.ts";
import { closeTheatre, openStage, openTheatre, type Theatre } from "./stage.ts";

/** `away`: this machine cannot provoke it. `silent`: it was meant to happen and did not. */
type What = "held" | "not held" | "away" | "silent";

interface Outcome {
  readonly what: What;
  readonly why: string;
  /** Acknowledged attempts that a fresh process does not find, or finds twice. */
  readonly lost: number;
  readonly seconds: number;
}

async function play(theatre: Theatre, fault: Fault): Promise<Outcome> {
  const { stage, hasFired, acknowledged } = openStage(theatre, fault.number);
  const start = performance.now();
  const told = (what: What, why = ""): Outcome => {
    const lost = lostOf(theatre, stage.data, acknowledged());
    return { what, why, lost, seconds: Math.round((performance.now() - start) / 1000) };
  };
  try {
    await fault.provoke(stage);
    return hasFired() ? told("held") : told("silent", "the fault did not happen");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof NotHere) return told("away", why);
    return told(hasFired() ? "not held" : "silent", why);
  }
}

function lostOf(theatre: Theatre, data: string, acknowledged: readonly string[]): number {
  const known = [...new Set(acknowledged)];
  if (known.length === 0) return 0;
  if (!existsSync(data)) return known.length;
  const found = idsIn(theatre, data);
  const times = new Map<string, number>();
  for (const id of found) times.set(id, (times.get(id) ?? 0) + 1);
  return known.filter((id) => times.get(id) !== 1).length;
}

/** What a fresh process reads; nothing where it cannot. */
function idsIn({ reader }: Theatre, data: string): readonly string[] {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [reader, data], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }),
    ) as readonly string[];
  } catch {
    return [];
  }
}

/** What is known of a program's faults from a run that was cut short. */
type Known = Map<string, Outcome>;

const notes = "node_modules/.cache/interview-coach/faults.json";

/** Outcomes are those of one program and one catalogue: after a change of either there is nothing to go on with. */
function programOf(): string {
  const hash = createHash("sha256");
  for (const file of ["dist/coach.cjs", "dist/parts.cjs"]) hash.update(readFileSync(file));
  return hash.update(JSON.stringify(catalogue.map(({ number, title, provoke }) => [number, title, String(provoke)]))).digest("hex");
}

function readNotes(program: string): Known {
  if (!existsSync(notes)) return new Map();
  const kept = JSON.parse(readFileSync(notes, "utf8")) as { readonly program: string; readonly outcomes: readonly (readonly [string, Outcome])[] };
  return new Map(kept.program === program ? kept.outcomes.filter(([, { what, lost }]) => (what === "held" || what === "away") && lost === 0) : []);
}

function keepNotes(program: string, known: Known): void {
  mkdirSync(dirname(notes), { recursive: true });
  writeFileSync(notes, JSON.stringify({ program, outcomes: [...known] }));
}

/** Most faults wait for a program or a screen: more at a time than there are cores, but not so many that screens starve. */
const atOnce = Math.max(4, availableParallelism());

async function playAll(theatre: Theatre, faults: readonly Fault[], tell: (fault: Fault, outcome: Outcome) => void): Promise<void> {
  const waiting = [...faults];
  const worker = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      tell(fault, await play(theatre, fault));
      rmSync(join(theatre.folder, fault.number), { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function tellOne({ number, title }: Fault, { what, why, lost, seconds }: Outcome): void {
  const more = what === "held" ? "" : `: ${why.slice(0, 800)}`;
  say(`${number} ${title}: ${what}${lost === 0 ? "" : `, lost ${lost}`} (${seconds} s)${more}`);
}

/** Plays the catalogue, or the faults that the command line names (`D3`, `D`); `--resume` leaves out what a run of the same program has held. Gives the exit status. */
export async function run(): Promise<number> {
  const named = process.argv.slice(2).filter((word) => word !== "--resume");
  const faults = catalogue.filter(({ number }) => named.length === 0 || named.some((name) => name === number || name === number[0]));
  const program = programOf();
  const known: Known = process.argv.includes("--resume") ? readNotes(program) : new Map();
  const theatre = await openTheatre();
  try {
    const left = faults.filter(({ number }) => !known.has(number));
    await playAll(theatre, left, (fault, outcome) => {
      known.set(fault.number, outcome);
      keepNotes(program, known);
      tellOne(fault, outcome);
    });
  } finally {
    closeTheatre(theatre);
  }
  return summed(faults.flatMap(({ number }) => known.get(number) ?? []));
}

function summed(outcomes: readonly Outcome[]): number {
  const tried = outcomes.filter(({ what }) => what === "held" || what === "not held").length;
  const held = outcomes.filter(({ what }) => what === "held").length;
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost, 0);
  say(`tried ${tried}, held ${held}, records lost ${lost}`);
  return lost === 0 && outcomes.every(({ what }) => what === "held" || what === "away") ? 0 : 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
