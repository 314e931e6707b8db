// Room: cli. A debrief at the keyboard: one short question after another; nothing is kept before the last is answered.
import type { AskedDraft, DebriefDraft } from "../../content/debrief-file.ts";
import type { Foreseen } from "../../grading/foreseen.ts";
import { isDay } from "../../domain/calendar.ts";
import { confidences, type OwnConfidence, tellConfidence } from "../../domain/confidence.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import type { Ending } from "../../domain/outcome.ts";
import { type BankStory, storiesNamed } from "../../domain/story.ts";
import { askLine, type Chosen, chooseOne, type MenuChoice, type MenuOptions } from "../../terminal/menu.ts";
import { cutTo, viewOf, wrap } from "../../terminal/views/wrap.ts";
import type { App } from "../app.ts";
import { likelyRound } from "./likely-round.ts";

/** What a debrief is held against. */
export interface DebriefGround {
  readonly library: Library;
  readonly loop: Loop | undefined;
  readonly bank: readonly BankStory[];
  readonly today: string;
  /** Finds what a text may come down to. */
  readonly find: (asked: string) => readonly Foreseen[];
}

/** Thrown within this file alone: Ctrl-C at any of the questions ends them all. */
class Left extends Error {}

function taken<T>(chosen: Chosen<T>): T {
  if (chosen === "left") throw new Left();
  return chosen.value;
}

/** Asks for everything; `left` when the person pressed Ctrl-C. */
export async function askDebrief(app: App, ground: DebriefGround): Promise<DebriefDraft | "left"> {
  const theme = await app.theme();
  const options = { input: app.world.stdin, output: app.options.json ? app.world.stderr : app.world.stdout, theme };
  const title = ground.loop === undefined ? "After a real round" : `After a real round at ${ground.loop.company}`;
  options.output.write(viewOf(wrap(`${title}. Three minutes; nothing is kept before the end.`, theme.columns())));
  try {
    const round = await askRound(app, ground, options);
    const day = await askDay(ground, options);
    const asked = await askQuestions(ground, options);
    const felt = taken(await chooseOne("How did it feel?", feelings, options));
    const ending = taken(await chooseOne("How did it end?", endingChoices, options));
    return { round, day, asked, felt, ending };
  } catch (error) {
    if (error instanceof Left) return "left";
    throw error;
  }
}

const feelings: readonly MenuChoice<OwnConfidence | undefined>[] = [
  ...confidences.toReversed().map((value) => ({ name: `${value} ${tellConfidence(value)}`, value })),
  { name: "I would rather not say", value: undefined },
];

const endingChoices: readonly MenuChoice<Ending>[] = [
  { name: "I do not know yet", value: "waiting" },
  { name: "Through to the next", value: "through" },
  { name: "Not this time", value: "not" },
];

async function askRound(app: App, { loop }: DebriefGround, options: MenuOptions): Promise<string | undefined> {
  if (loop === undefined) return undefined;
  const choices = [...loop.rounds.map((round) => ({ name: round.title, value: round.id })), { name: "Another one", value: undefined }];
  const likely = await likelyRound(app, loop);
  return taken(await chooseOne<string | undefined>("Which round was it?", choices, { ...options, likely }));
}

async function askDay({ today }: DebriefGround, options: MenuOptions): Promise<string> {
  const check = (text: string): string | undefined => {
    if (text === "") return undefined;
    if (!isDay(text)) return "Write the day as 2026-12-15, or press Enter for today.";
    return text > today ? "That day is still to come." : undefined;
  };
  const day = taken(await askLine(`When? (Enter: today, ${today})`, check, options));
  return day === "" ? today : day;
}

const mostAsked = 50;

async function askQuestions(ground: DebriefGround, options: MenuOptions): Promise<readonly AskedDraft[]> {
  const asked: AskedDraft[] = [];
  while (asked.length < mostAsked) {
    const message = asked.length === 0 ? "What were you asked first? (Enter: I do not remember)" : "And then? (Enter: that was all)";
    const text = taken(await askLine(message, () => undefined, options));
    if (text === "") return asked;
    asked.push({ text, foreseen: await askForeseen(ground.find(text), options), story: await askStory(ground, options) });
  }
  return asked;
}

/** Likeness of words is a guess: the person knows. */
async function askForeseen(found: readonly Foreseen[], options: MenuOptions): Promise<string> {
  if (found.length === 0) return "none";
  const choices = [...found.map(({ question, title }) => ({ name: title, value: question })), { name: "None of these: nobody had foreseen it", value: "none" }];
  return taken(await chooseOne("Was it one of these?", choices, options));
}

/** As much of a title as its number needs to be known again. */
const titleWidth = 24;

async function askStory({ bank }: DebriefGround, options: MenuOptions): Promise<string | undefined> {
  if (bank.length === 0) return undefined;
  const check = (text: string): string | undefined => {
    if (text === "" || storiesNamed(bank, text).length === 1) return undefined;
    return storiesNamed(bank, text).length === 0 ? `No story is called so. There are ${bank.length}, by number.` : "Several are called so: type the number.";
  };
  const first = bank.slice(0, 4).map(({ number, title }) => `${number} ${cutTo(title, titleWidth, options.theme.glyphs.ellipsis)}`);
  const text = taken(await askLine(`Which story did you tell? (${first.join("; ")}${bank.length > 4 ? "; …" : ""}; Enter: none)`, check, options));
  return text === "" ? undefined : text;
}
