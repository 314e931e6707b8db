// A library kept as lines: what a list shows is there at once, the rest is read when it is asked for.
import { describe, expect, test } from "vitest";
import { type Book, openLibrary, packLibrary } from "../../../src/content/shelf-lines.ts";
import { parseFramework } from "../../../src/content/framework.ts";
import type { CoachError } from "../../../src/domain/errors.ts";
import type { Library } from "../../../src/domain/library.ts";
import { fileOf, promptsText, soundDeck, writtenDown } from "../../support/decks.ts";

const deck = soundDeck(
  "---\ntitle: T\ncompany: Acme\ntopic: é\nround: panel\ncompetencies: [care]\nframework: star\n---\n\n## Öne\n\n`id: one`\n\nAnswer: a\n\n## Two\n\n`id: two`\n\nAnswer: b\n",
);
const framework = parseFramework(
  fileOf(`---\ntitle: F\ncompany: Acme\nshape: chain\n---\n## Parts\n1. **One** \`id: one\`\n2. **Two** \`id: two\`\n${promptsText(["One", "Two"])}`, "f.md"),
).value;
const library: Library = {
  decks: [deck, { ...deck, id: "other", questions: [] }],
  frameworks: framework ? [framework] : [],
  loops: [],
  facts: [],
  sources: [],
  competencies: [{ id: "care", name: "Care", about: "ü" }],
  problems: [],
};

function bookOf(text: string) {
  const bytes = Buffer.from(text, "latin1");
  const state = { reads: 0, isForgotten: false };
  const book: Book = {
    size: bytes.length,
    read: ({ start, length }) => {
      state.reads += 1;
      return bytes.subarray(start, start + length);
    },
    forget: () => {
      state.isForgotten = true;
    },
  };
  return { book, state };
}

const packed = packLibrary(library, "key");

test("comes back whole, in letters of ASCII", () => {
  expect(packed).toMatch(/^[\0-\x7f]*$/);
  expect(writtenDown(openLibrary(bookOf(packed).book, "key"))).toEqual(writtenDown(library));
});

test("what lists show of questions and frameworks costs one reading for all, the rest one each", () => {
  const { book, state } = bookOf(packed);
  const opened = openLibrary(book, "key");
  expect([state.reads, opened?.decks[0]?.title, opened?.decks.length]).toEqual([1, "T", 2]);
  const questions = opened?.decks[0]?.questions ?? [];
  for (const { kind, id, deck: from, title, minutes, difficulty, company, topic, competencies, round, framework: named, confidence } of questions) {
    expect([kind, from, minutes, difficulty, company, topic, competencies, round, named, confidence]).toEqual([
      "recall",
      "acme/pm/deck",
      1,
      2,
      "Acme",
      "é",
      ["care"],
      "panel",
      "star",
      "own",
    ]);
    expect([id, title]).not.toContain(undefined);
  }
  expect(state.reads).toBe(2);
  expect(questions.map(({ prompt }) => prompt)).toEqual(["Öne", "Two"]);
  expect(state.reads).toBe(4);
  expect([Object.keys(questions[0] ?? {}).length > 12, "hints" in (questions[0] ?? {})]).toEqual([true, true]);
  expect(state.reads).toBe(4);
  const [first] = opened?.frameworks ?? [];
  expect([first?.id, first?.title, first?.company, state.reads]).toEqual(["f", "F", "Acme", 5]);
  expect([first?.parts.length, state.reads]).toEqual([2, 6]);
  expect(opened?.decks[0]?.questions).toBe(questions);
});

test("what is told of all decks, and a part of the library, is read once for all who ask", () => {
  const { book, state } = bookOf(packed);
  const opened = openLibrary(book, "key");
  const tallies = ({ decks }: Pick<Library, "decks">) =>
    decks.map(({ tally: { questions, minutes, kinds, competencies } }) => [questions, minutes, kinds, competencies]);
  expect(tallies(opened ?? { decks: [] })).toEqual(tallies(library));
  expect(state.reads).toBe(2);
  expect(opened?.decks.map(({ outline }) => outline)).toEqual(library.decks.map(({ outline }) => outline));
  expect(state.reads).toBe(3);
  expect(opened?.competencies).toEqual(library.competencies);
  expect(opened?.competencies).toBe(opened?.competencies);
  expect(state.reads).toBe(4);
});

test("a field that is asked for by name, before any other, is read", () => {
  const { book, state } = bookOf(packed);
  const [question] = openLibrary(book, "key")?.decks[0]?.questions ?? [];
  expect(Object.getOwnPropertyDescriptor(question, "prompt")?.value).toBe("Öne");
  expect(state.reads).toBe(3);
});

describe("is not believed", () => {
  test("with another key, cut short, written on, or without its lines", () => {
    const opened = (text: string, key = "key") => openLibrary(bookOf(text).book, key);
    expect([
      opened(packed, "other"),
      opened(packed.slice(0, -1)),
      opened(`${packed}\n`),
      opened('{"key":"key"}\n'),
      opened('{"key":"key","decks":[]}\n'),
      opened('{"key":"key","decks":[],"lengths":[1]}\n'),
    ]).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(() => opened("no JSON\n")).toThrow(SyntaxError);
    expect(() => opened("")).toThrow(SyntaxError);
  });

  test("where a line is damaged: then the file goes, and the person is told what to do", () => {
    const { book, state } = bookOf(packed.replace('"prompt":"\\u00d6ne"', '"prompt":"\\u00d6n""'));
    const questions = openLibrary(book, "key")?.decks[0]?.questions ?? [];
    expect([questions[1]?.prompt, state.isForgotten]).toEqual(["Two", false]);
    let error: unknown;
    try {
      expect(questions[0]?.prompt).toBe("never read");
    } catch (fault) {
      error = fault;
    }
    expect(error).toMatchObject({
      message: "the library as it was kept is damaged; it was removed",
      fault: "failure",
      advice: "Run the command again: it reads the decks anew.",
    } satisfies Partial<CoachError>);
    expect(state.isForgotten).toBe(true);
  });
});

test("a first line longer than one reading is read on", () => {
  const decks = Array.from({ length: 400 }, (_, index) => ({ ...deck, id: `deck-${index}-${"x".repeat(100)}`, questions: [] }));
  const { book } = bookOf(packLibrary({ ...library, decks }, "key"));
  expect(openLibrary(book, "key")?.decks.map(({ id }) => id)).toEqual(decks.map(({ id }) => id));
});
