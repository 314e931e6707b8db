import { describe, expect, it } from "vitest";
import type { CompanyFacts } from "../../../../src/domain/facts.ts";
import type { BankStory, Version } from "../../../../src/domain/story.ts";
import { bankOf } from "../../../../src/progress/bank.ts";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { deckListView, deckView } from "../../../../src/terminal/views/deck.ts";
import { factsView } from "../../../../src/terminal/views/facts.ts";
import { frameworkListView, frameworkView } from "../../../../src/terminal/views/framework.ts";
import { attemptView, historyView } from "../../../../src/terminal/views/history.ts";
import { type Home, homeView } from "../../../../src/terminal/views/home.ts";
import { loopListView, loopView } from "../../../../src/terminal/views/loop.ts";
import { problemsView } from "../../../../src/terminal/views/problems.ts";
import { storyListView, storyView } from "../../../../src/terminal/views/story.ts";
import { aBankStory, aCorrection, anAttempt, aStory } from "../../../support/attempts.ts";
import { aDeck, aFramework, aLoop, aQuestion, aTheme, findTestSource } from "../../../support/builders.ts";

const from = (item: string) => [{ source: "W-PM", item }];
const place = { file: "questions/walmart/ai-pm/panel.md", line: 12, column: 3 };

const facts: CompanyFacts = {
  id: "walmart",
  company: "Walmart",
  title: "What is reported about Walmart",
  facts: [
    {
      id: "days",
      title: "Days",
      claims: [
        { text: "21 calendar days.", sources: from("16") },
        { text: "Four to eight weeks.", sources: [{ source: "SOME-SITE" }] },
      ],
      conflict: "both cannot hold; ask.",
      place,
    },
    {
      id: "pay",
      title: "Pay",
      claims: [
        {
          text: "$110,000 to $220,000.",
          sources: [
            { source: "W-SM", item: "38" },
            { source: "W-SM", item: "39" },
          ],
        },
      ],
      conflict: undefined,
      place,
    },
  ],
};

const fullLoop = aLoop({
  about: "As one guide tells it.",
  rounds: aLoop()
    .rounds.slice(0, 2)
    .map((round) => ({ ...round, tests: ["retail mindset"], tasks: ["none is reported"], advice: ["open with a store problem"], sources: from("18") })),
  signals: [{ id: "impact", name: "Impact", about: "money, with a baseline", shownBy: ["says what a store saves"], weights: [], sources: from("30") }],
  pay: [{ label: "Base", text: "$130,000 to $180,000", details: [], sources: from("45") }],
  checklist: [{ id: "triangle", text: "Practise the triangle", practice: "walmart/ai-pm/frameworks", sources: [], place }],
  goodAndBad: [{ title: "Accuracy or dollars", bad: "94 % accuracy.", good: "$210 a store.", sources: from("58") }],
  faq: [{ question: "How many rounds?", answer: "Five.", sources: from("62") }],
});

const untried: Home["board"][number] = {
  round: "",
  minutes: undefined,
  tests: "returning money while keeping within privacy limits, with three functions listening at once",
  state: "untested",
  value: undefined,
  low: 0.13,
  high: 0.87,
  tried: 0,
  questions: 10,
  evidence: "None of 10 questions answered yet.",
};
const home: Home = {
  name: "Ada",
  company: "Walmart",
  role: "AI/ML product manager",
  date: "2026-12-12",
  daysLeft: 21,
  attempts: 34,
  lastSession: "drill, yesterday, 62 %",
  board: [
    { ...untried, round: "Recruiter screen", minutes: 30, state: "ready", value: 0.8, low: 0.62, high: 0.93, tried: 4, questions: 5 },
    { ...untried, round: "Hiring manager", minutes: 45, state: "shaky", value: 0.6, low: 0.41, high: 0.76, tried: 2, questions: 12 },
    { ...untried, round: "Case study", minutes: 60 },
    { ...untried, round: "Cross-functional panel", minutes: 90 },
    { ...untried, round: "Executive interview", minutes: undefined, tests: "" },
  ],
  today: [
    { text: "Hard questions, the clock running", command: "coach drill walmart/ai-pm --minutes 20", minutes: 20 },
    { text: "Ten quick questions", command: "coach quiz walmart", minutes: 10 },
    { text: "One story in four timed parts", command: "coach star", minutes: 6 },
  ],
  advice: "Hiring manager is shaky: start there.",
};

const problems = [
  { rule: "no-key-points", severity: "error", place, message: "this open question has no key points", advice: "Write ### Key points." },
  { rule: "few-phrasings", severity: "warning", place, message: "only two phrasings", advice: "Add one in words that people say." },
] as const;

