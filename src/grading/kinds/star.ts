// Room: grading. STAR answers, part by part. Pure.
import type { Mark } from "../../domain/grade.ts";
import { type StarPart, type StarQuestion, starParts } from "../../domain/question.ts";
import { discussedMarking } from "../discussed.ts";
import { heldMarks } from "../held.ts";
import { marksOf, type Place, storyReading } from "../key-points.ts";
import { type LookedFor, lookedForIn } from "../looked-for.ts";
import { type Asked, creditOf, type Marking, worth } from "../marking.ts";
import { pitfallHits } from "../pitfalls.ts";
import { readSaid, type Said, sentencesWithin } from "../told.ts";
import { type Window, windowsOf } from "../windows.ts";

type Parts = Readonly<Record<StarPart, readonly Window[]>>;

/** What a point counts that stands in the wrong part. 0.4 to 0.8 measured alike on 15 labelled stories; without it as well. */
const elsewhere = 0.6;

/** Each point is looked for in its own part first, and in the others for less. */
export function markStar(given: Asked<"star">): Marking {
  const { question, body } = given;
  const lookedFor = lookedForIn(question);
  const said = readSaid(body);
  const windows = partWindows(said, lookedFor);
  const { marks, belonging } = markPoints(question, windows);
  const pitfalls = pitfallHits(
    lookedFor,
    starParts.flatMap((part) => windows[part]),
  );
  return discussedMarking(given, said, { marks: heldMarks(question, marks), pitfalls, belonging });
}

function partWindows(said: Said, lookedFor: LookedFor): Parts {
  const windowsIn = (part: StarPart) =>
    said.parts.filter((stretch) => stretch.part === part).flatMap((stretch) => windowsOf(sentencesWithin(said, stretch), lookedFor));
  return { situation: windowsIn("situation"), task: windowsIn("task"), action: windowsIn("action"), result: windowsIn("result") };
}

function markPoints(question: StarQuestion, parts: Parts): { readonly marks: readonly Mark[]; readonly belonging: number | undefined } {
  const own = placesOf(parts, 1);
  const other = placesOf(parts, elsewhere);
  const partOf = new Map(starParts.flatMap((part) => question.parts[part].keyPoints.map((point) => [point, part] as const)));
  const { met, belonging } = marksOf(lookedForIn(question), {
    windows: starParts.flatMap((part) => parts[part]),
    placesFor: (point) => starParts.map((name) => (name === partOf.get(point) ? own : other)[name]),
    ...storyReading,
  });
  const marks = starParts
    .flatMap((part) => question.parts[part].keyPoints.map(() => part))
    .flatMap((part, index) => {
      const { mark, place } = met[index] ?? {};
      const where = starParts.find((name) => other[name] === place);
      return mark ? [where === undefined || mark.status === "not-found" ? { ...mark, part } : misplaced({ ...mark, part }, where)] : [];
    });
  return { marks, belonging };
}

/** What stands in another part is there in part, and counts half. */
function misplaced(mark: Mark & { readonly part: StarPart }, where: StarPart): Mark {
  return { ...mark, status: "partly", credit: Math.min(worth.partly, creditOf(mark)), reason: `Found in ${tell(where)}, belongs in ${tell(mark.part)}.` };
}

function placesOf(windows: Parts, worth: number): Readonly<Record<StarPart, Place>> {
  const place = (part: StarPart): Place => ({ windows: windows[part], worth });
  return { situation: place("situation"), task: place("task"), action: place("action"), result: place("result") };
}

function tell(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
