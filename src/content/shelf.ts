// Room: content. The library as it was read last time, kept as one file; used only while every deck file is still the same.
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CoachError } from "../domain/errors.ts";
import type { Library } from "../domain/library.ts";
import type { Kind } from "../domain/question.ts";
import { findMarkdown, type Root } from "./find.ts";

/** Where the kept library lies, and which program wrote it: another program may read decks differently. */
export interface Shelf {
  readonly file: string;
  readonly program: string;
}

/** A library, and whether it had to be parsed. */
export interface ShelvedLibrary {
  readonly library: Library;
  readonly isAnew: boolean;
}

/**
 * The library of some roots. Parsing 250 questions in a fresh process takes about 200 ms, since nothing is compiled yet; reading them back
 * as JSON takes 10, and less where only some decks are asked for. Files are compared by name, size, inode, and times of change, so a kept
 * library is never stale. Places hold absolute paths.
 */
export async function readShelvedLibrary(roots: readonly Root[], shelf: Shelf | undefined): Promise<ShelvedLibrary> {
  if (!shelf) return { library: await readAnew(roots), isAnew: true };
  const key = keyOf(roots, shelf.program);
  const kept = readKept(shelf.file, key);
  if (kept) return { library: kept, isAnew: false };
  const library = await readAnew(roots);
  keep(shelf.file, packed(key, library));
  return { library, isAnew: true };
}

async function readAnew(roots: readonly Root[]): Promise<Library> {
  // The parsers and their libraries are loaded only when something has to be parsed.
  const { readLibrary } = await import("./library.ts");
  return readLibrary(roots, (absolute) => absolute).library;
}

function keyOf(roots: readonly Root[], program: string): string {
  const lines = [program];
  for (const root of roots) {
    lines.push(`${root.holds} ${root.folder} ${root.only ?? ""}`);
    const { found, skipped } = findMarkdown(root);
    for (const { absolute, why } of skipped) lines.push(`${absolute} ${why}`);
    for (const { absolute } of found) {
      const { size, ino, mtimeMs, ctimeMs } = lstatSync(absolute);
      lines.push(`${absolute} ${size} ${ino} ${mtimeMs} ${ctimeMs}`);
    }
  }
  return lines.join("\n");
}

/** What the first line of the file tells: the decks but for their questions, and where every other line ends. */
interface Contents {
  readonly key: string;
  readonly decks: readonly Omit<Library["decks"][number], "questions">[];
  /** Lengths of the lines that follow: one for each part of the library, then two for the questions of each deck. */
  readonly lengths: readonly number[];
}

/** Parts of a library that have a line of their own. */
const parts = ["frameworks", "loops", "facts", "sources", "competencies", "problems"] as const;

const told = ["pitfalls", "model", "followUps", "notes"] as const;
/** Fields of a question that only marking and its screens look at: nine tenths of a library, and a quiz needs none of them. */
const heavyOfKind: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  open: ["keyPoints", ...told],
  star: ["parts", ...told],
  rewrite: ["weak", "keyPoints", ...told],
};

function heavyOf(question: { readonly kind: Kind }): readonly string[] {
  return heavyOfKind[question.kind] ?? [];
}

/** Two lines for the questions of a deck: without their heavy fields, and these. */
function linesOfDeck({ questions }: Library["decks"][number]): readonly string[] {
  const without = questions.map((question) => pick(question, (field) => !heavyOf(question).includes(field)));
  const heavy = questions.map((question) => pick(question, (field) => heavyOf(question).includes(field)));
  return [asciiJson(without), asciiJson(heavy)];
}

function pick(question: object, isWanted: (field: string) => boolean): object {
  return Object.fromEntries(Object.entries(question).filter(([field]) => isWanted(field)));
}

