// Room: tests. Open questions: what is found, what is not, what limits a mark.
import { describe, expect, test } from "vitest";
import { answerText } from "../../../src/domain/answer.ts";
import { weightedShare } from "../../../src/grading/marking.ts";
import { goodAnswer, gradeOpen, idsOf, openQuestion, otherAnswer } from "./fixtures.ts";

describe("a good answer", () => {
  test("has every point found, with the words that matched", () => {
    const marked = gradeOpen(goodAnswer);
    expect(idsOf(marked, "found")).toEqual(["metric", "dollars", "cause", "trial", "people", "stop"]);
    expect(marked.score).toBeGreaterThan(0.95);
    expect(marked.flags).toEqual([]);
    expect(marked.next).not.toContain("add this");
    const metric = marked.marks[0];
    const words = metric?.evidence.map(({ start, end }) => answerText({ kind: "open", text: goodAnswer }).slice(start, end)).join(" ");
    expect(words).toContain("out-of-stock rate");
    expect(openQuestion.keyPoints[0]?.phrasings).toContain(metric?.phrasing);
  });

  test.each([
    ["in another order", goodAnswer.split(". ").toReversed().join(". ")],
    ["without full stops", goodAnswer.replaceAll(/[.,]/g, "")],
    [
      "as a list",
      goodAnswer
        .split(". ")
        .map((sentence) => `- ${sentence}`)
        .join("\n"),
    ],
    ["in capitals", goodAnswer.toUpperCase()],
    ["with numbers in figures", goodAnswer.replace("eight percent", "8%").replace("Forty", "40")],
    ["within a long talk", `${otherAnswer} ${goodAnswer} ${otherAnswer.replace("payments", "returns")}`],
  ])("is not starved when it comes %s", (_, text) => {
    expect(gradeOpen(text).score).toBeGreaterThanOrEqual(0.85);
  });

  test("is not starved when it is terse", () => {
    const terse =
      "Baseline: out-of-stock rate 8%. Each point = $400/store/week. First split gaps by reason, walk aisles with the manager. Controlled experiment by store, six weeks. Department manager gets a task on the handheld. Less than one point: we stop.";
    const marked = gradeOpen(terse);
    expect(marked.flags).toEqual([]);
    expect(marked.score).toBeGreaterThanOrEqual(0.85);
  });
});

describe("an answer that says nothing of it", () => {
  const keywords = openQuestion.keyPoints
    .flatMap((point) => point.phrasings.flatMap((phrasing) => phrasing.split(" ").filter((word) => word.length > 4)))
    .join(", ");

  test.each([
    ["nothing", "", 0, "empty"],
    ["blanks", " \n\t ", 0, "empty"],
    ["signs", "?!… 🙂 \ud800", 0, "empty"],
    ["one word", "fine", 0, "too-short"],
    ["the question", openQuestion.prompt, 0.1, "question-copied"],
    ["the question twice", `${openQuestion.prompt} ${openQuestion.prompt}`, 0.1, "question-copied"],
    ["key words", keywords, 0.35, "keyword-list"],
    ["one good sentence again and again", "Each point is about $400 a store a week. ".repeat(4), 0.35, "repeated"],
    ["a book", `${goodAnswer} ${otherAnswer} `.repeat(40), 0.5, "too-long"],
  ])("is flagged and capped: %s", (_, text, cap, flag) => {
    const marked = gradeOpen(text);
    expect(marked.flags.map((found) => found.id)).toContain(flag);
    expect(marked.score).toBeLessThanOrEqual(cap);
    expect(marked.flags.every((found) => found.reason.endsWith("."))).toBe(true);
  });

  test.each([
    ["an answer to another question", otherAnswer],
    ["a shrug", "I do not know the answer to this, sorry, I would have to think about it more."],
    ["fine words", "I would talk to stakeholders, understand the problem, gather data, build something, test it and iterate on the feedback."],
  ])("scores next to nothing: %s", (_, text) => {
    const marked = gradeOpen(text);
    expect(marked.score).toBeLessThanOrEqual(0.15);
  });

  test("a flag does not lower what is below its cap anyway", () => {
    expect(gradeOpen("fine").score).toBe(0);
    expect(gradeOpen(`${openQuestion.prompt} ${goodAnswer}`).score).toBeGreaterThan(0.95);
  });
});

