// Room: terminal. A person at a keyboard, line by line: no cursor movement, no redraw; for screen readers and dumb terminals.
import type { Interviewer } from "../practice/ports.ts";
import { type Lines, openLines } from "./lines.ts";
import { createAsker } from "./prompts/asker.ts";
import { wrapStyled } from "./prompts/cells.ts";
import { readCountdown, type Reading, tellStretch } from "./prompts/countdown.ts";
import { clockOf, type KeepSheet, type Setting } from "./prompts/desk.ts";
import type { KeyName } from "./prompts/keys.ts";
import { type InterviewerOptions, outliveTerminal } from "./prompts/options.ts";
import type { Closing } from "./prompts/room.ts";
import { endRoom, openRoom, passTime, pressKey, type RoomState, type Rules, takeStep, wasStopped } from "./prompts/room-state.ts";
import type { Sheet } from "./prompts/sheet.ts";
import { cleanTyped } from "./prompts/text-buffer.ts";
import { listenToSignals, outliveHangUp } from "./signals.ts";

/** Asks line by line in plain words: what is written never moves the cursor. */
export function createPlainInterviewer(options: InterviewerOptions): Interviewer {
  outliveTerminal(options);
  const lines = openLines(options.input);
  return createAsker({
    theme: options.theme,
    drafts: options.drafts,
    run: (sheet, setting, keep) => runByLine({ options, lines }, sheet, { ...setting, keep }),
  });
}

interface Desk {
  readonly options: InterviewerOptions;
  readonly lines: Lines;
}

interface KeptSetting<S> extends Setting {
  readonly keep: KeepSheet<S> | undefined;
}

/** A prompt that is being asked. */
interface Talk<S> {
  readonly desk: Desk;
  readonly rules: Rules<S>;
  readonly setting: KeptSetting<S>;
  room: RoomState<S>;
  /** The last thing that was said about the clock. */
  warned: Reading["warning"];
  phase: string | undefined;
  /** The time is up; the line that is being typed still counts. */
  isLastLine: boolean;
  over(): void;
}

const words: Readonly<Record<string, KeyName>> = { ":skip": "skip", ":hint": "hint", ":pause": "pause", ":quit": "quit" };

async function runByLine<S>(desk: Desk, sheet: Sheet<S>, setting: KeptSetting<S>): Promise<Closing<S>> {
  const { options } = desk;
  const { timing, hints } = setting;
  const rules: Rules<S> = { sheet, hints, overtime: timing?.overtime ?? true, isTimed: timing !== undefined };
  await desk.lines.dropTypedAhead();
  say(desk, openingOf(sheet, setting));
  const now = momentOf(options);
  const countdown = clockOf(setting, now.monotonic);
  const room = openRoom(sheet, countdown, { now, notice: undefined });
  const talk: Talk<S> = {
    desk,
    rules,
    setting,
    room,
    warned: "none",
    phase: readCountdown(countdown, now.monotonic).phase?.name,
    isLastLine: false,
    over: () => undefined,
  };
  const ended = new Promise<void>((resolve) => {
    talk.over = resolve;
  });
  ask(desk, sheet.byLine.prompt(room.state));
  const stop = connect(talk);
  try {
    await ended;
  } finally {
    stop();
  }
  return { room: talk.room, reading: readCountdown(talk.room.countdown, options.monotonic()) };
}

function openingOf<S>(sheet: Sheet<S>, setting: Setting): string {
  const { timing, notice, hints } = setting;
  const time = timing === undefined ? [] : [timing.seconds === undefined ? "There is no time limit." : `You have ${tellStretch(timing.seconds * 1000)}.`];
  const help = timing === undefined ? [] : [`Type ${hints.length > 0 ? ":hint, " : ""}:skip, :pause or :quit on a line of its own.`];
  return [...(notice === undefined ? [] : [notice]), setting.heading().trimEnd(), "", sheet.byLine.opening, ...time, ...help]
    .filter((line, index, all) => line !== "" || all[index - 1] !== "")
    .join("\n");
}

function connect<S>(talk: Talk<S>): () => void {
  const { desk } = talk;
  const stopSignals = listenToSignals({
    ended: () => finish(talk, endRoom(talk.room, "interrupt")),
    continued: () => void (talk.room = wasStopped(talk.room, talk.room.seen.monotonic, momentOf(desk.options))),
  });
  const clock = setInterval(() => tick(talk), 1000);
  const stopLines = desk.lines.hear(
    (line) => {
      hearLine(talk, cleanTyped(line));
      return talk.room.ending === undefined;
    },
    () => {
      outliveHangUp();
      finish(talk, endRoom(talk.room, talk.rules.sheet.isEmpty(talk.room.state) ? "quit" : "handed-in"));
    },
  );
  return () => {
    clearInterval(clock);
    stopSignals();
    stopLines();
  };
}

