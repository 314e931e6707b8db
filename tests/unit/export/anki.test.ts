import { describe, expect, test } from "vitest";
import { kinds, type Question } from "../../../src/domain/question.ts";
import { cardNotes } from "../../../src/export/cards.ts";
import { toAnki } from "../../../src/export/formats/anki.ts";
import { aQuestion } from "../../support/builders.ts";

interface Note {
  readonly guid: string;
  readonly deck: string;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

/** Reads a file as "Text Files" of Anki's manual says: headers on top, comments left out, fields quoted where they begin with a quote, special columns taken out of the fields. */
function readByManual(text: string): { readonly headers: Readonly<Record<string, string>>; readonly notes: readonly Note[] } {
  const lines = text.split("\n");
  const isHeader = (line: string): boolean => /^#[a-z ]+:/.test(line);
  const top = lines.findIndex((line) => !isHeader(line));
  const headers = Object.fromEntries(lines.slice(0, top).map((line) => [line.slice(1, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
  if (headers["separator"] !== "tab") throw new Error("this reader splits by tabs");
  const rows = lines
    .slice(top)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  if (rows.flat().some((field) => field.startsWith('"'))) throw new Error("a quote begins a field: it may go on in the next line");
  const at = (name: string): number => Number(headers[`${name} column`]) - 1;
  const special = new Set(["guid", "deck", "tags"].map(at));
  const notes = rows.map((row) => ({
    guid: row[at("guid")] ?? "",
    deck: row[at("deck")] ?? "",
    tags: (row[at("tags")] ?? "").split(" "),
    fields: row.filter((_, index) => !special.has(index)),
  }));
  return { headers, notes };
}

/** Brings a file into a collection: a guid that is there is updated, another is added. */
function importInto(collection: Map<string, Note>, text: string): Map<string, Note> {
  for (const note of readByManual(text).notes) collection.set(note.guid, note);
  return collection;
}

const anki = (...questions: readonly Question[]): string => toAnki(cardNotes(questions));
const read = (...questions: readonly Question[]): readonly Note[] => readByManual(anki(...questions)).notes;

test("the headers are those of the manual, and name a note type that every collection has", () => {
  expect(readByManual(anki()).headers).toEqual({
    separator: "tab",
    html: "true",
    notetype: "Basic",
    columns: "guid\tdeck\ttags\tFront\tBack",
    "guid column": "1",
    "deck column": "2",
    "tags column": "3",
  });
});

test.each(kinds)("a question of kind %s has a front that asks and a back that answers", (kind) => {
  const [note, ...others] = read(aQuestion({ kind, why: "Because." }));
  expect(others).toEqual([]);
  expect(note?.fields).toHaveLength(2);
  expect(note?.fields[0]).not.toBe("");
  expect(note?.fields[1]).toContain("Because.");
  expect(note?.guid).toBe(`coach:test/deck/${kind}`);
  expect(note?.deck).toBe("Interview coach::test::deck");
  expect(note?.tags).toContain(`kind::${kind}`);
});

describe("what is asked and what is answered", () => {
  const fieldsOf = (question: Question): readonly string[] => read(question)[0]?.fields ?? [];

  test("choice: all options, then the right one with its reason", () => {
    const [front, back] = fieldsOf(aQuestion({ kind: "choice" }));
    expect(front).toContain("• It uses a transformer.");
    expect(back).toBe("• It saves about $1,200 a store each week. – money");
  });

  test("recall: blanks are gaps on the front and filled on the back", () => {
    const [front, back] = fieldsOf(aQuestion({ kind: "recall" }));
    expect(front).toContain("a base from […] to […].");
    expect(back).toBe("• $130,000<br>• $180,000");
  });

  test("numeric: the value with its unit, and the steps", () => {
    const [front, back] = fieldsOf(aQuestion({ kind: "numeric", steps: ["one & two"] }));
    expect(front).toContain("Answer in USD.");
    expect(back).toBe("<b>60,000 USD</b><br><br>• one &amp; two");
  });

  test("order and sort: never in the right order on the front, in it on the back", () => {
    const [front, back] = fieldsOf(aQuestion({ kind: "order" }));
    expect(back).toBe("1. Problem definition<br>2. Data feasibility<br>3. Hypothesis sizing<br>4. Controlled experiment");
    expect(front?.replaceAll("• ", "")).not.toContain("Problem definition<br>Data feasibility<br>Hypothesis sizing");
    expect(fieldsOf(aQuestion({ kind: "sort" }))[1]).toContain("<b>Noise</b><br>• Page views");
  });
});

describe("texts that mean harm", () => {
  const hostile = aQuestion({
    kind: "open",
    id: '#x y/"z"\tq',
    deck: "a::b/<i>",
    title: '"quoted" <script>alert(1)</script>',
    prompt: "tab\there\r\nnext & <b>\n```sql\nselect 1\n\twhere a < 2\n```\nafter `x<y` **bold**",
    competencies: ["two words\tand\nmore"],
    why: "#separator:comma",
  });

  test("stay one note of five columns", () => {
    const { notes } = readByManual(anki(hostile, aQuestion({ kind: "open" })));
    expect(notes.map(({ fields }) => fields.length)).toEqual([2, 2]);
    expect(notes[0]?.tags).toContain("competency::two-words-and-more");
    expect(notes[0]?.deck).toBe("Interview coach::a:b::&lt;i&gt;");
    expect(anki(hostile)).not.toMatch(/\r|<script|<i>/);
  });

  test("code keeps its lines and its indentation", () => {
    expect(read(hostile)[0]?.fields[0]).toContain(
      "tab here<br>next &amp; &lt;b&gt;<br><pre>select 1<br>    where a &lt; 2</pre><br>after <code>x&lt;y</code> <b>bold</b>",
    );
  });
});

test("a second import updates: the same questions, worded anew, are the same notes", () => {
  const collection = importInto(new Map(), anki(aQuestion({ kind: "open", prompt: "Old" }), aQuestion({ kind: "star" })));
  importInto(collection, anki(aQuestion({ kind: "open", prompt: "New" }), aQuestion({ kind: "star" })));
  expect(collection.size).toBe(2);
  expect(collection.get("coach:test/deck/open")?.fields[0]).toContain("New");
});
