// Room: cli. The first run: who do you prepare for, and when. Every question can be skipped.
import { isDay } from "../../domain/calendar.ts";
import type { Loop } from "../../domain/loop.ts";
import { askLine, chooseOne } from "../../terminal/menu.ts";
import type { App } from "../app.ts";

/** Asks and keeps the answers as settings. `left`: they pressed Ctrl-C. */
export async function askFirst(app: App, loops: readonly Loop[]): Promise<"asked" | "left"> {
  const options = { input: app.world.stdin, output: app.world.stdout, theme: await app.theme() };
  app.world.out.write("Welcome. Two questions, both can be skipped with Enter; everything stays on this machine.\n\n");
  const skip = { name: "Skip this", value: undefined };
  const chosen = await chooseOne<Loop | undefined>(
    "Who do you prepare for?",
    [...loops.map((loop) => ({ name: `${loop.company}: ${loop.role}`, value: loop })), skip],
    options,
  );
  if (chosen === "left") return "left";
  const check = (text: string): string | undefined => (text === "" || isDay(text) ? undefined : "Write the day as 2026-12-15, or press Enter to skip.");
  const date = await askLine("When is the interview? (2026-12-15; Enter skips)", check, options);
  if (date === "left") return "left";
  const store = app.store();
  if (chosen.value) {
    await store.set("company", chosen.value.company);
    await store.set("role", chosen.value.role);
  }
  if (date.value !== "") await store.set("interview-date", date.value);
  return "asked";
}
