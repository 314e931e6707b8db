import { describe, expect, test } from "vitest";
import { type Deck, tallyOf } from "../../../src/domain/deck.ts";
import { outlineOf } from "../../../src/domain/outline.ts";
import type { Loop, Round } from "../../../src/domain/loop.ts";
import type { Question } from "../../../src/domain/question.ts";
import type { Source, SourceReference } from "../../../src/domain/source.ts";
import { buildChecklist, type ChecklistInput } from "../../../src/export/checklist.ts";
import { roundDays } from "../../../src/domain/round-days.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";
import { aFramework, aRound } from "../../support/builders.ts";

const place = { file: "loop.md", line: 1, column: 1 };
const from = (source: string, item?: string): readonly SourceReference[] => [{ source, item }];

/** A round under a name of its own. */
const aStage = (title: string, fields: Partial<Round> = {}): Round => aRound({ id: title.toLowerCase(), title, place, ...fields });

function aDeck(id: string, names: readonly string[], competencies: readonly string[] = []): Deck {
  const questions = names.map((name) => ({ id: `${id}/${name}`, deck: id, competencies, title: name })) as unknown as readonly Question[];
  return {
    id,
    title: `Deck ${id.split("/").at(-1)}`,
    company: "Walmart",
    role: "PM",
    topic: undefined,
    path: `${id}.md`,
    tally: tallyOf(questions),
    outline: outlineOf(questions),
    questions,
  };
}

const loop: Loop = {
  id: "walmart/ai-pm",
  title: "Loop",
  company: "Walmart",
  role: "AI/ML product manager",
  days: 21,
  gap: "3 business days",
  about: "",
  rounds: [aStage("Screen", { sources: from("W", "18"), tests: ["retail, not AI"] }), aStage("Panel", { minutes: undefined, people: [] }), aStage("Executive")],
  signals: [{ id: "impact", name: "Impact", about: "a lift in **dollars**", shownBy: ["says the baseline"], weights: [], sources: from("W", "30") }],
  work: [],
  pay: [],
  timeline: [],
  checklist: [
    { id: "triangle", text: "Go over the [triangle](../x.md)", practice: "walmart/ai-pm/frameworks", sources: from("W", "51"), place },
    { id: "case", text: "Build a case", practice: "walmart/ai-pm/cases/shelf", sources: [], place },
    { id: "read", text: "Read the news", practice: undefined, sources: from("NEWS"), place },
    { id: "gone", text: "Practise what is gone", practice: "walmart/ai-pm/gone", sources: [], place },
  ],
  goodAndBad: [{ title: "Accuracy or dollars", bad: "94 % accuracy", good: "$210 a week", sources: [] }],
  faq: [],
  sources: from("W"),
  place,
};

const sources: Readonly<Record<string, Source>> = {
  W: { id: "W", title: "A guide of 2026", confidence: "reported", about: "", date: "2026", retrieved: "2026-11-01", url: "https://example.org/g" },
};

const decks = [
  aDeck("walmart/ai-pm/cases", ["shelf", "basket"], ["retail-intuition"]),
  aDeck("walmart/ai-pm/frameworks", ["a", "b", "c"], ["impact-quantification"]),
  aDeck("walmart/ai-pm/pay", ["base"]),
  aDeck("jd/ai-pm/cases", ["x"]),
];

function checklist(fields: Partial<ChecklistInput> = {}): string {
  return toMarkdown(buildChecklist({ loop, entries: [], decks, frameworks: [], today: "2026-11-21", source: ({ source }) => sources[source], ...fields }));
}

const proof = ["a", "b", "c", "a"].map((name) => anAttempt({ question: `walmart/ai-pm/frameworks/${name}`, score: 0.85 }));

