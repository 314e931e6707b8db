// Room: practice. Which of the selected questions come up, and in which order. Pure; chance comes in.
import { type Chance, shuffle } from "../domain/chance.ts";
import { type Question, type QuestionId, quickKinds } from "../domain/question.ts";

/** What is known of earlier attempts. */
export interface Past {
  /** The latest score of a question, 0 to 1. Absent: never asked. */
  readonly scores: ReadonlyMap<QuestionId, number>;
  /** Questions that the person was sure of and wrong about when they were last asked. */
  readonly sureButWrong: ReadonlySet<QuestionId>;
}

/** Nothing is known: the choice is left to chance. */
export const noPast: Past = { scores: new Map(), sureButWrong: new Set() };

export interface Choice {
  readonly count: number;
  /** Stop before the questions take longer than this. */
  readonly minutes?: number | undefined;
  /** new: never asked come first. weak: lowest scores come first, and never asked are left out. any: chance alone. */
  readonly prefer: "new" | "weak" | "any";
  /** Long and quick questions take turns. */
  readonly alternate: boolean;
}

/**
 * Chooses questions. The same questions, past and chance give the same choice. What the person was sure of and wrong about comes first, in any
 * order: errors made with high confidence are corrected more readily than others, once they are met again (Butterfield and Metcalfe 2001).
 */
export function chooseQuestions(questions: readonly Question[], choice: Choice, from: { readonly past: Past; readonly chance: Chance }): readonly Question[] {
  const { past, chance } = from;
  const ranked = rank(shuffle(questions, chance), choice.prefer, past.scores);
  const first = ranked.filter((question) => past.sureButWrong.has(question.id));
  const rest = ranked.filter((question) => !past.sureButWrong.has(question.id));
  const mixed = [...first, ...(choice.alternate ? alternate(rest) : rest)];
  return withinMinutes(mixed.slice(0, choice.count), choice.minutes);
}

function rank(questions: readonly Question[], prefer: Choice["prefer"], scores: Past["scores"]): readonly Question[] {
  if (prefer === "any") return questions;
  if (prefer === "weak") {
    const asked = questions.filter((question) => scores.has(question.id));
    return asked.sort((a, b) => (scores.get(a.id) ?? 0) - (scores.get(b.id) ?? 0));
  }
  // Sorting keeps the shuffled order among equals: first what was never asked, then what went worst.
  return [...questions].sort((a, b) => (scores.get(a.id) ?? -1) - (scores.get(b.id) ?? -1));
}

function alternate(questions: readonly Question[]): readonly Question[] {
  const quick = questions.filter((question) => quickKinds.includes(question.kind));
  const long = questions.filter((question) => !quickKinds.includes(question.kind));
  const mixed: Question[] = [];
  for (let index = 0; index < Math.max(quick.length, long.length); index += 1) {
    const pair = [long[index], quick[index]];
    mixed.push(...pair.filter((question) => question !== undefined));
  }
  return mixed;
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
