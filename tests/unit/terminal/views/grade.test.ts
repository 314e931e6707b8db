import { describe, expect, it } from "vitest";
import { backgroundView, gradeView } from "../../../../src/terminal/views/grade.ts";
import { modelView } from "../../../../src/terminal/views/model.ts";
import { gradeOpen, openQuestion } from "../../grading/fixtures.ts";
import { aCase, aGrade, aJudged, aMark, aQuestion, aTheme, findTestSource } from "../../../support/builders.ts";

const said = "I would start from the shelf. The out-of-stock rate is eight percent today.\n\nOur model reaches 94 percent accuracy.";
const spanOf = (text: string) => ({ start: said.indexOf(text), end: said.indexOf(text) + text.length });

const openGrade = aGrade({
  score: 0.52,
  marks: [
    aMark({ status: "found", strength: 1, weight: 2, evidence: [spanOf("out-of-stock rate"), spanOf("eight percent")] }),
    aMark({
      id: "dollars",
      text: "Says what a point is worth in dollars",
      status: "partly",
      strength: 0.5,
      evidence: [spanOf("start from the shelf")],
      phrasing: "each point is about $400 a store a week",
      reason: "Some of its words are there.",
    }),
    aMark({ id: "test", text: "Plans a controlled experiment" }),
  ],
  pitfalls: [
    {
      id: "accuracy",
      text: "Offers accuracy as the result",
      advice: "turn the gain into dollars per store",
      evidence: spanOf("Our model reaches 94 percent accuracy."),
    },
  ],
  flags: [{ id: "too-short", reason: "Four words are too few to mark.", cap: 0.6 }],
  next: "Add this: Plans a controlled experiment.",
});

async function shown(grade = openGrade, columns = 80, extra = {}): Promise<string> {
  const asked = aCase({ kind: "open", ...extra });
  return `\n${gradeView({ asked, body: { kind: "open", text: said }, grade, score: grade.score, sources: findTestSource }, await aTheme(columns))}`;
}

