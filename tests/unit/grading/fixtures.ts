// Room: tests. Questions made for the grader, and short ways to put answers to them.
import type { AnswerBody } from "../../../src/domain/answer.ts";
import { type Case, drawCase } from "../../../src/domain/case.ts";
import { readFormula } from "../../../src/domain/formula.ts";
import type { Grade, Mark } from "../../../src/domain/grade.ts";
import type { KeyPoint, NumericQuestion, OpenQuestion, Question, RecallQuestion, RewriteQuestion, StarQuestion } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grading/grade.ts";
import { sampleQuestions } from "../../support/questions.ts";

function keyPoint(id: string, weight: number, text: string, phrasings: readonly string[]): KeyPoint {
  return { id, text, weight, part: undefined, phrasings };
}

/** Six points, four phrasings each. */
export const openQuestion: OpenQuestion = {
  ...sampleQuestions.open,
  id: "test/deck/empty-shelves",
  title: "Cut empty shelves",
  prompt: "The chain wants fewer empty shelves. You have eight minutes and a whiteboard: what would you build, and how would you know that it paid?",
  minutes: 8,
  abbreviations: [
    { short: "ROI", long: "return on investment" },
    { short: "OSA", long: "on-shelf availability" },
  ],
  keyPoints: [
    keyPoint("metric", 2, "Names one store metric with a baseline", [
      "the number I would move is the out-of-stock rate, eight percent today",
      "we start from eight percent of facings missing",
      "baseline stockout rate of 8 %",
      "on-shelf availability is 92 % before we begin",
    ]),
    keyPoint("dollars", 2, "Says what a point is worth in dollars", [
      "each point is about $400 a store a week",
      "that converts to dollars per store",
      "worth 20 million a year across the chain",
      "a lost sale costs us the margin of the basket",
    ]),
    keyPoint("cause", 1, "Looks for the cause before the model", [
      "I would walk the aisles with a manager to see why items run out",
      "half of the gaps have stock in the backroom",
      "first split the gaps by reason: late truck, wrong count, not replenished",
      "phantom inventory makes the system believe it is there",
    ]),
    keyPoint("trial", 2, "Compares with stores that do not have it", [
      "forty randomly chosen stores get alerts and forty matched stores do not",
      "a holdout group keeps working the old way",
      "run a controlled experiment by store for six weeks",
      "compare against control locations before anyone scales it",
    ]),
    keyPoint("people", 1, "Says who acts on an alert", [
      "the department manager gets a task on the handheld",
      "an associate restocks within two hours of the notification",
      "somebody on the floor must own each alarm",
      "agree with operations who picks up the work",
    ]),
    keyPoint("stop", 1, "Names the result at which it stops", [
      "if the rate falls by less than one point we stop",
      "I would set a kill criterion beforehand",
      "below break-even after a quarter the pilot ends",
      "no improvement by June and we close the project",
    ]),
  ],
  pitfalls: [
    {
      id: "accuracy",
      text: "Offers accuracy as the result",
      advice: "turn the gain into dollars per store",
      samples: ["the model reaches 94 percent accuracy on the test set"],
    },
    { id: "all-at-once", text: "Goes to all stores at once", advice: undefined, samples: ["we would roll it out to every location on the first day"] },
  ],
};

/** Holds every point of the open question, in other words and another order than its phrasings. */
export const goodAnswer =
  "Today the out-of-stock rate is eight percent, and that is the number I would move. Before any model I would walk aisles with a store manager and split the gaps by reason, since much stock sits in the backroom. " +
  "Each point is worth around $350 a store every week. Forty stores, randomly chosen, get the alerts, and forty matched ones serve as control. The department manager gets a task on a handheld for each alarm. " +
  "If the rate falls by less than one point after a quarter, we stop.";

/** An answer to something else. */
export const otherAnswer =
  "When I joined the payments team nobody spoke with the bank. I set up a monthly call, wrote the notes myself, and after half a year we had agreed on one definition of a dispute. " +
  "My manager asked me to teach the same habit to the two teams next door, which I did over lunch.";

export const rewriteQuestion: RewriteQuestion = {
  ...sampleQuestions.rewrite,
  id: "test/deck/accuracy-to-dollars",
  title: "Say it so that a merchant cares",
  prompt: "You said this in the panel. Say it again, better.",
  minutes: 4,
  weak: "Our demand model improved from 88 % to 94 % accuracy on the validation set, using a transformer with attention over stores.",
  keyPoints: [
    keyPoint("dollars", 2, "Dollars per store", [
      "it saves about $1,200 a store each week",
      "worth roughly a thousand dollars for every store",
      "less waste of $60 a day in each shop",
    ]),
    keyPoint("people", 1, "What people do differently", [
      "managers order once instead of three times",
      "the buyer no longer overrides the order by hand",
      "associates spend two hours less on counting",
    ]),
  ],
  pitfalls: [
    { id: "accuracy", text: "Keeps the accuracy as the headline", advice: "put the money first", samples: ["improved from 88 to 94 percent accuracy"] },
  ],
};

const star = (id: string, text: string, phrasings: readonly string[]) => ({ guidance: "", minutes: 1, keyPoints: [keyPoint(id, 1, text, phrasings)] });

export const starQuestion: StarQuestion = {
  ...sampleQuestions.star,
  id: "test/deck/degraded-model",
  title: "A model that went bad",
  prompt: "Tell me about a model of yours that got worse after launch.",
  minutes: 6,
  parts: {
    situation: star("stakes", "The business and what was at stake", ["the service had half a million customers", "churn was costing us two million a year"]),
    task: star("goal", "What you had to reach", ["I had to bring precision back above ninety percent by March", "my goal was to restore it within four weeks"]),
    action: star("cause", "How you found the cause", [
      "I traced it to a changed upstream feed",
      "I compared feature distributions before and after the release",
    ]),
    result: star("effect", "What came of it", ["false alarms fell by a third and refunds with them", "we saved eighty thousand dollars in the first quarter"]),
  },
  pitfalls: [],
};

export function recallQuestion(blanks: readonly (readonly string[])[], fields: Partial<RecallQuestion> = {}): RecallQuestion {
  return { ...sampleQuestions.recall, prompt: "Which?", blanks: blanks.map((forms) => ({ forms })), inOrder: true, ...fields };
}

export function numericQuestion(formula: string, fields: Partial<NumericQuestion> = {}): NumericQuestion {
  const reading = readFormula(formula);
  if ("message" in reading) throw new Error(reading.message);
  return {
    ...sampleQuestions.numeric,
    parameters: [],
    formula: reading.formula,
    unit: undefined,
    tolerance: { by: "share", size: 0.01 },
    steps: [],
    ...fields,
  };
}

export function asked(question: Question): Case {
  return drawCase(question, 1);
}

export function grade(question: Question, body: AnswerBody): Grade {
  return gradeAnswer(asked(question), body);
}

export function gradeOpen(text: string, question: OpenQuestion = openQuestion): Grade {
  return grade(question, { kind: "open", text });
}

export function gradeRecall(question: RecallQuestion, ...texts: readonly string[]): Grade {
  return grade(question, { kind: "recall", texts });
}

/** Ids of the marks with a status. */
export function idsOf(marked: Grade, status: Mark["status"]): readonly string[] {
  return marked.marks.filter((mark) => mark.status === status).map((mark) => mark.id);
}