const question = aQuestion({ kind: "choice" });
const past = {
  attempt: anAttempt({
    id: "01J",
    question: question.id,
    kind: "choice",
    answer: { kind: "choice", chosen: [1] },
    marks: [{ id: "option-1", status: "not-found", strength: 0 }],
    score: 0,
    timedOut: true,
  }),
  question,
  correction: undefined,
};
const orphan = { attempt: anAttempt({ id: "01K", question: "gone/deck/question" }), question: undefined, correction: aCorrection() };

describe("frameworks", () => {
  it("are listed by the name that shows them", async () => {
    expect(`\n${frameworkListView([aFramework(), aFramework({ id: "star", title: "STAR", shape: "chain", company: undefined })], await aTheme())}`)
      .toMatchInlineSnapshot(`
      "
      Framework               Title                   Shape     Parts  Company
      ──────────────────────  ──────────────────────  ────────  ─────  ───────
      retail-impact-triangle  Retail Impact Triangle  triangle      3  Walmart
      star                    STAR                    chain         3  any

      See one drawn: coach frameworks show <framework>
      Practise one: coach frameworks practice <framework>
      "
    `);
  });

  it("are drawn, then told part by part", async () => {
    const framework = aFramework({ about: "Three corners.", when: "In the case round.", weak: "CRISP-DM.", strong: "$600 a store.", sources: from("38") });
    expect(`\n${frameworkView(framework, findTestSource, await aTheme(60))}`).toMatchInlineSnapshot(`
      "
      Retail Impact Triangle · Walmart

      Three corners.

            1 Business metric
                   ╱╲
                  ╱  ╲
                 ╱    ╲
                ╱      ╲
               ╱ Retail ╲
              ╱  Impact  ╲
             ╱  Triangle  ╲
            ╱──────────────╲
      2 AI leverage   3 Execution roadmap

      Parts
      1 Business metric: What of the business metric?
      2 AI leverage: What of the ai leverage?
      3 Execution roadmap: What of the execution roadmap?

      When to use it
      In the case round.

      Weak
      CRISP-DM.

      Strong
      $600 a store.

      Reported by: Walmart AI/ML product manager guide, 2026
      (W-PM-38)
      "
    `);
  });
});

describe("loops", () => {
  it("are listed by the name that shows them", async () => {
    expect(`\n${loopListView([aLoop()], await aTheme())}`).toMatchInlineSnapshot(`
      "
      Loop           Company  Role                   Rounds  Days
      ─────────────  ───────  ─────────────────────  ──────  ────
      walmart/ai-pm  Walmart  AI/ML product manager       5    21

      See one whole: coach loops show <loop>
      "
    `);
  });

  it("say how many rounds no source gives a time for", async () => {
    const loop = aLoop();
    const view = loopView(
      { ...loop, rounds: loop.rounds.map((round, index) => (index === 0 ? { ...round, minutes: undefined } : round)) },
      findTestSource,
      await aTheme(100),
    );
    expect(view).toContain("5 rounds, 240 minutes of interviews (the time of 1 is not told)");
  });

  it("are told whole, each fact with how far to trust it", async () => {
    expect(`\n${loopView(fullLoop, findTestSource, await aTheme(60))}`).toMatchInlineSnapshot(`
      "
      Walmart AI/ML product manager loop
      2 rounds, 75 minutes of interviews, 3 business days between
      rounds, 21 days from first contact to decision.

      Reported figures: each line says in brackets how far to
      trust it. Ask the recruiter about your own loop.

      As one guide tells it.

      ┌───────────────────┐                 ┌───────────────────┐
      │ 1 Recruiter       │ 3 business days │ 2 Hiring manager  │
      │ screen            │────────────────→│ 45 min            │
      │ 30 min            │                 │                   │
      └───────────────────┘                 └───────────────────┘
                                                      │
                                                      ↓
                                            ┌───────────────────┐
                                            │ Decision          │
                                            │ day 21            │
                                            └───────────────────┘

      1 Recruiter screen: 30 minutes, with recruiter [reported,
      W-PM-18]
        Tests: retail mindset
        Task: none is reported
        Advice: open with a store problem

      2 Hiring manager: 45 minutes, with recruiter [reported,
      W-PM-18]
        Tests: retail mindset
        Task: none is reported
        Advice: open with a store problem

      Signals
      • Impact: money, with a baseline [reported, W-PM-30]
        – says what a store saves

      Pay
      • Base: $130,000 to $180,000 [reported, W-PM-45]

      Checklist
      [ ] Practise the triangle
          coach drill walmart/ai-pm/frameworks

      Good and bad
      Accuracy or dollars [reported, W-PM-58]
        Bad:  94 % accuracy.
        Good: $210 a store.

      How many rounds? [reported, W-PM-62]
      Five.

      Sources
        W-PM: Walmart AI/ML product manager guide, 2026 (reported)
        reported: second hand, with a name or a date
      "
    `);
  });
});

