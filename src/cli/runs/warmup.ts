// Room: cli. `coach warmup`.
import { attemptsByQuestion, correctedAttempts } from "../../domain/evidence.ts";
import { unmark } from "../../export/document.ts";
import { warmupOf } from "../../progress/warmup.ts";
import { warmupView } from "../../terminal/views/warmup.ts";
import type { App } from "../app.ts";
import { cleaned } from "./attempts.ts";
import { loopWanted } from "./loop-wanted.ts";
import { entriesOf } from "./past.ts";
import { questionsOf } from "./prepare.ts";
import { rolesIn } from "./roles.ts";
import { bankIn } from "./stories.ts";

/** Shows what to look at before the interview. */
export async function showWarmup(app: App, name: string | undefined): Promise<void> {
  const library = await app.library();
  const loop = await loopWanted(app, library, name);
  const role = rolesIn(library).find(({ id }) => id === loop?.id);
  const warmup = warmupOf({
    loop,
    facts: library.facts.find(({ id }) => loop?.id.startsWith(`${id}/`) === true),
    questions: questionsOf(library, role),
    bank: await bankIn(app),
    attempts: attemptsByQuestion(correctedAttempts(await entriesOf(app))),
  });
  const plain = cleaned({
    ...warmup,
    signals: warmup.signals.map(({ name: signal, about }) => ({ name: signal, about: unmark(about) })),
    figures: warmup.figures.map(({ about, figure }) => ({ about: unmark(about), figure: unmark(figure) })),
    wins: warmup.wins.map((win) => ({ ...win, title: unmark(win.title), answer: unmark(win.answer) })),
  });
  await app.show({ text: (theme) => warmupView(plain, loop, theme), json: () => ({ loop: loop?.id ?? null, ...plain }) });
}
