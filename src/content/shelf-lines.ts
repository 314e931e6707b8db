// Room: content. A library as the lines of one file: made whole, each line read when it is first asked for. Touches no disk itself.
import { CoachError } from "../domain/errors.ts";
import type { Deck, Tally } from "../domain/deck.ts";
import type { Library } from "../domain/library.ts";

/** What few ask of a deck, and was half of the first line. */
type Counts = Pick<Tally, "kinds" | "competencies">;
type Heading = Omit<Deck, "questions" | "outline" | "tally"> & { readonly tally: Omit<Tally, keyof Counts> };

/** What the first line tells: the decks but for their questions, and how long the stretches are that follow. */
interface Contents {
  readonly key: string;
  readonly decks: readonly Heading[];
  /** In bytes: one for each plain part; then two, list and items, for the frameworks and for the questions of each deck. */
  readonly lengths: readonly number[];
}

/** Parts of a library that are small, or asked for as a whole: one line each. The counts of all decks follow on one line, and their outlines on another. */
const plainParts = ["loops", "facts", "sources", "competencies", "problems"] as const;
const afterPlain = plainParts.length + 2;

/** What choosing among questions, and listing them, looks at: a tenth of a library. The rest of a question stands on a line of its own. */
const listedOfQuestion: readonly string[] = [
  "kind",
  "id",
  "deck",
  "title",
  "minutes",
  "difficulty",
  "company",
  "topic",
  "competencies",
  "round",
  "framework",
  "confidence",
];
const listedOfFramework: readonly string[] = ["id", "title", "company"];

/** The text of a library. `key` is what must be known to open it again. */
export function packLibrary(library: Library, key: string): string {
  const counts: readonly Counts[] = library.decks.map(({ tally: { kinds, competencies } }) => ({ kinds, competencies }));
  const plain = [...plainParts.map((part) => asciiLine(library[part])), asciiLine(counts), asciiLine(library.decks.map(({ outline }) => outline))];
  const frameworks = linesOf(library.frameworks, listedOfFramework);
  const questions = library.decks.flatMap((deck) => linesOf(deck.questions, listedOfQuestion));
  const rest = [...plain, ...frameworks, ...questions];
  const contents: Contents = {
    key,
    decks: library.decks.map(headingOf),
    lengths: rest.map((text) => text.length),
  };
  return [asciiLine(contents), ...rest].join("");
}

function headingOf({ questions: _questions, outline: _outline, tally: { questions, minutes }, ...deck }: Deck): Heading {
  return { ...deck, tally: { questions, minutes } };
}

/** A list of items with the fields that all are known by, and how long each item's line is; then those lines, with its other fields. */
interface List {
  readonly rows: readonly object[];
  readonly lengths: readonly number[];
}

function linesOf(items: readonly object[], listed: readonly string[]): readonly [string, string] {
  const rows = items.map((item) => pick(item, (field) => listed.includes(field)));
  const lines = items.map((item) => asciiLine(pick(item, (field) => !listed.includes(field))));
  const list: List = { rows, lengths: lines.map((line) => line.length) };
  return [asciiLine(list), lines.join("")];
}

function pick(item: object, isWanted: (field: string) => boolean): object {
  return Object.fromEntries(Object.entries(item).filter(([field]) => isWanted(field)));
}

