import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

test("there is a kind and a format for each line of the table, and a slip in either is named", async () => {
  const place = aPlace();
  expect((await place.coach("export cards-")).err).toContain('Did you mean "cards"?');
  const wrong = await place.coach("export scores --format ics");
  expect(wrong.status).toBe(2);
  expect(wrong.err).toContain('there is no format of scores "ics"');
  expect((await place.coach("export scores")).out).toMatch(/^id,at,session,/);
  expect(JSON.parse((await place.coach("export scores --json")).out)).toEqual({ scores: [] });
  expect((await place.coach("export stories")).out).toContain("# Your stories for the day");
});

test("cards are those of a company, a role or a name", async () => {
  const place = aPlace();
  const count = async (line: string): Promise<number> => (await place.coach(line)).out.split("\n").filter((row) => row.startsWith("coach:")).length;
  const [all, walmart, role, deck] = [
    await count("export cards"),
    await count("export cards --company walmart"),
    await count("export cards --company walmart --role ai-pm"),
    await count("export cards walmart/ai-pm/cases"),
  ];
  expect(all).toBeGreaterThan(walmart);
  expect(walmart).toBeGreaterThan(role);
  expect(role).toBeGreaterThan(deck);
  expect(deck).toBeGreaterThan(0);
  expect((await place.coach("export cards walmrt")).err).toContain('Did you mean "walmart"?');
  expect((await place.coach("export cards --role ai-pn")).err).toContain('Did you mean "ai-pm"?');
  expect((await place.coach("export cards jd --role senior-manager-ds")).err).toContain("The role is at: walmart/senior-manager-ds.");
});

test("scores hold each attempt with its mark; the file's ending chooses the format, and nobody else may read it", async () => {
  const place = aPlace();
  const deck = "---\ntitle: Mine\n---\n\n## Pick\n\n`id: pick`\n\n- [x] Right\n- [ ] Wrong\n";
  writeFileSync(join(place.folder, "mine.md"), deck);
  await place.coach("drill mine --decks mine.md --answers -", "answers: [{question: mine/pick, answer: a}]");
  expect((await place.coach("export scores --decks mine.md -o scores.json")).err).toBe("Wrote scores.json.\n");
  const { scores } = JSON.parse(readFileSync(join(place.folder, "scores.json"), "utf8")) as { readonly scores: readonly unknown[] };
  expect(scores).toMatchObject([{ question: "mine/pick", title: "Pick", kind: "choice", score: 1 }]);
  if (process.platform !== "win32") expect(statSync(join(place.folder, "scores.json")).mode & 0o777).toBe(0o600);
  await place.coach("undo --decks mine.md");
  expect((await place.coach("export scores --decks mine.md")).out.trim().split("\r\n")).toHaveLength(1);
});

test("nothing is written over without --force, and never through a link", async () => {
  const place = aPlace();
  writeFileSync(join(place.folder, "cards.txt"), "mine");
  expect((await place.coach("export cards -o cards.txt")).err).toContain("--force");
  symlinkSync("cards.txt", join(place.folder, "link.txt"));
  expect((await place.coach("export cards -o link.txt --force")).err).toContain("symbolic link");
  expect(readFileSync(join(place.folder, "cards.txt"), "utf8")).toBe("mine");
  expect((await place.coach("export cards -o cards.txt --force")).status).toBe(0);
  expect(readFileSync(join(place.folder, "cards.txt"), "utf8")).toMatch(/^#separator:tab\n/);
});

test("the calendar is that of the plan; a wrong time is named", async () => {
  const place = aPlace();
  const { status, out, err } = await place.coach("export calendar --date 2026-12-15 --company walmart --role ai-pm --at 7:30");
  expect([status, err]).toEqual([0, ""]);
  expect(out).toContain("UID:2026-12-15.walmart.ai-pm@interview-coach\r\n");
  expect(out).toMatch(/\nDTSTART:202612\d\dT073000\r\n/);
  expect((await place.coach("export calendar --at 25:00")).err).toContain('--at takes a time such as 19:00, not "25:00"');
  expect((await place.coach("export calendar --company walmart")).err).toContain("a plan is made for a day");
});

test("a calendar that replaces an earlier one cancels the days that are not in the plan any more", async () => {
  const place = aPlace();
  const calendar = "export calendar --company walmart --role ai-pm -o plan.ics";
  expect((await place.coach(`${calendar} --date 2026-12-15`)).err).toBe("Wrote plan.ics.\n");
  expect((await place.coach(`${calendar} --date 2026-12-13`)).err).toContain("--force");
  expect((await place.coach(`${calendar} --date 2026-12-13 --force`)).err).toBe(
    "2 days of the calendar that was there: not in the plan any more, cancelled in the new one.\nWrote plan.ics.\n",
  );
  const text = readFileSync(join(place.folder, "plan.ics"), "utf8");
  expect(text.match(/^UID:2026-12-1[45]\..*(?:\r\n[^U].*)*\r\nSTATUS:CANCELLED/gm)).toHaveLength(2);
  expect((await place.coach(`${calendar} --date 2026-12-15 --force`)).err).toBe("Wrote plan.ics.\n");
  expect(readFileSync(join(place.folder, "plan.ics"), "utf8")).not.toContain("CANCELLED");
});

test("the plan is taken out as a page or as JSON, the same as coach plan tells", async () => {
  const place = aPlace();
  const page = await place.coach("export plan --date 2026-12-22 --company walmart --role ai-pm");
  expect(page.out).toMatch(/^# Plan: AI\/ML product manager at Walmart\n\nMade on 2026-12-01, 21 days before the interview on 2026-12-22/);
  expect(page.out).toMatch(
    /- \[ \] \*\*2026-12-01\*\* practice, \d+ minutes\n {2}- New: \d+ questions, \d+ minutes: `coach drill walmart\/ai-pm --new --minutes \d+`/,
  );
  const plan = (await place.json("plan --date 2026-12-22 --company walmart --role ai-pm")) as object;
  expect(plan).toMatchObject(JSON.parse((await place.coach("export plan --date 2026-12-22 --company walmart --role ai-pm --format json")).out) as object);
});
