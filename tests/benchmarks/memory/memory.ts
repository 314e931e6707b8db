// Room: tests. Prints what each way to choose questions comes to on the day of the interview, with 95 % intervals: the tables of docs/scheduling.md.
import { type Ended, type Month, playMonth, ways } from "./month.ts";
import { people } from "./people.ts";

type Way = keyof typeof ways;
type Person = keyof typeof people;

const persons = Object.keys(people) as Person[];
/** Those that a month differs in most between one way and another. */
const rivals = ["random", "fixed order"] as const satisfies readonly Way[];

const closely: readonly Month[] = [
  { evenings: 21, minutes: 30, questions: 60, isMixed: false, known: 1 / 3 },
  { evenings: 21, minutes: 30, questions: 60, isMixed: false, known: 0 },
  { evenings: 21, minutes: 30, questions: 100, isMixed: true, known: 1 / 3 },
];

const widely: readonly Month[] = [40, 100, 250, 700].flatMap((questions) =>
  [10, 21, 45].flatMap((evenings) => [20, 45].map((minutes) => ({ evenings, minutes, questions, isMixed: true, known: 1 / 3 }))),
);

/** `[persons a row] [first seed] [closely|widely]`. The same seed is the same person under each way. */
export function run(): number {
  const [, , count = "16", from = "1", which] = process.argv;
  const seeds = Array.from({ length: Number(count) }, (_, index) => Number(from) + index * 7919);
  if (which !== "widely") for (const month of closely) tellClosely(month, seeds);
  if (which !== "closely") for (const month of widely) tellWidely(month, seeds);
  return 0;
}

function tellClosely(month: Month, seeds: readonly number[]): void {
  process.stdout.write(`\n${tellMonth(month)}, ${seeds.length} persons a row\n`);
  for (const person of persons) {
    const ended = playAll(month, Object.keys(ways) as Way[], { person, seeds });
    for (const [way, all] of ended) {
      const minutes = meanOf(all.map(({ minutes }) => minutes)).toFixed(0);
      const met = meanOf(all.map((one) => one.met)).toFixed(0);
      const more = way === "plan" ? "" : `plan above it by ${tellAbove(ended, way)}`;
      process.stdout.write(
        `${person.padEnd(12)} ${way.padEnd(14)} ${interval(all.map(({ recall }) => recall)).padEnd(22)} ${minutes} min, met ${met}  ${more}\n`,
      );
    }
  }
}

function tellWidely(month: Month, seeds: readonly number[]): void {
  const told = persons.map((person) => {
    const ended = playAll(month, ["plan", ...rivals], { person, seeds });
    return `${person.padEnd(11)} ${rivals.map((way) => `above ${way} by ${tellAbove(ended, way)}`).join("; ")}\n`;
  });
  process.stdout.write(`\n${tellMonth(month)}, ${seeds.length} persons\n${told.join("")}`);
}

function playAll(month: Month, chosen: readonly Way[], { person, seeds }: { readonly person: Person; readonly seeds: readonly number[] }): Map<Way, Ended[]> {
  return new Map(chosen.map((way) => [way, seeds.map((seed) => playMonth(month, way, { person, seed }))]));
}

/** By questions, and in brackets by their minutes where they differ in those. */
function tellAbove(ended: ReadonlyMap<Way, readonly Ended[]>, way: Way): string {
  const above = (of: (one: Ended) => number): string => {
    const planned = (ended.get("plan") ?? []).map(of);
    return interval((ended.get(way) ?? []).map((one, index) => (planned[index] ?? Number.NaN) - of(one)));
  };
  return `${above(({ recall }) => recall)} [${above(({ recallByMinutes }) => recallByMinutes)}]`;
}

function tellMonth({ evenings, minutes, questions, isMixed, known }: Month): string {
  const lengths = isMixed ? "of 1 and 6 minutes" : "of 3 minutes";
  return `${evenings} evenings of ${minutes} minutes, ${questions} questions ${lengths}, ${(100 * known).toFixed(0)} % known`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** In per cent: the mean, and where it lies with 95 % (normal approximation). */
function interval(values: readonly number[]): string {
  const mean = meanOf(values);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const half = (1.96 * deviation) / Math.sqrt(values.length);
  return `${(100 * mean).toFixed(1)} (${(100 * (mean - half)).toFixed(1)} to ${(100 * (mean + half)).toFixed(1)})`;
}
