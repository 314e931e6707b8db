// Room: grading. The one thing to do next: what would raise the score most, with the person's own words beside it. Pure.
import type { Grade, Mark, PitfallHit } from "../domain/grade.ts";
import type { Kind } from "../domain/question.ts";
import type { Judged, Level } from "../domain/rubric.ts";
import { cappedScore, creditOf, weightOf } from "./marking.ts";
import { lastQuote, quoteAt } from "./quote.ts";
import { type Counting, otherLevels, totalOf } from "./total.ts";

/** What marking found, and the answer that it was found in. */
export interface Judgeable extends Pick<Grade, "marks" | "pitfalls" | "flags" | "levels"> {
  readonly kind: Kind;
  /** `answerText` of the answer; empty where it is not at hand: then nothing is quoted. */
  readonly text: string;
}

interface Step {
  /** What the score would be, 0 to 1. */
  readonly score: number;
  readonly tell: () => string;
}

const flagAdvice: Readonly<Record<string, string>> = {
  empty: "Say one sentence, however rough: it is where marking can begin.",
  "too-short": "Say it in two or three full sentences.",
  "weak-answer-copied": "Say it anew: begin with what changed for the business.",
  "question-copied": "Leave the question's words behind and begin with your own first step.",
  repeated: "Say it once, and give the time to the next point.",
  "keyword-list": "Make sentences of it: who does what, and what comes of it.",
  "shuffled-words": "Say it in whole sentences, one thought after the other.",
  "model-pasted": "Close the model answer and say it in your own words, with your own example.",
  "several-answers": "Choose one answer and cut the rest.",
  hedged: "Settle on one answer and say why.",
  "not-english": "Say it in English: nothing else can be marked here.",
  "off-topic": "Read the question once more, and say in plain words what it asks for.",
  "another-question": "Say first what this question asks for; keep the rest for the one that it answers.",
  "nothing-specific": "Tell one thing that happened: who, when, and a number.",
  "too-long": "Cut it to what can be said in the time.",
};

/** One plain sentence on what would raise the score most, with the sentence that it is about; undefined when nothing would. Of equals the first: flags, pitfalls, points, dimensions. */
export function adviceOn(found: Judgeable): string | undefined {
  const steps = [...flagSteps(found), ...pitfallSteps(found), ...markSteps(found), ...levelSteps(found)];
  const now = scoreOf(found);
  const best = steps.reduce<Step | undefined>((most, step) => (step.score > (most?.score ?? now) ? step : most), undefined);
  // Where several limits hold at once, none gains by itself; the lowest is told.
  return (best ?? lowestLimit(found))?.tell();
}

function scoreOf({ kind, marks, levels, pitfalls, flags }: Judgeable): number {
  return cappedScore(kind, totalOf(marks, levels), { pitfalls, flags });
}

/** The score with this mark found in full. */
function scoreFound({ kind, marks, levels, pitfalls, flags }: Judgeable, mark: Mark): number {
  const found: Counting = { weight: mark.weight, status: "found", credit: 1 };
  const share = totalOf(
    marks.map((other) => (other === mark ? found : other)),
    levels,
  );
  return cappedScore(kind, share, { pitfalls, flags });
}

function flagSteps(found: Judgeable): readonly Step[] {
  return found.flags.map((flag) => ({
    score: scoreOf({ ...found, flags: found.flags.filter((other) => other !== flag) }),
    tell: () => flagAdvice[flag.id] ?? flag.reason,
  }));
}

function lowestLimit(found: Judgeable): Step | undefined {
  const lowest = found.flags.toSorted((a, b) => a.cap - b.cap)[0];
  return lowest && scoreOf(found) >= lowest.cap ? flagSteps({ ...found, flags: [lowest] })[0] : undefined;
}

function pitfallSteps(found: Judgeable): readonly Step[] {
  // A pitfall limits as long as any is left: the first stands for all.
  const [pitfall] = found.pitfalls;
  return pitfall ? [{ score: scoreOf({ ...found, pitfalls: [] }), tell: () => tellPitfall(pitfall, found.text) }] : [];
}

function tellPitfall({ text, advice, evidence }: PitfallHit, said: string): string {
  const quote = quoteAt(said, evidence);
  return endSentence(`Take ${quote === "" ? "this" : quote} out: ${uncapital(text)}${advice === undefined ? "" : ` — ${uncapital(advice)}`}`);
}

function markSteps(found: Judgeable): readonly Step[] {
  return found.marks
    .filter((mark) => creditOf(mark) < 1 && weightOf(mark) > 0)
    .map((mark) => ({
      score: scoreFound(found, mark),
      tell: () => tellMissing(mark, found),
    }));
}

/** Below this strength the nearest words are near by chance: the point is to be added, not mended there. */
const nearEnough = 0.25;

function tellRight(missing: readonly Mark[]): string {
  return `${missing.length === 1 ? "The answer is" : "The answers are"}: ${missing.map(({ text }) => text).join("; ")}`;
}

function tellMissing(mark: Mark, { kind, text, marks }: Judgeable): string {
  if (kind === "recall") return endSentence(tellRight(marks.filter((each) => creditOf(each) < 1)));
  const point = uncapital(mark.text);
  // Words that met nothing are no place to add anything to.
  if (text !== "" && marks.every(({ status }) => status === "not-found")) return endSentence(tellAnew(quoteAt(text, { start: 0, end: 0 }), point));
  const place = mark.evidence[0] ?? (mark.strength >= nearEnough ? mark.nearest : undefined);
  const quote = place ? quoteAt(text, place) : "";
  if (mark.status !== "not-found") return endSentence(tellPartly(mark, quote));
  if (quote !== "") return endSentence(`Where you say ${quote}, add this: ${point}`);
  const last = lastQuote(text);
  return endSentence(last === "" ? `Add this: ${point}` : `After ${last}, add this: ${point}`);
}

function tellAnew(opening: string, point: string): string {
  return opening === "" ? `Begin with this: ${point}` : `You open with ${opening}. Open with this instead: ${point}`;
}

function tellPartly({ text, part, reason }: Mark, quote: string): string {
  const point = uncapital(text);
  if (part !== undefined && reason?.startsWith("Found in") === true) return `Tell ${quote === "" ? "this" : quote} under ${part}, where it belongs: ${point}`;
  return quote === "" ? `Say more of this: ${point}` : `Where you say ${quote}, say more of this: ${point}`;
}

function levelSteps(found: Judgeable): readonly Step[] {
  return otherLevels(found.levels)
    .filter(({ level, next }) => level < 5 && next !== undefined)
    .map((judged) => ({
      score: scoreOf({ ...found, levels: found.levels.map((other) => (other === judged ? { ...judged, level: (judged.level + 1) as Level } : other)) }),
      tell: () => tellLevel(judged, found.text),
    }));
}

function tellLevel({ receipts, next = "" }: Judged, text: string): string {
  const shown = receipts.find((receipt) => !receipt.isMet && receipt.evidence.length > 0)?.evidence[0];
  const quote = shown ? quoteAt(text, shown) : "";
  return endSentence(quote === "" ? next : `You said ${quote}: ${uncapital(next)}`);
}

/** A sentence that goes on after a colon. Names and abbreviations keep their capital. */
function uncapital(text: string): string {
  return /^(?:A|\p{Lu}\p{Ll}+)\s/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