describe("what the scores have proven", () => {
  test("comes ticked, with the evidence", () => {
    expect(checklist({ entries: proof })).toContain(
      "- [x] Go over the triangle (W-51; reported)\n  - proven: 4 attempts, last three 85 %\n- [ ] Build a case\n  - not tried yet\n  - Run `coach drill walmart/ai-pm/cases/shelf`\n- [ ] Read the news",
    );
  });

  test("is not ticked before, and says what to run", () => {
    expect(checklist({ entries: proof.slice(0, 2) })).toContain(
      "- [ ] Go over the triangle (W-51; reported)\n  - so far: 2 attempts, last two 85 %\n  - Run `coach drill walmart/ai-pm/frameworks`\n",
    );
  });

  test("goes by the person's own ticks", () => {
    const shelf = anAttempt({ id: "x", question: "walmart/ai-pm/cases/shelf", score: 0.5 });
    expect(checklist({ entries: [shelf] })).toContain("- [ ] Build a case");
    expect(checklist({ entries: [shelf, aCorrection({ attempt: "x", score: 0.9 })] })).toContain("- [x] Build a case\n  - proven: 1 attempt, 90 %");
  });
});

describe("what to practise", () => {
  const entries = [...proof, anAttempt({ question: "walmart/ai-pm/cases/shelf", score: 0.3 })];

  test("puts the weakest deck first, then the untried, then the proven; other loops' decks stay out", () => {
    const section = checklist({ entries })
      .split("## ")[1]
      ?.split("\n")
      .filter((line) => line.startsWith("- ["));
    expect(section).toEqual([
      "- [ ] **Deck cases**: 1 attempt, 30 %; 1 of 2 questions tried",
      "- [ ] **Deck pay**: not tried yet, 1 question",
      "- [x] **Deck frameworks**: proven: 4 attempts, last three 85 %; 3 of 3 questions tried",
    ]);
  });

  test("names the frameworks that the loop's questions lean on, with what practises them, weakest first among the decks", () => {
    const leaning = [aDeck("walmart/ai-pm/cases", ["shelf", "basket"]), aDeck("jd/ai-pm/cases", ["x"])].map((deck) => ({
      ...deck,
      questions: deck.questions.map((question) => ({
        ...question,
        framework: deck.company === "Walmart" && deck.id.startsWith("jd") ? "star" : "retail-impact-triangle",
      })),
    }));
    const frameworks = [aFramework(), aFramework({ id: "star", title: "STAR" })];
    const untried = checklist({ decks: leaning, frameworks });
    expect(untried).toContain(
      "- [ ] **Framework: Retail Impact Triangle**: not tried yet, 2 questions\n  - Run `coach frameworks practice retail-impact-triangle`\n",
    );
    expect(untried).not.toContain("STAR");
    const tried = [
      anAttempt({ question: "frameworks/retail-impact-triangle/recall", score: 0.4 }),
      anAttempt({ question: "walmart/ai-pm/cases/shelf", score: 0.6 }),
    ];
    expect(checklist({ decks: leaning, frameworks, entries: tried })).toContain(
      "- [ ] **Framework: Retail Impact Triangle**: 1 attempt, 40 %; 1 of 2 questions tried\n  - Run `coach frameworks practice retail-impact-triangle`\n- [ ] **Deck cases**: 1 attempt, 60 %",
    );
  });

  test("names the weakest competencies with score, attempts and command, once there are scores", () => {
    expect(checklist({ entries })).toContain("| retail intuition | 30 % | 1 | `coach drill retail-intuition` |");
    expect(checklist({ entries })).not.toContain("| impact quantification");
    expect(checklist()).not.toContain("Weakest competencies");
  });
});

