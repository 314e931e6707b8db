// Room: tests. The model answer to each question of the library, given to every other one: which of them score over a quarter.
import { questionsOf } from "../../src/domain/framework-practice.ts";
import { usualReading } from "../../src/grading/key-points.ts";
import { lookedForIn } from "../../src/grading/looked-for.ts";
import { toldBy } from "../../src/grading/subject.ts";
import { readSaid, type Said } from "../../src/grading/told.ts";
import { type Discussed, discussed, discussedIf, inParts, library, scoreOf } from "./gate.ts";

/** The most that an answer to another question may score. */
const most = 0.25;

interface Model extends Discussed {
  readonly said: Said;
}

/** Every question that is answered in sentences, those that frameworks make too, with its model answer read once. */
const models: readonly Model[] = [...discussed, ...library.frameworks.flatMap(questionsOf).flatMap(discussedIf)].map((one) => ({
  ...one,
  said: readSaid({ kind: "open", text: one.model }),
}));

/** A model answer given to another question. */
export interface Given {
  readonly to: Discussed;
  readonly from: Discussed;
}

/**
 * All pairs of these kinds. `isDecided`: an open question or a rewrite with which the answer has too few words in common, so that its points show
 * nothing: the off-topic rule alone then holds it to a quarter, and it need not be marked.
 */
export function pairsOf(kinds: readonly Discussed["question"]["kind"][]): readonly (Given & { readonly isDecided: boolean })[] {
  return models
    .filter(({ question }) => kinds.includes(question.kind))
    .flatMap((to) => models.filter((from) => from !== to).map((from) => ({ to, from, isDecided: isDecided(to, from) })));
}

function isDecided({ question }: Model, { said }: Model): boolean {
  if (question.kind === "star") return false;
  const words = said.sentences.flatMap((sentence) => sentence.words);
  const { times } = toldBy(lookedForIn(question).subject, words);
  return times !== undefined && times < usualReading.leastTimes;
}

/** Pairs of a deck or a competency in common, and of two stories: those that may well say the same. */
export function areNear({ to, from }: Given): boolean {
  const { competencies, deck, kind } = to.question;
  return deck === from.question.deck || kind === from.question.kind || competencies.some((name) => from.question.competencies.includes(name));
}

/** The pairs that score over a quarter, each told in a line. */
export function overIn(pairs: readonly Given[]): readonly string[] {
  return pairs.flatMap(({ to: { question }, from: { question: of, model } }) => {
    const score = scoreOf({ name: of.id, question, said: question.kind === "star" ? inParts(model) : model });
    return score > most ? [`${score.toFixed(2)} ${of.id} → ${question.id}`] : [];
  });
}
