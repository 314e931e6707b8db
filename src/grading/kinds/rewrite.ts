// Room: grading. Rewrites: pitfalls first, then the key points. Pure.
import { discussedMarking } from "../discussed.ts";
import { markKeyPoints } from "../key-points.ts";
import { lookedForIn } from "../looked-for.ts";
import type { Asked, Marking } from "../marking.ts";
import { pitfallHits } from "../pitfalls.ts";
import { readSaid } from "../told.ts";
import { windowsOf } from "../windows.ts";

/** Looks for the key points, under a lower ceiling while a pitfall is still there; the weak answer itself scores 0. */
export function markRewrite(given: Asked<"rewrite">): Marking {
  const { question, body } = given;
  const lookedFor = lookedForIn(question);
  const said = readSaid(body);
  const windows = windowsOf(said.sentences, lookedFor);
  const pitfalls = pitfallHits(lookedFor, windows);
  const { met, belonging } = markKeyPoints(lookedFor, windows);
  return discussedMarking(given, said, { marks: met.map(({ mark }) => mark), pitfalls, belonging });
}
