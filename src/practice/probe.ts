// Room: practice. What a chair asks about a key point that an answer did not show: once, and once more when the reply goes past it.
import { type Case, drawCase } from "../domain/case.ts";
import type { Status } from "../domain/grade.ts";
import { type Chair, type Probe, probeMinutes } from "../domain/mock.ts";
import { type FollowUp, type KeyPoint, keyPointsOf, type OpenQuestion, type Question } from "../domain/question.ts";
import type { Seat, Turn } from "./ports.ts";

/** A probe that is to be asked: who asks, about what, in which words. */
export interface Probing {
  readonly chair: Chair;
  readonly keyPoint: KeyPoint;
  readonly words: string;
  /** What a good reply holds, beside the key point's own phrasings. */
  readonly looksFor: readonly string[];
}

/**
 * The one probe that an answer draws, of the key points that were not found: first those that the deck has a follow-up for, then those
 * that a chair presses on, then the heaviest. Undefined where nothing is missing.
 */
export function probeFor({ asked, grade }: Turn, chairs: readonly Chair[], asker: Chair): Probing | undefined {
  const missing = new Set(grade.marks.filter(({ status }) => status === "not-found").map(({ id }) => id));
  const candidates = keyPointsOf(asked.question)
    .filter(({ id }) => missing.has(id))
    .map((keyPoint) => {
      const followUp = followUpsOf(asked.question).find((each) => each.missing === keyPoint.id);
      const chair = chairNamed(followUp, chairs) ?? chairs.find(({ points }) => points.includes(keyPoint.id));
      return { keyPoint, followUp, chair, rank: (followUp ? 2 : 0) + (chair ? 1 : 0) };
    })
    .toSorted((a, b) => b.rank - a.rank || b.keyPoint.weight - a.keyPoint.weight);
  const [best] = candidates;
  if (!best) return undefined;
  const words = best.followUp === undefined ? askFor(best.keyPoint) : wordsOf(best.followUp, chairNamed(best.followUp, chairs));
  return { chair: best.chair ?? asker, keyPoint: best.keyPoint, words, looksFor: best.followUp?.looksFor ?? [] };
}

function followUpsOf(question: Question): readonly FollowUp[] {
  return "followUps" in question ? question.followUps : [];
}

/** `Officer: …` and `(Data scientist) …` name a chair at the start of a follow-up. */
const named = /^(?:\(([\p{L} -]{2,30})\)|([\p{L} -]{2,30}):)\s+/u;

function chairNamed(followUp: FollowUp | undefined, chairs: readonly Chair[]): Chair | undefined {
  const found = named.exec(followUp?.text ?? "");
  const name = (found?.[1] ?? found?.[2])?.toLowerCase();
  return name === undefined ? undefined : chairs.find(({ person }) => person.toLowerCase().includes(name));
}

/** A chair that speaks for itself need not be named. */
function wordsOf({ text }: FollowUp, chair: Chair | undefined): string {
  return chair === undefined ? text : text.replace(named, "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function askFor({ text }: KeyPoint): string {
  return `One thing I am still listening for: ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/[.?!]$/, "")}. How would you put it?`;
}

/** The id by which a file of answers replies to a probe. */
export function probeId(question: Question, keyPoint: string): string {
  return `${question.id}/${keyPoint}`;
}

/** How a probe is put. */
interface Manner {
  /** True: the first reply went past it. */
  readonly isAgain: boolean;
  /** True: its answer was given on another day, and is not in sight. */
  readonly isAnew: boolean;
  readonly pace: number;
}

/** The probe as a question of its own, at a pace. */
export function probeCase({ question, framework }: Case, probing: Probing, how: Manner): Case {
  const { keyPoint, words, looksFor } = probing;
  const prompt = [...(how.isAnew ? [`Back to your answer to "${question.title}".`] : []), ...(how.isAgain ? ["Let me ask that again."] : []), words].join(" ");
  const open: OpenQuestion = {
    ...question,
    kind: "open",
    id: probeId(question, keyPoint.id),
    title: prompt,
    prompt,
    minutes: probeMinutes * how.pace,
    hints: [],
    phases: [],
    keyPoints: [{ ...keyPoint, phrasings: [...keyPoint.phrasings, ...looksFor] }],
    pitfalls: [],
    model: undefined,
    followUps: [],
    notes: [],
  };
  return drawCase(open, 0, framework);
}

/** Who asks it. */
export function seatOf({ chair }: Probing, isAgain: boolean): Seat {
  return { person: chair.person, asks: isAgain ? "a probe again" : "a probe" };
}

/** With one of these flags a reply says nothing, whatever words are in it. */
const noReply = new Set(["question-copied", "shuffled-words"]);

/** How far a reply covers the key point. */
export async function statusOf(asked: Case, reply: string): Promise<Status> {
  if (reply.trim() === "") return "not-found";
  const { gradeAnswer } = await import("../grading/grade.ts");
  const { marks, flags } = gradeAnswer(asked, { kind: "open", text: reply });
  return flags.some(({ id }) => noReply.has(id)) ? "not-found" : (marks[0]?.status ?? "not-found");
}

/** True when a reply said something, and went past the point. */
export function isDodged({ reply, status }: Pick<Probe, "reply" | "status">): boolean {
  return reply.trim() !== "" && status === "not-found";
}