describe("what is told", () => {
  test("the missing point with the most weight is the one thing to do next", () => {
    const marked = gradeOpen(goodAnswer.replace(/Forty stores.*control\. /, ""));
    expect(idsOf(marked, "not-found")).toContain("trial");
    expect(marked.next).toBe(`Where you say "Each point is worth around $350 a store every week", add this: compares with stores that do not have it.`);
  });

  test("never claims that something was not said", () => {
    const told = JSON.stringify([gradeOpen(otherAnswer), gradeOpen(""), gradeOpen("fine")]);
    expect(told).not.toMatch(/you did not|you didn't|failed to/i);
  });

  test("a pitfall is shown with its sentence, and caps at nine tenths", () => {
    const sentence = "The model reaches 94 percent accuracy on our test set.";
    const marked = gradeOpen(`${goodAnswer} ${sentence}`);
    expect(marked.pitfalls.map((hit) => hit.id)).toEqual(["accuracy"]);
    const [hit] = marked.pitfalls;
    expect(`${goodAnswer} ${sentence}`.slice(hit?.evidence.start, hit?.evidence.end)).toBe(sentence.slice(0, -1));
    expect(marked.score).toBe(0.9);
    expect(marked.next).toBe(
      'Take "The model reaches 94 percent accuracy on our test set" out: offers accuracy as the result — turn the gain into dollars per store.',
    );
  });

  test("a sentence that only touches a pitfall, or says a key point better, is no hit", () => {
    expect(gradeOpen("Accuracy on some test set is not what a store manager can bank, so I would not show it.").pitfalls).toEqual([]);
    const close = { ...openQuestion, pitfalls: [{ id: "close", text: "Close", advice: undefined, samples: ["each point is about $400 a store"] }] };
    expect(gradeOpen("I think each point is about $400 a store a week.", close).pitfalls).toEqual([]);
    expect(gradeOpen("I think each point is about $400 a store, by my guess.", close).pitfalls).toHaveLength(1);
  });

  test("a good answer steps into no pitfall", () => {
    expect(gradeOpen(goodAnswer).pitfalls).toEqual([]);
  });
});

test("an abbreviation and its long form are the same words", () => {
  const question = {
    ...openQuestion,
    keyPoints: [
      { id: "roi", text: "Return", weight: 1, part: undefined, phrasings: ["the return on investment is positive within a year"] },
      { id: "osa", text: "Availability", weight: 1, part: undefined, phrasings: ["OSA climbs week by week"] },
    ],
  };
  expect(idsOf(gradeOpen("Our ROI turns positive within the first year of it.", question), "found")).toEqual(["roi"]);
  expect(idsOf(gradeOpen("I expect that on-shelf availability climbs, week by week.", question), "found")).toEqual(["osa"]);
  const strengthIn = (abbreviations: typeof question.abbreviations) =>
    gradeOpen("Our ROI turns positive, I expect.", { ...question, abbreviations }).marks[0]?.strength ?? 0;
  expect(strengthIn(question.abbreviations)).toBeGreaterThan(strengthIn([]));
});

test("a key point without phrasings is looked for by its own text", () => {
  const question = {
    ...openQuestion,
    keyPoints: [{ id: "bare", text: "Compares with randomly chosen holdout stores", weight: 1, part: undefined, phrasings: [] }],
  };
  expect(idsOf(gradeOpen("I compare it with some randomly chosen holdout stores.", question), "found")).toEqual(["bare"]);
});

describe("where a point is looked for", () => {
  const questionWith = (phrasing: string, prompt = "What would you do?") => ({
    ...openQuestion,
    title: "A title",
    prompt,
    pitfalls: [],
    keyPoints: [{ id: "point", text: "Point", weight: 1, part: undefined, phrasings: [phrasing] }],
  });

  test("the question's own words prove little", () => {
    const phrasing = "a backroom sensor tells staff about empty shelves in the chain";
    const text = "I know the chain and I know its empty shelves from many a visit.";
    const alone = gradeOpen(text, questionWith(phrasing));
    const given = gradeOpen(text, questionWith(phrasing, "How would you build for a chain with fewer empty shelves?"));
    expect([alone.marks[0]?.status, given.marks[0]?.status]).toEqual(["found", "not-found"]);
    expect(given.score).toBeLessThan(alone.score / 2);
  });

  test("two neighbouring sentences count together, distant ones do not", () => {
    const question = questionWith("alpha bravo charlie delta echo foxtrot golf hotel india juliet");
    const first = "Above all I went and asked for an alpha and a bravo.";
    const second = "After that it was on to a charlie and then a delta.";
    const apart = gradeOpen(`${first} Meanwhile my manager was away for most of the month. ${second}`, question);
    const together = gradeOpen(`${first} ${second}`, question);
    expect([together.marks[0]?.status, apart.marks[0]?.status]).toEqual(["found", "partly"]);
    expect(apart.score).toBeLessThan(together.score);
  });
});

test("partly counts more than nothing and less than found", () => {
  const question = {
    ...openQuestion,
    keyPoints: [{ id: "half", text: "Half", weight: 1, part: undefined, phrasings: ["alpha bravo charlie delta echo foxtrot golf hotel india juliet"] }],
  };
  const marked = gradeOpen("alpha with a bravo and a charlie that nobody wanted, and not much else", question);
  expect(marked.marks.map((mark) => mark.status)).toEqual(["partly"]);
  expect(weightedShare(marked.marks)).toBeGreaterThan(0.4);
  expect(weightedShare(marked.marks)).toBeLessThan(0.8);
});

test.each([[0], [-3], [Number.NaN], [Number.POSITIVE_INFINITY]])("a weight of %s neither breaks the score nor counts", (weight) => {
  const [first, ...rest] = openQuestion.keyPoints;
  if (!first) throw new Error("no key point");
  expect(gradeOpen(goodAnswer, { ...openQuestion, keyPoints: [{ ...first, weight }, ...rest] }).score).toBeGreaterThan(0.95);
  expect(gradeOpen(goodAnswer, { ...openQuestion, keyPoints: [{ ...first, weight }] }).score).toBe(0);
});
