// Room: tests. How well marks agree with people's, as tables.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rootsOf } from "../../../src/content/find.ts";
import { readLibrary } from "../../../src/content/library.ts";
import { type Agreement, type LabelledAnswer, type OwnReport, ownReport } from "./own-set.ts";
import { type PublicRow, publicRow } from "./public-set.ts";
import type { Interval } from "./statistics.ts";

const ownAnswers = "tests/fixtures/interview-answers.jsonl";

/** Prints the tables: of the sets in the folder that is named (or COACH_GRADING_DATA), and of our own set where it is. 0, or 1 when there is no set at all. */
export function run(): number {
  const folder = process.argv[2] ?? process.env["COACH_GRADING_DATA"];
  const files = folder === undefined || !existsSync(folder) ? [] : readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  const rows = files.toSorted().map((file) => publicRow(file.slice(0, -".jsonl".length), linesOf(join(folder ?? "", file))));
  const own = existsSync(ownAnswers) ? ownReport(linesOf(ownAnswers).map(readOwn), readLibrary(rootsOf(resolve(".")), (text) => text).library) : undefined;
  if (rows.length > 0) process.stdout.write(tellPublic(rows));
  if (own) process.stdout.write(`${rows.length > 0 ? "\n" : ""}${tellOwn(own)}`);
  if (rows.length > 0 || own) return 0;
  process.stderr.write("There are no marked answers: name a folder of .jsonl files (npm run bench:grading -- FOLDER), or set COACH_GRADING_DATA.\n");
  return 1;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function readOwn(line: string): LabelledAnswer {
  return JSON.parse(line) as LabelledAnswer;
}

function tell({ value, low, high }: Interval): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

function tellPublic(rows: readonly PublicRow[]): string {
  const lines = rows.flatMap(({ name, answers, questions, r, rWithin, f1, f1ByDomain }) => [
    `${name}: ${answers} answers to ${questions} questions`,
    `  Pearson r                        ${tell(r)}`,
    `  Pearson r within questions       ${tell(rWithin)}`,
    ...(f1 ? [`  right or wrong, macro-F1         ${tell(f1)}`] : []),
    ...(f1ByDomain ? [`    with domains drawn anew        ${tell(f1ByDomain)}`] : []),
  ]);
  return `Marks by references as they come, with 95 % intervals (questions drawn anew)\n\n${lines.join("\n")}\n`;
}

function tellOwn({ answers, questions, keyPoints, grader, readers, ordered }: OwnReport): string {
  const agreement = (name: string, { plain, linear, said }: Agreement): readonly string[] => [
    `  ${name}`,
    `    kappa                          ${tell(plain)}`,
    `    kappa, partly counting half    ${tell(linear)}`,
    `    kappa, said or not             ${tell(said)}`,
  ];
  return [
    `Our own set: ${answers} answers to ${questions} questions, ${keyPoints} key points read`,
    ...agreement("the grader and the agreed reading", grader),
    ...agreement("the two readings", readers),
    `  strong > middling > weak > off-topic  ${tell(ordered)} of questions`,
    "",
  ].join("\n");
}
