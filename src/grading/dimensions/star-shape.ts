// Room: grading. The shape of a STAR answer: four parts, a short Situation, the weight on the Action. Pure.
import type { Judged } from "../../domain/rubric.ts";
import { type StarPart, starParts } from "../../domain/question.ts";
import type { Told, ToldPart } from "../told.ts";
import { storyRule } from "./story-rule.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

/** Fewer words than this are no part: a heading, or half a thought. */
const fewestWords = 4;
/** Share of the words that the Situation should keep to, and up to which it is let pass: model answers reach .30, and short answers need a sentence for it. */
const situationAim = 0.2;
const situationAllowed = 0.3;
/** A Result under this share is an afterthought; model answers are at .12 and above. */
const leastResult = 0.08;

interface Part extends ToldPart {
  readonly words: number;
  readonly share: number;
}

type Parts = Readonly<Record<StarPart, Part>>;

/** One level for the first part that is there and one for each other; a level off for each fault in proportion, and an answer that is no story stays at 2. */
export function judgeStarShape(told: Told): Judged | undefined {
  const parts = partsIn(told);
  const present = starParts.filter((part) => parts[part].words >= fewestWords);
  if (starParts.every((part) => parts[part].words === 0)) return undefined;
  const kind = storyRule(told);
  const proportion = [actionRule(parts), situationRule(parts), resultRule(parts)];
  const faults = proportion.filter((rule) => !rule.isMet).length;
  const points = present.length === starParts.length ? Math.max(3, 5 - faults) : Math.max(1, present.length);
  return judgedBy("structure", kind.isMet ? points : Math.min(points, 2), [kind, ...starParts.map((part) => partRule(parts[part])), ...proportion]);
}

function partsIn(told: Told): Parts {
  const counts = told.parts.map((part) => ({ ...part, words: wordsIn(told, part) }));
  const all = counts.reduce((sum, part) => sum + part.words, 0);
  const partOf = (name: StarPart): Part => {
    const part = counts.find((other) => other.part === name) ?? { part: name, start: 0, end: 0, words: 0 };
    return { ...part, share: all === 0 ? 0 : part.words / all };
  };
  return { situation: partOf("situation"), task: partOf("task"), action: partOf("action"), result: partOf("result") };
}

function wordsIn({ sentences }: Told, { start, end }: ToldPart): number {
  return sentences.reduce((sum, sentence) => (sentence.start >= start && sentence.start < end ? sum + sentence.words.length : sum), 0);
}

const partNeeds = {
  situation: "Add the Situation in a sentence or two: where it was, and what was at stake.",
  task: "Add the Task: what was yours to reach, and by when.",
  action: "Add the Action: what you did, step by step.",
  result: "Add the Result: what came of it, with a number.",
} as const satisfies Record<StarPart, string>;

function partRule({ part, words, share, ...span }: Part): Tried {
  return tried(`structure.${part}`, {
    isMet: words >= fewestWords,
    met: `${tell(part)}: ${tellShare(share)} of the words.`,
    missed: words === 0 ? `There is no ${tell(part)}.` : `${tell(part)}: ${words} ${words === 1 ? "word is" : "words are"} too few.`,
    needs: partNeeds[part],
    evidence: words === 0 ? [] : [span],
  });
}

function actionRule({ situation, action }: Parts): Tried {
  return tried("structure.action-longest", {
    isMet: action.words > situation.words,
    met: "The Action is longer than the Situation.",
    missed: `The Situation (${situation.words} words) is no shorter than the Action (${action.words}).`,
    needs: "Cut the Situation to what the Action will use, and give the words to what you did.",
    evidence: [situation],
  });
}

function situationRule({ situation }: Parts): Tried {
  const told = `The Situation takes ${tellShare(situation.share)} of the words`;
  return tried("structure.situation-short", {
    isMet: situation.share <= situationAllowed,
    met: situation.share <= situationAim ? `${told}.` : `${told}; a fifth is enough.`,
    missed: `${told}; a fifth is enough.`,
    needs: "Cut the Situation to a fifth: one sentence on the business, one on the trouble.",
    evidence: [situation],
  });
}

function resultRule({ result }: Parts): Tried {
  return tried("structure.result-weight", {
    isMet: result.share >= leastResult,
    met: "The Result has room.",
    missed: `The Result takes ${tellShare(result.share)} of the words.`,
    needs: "Give the Result its own sentences: what changed, by how much, and what it taught you.",
    evidence: [result],
  });
}

function tell(part: StarPart): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}

function tellShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}