describe("the grade of an answer in sentences", () => {
  it("tells each mark by sign and word, with the words that matched, and ends with one thing to do", async () => {
    expect(await shown()).toMatchInlineSnapshot(`
      "
      Getting there, 52 % · Cut empty shelves

        ✓ found     Names one store metric with a baseline (counts x2)
                    "[out-of-stock rate] is [eight percent]"
        ◐ partly    Says what a point is worth in dollars
                    "start from the shelf"
                    Nearest to: "each point is about $400 a store a week"
        ✗ not found Plans a controlled experiment

      A pitfall
        ! Offers accuracy as the result
          "Our model reaches 94 percent accuracy."
          Turn the gain into dollars per store

      What limits the score
        ! Four words are too few to mark. It can get 60 % at most.

      Do next: Add this: Plans a controlled experiment.
      coach explain shows every rule and word behind this.
      "
    `);
  });

  it("tells what the company looks for beneath how it was told, before what to do next", async () => {
    const signals = { company: "Acme", readings: [{ id: "impact", name: "Impact", share: 0.5, level: 3, from: [] }] } as const;
    const grade = aGrade({ ...openGrade, marks: [], pitfalls: [], flags: [], levels: [aJudged({ dimension: "evidence", level: 4 })] });
    const view = gradeView(
      { asked: aCase({ kind: "open" }), body: { kind: "open", text: said }, grade, score: 0.5, sources: findTestSource, signals },
      await aTheme(80),
    );
    expect(view).toContain("Told, 1 to 5: evidence 4\nAcme looks for, 1 to 5: Impact 3\n\nDo next:");
  });

  it("puts the marks under each other where it is narrow", async () => {
    expect(await shown(aGrade({ ...openGrade, pitfalls: [], flags: [] }), 40)).toMatchInlineSnapshot(`
      "
      Getting there, 52 % · Cut empty shelves

        ✓ found: Names one store metric with a
          baseline (counts x2)
          "[out-of-stock rate] is [eight] …"
        ◐ partly: Says what a point is worth
          in dollars
          "start from the shelf"
          Nearest to: "each point is about
          $400 a store a week"
        ✗ not found: Plans a controlled
          experiment

      Do next: Add this: Plans a controlled
               experiment.
      coach explain shows every rule and word
      behind this.
      "
    `);
  });

  it("says when the score is the person's own", async () => {
    const view = gradeView(
      { asked: aCase({ kind: "open" }), body: { kind: "open", text: said }, grade: openGrade, score: 0.7, sources: findTestSource },
      await aTheme(),
    );
    expect(view.split("\n")[0]).toBe("Good, 70 %, by your own ticks (as read: 52 %) · Cut empty shelves");
  });

  it("does not promise an explanation of what is not kept", async () => {
    const graded = { asked: aCase({ kind: "open" }), body: { kind: "open", text: said }, grade: openGrade, score: 0.5, sources: findTestSource } as const;
    expect(gradeView(graded, await aTheme())).toContain("\ncoach explain shows every rule");
    expect(gradeView({ ...graded, isKept: false }, await aTheme())).toContain("\nWith --keep it goes into your history");
  });

  it("says when it does not count", async () => {
    expect(await shown(aGrade(), 80, { confidence: "unverified" })).toContain("Not counted: this rests on what nobody has named or dated.");
  });

  it("highlights what matched when there is colour, and puts it in brackets without", async () => {
    const theme = await aTheme(80, { noColor: false });
    const view = gradeView(
      { asked: aCase({ kind: "open" }), body: { kind: "open", text: said }, grade: openGrade, score: 0.52, sources: findTestSource },
      theme,
    );
    expect(view).toContain('"\x1b[1m\x1b[4mout-of-stock rate\x1b[24m\x1b[22m is \x1b[1m\x1b[4meight percent\x1b[24m\x1b[22m"');
    expect(await shown()).toContain('"[out-of-stock rate] is [eight percent]"');
  });

  it("shortens a quote that is long, and leaves out what lies far between", async () => {
    const text = `first ${"word ".repeat(90)}and at last the dollars`;
    const mark = aMark({
      status: "found",
      strength: 1,
      evidence: [
        { start: 0, end: 5 },
        { start: text.indexOf("the dollars"), end: text.length },
      ],
    });
    const view = gradeView(
      { asked: aCase({ kind: "open" }), body: { kind: "open", text }, grade: aGrade({ marks: [mark] }), score: 0.5, sources: findTestSource },
      await aTheme(),
    );
    expect(view).toContain('"first … the dollars"');
  });

  it("fits a window of 80 by 24, for an open question of seven key points", async () => {
    const marks = Array.from({ length: 7 }, (_, index) =>
      aMark({
        id: `point-${index}`,
        ...(index < 4 ? { status: "found" as const, strength: 1, evidence: [spanOf("out-of-stock rate"), spanOf("eight percent")] } : {}),
      }),
    );
    const levels = (["coverage", "structure", "evidence", "ownership", "judgment", "delivery"] as const).map((dimension) => aJudged({ dimension, level: 3 }));
    const view = await shown(aGrade({ marks, levels, next: "Add this: Plans a controlled experiment." }));
    expect(view.trim().split("\n").length).toBeLessThanOrEqual(22);
  });

  it("tells how it was told by level, and what the lowest is like where there is something to gain", async () => {
    const levels = [
      aJudged({ dimension: "coverage", level: 1 }),
      aJudged({ dimension: "structure", level: 4 }),
      aJudged({ dimension: "evidence", level: 2, anchor: "A number stands alone." }),
    ];
    expect(await shown(aGrade({ levels }))).toContain("Told, 1 to 5: structure 4, evidence 2\n  evidence: A number stands alone.\n");
    expect(await shown(aGrade({ levels: levels.slice(0, 2) }))).toContain("Told, 1 to 5: structure 4\n\n");
    expect(await shown(aGrade({ levels: levels.slice(0, 1) }))).not.toContain("Told");
  });

  it("leaves out what the grader says of every point that it is not sure of, and keeps what it says of one", async () => {
    const halves = openQuestion.keyPoints.flatMap(({ phrasings }) => phrasings.map((phrasing) => phrasing.slice(0, phrasing.length / 2)));
    const unsure = halves.flatMap((half) => gradeOpen(half).marks).find((mark) => mark.status === "partly" && mark.phrasing !== undefined);
    if (unsure?.reason === undefined) throw new Error("no half of a phrasing is found in part");
    expect(await shown(aGrade({ marks: [{ ...unsure, evidence: [] }] }))).not.toContain(unsure.reason.slice(0, 20));
    const moved = aMark({ status: "partly", strength: 0.5, phrasing: "a phrasing", reason: "Found in Result, belongs in Action." });
    const view = await shown(aGrade({ marks: [moved] }));
    expect(view).toContain("Found in Result, belongs in Action.");
    expect(view).not.toContain("Nearest to");
  });

  it("groups a STAR answer by its parts", async () => {
    const asked = aCase({ kind: "star" });
    const marks = [
      aMark({ part: "situation", text: "The stakes", status: "found", strength: 1 }),
      aMark({ part: "result", text: "A number beside the first" }),
    ];
    const body = { kind: "star", parts: { situation: "A feed was late.", task: "", action: "", result: "" } } as const;
    expect(`\n${gradeView({ asked, body, grade: aGrade({ marks }), score: 0.5, sources: findTestSource }, await aTheme())}`).toMatchInlineSnapshot(`
      "
      Getting there, 50 % · A model that went bad in production

      Situation
        ✓ found     The stakes
      Result
        ✗ not found A number beside the first

      coach explain shows every rule and word behind this.
      "
    `);
  });
});

