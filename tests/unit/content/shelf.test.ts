import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Root, rootsOf } from "../../../src/content/find.ts";
import { readShelvedLibrary } from "../../../src/content/shelf.ts";
import type { Question } from "../../../src/domain/question.ts";
import { deckText, promptsText, quickText, writtenDown } from "../../support/decks.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
const { write } = fresh;
let folder = "";
beforeEach(() => {
  folder = fresh.path();
  writeLibrary();
});

function writeLibrary(): void {
  write("questions/sources.md", "- **Guide** `id: GUIDE` `confidence: reported`\n");
  write("questions/acme/facts.md", "---\ntitle: F\ncompany: Acme\n---\n\n## A\n- b `source: GUIDE`\n");
  write("questions/acme/pm/deck.md", deckText(["one", "two", "three"].map((id) => quickText(id)).join("")));
  write("questions/acme/pm/other.md", deckText(quickText("four"), "title: Other"));
  write("frameworks/star.md", `---\ntitle: STAR\n---\n\n## Parts\n1. A\n2. B\n\n${promptsText(["A", "B"])}`);
}

const shelf = () => ({ file: join(folder, "cache/library.json"), program: "1" });
const roots = (): readonly Root[] => rootsOf(folder);

/** Keeps the library, and opens what was kept. */
async function keptLibrary() {
  await readShelvedLibrary(roots(), shelf());
  const { library, isAnew } = await readShelvedLibrary(roots(), shelf());
  expect(isAnew).toBe(false);
  return library;
}

function questionsOf({ decks }: { readonly decks: readonly { readonly questions: readonly Question[] }[] }): readonly Question[] {
  return decks.flatMap((deck) => deck.questions);
}

function damage(from: RegExp | string, to: string): void {
  const before = readFileSync(shelf().file, "latin1");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(shelf().file, after, "latin1");
}

