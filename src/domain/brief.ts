// Room: domain. A STAR question asked for the short version of a story: so many seconds aloud, so many words a part. Pure.
import { type QuestionId, type StarPart, type StarQuestion, starParts } from "./question.ts";
import { wordsASecond } from "./story.ts";

/** How long a story may be told, in seconds aloud. */
export const briefLengths = [30, 60, 120] as const;
export type BriefLength = (typeof briefLengths)[number];

/** Shares of the words. The shorter, the more of it is the result: it is what an interviewer asks on from. */
const shares: Readonly<Record<BriefLength, Readonly<Record<StarPart, number>>>> = {
  30: { situation: 0.15, task: 0.1, action: 0.4, result: 0.35 },
  60: { situation: 0.15, task: 0.1, action: 0.45, result: 0.3 },
  120: { situation: 0.15, task: 0.1, action: 0.5, result: 0.25 },
};

/**
 * Key points that a telling has room for: one takes a sentence of some 20 words, 10 seconds aloud. In 30 seconds an interviewer expects a headline:
 * what was at stake, the one thing that you did, and what came of it; in a minute also what was yours to do, a second step, and how the result is known.
 */
const holds: Readonly<Record<BriefLength, StarQuestion["holds"]>> = {
  30: { situation: 1, task: 0, action: 1, result: 1 },
  60: { situation: 1, task: 1, action: 2, result: 2 },
  120: undefined,
};

/** In how many key points a telling is marked; undefined: in all. */
export function pointsHeld(seconds: BriefLength): number | undefined {
  const held = holds[seconds];
  return held && starParts.reduce((sum, part) => sum + held[part], 0);
}

const lookedFor: Readonly<Record<BriefLength, string>> = {
  30: "Looked for: the result with its number, and what you did for it; one sentence of situation and task. Saying the result first is fine: it goes under Result all the same.",
  60: "Looked for: the stakes in a sentence, your own steps, and the result with its number and where it comes from.",
  120: "Looked for: all four parts, most of it your own steps and why you took them; the result with its number, its source and what you learned.",
};

/** Typing takes about four times as long as speech: 35 words a minute to 140. */
export const typingRoom = 4;

/** Words that can be said in so many seconds. */
function wordBudget(seconds: number): number {
  return Math.floor(seconds * wordsASecond);
}

/**
 * The question as it is asked for a short telling, marked by those of its key points that there is room for. Its id is its own, so that the mark of a short telling does not
 * stand for the whole question.
 */
export function briefOf(question: StarQuestion, seconds: BriefLength): StarQuestion {
  const minutes = seconds / 60;
  const budget = wordBudget(seconds);
  return {
    ...question,
    id: briefId(question.id, seconds),
    title: `${question.title}, in ${seconds} seconds`,
    prompt: `${question.prompt}\n\nIn ${seconds} seconds aloud: ${budget} words in all. ${lookedFor[seconds]} Typing is slower than speech, so the clock gives ${typingRoom} times as long.`,
    minutes,
    hints: [],
    holds: holds[seconds],
    parts: Object.fromEntries(
      starParts.map((part) => {
        const share = shares[seconds][part];
        const { guidance, keyPoints } = question.parts[part];
        return [part, { guidance: `About ${Math.round(budget * share)} words. ${guidance}`.trim(), minutes: minutes * share, keyPoints }];
      }),
    ) as StarQuestion["parts"],
  };
}

/** Every short form of a question. */
export function briefsOf(question: StarQuestion): readonly StarQuestion[] {
  return briefLengths.map((seconds) => briefOf(question, seconds));
}

/** The seconds of a short form, by its id; undefined for the id of any other question. */
export function briefLengthOf(id: QuestionId): BriefLength | undefined {
  return briefLengths.find((seconds) => id.endsWith(`/${ending(seconds)}`));
}

/** The id of the question that a short form was made from; any other id as it is. */
export function wholeId(id: QuestionId): QuestionId {
  const seconds = briefLengthOf(id);
  return seconds === undefined ? id : id.slice(0, -ending(seconds).length - 1);
}

/** The id of a question's short form. */
export function briefId(id: QuestionId, seconds: BriefLength): QuestionId {
  return `${id}/${ending(seconds)}`;
}

function ending(seconds: BriefLength): string {
  return `in-${seconds}-seconds`;
}