describe("the grade of an exact answer", () => {
  it("tells of every option that was ticked or should have been, with its reason", async () => {
    const asked = { ...aCase({ kind: "choice" }), shown: [1, 0, 2] };
    const grade = aGrade({
      score: 0,
      workings: ["Right: It saves about $1,200 a store each week."],
      marks: [aMark({ text: "It saves about $1,200 a store each week." })],
    });
    expect(`\n${gradeView({ asked, body: { kind: "choice", chosen: [1] }, grade, score: 0, sources: findTestSource }, await aTheme())}`).toMatchInlineSnapshot(`
      "
      Not yet, 0 % · Which sentence would the committee rather hear?

        ✗ not right    It reaches 94 % accuracy, which is three points above the model
                       that the team had before the summer.
        ○ missed       It saves about $1,200 a store each week.
                       Money
      "
    `);
  });

  it("shows each blank that was filled in its place, and none where nothing was", async () => {
    const told = async (...texts: readonly string[]): Promise<string> =>
      gradeView({ asked: aCase({ kind: "recall" }), body: { kind: "recall", texts }, grade: aGrade({}), score: 0, sources: findTestSource }, await aTheme());
    expect(await told("quality ", "", "speed")).toContain("Your answer: quality; –; speed\n");
    expect(await told("", " ")).not.toContain("Your answer");
  });

  it("shows the number that was given, the right one and the way to it", async () => {
    const grade = aGrade({
      score: 0.5,
      marks: [aMark({ id: "value", text: "60,000 USD", status: "partly", strength: 0.5, reason: "The digits are right; it is 10 times too large." })],
      workings: ["Shrink today: $600,000", "Answer: 60,000 USD"],
    });
    expect(
      `\n${gradeView({ asked: aCase({ kind: "numeric" }), body: { kind: "numeric", text: "$600k" }, grade, score: 0.5, sources: findTestSource }, await aTheme())}`,
    ).toMatchInlineSnapshot(`
      "
      Getting there, 50 % · Dollars saved by less shrink

      Your answer: $600k

        ◐ partly       Right is: 60,000 USD
                       The digits are right; it is 10 times too large.

      Worked out
        Shrink today: $600,000
        Answer: 60,000 USD
      "
    `);
  });

  it("does not repeat as workings what the marks have told", async () => {
    const grade = aGrade({ score: 1, marks: [aMark({ text: "the baseline", status: "found", strength: 1 })], workings: ["Answer: the baseline"] });
    const view = gradeView(
      { asked: aCase({ kind: "recall" }), body: { kind: "recall", texts: ["baseline"] }, grade, score: 1, sources: findTestSource },
      await aTheme(),
    );
    expect(view).not.toContain("Worked out");
  });
});

describe("the model answer", () => {
  it("comes with its notes and with what may be asked next", async () => {
    const question = aQuestion({
      kind: "open",
      model: "I would start from the shelf.",
      notes: [{ title: "Trade-offs", text: "- fresh food first" }],
      followUps: [{ text: "What of slow movers?", missing: undefined, looksFor: ["pools across stores"] }],
    });
    expect(`\n${modelView(question, await aTheme())}`).toMatchInlineSnapshot(`
      "
      A strong answer
      I would start from the shelf.

      Trade-offs
      • fresh food first

      What may be asked next
      • What of slow movers?
          – pools across stores
      "
    `);
  });

  it("is nothing where there is none", async () => {
    expect(modelView(aQuestion({ kind: "open" }), await aTheme())).toBe("");
    expect(modelView(aQuestion({ kind: "choice" }), await aTheme())).toBe("");
  });
});

describe("what a question rests on", () => {
  const extra = { why: "Stores bank money, not accuracy.", sources: [{ source: "W-PM", item: "18" }] };

  it("stands apart from the marks of an answer in sentences, and among them for the other kinds", async () => {
    const theme = await aTheme();
    expect(backgroundView(aQuestion({ kind: "open", ...extra }), findTestSource, theme)).toBe(
      "Why: Stores bank money, not accuracy.\n\nReported by: Walmart AI/ML product manager guide, 2026 (W-PM-18)\n",
    );
    expect(backgroundView(aQuestion({ kind: "open" }), findTestSource, theme)).toBe("");
    expect(backgroundView(aQuestion({ kind: "choice", ...extra }), findTestSource, theme)).toBe("");
    expect(await shown(openGrade, 80, extra)).not.toContain("Why:");
    const choice = {
      asked: aCase({ kind: "choice", ...extra }),
      body: { kind: "choice", chosen: [0] },
      grade: aGrade(),
      score: 0.5,
      sources: findTestSource,
    } as const;
    expect(gradeView(choice, theme)).toContain("Why: Stores bank money, not accuracy.");
  });
});
