// Room: tests. Real sessions on real terminals, killed at any moment: every acknowledged answer is there once, and what was being typed is offered again.
import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { leftDrafts } from "../../src/journal/drafts.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { verifyFolder } from "../../src/journal/verify.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys, openTerminal, type TestTerminal } from "../support/terminal.ts";
import { closeTheatre, openTheatre, type Theatre } from "./stage.ts";

/** When the kill comes: so many milliseconds, at most, after a session reaches this. */
const moments = { start: 700, offer: 500, question: 400, typing: 3500, marking: 300, write: 200, reading: 400, second: 600, end: 200 } as const;
type Moment = keyof typeof moments;

/** What somebody typed, and when it stood on their screen, by a clock that nothing moves. */
interface Typed {
  readonly text: string;
  readonly at: number;
}

/** A person's machine through all its sessions. */
interface Desk {
  readonly home: string;
  readonly data: string;
  readonly theatre: Theatre;
  /** Answers that the program said were kept. */
  readonly acknowledged: Set<string>;
  /** Words of drafts that were left, and not thrown away since. */
  readonly waiting: Set<string>;
  made: number;
}

interface Killed {
  readonly moment: Moment | "ended";
  readonly wrong: readonly string[];
  readonly offered: boolean;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(all: readonly T[], chance: number): T {
  return all[Math.floor(chance * all.length)] as T;
}

/** One session, as a person sits before it; tells each moment that it reaches. */
interface Session {
  readonly desk: Desk;
  readonly terminal: TestTerminal;
  readonly chance: () => number;
  reached(moment: Moment): void;
  /** What stands in the prompt now. */
  typing: Typed[];
}

/** Words that nobody typed before. */
function newWords(desk: Desk): string {
  desk.made += 1;
  return `word${desk.made}x`;
}

async function type(session: Session, words: string): Promise<void> {
  session.terminal.type(`${words} `);
  await session.terminal.waitFor(words);
  session.typing.push({ text: words, at: performance.now() });
}

/** What was cut off is gone on with, put off or thrown away. Gives its words where it was gone on with. */
async function settleOffer({ terminal, chance, reached, desk }: Session): Promise<readonly string[] | undefined> {
  await terminal.waitFor("navigate");
  reached("offer");
  const said = /(\d+) words? typed|nothing typed yet/.exec(terminal.screen());
  const [newest] = left(desk);
  const words = wordsOf(newest?.text ?? "");
  if (Number(said?.[1] ?? "0") !== words.length) throw new Wrong(`offers ${said?.[0] ?? "nothing"} where ${words.length} words were left`);
  const choice = chance();
  const downs = choice < 0.5 ? 0 : choice < 0.6 ? 1 : 2;
  if (downs === 2) for (const word of words) desk.waiting.delete(word);
  terminal.type(`${keys.down.repeat(downs)}${keys.enter}`);
  return downs === 0 ? words : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+/g) ?? [];
}

