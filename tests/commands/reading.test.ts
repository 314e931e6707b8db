// Room: tests. What is named and cannot be read, or is there twice: the commands that meet it, in this process.
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace, emptyPackage, type Place } from "../support/coach.ts";
import { deckOf, pickQuestion } from "../support/shelf-question.ts";

const data = ".local/share/interview-coach";

function aPlaceWithDeck(): Place {
  const place = aPlace({}, emptyPackage());
  writeFileSync(join(place.folder, "mine.md"), deckOf(pickQuestion));
  return place;
}

/** A link to itself: what stands there cannot be looked at, for a reason other than that nothing is there. */
function loopAt(...names: readonly string[]): string {
  const path = join(...names);
  mkdirSync(join(path, ".."), { recursive: true });
  symlinkSync(path, path);
  return path;
}

describe("a folder that cannot be looked at", () => {
  test("is not taken for an empty library", async () => {
    const place = aPlaceWithDeck();
    const closed = loopAt(place.folder, "library", "questions");
    const { status, out, err } = await place.coach("decks list --decks library");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(`${closed} cannot be read: it is a symbolic link (ELOOP)`);
  });

  test("does not drop one's own decks", async () => {
    const place = aPlaceWithDeck();
    const closed = loopAt(place.folder, data, "decks", "questions");
    const { status, err } = await place.coach("decks list");
    expect(status).toBe(1);
    expect(err).toContain(`${closed} cannot be read`);
  });

  test("and one's own phrasings are told, and an answer is marked without them", async () => {
    const place = aPlaceWithDeck();
    const closed = loopAt(place.folder, data, "phrasings.txt");
    const { status, err } = await place.coach("decks list --decks mine.md");
    expect(status).toBe(0);
    expect(err).toContain(`${closed} cannot be read`);
  });

  test("is nothing where there is nothing, or a file where a folder would be", async () => {
    const place = aPlaceWithDeck();
    mkdirSync(join(place.folder, data), { recursive: true });
    writeFileSync(join(place.folder, data, "decks"), "");
    expect(await place.coach("decks list --decks mine.md")).toMatchObject({ status: 0, err: "" });
  });
});

describe("a file of answers", () => {
  // The memory of this process is a regular file whose first byte Linux refuses as a broken disk would.
  test.runIf(existsSync("/proc/self/mem"))("that the disk does not give is no fault of the file, and the cause is said", async () => {
    const { status, err } = await aPlaceWithDeck().coach("drill mine --decks mine.md --answers /proc/self/mem");
    expect(err).toContain("the answers file /proc/self/mem cannot be read: the disk reported a fault (EIO)");
    expect(err).not.toContain("permissions");
    expect(status).toBe(1);
  });

  test.each([
    ["none.yaml", "does not exist"],
    ["mine.md/a.yaml", "a file stands where a folder is needed (ENOTDIR)"],
    ["loop.yaml", "it is a symbolic link (ELOOP)"],
    [`${"n".repeat(300)}.yaml`, "the name is too long (ENAMETOOLONG)"],
  ])("at %.20s is the wrong file", async (name, message) => {
    const place = aPlaceWithDeck();
    loopAt(place.folder, "loop.yaml");
    const { status, err } = await place.coach(["drill", "mine", "--decks", "mine.md", "--answers", name]);
    expect(err).toContain(message);
    expect(status).toBe(3);
  });
});

describe("two decks of one id", () => {
  test("are refused by what asks their questions, and both are named", async () => {
    const place = aPlaceWithDeck();
    for (const folder of ["a", "b"]) cpSync(join(place.folder, "mine.md"), join(place.folder, folder, "mine.md"));
    const { status, out, err } = await place.coach("drill mine --decks a --decks b --answers -", "answers: [{question: mine/pick, answer: a}]\n");
    expect(err).toContain('two decks have the id "mine": a/mine.md and b/mine.md');
    expect({ status, out }).toEqual({ status: 3, out: "" });
  });

  test("are one deck where the same file or folder is named twice", async () => {
    const place = aPlaceWithDeck();
    expect(await place.json("decks list --decks mine.md --decks ./mine.md")).toMatchObject({ questions: 1 });
  });

  test("are said to be one file where its folder is named too", async () => {
    const { status, err } = await aPlaceWithDeck().coach("decks list --decks mine.md --decks .");
    expect(err).toContain("the deck mine.md is read twice");
    expect(status).toBe(3);
  });
});
