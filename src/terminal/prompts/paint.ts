// Room: terminal. From one frame to the next in as few bytes as possible. Pure: frames in, bytes out.
import { textWidth } from "./cells.ts";

/** What stands on the screen: rows narrower than the window, and the cursor in one of them, right of the text `before`. */
export interface Frame {
  readonly rows: readonly string[];
  readonly cursor: { readonly row: number; readonly before: string };
}

// The cursor is hidden and lines are not wrapped while painting: a terminal that takes a character for wider than we do then cuts it instead of breaking the row.
const begin = "\x1b[?25l\x1b[?7l";
const end = "\x1b[?7h\x1b[?25h";
const eraseBelow = "\x1b[J";
const eraseRight = "\x1b[K";

/** Paints a frame from the start of the cursor's row down. */
export function paintFirst(frame: Frame): string {
  const last = frame.rows.length - 1;
  return `${begin}\r${eraseBelow}${frame.rows.join("\r\n")}${place(frame, last)}${end}`;
}

/** Paints only what differs from the frame on the screen. */
export function paintNext(shown: Frame, next: Frame): string {
  let at = shown.cursor.row;
  let bytes = "";
  next.rows.forEach((row, index) => {
    if (shown.rows[index] === row) return;
    bytes += moveToRow(at, index, shown.rows.length) + row + eraseRight;
    at = index;
  });
  if (shown.rows.length > next.rows.length) {
    bytes += `${moveToRow(at, next.rows.length, shown.rows.length)}${eraseBelow}`;
    at = next.rows.length;
  }
  if (bytes === "" && shown.cursor.row === next.cursor.row && shown.cursor.before === next.cursor.before) return "";
  return `${begin}${bytes}${place(next, at)}${end}`;
}

/** Takes a frame off the screen and leaves the cursor where it began. `columns` is the window's width now: a window made narrower has broken each row into several. */
export function paintAway(shown: Frame, columns: number): string {
  const above = shown.rows.slice(0, shown.cursor.row).reduce((sum, row) => sum + rowsTaken(textWidth(row), columns), 0);
  const within = Math.floor(textWidth(shown.cursor.before) / columns);
  return `\r${up(above + within)}${eraseBelow}`;
}

/** Leaves the frame on the screen and the cursor on the line below it. */
export function paintLeave(shown: Frame): string {
  return `${down(shown.rows.length - 1 - shown.cursor.row)}\r\n`;
}

/** How many rows to leave out at the top, so that a frame fits a window; the cursor's row always stays. */
export function rowsTooMany(frame: Frame, windowRows: number): number {
  return Math.max(Math.min(frame.rows.length - windowRows, frame.cursor.row), 0);
}

function rowsTaken(width: number, columns: number): number {
  return Math.max(Math.ceil(width / columns), 1);
}

// Rows below the last one shown do not exist yet: a line feed makes them, and scrolls where it must.
function moveToRow(from: number, to: number, existing: number): string {
  if (to < existing) return `\r${to < from ? up(from - to) : down(to - from)}`;
  const last = Math.max(existing - 1, from);
  return `${down(last - from)}${"\r\n".repeat(to - last)}`;
}

// The text before the cursor is written once more: so the cursor stands where the terminal itself ends that text, however wide it takes it for.
function place(frame: Frame, from: number): string {
  const { row, before } = frame.cursor;
  return `\r${row < from ? up(from - row) : down(row - from)}${before}`;
}

function up(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : "";
}

function down(rows: number): string {
  return rows > 0 ? `\x1b[${rows}B` : "";
}
