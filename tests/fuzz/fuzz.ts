// Room: tests. Tries every reader with new texts for as long as it is told, and says which claim did not hold.
import { type Chance, createChance } from "./chance.ts";
import { readCorpus, writeCorpus } from "./corpus.ts";
import { type Exploration, type Fault, openExploration, shorten, tryOne } from "./explore.ts";
import { openTargets } from "./targets.ts";
import { openWatch, type Watch } from "./watch.ts";

interface Options {
  readonly minutes: number;
  readonly seed: number;
  /** Only the reader of that name. */
  readonly only: string | undefined;
  /** Adds to the corpus what reached something new. */
  readonly isKept: boolean;
}

function readOptions(words: readonly string[]): Options {
  const valueOf = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  return {
    minutes: Number(valueOf("--minutes") ?? 1),
    seed: Number(valueOf("--seed") ?? Date.now() % 2 ** 31),
    only: valueOf("--only"),
    isKept: words.includes("--keep"),
  };
}

/** Milliseconds of processor time, and texts, that a reader has before it is the next one's turn: what is quick and simple must not fill the count. */
const turn = { time: 30, texts: 100 };
/** Faults of one reader that are told: the first few show what is wrong. */
const mostTold = 5;

/** Runs it; `counts` is what the bundle counts its branches into. Gives the exit status: 1 where a claim did not hold. */
export async function run(counts: Uint8Array): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  say(`seed ${options.seed}, ${options.minutes} minutes`);
  const targets = (await openTargets()).filter(({ name }) => options.only === undefined || name === options.only);
  const watch = openWatch();
  const explorations: Exploration[] = [];
  for (const target of targets) explorations.push(await openExploration(target, readCorpus(target.name), { counts }));
  const ends = Date.now() + options.minutes * 60_000;
  const faults = await explore(explorations, { chance: createChance(options.seed), counts, watch, ends });
  await watch.stop();
  for (const exploration of explorations) {
    say(lineOf(exploration));
    if (options.isKept) writeCorpus(exploration.target.name, smallest(exploration.texts));
  }
  const tried = explorations.reduce((sum, exploration) => sum + exploration.tried, 0);
  say(`tried ${tried}, faults ${faults}`);
  return faults === 0 ? 0 : 1;
}

interface Course {
  readonly chance: Chance;
  readonly counts: Uint8Array;
  readonly watch: Watch;
  readonly ends: number;
}

async function explore(explorations: readonly Exploration[], course: Course): Promise<number> {
  const faults: Fault[] = [];
  while (Date.now() < course.ends) {
    for (const [number, exploration] of explorations.entries()) {
      const found = await giveTurn(exploration, number, course);
      const told = faults.filter(({ target }) => target === exploration.target.name).length;
      for (const fault of found.slice(0, Math.max(0, mostTold - told))) await tell(exploration, fault);
      faults.push(...found);
    }
  }
  return faults.length;
}

async function giveTurn(exploration: Exploration, number: number, { chance, counts, watch, ends }: Course): Promise<readonly Fault[]> {
  const { spent, tried } = exploration;
  const faults: Fault[] = [];
  while (exploration.spent < spent + turn.time && exploration.tried < tried + turn.texts && Date.now() < ends) {
    const fault = await tryOne(exploration, chance, { counts, time: processorTime, before: (text) => watch.begins(number, text) });
    if (fault) faults.push(fault);
  }
  return faults;
}

/** Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function tell({ target }: Exploration, fault: Fault): Promise<void> {
  say(`${fault.target}: ${fault.why}`);
  say(`  ${JSON.stringify(fault.text.length > 5_000 ? fault.text.slice(0, 5_000) : await shorten(target, fault))}`);
}

function lineOf({ target, tried, texts, seen, slowest }: Exploration): string {
  const branches = seen.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0);
  return `${target.name}: tried ${tried}, ${branches} branches, ${texts.length} texts that reached something new, slowest ${slowest.toFixed(1)} ms`;
}

/** Few and short: a corpus is read by people too. */
function smallest(texts: readonly string[]): readonly string[] {
  return texts
    .filter((text) => text !== "" && text.length <= 1_200)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 40);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
