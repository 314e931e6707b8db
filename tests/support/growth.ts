// Room: tests. Whether work grows with its input in a straight line, on any machine and under any load.
// What is read is the processor's time, not the clock's: other programs on the same cores do not add to it.

/** Microseconds; shorter times count as this: they are mostly chance. */
const leastTime = 5_000;
const mostReadings = 5;

function processorTime(run: () => unknown): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return user + system;
}

/**
 * How often longer `much` takes than `little`, by the best reading of each. Reads again, up to five times, while the answer is not
 * `expected` or nearly so: what disturbs a reading makes it longer, never shorter.
 */
export function timesLonger(much: () => unknown, little: () => unknown, expected: number): number {
  // What is compiled on the way is compiled here.
  little();
  let [best, bestMuch, bestLittle] = [Infinity, Infinity, Infinity];
  for (let reading = 0; reading < mostReadings && best > 1.5 * expected; reading += 1) {
    bestLittle = Math.min(bestLittle, processorTime(little));
    bestMuch = Math.min(bestMuch, processorTime(much));
    best = bestMuch / Math.max(leastTime, bestLittle);
  }
  return best;
}

/** What is worked on: `start` and then the piece again and again, once `small` letters long and once `large`. */
export interface Lengths {
  readonly start?: string;
  readonly small?: number;
  readonly large?: number;
}

/** How often longer the large text takes. With the usual 8,000 and 64,000 letters: about 8 where work is linear, about 64 where it is quadratic. */
export function growthOf(work: (text: string) => unknown, piece: string, { start = "", small = 8_000, large = 64_000 }: Lengths = {}): number {
  const textOf = (letters: number) => start + piece.repeat(Math.ceil(letters / piece.length));
  const [little, much] = [textOf(small), textOf(large)];
  return timesLonger(
    () => work(much),
    () => work(little),
    large / small,
  );
}
