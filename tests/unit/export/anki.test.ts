import { parse } from "csv-parse/sync";
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

interface Collection {
  /** The names of the fields of its note type "Basic": other words where Anki speaks another language. */
  readonly fieldNames: readonly string[];
  readonly notes: Map<string, Note>;
}

const collection = (...fieldNames: readonly string[]): Collection => ({ fieldNames, notes: new Map() });
const aCollection = (): Collection => collection("Front", "Back");

/** The headers on top, as `parse_meta_lines` of Anki's rslib/src/import_export/text/csv/metadata.rs takes them. */
function headersOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split("\n");
  const top = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("#")),
  );
  return Object.fromEntries(top.map((line) => [line.slice(1, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}

/** Which column, from 0, fills each field: by the names of `#columns` where there are any, else in order (`maybe_init_notetype_map`). */
function columnsOfFields({ fieldNames }: Collection, headers: Readonly<Record<string, string>>, width: number): readonly (number | undefined)[] {
  const special = ["guid", "deck", "tags"].map((name) => Number(headers[`${name} column`]) - 1);
  const labels = headers["columns"]?.split("\t");
  if (labels) return fieldNames.map((name, index) => (labels.includes(name) ? labels.indexOf(name) : index === 0 ? 0 : undefined));
  const free = Array.from({ length: width }, (_, index) => index).filter((index) => !special.includes(index));
  return fieldNames.map((_, index) => free[index]);
}

/**
 * An independent reader after "Text Files" of Anki's manual and the code that it describes (both of August 2026): csv with quotes and comments,
 * special columns taken out of the fields, a note with an empty first field left out, one whose guid is there updated or left as `#if matches` says.
 */
function importInto(into: Collection, text: string): Collection {
  const headers = headersOf(text);
  if (headers["separator"]?.toLowerCase() !== "tab" || headers["html"] !== "true") throw new Error("this reader takes html, split by tabs");
  const rows = parse(text, { delimiter: "\t", comment: "#", comment_no_infix: true, quote: '"', relax_quotes: true, relax_column_count: true });
  const columns = columnsOfFields(into, headers, rows[0]?.length ?? 0);
  const at = (row: readonly string[], name: string): string => row[Number(headers[`${name} column`]) - 1] ?? "";
  for (const row of rows) {
    const note = { guid: at(row, "guid"), deck: at(row, "deck"), tags: at(row, "tags").split(/\s+/), fields: columns.map((one) => row[one ?? -1] ?? "") };
    const isKept = into.notes.has(note.guid) && headers["if matches"] !== "update current";
    if (note.fields[0] !== "" && !isKept) into.notes.set(note.guid, note);
  }
  return into;
}

const anki = (...questions: readonly Question[]): string => toAnki(cardNotes(questions));
const read = (...questions: readonly Question[]): readonly Note[] => [...importInto(aCollection(), anki(...questions)).notes.values()];

test("the headers are those of the manual, and say that what is there is updated", () => {
  expect(headersOf(anki(aQuestion({ kind: "open" })))).toEqual({
    separator: "tab",
    html: "true",
    notetype: "Basic",
    "if matches": "update current",
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

describe("a card word for word", () => {
  const cardOf = (question: Question): readonly string[] => {
    const [note] = cardNotes([question]);
    return [note?.front ?? "", note?.back ?? ""];
  };

  test.each([
    [
      aQuestion({
        kind: "recall",
        title: "Two",
        prompt: "Name what it costs.",
        inOrder: false,
        blanks: [{ forms: ["a"] }, { forms: ["b", "c", "d", "e", "f"] }],
      }),
      ["**Two**\n\nName what it costs.\n\nName 2.", "- a\n- b (or: c; d; e)"],
    ],
    [aQuestion({ kind: "numeric", title: "Sum", prompt: "Sum", unit: undefined, steps: [] }), ["Sum", "**60,000**"]],
    [
      aQuestion({ kind: "sort", title: "Sort", prompt: "Sort" }),
      [
        "Sort\n\nSort into: Signal, Noise.\n\n- Page views\n- Orders per searching visitor\n- Add-to-basket rate",
        "**Signal**\n- Orders per searching visitor\n- Add-to-basket rate\n\n**Noise**\n- Page views",
      ],
    ],
    [
      aQuestion({ kind: "open", title: "Open", prompt: "Why {{1}}?", model: " Because. ", why: "It pays.", confidence: "unverified" }),
      ["**Open**\n\nWhy {{1}}?", "Because.\n\nIt pays.\n\nNot verified: told by a single source, not confirmed."],
    ],
    [
      aQuestion({ kind: "rewrite", title: "Better", prompt: "For a merchant." }),
      ["**Better**\n\nFor a merchant.\n\nThe weak answer: Our demand model improved from 88 % to 94 % accuracy.", ""],
    ],
    [
      aQuestion({ kind: "star", title: "Worse", prompt: "Worse" }),
      [
        "Worse",
        "**Situation**: One sentence on the business, one on the model.\n\n**Task**: What was yours to do.\n\n**Action**: What you did, step by step. Say I.\n\n**Result**: A number with its baseline.",
      ],
    ],
  ] as const)("%#", (question, fields) => {
    expect(cardOf(question)).toEqual(fields);
  });

  test("its tags say whose it is and what it is about, and nothing that is not known", () => {
    const [bare, full] = cardNotes([
      aQuestion({ kind: "open", company: undefined, topic: undefined, round: undefined, competencies: [] }),
      aQuestion({ kind: "open", company: "Walmart", topic: "shelves", round: "panel", competencies: ["metrics", "ownership"] }),
    ]);
    expect(bare?.tags).toEqual(["interview-coach", "kind::open", "difficulty::2"]);
    expect(full?.tags).toEqual([...(bare?.tags ?? []), "company::Walmart", "topic::shelves", "round::panel", "competency::metrics", "competency::ownership"]);
  });

  test("its markdown becomes the html of a field", () => {
    const html = (prompt: string): string => read(aQuestion({ kind: "open", title: prompt, prompt }))[0]?.fields[0] ?? "";
    expect(html("[a](b) and [cd](https://e.f/g) x")).toBe("a and cd x");
    expect(html("one\n\n\n\n\ntwo")).toBe("one<br><br>two");
    expect(html("- a\n  * b\n+ c\n2 - 1")).toBe("• a<br>• b<br>• c<br>2 - 1");
    expect(html("```\na\n\n  b  c\n```")).toBe("<pre>a<br><br>  b c</pre>");
    expect(html("see ```not code``` here")).toBe("see ``<code>not code</code>`` here");
    expect(html("a\n```sql\nx\n```\nb\n```\ny\n```\n")).toBe("a<br><pre>x</pre><br>b<br><pre>y</pre>");
  });

  test("its guid and its tags hold no blank and no quote", () => {
    const [note] = cardNotes([aQuestion({ kind: "open", id: 'a  b"c', competencies: ['say  "no"'] })]);
    if (!note) throw new Error("no card");
    const [guid, , tags] = toAnki([note]).trimEnd().split("\n").at(-1)?.split("\t") ?? [];
    expect(guid).toBe("coach:a-b'c");
    expect(tags?.split(" ").at(-1)).toBe("competency::say-'no'");
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
    const notes = read(hostile, aQuestion({ kind: "open" }));
    expect(notes.map(({ fields }) => fields.length)).toEqual([2, 2]);
    expect(notes[1]?.guid).toBe("coach:test/deck/open");
    expect(anki(hostile).trimEnd().split("\n").at(-1)?.split("\t")).toHaveLength(5);
    expect(notes[0]?.tags).toContain("competency::two-words-and-more");
    expect(notes[0]?.deck).toBe("Interview coach::a:b::<i>");
    expect(anki(hostile)).not.toMatch(/\r|<script/);
  });

  test("code keeps its lines and its indentation", () => {
    expect(read(hostile)[0]?.fields[0]).toContain(
      "tab here<br>next &amp; &lt;b&gt;<br><pre>select 1<br>    where a &lt; 2</pre><br>after <code>x&lt;y</code> <b>bold</b>",
    );
  });
});

test("a second import updates: the same questions, worded anew, are the same notes", () => {
  const into = importInto(aCollection(), anki(...kinds.map((kind) => aQuestion({ kind, prompt: "Old" }))));
  expect(into.notes.size).toBe(kinds.length);
  importInto(into, anki(...kinds.map((kind) => aQuestion({ kind, prompt: "New" }))));
  expect(into.notes.size).toBe(kinds.length);
  for (const kind of kinds) expect(into.notes.get(`coach:test/deck/${kind}`)?.fields[0]).toContain("New");
});

test("an Anki that speaks another language fills front and back all the same", () => {
  const [question] = [aQuestion({ kind: "choice" })];
  const [note] = importInto(collection("Vorderseite", "Rückseite"), anki(question)).notes.values();
  expect(note?.fields).toEqual(read(question)[0]?.fields);
  expect(note?.fields[1]).not.toBe("");
});
