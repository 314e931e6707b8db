// The words of a story in an editor, and stories that are taken out of the bank.
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace, type Place } from "../support/coach.ts";
import { feedTelling as feed, shelfTelling as shelf } from "../support/tellings.ts";

const question = "walmart/ai-pm/star/across-teams";

async function withStories(): Promise<Place> {
  const place = aPlace();
  for (const answer of [shelf, feed]) await place.coach("star --answers -", JSON.stringify({ answers: [{ question, answer, seconds: 200 }] }));
  return place;
}

/** Sets an editor that runs a line of JavaScript over the page: `text` is what it finds, and what it leaves. */
async function setEditor(place: Place, line: string): Promise<void> {
  const script = join(place.folder, "editor.cjs");
  writeFileSync(
    script,
    `const fs = require("fs"); const file = process.argv[2]; let text = fs.readFileSync(file, "utf8"); ${line}; fs.writeFileSync(file, text);`,
  );
  await place.coach(["config", "set", "editor", `${process.execPath} ${script}`]);
}

const drafts = (place: Place): string => join(place.folder, ".local/share/interview-coach/drafts");

describe("star edit", () => {
  test("keeps what was changed as a new version, and the old words as they were", async () => {
    const place = await withStories();
    await setEditor(place, `text = text.replace("8 to 5", "8 to 2").replace(/^# .*/m, "# Empty shelves")`);
    expect(await place.coach("star edit 1")).toEqual({ status: 0, out: "Kept as version 2 of story 1: `coach star show 1` shows what changed.\n", err: "" });
    expect(await place.json("star show 1")).toMatchObject({
      title: "Empty shelves",
      competencies: ["cross-functional-ownership", "stakeholder-management", "ownership"],
      versions: [
        { parts: shelf, score: expect.any(Number) },
        { parts: { ...shelf, result: shelf.result.replace("8 to 5", "8 to 2") }, question, attempt: "", score: null },
      ],
    });
    expect((await place.coach("star show empty")).out.replace(/\s+/g, " ")).toContain("written; another title; 8 to 2 percent, was 8 to 5 percent");
    expect(await place.json("history")).toMatchObject({ attempts: [{}, {}] });
    expect(readdirSync(drafts(place))).toEqual([]);
  });

  test("keeps nothing where nothing was changed", async () => {
    const place = await withStories();
    await setEditor(place, "text += '\\n\\n'");
    expect((await place.coach("star edit supplier")).out).toBe("Nothing was changed in story 2.\n");
    expect(await place.json("star edit 2")).toMatchObject({ number: 2, version: 1, changed: false });
  });

  test("refuses a page that cannot be told with its line, and opens the same text again", async () => {
    const place = await withStories();
    await setEditor(place, `text = text.replace("## Task", "## Tusk").replace("8 to 5", "8 to 2")`);
    const { status, err } = await place.coach("star edit 1");
    expect(status).toBe(3);
    expect(err).toMatch(
      /drafts\/story-\w+\.md:9:1: "## Tusk" is none of the four headings\n  They are ## Situation, .*\n  Your text is kept: coach star edit 1 opens it again\.\n$/,
    );
    const [draft = ""] = readdirSync(drafts(place));
    expect((statSync(join(drafts(place), draft)).mode & 0o777).toString(8)).toBe("600");
    await setEditor(place, `text = text.replace("## Tusk", "## Task")`);
    expect((await place.coach("star edit 1")).out).toContain("Kept as version 2 of story 1");
    expect(await place.json("star list")).toMatchObject({ stories: [{ parts: { result: expect.stringContaining("8 to 2") } }, {}] });
    expect(existsSync(join(drafts(place), draft))).toBe(false);
  });

  test("says what is wrong with the editor, and leaves the story alone", async () => {
    const place = await withStories();
    expect(await place.coach("star edit 1")).toMatchObject({ status: 1, err: expect.stringContaining("no editor is set\n  Set one") });
    await setEditor(place, "process.exit(1)");
    expect(await place.coach("star edit 1")).toMatchObject({ status: 1, err: expect.stringMatching(/the story stays as it was\n.*ended with status 1/) });
    expect((await place.coach("star edit 1 --no-input")).err).toContain("--no-input leaves no editor");
    expect(await place.json("star list")).toMatchObject({ stories: [{ versions: [{}] }, {}] });
  });
});

