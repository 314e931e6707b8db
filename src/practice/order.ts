// Room: practice. In which order the questions of a session come, once they are chosen. Pure.
import { type Question, quickKinds } from "../domain/question.ts";

/** The same questions with long and quick ones in turns, as long as there are both. */
export function alternate(questions: readonly Question[]): readonly Question[] {
  const quick = questions.filter(isQuick);
  const long = questions.filter((question) => !isQuick(question));
  const mixed: Question[] = [];
  for (let index = 0; index < Math.max(quick.length, long.length); index += 1) {
    const pair = [long[index], quick[index]];
    mixed.push(...pair.filter((question) => question !== undefined));
  }
  return mixed;
}

/**
 * The same questions with neighbours of different topics, where there are any: what is mixed is told apart better later than what comes in blocks
 * (Rohrer and Taylor 2007; Kornell and Bjork 2008). Each comes as early as that allows; the turns of long and quick ones stay.
 */
export function interleave(questions: readonly Question[], keepsTurns: boolean): readonly Question[] {
  const left = [...questions];
  const mixed: Question[] = [];
  for (const turn of questions) {
    const fits = (question: Question): boolean => !keepsTurns || isQuick(question) === isQuick(turn);
    const last = mixed.at(-1);
    const other = left.findIndex((question) => fits(question) && (!last || topicOf(question) !== topicOf(last)));
    mixed.push(...left.splice(other === -1 ? left.findIndex(fits) : other, 1));
  }
  return mixed;
}

function isQuick(question: Question): boolean {
  return quickKinds.includes(question.kind);
}

function topicOf(question: Question): string {
  return question.topic ?? question.deck;
}