it("facts say who reports them, and where accounts differ", async () => {
  expect(`\n${factsView(facts, findTestSource, await aTheme(60))}`).toMatchInlineSnapshot(`
    "
    What is reported about Walmart
    The accounts differ in 1 of these 2: look for "Conflict".

    Days
    • 21 calendar days.
      Reported by: Walmart AI/ML product manager guide, 2026
      (W-PM-16)
    • Four to eight weeks.
      Source: SOME-SITE
    Conflict: both cannot hold; ask.

    Pay
    • $110,000 to $220,000.
      Official: Walmart posting: Senior Manager, Data Science,
      2026-02-20 (W-SM-38, W-SM-39)
    "
  `);
});

describe("decks", () => {
  it("are listed by the name that drills them", async () => {
    expect(`\n${deckListView([aDeck(), aDeck({ id: "general/statistics", title: "Statistics", company: undefined })], await aTheme())}`).toMatchInlineSnapshot(`
      "
      Walmart
      deck                 about            questions  minutes
      ───────────────────  ───────────────  ─────────  ───────
      walmart/ai-pm/panel  The panel round          1        2

      General
      deck                about       questions  minutes
      ──────────────────  ──────────  ─────────  ───────
      general/statistics  Statistics          1        2

      2 questions in 2 decks. coach decks show DECK lists its questions; coach drill
      DECK practises it.
      "
    `);
  });

  it("show their questions and no answers", async () => {
    const view = deckView(aDeck({ id: "test/deck", questions: [question, aQuestion({ kind: "open" })] }), await aTheme());
    expect(view).toContain("Cut empty shelves");
    expect(view).not.toContain("$1,200");
  });
});

describe("history", () => {
  it("is a table, newest first as given", async () => {
    expect(`\n${historyView([past, orphan], 2, await aTheme())}`).toMatchInlineSnapshot(`
      "
         when              kind    question                  score  took
      ─  ────────────────  ──────  ────────────────────────  ─────  ────  ────────────
      1  2026-11-21 19:30  choice  Which sentence would the    0 %  2:00  time ran out
                                   committee rather hear?
      2  2026-11-21 19:30  open    gone/deck/question         80 %  2:00  corrected

      coach history NUMBER shows one with its answer and marks.
      "
    `);
  });

  it("shows an attempt with its answer and its marks in words", async () => {
    expect(`\n${attemptView(past, await aTheme())}`).toMatchInlineSnapshot(`
      "
      Which sentence would the committee rather hear?
      2026-11-21 19:30; drill; choice; took 2:00; time ran out
      id 01J, question test/deck/choice

      Which sentence would the committee rather hear?

      Your answer
      It reaches 94 % accuracy, which is three points above the model that the team
      had before the summer.

      Marks: not yet, 0 %
        ✗ not found: It saves about $1,200 a store each week.

      coach explain shows every rule and word behind a mark.
      "
    `);
  });

  it("shows an attempt whose deck is gone", async () => {
    expect(attemptView(orphan, await aTheme())).toContain("I would start from the shelf.");
  });

  it("says how many there are when it shows fewer", async () => {
    expect(historyView([past, orphan], 43, await aTheme())).toContain("The latest 2 of 43; coach history --limit 43 lists them all. coach history\nNUMBER");
  });

  it("says how to begin when there is none", async () => {
    expect(historyView([], 0, await aTheme())).toContain("coach drill");
  });
});