test("what an editor saved before it failed is no version of the story, and is opened again", async () => {
  const place = await withStories();
  await setEditor(place, `fs.writeFileSync(file, text.replace("8 to 5", "8 to 2")); process.exit(3)`);
  const { status, err } = await place.coach("star edit 1");
  expect(status).toBe(1);
  expect(err).toMatch(/the story stays as it was\n.*ended with status 3\..*\n  Your text is kept: coach star edit 1 opens it again\.\n$/);
  expect(await place.json("star list")).toMatchObject({ stories: [{ versions: [{}] }, {}] });
  await setEditor(place, "");
  expect((await place.coach("star edit 1")).out).toContain("Kept as version 2 of story 1");
  expect(await place.json("star list")).toMatchObject({ stories: [{ parts: { result: expect.stringContaining("8 to 2") } }, {}] });
});

describe("star remove", () => {
  test("asks first, and says how to do without", async () => {
    const place = await withStories();
    const { status, err } = await place.coach("star remove 1");
    expect([status, err]).toEqual([2, expect.stringContaining("To remove it unasked: coach star remove 1 --yes")]);
    expect(await place.json("star list")).toMatchObject({ stories: [{ number: 1 }, { number: 2 }] });
  });

  test("takes the story out, keeps the answers, and leaves the other its number", async () => {
    const place = await withStories();
    expect((await place.coach("star remove stores --yes")).out).toMatch(
      /^Story 1 is out of your bank: Stores lost .*\nYour answers stay in coach history\.\n$/,
    );
    expect(await place.json("star list")).toMatchObject({ stories: [{ number: 2 }] });
    expect(await place.json("history")).toMatchObject({ attempts: [{}, {}] });
    expect((await place.coach("star show 1")).err).toContain('there is no story "1"');
    expect(await place.json("star remove 2 --yes")).toMatchObject({ number: 2, removed: true });
    expect((await place.coach("star list")).out).toContain("Your story bank is empty");
  });
});

test("star split makes a telling that was joined wrongly a story of its own, and never the first", async () => {
  const place = await withStories();
  const retold = { ...shelf, result: "They fell to 3 percent in the hundred stores after." };
  await place.coach("star --answers -", JSON.stringify({ answers: [{ question, answer: retold }] }));
  expect(await place.coach("star split 1 1")).toMatchObject({ status: 2, err: expect.stringContaining("coach star split 1 2") });
  expect(await place.coach("star split 1 3")).toMatchObject({ status: 2, err: expect.stringContaining("It has 2.") });
  expect((await place.coach("star split 1 2")).out).toMatch(/^Version 2 of story 1 is story 3 now: Stores lost 4 percent/);
  expect(await place.json("star list")).toMatchObject({ stories: [{ number: 1, versions: [{}] }, { number: 2 }, { number: 3, parts: retold }] });
});

test("a name with a slip in it is answered with the stories that it may mean", async () => {
  const place = await withStories();
  for (const command of ["edit", "remove", "show"]) {
    const { status, err } = await place.coach(`star ${command} suplier`);
    expect([status, err]).toEqual([2, expect.stringContaining('Did you mean 2 "Our supplier')]);
  }
});

test("completion offers stories by a name that the shell takes", async () => {
  const place = await withStories();
  expect((await place.coach("__complete -- star edit st")).out).toBe("stores-lost-4-percent\n");
  expect((await place.coach("star show stores-lost-4-percent")).out).toContain("I owned the forecast");
  expect((await place.coach("__complete -- star tag our-suppliers-price-feed lea")).out).toContain("leadership\n");
});
