// Room: tests. People whose memory is known: three models of forgetting from the literature, none of them the program's own (FSRS).
import type { Chance } from "../../../src/domain/chance.ts";
import type { QuestionId } from "../../../src/domain/question.ts";

/** A memory. Days count from 0; looks at a question come in order of time. */
export interface Memory {
  /** The true chance to recall a question on a day, 0 to 1. */
  recall(question: QuestionId, day: number): number;
  /** The question was looked at, its answer recalled or not, and then read. */
  look(question: QuestionId, day: number, isRecalled: boolean): void;
}

/** The chance that a question is answered when it comes up for the first time: one that the person knows from their work, and any other. */
const atFirst = { known: 0.85, other: 0.05 } as const;

function before(isKnown: boolean): number {
  return isKnown ? atFirst.known : atFirst.other;
}

/** A draw from a normal distribution (Box and Muller 1958). */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Remembers a value of each question, drawn when it is first asked for. */
function drawnOnce<T>(draw: () => T): (question: QuestionId) => T {
  const known = new Map<QuestionId, T>();
  return (question) => {
    const value = known.get(question) ?? draw();
    known.set(question, value);
    return value;
  };
}

/**
 * Half-lives: recall falls as 2^(-t/h), as in Settles and Meeder 2016. A recall lengthens h, the more the nearer the answer was to being forgotten; a
 * failure cuts it, and reading the answer leaves at least the half-life of a first look. Half-lives of first looks vary by question around six days.
 */
function halfLives(chance: Chance, share: number): Memory {
  const isKnown = drawnOnce(() => chance() < share);
  const drawn = drawnOnce(() => 6 * Math.exp(0.8 * normal(chance)));
  const first = (question: QuestionId): number => drawn(question) * (isKnown(question) ? 8 : 1);
  const state = new Map<QuestionId, { readonly half: number; readonly day: number }>();
  const recall = (question: QuestionId, day: number): number => {
    const known = state.get(question);
    return known ? 2 ** (-(day - known.day) / known.half) : before(isKnown(question));
  };
  return {
    recall,
    look: (question, day, isRecalled) => {
      const known = state.get(question);
      const grown = known === undefined ? first(question) : known.half * (isRecalled ? 1.2 + 2.5 * (1 - recall(question, day)) : 0.6);
      state.set(question, { half: Math.max(grown, first(question)), day });
    },
  };
}

/** Power laws: recall falls as (1 + t)^-d, as in Wickelgren 1974; each look on another day makes d smaller, a failed one by half as much. d varies by question around 0.25. */
function powerLaws(chance: Chance, share: number): Memory {
  const isKnown = drawnOnce(() => chance() < share);
  const drawn = drawnOnce(() => 0.25 * Math.exp(0.5 * normal(chance)));
  const decay = (question: QuestionId): number => drawn(question) / (isKnown(question) ? 5 : 1);
  const state = new Map<QuestionId, { readonly looks: number; readonly day: number }>();
  return {
    recall: (question, day) => {
      const known = state.get(question);
      return known ? (1 + day - known.day) ** (-decay(question) / known.looks ** 0.7) : before(isKnown(question));
    },
    look: (question, day, isRecalled) => {
      const known = state.get(question);
      const more = known === undefined ? 1 : known.day === day ? 0.1 : isRecalled ? 1 : 0.5;
      state.set(question, { looks: (known?.looks ?? 0) + more, day });
    },
  };
}

/**
 * Activation (ACT-R) with the spacing effect of Pavlik and Anderson 2005 and their parameters: each look leaves a trace whose decay is the larger the more
 * active the memory was; recall is a logistic function of the sum. A day counts as 2,160 seconds, their factor for time between sessions; questions vary by a constant.
 */
function activations(chance: Chance, share: number): Memory {
  const isKnown = drawnOnce(() => chance() < share);
  const [a, c, threshold, noise, secondsOfDay, secondsOfLook] = [0.177, 0.217, -0.704, 0.255, 2160, 60];
  const drawn = drawnOnce(() => 0.8 + 0.5 * normal(chance));
  const ease = (question: QuestionId): number => drawn(question) + (isKnown(question) ? 1 : 0);
  const traces = new Map<QuestionId, { readonly day: number; readonly decay: number }[]>();
  const activation = (question: QuestionId, day: number): number => {
    const sum = (traces.get(question) ?? []).reduce((all, trace) => all + Math.max((day - trace.day) * secondsOfDay, secondsOfLook) ** -trace.decay, 0);
    return Math.log(sum) + ease(question);
  };
  return {
    recall: (question, day) => (traces.has(question) ? 1 / (1 + Math.exp((threshold - activation(question, day)) / noise)) : before(isKnown(question))),
    look: (question, day) => {
      const known = traces.get(question) ?? [];
      const decay = known.length === 0 ? a : c * Math.exp(activation(question, day)) + a;
      traces.set(question, [...known, { day, decay }]);
    },
  };
}

export const people = { "half-lives": halfLives, "power laws": powerLaws, activation: activations } as const satisfies Record<
  string,
  (chance: Chance, known: number) => Memory
>;
