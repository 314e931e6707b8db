// Room: grading. Open questions: key points found anywhere in the answer. Pure.
import { adviceOn } from "../advice.ts";
import { flagsOf } from "../flags.ts";
import { markKeyPoints } from "../key-points.ts";
import { lookedForIn } from "../looked-for.ts";
import { type Asked, type Marking, weightedShare } from "../marking.ts";
import { pitfallHits } from "../pitfalls.ts";
import { windowsOf } from "../windows.ts";

/** The weighted share of the key points; partly counts half. */
export function markOpen({ asked, question, body }: Asked<"open">): Marking {
  const lookedFor = lookedForIn(question);
  const windows = windowsOf(body.text, lookedFor);
  const marks = markKeyPoints(lookedFor.keyPoints, windows);
  const pitfalls = pitfallHits(lookedFor, windows);
  const flags = flagsOf(body.text, { prompt: asked.prompt, minutes: question.minutes });
  return { share: weightedShare(marks), marks, pitfalls, flags, workings: [], next: adviceOn("open", { marks, pitfalls, flags }) };
}
