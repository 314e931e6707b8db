// Room: grading. The shape of a story told in one piece: what was the matter, what was done, what came of it. Pure.
import type { Judged } from "../../domain/rubric.ts";
import { isDeedVerb } from "../answer-kind.ts";
import type { Sentence, Told } from "../told.ts";
import { storyRule } from "./story-rule.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

/** Share of the words before the first deed that is let pass: Situation and Task take up to .45 of model answers in four parts. */
const openingAllowed = 0.5;
const ego = new Set(["i", "i'd", "i've"]);
/** Words after which something is told that came of it. */
const outcome =
  /\b(?:result(?:ed|s)?|outcome|in the end|afterwards?|after (?:that|\w+ (?:weeks?|months?|days?|years?))|since then|today|finally|as of now|within (?:a|\w+) (?:weeks?|months?|days?|years?)|by (?:the end|january|february|march|april|may|june|july|august|september|october|november|december)|fell|rose|dropped|grew|went (?:from|down|up)|saved|cut|learned|learnt)\b/i;

/** Level 2 for what is no story; else 3, and one more each for deeds that begin in time and for what came of them at the end. */
export function judgeStoryShape(told: Told): Judged | undefined {
  if (told.sentences.length === 0) return undefined;
  const kind = storyRule(told);
  const first = told.sentences.findIndex(isDeed);
  const rules = [actionRule(told.sentences, first), endRule(told.sentences, first)];
  const points = 3 + rules.filter((rule) => rule.isMet).length;
  return judgedBy("structure", kind.isMet ? points : 2, [kind, ...rules]);
}

/** `I traced`, and in notes `Traced`. */
function isDeed({ words }: Sentence): boolean {
  return words.some(({ text }, index) => {
    const isOwn = index === 0 || ego.has(words[index - 1]?.text ?? "") || ego.has(words[index - 2]?.text ?? "");
    return isOwn && isDeedVerb(text);
  });
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function actionRule(sentences: readonly Sentence[], first: number): Tried {
  const opening = sentences.slice(0, Math.max(0, first));
  const share = wordsIn(opening) / Math.max(1, wordsIn(sentences));
  const told = `${Math.round(share * 100)} % of the words come before the first thing that you did`;
  return tried("structure.action", {
    isMet: first >= 0 && share <= openingAllowed,
    met: `${told}.`,
    missed: first < 0 ? "Nothing that you did is told." : `${told}.`,
    needs: first < 0 ? "Tell what you did, step by step." : "Cut what comes before your first deed to a sentence or two.",
    evidence: opening,
  });
}

/** What came of it stands in the last three sentences, after the first deed. */
function endRule(sentences: readonly Sentence[], first: number): Tried {
  const end = sentences.slice(Math.max(0, first) + 1).slice(-3);
  const found = end.filter(({ text }) => outcome.test(text));
  return tried("structure.result", {
    isMet: found.length > 0,
    met: "It ends with what came of it.",
    missed: "It does not end with what came of it.",
    needs: "End with what came of it, and a number for it.",
    evidence: found.length > 0 ? found : end.slice(-1),
  });
}
