// Room: grading. Open questions: key points found anywhere in the answer. Pure.
import { discussedMarking } from "../discussed.ts";
import { markKeyPoints } from "../key-points.ts";
import { lookedForIn } from "../looked-for.ts";
import type { Asked, Marking } from "../marking.ts";
import { pitfallHits } from "../pitfalls.ts";
import { readSaid } from "../told.ts";
import { windowsOf } from "../windows.ts";

/** Looks for every key point in the whole answer. */
export function markOpen(given: Asked<"open">): Marking {
  const { question, body } = given;
  const lookedFor = lookedForIn(question);
  const said = readSaid(body);
  const windows = windowsOf(said.sentences, lookedFor);
  const { met, belonging } = markKeyPoints(lookedFor, windows);
  const pitfalls = pitfallHits(lookedFor, windows);
  return discussedMarking(given, said, { marks: met.map(({ mark }) => mark), pitfalls, belonging });
}
