// Room: terminal. The screen of one prompt: paints frames, at most every 16 ms, and again after a change of the window.
import { type Frame, rowsTooMany, paintAway, paintFirst, paintLeave, paintNext } from "./paint.ts";
import { sizeOf, type TerminalOutput } from "./options.ts";

// Pasting 200 lines took 30 s when each key repainted, and 0.1 s with this.
const shortestPause = 16;

/** The screen of one prompt. */
export interface Screen {
  /** Shows a frame, now or within 16 ms; of several in that time only the last is made. */
  show(make: () => Frame): void;
  /** The window changed its size: the next frame is painted from its first row, without ghosts of the old one. */
  resized(): void;
  /** Takes the frame away, so that another program may have the screen; the next frame is painted where the cursor is then. */
  away(): void;
  /** Something else wrote to the screen: the next frame is painted whole, from the line of the cursor. */
  forget(): void;
  /** Leaves the frame as it stands, the cursor below it; the next frame is painted whole. */
  below(): void;
  /** Shows a last frame and leaves the cursor below it. */
  leave(make: () => Frame): void;
}

/** Opens the screen on an output. */
export function openScreen(output: TerminalOutput): Screen {
  let shown: Frame | undefined;
  let cut = 0;
  // The first frame may be taller than the window: the top of a long question then stands in the scrollback, once.
  let mustFit = false;
  let wanted: (() => Frame) | undefined;
  let pause: NodeJS.Timeout | undefined;

  function paint(): void {
    if (wanted === undefined) return;
    const frame = wanted();
    wanted = undefined;
    if (shown === undefined) cut = mustFit ? rowsTooMany(frame, sizeOf(output).rows) : 0;
    const next = { rows: frame.rows.slice(cut), cursor: { ...frame.cursor, row: frame.cursor.row - cut } };
    const bytes = shown === undefined ? paintFirst(next) : paintNext(shown, next);
    shown = next;
    if (bytes !== "") output.write(bytes);
  }

  function show(make: () => Frame): void {
    wanted = make;
    if (pause !== undefined) return;
    paint();
    pause = setTimeout(() => {
      pause = undefined;
      if (wanted !== undefined) show(wanted);
    }, shortestPause);
  }

  function away(): void {
    if (shown !== undefined) output.write(paintAway(shown, sizeOf(output).columns));
    shown = undefined;
    mustFit = true;
  }

  function forget(): void {
    shown = undefined;
    mustFit = false;
  }

  function below(): void {
    if (shown !== undefined) output.write(paintLeave(shown));
    forget();
  }

  return {
    show,
    away,
    resized: away,
    forget,
    below,
    leave(make) {
      clearTimeout(pause);
      wanted = make;
      paint();
      below();
    },
  };
}
