// Room: cli. The first run: who do you prepare for, and when. Every question can be skipped.
import { isDay } from "../../domain/calendar.ts";
import { askLine, chooseOne } from "../../terminal/menu.ts";
import { viewOf, wrap } from "../../terminal/views/wrap.ts";
import type { App } from "../app.ts";
import type { Role } from "./roles.ts";

/** Asks and keeps the answers as settings. `left`: they pressed Ctrl-C. */
export async function askFirst(app: App, roles: readonly Role[]): Promise<"asked" | "left"> {
  const theme = await app.theme();
  const options = { input: app.world.stdin, output: app.world.stdout, theme };
  app.world.out.write(`${viewOf(wrap("Welcome. Two questions, and you can skip both; everything stays on this machine.", theme.columns()))}\n`);
  const skip = { name: "Skip this", value: undefined };
  const chosen = await chooseOne<Role | undefined>(
    "Who do you prepare for?",
    [...roles.map((role) => ({ name: `${role.company}: ${role.role}`, value: role })), skip],
    options,
  );
  if (chosen === "left") return "left";
  const check = (text: string): string | undefined => (text === "" || isDay(text) ? undefined : "Write the day as 2026-12-15, or press Enter to skip.");
  const date = await askLine("When is the interview? (2026-12-15; Enter skips)", check, options);
  if (date === "left") return "left";
  app.world.out.write("\n");
  const store = app.store();
  if (chosen.value) {
    await store.set("company", chosen.value.company);
    await store.set("role", chosen.value.role);
  }
  if (date.value !== "") await store.set("interview-date", date.value);
  return "asked";
}
