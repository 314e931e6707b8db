// Room: terminal. Colours, glyphs and width of one stream; the only door of chalk.

export interface Glyphs {
  readonly bullet: string;
  readonly tick: string;
  readonly cross: string;
  readonly half: string;
  readonly arrow: string;
  readonly line: string;
  readonly full: string;
  readonly empty: string;
  readonly ellipsis: string;
}

type Paint = (text: string) => string;

export interface Theme {
  /** Cells to lay text out in: the window's width, 20 to 100. */
  columns(): number;
  rows(): number;
  readonly colour: boolean;
  /** Line-by-line, without redrawing. */
  readonly plain: boolean;
  readonly unicode: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly accent: Paint;
  readonly inverse: Paint;
  readonly glyphs: Glyphs;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface ThemeOptions {
  readonly stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined; readonly rows?: number | undefined };
  readonly env: Environment;
  readonly noColor?: boolean | undefined;
  readonly plain?: boolean | undefined;
}

const unicodeGlyphs: Glyphs = { bullet: "•", tick: "✓", cross: "✗", half: "◐", arrow: "→", line: "─", full: "█", empty: "░", ellipsis: "…" };
const asciiGlyphs: Glyphs = { bullet: "-", tick: "+", cross: "x", half: "~", arrow: "->", line: "-", full: "#", empty: ".", ellipsis: "..." };

/** Longer lines are hard to read back (Bringhurst: 45 to 75 characters; lists and tables bear a little more). */
const widest = 100;

/** Makes the theme of a stream. chalk is loaded only where there will be colour. */
export async function createTheme(options: ThemeOptions): Promise<Theme> {
  const { stream, env } = options;
  const isDumb = env["TERM"] === "dumb";
  const level = colourLevel(options);
  const unicode = hasUnicode(env);
  return {
    columns: () => Math.min(widest, Math.max(20, stream.columns || 80)),
    rows: () => Math.max(4, stream.rows || 24),
    colour: level > 0,
    plain: options.plain === true || isDumb,
    unicode,
    glyphs: unicode ? unicodeGlyphs : asciiGlyphs,
    ...(level > 0 ? await paints(level) : noPaints),
  };
}

const same: Paint = (text) => text;
const noPaints = { bold: same, dim: same, good: same, bad: same, warn: same, accent: same, inverse: same };

async function paints(level: 1 | 2 | 3): Promise<typeof noPaints> {
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow, accent: chalk.cyan, inverse: chalk.inverse };
}

/** FORCE_COLOR wins over NO_COLOR, as in Node; NO_COLOR counts when it is set and not empty (no-color.org). */
function colourLevel(options: ThemeOptions): 0 | 1 | 2 | 3 {
  const { stream, env, noColor } = options;
  if (noColor === true) return 0;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced === "0" || forced === "false" ? 0 : forced === "2" ? 2 : forced === "3" ? 3 : 1;
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb" || stream.isTTY !== true) return 0;
  return 1;
}

function hasUnicode(env: Environment): boolean {
  if (env["TERM"] === "dumb" || env["TERM"] === "linux") return false;
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"];
  // No locale at all is what containers and editors give; they show UTF-8.
  return locale === undefined || locale === "" || /utf-?8/i.test(locale);
}
