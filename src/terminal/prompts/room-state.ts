// Room: terminal. A timed prompt between two keys: the sheet, the clock, hints, what was said last. Pure; time comes in.
import { type Countdown, type Moment, pauseCountdown, readCountdown, resumeCountdown, sleptBetween, tellStretch } from "./countdown.ts";
import type { Key, KeyName } from "./keys.ts";
import type { Size } from "./options.ts";
import type { Pressed, Sheet } from "./sheet.ts";

/** How a prompt ended. */
export type Ending = "handed-in" | "time" | "skip" | "quit" | "interrupt";

/** What the room cannot do by itself and asks the terminal for. */
export type Wish = "editor" | "suspend" | "redraw";

export interface Rules<S> {
  readonly sheet: Sheet<S>;
  readonly hints: readonly string[];
  /** True: at zero the clock runs on. */
  readonly overtime: boolean;
  /** False: no clock is shown, and there is none to stop. */
  readonly isTimed: boolean;
}

export interface RoomState<S> {
  readonly state: S;
  readonly countdown: Countdown;
  /** Hints given so far. */
  readonly hints: number;
  readonly notice: string | undefined;
  readonly wish: Wish | undefined;
  /** Ctrl-N was pressed once over a text that it would drop. */
  readonly skipAsked: boolean;
  readonly seen: Moment;
  readonly ending: Ending | undefined;
}

/** What a key finds: the room's rules, the space of the sheet, the moment. */
export interface Press<S> {
  readonly rules: Rules<S>;
  readonly space: Size;
  readonly now: Moment;
}

/** A room before the first key. */
export function openRoom<S>(sheet: Sheet<S>, countdown: Countdown, start: { readonly now: Moment; readonly notice: string | undefined }): RoomState<S> {
  return { state: sheet.first, countdown, hints: 0, notice: start.notice, wish: undefined, skipAsked: false, seen: start.now, ending: undefined };
}

/** What a key makes of the room. */
export function pressKey<S>(before: RoomState<S>, key: Key, press: Press<S>): RoomState<S> {
  if (before.ending !== undefined) return before;
  const room = { ...before, notice: undefined, wish: undefined, skipAsked: false };
  const byChord = key.type === "press" ? pressChord(room, key.name, { ...press, skipAsked: before.skipAsked }) : undefined;
  return byChord ?? takeStep(room, press, () => press.rules.sheet.press(room.state, key, press.space));
}

/** What a step of the sheet makes of the room; while the clock is stopped there is none. */
export function takeStep<S>(before: RoomState<S>, press: Press<S>, step: () => Pressed<S>): RoomState<S> {
  const room = { ...before, notice: undefined, wish: undefined, skipAsked: false };
  if (room.countdown.pausedAt !== undefined) return { ...room, notice: "The clock is stopped. Ctrl-P goes on." };
  const { state, notice, isDone } = step();
  const next = { ...room, state, notice };
  return isDone === true ? handIn(next, press) : next;
}

/** What the passing of time makes of the room: the end of the time, a sleep of the machine. */
export function passTime<S>(room: RoomState<S>, rules: Rules<S>, now: Moment): RoomState<S> {
  if (room.ending !== undefined) return room;
  const slept = sleptBetween(room.seen, now);
  const next = { ...room, wish: undefined, seen: now };
  if (slept > 0 && rules.isTimed && room.countdown.pausedAt === undefined) {
    const notice = `The machine slept for ${tellStretch(slept)}; the clock is stopped. Ctrl-P goes on.`;
    return { ...next, countdown: pauseCountdown(room.countdown, now.monotonic), notice };
  }
  const isOver = readCountdown(room.countdown, now.monotonic).warning === "time" && !rules.overtime;
  return isOver ? { ...next, ending: "time" } : next;
}

/** The program itself was stopped from `from` until now: that time counts as a pause. */
export function wasStopped<S>(room: RoomState<S>, from: number, now: Moment): RoomState<S> {
  const wasPaused = room.countdown.pausedAt !== undefined;
  const countdown = wasPaused ? room.countdown : resumeCountdown(pauseCountdown(room.countdown, from), now.monotonic);
  return { ...room, countdown, seen: now, wish: undefined };
}

/** Ends the room from outside: a signal, a lost terminal. */
export function endRoom<S>(room: RoomState<S>, ending: Ending): RoomState<S> {
  return room.ending === undefined ? { ...room, wish: undefined, ending } : room;
}

/** What the chords do that every prompt has; undefined: the key is the sheet's. */
function pressChord<S>(room: RoomState<S>, name: KeyName, press: Press<S> & { readonly skipAsked: boolean }): RoomState<S> | undefined {
  switch (name) {
    case "interrupt":
    case "quit":
      return { ...room, ending: name };
    case "suspend":
    case "redraw":
      return { ...room, wish: name };
    case "hand-in":
      return handIn(room, press);
    case "editor":
      return askEditor(room, press.rules.sheet);
    case "hint":
      return giveHint(room, press.rules.hints);
    case "pause":
      return turnPause(room, press);
    case "skip":
      return skip(room, press, press.skipAsked);
    default:
      return undefined;
  }
}

function handIn<S>(room: RoomState<S>, press: Press<S>): RoomState<S> {
  if (press.rules.sheet.isEmpty(room.state)) return { ...room, notice: press.rules.sheet.emptyNotice };
  return { ...room, ending: "handed-in" };
}

function askEditor<S>(room: RoomState<S>, sheet: Sheet<S>): RoomState<S> {
  return sheet.text === undefined
    ? { ...room, notice: "There is no text here to take to an editor." }
    : { ...room, wish: "editor", notice: "The text is in your editor. Save and close it there to come back; the clock runs on." };
}

function giveHint<S>(room: RoomState<S>, hints: readonly string[]): RoomState<S> {
  if (hints.length === 0) return { ...room, notice: "This question has no hint." };
  if (room.hints === hints.length) return { ...room, notice: "That was the last hint." };
  return { ...room, hints: room.hints + 1 };
}

function turnPause<S>(room: RoomState<S>, { rules, now: { monotonic: now } }: Press<S>): RoomState<S> {
  if (!rules.isTimed) return room;
  if (room.countdown.pausedAt !== undefined) return { ...room, countdown: resumeCountdown(room.countdown, now), notice: "The clock runs on." };
  return { ...room, countdown: pauseCountdown(room.countdown, now), notice: "The clock is stopped. Ctrl-P goes on." };
}

function skip<S>(room: RoomState<S>, press: Press<S>, wasAsked: boolean): RoomState<S> {
  if (press.rules.sheet.isEmpty(room.state) || wasAsked) return { ...room, ending: "skip" };
  return { ...room, skipAsked: true, notice: "Ctrl-N again skips, and drops what is here." };
}
