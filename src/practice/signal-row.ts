// Room: practice. One signal over all the answers of a mock: its level, the words that show it, what holds it back. Pure.
import { answerText } from "../domain/answer.ts";
import type { Signal, SignalReading } from "../domain/loop.ts";
import type { Level } from "../domain/rubric.ts";
import type { Quoted, SignalRow } from "../domain/scorecard.ts";
import { quoteAt } from "../grading/quote.ts";
import { signalsOf } from "../grading/signals.ts";
import type { Heard } from "./heard.ts";

/** Quotes, and things that held it back, told for a signal. */
const mostTold = 2;

/** The reading of a signal: the mean over the answers that can show it, each by its minutes: a long case shows more than a short line. */
export function signalRow(signal: Signal, heard: readonly Heard[]): SignalRow {
  const { id, name, about } = signal;
  const readings = heard.flatMap((one) => signalsOf(one.grade, [signal]).map((reading) => ({ one, reading })));
  const minutes = readings.reduce((sum, { one }) => sum + one.question.minutes, 0);
  const share = minutes === 0 ? undefined : readings.reduce((sum, { one, reading }) => sum + reading.share * one.question.minutes, 0) / minutes;
  return {
    id,
    name,
    about,
    share,
    level: share === undefined ? undefined : ((1 + Math.round(share * 4)) as Level),
    answers: readings.length,
    evidence: evidenceFor(signal, heard),
    heldBackBy: heldBackBy(readings.map(({ reading }) => reading)),
  };
}

interface Candidate extends Quoted {
  readonly strength: number;
}

/** The strongest words for it, no sentence twice; what came unasked before what came when pressed. */
function evidenceFor(signal: Signal, heard: readonly Heard[]): readonly Quoted[] {
  const candidates = heard.flatMap((one) => [...pointEvidence(signal, one), ...pressedEvidence(signal, one), ...dimensionEvidence(signal, one)]);
  const seen = new Set<string>();
  return candidates
    .filter(({ quote }) => quote !== "")
    .toSorted((a, b) => b.strength - a.strength)
    .filter(({ quote }) => !seen.has(quote) && seen.add(quote))
    .slice(0, mostTold)
    .map(({ strength: _strength, ...evidence }) => evidence);
}

function pointsOf({ weights }: Signal): ReadonlyMap<string, number> {
  return new Map(weights.flatMap((weight) => ("keyPoint" in weight ? [[weight.keyPoint, weight.weight] as const] : [])));
}

function pointEvidence(signal: Signal, { question, attempt, first }: Heard): readonly Candidate[] {
  const points = pointsOf(signal);
  const text = answerText(attempt.answer);
  return first.marks
    .filter(({ id, status }) => points.has(id) && status !== "not-found")
    .map(({ id, text: shows, status, strength, evidence }) => ({
      quote: evidence[0] ? quoteAt(text, evidence[0]) : "",
      shows,
      in: question.title,
      whenPressed: false,
      strength: (points.get(id) ?? 1) + strength + (status === "found" ? 2 : 0),
    }));
}

function pressedEvidence(signal: Signal, { question, first, probes }: Heard): readonly Candidate[] {
  const points = pointsOf(signal);
  return probes
    .filter(({ keyPoint, status }) => points.has(keyPoint) && status !== "not-found")
    .map(({ keyPoint, reply }) => ({
      quote: quoteAt(reply, { start: 0, end: 1 }),
      shows: first.marks.find(({ id }) => id === keyPoint)?.text ?? "",
      in: question.title,
      whenPressed: true,
      strength: points.get(keyPoint) ?? 1,
    }));
}

/** The words by which rules of the dimension were met, where it is at level 3 or above. */
function dimensionEvidence({ weights }: Signal, { question, attempt, first }: Heard): readonly Candidate[] {
  const text = answerText(attempt.answer);
  return weights.flatMap((weight) => {
    const judged = "dimension" in weight ? first.levels.find(({ dimension }) => dimension === weight.dimension) : undefined;
    const met = judged && judged.level >= 3 ? judged.receipts.find(({ isMet, evidence }) => isMet && evidence.length > 0) : undefined;
    if (!judged || !met?.evidence[0]) return [];
    return [
      {
        quote: quoteAt(text, met.evidence[0]),
        shows: `${judged.dimension} ${judged.level} of 5`,
        in: question.title,
        whenPressed: false,
        strength: judged.level / 2,
      },
    ];
  });
}

/** What lost most of its weight over all the answers. */
function heldBackBy(readings: readonly SignalReading[]): readonly string[] {
  const lost = new Map<string, number>();
  for (const { of, weight, share } of readings.flatMap(({ from }) => from)) lost.set(of, (lost.get(of) ?? 0) + weight * (1 - share));
  return [...lost]
    .filter(([, weight]) => weight > 0.5)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostTold)
    .map(([of]) => of);
}