function hearLine<S>(talk: Talk<S>, line: string): void {
  const { desk, rules } = talk;
  const press = { rules, space: { columns: 80, rows: 24 }, now: momentOf(desk.options) };
  const word = talk.setting.timing === undefined ? undefined : words[line.trim().toLowerCase()];
  const hintsBefore = talk.room.hints;
  const next =
    word === undefined
      ? takeStep(talk.room, press, () => rules.sheet.byLine.take(talk.room.state, line))
      : pressKey(talk.room, { type: "press", name: word }, press);
  if (talk.isLastLine && next.ending === undefined) return finish(talk, { ...next, ending: "time" });
  if (next.ending !== undefined) return finish(talk, next);
  talk.room = next;
  talk.setting.keep?.({ room: next, reading: readCountdown(next.countdown, desk.options.monotonic()) });
  if (next.hints > hintsBefore) say(desk, `Hint ${next.hints}: ${rules.hints[next.hints - 1] ?? ""}`);
  if (next.notice !== undefined) say(desk, inWords(next.notice));
  ask(desk, rules.sheet.byLine.prompt(next.state));
}

// Notices name the keys of the screen; here the same is done by words.
function inWords(notice: string): string {
  return notice.replaceAll("Ctrl-N", ":skip").replaceAll("Ctrl-P", ":pause");
}

function tick<S>(talk: Talk<S>): void {
  const { desk, rules } = talk;
  if (talk.isLastLine || talk.room.ending !== undefined) return;
  const next = passTime(talk.room, rules, momentOf(desk.options));
  if (next.notice !== talk.room.notice && next.notice !== undefined) say(desk, `\n${inWords(next.notice)}`);
  const isOver = next.ending === "time";
  talk.room = isOver ? { ...next, ending: undefined } : next;
  tellClock(talk, readCountdown(talk.room.countdown, desk.options.monotonic()));
  // The terminal holds the line that is being typed, and gives it only with Enter.
  if (isOver && desk.options.input.isTTY === true) talk.isLastLine = true;
  else if (isOver) finish(talk, next);
}

function tellClock<S>(talk: Talk<S>, reading: Reading): void {
  const { warning, phase } = reading;
  const left = tellStretch(reading.left ?? 0);
  const isTerminal = talk.desk.options.input.isTTY === true;
  const ending = talk.rules.overtime ? "Time. The clock runs on." : isTerminal ? "Time. Press Enter; the line that you are on still counts." : "Time.";
  const told = { none: "", quarter: `A quarter of the time is left: ${left}.`, "ten-seconds": `${left} left.`, time: ending };
  if (warning !== talk.warned) say(talk.desk, `\n${told[warning]}`);
  else if (phase !== undefined && phase.name !== talk.phase) say(talk.desk, `\nNow: ${phase.name}, ${tellStretch(phase.left)}.`);
  talk.warned = warning;
  talk.phase = phase?.name;
}

function finish<S>(talk: Talk<S>, room: RoomState<S>): void {
  if (talk.room.ending !== undefined) return;
  talk.room = room;
  const told = { "handed-in": "", time: "", skip: "Skipped.", quit: "\nStopped.", interrupt: "\nStopped." };
  const isTold = talk.setting.timing !== undefined || room.ending === "skip";
  if (room.ending !== undefined && isTold && told[room.ending] !== "") say(talk.desk, told[room.ending]);
  talk.over();
}

function say(desk: Desk, text: string): void {
  desk.options.output.write(`${rowsOf(desk, text)}\n`);
}

/** What is typed follows on the same row. */
function ask(desk: Desk, prompt: string): void {
  desk.options.output.write(prompt === "" ? "" : `${rowsOf(desk, prompt).trimEnd()} `);
}

/** A terminal would break a long line within a word. */
function rowsOf({ options }: Desk, text: string): string {
  return wrapStyled(text, options.theme.columns()).join("\n");
}

function momentOf(options: InterviewerOptions): { readonly monotonic: number; readonly wall: number } {
  return { monotonic: options.monotonic(), wall: options.wall() };
}
