// Room: terminal. How many cells a text takes in a terminal; cutting and wrapping by cells. Pure.

// Patterns with classes of Unicode stand in functions: V8 makes them when they are first looked at, and these two took 1 ms of every start.
const isZeroWidth = (character: string): boolean => /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF]/u.test(character);
// East Asian Wide and Fullwidth (UAX 11), and what terminals draw as a picture.
const isWide = (character: string): boolean =>
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u.test(
    character,
  );
/** Dashes, quotes, dots; currencies; arrows and signs of mathematics; what boxes are drawn of: almost every sign of ours. */
const narrow = /^[\u2010-\u2027\u20A0-\u20CF\u2190-\u22FF\u2500-\u257F]$/;
const plainAscii = /^[\x20-\x7E]*$/;
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const style = /\x1b\[[0-9;:]*m/g;

/** True for text in which each UTF-16 unit is one cell. */
export function isPlainAscii(text: string): boolean {
  return plainAscii.test(text);
}

/** Cells of one code point: 0, 1 or 2. Terminals differ on joined emoji; the sum of the parts is the most that any takes. */
export function codePointWidth(character: string): number {
  if (character <= "\u02FF") return 1;
  if (narrow.test(character)) return 1;
  if (isZeroWidth(character)) return 0;
  return isWide(character) ? 2 : 1;
}

/** The text without colours and other SGR codes. */
export function stripStyle(text: string): string {
  return text.includes("\x1b") ? text.replace(style, "") : text;
}

/** Cells of a text on one row; SGR codes take none. */
export function textWidth(text: string): number {
  if (isPlainAscii(text)) return text.length;
  const plain = stripStyle(text);
  if (plain !== text && isPlainAscii(plain)) return plain.length;
  let width = 0;
  for (const character of plain) width += codePointWidth(character);
  return width;
}

/** The start of a plain text that fits the width; what is cut off is told by an ellipsis. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += codePointWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Splits a text that may hold SGR codes into rows that fit; breaks at a space where there is one, and styles run on. */
export function wrapStyled(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => (textWidth(line) <= width ? [line] : wrapLine(line, width)));
}

function wrapLine(line: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(/(?<=\s)(?=\S)/)) {
    const joined = row + word;
    if (textWidth(joined.trimEnd()) <= width) {
      row = joined;
      continue;
    }
    if (textWidth(row) > 0) rows.push(row.trimEnd());
    const pieces = hardCut(word.trimEnd(), width);
    for (const piece of pieces.slice(0, -1)) rows.push(piece);
    row = (pieces.at(-1) ?? "") + (/(?<!\s)\s+$/.exec(word)?.[0] ?? "");
  }
  return [...rows, row.trimEnd()];
}

// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const styleOrNothing = /(\x1b\[[0-9;:]*m)|/u;

function hardCut(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const part of word.split(styleOrNothing).filter((each) => each !== undefined && each !== "")) {
    const cells = textWidth(part);
    // Cells are counted as they come: a word may have thousands of marks that take none.
    if (used + cells > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += part;
    used += cells;
  }
  return [...pieces, piece];
}
