// Room: cli. `coach star map`: what the stories cover of what a loop asks.
import type { StoryMap } from "../../domain/story-map.ts";
import { likelyQuestions } from "../../progress/story-fit.ts";
import { mapStories } from "../../progress/story-map.ts";
import { storyMapView } from "../../terminal/views/story-map.ts";
import type { App } from "../app.ts";
import { chooseLoop, wantedLoop } from "./loop-choice.ts";
import { bankIn } from "./stories.ts";

export interface StoryMapOptions {
  readonly company?: string;
  readonly role?: string;
  readonly uses?: number;
}

/** More often than twice in one loop, the people compare notes over the same story. */
const usualUses = 2;

export async function showStoryMap(app: App, request: StoryMapOptions): Promise<void> {
  const { loops, decks } = await app.library();
  const { company, role } = wantedLoop(request, await app.settings());
  const loop = company === undefined ? undefined : chooseLoop(loops, { company, role });
  const questions = likelyQuestions(
    loop,
    decks.flatMap((deck) => deck.questions),
  );
  const map = mapStories({ loop: loop?.title, bank: await bankIn(app), questions, most: request.uses ?? usualUses });
  await app.show({ text: (theme) => storyMapView(map, theme), json: () => mapJson(map, loop?.id) });
}

function mapJson({ bank, rows, gaps, pairings, most, overused, advice }: StoryMap, loop: string | undefined): unknown {
  return {
    loop: loop ?? null,
    stories: bank.map(({ id, number, title, shows }) => ({ id, number, title, competencies: shows })),
    competencies: rows.map(({ id, asked, cells }) => ({
      id,
      asked,
      stories: cells.flatMap(({ isShown, score, covers }, index) => (isShown ? [{ number: bank[index]?.number, score: score ?? null, covers }] : [])),
    })),
    gaps,
    uses: most,
    questions: pairings.map(({ question, story, isTold, shows, score }) => ({
      id: question.id,
      title: question.title,
      competencies: question.competencies,
      story: story?.number ?? null,
      told: isTold,
      shows,
      score: score ?? null,
    })),
    overused: overused.map(({ story, best }) => ({ number: story.number, best })),
    advice,
  };
}
