// Room: practice. The steps of practising a framework: recall its parts, put them in order, apply it to a problem. Pure; chance comes in.
import { type Chance, drawIndex } from "../domain/chance.ts";
import type { Framework } from "../domain/framework.ts";
import { practiceOf } from "../domain/framework-practice.ts";
import type { OpenQuestion, Question, QuestionId } from "../domain/question.ts";

/** The questions of one session, in their order. The prompt is drawn from those that were asked least: none comes again before the others have come. */
export function stepsOf(framework: Framework, from: { readonly asked: readonly QuestionId[]; readonly chance: Chance }): readonly Question[] {
  const { recall, order, apply } = practiceOf(framework);
  const prompt = drawFresh(apply, from);
  return [recall, ...(order ? [order] : []), ...(prompt ? [prompt] : [])];
}

function drawFresh(
  prompts: readonly OpenQuestion[],
  { asked, chance }: { readonly asked: readonly QuestionId[]; readonly chance: Chance },
): OpenQuestion | undefined {
  const counts = prompts.map((prompt) => asked.filter((id) => id === prompt.id).length);
  const least = Math.min(...counts);
  const fresh = prompts.filter((_, index) => counts[index] === least);
  return fresh[drawIndex(chance, fresh.length)];
}
