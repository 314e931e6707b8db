// Room: progress. The bank beside a loop: what the stories cover, where the gaps are, and which story is best for which question. Pure.
import type { StarQuestion } from "../domain/question.ts";
import type { BankStory } from "../domain/story.ts";
import type { CompetencyRow, Pairing, StoryCell, StoryMap } from "../domain/story-map.ts";
import { assignBest } from "./assignment.ts";
import { fitOf, isToldTo, isTooWeak, scoreOf, sharedWith } from "./story-fit.ts";

export interface MapRequest {
  readonly loop: string | undefined;
  readonly bank: readonly BankStory[];
  /** Those that the loop is likely to ask. */
  readonly questions: readonly StarQuestion[];
  /** Questions that one story may answer: at least 1. */
  readonly most: number;
}

/** Maps the bank to the questions: as many of them as can have a story do, and of all such ways it is the one that fits best. */
export function mapStories(request: MapRequest): StoryMap {
  const { loop, bank, questions, most } = request;
  const rows = competencyRows(bank, questions);
  const gaps = rows.filter(({ asked, cells }) => asked > 0 && !cells.some(({ covers }) => covers)).map(({ id }) => id);
  const fits = questions.map((question) => bank.map((story) => fitOf(story, question)));
  const pairings = pair(request, fits);
  const overused = bank.map((story, index) => ({ story, best: bestCount(fits, index) })).filter(({ best }) => best > most);
  const map = { loop, bank, rows, gaps, pairings, most, overused };
  return { ...map, advice: adviceFor(map) };
}

function competencyRows(bank: readonly BankStory[], questions: readonly StarQuestion[]): readonly CompetencyRow[] {
  const asked = questions.flatMap(({ competencies }) => competencies);
  const ids = new Set([...asked, ...bank.flatMap(({ shows }) => shows)]);
  const rows = [...ids].map((id) => ({ id, asked: asked.filter((each) => each === id).length, cells: bank.map((story) => cellOf(story, id)) }));
  return rows.toSorted((a, b) => b.asked - a.asked);
}

function cellOf(story: BankStory, competency: string): StoryCell {
  const isShown = story.shows.includes(competency);
  const score = isShown ? scoreOf(story, (version) => version.story.competencies.includes(competency)) : undefined;
  return { isShown, score, covers: isShown && !isTooWeak(score) };
}

/** One more question with a story is worth more than any better fit, since fits are at most 1. */
function pair({ bank, questions, most }: MapRequest, fits: readonly (readonly number[])[]): readonly Pairing[] {
  const worths = fits.map((row) => row.map((fit) => (fit > 0 ? questions.length + fit : 0)));
  const chosen = assignBest(worths, most);
  return questions.map((question, index) => {
    const story = bank[chosen[index] ?? -1];
    const isTold = story !== undefined && isToldTo(story, question);
    const score = isTold ? scoreOf(story, (version) => version.story.question === question.id) : undefined;
    return { question, story, isTold, shows: story ? sharedWith(story, question) : 0, score };
  });
}

/** For how many questions a story is the best there is; of equals the first. */
function bestCount(fits: readonly (readonly number[])[], index: number): number {
  return fits.filter((row) => (row[index] ?? 0) > 0 && row.indexOf(Math.max(...row)) === index).length;
}

/** What a story is missing for comes first, then what is told too often, then what was never tried. */
function adviceFor(map: Omit<StoryMap, "advice">): string {
  const { bank, gaps, pairings } = map;
  const [gap] = gaps;
  const asking = pairings.find(({ question }) => gap !== undefined && question.competencies.includes(gap));
  if (bank.length === 0) return `Tell the first story: coach star ${pairings[0]?.question.id ?? ""}`.trim();
  if (gap !== undefined && asking) return adviceOnGap(map, { gap, ask: asking.question.id });
  return adviceOnUse(map);
}

function adviceOnGap({ bank, rows }: Omit<StoryMap, "advice">, { gap, ask }: { readonly gap: string; readonly ask: string }): string {
  const name = gap.replaceAll("-", " ");
  const weak = bank[rows.find(({ id }) => id === gap)?.cells.findIndex(({ isShown }) => isShown) ?? -1];
  return weak
    ? `Story ${weak.number} does not show ${name} well enough yet. Tell it better, or another: coach star ${ask}`
    : `Nothing shows ${name} yet. Tell a story that does: coach star ${ask}`;
}

function adviceOnUse({ overused, pairings }: Omit<StoryMap, "advice">): string {
  const [most] = overused;
  const open = pairings.find(({ story }) => story === undefined);
  const untold = pairings.find(({ isTold }) => !isTold);
  if (open) return `A question is left without a story. Tell another one than before: coach star ${open.question.id}`;
  if (most) return `Story ${most.story.number} would be your best for ${most.best} questions: a panel hears it more than once. Tell another for some of them.`;
  if (untold?.story) return `Try story ${untold.story.number} on a question that it was not told to yet: coach star ${untold.question.id}`;
  return "Every question has a story that was told to it. Keep them ready: coach star list";
}
