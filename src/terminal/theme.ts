// Room: terminal. Colours, glyphs and width; the only file that knows chalk. Reads no environment by itself: it comes in.

type Env = Readonly<Record<string, string | undefined>>;
type Style = (text: string) => string;

/** What a theme needs to know of where its text will stand. `columns` and `rows` are read anew each time they are asked for. */
export interface ThemeSetting {
  readonly stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined; readonly rows?: number | undefined };
  readonly env: Env;
  /** `--no-color`. */
  readonly noColor?: boolean | undefined;
  /** `--plain`. */
  readonly plain?: boolean | undefined;
}

/** Signs of one cell each. Every one stands beside a word, so that nothing is told by a sign alone. */
export interface Glyphs {
  readonly bullet: string;
  readonly tick: string;
  readonly cross: string;
  readonly half: string;
  readonly empty: string;
  readonly arrow: string;
  readonly back: string;
  readonly down: string;
  readonly up: string;
  readonly dot: string;
  readonly dash: string;
  readonly bar: string;
  readonly ellipsis: string;
  /** What bars of a chart are made of. */
  readonly full: string;
  readonly line: Lines;
}

/** Pieces to draw with. */
export interface Lines {
  readonly across: string;
  readonly down: string;
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly teeLeft: string;
  readonly teeRight: string;
  readonly teeTop: string;
  readonly teeBottom: string;
  readonly cross: string;
  readonly rising: string;
  readonly falling: string;
}

/** How text looks on one stream: its width, its colours, its signs. */
export interface Theme {
  /** Cells to lay text out to: the window's, at most 100; 80 where the width is 0 or not known. */
  columns(): number;
  /** Rows of the window; 24 where they are not known. */
  rows(): number;
  readonly colour: boolean;
  /** True with `--plain` and on a dumb terminal: no drawings, for screen readers and tools. */
  readonly plain: boolean;
  readonly unicode: boolean;
  readonly bold: Style;
  readonly dim: Style;
  readonly good: Style;
  readonly bad: Style;
  readonly warn: Style;
  readonly accent: Style;
  readonly inverse: Style;
  readonly underline: Style;
  readonly glyphs: Glyphs;
}

/** Longer lines are hard to find the next line from. */
const widest = 100;
const narrowest = 20;

/** Makes a theme. chalk is loaded only when there will be colour. */
export async function createTheme(setting: ThemeSetting): Promise<Theme> {
  const { stream, env } = setting;
  const colour = wantsColour(setting);
  const unicode = speaksUnicode(env);
  return {
    columns: () => Math.min(Math.max(stream.columns || 80, narrowest), widest),
    rows: () => stream.rows || 24,
    colour,
    plain: setting.plain === true || env["TERM"] === "dumb",
    unicode,
    ...(colour ? await colouredStyles() : plainStyles),
    glyphs: unicode ? unicodeGlyphs : asciiGlyphs,
  };
}

/** `--no-color` first, then FORCE_COLOR as Node reads it, then NO_COLOR (no-color.org: an empty one counts as absent), the terminal last. */
function wantsColour({ stream, env, noColor }: ThemeSetting): boolean {
  if (noColor === true) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return ["", "1", "true", "2", "3"].includes(forced);
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return false;
  return stream.isTTY === true;
}

/** A locale that names no UTF-8 is believed; where none is set (containers, Windows) terminals today speak UTF-8. */
function speaksUnicode(env: Env): boolean {
  if (env["TERM"] === "dumb" || env["TERM"] === "linux") return false;
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}

type Styles = Pick<Theme, "bold" | "dim" | "good" | "bad" | "warn" | "accent" | "inverse" | "underline">;

const asIs: Style = (text) => text;
const plainStyles: Styles = { bold: asIs, dim: asIs, good: asIs, bad: asIs, warn: asIs, accent: asIs, inverse: asIs, underline: asIs };

/** Only the sixteen colours, which people choose themselves to be readable on their background. */
async function colouredStyles(): Promise<Styles> {
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    accent: chalk.cyan,
    inverse: chalk.inverse,
    underline: chalk.underline,
  };
}

const unicodeGlyphs: Glyphs = {
  bullet: "•",
  tick: "✓",
  cross: "✗",
  half: "◐",
  empty: "○",
  arrow: "→",
  back: "←",
  down: "↓",
  up: "↑",
  dot: "·",
  dash: "–",
  bar: "│",
  ellipsis: "…",
  full: "█",
  line: {
    across: "─",
    down: "│",
    topLeft: "┌",
    topRight: "┐",
    bottomLeft: "└",
    bottomRight: "┘",
    teeLeft: "├",
    teeRight: "┤",
    teeTop: "┬",
    teeBottom: "┴",
    cross: "┼",
    rising: "╱",
    falling: "╲",
  },
};

const asciiGlyphs: Glyphs = {
  bullet: "*",
  tick: "+",
  cross: "x",
  half: "~",
  empty: "o",
  arrow: ">",
  back: "<",
  down: "v",
  up: "^",
  dot: "-",
  dash: "-",
  bar: "|",
  ellipsis: "...",
  full: "#",
  line: {
    across: "-",
    down: "|",
    topLeft: "+",
    topRight: "+",
    bottomLeft: "+",
    bottomRight: "+",
    teeLeft: "+",
    teeRight: "+",
    teeTop: "+",
    teeBottom: "+",
    cross: "+",
    rising: "/",
    falling: "\\",
  },
};
