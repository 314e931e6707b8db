// Room: cli. Real rounds that were told of: `coach debrief list`, `show` and `heard`.
import { CoachError } from "../../domain/errors.ts";
import { endings, foreseenCount, type Outcome, type OutcomeRecord } from "../../domain/outcome.ts";
import { outcomesOf } from "../../progress/outcomes.ts";
import { predictionOf } from "../../progress/prediction.ts";
import { type OutcomeShown, outcomeListView, outcomeView } from "../../terminal/views/outcome.ts";
import type { App } from "../app.ts";
import { ownDeckFile } from "../own-decks.ts";
import { cleaned } from "./attempts.ts";
import { entriesOf } from "./past.ts";
import { bankIn } from "./stories.ts";
import { unknownName } from "./unknown.ts";

export async function listDebriefs(app: App): Promise<void> {
  const outcomes = cleaned(outcomesOf(await entriesOf(app)));
  const shown = await Promise.all(outcomes.map((outcome) => shownOf(app, outcome)));
  const ended = await (await import("./debrief-prediction.ts")).endedRounds(app, outcomes);
  const prediction = predictionOf(ended);
  await app.show({
    text: (theme) => outcomeListView(shown, { ended: ended.length, prediction }, theme),
    json: () => ({ rounds: outcomes.map(outcomeJson), prediction: prediction ?? null }),
  });
}

export async function showDebrief(app: App, number: number | undefined): Promise<void> {
  const outcome = outcomeNumbered(cleaned(outcomesOf(await entriesOf(app))), number);
  const shown = await shownOf(app, outcome);
  await app.show({ text: (theme) => outcomeView(shown, theme), json: () => outcomeJson(outcome) });
}

/** Keeps what was heard of a round: the record takes the place of the one before. */
export async function hearDebrief(app: App, heard: { readonly number: number; readonly outcome: string }): Promise<void> {
  const ending = endings.find((one) => one === heard.outcome.toLowerCase());
  if (!ending) throw unknownName({ what: "outcome", name: heard.outcome, among: endings, list: `There is: ${endings.join(", ")}.` });
  const { record } = outcomeNumbered(outcomesOf(await entriesOf(app)), heard.number);
  const clock = app.clock();
  const changed = { ...record, id: clock.newId(), at: clock.now(), of: record.of ?? record.id, ending };
  await (await app.journal()).append(changed);
  await showKept(app, changed);
}

/** Shows a round that was kept just now. */
export async function showKept(app: App, { id, of }: OutcomeRecord): Promise<void> {
  const kept = outcomesOf(await entriesOf(app)).find(({ record }) => (record.of ?? record.id) === (of ?? id));
  if (kept) await showDebrief(app, kept.number);
}

function outcomeNumbered(outcomes: readonly Outcome[], number: number | undefined): Outcome {
  const found = number === undefined ? outcomes.at(-1) : outcomes[number - 1];
  if (found) return found;
  const there = outcomes.length === 1 ? "is 1 round" : `are ${outcomes.length} rounds`;
  throw new CoachError(outcomes.length === 0 ? "no real round was told of yet" : `there ${there}, and no ${number}`, {
    fault: "usage",
    advice: outcomes.length === 0 ? "coach debrief takes three minutes after a round." : "coach debrief list shows them.",
  });
}

async function shownOf(app: App, outcome: Outcome): Promise<OutcomeShown> {
  const { record } = outcome;
  const { loops, decks } = await app.library();
  const loop = loops.find(({ id }) => id === record.loop);
  const titles = new Map(decks.flatMap((deck) => deck.questions).map(({ id, title }) => [id, title]));
  const stories = new Map((await bankIn(app)).map(({ id, number, title }) => [id, `${number} ${title}`]));
  const own = record.asked.find((asked) => asked.own !== undefined)?.own;
  const deck = own?.slice(0, own.lastIndexOf("/"));
  return {
    outcome,
    company: loop?.company ?? record.loop,
    round: loop?.rounds.find(({ id }) => id === record.round)?.title ?? (record.round === "" ? "A round" : record.round),
    asked: record.asked.map((asked) => ({
      ...asked,
      title: asked.foreseen === undefined ? undefined : (titles.get(asked.foreseen) ?? asked.foreseen),
      story: asked.story === undefined ? undefined : (stories.get(asked.story) ?? "a story that is gone"),
    })),
    ownDeck: deck === undefined ? undefined : { id: deck, file: ownDeckFile(app, deck) },
  };
}

function outcomeJson({ number, record }: Outcome): unknown {
  const { id, at, loop, round, day, felt, ending, asked } = record;
  return {
    number,
    id,
    at,
    loop: loop === "" ? null : loop,
    round: round === "" ? null : round,
    day,
    felt: felt ?? null,
    outcome: ending,
    questions: asked.length,
    foreseen: foreseenCount(record),
    asked: asked.map((one) => ({ text: one.text, foreseen: one.foreseen ?? null, own: one.own ?? null, story: one.story ?? null })),
  };
}
