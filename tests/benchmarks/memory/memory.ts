// Room: tests. Prints what each way to choose questions comes to on the day of the interview, with 95 % intervals: the tables of docs/scheduling.md.
import { type Month, playMonth, ways } from "./month.ts";
import { people } from "./people.ts";

export function run(): number {
  main(Number(process.argv[2] ?? 200));
  return 0;
}

const months: readonly Month[] = [
  { evenings: 21, minutes: 30, questions: 60, isMixed: false, known: 1 / 3 },
  { evenings: 21, minutes: 30, questions: 100, isMixed: true, known: 1 / 3 },
  { evenings: 21, minutes: 30, questions: 60, isMixed: false, known: 0 },
];

function interval(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const half = (1.96 * deviation) / Math.sqrt(values.length);
  return `${(100 * mean).toFixed(1)} (${(100 * (mean - half)).toFixed(1)} to ${(100 * (mean + half)).toFixed(1)})`;
}

function main(persons: number): void {
  for (const month of months) {
    process.stdout.write(`\n${month.evenings} evenings of ${month.minutes} minutes, ${month.questions} questions, ${persons} persons a row\n`);
    for (const person of Object.keys(people) as (keyof typeof people)[]) {
      const seeds = Array.from({ length: persons }, (_, index) => index * 7919 + 1);
      const ended = Object.fromEntries(
        (Object.keys(ways) as (keyof typeof ways)[]).map((way) => [way, seeds.map((seed) => playMonth(month, way, { person, seed }))]),
      );
      const plan = ended["plan"] ?? [];
      for (const [way, all] of Object.entries(ended)) {
        const minutes = all.reduce((sum, { minutes }) => sum + minutes, 0) / all.length;
        const met = all.reduce((sum, { met }) => sum + met, 0) / all.length;
        const more = way === "plan" ? "" : `planned is better by ${interval(all.map(({ recall }, index) => (plan[index]?.recall ?? 0) - recall))}`;
        process.stdout.write(
          `${person.padEnd(12)} ${way.padEnd(14)} ${interval(all.map(({ recall }) => recall)).padEnd(22)} ${minutes.toFixed(0)} min, met ${met.toFixed(0)}  ${more}\n`,
        );
      }
    }
  }
}
