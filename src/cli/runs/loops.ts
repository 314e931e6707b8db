// Room: cli. `coach loops list` and `show`.
import type { Loop } from "../../domain/loop.ts";
import { loopListView, loopView } from "../../terminal/views/loop.ts";
import type { App } from "../app.ts";
import { loopNamed } from "./loop-choice.ts";

export async function listLoops(app: App): Promise<void> {
  const { loops } = await app.library();
  await app.show({ text: (theme) => loopListView(loops, theme), json: () => ({ loops: loops.map(loopJson) }) });
}

function loopJson(loop: Loop): unknown {
  const rounds = loop.rounds.map(({ id, title, minutes, people, days }) => ({ id, title, minutes: minutes ?? null, people, days: days ?? null }));
  return { id: loop.id, company: loop.company, role: loop.role, title: loop.title, days: loop.days ?? null, gap: loop.gap ?? null, rounds };
}

export async function showLoop(app: App, name: string): Promise<void> {
  const loop = loopNamed(await app.library(), name);
  const sources = await app.sources();
  await app.show({ text: (theme) => loopView(loop, sources, theme), json: () => loop });
}
