// Room: tests. Runs the catalogue of faults: provokes each, two at a time, and counts what was tried, held and lost.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { catalogue } from "./catalogue.ts";
import { type Fault, NotHere } from "./fault.ts";
import { closeTheatre, openStage, openTheatre, type Theatre } from "./stage.ts";

interface Outcome {
  readonly fault: Fault;
  /** `away`: this machine cannot provoke it. `silent`: it was meant to happen and did not. */
  readonly what: "held" | "not held" | "away" | "silent";
  readonly why: string;
  readonly data: string;
  readonly acknowledged: readonly string[];
}

async function play(theatre: Theatre, fault: Fault): Promise<Outcome> {
  const { stage, hasFired, acknowledged } = openStage(theatre, fault.number);
  const told = (what: Outcome["what"], why = ""): Outcome => ({ fault, what, why, data: stage.data, acknowledged: acknowledged() });
  try {
    await fault.provoke(stage);
    return hasFired() ? told("held") : told("silent", "the fault did not happen");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof NotHere) return told("away", why);
    return told(hasFired() ? "not held" : "silent", why);
  }
}

async function playAll(theatre: Theatre, faults: readonly Fault[]): Promise<readonly Outcome[]> {
  const waiting = [...faults];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const outcome = await play(theatre, fault);
      // At once: a whole run takes minutes.
      if (outcome.what !== "held") say(`${fault.number} ${fault.title}: ${outcome.what}: ${outcome.why.slice(0, 800)}`);
      outcomes.push(outcome);
    }
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

/** The acknowledged attempts of an outcome that a fresh process does not find, or finds twice. */
function lostOf(theatre: Theatre, { data, acknowledged }: Outcome): readonly string[] {
  if (acknowledged.length === 0) return [];
  if (!existsSync(data)) return acknowledged;
  const found = JSON.parse(execFileSync(process.execPath, [theatre.reader, data], { encoding: "utf8", maxBuffer: 1 << 28 })) as readonly string[];
  const times = new Map<string, number>();
  for (const id of found) times.set(id, (times.get(id) ?? 0) + 1);
  return acknowledged.filter((id) => times.get(id) !== 1);
}

/** Plays the catalogue, or the faults that the command line names (`D3`, `D`); gives the exit status. */
export async function run(): Promise<number> {
  const named = process.argv.slice(2);
  const faults = catalogue.filter(({ number }) => named.length === 0 || named.some((name) => name === number || name === number[0]));
  const theatre = await openTheatre();
  try {
    const outcomes = await playAll(theatre, faults);
    const lost = outcomes.map((outcome) => ({ outcome, ids: lostOf(theatre, outcome) })).filter(({ ids }) => ids.length > 0);
    for (const { outcome, ids } of lost) say(`${outcome.fault.number} ${outcome.fault.title}: lost ${ids.length} of ${outcome.acknowledged.length}`);
    const tried = outcomes.filter(({ what }) => what === "held" || what === "not held");
    const held = tried.filter(({ what }) => what === "held");
    const records = lost.reduce((sum, { ids }) => sum + ids.length, 0);
    say(`tried ${tried.length}, held ${held.length}, records lost ${records}`);
    return records === 0 && outcomes.every(({ what }) => what === "held" || what === "away") ? 0 : 1;
  } finally {
    closeTheatre(theatre);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
