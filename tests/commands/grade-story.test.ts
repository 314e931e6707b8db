// Room: tests. `coach grade` of a story in plain text: its parts are told apart by their names, or by its paragraphs.
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const parts = [
  "Our depot sent one parcel in nine to the wrong city.",
  "I was asked to halve that before the winter.",
  "I watched two nights of sorting and asked the shift why the labels came late.",
  "Then I moved the printing before the weighing, and tried it on one belt with Marta.",
  "Wrong parcels fell from 11 % to 4 %, about $3,000 a week, and the other belts followed.",
];
const line = "grade general/behavioural/star/no-authority -";

async function marksOf(text: string): Promise<unknown> {
  const { marks, score } = (await aPlace().json(line, text)) as { readonly marks: unknown; readonly score: number };
  return { marks, score };
}

test("a story in paragraphs is one in parts: the first two, the last, and what lies between", async () => {
  const [situation, task, first, second, result] = parts;
  const named = `Situation: ${situation}\nTask: ${task}\n## Action\n${first}\n\n${second}\n**Result:** ${result}`;
  expect(await marksOf(parts.join("\n\n"))).toEqual(await marksOf(named));
});

test("fewer paragraphs than parts are all told as the situation", async () => {
  expect(await marksOf(parts.slice(0, 3).join("\n\n"))).toEqual(await marksOf(`Situation: ${parts.slice(0, 3).join("\n\n")}`));
});

test("a story that names one of its parts is split where it says", async () => {
  const text = `${parts.slice(0, 4).join("\n\n")}\n\nResult: ${parts[4]}`;
  expect(await marksOf(text)).toEqual(await marksOf(`Situation: ${text}`));
});
