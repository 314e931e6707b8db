// Room: tests. When to kill a command so that it dies at its work, on a fast machine and on a slow one.

/** Milliseconds from its start: moments from early in it to its end, by what a run of it takes here. */
export async function momentsIn(run: () => Promise<unknown>, count: number): Promise<readonly number[]> {
  const from = performance.now();
  await run();
  const took = performance.now() - from;
  return Array.from({ length: count }, (_, turn) => Math.round(took * (0.3 + (0.7 * turn) / (count - 1))));
}
