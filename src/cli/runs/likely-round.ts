// Room: cli. Which round of a loop the person most likely comes from.
import type { Loop } from "../../domain/loop.ts";
import { outcomesOf } from "../../progress/outcomes.ts";
import type { App } from "../app.ts";
import { entriesOf } from "./past.ts";

/** Its place in the loop, from 0: the round that the plan has for today, else the one after those that were told of. */
export async function likelyRound(app: App, loop: Loop): Promise<number> {
  const title = await roundToday(app, loop);
  const planned = loop.rounds.findIndex((round) => round.title === title);
  if (planned >= 0) return planned;
  const told = outcomesOf(await entriesOf(app)).filter(({ record }) => record.loop === loop.id);
  const next = 1 + Math.max(-1, ...told.map(({ record }) => loop.rounds.findIndex(({ id }) => id === record.round)));
  return next < loop.rounds.length ? next : 0;
}

async function roundToday(app: App, loop: Loop): Promise<string | undefined> {
  const { interviewDate } = await app.settings();
  if (interviewDate === undefined) return undefined;
  const plan = await (await import("./plan.ts")).planFor(app, {});
  const [today] = plan.days;
  return plan.loop === loop.id && (today?.kind === "round" || today?.kind === "estimated") ? today.round : undefined;
}
