import { expect, test } from "vitest";
import { toHtml } from "../../../src/export/formats/html.ts";
import { toJson } from "../../../src/export/formats/json.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { buildPeerScript } from "../../../src/export/peer.ts";
import { aPeerQuestion, aPeerScript } from "../../support/peer.ts";

test("a script says who sits there, how to run it, and each question with its form", () => {
  expect(toMarkdown(buildPeerScript(aPeerScript()))).toMatchInlineSnapshot(`
    "# You are the interviewer: Panel, PM at Acme

    This page is for the one who asks. Who answers should not see it. <!-- coach form 1 2026-12-01T19:00:00Z acme/pm panel 1 -->

    Your name: .... <!-- coach from -->

    ## Who you are

    - **officer**: presses on lawful purpose

    ## How to run it

    - You have 30 minutes for one question, your own scoring included. Start a clock, and say how long each answer may take.
    - Read each question aloud as it stands, once more if you are asked to. Explain nothing that is not on the page.
    - Say when a minute is left, and stop the answer when its time is over.
    - No coaching: no hints, no nods, no "good". Thank them and go on; what you thought of it comes at the very end.
    - While you listen, put an x into the box of each point that you hear, in whatever words: \`[x]\`
    - Ask one probe a question at most: the first on the list whose point you have not heard. What is said then counts. If it names a person or a figure that never came up, put in the one that did.
    - Score right after each question, before the next. Take the sentence that fits best, each scale for itself, and write its number over the dots. Leave the dots where you could not tell.
    - Any editor for plain text will do. Leave what stands between \`<!--\` and \`-->\` as it is: by it the form is read.

    ## What they look for

    - **Impact in 3 steps**: money
      - names the baseline

    ## Question 1: Shelves

    You are the officer. The answer may take 4 minutes. <!-- coach question 1 acme/pm/cases/shelves -->

    ### Read aloud

    Why do empty shelves cost money?

    Say

    - who is in it
    - what it costs

    ### Listen for

    - [ ] The \\*baseline\\* (counts 3) <!-- coach point 1 baseline -->
    - [ ] Who else was in it <!-- coach point 1 partners -->

    ### Pitfalls

    - Stops at accuracy

    ### Ask at most one

    - Not heard: The \\*baseline\\* — ask: **From where?**

    ### Score, 1 to 5

    - **Impact in 3 steps**
      - Shown by: The \\*baseline\\*
      - 1: None.
      - 2: A little.
      - 3: Half.
      - 4: Most.
      - 5: All.
      - Score: .... <!-- coach signal 1 impact -->

    Note: <!-- coach note 1 --> ....

    End of question 1. <!-- coach end 1 -->

    That was the last one. Save this file and send it back; no need to take out what you did not use.
    "
  `);
});

test("a round without signals has no page on them, and a question without pitfalls no heading for them", () => {
  const [question] = aPeerScript().questions;
  const text = toMarkdown(buildPeerScript(aPeerScript({ signals: [], questions: question ? [{ ...question, pitfalls: [] }] : [] })));
  expect(text).not.toContain("What they look for");
  expect(text).not.toContain("Pitfalls");
});

test("hidden marks stand in markdown alone", () => {
  const document = buildPeerScript(aPeerScript());
  expect(toMarkdown(document)).toContain("<!-- coach point 1 baseline -->");
  expect(toHtml(document)).not.toContain("coach point");
  expect(toJson(document)).not.toContain("coach point");
});

/** The page of a script whose one question differs so. */
const pageOf = (fields: Parameters<typeof aPeerQuestion>[0], ofScript: Parameters<typeof aPeerScript>[0] = {}): string =>
  toMarkdown(buildPeerScript(aPeerScript({ questions: [aPeerQuestion(fields)], ...ofScript })));

test("who asks presses on several things, or on none that is known; minutes and questions are counted", () => {
  const chairs = [
    { person: "officer", on: ["lawful purpose", "**consent**"], points: [] },
    { person: "lead", on: [], points: [] },
  ];
  const page = pageOf({ minutes: 1 }, { chairs, minutes: 7.25 });
  expect(page).toContain("- **officer**: presses on lawful purpose; consent\n- **lead**\n");
  expect(page).toContain("You have 7.3 minutes for one question,");
  expect(page).toContain("The answer may take 1 minute. <!--");
  const two = aPeerScript({ questions: [aPeerQuestion(), aPeerQuestion({ id: "acme/pm/cases/other" })] });
  const both = toMarkdown(buildPeerScript(two));
  expect(both).toContain("You have 30 minutes for 2 questions,");
  expect(both).toContain("<!-- coach form 1 2026-12-01T19:00:00Z acme/pm panel 2 -->");
  expect(both).toContain("## Question 2: Shelves\n\nYou are the officer. The answer may take 4 minutes. <!-- coach question 2 acme/pm/cases/other -->");
});

test("a signal of which nothing more is known is its name alone", () => {
  const page = pageOf({}, { signals: [{ name: "Impact", about: "", shownBy: [] }] });
  expect(page).toContain("## What they look for\n\n- **Impact**\n\n## Question 1");
});

test("a round without signals goes from how to run it to the questions; one without pitfalls from what to listen for to the probes", () => {
  const page = pageOf({ pitfalls: [] }, { signals: [] });
  expect(page).toContain("by it the form is read.\n\n## Question 1");
  expect(page).toContain("<!-- coach point 1 partners -->\n\n### Ask at most one");
});

test("a probe that fits any answer is asked as it stands, and a scale may say nothing of what shows it", () => {
  const page = pageOf({
    probes: [{ point: undefined, words: "**What** else?" }],
    scales: [
      { of: "dimension", id: "structure", name: "Structure", shownBy: [], anchors: ["None."] },
      { of: "signal", id: "impact", name: "Impact", shownBy: ["one", "*two*"], anchors: [] },
    ],
  });
  expect(page).toContain("### Ask at most one\n\n- **What else?**\n");
  expect(page).toContain("- **Structure**\n  - 1: None.\n  - Score: .... <!-- coach dimension 1 structure -->\n- **Impact**\n  - Shown by: one; \\*two\\*\n");
});

test.each([
  ["One.\n\n\n\nTwo.", "One.\n\nTwo."],
  ["One.\n\n  \n\nTwo.", "One.\n\nTwo."],
  ["One\nstill one", "One still one"],
  ["- a\n- b", "- a\n- b"],
  ["  -  a\n  * b\n+ c", "- a\n- b\n- c"],
  ["1. a\n2) b\n10. c", "- 1\\. a\n- 2\\) b\n- 10\\. c"],
  ["Lead\n12) a\n - b", "Lead\n\n- 12\\) a\n- b"],
  ["Lead\n1.5 times\n-5 points", "Lead 1.5 times -5 points"],
  ["a 1. b - c", "a 1. b - c"],
  ["-5 points\n+3", "\\-5 points +3"],
  ["- a - b\n- c", "- a - b\n- c"],
  ["", ""],
])("a prompt %j is read aloud as %j", (prompt, told) => {
  const [, aloud = ""] = /### Read aloud\n\n([^]*?)\n*### Listen for/.exec(pageOf({ prompt })) ?? [];
  expect(aloud).toBe(told);
});
