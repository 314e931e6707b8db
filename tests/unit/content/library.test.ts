import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Root, rootsOf } from "../../../src/content/find.ts";
import { findSource, readLibrary, readLock } from "../../../src/content/library.ts";
import { lockText } from "../../../src/content/lock.ts";
import { readShelvedLibrary } from "../../../src/content/shelf.ts";
import { deckText, promptsText } from "../../support/decks.ts";

const base = mkdtempSync(join(tmpdir(), "coach-library-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folder = base;
let count = 0;
beforeEach(() => {
  folder = join(base, `${(count += 1)}`);
  mkdirSync(folder);
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const question = (id: string, settings = ""): string => `## Question ${id}\n\n\`id: ${id}\`${settings}\n\nAnswer: a\n\n`;

function writeLibrary(): void {
  write(
    "questions/sources.md",
    "- **Guide** `id: GUIDE` `confidence: reported`\n- **Page** `id: PAGE` `confidence: official`\n- **Item 7** `id: GUIDE-7` `confidence: unverified`\n",
  );
  write("questions/competencies.md", "- **Judgment** `id: judgment`\n");
  write("questions/acme/facts.md", "---\ntitle: F\ncompany: Acme\n---\n\n## A\n- b `source: GUIDE`\n");
  write("questions/acme/pm/loop.md", "---\ntitle: L\ncompany: Acme\n---\n\n## Rounds\n### Panel\n- Tests: all\n");
  write(
    "questions/acme/pm/deck.md",
    deckText(
      question("one", " `source: PAGE`") +
        question("two", " `source: GUIDE-3, PAGE`") +
        question("three", " `source: GUIDE-7`") +
        question("four", " `source: NOBODY`") +
        question("five"),
    ),
  );
  write("frameworks/star.md", `---\ntitle: STAR\n---\n\n## Parts\n1. A\n2. B\n\n${promptsText(["A", "B"])}`);
}

const named = (absolute: string): string => absolute.slice(folder.length + 1);

describe("readLibrary", () => {
  test("reads every file by what it is", () => {
    writeLibrary();
    const { library, files } = readLibrary(rootsOf(folder), named);
    expect(library.problems).toEqual([]);
    expect([library.decks, library.frameworks, library.loops, library.facts, library.sources, library.competencies].map((list) => list.length)).toEqual([
      1, 1, 1, 1, 3, 1,
    ]);
    expect([...files.keys()].sort()).toEqual([
      "frameworks/star.md",
      "questions/acme/facts.md",
      "questions/acme/pm/deck.md",
      "questions/acme/pm/loop.md",
      "questions/competencies.md",
      "questions/sources.md",
    ]);
  });

  test("trusts a question as far as its weakest source, whatever the order of files", () => {
    writeLibrary();
    const [deck] = readLibrary(rootsOf(folder), named).library.decks;
    expect(deck?.questions.map(({ confidence }) => confidence)).toEqual(["official", "reported", "unverified", "reported", "own"]);
  });

  test("a source's whole id goes before a source with an item", () => {
    const known = new Map([
      ["GUIDE", { id: "GUIDE", title: "", confidence: "own", about: "" } as const],
      ["GUIDE-7", { id: "GUIDE-7", title: "", confidence: "own", about: "" } as const],
    ]);
    expect(findSource(known, { source: "GUIDE", item: "7" })?.id).toBe("GUIDE-7");
    expect(findSource(known, { source: "GUIDE", item: "8" })?.id).toBe("GUIDE");
    expect(findSource(known, { source: "PAGE" })).toBeUndefined();
  });

  test("a broken file is left out with its complaint, and the others are read", () => {
    writeLibrary();
    write("questions/acme/pm/broken.md", "no front matter");
    const { library, files } = readLibrary(rootsOf(folder), named);
    expect(library.decks).toHaveLength(1);
    expect(library.problems.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual(["front-matter-missing questions/acme/pm/broken.md"]);
    expect(files.has("questions/acme/pm/broken.md")).toBe(true);
  });

  test("200,000 complaints exhaust no stack", () => {
    write("questions/a.md", `---\ntitle: T\n---\n\n${"## x\n".repeat(200_000)}`);
    expect(readLibrary(rootsOf(folder), named).library.problems.length).toBe(200_000);
  });
});

describe("ids.lock", () => {
  const root = (): Root => ({ folder, holds: "questions" });

  test("holds a comment and every id, sorted", () => {
    const questions = ["b", "a", "c"].map((id) => ({ id }));
    expect(lockText({ decks: [{ questions }] } as unknown as Parameters<typeof lockText>[0])).toMatch(/^# .*\na\nb\nc\n$/);
  });

  test("is read line by line, without comments and blanks around ids", () => {
    write("ids.lock", "# Ids\r\n\r\n  a/b  \nc/d\u001b[31m\n");
    expect(readLock(root())).toEqual(["", "", "a/b", "c/d", ""]);
  });

  test("of a single file, or none at all, is no lock", () => {
    expect(readLock(root())).toBeUndefined();
    const only = write("a.md", "");
    write("ids.lock", "a\n");
    expect(readLock({ folder, holds: "questions", only })).toBeUndefined();
  });

  test.runIf(process.platform !== "win32")("that is a link or a pipe is not read", () => {
    symlinkSync("/etc/hosts", join(folder, "ids.lock"));
    expect(readLock(root())).toBeUndefined();
    rmSync(join(folder, "ids.lock"));
    execFileSync("mkfifo", [join(folder, "ids.lock")]);
    expect(readLock(root())).toBeUndefined();
  });
});

describe("the shelf", () => {
  const shelf = () => ({ file: join(folder, "cache/library.json"), program: "1" });
  const roots = (): readonly Root[] => rootsOf(join(folder, "questions"));

  test("keeps what was read, for its owner alone, and gives the same library again", async () => {
    writeLibrary();
    const first = await readShelvedLibrary(roots(), shelf());
    expect(statSync(shelf().file).mode & 0o777).toBe(0o600);
    const again = await readShelvedLibrary(roots(), shelf());
    expect(again.library).toEqual(JSON.parse(JSON.stringify(first.library)));
    expect([first.isAnew, again.isAnew]).toEqual([true, false]);
  });

  test("is not believed when a file changed, came, went, or another program wrote it", async () => {
    writeLibrary();
    const titles = async (program = "1") =>
      (await readShelvedLibrary(roots(), { ...shelf(), program })).library.decks.map(({ title, questions }) => `${title} ${questions.length}`);
    expect(await titles()).toEqual(["A deck 5"]);
    const deck = write("questions/acme/pm/deck.md", deckText(question("one")));
    utimesSync(deck, 0, 0);
    expect(await titles()).toEqual(["A deck 1"]);
    const more = write("questions/acme/pm/more.md", deckText(question("x"), "title: More"));
    expect(await titles()).toEqual(["A deck 1", "More 1"]);
    rmSync(more);
    expect(await titles()).toEqual(["A deck 1"]);
    const before = readFileSync(shelf().file, "utf8");
    await titles("2");
    expect(readFileSync(shelf().file, "utf8")).not.toBe(before);
  });

  test.each(["", "{", "null", "[]", '{"key":1}', '{"key":"x","library":null}'])("that holds %j is made anew", async (text) => {
    writeLibrary();
    write("cache/library.json", text);
    expect((await readShelvedLibrary(roots(), shelf())).library.decks).toHaveLength(1);
    expect(readFileSync(shelf().file, "utf8")).toContain('"key"');
  });

  test.runIf(process.platform !== "win32")("that others may write is not believed", async () => {
    writeLibrary();
    await readShelvedLibrary(roots(), shelf());
    writeFileSync(shelf().file, readFileSync(shelf().file, "utf8").replace('"A deck"', '"B deck"'));
    const title = async () => (await readShelvedLibrary(roots(), shelf())).library.decks[0]?.title;
    expect(await title()).toBe("B deck");
    chmodSync(shelf().file, 0o666);
    expect(await title()).toBe("A deck");
  });

  test("that was cut short or has more than it should is made anew", async () => {
    writeLibrary();
    await readShelvedLibrary(roots(), shelf());
    const whole = readFileSync(shelf().file);
    for (const damaged of [whole.subarray(0, -1), whole.subarray(0, whole.length / 2), Buffer.concat([whole, Buffer.from("x")])]) {
      writeFileSync(shelf().file, damaged);
      expect((await readShelvedLibrary(roots(), shelf())).isAnew).toBe(true);
    }
  });

  test("that is damaged within a line says so when the line is needed, and is read anew the next time", async () => {
    writeLibrary();
    await readShelvedLibrary(roots(), shelf());
    writeFileSync(shelf().file, readFileSync(shelf().file, "latin1").replace(/"minutes":(?=[^\n]*\n[^\n]*\n$)/, '"minutes"!'), "latin1");
    const { library } = await readShelvedLibrary(roots(), shelf());
    expect(() => library.decks[0]?.questions).toThrow("the library as it was kept is damaged; it was removed");
    expect((await readShelvedLibrary(roots(), shelf())).isAnew).toBe(true);
  });

  test("gives questions of every kind as they were read, and what only marking needs when it is asked for", async () => {
    const shipped = rootsOf(resolve(import.meta.dirname, "../../.."));
    const anew = await readShelvedLibrary(shipped, shelf());
    const kept = await readShelvedLibrary(shipped, shelf());
    expect([anew.isAnew, kept.isAnew]).toEqual([true, false]);
    expect(kept.library).toEqual(anew.library);
    const open = kept.library.decks.flatMap((deck) => deck.questions).find((question) => question.kind === "open");
    expect(Object.getOwnPropertyDescriptor(open, "keyPoints")?.get).toBeDefined();
    expect(Object.getOwnPropertyDescriptor(open, "prompt")?.value).toBe(open?.prompt);
  });

  test("that cannot be kept is nobody's loss", async () => {
    writeLibrary();
    write("blocked", "");
    const file = join(folder, "blocked/library.json");
    expect((await readShelvedLibrary(roots(), { file, program: "1" })).library.decks).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
    expect((await readShelvedLibrary(roots(), undefined)).library.decks).toHaveLength(1);
  });
});
