// Room: tests. `coach debrief`: a real round told from a file, what it brings to the own deck, and what is heard later.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const said = [
  "round: case-study",
  "date: 2026-11-30",
  "asked:",
  "  - Roadmap for in-store inventory prediction, please",
  "  - question: How many golf balls fit in a school bus?",
  "felt: 4",
  "",
].join("\n");

const deckOf = (folder: string) => join(folder, ".local/share/interview-coach/decks/questions/walmart/ai-pm/asked.md");

test("a round is kept: what was foreseen and by which question, what was news, and that becomes a question", async () => {
  const place = aPlace();
  const { status, out } = await place.coach("debrief walmart --answers -", said);
  expect([status, out]).toEqual([0, expect.stringMatching(/^1\. Walmart: Case study, 2026-11-30\n1 of 2 questions were foreseen; felt solid; waiting\./)]);
  expect(out.replace(/\s+/g, " ")).toContain("foreseen: The inventory roadmap (walmart/ai-pm/cases/inventory-roadmap)");
  expect(out.replace(/\s+/g, " ")).toContain("not foreseen; now walmart/ai-pm/asked/how-many-golf-balls-fit-in-a-school-bus");
  const lint = await place.coach(["decks", "lint", join(place.folder, ".local/share/interview-coach/decks")]);
  expect(lint).toMatchObject({ status: 0 });
  const again = await place.coach("debrief walmart --answers -", "asked: [How many golf balls fit in a school bus?]\noutcome: not\n");
  expect(again.out.replace(/\s+/g, " ")).toContain("foreseen: How many golf balls fit in a school bus? (walmart/ai-pm/asked/");
});

test.each([
  ["Roadmap for in-store inventory prediction, please", "The one question was foreseen; waiting."],
  ["How many golf balls fit in a school bus?", "The one question was not foreseen; waiting."],
])("of one question it says so: %s", async (question, told) => {
  const place = aPlace();
  expect((await place.coach("debrief walmart --answers -", JSON.stringify({ asked: [question] }))).out).toContain(told);
});

test("a question of the own deck is drilled like any other", async () => {
  const place = aPlace();
  await place.coach("debrief walmart --answers -", said);
  const question = "walmart/ai-pm/asked/how-many-golf-balls-fit-in-a-school-bus";
  const answers = JSON.stringify({ answers: [{ question, answer: "First I would start from the size of a bus. The risk is the seats." }] });
  expect(await place.json("drill walmart/ai-pm/asked --answers -", answers)).toMatchObject({ attempts: [{ question }] });
});

test("what is heard later takes the place of what was waiting; nothing in the journal changes", async () => {
  const place = aPlace();
  await place.coach("debrief walmart --answers -", said);
  expect((await place.coach("debrief heard 1 through")).out).toContain("felt solid; through.");
  expect(await place.json("debrief list")).toMatchObject({
    rounds: [{ number: 1, loop: "walmart/ai-pm", round: "case-study", felt: 4, outcome: "through", questions: 2, foreseen: 1 }],
  });
  expect((await place.coach("debrief show")).out).toContain("through");
  expect(await place.coach("debrief heard 1 hired")).toMatchObject({ status: 2, err: expect.stringContaining("waiting, through, not") as string });
  expect(await place.coach("debrief show 2")).toMatchObject({ status: 2, err: expect.stringContaining("there is 1 round, and no 2") as string });
});

test("without rounds the list says what to do, and the page about one that there is none", async () => {
  const place = aPlace();
  expect((await place.coach("debrief list")).out).toBe("No real round was told of yet. After one, coach debrief takes three minutes.\n");
  expect(await place.coach("debrief show")).toMatchObject({ status: 2, err: expect.stringContaining("coach debrief takes three minutes") as string });
});

test.each([
  ["round: lunch", 2, 'there is no round "lunch"'],
  ["date: 2030-01-01", 3, "still to come"],
  ["asked:\n  - question: Why?\n    story: 7", 2, "Your story bank is empty"],
  ["asked:\n  - question: Why?\n    foreseen: no/such", 3, 'there is no question "no/such"'],
])("%s is refused, and nothing of it is kept", async (text, status, reason) => {
  const place = aPlace();
  const ran = await place.coach("debrief walmart --answers -", text);
  expect(ran).toMatchObject({ status, err: expect.stringContaining(reason) as string });
  expect(existsSync(join(place.folder, ".local"))).toBe(false);
});

test("a loop that is not there, and a place without a terminal, are told", async () => {
  const place = aPlace();
  expect(await place.coach("debrief wallmart --answers -", said)).toMatchObject({
    status: 2,
    err: expect.stringContaining('Did you mean "walmart"?') as string,
  });
  expect(await place.coach("debrief walmart/ai-pm")).toMatchObject({ status: 2, err: expect.stringContaining("--answers FILE") as string });
});

test("a round of no loop is kept, with its questions in a deck of no company", async () => {
  const place = aPlace();
  expect((await place.coach("debrief --answers -", "asked: [How many golf balls fit in a bus?]")).out).toContain("1. A round, 2026-12-01");
  expect(readFileSync(join(place.folder, ".local/share/interview-coach/decks/questions/general/asked/asked.md"), "utf8")).toContain("golf balls");
  expect(existsSync(deckOf(place.folder))).toBe(false);
});

test("three rounds that ended are set beside what readiness was the day before, with how little that proves", async () => {
  const place = aPlace();
  const round = (id: string, outcome: string) => place.coach("debrief walmart --answers -", `round: ${id}\ndate: 2026-12-02\noutcome: ${outcome}\n`);
  const keep = (question: string, answer: string) => place.coach(`grade ${question} --keep`, answer);
  await keep(
    "walmart/ai-pm/cases/out-of-stock",
    "Eight percent of our shelves are empty and each point costs a store $400 a week; we would test it in forty stores.",
  );
  await keep("walmart/ai-pm/cases/executive-vision", "No idea.");
  place.sleep(30);
  await round("case-study", "through");
  await round("executive", "not");
  expect((await place.coach("debrief list")).out.replace(/\s+/g, " ")).toContain("can be said of 3 rounds that have ended after practice; there are 2.");
  await round("executive", "not");
  const { out } = await place.coach("debrief list");
  expect(out.replace(/\s+/g, " ")).toMatch(
    /Readiness the day before: \d+ % on average where you went through \(1\), \d+ % where not \(2\)\. In 2 of 2 pairs .* do as well 33 % of the time: no proof of anything\./,
  );
});
