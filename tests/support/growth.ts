// Room: tests. Whether work grows with its input in a straight line, on any machine and under any load.

const small = 8_000;
const large = 64_000;

function leastTime(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** Time for 64,000 letters of the piece over time for 8,000: about 8 where it is linear, about 64 where it is quadratic. Times under 15 ms count as 15: they are mostly chance. */
export function growthOf(work: (text: string) => unknown, piece: string): number {
  const textOf = (letters: number) => piece.repeat(Math.ceil(letters / piece.length));
  const [little, much] = [textOf(small), textOf(large)];
  return (
    leastTime(() => work(much)) /
    Math.max(
      15,
      leastTime(() => work(little)),
    )
  );
}
