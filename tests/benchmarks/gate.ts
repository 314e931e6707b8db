// Room: tests. Fails a change that makes a start much slower than its aim: in processor time beside bare Node, with room for noise, in three tries.
import { bare, type Cost, inPlace, type Place, timeRun } from "./child.ts";
import { spreadOf } from "./spread.ts";
import { type Start, starts } from "./start-up.ts";

const tries = 3;
const rounds = 5;
/** How far beyond its aim a start may be: what machines differ by, and noise. On a terminal both are larger. */
const slack = { page: 1.6, screen: 2 } as const;

/** Prints what is too slow; 1 when anything is in every try. Takes seconds, since only what was too slow is tried again. */
export function run(): Promise<number> {
  return inPlace(async (place) => {
    // Terminals of Windows paint in another way.
    let slow: readonly Start[] = process.platform === "win32" ? starts.filter((start) => !isScreen(start)) : starts;
    let told: readonly string[] = [];
    // Three times: the first start reads the decks, the second keeps its compiled code, the third shows that both are taken.
    for (const { time } of [...slow, ...slow, ...slow]) await time(place);
    for (let at = 0; at < tries && slow.length > 0; at += 1) {
      const ratios = await measureRatios(place, slow);
      const found = slow.map((start, index) => ({ start, ratio: ratios[index] ?? Number.NaN })).filter(({ start, ratio }) => ratio > limitOf(start));
      told = found.map(({ start, ratio }) => `${start.name}: ${ratio.toFixed(2)} x bare node; at most ${limitOf(start).toFixed(2)}\n`);
      slow = found.map(({ start }) => start);
    }
    process.stdout.write(slow.length === 0 ? "Every start is near its aim.\n" : `Too slow in ${tries} tries (docs/performance.md):\n${told.join("")}`);
    return slow.length === 0 ? 0 : 1;
  });
}

function isScreen({ name }: Start): boolean {
  return name.startsWith("first question");
}

function limitOf(start: Start): number {
  return (start.aim ?? Number.POSITIVE_INFINITY) * slack[isScreen(start) ? "screen" : "page"];
}

/** Medians of ratios within a round, as slow moments of the machine fall on both. */
async function measureRatios(place: Place, among: readonly Start[]): Promise<readonly number[]> {
  const ratios: number[][] = among.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    const base = spentIn(timeRun(place, bare));
    for (const [index, { time }] of among.entries()) ratios[index]?.push(spentIn(await time(place)) / base);
  }
  return ratios.map((values) => spreadOf(values).median);
}

function spentIn({ processor, elapsed }: Cost): number {
  return processor ?? elapsed;
}