describe("home", () => {
  it("says how long there is, how each round stands and what to do", async () => {
    expect(`\n${homeView(home, await aTheme(80))}`).toMatchInlineSnapshot(`
      "
      Ada: Walmart, AI/ML product manager. 21 days left (2026-12-12)
      34 answers kept; last: drill, yesterday, 62 %.

      ✓ ready     Recruiter screen         30 min  62 to 93 %   4 of 5 tried
                  returning money while keeping within privacy limits, with three fun…
      ◐ shaky     Hiring manager           45 min  41 to 76 %   2 of 12 tried
                  returning money while keeping within privacy limits, with three fun…
      ○ untested  Case study               60 min  not known    0 of 10 tried
                  returning money while keeping within privacy limits, with three fun…
      ○ untested  Cross-functional panel   90 min  not known    0 of 10 tried
                  returning money while keeping within privacy limits, with three fun…
      ○ untested  Executive interview              not known    0 of 10 tried

      Tonight:
        Hard questions, the clock running, 20 min
          coach drill walmart/ai-pm --minutes 20
        Ten quick questions                 10 min  coach quiz walmart
        One story in four timed parts        6 min  coach star

      Hiring manager is shaky: start there.
      "
    `);
  });

  const long: Home = {
    ...home,
    name: "Maximiliana Wolfeschlegelsteinhausenbergerdorff",
    company: "The Very Long Named Company of Groceries and General Merchandise",
    role: "Senior principal product manager, machine learning platforms and experimentation",
    board: [...home.board, ...home.board].map((line, index) => ({ ...line, round: `${line.round} with everybody who has a say in it, part ${index}` })),
    advice: "Cross-functional panel with everybody who has a say in it is the weakest. Another look before the day would keep what was learned.",
  };

  it.each([
    [80, 24, home],
    [60, 20, home],
    [80, 24, long],
    [60, 20, long],
  ])("fits a window of %i by %i above a menu of four choices", async (columns, rows, told) => {
    const room = rows - 4 - 5;
    const lines = homeView({ ...told, today: [] }, await aTheme(columns), room)
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(room);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });

  it("gives way in steps: what a round tests, then what was, then empty rows, then the last rounds", async () => {
    const of = async (room: number) => homeView({ ...home, today: [] }, await aTheme(80), room);
    expect(await of(16)).toContain("returning money");
    expect(await of(10)).not.toContain("returning money");
    expect(await of(10)).toContain("34 answers kept");
    expect(await of(9)).not.toContain("34 answers kept");
    expect(await of(7)).toContain("Executive interview");
    expect(await of(6)).not.toContain("Executive interview");
    expect(await of(6)).toContain("Hiring manager is shaky");
  });

  it("says what it does not know", async () => {
    const empty: Home = {
      ...home,
      name: undefined,
      company: undefined,
      role: undefined,
      date: undefined,
      daysLeft: undefined,
      attempts: 0,
      lastSession: undefined,
      board: [],
      today: [],
      advice: undefined,
    };
    expect(homeView(empty, await aTheme())).toBe("Interview coach\nNothing answered yet.\n");
  });
});

const newest = (story: BankStory): Version => story.versions.at(-1) as Version;
const first = aStory({ id: "first" });
const [twice] = bankOf([first, aStory({ of: "first" })]) as [BankStory];

describe("stories", () => {
  it("are numbered", async () => {
    expect(storyListView([aBankStory()], await aTheme())).toMatch(/1 .*The feed that came late/);
    expect(storyListView([], await aTheme())).toContain("coach star");
  });

  it("are told in four parts", async () => {
    const story = aBankStory({ parts: { situation: "A feed was late.", task: "", action: "I called.", result: "Back in an hour." } });
    expect(`\n${storyView(story, { version: newest(story), changes: [] }, await aTheme())}`).toMatchInlineSnapshot(`
      "
      The feed that came late
      2026-11-21; walmart/ai-pm/star/degraded-model; ownership

      Situation
      A feed was late.

      Task
      (nothing told)

      Action
      I called.

      Result
      Back in an hour.
      "
    `);
  });
});

it("complaints begin with their place, so that editors link it", async () => {
  expect(`\n${problemsView(problems, await aTheme(60))}`).toMatchInlineSnapshot(`
    "
    questions/walmart/ai-pm/panel.md:12:3: error: this open question has no key points (no-key-points)
        Write ### Key points.
    questions/walmart/ai-pm/panel.md:12:3: warning: only two phrasings (few-phrasings)
        Add one in words that people say.

    1 error and 1 warning in 1 file.
    "
  `);
  expect(problemsView([], await aTheme())).toBe("No complaints.\n");
});

describe.each([100, 80, 60, 40])("in %i columns", (columns) => {
  it("no line is too long, and none ends in a space", async () => {
    const theme = await aTheme(columns);
    const views = [
      frameworkListView([aFramework()], theme),
      frameworkView(aFramework({ about: "Three corners that hold each other up. ".repeat(5) }), findTestSource, theme),
      loopListView([aLoop()], theme),
      loopView(fullLoop, findTestSource, theme),
      factsView(facts, findTestSource, theme),
      deckListView([aDeck()], theme),
      deckView(aDeck({ questions: [question] }), theme),
      historyView([past, orphan], 2, theme),
      attemptView(past, theme),
      homeView(home, theme),
      storyListView([aBankStory()], theme),
      storyView(aBankStory(), { version: newest(aBankStory()), changes: [] }, theme),
      storyView(twice, { version: newest(twice), changes: [[], ["4 percent, was 8 percent", "action 12 words longer"]] }, theme),
    ];
    for (const row of views.flatMap((view) => view.split("\n"))) {
      expect(row).toBe(row.trimEnd());
      expect(textWidth(row)).toBeLessThanOrEqual(columns);
    }
  });
});