/** JSON without a letter beyond ASCII: a length is then the same in letters and bytes, and V8 reads and parses it in half the time. */
function asciiLine(value: unknown): string {
  return `${JSON.stringify(value).replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

/** A file that stays open: another start may put a new one in its place, and lines of two files must not mix. */
export interface Book {
  /** In bytes. */
  readonly size: number;
  /** Fewer bytes than asked for only where the file ends. */
  read(stretch: Stretch): Buffer;
  /** Takes the file away, so that the next start makes it anew. */
  forget(): void;
}

/** Where something stands in the file, in bytes. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** The library of a file; undefined where it is not whole, or of another key. Throws where its first line is no JSON. */
export function openLibrary(book: Book, key: string): Library | undefined {
  const first = firstLine(book);
  const { key: keptKey, decks, lengths } = JSON.parse(first) as Partial<Contents>;
  if (keptKey !== key || !decks || lengths?.length !== afterPlain + 2 + 2 * decks.length) return undefined;
  const stretches = stretchesOf(first.length + 1, lengths);
  const last = stretches.at(-1);
  // A file that was cut short, or written on, is made anew.
  if (last === undefined || last.start + last.length !== book.size) return undefined;
  const plain = plainParts.map((part, index) => [part, () => lineAt(book, stretches[index])] as const);
  const listAt = (index: number, listed: ReadonlySet<unknown>): readonly object[] => itemsIn(book, stretches.slice(index, index + 2), listed);
  const ofQuestion = new Set(listedOfQuestion);
  const pages: Pages = {
    counts: onceRead(() => lineAt(book, stretches[plainParts.length]) as readonly Counts[]),
    outline: onceRead(() => lineAt(book, stretches[plainParts.length + 1]) as readonly Deck["outline"][]),
    questions: (index) => listAt(afterPlain + 2 * (index + 1), ofQuestion) as Deck["questions"],
  };
  const frameworks = (): unknown => listAt(afterPlain, new Set(listedOfFramework));
  return addLazily({ decks: decks.map((heading, index) => new KeptDeck(heading, index, pages)) }, { ...Object.fromEntries(plain), frameworks }) as Library;
}

/** What is read of decks, by their numbers. */
interface Pages {
  counts(index: number): Counts | undefined;
  outline(index: number): Deck["outline"] | undefined;
  questions(index: number): Deck["questions"];
}

/** A deck of the file. Of two thousand each has the same few fields: to give every one its own lazy ones took longer than to read them all. */
class KeptDeck implements Deck {
  readonly id: Deck["id"];
  readonly title: string;
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly topic: string | undefined;
  readonly path: string;
  readonly tally: Deck["tally"];
  readonly #index: number;
  readonly #pages: Pages;
  #questions: Deck["questions"] | undefined;

  constructor({ id, title, company, role, topic, path, tally }: Heading, index: number, pages: Pages) {
    this.id = id;
    this.title = title;
    this.company = company;
    this.role = role;
    this.topic = topic;
    this.path = path;
    this.tally = new KeptTally(tally, index, pages);
    this.#index = index;
    this.#pages = pages;
  }

  get questions(): Deck["questions"] {
    return (this.#questions ??= this.#pages.questions(this.#index));
  }

  get outline(): Deck["outline"] {
    return this.#pages.outline(this.#index) ?? noOutline;
  }
}

const noOutline: Deck["outline"] = { ids: "", ends: [], minutes: [], sets: [], set: [] };

class KeptTally implements Tally {
  readonly questions: number;
  readonly minutes: number;
  readonly #index: number;
  readonly #pages: Pages;

  constructor({ questions, minutes }: Heading["tally"], index: number, pages: Pages) {
    this.questions = questions;
    this.minutes = minutes;
    this.#index = index;
    this.#pages = pages;
  }

  get kinds(): Tally["kinds"] {
    return this.#pages.counts(this.#index)?.kinds ?? {};
  }

  get competencies(): Tally["competencies"] {
    return this.#pages.counts(this.#index)?.competencies ?? {};
  }
}

/** Finds the parts of a line that is read when the first is asked for. */
function onceRead<T>(read: () => readonly T[]): (index: number) => T | undefined {
  let parts: readonly T[] | undefined;
  return (index) => (parts ??= read())[index];
}

/** Enough for the contents of two hundred decks. */
const firstReading = 64 * 1024;

function firstLine(book: Book): string {
  let bytes = book.read({ start: 0, length: firstReading });
  for (let end = bytes.indexOf(0x0a); ; end = bytes.indexOf(0x0a)) {
    if (end !== -1) return bytes.toString("latin1", 0, end);
    const more = book.read({ start: bytes.length, length: bytes.length });
    if (more.length === 0) return "";
    bytes = Buffer.concat([bytes, more]);
  }
}

function stretchesOf(from: number, lengths: readonly number[]): readonly Stretch[] {
  let start = from;
  return lengths.map((length) => {
    start += length;
    return { start: start - length, length };
  });
}

/** A line that is damaged shows only when it is asked for. Then the file goes, so that the next start reads the decks themselves. */
function lineAt(book: Book, stretch: Stretch | undefined): unknown {
  try {
    return JSON.parse(book.read(stretch ?? { start: 0, length: 0 }).toString("latin1"));
  } catch (cause) {
    book.forget();
    throw new CoachError("the library as it was kept is damaged; it was removed", {
      fault: "failure",
      advice: "Run the command again: it reads the decks anew.",
      cause,
    });
  }
}

function itemsIn(book: Book, [list, items]: readonly Stretch[], listed: ReadonlySet<unknown>): readonly object[] {
  const { rows, lengths } = lineAt(book, list) as List;
  const stretches = stretchesOf(items?.start ?? 0, lengths);
  const unread = new Map(rows.map((row, index) => [row, stretches[index]]));
  /** Reads the rest of an item with the first look at any of it. */
  const whole = (row: object): object => {
    if (!unread.has(row)) return row;
    Object.assign(row, lineAt(book, unread.get(row)));
    unread.delete(row);
    return row;
  };
  const handler: ProxyHandler<object> = {
    get: (row, field) => Reflect.get(listed.has(field) ? row : whole(row), field),
    has: (row, field) => Reflect.has(whole(row), field),
    ownKeys: (row) => Reflect.ownKeys(whole(row)),
    getOwnPropertyDescriptor: (row, field) => Reflect.getOwnPropertyDescriptor(whole(row), field),
  };
  return rows.map((row) => new Proxy(row, handler));
}

/** Adds fields to an object, each made when it is first asked for. */
function addLazily(known: object, made: Readonly<Record<string, () => unknown>>): object {
  for (const [name, make] of Object.entries(made)) {
    let value: unknown;
    Object.defineProperty(known, name, { enumerable: true, get: () => (value ??= make()) });
  }
  return known;
}
