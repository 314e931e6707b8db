// Room: tests. What the grader weighs, all of it, how long a fresh process takes to load it, and how long an answer takes to mark.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { caseFrom } from "../../src/domain/case.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";
import { type Row, spreadOf } from "./spread.ts";

/** Words of a short spoken answer, as in the set of answers that is nearest to ours (SAF). */
const words = 65;
const loads = 15;
const rounds = 40;

/** The rows of the report: kilobytes, milliseconds, microseconds. */
export async function measureMarking(): Promise<Row[]> {
  const { kilobytes, times } = await measureLoading();
  return [
    { name: "the grader with its tables", unit: "kB", spread: spreadOf([kilobytes]), aim: 1000 },
    { name: "load the grader", unit: "ms", spread: spreadOf(times), aim: 30 },
    { name: `mark ${words} words`, unit: "us", spread: spreadOf(timeMarks()), aim: 1000 },
  ];
}

async function measureLoading(): Promise<{ readonly kilobytes: number; readonly times: readonly number[] }> {
  const folder = mkdtempSync(join(tmpdir(), "coach-mark-"));
  try {
    const grader = join(folder, "grader.cjs");
    await build({ entryPoints: ["src/grading/batch.ts"], outfile: grader, bundle: true, platform: "node", format: "cjs", target: "node20", minify: true });
    const timer = join(folder, "timer.cjs");
    writeFileSync(timer, `const from = performance.now(); require(${JSON.stringify(grader)}); console.log(performance.now() - from);`);
    const times = Array.from({ length: loads }, () => Number(spawnSync(process.execPath, [timer], { encoding: "utf8" }).stdout));
    return { kilobytes: statSync(grader).size / 1000, times };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Microseconds an answer, each round over all open questions of the library, beside all its other questions; they are read before, as they are once a session. */
function timeMarks(): readonly number[] {
  const { library } = readLibrary(rootsOf("."), (file) => file);
  const asked = library.decks
    .flatMap((deck) => deck.questions)
    .flatMap((question) => (question.kind === "open" && question.model !== undefined ? [question] : []));
  const cases = asked.map((question) => ({ asked: caseFrom(library, question, 0), text: (question.model ?? "").split(/\s+/).slice(0, words).join(" ") }));
  const markAll = (): void => cases.forEach(({ asked: one, text }) => gradeAnswer(one, { kind: "open", text }));
  for (let warm = 0; warm < 5; warm += 1) markAll();
  return Array.from({ length: rounds }, () => {
    const from = performance.now();
    markAll();
    return ((performance.now() - from) * 1000) / cases.length;
  });
}