describe("the shelf", () => {
  test("keeps what was read, for its owner alone, and gives the same library again", async () => {
    const first = await readShelvedLibrary(roots(), shelf());
    expect(statSync(shelf().file).mode & 0o777).toBe(0o600);
    const again = await readShelvedLibrary(roots(), shelf());
    expect(writtenDown(again.library)).toEqual(writtenDown(first.library));
    expect([first.isAnew, again.isAnew]).toEqual([true, false]);
  });

  test("is not believed when a file changed, came, went, or another program wrote it", async () => {
    const titles = async (program = "1") =>
      (await readShelvedLibrary(roots(), { ...shelf(), program })).library.decks.map(({ title, questions }) => `${title} ${questions.length}`);
    expect(await titles()).toEqual(["A deck 3", "Other 1"]);
    const deck = write("questions/acme/pm/deck.md", deckText(quickText("one")));
    utimesSync(deck, 0, 0);
    expect(await titles()).toEqual(["A deck 1", "Other 1"]);
    const more = write("questions/acme/pm/more.md", deckText(quickText("x"), "title: More"));
    expect(await titles()).toEqual(["A deck 1", "More 1", "Other 1"]);
    rmSync(more);
    expect(await titles()).toEqual(["A deck 1", "Other 1"]);
    const before = readFileSync(shelf().file, "utf8");
    await titles("2");
    expect(readFileSync(shelf().file, "utf8")).not.toBe(before);
  });

  test("is not believed when a file was edited in place to the same size and its time put back", async () => {
    const deck = write("questions/acme/pm/deck.md", deckText(quickText("one")));
    utimesSync(deck, 1000, 1000);
    await keptLibrary();
    const { size, mtimeMs } = statSync(deck);
    writeFileSync(deck, readFileSync(deck, "utf8").replace("title: A deck", "title: B deck"));
    utimesSync(deck, 1000, 1000);
    expect([statSync(deck).size, statSync(deck).mtimeMs]).toEqual([size, mtimeMs]);
    expect((await readShelvedLibrary(roots(), shelf())).library.decks[0]?.title).toBe("B deck");
  });

  test("remembers what was made of the library for later starts, until it is another", async () => {
    const memory = async (program = "1") => (await readShelvedLibrary(roots(), { ...shelf(), program })).library.memory;
    (await memory())?.keep("roots", Uint32Array.of(1, 2));
    expect(await memory().then((kept) => kept?.recall("roots"))).toEqual(Uint32Array.of(1, 2));
    expect(await memory("2").then((kept) => kept?.recall("roots"))).toBeUndefined();
    expect(await memory().then((kept) => kept?.recall("roots"))).toEqual(Uint32Array.of(1, 2));
    write("questions/acme/pm/deck.md", deckText(quickText("one")));
    expect(await memory().then((kept) => kept?.recall("roots"))).toBeUndefined();
    expect((await readShelvedLibrary(roots(), undefined)).library.memory).toBeUndefined();
  });

  test.each(["", "{", "null", "[]", '{"key":1}\n', '{"key":"x","library":null}'])("that holds %j is made anew", async (text) => {
    write("cache/library.json", text);
    expect((await readShelvedLibrary(roots(), shelf())).library.decks).toHaveLength(2);
    expect(readFileSync(shelf().file, "utf8")).toContain('"key"');
  });

  test.runIf(process.platform !== "win32")("that is a named pipe does not hang", async () => {
    mkdirSync(join(folder, "cache"));
    execFileSync("mkfifo", [shelf().file]);
    expect((await readShelvedLibrary(roots(), shelf())).isAnew).toBe(true);
  });

  test.runIf(process.platform !== "win32")("that others may write is not believed", async () => {
    await keptLibrary();
    damage('"A deck"', '"B deck"');
    const title = async () => (await readShelvedLibrary(roots(), shelf())).library.decks[0]?.title;
    expect(await title()).toBe("B deck");
    chmodSync(shelf().file, 0o666);
    expect(await title()).toBe("A deck");
  });

  test("that was cut short or has more than it should is made anew", async () => {
    await keptLibrary();
    const whole = readFileSync(shelf().file);
    for (const damaged of [whole.subarray(0, -1), whole.subarray(0, whole.length / 2), Buffer.concat([whole, Buffer.from("x")])]) {
      writeFileSync(shelf().file, damaged);
      expect((await readShelvedLibrary(roots(), shelf())).isAnew).toBe(true);
    }
  });

  test("that is damaged within a line says so when the line is needed, and is read anew the next time", async () => {
    await keptLibrary();
    damage('"prompt":', '"prompt"!');
    const { library, isAnew } = await readShelvedLibrary(roots(), shelf());
    const [first, second] = questionsOf(library);
    expect([isAnew, first?.title, second?.prompt]).toEqual([false, "Question one", "Question two"]);
    expect(() => first?.prompt).toThrow("the library as it was kept is damaged; it was removed");
    expect((await readShelvedLibrary(roots(), shelf())).isAnew).toBe(true);
  });

  test("reads nothing that was not asked for: damage to facts and frameworks shows where they are looked at", async () => {
    await keptLibrary();
    damage('"company":"Acme"', '"company"!"Acme"');
    damage(/"rows":(?=\[\{"id":"star")/, '"rows"!');
    damage('[{"kinds":', '[{"kinds"!');
    const { library } = await readShelvedLibrary(roots(), shelf());
    expect([library.decks.length, library.sources.length]).toEqual([2, 1]);
    expect(library.decks[0]?.tally.questions).toBe(3);
    expect(() => library.decks[0]?.tally.kinds).toThrow("the library as it was kept is damaged");
    expect(() => library.facts).toThrow("the library as it was kept is damaged");
    expect(() => library.frameworks).toThrow("the library as it was kept is damaged");
  });

  test("that is damaged within a list of questions says so when the deck is needed", async () => {
    await keptLibrary();
    damage(/"rows":(?=[^\n]*"kind")/, '"rows"!');
    const { library } = await readShelvedLibrary(roots(), shelf());
    expect(() => library.decks[0]?.questions).toThrow("the library as it was kept is damaged");
    expect(existsSync(shelf().file)).toBe(false);
  });

  test("that another start replaces meanwhile is read on as it was", async () => {
    const library = await keptLibrary();
    write("questions/acme/pm/deck.md", deckText(quickText("another"), "title: Longer than it was before"));
    await readShelvedLibrary(roots(), shelf());
    rmSync(shelf().file);
    expect(questionsOf(library).map(({ id, place }) => `${id} ${place.line}`)).toEqual([
      "acme/pm/deck/one 5",
      "acme/pm/deck/two 11",
      "acme/pm/deck/three 17",
      "acme/pm/other/four 5",
    ]);
  });

  test("gives shipped questions of every kind as they were read", async () => {
    const shipped = rootsOf(resolve(import.meta.dirname, "../../.."));
    const anew = await readShelvedLibrary(shipped, shelf());
    const kept = await readShelvedLibrary(shipped, shelf());
    expect([anew.isAnew, kept.isAnew]).toEqual([true, false]);
    expect(writtenDown(kept.library)).toEqual(writtenDown(anew.library));
  });

  test("shows all of a question to whoever looks at all of it", async () => {
    const fresh = JSON.parse(JSON.stringify(questionsOf((await readShelvedLibrary(roots(), undefined)).library))) as Question[];
    const all = Object.keys(fresh[0] ?? {}).sort();
    const first = async () => questionsOf(await keptLibrary())[0] ?? {};
    expect(Object.keys(await first()).sort()).toEqual(all);
    expect({ ...(await first()) }).toEqual(fresh[0]);
    expect("blanks" in (await first())).toBe(true);
    expect(Object.getOwnPropertyDescriptor(await first(), "prompt")?.value).toBe("Question one");
    expect(JSON.parse(JSON.stringify(await first()))).toEqual(fresh[0]);
  });

  test.skipIf(process.getuid?.() === 0)(
    "is not kept of what the disk refused in part: the next reading may give it, and nothing will have changed",
    async () => {
      chmodSync(join(folder, "questions/acme/pm/other.md"), 0);
      const { library } = await readShelvedLibrary(roots(), shelf());
      expect(library.problems.map(({ rule }) => rule)).toEqual(["file-kind"]);
      expect([existsSync(shelf().file), library.memory]).toEqual([false, undefined]);
    },
  );

  test("that cannot be kept is nobody's loss", async () => {
    write("blocked", "");
    const file = join(folder, "blocked/library.json");
    expect((await readShelvedLibrary(roots(), { file, program: "1" })).library.decks).toHaveLength(2);
    expect(existsSync(file)).toBe(false);
    expect((await readShelvedLibrary(roots(), undefined)).library.decks).toHaveLength(2);
  });
});
