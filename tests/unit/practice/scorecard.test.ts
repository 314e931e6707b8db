// What a committee makes of answers, over the library that is shipped and over a loop of a test.
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../../src/content/find.ts";
import { readLibrary } from "../../../src/content/library.ts";
import type { Probe } from "../../../src/domain/mock.ts";
import type { Question } from "../../../src/domain/question.ts";
import type { Debrief } from "../../../src/domain/scorecard.ts";
import { debriefOf } from "../../../src/practice/debrief.ts";
import type { MockState } from "../../../src/practice/mock.ts";
import { anAttempt } from "../../support/attempts.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../../..")), (path) => path);
const questions = library.decks.flatMap((deck) => deck.questions);
const found = library.loops.find(({ id }) => id === "walmart/ai-pm");
if (!found) throw new Error("the loop is gone");
const loop = found;
const cases = questions.filter(({ kind, deck }) => kind === "open" && deck === "walmart/ai-pm/cases");

function aMock(answers: readonly (readonly [Question | undefined, string])[], more: Partial<MockState> = {}): MockState {
  const attempts = answers.map(([question, text], index) =>
    anAttempt({ id: `a${index}`, sessionKind: "mock", round: question?.round, question: question?.id ?? "gone/question", answer: { kind: "open", text } }),
  );
  const rounds = loop.rounds.map(({ id }) => ({ round: id, questions: [] }));
  return {
    session: "s1",
    at: "2026-12-01T19:00:00Z",
    opened: { event: "opened", loop: loop.id, seed: 1, pace: 0.25, timer: true, rounds },
    attempts,
    probes: [],
    events: loop.rounds.map(({ id }) => ({ event: "round-over", round: id })),
    last: { event: "ended" },
    ...more,
  };
}

const hear = (mock: MockState): Debrief => debriefOf(mock, { loop, questions, stock: library });
const modelOf = (question: Question): string => ("model" in question ? (question.model ?? "") : "");
/** A pasted model answer is flagged, which limits its score; what it shows stays. */
const strong = cases.map((question) => [question, modelOf(question)] as const);
const weak = cases.map(
  (question) => [question, "I have always loved AI, and I believe that a neural network would be really accurate here. It is the future."] as const,
);

describe("the leaning", () => {
  test("is a strong no for enthusiasm, and nowhere near it for what the decks hold to be good", () => {
    expect(hear(aMock(weak)).scorecard.leaning).toBe("strong no");
    expect(["yes", "strong yes"]).toContain(hear(aMock(strong)).scorecard.leaning);
  });

  test("does not hang on the order of the answers, and rises with none of them worse", () => {
    const shares = (mock: MockState) => hear(mock).scorecard.signals.map(({ share }) => share ?? 0);
    const [one] = strong;
    const half = shares(aMock([...strong.slice(0, 3), ...weak.slice(3)]));
    expect(shares(aMock([...weak.slice(3), ...strong.slice(0, 3)]))).toEqual(half.map((share) => expect.closeTo(share)));
    half.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(shares(aMock(weak))[index] ?? 1));
    expect(one).toBeDefined();
  });

  test("is none where nothing was answered in sentences", () => {
    const { scorecard } = hear(aMock([]));
    expect(scorecard).toMatchObject({ leaning: undefined, reasons: ["Nothing was answered in sentences, and a committee reads those."], fixes: [] });
    expect(scorecard.signals.map(({ level }) => level)).toEqual(loop.signals.map(() => undefined));
  });

  test("says in its reasons what was clearest, what was weakest, and which rounds were not held", () => {
    const events = [{ event: "round-over", round: "panel" }] as const;
    const { reasons } = hear(aMock([...strong.slice(0, 2), ...weak.slice(2)], { events })).scorecard;
    expect(reasons.join("\n")).toMatch(/The signals come to \d+ % on average\.\nClearest: .*, \d of 5\./);
    expect(reasons).toContain(`It rests on ${strong.length} answers in sentences.`);
    expect(reasons.at(-1)).toBe("1 of 5 rounds were held.");
  });
});

describe("a signal", () => {
  test("is told with the person's own words, none of them twice", () => {
    const { signals } = hear(aMock(strong)).scorecard;
    const quotes = signals.flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThanOrEqual(4);
    const said = strong.map(([, text]) => text.replace(/\s+/g, " ").replaceAll('"', "'")).join("\n");
    for (const { quote } of quotes) expect(said).toContain(quote.slice(1, -1).replace(/ …$/, ""));
    for (const { evidence } of signals) expect(new Set(evidence.map(({ quote }) => quote)).size).toBe(evidence.length);
  });

  test("counts a point that came when pressed in part, and quotes the reply", () => {
    const [question] = cases.filter(({ id }) => id.endsWith("/out-of-stock"));
    const text = "I would walk the aisles with an associate, write down each empty peg, and then talk to the people who order.";
    const probe: Probe = {
      type: "probe",
      id: "p",
      at: "2026-12-01T19:05:00Z",
      session: "s1",
      attempt: "a0",
      question: question?.id ?? "",
      keyPoint: "guardrail",
      chair: "senior product manager",
      asked: "Did it work?",
      isAgain: false,
      reply: "Not if stock rose by more than a percent.",
      seconds: 20,
      status: "found",
    };
    const without = hear(aMock([[question, text]]));
    const pressed = hear(aMock([[question, text]], { probes: [probe] }));
    const shareOf = ({ scorecard }: Debrief) => scorecard.signals.find(({ id }) => id === "retail-intuition")?.share ?? 0;
    expect(shareOf(pressed)).toBeGreaterThan(shareOf(without));
    expect(pressed.scorecard.signals.flatMap(({ evidence }) => evidence)).toContainEqual({
      quote: '"Not if stock rose by more than a percent"',
      shows: "A guardrail on waste and stock",
      in: "Empty shelves, with a return",
      whenPressed: true,
    });
    expect(pressed.scorecard.reasons).toContain("Pressed on 1 point, you met 1.");
    expect(hear(aMock([[question, text]], { probes: [{ ...probe, reply: "", status: "not-found" }] })).scorecard.reasons).toContain(
      "1 point that somebody pressed on drew no reply.",
    );
  });
});

test("there are three things to fix, all different, each with what to run", () => {
  const { fixes } = hear(aMock(weak)).scorecard;
  expect(fixes).toHaveLength(3);
  expect(new Set(fixes.map(({ what }) => what)).size).toBe(3);
  for (const { practice } of fixes) expect(questions.map(({ id }) => id)).toContain(practice);
  const named = questions.filter(({ title, kind }) => title.startsWith('"') && kind === "open").slice(0, 1);
  const [quoted] = hear(aMock(named.map((question) => [question, "I love it."] as const))).scorecard.fixes;
  expect(quoted?.because).toMatch(/^"[^"]/);
});

test("a broken-off answer, one to an unverified fact, and a question that is gone are not heard", () => {
  const [first] = weak;
  if (!first) throw new Error("no case");
  const mock = aMock([first, first, [undefined, "Nobody asks this any more."]]);
  const [cut, unscored, gone] = mock.attempts;
  if (!cut || !unscored || !gone) throw new Error("no attempts");
  const { rounds } = hear({ ...mock, attempts: [{ ...cut, interrupted: true }, { ...unscored, unscored: true }, gone] });
  expect(rounds.flatMap(({ answers }) => answers)).toEqual([]);
});
