// Room: tests. How long a library of ten thousand questions takes to read from the disk, every file parsed anew.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLibrary } from "../../src/content/library.ts";
import { type Row, spreadOf } from "./spread.ts";

const decks = 200;
/** Of each deck. */
export const questionsEach = 50;
const runs = 15;

/** Each kind as a person would write it: five quick ones, and every tenth question open. */
const kinds: readonly ((at: string) => string)[] = [
  (at) =>
    `- [x] Empty shelves this morning, seen in store ${at} — it can be filled before noon\n- [ ] Model accuracy — nobody in a store can act on it\n- [ ] Page views\n- [ ] Hours of training\n\nWhy: A manager acts on what stands on the shelf.`,
  (at) => `Answer: ${at} minutes | about ${at} minutes\n\nHint: Longer than an hour.\n\nWhy: It is the longest round.`,
  () => "The guide reports a base from {{$130,000 | 130k}} to {{$180,000 | 180k}}.\n\nWhy: One guide's range.",
  () =>
    "A store sells ${sales} a year and loses {shrink} % of it. What is that in a year?\n\nGiven:\n- sales = 20000000 to 60000000 step 1000000\n- shrink = 1.2 to 2 step 0.1\n\nFormula: `sales * shrink / 100`\n\nSteps:\n- ${sales} × {shrink} % = ${= sales * shrink / 100}",
  (at) => `1. Problem definition ${at}\n2. Data feasibility\n3. Hypothesis sizing\n4. Controlled experiment\n5. Scale-up`,
  (at) =>
    `### Bucket: Signal\n- Orders per searching visitor ${at} — it moves money\n- Sales a square foot\n### Bucket: Noise\n- Page views — they rise when search gets worse\n- Likes`,
];

function openQuestion(at: string): string {
  const point = (name: string): string =>
    `- **Names ${name} with a baseline** \`id: ${name}\` \`weight: 2\`\n  - the number I would move is ${name}, eight percent today\n  - we start from eight percent of ${name} in store ${at}\n  - baseline ${name} of 8 %\n`;
  return `Walmart wants fewer empty shelves. What would you build?\n\n### Key points\n${["metric", "dollars", "partner", "risk"].map(point).join("")}\n### Pitfalls\n- **Offers accuracy** \`id: accuracy\` — turn it into dollars\n  - the model reaches 94 percent accuracy\n\n### Model answer\nI would start from the shelf and name what an empty one costs.\n`;
}

function questionText(deck: number, index: number): string {
  const at = `${deck + 1}${String(index).padStart(2, "0")}`;
  const body = index % 10 === 9 ? openQuestion(at) : kinds[index % kinds.length]?.(at);
  return `## Question ${at} of the store?\n\`id: question-${at}\` \`difficulty: 3\`${index % kinds.length === 3 && index % 10 !== 9 ? " `unit: USD` `tolerance: 1%`" : ""}\n\n${body ?? ""}\n`;
}

/** So many decks of fifty questions, each company of twenty with its share of them; gives the ids of the questions. */
export function writeLibrary(folder: string, count: number): readonly string[] {
  const ids: string[] = [];
  for (let deck = 0; deck < count; deck += 1) {
    const place = join(folder, `company-${deck % 20}`, "role");
    mkdirSync(place, { recursive: true });
    const questions = Array.from({ length: questionsEach }, (_, index) => questionText(deck, index));
    writeFileSync(
      join(place, `deck-${deck}.md`),
      `---\ntitle: Deck ${deck}\ncompany: Company ${deck % 20}\nrole: Role\ndifficulty: 2\n---\n\n${questions.join("\n")}`,
    );
    ids.push(...questions.map((_, index) => `company-${deck % 20}/role/deck-${deck}/question-${deck + 1}${String(index).padStart(2, "0")}`));
  }
  return ids;
}

/** The rows of the report: microseconds a question, for the first reading of a process and for those after it. */
export function measureParsing(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "coach-parse-"));
  try {
    writeLibrary(folder, decks);
    const [first = Number.NaN, ...rest] = Array.from({ length: runs + 1 }, () => timeReading(folder));
    const name = `read ${decks * questionsEach} questions of ${decks} decks`;
    return [
      { name, unit: "us each", spread: spreadOf(rest), aim: 20 },
      { name: `${name}, first time in a process`, unit: "us each", spread: spreadOf([first]), aim: undefined },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Microseconds a question. Fails unless every question was read: a fast reader of half a library would not count. */
function timeReading(folder: string): number {
  const from = performance.now();
  const { library } = readLibrary([{ folder, holds: "questions" }], (absolute) => absolute);
  const took = performance.now() - from;
  const read = library.decks.reduce((sum, deck) => sum + deck.questions.length, 0);
  if (read !== decks * questionsEach) throw new Error(`only ${read} questions were read: ${JSON.stringify(library.problems[0])}`);
  return (took * 1000) / read;
}
