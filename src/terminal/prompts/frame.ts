// Room: terminal. The frame of a prompt: the question, the clock, the sheet, one line of keys. Pure.
import type { Theme } from "../theme.ts";
import { cutText, wrapStyled } from "./cells.ts";
import { type Reading, tellClock, tellLeft } from "./countdown.ts";
import type { Size } from "./options.ts";
import type { Frame } from "./paint.ts";
import type { Ending, RoomState, Rules } from "./room-state.ts";
import { fittingPieces, type KeyHelp } from "./sheet.ts";

/** What a frame is made of, beside the room. */
export interface Scene<S> {
  readonly rules: Rules<S>;
  /** The question, or what stands in its place; may hold styles and be wider than the window. The same as long as the window has as many columns. */
  heading(): string;
  readonly theme: Theme;
}

/** A window and the clock at the moment of the frame. */
export interface View {
  readonly size: Size;
  readonly reading: Reading;
}

/** The share of the window that a text gets at the least, however long the question is; a list gets the rows that it has. */
const leastShare = 0.4;

/** The space that is left for the sheet; never so much that the rows that change would not fit the window. */
export function spaceFor<S>(room: RoomState<S>, scene: Scene<S>, view: View): Size {
  const { columns, rows } = view.size;
  const around = headerRows(room, scene, view).length + footerRows(room, scene, view).length;
  const beside = rows - around - headingRows(scene, columns).length;
  const { sheet } = scene.rules;
  const least = sheet.text === undefined ? sheet.draw(room.state, { columns: columns - 1, rows: Infinity }).rows.length : Math.floor(rows * leastShare);
  return { columns: columns - 1, rows: Math.max(Math.min(Math.max(beside, least), rows - around), 1) };
}

/** The frame while the prompt is open. */
export function openFrame<S>(room: RoomState<S>, scene: Scene<S>, view: View): Frame {
  const above = [...headingRows(scene, view.size.columns), ...headerRows(room, scene, view)];
  const drawing = scene.rules.sheet.draw(room.state, spaceFor(room, scene, view));
  const rows = [...above, ...drawing.rows, ...footerRows(room, scene, view)];
  const cursor =
    drawing.cursor === undefined ? { row: rows.length - 1, before: "" } : { row: above.length + drawing.cursor.row, before: drawing.cursor.before };
  return { rows, cursor };
}

/** The frame that stays: the question, what was answered, how it ended. */
export function closingFrame<S>(room: RoomState<S>, scene: Scene<S>, view: View): Frame {
  const drawing = scene.rules.sheet.draw(room.state, spaceFor(room, scene, view));
  const told = tellEnding(room, scene, view.reading);
  const rows = [...headingRows(scene, view.size.columns), ...drawing.rows, ...(told === "" ? [] : [scene.theme.dim(cutText(told, view.size.columns - 1))])];
  return { rows, cursor: { row: rows.length - 1, before: "" } };
}

function tellEnding<S>(room: RoomState<S>, scene: Scene<S>, reading: Reading): string {
  if (room.ending === undefined || (!scene.rules.isTimed && room.ending !== "skip")) return "";
  const isEmpty = scene.rules.sheet.isEmpty(room.state);
  const told: Readonly<Record<Ending, string>> = {
    "handed-in": `Handed in after ${tellClock(reading.elapsed)}.`,
    time: isEmpty ? "Time." : "Time. What you had is handed in.",
    skip: "Skipped.",
    quit: "Stopped.",
    interrupt: "Stopped.",
  };
  return told[room.ending];
}

/** The headings of scenes as they were last wrapped: each key needs one four times, and while somebody types it stays what it is. */
const wrapped = new WeakMap<object, { readonly columns: number; readonly rows: readonly string[] }>();

function headingRows<S>(scene: Scene<S>, columns: number): readonly string[] {
  const known = wrapped.get(scene);
  if (known?.columns === columns) return known.rows;
  const heading = scene.heading().trimEnd();
  const rows = heading === "" ? [] : [...wrapStyled(heading, columns - 1), ""];
  wrapped.set(scene, { columns, rows });
  return rows;
}

function headerRows<S>(room: RoomState<S>, scene: Scene<S>, view: View): readonly string[] {
  const width = view.size.columns - 1;
  const hints = scene.rules.hints.slice(0, room.hints).flatMap((hint, index) => wrapStyled(`Hint ${index + 1}: ${hint}`, width));
  const shownHints = hints.slice(-Math.max(Math.floor(view.size.rows / 3), 1)).map((row) => scene.theme.accent(row));
  const pieces = scene.rules.isTimed ? [clockText(view.reading), ...phaseText(view.reading)] : [];
  const separator = separatorOf(scene.theme);
  const [clock = "", ...more] = fittingPieces([...pieces, ...scene.rules.sheet.gauge(room.state)], separator, width);
  const rest = more.map((piece) => scene.theme.dim(separator + piece)).join("");
  return clock === "" ? shownHints : [...shownHints, clockStyle(scene.theme, view.reading)(clock) + rest];
}

function clockText(reading: Reading): string {
  const time = reading.left === undefined ? `${tellClock(reading.elapsed)} so far` : `${tellLeft(reading.left)} left`;
  if (reading.isPaused) return `paused, ${time}`;
  switch (reading.warning) {
    case "time":
      return `Time. ${tellClock(reading.overtime)} over`;
    case "ten-seconds":
      return `${time}, last seconds`;
    case "quarter":
      return `${time}, last quarter`;
    case "none":
      return time;
  }
}

function phaseText(reading: Reading): readonly string[] {
  return reading.phase === undefined ? [] : [`${reading.phase.name} ${tellLeft(reading.phase.left)}`];
}

function separatorOf(theme: Theme): string {
  return theme.unicode ? " · " : " | ";
}

function clockStyle(theme: Theme, reading: Reading): (text: string) => string {
  const styles = { none: theme.bold, quarter: theme.warn, "ten-seconds": theme.bad, time: theme.bad };
  return styles[reading.warning];
}

function footerRows<S>(room: RoomState<S>, scene: Scene<S>, view: View): readonly string[] {
  const width = view.size.columns - 1;
  if (room.notice !== undefined) return wrapStyled(room.notice, width).map((row) => scene.theme.warn(row));
  const keys = [...scene.rules.sheet.keys, ...(scene.rules.isTimed ? chordHelp(scene.rules) : [])].map(([key, does]) => `${key} ${does}`);
  const separator = separatorOf(scene.theme);
  return [scene.theme.dim(fittingPieces(keys, separator, width).join(separator))];
}

function chordHelp<S>(rules: Rules<S>): readonly KeyHelp[] {
  const hint: readonly KeyHelp[] = rules.hints.length > 0 ? [["^T", "hint"]] : [];
  const text: readonly KeyHelp[] =
    rules.sheet.text === undefined
      ? []
      : [
          ["^X", "edit"],
          ["Enter", "new line"],
        ];
  return [["^N", "skip"], ...hint, ["^Q", "quit"], ["^P", "pause"], ...text];
}
