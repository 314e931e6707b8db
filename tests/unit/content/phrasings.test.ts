import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePhrasings, phrasingLine, phrasingsHead, withPhrasings } from "../../../src/content/phrasings.ts";
import type { Library, LibraryMemory } from "../../../src/domain/library.ts";
import { hashOf } from "../../../src/domain/names.ts";
import type { OwnPhrasing } from "../../../src/domain/phrasing.ts";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { aDeck, aFramework, aQuestion } from "../../support/builders.ts";
import { growthOf } from "../../support/growth.ts";

describe("the lines of the file", () => {
  test("are read back as they were written", () => {
    const phrasings = [
      { question: "walmart/cases/shelf", keyPoint: "metric", words: "we went from 92 to 95 percent: on the shelf" },
      { question: "walmart/cases/shelf", keyPoint: "money", words: "# two million # a year" },
    ];
    expect(parsePhrasings(phrasingsHead + phrasings.map(phrasingLine).join(""))).toEqual(phrasings);
  });

  test("hold no line end and no escape code, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const line = phrasingLine({ question: "a/b", keyPoint: "c", words });
        expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(line.length).toBeLessThanOrEqual(310);
      }),
    );
  });

  test.each(["", "# a comment", "no key point: words", "a#b:no blank", "a#b: ", "a b#c: words", `a#b: ${"x".repeat(301)}`])(
    "of another form are passed over: %j",
    (row) => {
      expect(parsePhrasings(`${row}\na#b: sound\n`)).toEqual([{ question: "a", keyPoint: "b", words: "sound" }]);
    },
  );

  test("are cleaned, since an editor or a sync tool may have written them", () => {
    expect(parsePhrasings("\ufeffa#b: \u001b[31mred\u202e words\r\n")).toEqual([{ question: "a", keyPoint: "b", words: "red words" }]);
  });

  test.each(["#", "a#", " ", "a#b: c\n"])("are read in a straight line: %j again and again", (piece) => {
    expect(growthOf((text) => parsePhrasings(`${text}x`), piece, { small: 50_000, large: 400_000 })).toBeLessThan(32);
  });
});

describe("a library with them", () => {
  const point = (id: string) => ({ id, text: id, weight: 1, part: undefined, phrasings: ["as the deck has it"] });
  const open = aQuestion({ kind: "open", id: "d/open", keyPoints: [point("metric"), point("money")] });
  const sample = aQuestion({ kind: "star" });
  const star = aQuestion({ kind: "star", id: "d/star", parts: { ...sample.parts, result: { ...sample.parts.result, keyPoints: [point("outcome")] } } });
  const choice = aQuestion({ kind: "choice", id: "d/choice" });
  const deck = aDeck({ id: "d", questions: [open, star, choice] });
  const other = aDeck({ id: "e", questions: [aQuestion({ kind: "open", id: "e/open" })] });
  const library: Library = { decks: [deck, other], frameworks: [], loops: [], facts: [], sources: [], competencies: [], problems: [] };
  const own = (question: string, keyPoint: string, words = "mine") => ({ question, keyPoint, words });

  test("remembers nothing of the library without them, nor of others", () => {
    const memoryOf = (key: string): LibraryMemory => ({
      recall: () => Uint32Array.of(hashOf(key)),
      keep: () => undefined,
      with: (more) => memoryOf(`${key}+${more}`),
    });
    const known = (phrasings: readonly OwnPhrasing[]) => withPhrasings({ ...library, memory: memoryOf("") }, phrasings).memory?.recall("roots")?.[0];
    const mine = own("d/open", "metric");
    expect(known([mine])).toBe(known([{ ...mine }]));
    expect(new Set([hashOf(""), known([mine]), known([{ ...mine, words: "other" }]), known([mine, mine]), known([own("frameworks/x/y", "metric")])]).size).toBe(
      5,
    );
    expect(withPhrasings(library, [mine]).memory).toBeUndefined();
    let told = "";
    withPhrasings({ ...library, memory: { ...memoryOf(""), with: (more) => memoryOf((told = more)) } }, [mine]);
    expect(told).toMatch(/^\d+ \d+$/);
  });

  test("has them beside the deck's own, for that key point only", () => {
    const [question] = withPhrasings(library, [own("d/open", "metric")]).decks[0]?.questions ?? [];
    expect(question?.kind === "open" && question.keyPoints.map(({ phrasings }) => phrasings)).toEqual([["as the deck has it", "mine"], ["as the deck has it"]]);
  });

  test("has them in the part of a story", () => {
    const question = withPhrasings(library, [own("d/star", "outcome")]).decks[0]?.questions[1];
    expect(question?.kind === "star" && question.parts.result.keyPoints[0]?.phrasings.at(-1)).toBe("mine");
  });

  test("leaves everything else as it is, the very same", () => {
    const grown = withPhrasings(library, [own("d/open", "metric"), own("d/choice", "option-1"), own("gone/question", "x"), own("__proto__", "x")]);
    expect(grown.decks[1]).toBe(other);
    expect(grown.decks[0]?.questions.slice(1)).toEqual([star, choice]);
    expect(grown.decks[0]).toMatchObject({ id: "d", title: deck.title, tally: deck.tally });
    expect(grown.loops).toBe(library.loops);
  });

  test("gives the same question each time, so that it is read once", () => {
    const grown = withPhrasings(library, [own("d/open", "metric")]);
    const look = () => grown.decks[0]?.questions[0];
    expect(look()).toBe(look());
    const question = look();
    expect(question?.kind === "open" && lookedForIn(question)).toBe(question?.kind === "open" && lookedForIn(question));
  });

  test("has them at the prompt of a framework where they were accepted, and at no other", () => {
    const part = { id: "metric", name: "Metric", asks: "", cues: [], also: [] };
    const prompt = {
      title: "P",
      text: "P",
      minutes: 3,
      phrasings: { metric: ["as the file has it"] },
      model: undefined,
      place: { file: "f.md", line: 1, column: 1 },
    };
    const framework = aFramework({ id: "f", parts: [part], prompts: ["late", "early"].map((id) => ({ ...prompt, id })) });
    const grown = withPhrasings({ ...library, frameworks: [framework] }, [own("frameworks/f/apply-late", "metric"), own("frameworks/f/apply-late", "gone")]);
    expect(grown.frameworks[0]?.prompts.map(({ phrasings }) => phrasings)).toEqual([
      { metric: ["as the file has it", "mine"] },
      { metric: ["as the file has it"] },
    ]);
    expect(withPhrasings(library, [own("d/open", "metric")]).frameworks).toBe(library.frameworks);
  });

  test("takes the last five of a key point", () => {
    const many = Array.from({ length: 9 }, (_, index) => own("d/open", "metric", `way ${index + 1}`));
    const [question] = withPhrasings(library, many).decks[0]?.questions ?? [];
    expect(question?.kind === "open" && question.keyPoints[0]?.phrasings).toEqual(["as the deck has it", "way 5", "way 6", "way 7", "way 8", "way 9"]);
  });

  test("reads no deck before it is asked for", () => {
    const lazy = { ...deck };
    Object.defineProperty(lazy, "questions", {
      enumerable: true,
      get: () => {
        throw new Error("read");
      },
    });
    const grown = withPhrasings({ ...library, decks: [lazy] }, [own("d/open", "metric")]);
    expect(grown.decks[0]?.title).toBe(deck.title);
    expect(() => grown.decks[0]?.questions).toThrow("read");
  });
});
