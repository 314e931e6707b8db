// Room: tests. How many answers a whole run of `coach grade --batch` marks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { coach, inPlace, timeRun } from "./child.ts";
import { type Row, spreadOf } from "./spread.ts";

/** Words of a short spoken answer, as in the set of answers that is nearest to ours (SAF). */
const words = 65;
const answers = 5000;
const runs = 3;

/** The row of the report, in microseconds an answer: 500 are 2,000 answers a second. Starting and writing count. */
export function measureBatch(): Promise<Row[]> {
  return inPlace((place) => {
    writeFileSync(join(place.home, "answers.jsonl"), answersText());
    const time = (): number => (timeRun({ ...place }, [coach, "grade", "--batch", "answers.jsonl", "--json"]).elapsed * 1000) / answers;
    time();
    return [
      {
        name: `grade --batch, ${answers.toLocaleString("en")} answers of ${words} words`,
        unit: "us each",
        spread: spreadOf(Array.from({ length: runs }, time)),
        aim: 500,
      },
    ];
  });
}

/** Every open question with the first words of its own model answer and, for another answer each time, its number. */
function answersText(): string {
  const { library } = readLibrary(rootsOf("."), (file) => file);
  const open = library.decks
    .flatMap((deck) => deck.questions)
    .flatMap((question) => (question.kind === "open" && question.model !== undefined ? [{ id: question.id, model: question.model }] : []));
  const lines = Array.from({ length: answers }, (_, index) => {
    const { id = "", model = "" } = open[index % open.length] ?? {};
    const answer = [...model.split(/\s+/).slice(0, words - 1), String(index)].join(" ");
    return JSON.stringify({ id: `answer-${index}`, question: id, answer });
  });
  return `${lines.join("\n")}\n`;
}