/** Presses Enter until a hint is gone: keys that come before a prompt listens are lost on a busy machine, and a person presses again. */
async function enter(terminal: TestTerminal, hint: string): Promise<void> {
  for (let press = 0; terminal.screen().includes(hint) && press < 20; press += 1) {
    terminal.type(keys.enter);
    for (let turn = 0; terminal.screen().includes(hint) && turn < 100; turn += 1) await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

class Wrong extends Error {}

function left(desk: Desk): readonly { readonly text: string }[] {
  const machine = { pid: process.pid, host: hostname(), started: "", isRunning: () => false };
  return leftDrafts(desk.data, machine, { now: Date.now() }).map(({ draft }) => ({ text: "text" in draft.answer.body ? draft.answer.body.text : "" }));
}

/** Answers a question: some words, a while, some more, handed in, looked at, and what followed read. */
async function answer(session: Session): Promise<readonly string[]> {
  const { terminal, chance, reached } = session;
  reached("question");
  await type(session, newWords(session.desk));
  reached("typing");
  for (let more = Math.floor(chance() * 3); more > 0; more -= 1) {
    await new Promise((resolve) => setTimeout(resolve, chance() * 900));
    await type(session, newWords(session.desk));
  }
  reached("marking");
  const words = session.typing.map(({ text }) => text);
  terminal.type(keys.ctrl("d"));
  await terminal.waitFor(/Enter agree|Enter skip/);
  // Who goes on with an answer is asked how it went.
  await enter(terminal, "Enter skip");
  await terminal.waitFor("Enter agree");
  reached("write");
  await enter(terminal, "Enter agree");
  await terminal.waitFor(/Enter next question|Enter how it went|See it again/);
  reached("reading");
  await enter(terminal, "Enter next question");
  await enter(terminal, "Enter how it went");
  return words;
}

/** Goes through a session of two questions, or through what is left of one. */
async function sit(session: Session): Promise<void> {
  const { terminal, desk, reached } = session;
  reached("start");
  await terminal.waitFor(/\^D hand in|navigate/);
  const words = terminal.screen().includes("navigate") ? await settleOffer(session) : undefined;
  if (words) {
    await terminal.waitFor("paused");
    session.typing = words.map((text) => ({ text, at: 0 }));
    terminal.type(keys.ctrl("p"));
    await terminal.waitFor(/\d left/);
  } else await terminal.waitFor("^D hand in");
  const first = await answer(session);
  await terminal.waitFor(/2 of 2|See it again/);
  for (const each of first) desk.acknowledged.add(each);
  session.typing = [];
  if (terminal.screen().includes("2 of 2")) {
    reached("second");
    await terminal.waitFor("^D hand in");
    const second = await answer(session);
    await terminal.waitFor("See it again");
    for (const each of second) desk.acknowledged.add(each);
    session.typing = [];
  }
  reached("end");
  await terminal.ended;
}

/** False where it has just ended by itself. */
function kill(terminal: TestTerminal): boolean {
  try {
    terminal.signal("SIGKILL");
    return true;
  } catch {
    return false;
  }
}

/** One session, killed at a moment that chance names. */
async function killOnce(desk: Desk, seed: number): Promise<Killed> {
  const chance = chanceFrom(seed);
  const wanted = pick(Object.keys(moments) as Moment[], chance());
  const delay = chance() * moments[wanted];
  const args = [desk.theatre.launcher, "drill", "mine", "--decks", "mine.md", "--count", "2", "--no-confidence"];
  const env = { HOME: desk.home, XDG_CACHE_HOME: join(desk.home, "cache") };
  const terminal = openTerminal({ command: process.execPath, args, cwd: desk.home, env });
  let died = 0;
  let at: Moment | "ended" = "ended";
  const session: Session = {
    desk,
    terminal,
    chance,
    typing: [],
    reached: (moment) => {
      if (moment !== wanted || died > 0) return;
      setTimeout(() => {
        if (hasEnded || !kill(terminal)) return;
        [died, at] = [performance.now(), moment];
      }, delay);
    },
  };
  let hasEnded = false;
  void terminal.ended.then(() => (hasEnded = true));
  const wrong: string[] = [];
  // A session that the kill cuts off waits for what never comes.
  await sit(session).catch((error: unknown) => {
    if (died === 0 || error instanceof Wrong) wrong.push(error instanceof Error ? error.message : String(error));
  });
  terminal.close();
  await terminal.ended;
  const found = await wrongIn(
    desk,
    session.typing.filter((typed) => at !== "ended" && typed.at < died - 2000),
  );
  return { moment: at, wrong: [...wrong, ...found.wrong], offered: found.offered };
}

/** What is wrong on the desk after a kill; `saved` must be in a draft, or kept already. */
async function wrongIn(desk: Desk, saved: readonly Typed[]): Promise<{ readonly wrong: readonly string[]; readonly offered: boolean }> {
  const { entries } = await openJournal(desk.data).read();
  const texts = entries.flatMap((entry) => (entry.type === "attempt" && "text" in entry.answer ? [entry.answer.text] : []));
  const times = (word: string): number => texts.filter((text) => text.includes(word)).length;
  const drafts = left(desk);
  const { problems } = verifyFolder(desk.data, Date.now());
  const wrong = [
    ...[...desk.acknowledged].filter((word) => times(word) !== 1).map((word) => `${word} was acknowledged, and is there ${times(word)} times`),
    ...saved
      .filter(({ text }) => times(text) === 0 && !drafts.some((draft) => draft.text.includes(text)))
      .map(({ text }) => `${text} was typed long before, and is gone`),
    ...problems.filter(({ rule }) => rule !== "journal-torn" && rule !== "journal-damaged").map(({ message }) => message),
  ];
  desk.waiting.clear();
  for (const word of drafts.flatMap(({ text }) => wordsOf(text))) desk.waiting.add(word);
  return { wrong, offered: drafts.length > 0 };
}

/** What is to be done: so many kills, so many sessions side by side. */
interface Plan {
  readonly count: number;
  readonly seed: number;
  readonly atOnce: number;
  /** Told of each session that was not held, and how far it is. */
  tell(line: string): void;
}

interface Tally {
  kills: number;
  /** Sessions that were over before the kill came. */
  ended: number;
  held: number;
  /** Kills after which an answer is offered. */
  drafts: number;
  acknowledged: number;
  readonly by: Map<string, number>;
}

/** Kills sessions until there are enough. */
export async function killSessions({ count, seed, atOnce, tell }: Plan): Promise<Tally> {
  const theatre = await openTheatre();
  const tally: Tally = { kills: 0, ended: 0, held: 0, drafts: 0, acknowledged: 0, by: new Map() };
  let turn = seed;
  const sitDown = async (number: number): Promise<void> => {
    const desk = furnish(theatre, number);
    while (tally.kills < count) {
      const drawn = (turn += 1);
      const { moment, wrong, offered } = await killOnce(desk, drawn);
      tally.by.set(moment, (tally.by.get(moment) ?? 0) + 1);
      tally[moment === "ended" ? "ended" : "kills"] += 1;
      tally.held += wrong.length === 0 ? 1 : 0;
      tally.drafts += offered ? 1 : 0;
      if (wrong.length > 0) tell(`seed ${drawn}, killed at ${moment}: ${wrong.join("; ").slice(0, 900)}`);
      // The best part of an hour goes by for a thousand: who waits, or stops it, has the count so far.
      if (moment !== "ended" && tally.kills % 50 === 0) tell(`${tally.kills} of ${count} kills, ${tally.held} of ${tally.kills + tally.ended} sessions held`);
    }
    tally.acknowledged += desk.acknowledged.size;
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, (_, number) => sitDown(number)));
    return tally;
  } finally {
    closeTheatre(theatre);
  }
}

