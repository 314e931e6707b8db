// Room: tests. The pages that are exported, before axe in a real browser. Left out where there is no Chromium: CHROMIUM names it where it lies elsewhere.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const browser = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const axe = resolve(import.meta.dirname, "../house/axe.mjs");

const answers = `answers:
  - question: walmart/ai-pm/cases/out-of-stock
    confidence: 4
    answer: I would cut empty shelves from 8 to 5 percent, which is $1,200 a store each week, and try it in ten stores first.
`;

test.skipIf(!existsSync(browser))("report, checklist and stories have no violation, light, dark and on paper", async () => {
  const place = aPlace();
  await place.coach("drill walmart --answers -", answers);
  const made = [
    await place.coach("report --with-answers -o report.html"),
    await place.coach("export checklist --company walmart --role ai-pm --date 2026-12-15 -o checklist.html"),
    await place.coach("export stories -o stories.html"),
  ];
  expect(made.map(({ status }) => status)).toEqual([0, 0, 0]);
  const files = ["report.html", "checklist.html", "stories.html"].map((name) => join(place.folder, name));
  const { status, stdout, stderr } = spawnSync(process.execPath, [axe, ...files], { encoding: "utf8", env: { ...process.env, CHROMIUM: browser } });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.match(/: 0 violations, \d\d rules passed$/gm)).toHaveLength(9);
});