describe("the rounds", () => {
  test("have no dates while the interview date is not set", () => {
    expect(checklist()).toContain("The interview date is not set.");
    expect(checklist()).toContain(
      "- [ ] **Screen**: 30 minutes; with recruiter (W-18; reported)\n  - Tests: retail, not AI\n- [ ] **Panel**: length not reported\n",
    );
  });

  test("are counted back from the final one, and told as estimates", () => {
    const text = checklist({ interviewDate: "2026-12-01" });
    expect(text).toContain("The final round is on 2026-12-01: in 10 days.");
    expect(text).toContain("are estimates");
    expect(text).toContain("**Screen**: 30 minutes; with recruiter; about 2026-11-23 (estimate)");
    expect(text).toContain("**Panel**: length not reported; about 2026-11-26 (estimate)");
    expect(text).toContain("**Executive**: 30 minutes; with recruiter; on 2026-12-01\n");
  });

  test("say when an estimate has passed, and when the interview has", () => {
    expect(checklist({ interviewDate: "2026-11-22" })).toContain("a day that has passed (estimate)");
    expect(checklist({ interviewDate: "2026-11-22" })).toContain("tomorrow");
    expect(checklist({ interviewDate: "2026-11-21" })).toContain("2026-11-21: today.");
    expect(checklist({ interviewDate: "2026-11-20" })).toContain("The interview was on 2026-11-20.");
  });

  test.each<[string, string | undefined, readonly (number | undefined)[], readonly (string | undefined)[]]>([
    ["business days, over the weekend", "3 business days", [undefined, undefined, undefined], ["2026-11-24", "2026-11-27", "2026-12-02"]],
    ["working days", "2 working days", [undefined, undefined, undefined], ["2026-11-26", "2026-11-30", "2026-12-02"]],
    ["calendar days", "at most 5 days", [undefined, undefined, undefined], ["2026-11-22", "2026-11-27", "2026-12-02"]],
    ["weeks", "1 week", [undefined, undefined, undefined], ["2026-11-18", "2026-11-25", "2026-12-02"]],
    ["the days of each stage, before the gap", "1 week", [2, 5, 7], ["2026-11-20", "2026-11-25", "2026-12-02"]],
    ["no further than what is reported", undefined, [1, undefined, 7], [undefined, "2026-11-25", "2026-12-02"]],
    ["nothing but the last without any report", "soon after", [undefined, undefined, undefined], [undefined, undefined, "2026-12-02"]],
  ])("count back %s", (_, gap, stages, days) => {
    const rounds = stages.map((stage, index) => aStage(`R${index}`, { days: stage }));
    expect(roundDays({ ...loop, gap, rounds }, "2026-12-02")).toEqual(days);
  });

  test("of a loop without rounds are none", () => {
    expect(roundDays({ ...loop, rounds: [] }, "2026-12-02")).toEqual([]);
  });
});

describe("the rest", () => {
  test("holds signals, what to say and what not, and what reports disagree on", () => {
    const fact = { id: "f", title: "Rounds and days", claims: [], conflict: "21 days or eight weeks: ask.", place };
    const facts = { id: "walmart", company: "Walmart", title: "Facts", facts: [fact, { ...fact, title: "Agreed", conflict: undefined }] };
    const text = checklist({ facts });
    expect(text).toContain("- **Impact**: a lift in dollars (W-30; reported)\n  - says the baseline");
    expect(text).toContain("- **Accuracy or dollars**\n  - **BAD**: 94 % accuracy\n  - **GOOD**: $210 a week");
    expect(text).toContain("## Where reports disagree\n\n- **Rounds and days**: 21 days or eight weeks: ask.\n");
    expect(text).not.toContain("Agreed");
  });

  test("ends with every source once, and how far to trust it", () => {
    expect(checklist().split("## Sources\n\n")[1]).toBe(
      "- **W**: [A guide of 2026](<https://example.org/g>), reported, retrieved 2026-11-01\n- **NEWS**: unverified; nothing more is known of it\n",
    );
  });

  test("leaves out headings with nothing under them", () => {
    const bare = { ...loop, rounds: [], signals: [], checklist: [], goodAndBad: [], sources: [] };
    expect(checklist({ loop: bare, decks: [] })).toBe(
      "# Prep checklist: AI/ML product manager at Walmart\n\nMade on 2026-11-21. The interview date is not set.\n",
    );
  });

  test("cannot be broken by what a deck says", () => {
    const hostile = { ...loop, checklist: [{ id: "x", text: "x\n- [x] forged\n```\n<script>", practice: undefined, sources: [], place }] };
    expect(checklist({ loop: hostile })).toContain("- [ ] x - \\[x\\] forged \\<script\\>\n");
  });
});
