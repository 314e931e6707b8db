// Room: content. Finds where a value stands in a text that was read: for complaints made when the whole library is in view. Pure.
import type { Place } from "../domain/problem.ts";
import type { FileText } from "./page.ts";

/** A key and one of its values: `source`, `W-PM-18`. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface Places {
  /** Every place of the file where the key has the value: in its front matter, and in settings. */
  inFile(file: string, what: KeyValue): readonly Place[];
  /** The setting in the lines from a heading to the next of the second level; the heading when it stands nowhere. */
  inSection(heading: Place, what: KeyValue): Place;
  /** The first line after a heading that begins with one of these words, at what follows them; the heading when there is none. */
  after(heading: Place, starts: readonly string[]): Place;
}

/** Places in some files. A file's lines are split once, when the first complaint needs them. */
export function placesIn(files: ReadonlyMap<string, FileText>): Places {
  const split = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = split.get(file) ?? files.get(file)?.text.split("\n") ?? [];
    split.set(file, lines);
    return lines;
  };
  return {
    inFile: (file, what) => [...inFrontMatter(linesOf(file), what), ...inLines(linesOf(file), what)].map((at) => ({ file, ...at })),
    inSection: (heading, what) => {
      const [first] = inLines(sectionAt(linesOf(heading.file), heading.line), what);
      return first ? { file: heading.file, line: first.line + heading.line, column: first.column } : heading;
    },
    after: (heading, starts) => {
      const section = sectionAt(linesOf(heading.file), heading.line);
      const index = section.findIndex((text) => starts.some((start) => text.startsWith(start)));
      const start = starts.find((candidate) => section[index]?.startsWith(candidate));
      if (index === -1 || start === undefined) return heading;
      const rest = (section[index] ?? "").slice(start.length);
      return { file: heading.file, line: heading.line + index + 1, column: start.length + rest.length - rest.trimStart().length + 1 };
    },
  };
}

type Spot = Pick<Place, "line" | "column">;

/** The lines beneath the heading in line `line`, to the next heading of the second level. */
function sectionAt(lines: readonly string[], line: number): readonly string[] {
  let end = line;
  while (end < lines.length && !lines[end]?.startsWith("## ")) end += 1;
  return lines.slice(line, end);
}

function inFrontMatter(lines: readonly string[], { key, value }: KeyValue): readonly Spot[] {
  const from = lines.findIndex((line, index) => index > 0 && new RegExp(`^["']?${key}["']?\\s*:`).test(line));
  const end = lines.indexOf("---", 1);
  if (from === -1 || from > end) return [];
  for (let line = from; line < end && (line === from || /^[\s-]/.test(lines[line] ?? "")); line += 1) {
    const text = lines[line] ?? "";
    const at = wordAt(text, value, { from: line === from ? text.indexOf(":") : 0, to: text.length });
    if (at !== -1) return [{ line: line + 1, column: at + 1 }];
  }
  return [];
}

function inLines(lines: readonly string[], what: KeyValue): readonly Spot[] {
  return lines.flatMap((text, index) => {
    const at = text.includes("`") ? inSpan(text, what) : -1;
    return at === -1 ? [] : [{ line: index + 1, column: at + 1 }];
  });
}

/** Index of the value in a code span `key: …`; -1 when there is none. */
function inSpan(text: string, { key, value }: KeyValue): number {
  const start = `\`${key}:`;
  for (let open = text.indexOf(start); open !== -1; open = text.indexOf(start, open + 1)) {
    const close = text.indexOf("`", open + 1);
    const at = wordAt(text, value, { from: open + start.length, to: close === -1 ? text.length : close });
    if (at !== -1) return at;
  }
  return -1;
}

/** Index of a value as a whole word: `W-PM` does not stand in `W-PM-18`. */
function wordAt(text: string, value: string, range: { readonly from: number; readonly to: number }): number {
  const joins = (sign: string | undefined): boolean => sign !== undefined && /[\w-]/.test(sign);
  for (let at = text.indexOf(value, range.from); at !== -1 && at + value.length <= range.to; at = text.indexOf(value, at + 1)) {
    if (!joins(text[at - 1]) && !joins(text[at + value.length])) return at;
  }
  return -1;
}
