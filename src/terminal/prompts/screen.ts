// Room: terminal. The screen of one prompt: paints frames, two in 16 ms at most, and again after a change of the window.
import { type Frame, rowsTooMany, paintAway, paintFirst, paintLeave, paintNext } from "./paint.ts";
import { sizeOf, type TerminalOutput } from "./options.ts";

// Pasting 200 lines took 30 s when each key repainted, and 0.1 s with this.
const shortestPause = 16;
/** Frames in such a pause: with one alone, a key that came just after the clock's was painted late, and the clock is painted every second. */
const mostFrames = 2;

/** The screen of one prompt. */
export interface Screen {
  /** Shows a frame, now or within 16 ms; of more than two in that time only the last is made. */
  show(make: () => Frame): void;
  /** Shows at once what still waits, so that nothing is painted later, when the screen may be another program's. */
  flush(): void;
  /** The window changed its size: the next frame is painted from its first row, without ghosts of the old one. */
  resized(): void;
  /** Takes the frame away, from where the cursor stands in it; the next frame is painted there. */
  away(): void;
  /** Something else wrote to the screen, or will: what waits is not painted, and the next frame is painted whole, from the line of the cursor. */
  forget(): void;
  /** Leaves the frame as it stands, the cursor below it; the next frame is painted whole. */
  below(): void;
  /** Shows a last frame and leaves the cursor below it. */
  leave(make: () => Frame): void;
}

interface Painting {
  readonly output: TerminalOutput;
  /** What stands on the screen. */
  shown: Frame | undefined;
  /** Rows left out at the top since the last whole painting. */
  cut: number;
  /** The first frame may be taller than the window: the top of a long question then stands in the scrollback, once. */
  mustFit: boolean;
  wanted: (() => Frame) | undefined;
  pause: NodeJS.Timeout | undefined;
  /** Frames since the pause began. */
  frames: number;
}

/** Opens the screen on an output. */
export function openScreen(output: TerminalOutput): Screen {
  const painting: Painting = { output, shown: undefined, cut: 0, mustFit: false, wanted: undefined, pause: undefined, frames: 0 };
  return {
    show: (make) => show(painting, make),
    flush: () => flush(painting),
    away: () => takeAway(painting),
    resized: () => takeAway(painting),
    forget: () => forget(painting),
    below: () => leaveBelow(painting),
    leave(make) {
      painting.wanted = make;
      leaveBelow(painting);
    },
  };
}

function show(painting: Painting, make: () => Frame): void {
  painting.wanted = make;
  if (painting.pause !== undefined && painting.frames >= mostFrames) return;
  painting.frames = painting.pause === undefined ? 1 : painting.frames + 1;
  paint(painting);
  painting.pause ??= setTimeout(() => {
    painting.pause = undefined;
    if (painting.wanted !== undefined) show(painting, painting.wanted);
  }, shortestPause);
}

function paint(painting: Painting): void {
  if (painting.wanted === undefined) return;
  const { shown, output } = painting;
  const frame = painting.wanted();
  painting.wanted = undefined;
  if (shown === undefined) painting.cut = painting.mustFit ? rowsTooMany(frame, sizeOf(output).rows) : 0;
  const { cut } = painting;
  const next = { rows: frame.rows.slice(cut), cursor: { ...frame.cursor, row: frame.cursor.row - cut } };
  const bytes = shown === undefined ? paintFirst(next) : paintNext(shown, next);
  painting.shown = next;
  if (bytes !== "") output.write(bytes);
}

function takeAway(painting: Painting): void {
  if (painting.shown !== undefined) painting.output.write(paintAway(painting.shown, sizeOf(painting.output).columns));
  painting.shown = undefined;
  painting.mustFit = true;
}

function flush(painting: Painting): void {
  clearTimeout(painting.pause);
  painting.pause = undefined;
  paint(painting);
}

function leaveBelow(painting: Painting): void {
  flush(painting);
  if (painting.shown !== undefined) painting.output.write(paintLeave(painting.shown));
  forget(painting);
}

function forget(painting: Painting): void {
  clearTimeout(painting.pause);
  painting.pause = undefined;
  painting.wanted = undefined;
  painting.shown = undefined;
  painting.mustFit = false;
}
