// Room: practice. Which of the selected questions come up, and in which order. Pure; chance comes in.
import { type Chance, shuffle } from "../domain/chance.ts";
import { type Question, type QuestionId, quickKinds } from "../domain/question.ts";

/** What is known of earlier attempts: the latest score of a question, 0 to 1. Absent: never asked. */
export type LatestScores = ReadonlyMap<QuestionId, number>;

export interface Choice {
  readonly count: number;
  /** Stop before the questions take longer than this. */
  readonly minutes?: number | undefined;
  /** new: never asked come first. weak: lowest scores come first, and never asked are left out. any: chance alone. */
  readonly prefer: "new" | "weak" | "any";
  /** Long and quick questions take turns. */
  readonly alternate: boolean;
}

/** Chooses questions. The same questions, scores and chance give the same choice. */
export function chooseQuestions(
  questions: readonly Question[],
  choice: Choice,
  from: { readonly scores: LatestScores; readonly chance: Chance },
): readonly Question[] {
  const shuffled = shuffle(questions, from.chance);
  const ranked = rank(shuffled, choice.prefer, from.scores);
  const mixed = choice.alternate ? alternate(ranked) : ranked;
  return withinMinutes(mixed.slice(0, choice.count), choice.minutes);
}

function rank(questions: readonly Question[], prefer: Choice["prefer"], scores: LatestScores): readonly Question[] {
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
