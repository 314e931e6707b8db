import { describe, expect, test } from "vitest";
import { playMonth, type ways } from "./month.ts";
import { people } from "./people.ts";

const month = { evenings: 21, minutes: 30, questions: 60, isMixed: false, known: 1 / 3 };
/** As decks are: long questions beside quick ones, and hardly time for all of them twice. */
const tight = { evenings: 21, minutes: 30, questions: 100, isMixed: true, known: 1 / 3 };
const seeds = [1, 7920, 15839];

type Person = keyof typeof people;

function meanOf(asked: typeof month, person: Person, way: keyof typeof ways): number {
  return seeds.reduce((sum, seed) => sum + playMonth(asked, way, { person, seed }).recall, 0) / seeds.length;
}

describe.each(Object.keys(people) as Person[])("a month of somebody who forgets by %s", (person) => {
  test("ends with more recall where it is planned than at random or in the order of the deck", () => {
    const plan = meanOf(tight, person, "plan");
    expect(plan).toBeGreaterThan(meanOf(tight, person, "random") + 0.02);
    expect(plan).toBeGreaterThan(meanOf(tight, person, "fixed order") + 0.01);
  });

  test("ends with more recall where what is due takes turns with what is new than at random, or with the weakest first", () => {
    const due = meanOf(month, person, "due and new");
    expect(due).toBeGreaterThan(meanOf(month, person, "random") + 0.02);
    expect(due).toBeGreaterThan(meanOf(month, person, "weakest first") + 0.02);
  });
});

test("a planned month ends with more recall than one at random or in the order of the deck where all questions take as long, with the same minutes", () => {
  const [planned, fixed, random] = (["plan", "fixed order", "random"] as const).map((way) => playMonth(month, way, { person: "half-lives", seed: 1 }));
  expect(planned!.recall).toBeGreaterThan(random!.recall);
  expect(planned!.recall).toBeGreaterThan(fixed!.recall);
  expect(planned!.minutes).toBeLessThanOrEqual(random!.minutes);
});