/** The questions of a deck from its two lines; the second is read when a heavy field is first asked for. */
function questionsFrom(without: Line, heavy: Line): Line {
  return () => {
    let read: readonly Readonly<Record<string, unknown>>[] | undefined;
    const heavyAt = (index: number): Readonly<Record<string, unknown>> | undefined => (read ??= heavy() as NonNullable<typeof read>)[index];
    return (without() as readonly { readonly kind: Kind }[]).map((question, index) => {
      const fields = heavyOf(question).map((field) => [field, () => heavyAt(index)?.[field]] as const);
      return fields.length === 0 ? question : lazily(Object.fromEntries(fields), question);
    });
  };
}

/** One line of JSON for the contents, each part, and two for the questions of each deck: what nobody asks for is never parsed. */
function packed(key: string, library: Library): string {
  const rest = [...parts.map((part) => asciiJson(library[part])), ...library.decks.flatMap(linesOfDeck)];
  const decks = library.decks.map((deck) => ({ ...deck, questions: undefined }));
  const contents: Contents = { key, decks, lengths: rest.map((line) => line.length) };
  return [asciiJson(contents), ...rest, ""].join("\n");
}

function readKept(file: string, key: string): Library | undefined {
  try {
    const bytes = readOwn(file);
    return bytes && unpacked(bytes, { key, file });
  } catch {
    return undefined;
  }
}

/** The bytes of a file that is this user's own: what others wrote, or may write, is not ours to believe. */
function readOwn(file: string): Buffer | undefined {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const stat = fstatSync(descriptor);
    const isOwn = stat.isFile() && (process.getuid === undefined || stat.uid === process.getuid()) && (stat.mode & 0o022) === 0;
    return isOwn ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

function unpacked(bytes: Buffer, { key, file }: { readonly key: string; readonly file: string }): Library | undefined {
  const end = bytes.indexOf("\n");
  const contents = JSON.parse(bytes.toString("latin1", 0, end)) as Partial<Contents>;
  const { decks, lengths } = contents;
  if (contents.key !== key || !decks || lengths?.length !== parts.length + 2 * decks.length) return undefined;
  // A file that was cut short is made anew.
  const lines = linesOf(bytes, end + 1, lengths)?.map((line) => orForget(line, file));
  if (!lines) return undefined;
  return {
    ...(lazily(Object.fromEntries(parts.map((part, index) => [part, lines[index]]))) as Omit<Library, "decks">),
    decks: decks.map((deck, index) => lazily({ questions: questionsIn(lines, index) }, deck) as Library["decks"][number]),
  };
}

type Line = () => unknown;

function questionsIn(lines: readonly Line[], deck: number): Line | undefined {
  const [without, heavy] = lines.slice(parts.length + 2 * deck);
  return without && heavy && questionsFrom(without, heavy);
}

function linesOf(bytes: Buffer, from: number, lengths: readonly number[]): readonly Line[] | undefined {
  let at = from;
  const lines: Line[] = [];
  for (const length of lengths) {
    const [start, end] = [at, at + length];
    if (bytes[end] !== 0x0a) return undefined;
    lines.push(() => JSON.parse(bytes.toString("latin1", start, end)));
    at = end + 1;
  }
  return at === bytes.length ? lines : undefined;
}

/** A line that is damaged shows only when it is asked for. Then the file goes, so that the next start reads the decks themselves. */
function orForget(line: Line, file: string): Line {
  return () => {
    try {
      return line();
    } catch (cause) {
      rmSync(file, { force: true });
      throw new CoachError("the library as it was kept is damaged; it was removed", {
        fault: "failure",
        advice: "Run the command again: it reads the decks anew.",
        cause,
      });
    }
  };
}

/** The fields of `known`, and of `lines` each read when it is first asked for. */
function lazily(lines: Readonly<Record<string, Line | undefined>>, known: object = {}): object {
  const made: object = { ...known };
  for (const [name, line] of Object.entries(lines)) {
    let value: unknown;
    Object.defineProperty(made, name, { enumerable: true, get: () => (value ??= line?.()) });
  }
  return made;
}

/** JSON without a letter beyond ASCII: V8 then reads and parses it as single bytes, in half the time. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Where it cannot be kept, the next start is slower, and that is all. */
function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // It was never made.
    }
  }
}
