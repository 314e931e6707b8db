// Room: grading. The shape of an open answer by a framework: its parts, there and in order. Pure.
import { type Framework, type FrameworkPart, isInOrder } from "../../domain/framework.ts";
import type { Span } from "../../domain/span.ts";
import type { KeyPoint } from "../../domain/question.ts";
import type { Judged } from "../../domain/rubric.ts";
import { isFunctionWord, isLightWord } from "../../language/common-words.ts";
import { wordsOf } from "../../language/words.ts";
import type { Told } from "../told.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

/** A part of the framework and where the answer comes to it. */
interface Seen {
  readonly part: FrameworkPart;
  readonly evidence: readonly Span[];
  /** True when it was found in full. */
  readonly isFull: boolean;
}

/** A sentence with so many of a part's own words speaks of it. */
const ownWords = 3;

/** Level 1 without a part, 5 with all of them in order and none thin. Undefined for an empty answer. */
export function judgeFrameworkShape(told: Told, framework: Framework): Judged | undefined {
  if (told.sentences.length === 0 || framework.parts.length === 0) return undefined;
  const parts = seenParts(told, framework);
  const present = parts.filter((seen) => seen.evidence.length > 0);
  const order = orderRule(framework, present);
  return judgedBy("structure", pointsOf({ parts, present, order }), [...parts.map(partRule), ...(order ? [order] : [])]);
}

function pointsOf({
  parts,
  present,
  order,
}: {
  readonly parts: readonly Seen[];
  readonly present: readonly Seen[];
  readonly order: Tried | undefined;
}): number {
  if (present.length === 0) return 1;
  if (present.length < parts.length) return present.length === 1 ? 2 : 3;
  const faults = (order?.isMet === false ? 1 : 0) + (parts.every((seen) => seen.isFull) ? 0 : 1);
  return 5 - faults;
}

/** The parts that the question's key points belong to; of a question that names none, all parts, by their words. */
function seenParts(told: Told, framework: Framework): readonly Seen[] {
  const pointsOf = (part: FrameworkPart): readonly string[] => keyPointsIn(told).flatMap((point) => (point.part === part.id ? [point.id] : []));
  const named = framework.parts.filter((part) => pointsOf(part).length > 0);
  return named.length > 1 ? named.map((part) => seenByMarks(told, part, pointsOf(part))) : framework.parts.map((part) => seenByWords(told, part));
}

function keyPointsIn({ question }: Told): readonly KeyPoint[] {
  return question.kind === "star" ? [] : question.keyPoints;
}

function seenByMarks({ marks }: Told, part: FrameworkPart, points: readonly string[]): Seen {
  const own = marks.filter((mark) => points.includes(mark.id) && mark.status !== "not-found");
  return { part, evidence: own.flatMap((mark) => mark.evidence), isFull: own.some((mark) => mark.status === "found") };
}

const memory = new WeakMap<FrameworkPart, ReadonlySet<string>>();

function seenByWords({ sentences }: Told, part: FrameworkPart): Seen {
  const own = stemsOf(part);
  const evidence = sentences.filter(({ words }) => new Set(words.flatMap((word) => word.stems.filter((stem) => own.has(stem)))).size >= ownWords);
  return { part, evidence, isFull: evidence.length > 0 };
}

/** The words that a part has for itself, in its name, its question and its cues. */
function stemsOf(part: FrameworkPart): ReadonlySet<string> {
  const known = memory.get(part);
  if (known) return known;
  const words = wordsOf([part.name, part.asks, ...part.cues].join("\n"));
  const made = new Set(words.filter((word) => !isFunctionWord(word.text) && !isLightWord(word.text)).flatMap((word) => word.stems));
  memory.set(part, made);
  return made;
}

function partRule({ part, evidence, isFull }: Seen): Tried {
  return tried(`structure.${part.id}`, {
    isMet: isFull,
    met: `${part.name}: there.`,
    missed: evidence.length > 0 ? `${part.name}: touched only.` : `${part.name}: missing.`,
    needs: `Answer this too (${part.name}): ${part.asks}`,
    evidence,
  });
}

function orderRule(framework: Framework, present: readonly Seen[]): Tried | undefined {
  if (!isInOrder(framework) || present.length < 2) return undefined;
  const firsts = present.map(({ evidence }) => Math.min(...evidence.map((span) => span.start)));
  const late = present.find((_, index) => index > 0 && (firsts[index] ?? 0) < (firsts[index - 1] ?? 0));
  return tried("structure.order", {
    isMet: late === undefined,
    met: "The parts come in their order.",
    missed: `${late?.part.name ?? ""} comes before what it rests on.`,
    needs: `Tell it in this order: ${framework.parts.map((part) => part.name).join(", ")}.`,
    evidence: late ? late.evidence.slice(0, 1) : [],
  });
}
