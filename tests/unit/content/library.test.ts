import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Root, rootsOf } from "../../../src/content/find.ts";
import { findSource, readLibrary, readLock } from "../../../src/content/library.ts";
import { lockText } from "../../../src/content/lock.ts";
import { deckText, promptsText, quickText } from "../../support/decks.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
const { write } = fresh;
let folder = "";
beforeEach(() => {
  folder = fresh.path();
});

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
      quickText("one", " `source: PAGE`") +
        quickText("two", " `source: GUIDE-3, PAGE`") +
        quickText("three", " `source: GUIDE-7`") +
        quickText("four", " `source: NOBODY`") +
        quickText("five"),
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
    expect(lockText(["b", "a", "c"].map((id) => ({ id })))).toMatch(/^# .*\na\nb\nc\n$/);
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
