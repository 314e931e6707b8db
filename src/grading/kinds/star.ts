// Room: grading. STAR answers, part by part. Pure.
import { answerText } from "../../domain/answer.ts";
import type { Mark } from "../../domain/grade.ts";
import { type KeyPoint, type StarPart, starParts } from "../../domain/question.ts";
import { discussedMarking } from "../discussed.ts";
import { againstOf, flagsOf } from "../flags/flags.ts";
import { bestMatch, markOf, type Match, statusOf } from "../key-points.ts";
import { lookedForIn, type Target } from "../looked-for.ts";
import type { Asked, Marking } from "../marking.ts";
import { pitfallHits } from "../pitfalls.ts";
import { type Window, windowsOf, wordCount } from "../windows.ts";

type Parts = Readonly<Record<StarPart, readonly Window[]>>;

/** What stands in the wrong part counts as a point found in part. */
const elsewhere = 0.5;

/** Each point is looked for in its own part first, and in the others at half its worth. */
export function markStar(given: Asked<"star">): Marking {
  const { question, body } = given;
  const lookedFor = lookedForIn(question);
  const windows = partWindows(body.parts, (text, offset) => windowsOf(text, lookedFor, offset));
  const targets = new Map(lookedFor.keyPoints.map((target) => [target.of, target]));
  const marks = starParts.flatMap((part) => question.parts[part].keyPoints.flatMap((point) => markPoint(targets.get(point), part, windows) ?? []));
  const pitfalls = pitfallHits(
    lookedFor,
    starParts.flatMap((part) => windows[part]),
  );
  const flags = flagsOf(answerText(body), againstOf(question));
  return discussedMarking(given, { marks, pitfalls, flags });
}

/** The windows of each part, at their places in `answerText`: the parts that were answered, two line ends between them. */
function partWindows(texts: Readonly<Record<StarPart, string>>, read: (text: string, offset: number) => readonly Window[]): Parts {
  let offset = 0;
  const windowsIn = (part: StarPart) => {
    const windows = read(texts[part], offset);
    if (texts[part] !== "") offset += texts[part].length + 2;
    return windows;
  };
  return { situation: windowsIn("situation"), task: windowsIn("task"), action: windowsIn("action"), result: windowsIn("result") };
}

function markPoint(target: Target<KeyPoint> | undefined, part: StarPart, windows: Parts): Mark | undefined {
  if (!target) return undefined;
  const words = wordCount(starParts.flatMap((name) => windows[name]));
  const own = bestMatch(target, windows[part]);
  const mark = { ...markOf(target.of, own, words), part };
  if (mark.status === "found") return mark;
  const other = bestElsewhere(target, part, windows);
  if (statusOf(other.match.strength, words) !== "found") return mark;
  const moved = markOf(target.of, other.match, words);
  return {
    ...moved,
    part,
    status: "partly",
    strength: Math.max(own.strength, other.match.strength * elsewhere),
    reason: `Found in ${tell(other.part)}, belongs in ${tell(part)}.`,
  };
}

function bestElsewhere(target: Target<KeyPoint>, part: StarPart, windows: Parts): { readonly part: StarPart; readonly match: Match } {
  const others = starParts.filter((other) => other !== part).map((other) => ({ part: other, match: bestMatch(target, windows[other]) }));
  return others.reduce((best, next) => (next.match.strength > best.match.strength ? next : best));
}

function tell(part: StarPart): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
