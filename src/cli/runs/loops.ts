// Room: cli. `coach loops list` and `show`.
import type { Loop } from "../../domain/loop.ts";
import { loopListView, loopView } from "../../terminal/views/loop.ts";
import type { App } from "../app.ts";
import { unknownName } from "./unknown.ts";

export async function listLoops(app: App): Promise<void> {
  const { loops } = await app.library();
  await app.show({ text: (theme) => loopListView(loops, theme), json: () => ({ loops: loops.map(loopJson) }) });
}

function loopJson(loop: Loop): unknown {
  const rounds = loop.rounds.map(({ id, title, minutes, people, days }) => ({ id, title, minutes: minutes ?? null, people, days: days ?? null }));
  return { id: loop.id, company: loop.company, role: loop.role, title: loop.title, days: loop.days ?? null, gap: loop.gap ?? null, rounds };
}

export async function showLoop(app: App, name: string): Promise<void> {
  const { loops } = await app.library();
  const loop = findLoop(loops, name);
  if (!loop)
    throw unknownName({
      what: "loop",
      name,
      among: loops.flatMap((candidate) => [candidate.id, candidate.company.toLowerCase()]),
      list: "coach loops list shows all.",
    });
  const sources = await app.sources();
  await app.show({ text: (theme) => loopView(loop, sources, theme), json: () => loop });
}

/** A loop by its id, or by its company where that has only one. */
export function findLoop(loops: readonly Loop[], name: string): Loop | undefined {
  const wanted = name.toLowerCase();
  const ofCompany = loops.filter((loop) => loop.id.split("/")[0] === wanted || loop.company.toLowerCase() === wanted);
  return loops.find((loop) => loop.id === wanted) ?? (ofCompany.length === 1 ? ofCompany[0] : undefined);
}
