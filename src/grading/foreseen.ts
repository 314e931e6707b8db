// Room: grading. Which questions of a library come down to what somebody was asked in a real round, by the likeness of words. Pure.
import type { Question, QuestionId } from "../domain/question.ts";
import { isFunctionWord, isLightWord } from "../language/common-words.ts";
import { indexOf, likenessOf, type Terms, termsOf } from "../language/likeness.ts";
import { type Word, wordsOf } from "../language/words.ts";

/** A library's question that is like what was asked. */
export interface Foreseen {
  readonly question: QuestionId;
  readonly title: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/**
 * From this likeness on it is taken for the same question where nobody can be asked. Of 22 retold questions that the library has, 8 reach it with the
 * right one and 1 with a wrong one; of 15 that it has not, none does but one that it has after all.
 */
const sameQuestion = 0.45;
/** From this one on it is offered to the person, who knows: 3 of 4 retold questions that the library has then find theirs. */
const worthAsking = 0.25;
/** Questions that are offered at most: a fourth was never the right one. */
const mostOffered = 3;

/** Likeness counts so much from the side of what was asked: a long case says more around its question than people remember of it. */
const byAsked = 0.6;
/** A question of the same loop is taken before one of another that is a little more like. */
const ownLoop = 1.1;

/** Finds the questions that a text may come down to, the likeliest first. `loop` is the id of the loop that it was asked in. */
export function foreseer(questions: readonly Question[], loop: string | undefined): (asked: string) => readonly Foreseen[] {
  const texts = questions.map((question) => wordsOf(`${question.title}. ${question.prompt}`));
  const weightOf = rarenessIn(texts);
  const known = questions.map((question, index) => ({ question, terms: termsOf(texts[index] ?? [], weightOf) }));
  return (asked) => {
    const index = indexOf(termsOf(wordsOf(asked), weightOf));
    const worthOf = ({ question, likeness }: { readonly question: Question; readonly likeness: number }): number =>
      likeness * (loop !== undefined && question.deck.startsWith(`${loop}/`) ? ownLoop : 1);
    return known
      .map(({ question, terms }) => ({ question, likeness: likenessBetween(index, terms) }))
      .filter(({ likeness }) => likeness >= worthAsking)
      .sort((a, b) => worthOf(b) - worthOf(a))
      .slice(0, mostOffered)
      .map(({ question, likeness }) => ({ question: question.id, title: question.title, likeness }));
  };
}

/** The first of what is offered where it is like enough to be taken unasked. */
export function surely([first]: readonly Foreseen[]): Foreseen | undefined {
  return first !== undefined && first.likeness >= sameQuestion ? first : undefined;
}

function likenessBetween(index: ReturnType<typeof indexOf>, other: Terms): number {
  const { ofIndexed, ofOther } = likenessOf(index, other);
  return ofIndexed ** byAsked * ofOther ** (1 - byAsked);
}

/** What a word weighs: nothing for words that stand anywhere, the more the fewer questions have it. */
function rarenessIn(texts: readonly (readonly Word[])[]): (word: Word) => number {
  const counts = new Map<string, number>();
  for (const words of texts) for (const stem of new Set(words.map(({ stems }) => stems[0] ?? ""))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return ({ text, stems }) => {
    if (isFunctionWord(text) || isLightWord(text)) return 0;
    return Math.log((texts.length + 1) / ((counts.get(stems[0] ?? "") ?? 0) + 0.5));
  };
}
