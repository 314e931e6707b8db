// Room: tests. How long the built coach takes to start, beside bare Node in the same rounds.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bare, coach, type Cost, inPlace, type Place, promptPainted, timePainted, timeRun } from "./child.ts";
import { type Row, spreadOf } from "./spread.ts";

/** Something that is started in every round. */
export interface Start {
  readonly name: string;
  readonly aim: number | undefined;
  readonly time: (place: Place) => Cost | Promise<Cost>;
}

const rounds = 21;

const shown = (name: string, args: readonly string[]): Start => ({
  name: `first question: ${name}`,
  aim: 1.5,
  time: (place) => timePainted(place, { args: [coach, ...args], isPainted: promptPainted }),
});
const run = (aim: number, ...args: readonly string[]): Start => ({ name: args.join(" "), aim, time: (place) => timeRun(place, [coach, ...args]) });

const gradedQuestion = "walmart/ai-pm/cases/out-of-stock";
const answerFile = "answer.txt";

/** What a person does day by day. */
export const starts: readonly Start[] = [
  run(1.1, "--version"),
  run(1.1, "--help"),
  run(1.4, "decks", "list"),
  run(1.4, "loops", "show", "walmart/ai-pm"),
  run(1.4, "frameworks", "show", "star"),
  shown("quiz", ["quiz", "walmart"]),
  shown("drill", ["drill"]),
  shown("star", ["star"]),
];

/** Not held by the gate: most of it is the grader, which has rows of its own. */
const graded: Start = { ...run(1.5, "grade", gradedQuestion, answerFile), name: "grade one answer" };

/** The rows of the report. A ratio is to `node -e 0` in the same round, since the machine is not equally fast all the time. */
export function measureStartUp(): Promise<Row[]> {
  return inPlace((place) => {
    writeAnswer(place);
    return measureStarts(place, [...starts, graded]);
  });
}

function writeAnswer(place: Place): void {
  const answer = "I would start from the shelf: eight percent of shelves are empty, which costs us two million dollars a year.";
  writeFileSync(join(place.home, answerFile), `${answer}\n`);
}

/** The rows of some starts, after bare Node's own, which is told in milliseconds. */
export async function measureStarts(place: Place, among: readonly Start[]): Promise<Row[]> {
  // Three times: the first start reads the decks, the second keeps its compiled code, the third shows that both are taken.
  for (const { time } of [...among, ...among, ...among]) await time(place);
  const done: { readonly base: Cost; readonly costs: readonly Cost[] }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const base = timeRun(place, bare);
    const costs: Cost[] = [];
    for (const { time } of among) costs.push(await time(place));
    done.push({ base, costs });
  }
  const own: Row = {
    name: "bare node -e 0",
    unit: "ms",
    spread: spreadOf(done.map(({ base }) => base.elapsed)),
    aim: undefined,
    note: tellProcessor(done.map(({ base }) => base.processor ?? Number.NaN)),
  };
  return [
    own,
    ...among.map((start, index) =>
      rowOf(
        start,
        done.map(({ base, costs }) => [costs[index] as Cost, base] as const),
      ),
    ),
  ];
}

/** A row of what was run beside bare Node: the ratios within each round, and beside them those of processor time. */
export function rowOf({ name, aim }: Pick<Start, "name" | "aim">, pairs: readonly (readonly [cost: Cost, base: Cost])[]): Row {
  return {
    name,
    unit: "x",
    aim,
    spread: spreadOf(pairs.map(([cost, base]) => cost.elapsed / base.elapsed)),
    note: tellProcessor(pairs.map(([cost, base]) => (cost.processor ?? Number.NaN) / (base.processor ?? Number.NaN))),
  };
}

function tellProcessor(values: readonly number[]): string | undefined {
  const { median } = spreadOf(values);
  return Number.isNaN(median) ? undefined : `processor ${median.toFixed(2)}`;
}