function furnish(theatre: Theatre, number: number): Desk {
  const home = join(theatre.folder, `desk-${number}`);
  mkdirSync(join(home, "cache"), { recursive: true });
  writeFileSync(join(home, "mine.md"), deckOf(shelfQuestion({ id: "first", minutes: 5 }), shelfQuestion({ id: "second", minutes: 5 })));
  return { home, data: join(home, ".local/share/interview-coach"), theatre, acknowledged: new Set(), waiting: new Set(), made: number * 1_000_000 };
}

/** Kills `--count` sessions, `--at-once` side by side; `--seed` draws the same moments again. Gives the exit status. */
export async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { count: { type: "string", default: "20" }, seed: { type: "string" }, "at-once": { type: "string", default: "2" } },
  });
  const seed = Number(values.seed ?? String(Date.now() % 1_000_000_000));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { kills, ended, held, drafts, acknowledged, by } = await killSessions({
    count: Number(values.count),
    seed,
    atOnce: Number(values["at-once"]),
    tell: say,
  });
  say([...by].map(([moment, times]) => `${moment} ${times}`).join(", "));
  say(`seed ${seed}: ${kills} kills, ${ended} sessions that ended before; held ${held}; ${drafts} left a draft; ${acknowledged} words acknowledged`);
  return held === kills + ended ? 0 : 1;
}
