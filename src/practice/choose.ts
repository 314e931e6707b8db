// Room: practice. Which of the selected questions come up. Pure; chance comes in.
import { type Chance, shuffle } from "../domain/chance.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import { alternate, interleave } from "./order.ts";

/** What is known of earlier attempts. */
export interface Past {
  /** The latest score of a question, 0 to 1. Absent: never asked. */
  readonly scores: ReadonlyMap<QuestionId, number>;
  /** Questions that the person was sure of and wrong about when they were last asked. */
  readonly sureButWrong: ReadonlySet<QuestionId>;
  /** Questions that are due, the most urgent first. */
  readonly due: readonly QuestionId[];
  /** How many questions may still be met for the first time tonight. */
  readonly newLeft: number;
}

/** Nothing is known: the choice is left to chance. */
export const noPast: Past = { scores: new Map(), sureButWrong: new Set(), due: [], newLeft: 0 };

export interface Choice {
  readonly count: number;
  /** Stop before the questions take longer than this. */
  readonly minutes?: number | undefined;
  /**
   * new: never asked come first, then the lowest scores. only-new: those never asked and no others. weak: lowest scores come first, and never asked are
   * left out. due: what is due, the most urgent first, and with `andNew` in turn with it as many never asked
   * as tonight still allows.
   */
  readonly prefer: "new" | "only-new" | "weak" | "due";
  readonly andNew?: boolean | undefined;
  /** Long and quick questions take turns. */
  readonly alternate: boolean;
}

/**
 * Chooses questions. The same questions, past and chance give the same choice. What the person was sure of and wrong about comes first, in any
 * order: errors made with high confidence are corrected more readily than others, once they are met again (Butterfield and Metcalfe 2001).
 */
export function chooseQuestions(questions: readonly Question[], choice: Choice, from: { readonly past: Past; readonly chance: Chance }): readonly Question[] {
  const { past, chance } = from;
  const ranked = rank(shuffle(questions, chance), choice, past);
  const isFirst = (question: Question): boolean => past.sureButWrong.has(question.id);
  const first = ranked.filter(isFirst);
  const rest = ranked.filter((question) => !isFirst(question));
  const mixed = [...first, ...(choice.alternate ? alternate(rest) : rest)];
  const chosen = withinMinutes(mixed.slice(0, choice.count), choice.minutes);
  return [
    ...interleave(chosen.filter(isFirst), false),
    ...interleave(
      chosen.filter((question) => !isFirst(question)),
      choice.alternate,
    ),
  ];
}

/** Sorting keeps the shuffled order among equals. */
function rank(questions: readonly Question[], choice: Choice, { scores, due, newLeft }: Past): readonly Question[] {
  const isNew = (question: Question): boolean => !scores.has(question.id);
  const scoreOf = (question: Question): number => scores.get(question.id) ?? -1;
  switch (choice.prefer) {
    case "due":
      return inTurns(byUrgency(questions, due), questions.filter(isNew).slice(0, choice.andNew === true ? newLeft : 0));
    case "only-new":
      return questions.filter(isNew);
    case "weak":
      return questions.filter((question) => !isNew(question)).toSorted((a, b) => scoreOf(a) - scoreOf(b));
    case "new":
      return questions.toSorted((a, b) => scoreOf(a) - scoreOf(b));
  }
}

/** One of each in turn: on an evening that is too short for what is due, what is new would never come, and be worth nothing on the day. */
function inTurns(due: readonly Question[], fresh: readonly Question[]): readonly Question[] {
  const most = Math.max(due.length, fresh.length);
  return Array.from({ length: most }, (_, index) => [due[index], fresh[index]].filter((question) => question !== undefined)).flat();
}

function byUrgency(questions: readonly Question[], due: readonly QuestionId[]): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return due.flatMap((id) => byId.get(id) ?? []);
}

function withinMinutes(questions: readonly Question[], minutes: number | undefined): readonly Question[] {
  if (minutes === undefined) return questions;
  const chosen: Question[] = [];
  let left = minutes;
  for (const question of questions) {
    if (question.minutes > left) continue;
    chosen.push(question);
    left -= question.minutes;
  }
  return chosen;
}
