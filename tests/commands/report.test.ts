import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const deck = "---\ntitle: Mine\n---\n\n## Pick\n\n`id: pick`\n\n- [x] Each <i>morning</i>\n- [ ] Never\n";

test("the report holds scores, and answers only when they are asked for; nobody else may read it", async () => {
  const place = aPlace();
  writeFileSync(join(place.folder, "mine.md"), deck);
  await place.coach("drill mine --decks mine.md --answers -", "answers: [{question: mine/pick, answer: a}]");
  expect(await place.coach("report --decks mine.md -o report.html")).toEqual({ status: 0, out: "", err: "Wrote report.html.\n" });
  const file = join(place.folder, "report.html");
  const page = readFileSync(file, "utf8");
  expect(page).toContain("Scores over time");
  expect(page).not.toContain("morning");
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await place.coach("report --decks mine.md -o report.html")).err).toContain("--force");
  expect((await place.coach("report --decks mine.md --with-answers")).out).toContain("Each &lt;i&gt;morning&lt;/i&gt;");
  await place.coach("undo --decks mine.md");
  expect((await place.coach("report --decks mine.md --with-answers")).out).not.toContain("morning");
});
