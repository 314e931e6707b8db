// Room: tests. What `npm run bench:others` prints: how the model answer to each question scores at every other one (docs/marking.md).
import { overIn, pairsOf } from "../support/others.ts";

/** Marks all pairs but those that the off-topic rule alone decides; 1 where one scores over a quarter. Some two minutes. */
export function run(): number {
  const pairs = pairsOf(["open", "star", "rewrite"]);
  const left = pairs.filter(({ isDecided }) => !isDecided);
  process.stdout.write(`${pairs.length} pairs, of which ${left.length} have to be marked\n`);
  const over = overIn(left);
  process.stdout.write(`${over.length} score over 25\n${over.map((line) => `  ${line}\n`).join("")}`);
  return over.length === 0 ? 0 : 1;
}
