// Room: terminal. Runs one timed prompt: the keyboard, the screen, signals, the editor; what lives while it runs is in hooks.ts.
import { listenToSignals, outliveHangUp } from "../signals.ts";
import { type Countdown, type Moment, readCountdown, type Reading, untilNextSecond } from "./countdown.ts";
import { type Desk, retake, startOver, visitEditor, visitShell } from "./errands.ts";
import { closingFrame, openFrame, type Scene, spaceFor, type View } from "./frame.ts";
import type { Change, Move } from "./hooks.ts";
import { openKeyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import { type InterviewerOptions, sizeOf } from "./options.ts";
import { endRoom, openRoom, passTime, pressKey, type RoomState, wasStopped } from "./room-state.ts";
import { openScreen } from "./screen.ts";

/** What a room needs to run. */
export interface RoomPlan<S> {
  readonly scene: Scene<S>;
  /** Makes the clock; it starts when the question stands on the screen. */
  readonly countdown: (now: number) => Countdown;
  /** Said before the first key. */
  readonly notice: string | undefined;
  /** Milliseconds at the start in which only Ctrl-C and Ctrl-Q are heard. */
  readonly deafFor: number;
  readonly keep: ((so: Closing<S>) => void) | undefined;
}

/** How a room ended, and what the clock says. */
export interface Closing<S> {
  readonly room: RoomState<S>;
  readonly reading: Reading;
}

/** A room that is running: what its parts share. */
interface Running<S> extends Desk {
  readonly plan: RoomPlan<S>;
  /** The words as they were last kept. */
  draft: string | undefined;
}

/** Runs a prompt to its end. The terminal is put back at every end, an error too. */
export async function runRoom<S>(plan: RoomPlan<S>, options: InterviewerOptions): Promise<Closing<S>> {
  const keyboard = openKeyboard(options.input, options.output);
  const screen = openScreen(options.output);
  const running: Running<S> = { plan, options, keyboard, screen, ending: new AbortController(), isAway: false, draft: undefined };
  try {
    await keyboard.take();
    const room = await live(running);
    const view = viewOf(running, room);
    screen.leave(() => closingFrame(room, plan.scene, view));
    return { room, reading: view.reading };
  } finally {
    screen.forget();
    keyboard.give();
  }
}

/** The first frame is painted before the hooks are loaded: they take longer than all that is needed for it. Keys and signals are heard from before it on. */
async function live<S>(running: Running<S>): Promise<RoomState<S>> {
  const early: Change<S>[] = [];
  let move: Move<S> = (change) => void early.push(change);
  const stop = connect(running, (change) => move(change));
  try {
    const first = firstState(running);
    const show = (room: RoomState<S>): void => paint(running, room);
    show(first);
    const { keepAlive } = await import("./hooks.ts");
    return await keepAlive(first, {
      show,
      begin: (begun) => {
        move = begun;
        for (const change of early) move(change);
      },
      tick: (room) => tick(running, room, move),
      grant: (room) => void grant(running, room, move),
    });
  } finally {
    stop();
  }
}

function paint<S>(running: Running<S>, room: RoomState<S>): void {
  if (!running.isAway) running.screen.show(() => openFrame(room, running.plan.scene, viewOf(running, room)));
}

function firstState<S>(running: Running<S>): RoomState<S> {
  const now = momentOf(running.options);
  return openRoom(running.plan.scene.rules.sheet, running.plan.countdown(now.monotonic), { now, notice: running.plan.notice });
}

function connect<S>(running: Running<S>, move: Move<S>): () => void {
  const { options, keyboard, plan } = running;
  const hearsFrom = options.monotonic() + plan.deafFor;
  const hear = (key: Key): void => {
    if (running.isAway || (options.monotonic() < hearsFrom && !isLeaving(key))) return;
    move((room) => pressKey(room, key, { rules: plan.scene.rules, space: spaceFor(room, plan.scene, viewOf(running, room)), now: momentOf(options) }));
  };
  const lost = (): void => {
    outliveHangUp();
    move((room) => endRoom(room, "interrupt"));
  };
  const repaint = (): void => resize(running, move);
  const stopKeys = keyboard.listen(hear, lost);
  const stopSignals = listenToSignals({ ended: (signal) => end(running, move, signal), continued: () => void goOn(running, move) });
  options.output.on("resize", repaint);
  return () => {
    stopKeys();
    stopSignals();
    options.output.removeListener("resize", repaint);
  };
}

function isLeaving(key: Key): boolean {
  return key.type === "press" && (key.name === "interrupt" || key.name === "quit");
}

function resize<S>(running: Running<S>, move: Move<S>): void {
  if (running.isAway) return;
  running.screen.resized();
  move((room) => ({ ...room }));
}

// While an editor is open Ctrl-C is the editor's; a signal that ends the program ends the editor first, so that its text is read.
function end<S>(running: Running<S>, move: Move<S>, signal: NodeJS.Signals): void {
  if (!running.isAway) move((room) => endRoom(room, "interrupt"));
  else if (signal !== "SIGINT") running.ending.abort();
}

async function goOn<S>(running: Running<S>, move: Move<S>): Promise<void> {
  if (running.isAway) return;
  await retake(running);
  move((room) => wasStopped(room, room.seen.monotonic, momentOf(running.options)));
}

function tick<S>(running: Running<S>, room: RoomState<S>, move: Move<S>): () => void {
  const wait = untilNextSecond(readCountdown(room.countdown, running.options.monotonic()));
  const timer = setTimeout(() => {
    move((current) => {
      keepDraft(running, current);
      // While the terminal is lent, an end would come unseen; it waits for the return.
      if (running.isAway) return { ...current, seen: { ...current.seen } };
      return passTime(current, running.plan.scene.rules, momentOf(running.options));
    });
  }, wait);
  return () => clearTimeout(timer);
}

function keepDraft<S>(running: Running<S>, room: RoomState<S>): void {
  const words = running.plan.scene.rules.sheet.words(room.state);
  if (words === running.draft) return;
  running.draft = words;
  running.plan.keep?.({ room, reading: readCountdown(room.countdown, running.options.monotonic()) });
}

/** Does what a key wished for beyond the sheet. */
async function grant<S>(running: Running<S>, room: RoomState<S>, move: Move<S>): Promise<void> {
  if (room.wish === "redraw") {
    startOver(running);
    move((current) => ({ ...current, wish: undefined }));
  }
  if (room.wish === "suspend") {
    const from = await visitShell(running);
    move((current) => wasStopped(current, from, momentOf(running.options)));
  }
  if (room.wish === "editor") await edit(running, room, move);
}

async function edit<S>(running: Running<S>, room: RoomState<S>, move: Move<S>): Promise<void> {
  const { sheet } = running.plan.scene.rules;
  if (sheet.text === undefined) return;
  const { text } = sheet;
  // The next second keeps it as a draft.
  const saved = (so: string): void => move((current) => ({ ...current, state: text.write(current.state, so) }));
  const edited = await visitEditor(running, text.read(room.state), saved);
  move((current) => {
    const next = { ...current, state: text.write(current.state, edited.text), notice: edited.notice, wish: undefined };
    return running.ending.signal.aborted ? endRoom(next, "interrupt") : passTime(next, running.plan.scene.rules, momentOf(running.options));
  });
}

function momentOf(options: InterviewerOptions): Moment {
  return { monotonic: options.monotonic(), wall: options.wall() };
}

function viewOf<S>(running: Running<S>, room: RoomState<S>): View {
  return { size: sizeOf(running.options.output), reading: readCountdown(room.countdown, running.options.monotonic()) };
}
