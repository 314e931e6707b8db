import { expect, test } from "vitest";
import type { Debrief } from "../../../src/domain/scorecard.ts";
import { buildDebrief } from "../../../src/export/debrief.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";

const debrief: Debrief = {
  loop: "acme/pm",
  company: "Acme",
  role: "PM",
  at: "2026-12-01T19:00:00Z",
  pace: 0.25,
  scorecard: {
    leaning: "yes",
    reasons: ["Clearest: Impact, 4 of 5."],
    signals: [
      {
        id: "impact",
        name: "Impact",
        about: "",
        level: 4,
        share: 0.7,
        answers: 1,
        evidence: [{ quote: '"Two million a year"', shows: "**Money**", in: "Shelves", whenPressed: true }],
        heldBackBy: ["A guardrail"],
      },
    ],
    fixes: [{ what: "Say who agreed.", because: "ownership: 2.0 of 5 over 3 answers", practice: "acme/pm/cases/shelves" }],
  },
  rounds: [
    {
      title: "Panel",
      number: 2,
      people: ["officer", "lead"],
      isOver: false,
      skipped: 1,
      notes: ["# ask about *margins*"],
      answers: [
        {
          question: "acme/pm/cases/shelves",
          title: "Shelves",
          prompt: "Why do empty shelves cost money?",
          text: "Two million a year.\n\n- [x] not a task",
          score: 0.5,
          seconds: 90,
          notFound: ["Partners"],
          probes: [
            { chair: "officer", asked: "Who agreed?", reply: "", status: "not-found" },
            { chair: "officer", asked: "Again: who agreed?", reply: "The buyers did.", status: "found" },
          ],
        },
      ],
    },
  ],
};

test("a debrief holds the leaning, the signals, what to fix, and each round with what was said", () => {
  expect(toMarkdown(buildDebrief(debrief))).toMatchInlineSnapshot(`
    "# Debrief of a mock: PM at Acme

    Held on 2026-12-01 at pace 0.25. A reading by fixed rules of what was practised; no one at the company has seen it.

    ## Leaning: yes

    - Clearest: Impact, 4 of 5.

    ## Signals

    - **Impact**: 4 of 5, from one answer
      - "Two million a year": Money, when pressed (Shelves)
      - Held back by: A guardrail

    ## To fix

    - Say who agreed.
      - ownership: 2.0 of 5 over 3 answers
      - Run \`coach drill acme/pm/cases/shelves\`

    ## Round 2: Panel

    With officer, lead. Not held to its end. Skipped: 1.

    ### Shelves

    Why do empty shelves cost money?

    **You:** Two million a year.

    \\- \\[x\\] not a task

    **getting there, 50 %**; not found: Partners

    - **officer**: Who agreed?
      - No reply (not met)
    - **officer**: Again: who agreed?
      - You: The buyers did. (met)

    ### Notes

    - \\# ask about \\*margins\\*

    Once more, with other questions: \`coach mock acme/pm\`
    "
  `);
});

test("what was typed is text, whatever markdown it looks like", () => {
  const text = toMarkdown(buildDebrief(debrief));
  expect(text).not.toMatch(/^# ask|^- \[x\]|\*margins\*(?!\\)/m);
});

const [round] = debrief.rounds;
const [answer] = round?.answers ?? [];

/** The page of a debrief whose one round and one answer differ so. */
function pageOf(fields: Partial<Debrief>, ofRound: Partial<Debrief["rounds"][number]> = {}, ofAnswer: Partial<NonNullable<typeof answer>> = {}): string {
  const rounds = round && answer ? [{ ...round, answers: [{ ...answer, ...ofAnswer }], ...ofRound }] : [];
  return toMarkdown(buildDebrief({ ...debrief, rounds, ...fields }));
}

test("what there is nothing of is not named: pace, leaning, signals, fixes, people, skipped, notes, probes", () => {
  const bare = pageOf(
    { pace: 1, scorecard: { reasons: [], signals: [], fixes: [], leaning: undefined } },
    { people: [], isOver: true, skipped: 0, notes: [] },
    { notFound: [], probes: [] },
  );
  expect(bare).toBe(`# Debrief of a mock: PM at Acme

Held on 2026-12-01. A reading by fixed rules of what was practised; no one at the company has seen it.

## No leaning

## Round 2: Panel

### Shelves

Why do empty shelves cost money?

**You:** Two million a year.

\\- \\[x\\] not a task

**getting there, 50 %**

Once more, with other questions: \`coach mock acme/pm\`
`);
});

test("each fact of a round is told by itself", () => {
  const none = { people: [], isOver: true, skipped: 0 };
  expect(pageOf({}, { ...none, people: ["lead"] })).toContain("## Round 2: Panel\n\nWith lead.\n\n###");
  expect(pageOf({}, { ...none, isOver: false })).toContain("## Round 2: Panel\n\nNot held to its end.\n\n###");
  expect(pageOf({}, { ...none, skipped: 2 })).toContain("## Round 2: Panel\n\nSkipped: 2.\n\n###");
});

test("a signal says how many answers it was read from, or that it was not; its words say whether they were pressed for", () => {
  const [signal] = debrief.scorecard.signals;
  const [evidence] = signal?.evidence ?? [];
  const told = (fields: object): string =>
    pageOf({
      scorecard: { ...debrief.scorecard, signals: signal ? [{ ...signal, evidence: evidence ? [{ ...evidence, whenPressed: false }] : [], ...fields }] : [] },
    });
  expect(told({ answers: 3 })).toContain('- **Impact**: 4 of 5, from 3 answers\n  - "Two million a year": Money (Shelves)\n');
  expect(told({ level: undefined })).toContain("- **Impact**: not read\n");
});

test("an answer keeps its paragraphs, and what was not found stands in a row; nothing typed is no words of theirs", () => {
  const page = pageOf({}, {}, { text: "One.\n\n\n\nTwo.\nStill two.\n\n \n\n", notFound: ["**Partners**", "Risk"] });
  expect(page).toContain("**You:** One.\n\nTwo. Still two.\n\n**getting there, 50 %**; not found: Partners; Risk\n");
  expect(pageOf({}, {}, { text: " \n" })).not.toContain("**You:**");
});

test.each([
  ["found", "Yes.", "You: Yes. (met)"],
  ["partly", "Perhaps.", "You: Perhaps. (met in part)"],
  ["not-found", "  ", "No reply (not met)"],
] as const)("a probe that is %s by %j is told as %j", (status, reply, told) => {
  expect(pageOf({}, {}, { probes: [{ chair: "lead", asked: "Who?", reply, status }] })).toContain(`- **lead**: Who?\n  - ${told}\n`);
});
