// Room: practice. The script by which a friend plays a round: what to ask, to listen for, to probe, and on which scales to score. Pure.
import type { AnswerBody } from "../domain/answer.ts";
import { type Case, caseFrom, type Stock } from "../domain/case.ts";
import { seedOf } from "../domain/chance.ts";
import type { Grade } from "../domain/grade.ts";
import type { Loop, Signal } from "../domain/loop.ts";
import { type MockRound, probeMinutes } from "../domain/mock.ts";
import type { PeerPoint, PeerProbe, PeerQuestion, PeerScript, Scale } from "../domain/peer.ts";
import { type FollowUp, type KeyPoint, keyPointsOf, type Question, quickKinds, type StarPart, starParts } from "../domain/question.ts";
import type { Dimension, Level } from "../domain/rubric.ts";
import { anchorOf } from "../grading/anchors.ts";
import { gradeAnswer } from "../grading/grade.ts";
import { signalsOf } from "../grading/signals.ts";

/** True for what can be read aloud and answered in speech: sentences, and no code or table in the prompt. */
export function isSpoken({ kind, prompt }: Question): boolean {
  return !quickKinds.includes(kind) && !/^[ \t]*(?:```|~~~|\|)/m.test(prompt);
}

/** Minutes that a friend takes to score an answer before they go on. */
const scoringMinutes = 1.5;
/** Beyond this a form is no longer filled in with care. */
const mostQuestions = 8;

export interface PeerRequest {
  readonly loop: Loop;
  /** As a mock would hold it. */
  readonly round: MockRound;
  readonly questions: readonly Question[];
  readonly stock: Stock;
  readonly seed: number;
  readonly made: string;
}

/** The script of a round. The same seed gives the same prompts. */
export function peerScript({ loop, round: held, questions, stock, seed, made }: PeerRequest): PeerScript {
  const { round, number, minutes, chairs } = held;
  const anchors = anchorDimensions(loop.signals);
  const scripted = chosenOf(held, questions).map((question, index) => {
    const asked = caseFrom(stock, question, seedOf(question.id, seed));
    const person = chairs[index % chairs.length]?.person ?? "interviewer";
    return scriptedQuestion(asked, person, scalesFor(asked, loop.signals, anchors));
  });
  const scaled = new Set(scripted.flatMap(({ scales }) => scales.map(({ id }) => id)));
  return {
    loop: loop.id,
    company: loop.company,
    role: loop.role,
    round: round.id,
    title: round.title,
    number,
    minutes,
    chairs,
    signals: loop.signals.filter(({ id }) => scaled.has(id)).map(({ name, about, shownBy }) => ({ name, about, shownBy })),
    seed,
    made,
    questions: scripted,
  };
}

/** The questions of the round that its minutes hold, with a probe and the scoring of each; one at least. */
function chosenOf({ minutes, questions: ids }: MockRound, questions: readonly Question[]): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  let left = minutes;
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .filter((question, index) => {
      const cost = question.minutes + probeMinutes + scoringMinutes;
      const fits = index === 0 || cost <= left;
      left -= fits ? cost : 0;
      return fits;
    })
    .slice(0, mostQuestions);
}

function scriptedQuestion({ question, prompt }: Case, person: string, scales: readonly Scale[]): PeerQuestion {
  const points = keyPointsOf(question)
    .toSorted((a, b) => b.weight - a.weight)
    .map(pointOf);
  return {
    id: question.id,
    title: question.title,
    minutes: question.minutes,
    person,
    prompt: promptOf(question, prompt),
    points,
    pitfalls: "pitfalls" in question ? question.pitfalls.map(({ text }) => text) : [],
    probes: probesFor(question, points),
    scales,
  };
}

/** A rewrite is asked with the weak answer that is to be mended. */
function promptOf(question: Question, prompt: string): string {
  return question.kind === "rewrite" ? `${prompt}\n\n"${question.weak}"` : prompt;
}

function pointOf({ id, text, weight, part }: KeyPoint): PeerPoint {
  const isOfStory = starParts.some((name) => name === part);
  return { id, text: isOfStory && part !== undefined ? `${part.charAt(0).toUpperCase()}${part.slice(1)}: ${text}` : text, weight };
}

/** A friend has a page before them, not a library. */
const mostProbes = 3;

/** The follow-ups that ask about a key point, the heaviest first; where there is none, the first that asks about anything. */
function probesFor(question: Question, points: readonly PeerPoint[]): readonly PeerProbe[] {
  const followUps: readonly FollowUp[] = "followUps" in question ? question.followUps : [];
  const asking = points.flatMap((point) => {
    const followUp = followUps.find(({ missing }) => missing === point.id);
    return followUp ? [{ point, words: followUp.text }] : [];
  });
  if (asking.length > 0) return asking.slice(0, mostProbes);
  return [{ point: undefined, words: followUps[0]?.text ?? "If you had one more minute for this answer, what would you use it for?" }];
}

/**
 * The dimension whose anchors stand for a signal: that of most weight, of equals one that no earlier signal has; coverage where only key
 * points show it.
 */
function anchorDimensions(signals: readonly Signal[]): ReadonlyMap<string, Dimension> {
  const taken = new Set<Dimension>();
  return new Map(
    signals.map(({ id, weights }) => {
      const [best] = weights
        .flatMap((weight) => ("dimension" in weight ? [weight] : []))
        .toSorted((a, b) => b.weight - a.weight || Number(taken.has(a.dimension)) - Number(taken.has(b.dimension)));
      const dimension = best?.dimension ?? "coverage";
      taken.add(dimension);
      return [id, dimension];
    }),
  );
}

const levels: readonly Level[] = [1, 2, 3, 4, 5];

function ladderOf(dimension: Dimension): readonly string[] {
  return levels.map((level) => anchorOf(dimension, level));
}

/** The signals of the loop that an answer to the question can show; where there are none, the dimensions that apply to it. */
function scalesFor(asked: Case, signals: readonly Signal[], anchors: ReadonlyMap<string, Dimension>): readonly Scale[] {
  const grade = gradeOfReference(asked);
  const shown = new Set(signalsOf(grade, signals).map(({ id }) => id));
  if (shown.size === 0) return grade.levels.map(({ dimension }) => dimensionScale(dimension));
  return signals
    .filter(({ id }) => shown.has(id))
    .map((signal): Scale => {
      const { id, name } = signal;
      return { of: "signal", id, name, shownBy: shownBy(signal, asked.question), anchors: ladderOf(anchors.get(id) ?? "coverage") };
    });
}

function shownBy({ weights }: Signal, question: Question): readonly string[] {
  const named = new Set(weights.flatMap((weight) => ("keyPoint" in weight ? [weight.keyPoint] : [])));
  return keyPointsOf(question)
    .filter(({ id }) => named.has(id))
    .map(({ text }) => text);
}

function dimensionScale(dimension: Dimension): Scale {
  return { of: "dimension", id: dimension, name: `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}`, shownBy: [], anchors: ladderOf(dimension) };
}

/** The grade of an answer that holds what is looked for: it tells what applies to the question, whatever its levels. */
function gradeOfReference(asked: Case): Grade {
  return gradeAnswer(asked, referenceOf(asked.question));
}

function referenceOf(question: Question): AnswerBody {
  if (question.kind === "star") {
    const told = (part: StarPart): string => inSentences(question.parts[part].keyPoints);
    return { kind: "star", parts: { situation: told("situation"), task: told("task"), action: told("action"), result: told("result") } };
  }
  const text = ("model" in question ? question.model : undefined) ?? inSentences(keyPointsOf(question));
  return { kind: question.kind === "rewrite" ? "rewrite" : "open", text };
}

function inSentences(points: readonly KeyPoint[]): string {
  return points.map(({ text, phrasings }) => `${phrasings[0] ?? text}.`).join(" ");
}
