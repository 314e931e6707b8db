// Room: tests. What a company looks for, beneath the marks of `coach grade` and of a session.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const said = "We lose 8 percent of sales to empty shelves, worth $400 a store a week. I would test it in 20 stores against 20 others, and stop below $100.";
const question = "walmart/ai-pm/cases/out-of-stock";

test("coach grade tells how far an answer shows what the company looks for, and so does its JSON", async () => {
  const place = aPlace();
  const { out } = await place.coach(`grade ${question}`, said);
  const { signals } = (await place.json(`grade ${question}`, said)) as { readonly signals: readonly { readonly name: string; readonly level: number }[] };
  expect(signals.length).toBeGreaterThan(0);
  const told = `Walmart looks for, 1 to 5: ${signals.map(({ name, level }) => `${name} ${level}`).join(", ")}`;
  expect(out.replace(/\n(?! )/g, " ")).toContain(told);
});

test("a session tells it too, and a question of no company has none", async () => {
  const place = aPlace();
  writeFileSync(join(place.folder, "answers.yaml"), JSON.stringify({ answers: [{ question, answer: said }] }));
  expect((await place.coach("drill --answers answers.yaml")).out).toContain("Walmart looks for, 1 to 5: ");
  const ofNoCompany = "grade general/behavioural/star/unwelcome-data";
  expect(await place.json(ofNoCompany, said)).toMatchObject({ signals: [] });
  expect((await place.coach(ofNoCompany, said)).out).not.toContain("looks for");
});

test("an answer of no words shows nothing of it", async () => {
  expect((await aPlace().coach(`grade ${question}`, " ")).out).not.toContain("looks for");
});
