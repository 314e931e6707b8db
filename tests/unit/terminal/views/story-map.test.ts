import { expect, test } from "vitest";
import { bankOf } from "../../../../src/progress/bank.ts";
import { mapStories } from "../../../../src/progress/story-map.ts";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { storyMapView } from "../../../../src/terminal/views/story-map.ts";
import { anAttempt, aStory, aTag } from "../../../support/attempts.ts";
import { aQuestion, aTheme } from "../../../support/builders.ts";

const questions = [
  aQuestion({ kind: "star", id: "q1", title: "The night that it broke", competencies: ["ownership", "monitoring"] }),
  aQuestion({ kind: "star", id: "q2", title: "Between two others", competencies: ["conflict"] }),
  aQuestion({
    kind: "star",
    id: "q3",
    title: "An outcome that hung on other teams, and on nobody you could tell what to do",
    competencies: ["cross-functional-ownership"],
  }),
];

function aMap(stories: number) {
  const tellings = Array.from({ length: stories }, (_, index) => [
    anAttempt({ id: `a${index}`, kind: "star", score: 0.61 }),
    aStory({ id: `s${index}`, attempt: `a${index}`, title: "The feed that came late", question: "q1", competencies: ["ownership"] }),
  ]);
  const bank = bankOf([...tellings.flat(), aTag({ story: "s0", adds: ["conflict", "conflict"] })]);
  return mapStories({ loop: "Walmart AI/ML product manager loop", bank, questions, most: 1 });
}

test("is a matrix with the gaps, the pairs and what to do next", async () => {
  expect(`\n${storyMapView(aMap(1), await aTheme(60))}`).toMatchInlineSnapshot(`
    "
    Stories for the Walmart AI/ML product manager loop

    1  The feed that came late

    competency                  asked    1
    ──────────────────────────  ─────  ───
    ownership                       1   61
    monitoring                      1    ·
    conflict                        1  yes
    cross-functional-ownership      1    ·

    Under a story's number: the latest score of a telling to a
    question that asks it, in %; in brackets: too weak to count;
    yes: you say so. Asked: questions of this loop.

    Gaps: monitoring, cross-functional-ownership

    The best story for each, none more than once
    likely question                      story  because
    ───────────────────────────────────  ─────  ────────────────
    The night that it broke                  1  told to it, 61 %
    Between two others                       –  none is left
    An outcome that hung on other            –  nothing shows it
    teams, and on nobody you could tell
    what to do

    Overused: story 1 is the best you have for 2 questions; it
    is given to 1 at most.

    Do next: Nothing shows monitoring yet. Tell a story that
             does: coach star q1
    "
  `);
});

test("is a list in plain words for a screen reader", async () => {
  const view = storyMapView(aMap(1), { ...(await aTheme(60)), plain: true });
  expect(view).toContain(
    "ownership: story 1 (61 %); asked by 1 question\nmonitoring: a gap, asked by 1 question\nconflict: story 1 (you say so); asked by 1 question\n",
  );
});

test.each([40, 60, 80, 100])("many stories stand in as many tables as fit %i columns", async (columns) => {
  const theme = await aTheme(columns);
  const view = storyMapView(aMap(23), theme);
  for (const row of view.split("\n")) expect(textWidth(row)).toBeLessThanOrEqual(columns);
  expect(view.split("competency").length - 1).toBeGreaterThan(columns < 60 ? 0 : 1);
});
