// Room: tests. One question of each kind, to put before a prompt.
import type { Kind, Question } from "../../src/domain/question.ts";
import { readFormula } from "../../src/domain/formula.ts";

const common = {
  deck: "test/deck",
  minutes: 2,
  difficulty: 2,
  company: "Walmart",
  topic: undefined,
  competencies: [],
  round: undefined,
  framework: undefined,
  sources: [],
  confidence: "own",
  why: undefined,
  hints: ["Think of the shelf first.", "Then of the dollars per store."],
  phases: [],
  abbreviations: [],
  place: { file: "test.md", line: 1, column: 1 },
} as const;

const discussed = { pitfalls: [], model: undefined, followUps: [], notes: [] } as const;

function formula(text: string) {
  const reading = readFormula(text);
  if ("message" in reading) throw new Error(reading.message);
  return reading.formula;
}

/** One question of each kind. */
export const sampleQuestions = {
  choice: {
    ...common,
    id: "test/deck/choice",
    title: "Which sentence would the committee rather hear?",
    prompt: "Which sentence would the committee rather hear?",
    kind: "choice",
    options: [
      { text: "It saves about $1,200 a store each week.", isRight: true, reason: "money" },
      { text: "It reaches 94 % accuracy, which is three points above the model that the team had before the summer.", isRight: false, reason: undefined },
      { text: "It uses a transformer.", isRight: false, reason: undefined },
    ],
  },
  recall: {
    ...common,
    id: "test/deck/recall",
    title: "The base of the range",
    prompt: "The guide reports a base from {{1}} to {{2}}.",
    kind: "recall",
    blanks: [{ forms: ["$130,000"] }, { forms: ["$180,000"] }],
    inOrder: true,
  },
  numeric: {
    ...common,
    id: "test/deck/numeric",
    title: "Dollars saved by less shrink",
    prompt: "A store sells $40,000,000 a year and loses 1.5 % of it to shrink. Your model takes the loss down by 10 %. What does a store save in a year?",
    kind: "numeric",
    parameters: [],
    formula: formula("60000"),
    unit: "USD",
    tolerance: { by: "share", size: 0.01 },
    steps: [],
  },
  order: {
    ...common,
    id: "test/deck/order",
    title: "Put the stages in order",
    prompt: "Put the stages in order.",
    kind: "order",
    items: ["Problem definition", "Data feasibility", "Hypothesis sizing", "Controlled experiment"],
  },
  sort: {
    ...common,
    id: "test/deck/sort",
    title: "Signal or noise, for a search ranking change?",
    prompt: "Signal or noise, for a search ranking change?",
    kind: "sort",
    dashboard: undefined,
    buckets: [
      {
        name: "Signal",
        items: [
          { text: "Orders per searching visitor", reason: undefined },
          { text: "Add-to-basket rate", reason: undefined },
        ],
      },
      { name: "Noise", items: [{ text: "Page views", reason: undefined }] },
    ],
  },
  open: {
    ...common,
    id: "test/deck/open",
    title: "Cut empty shelves",
    prompt: "Walmart wants fewer empty shelves. You have eight minutes and a whiteboard: what would you build, and how would you know that it paid?",
    kind: "open",
    phases: [
      { name: "clarify", minutes: 0.5 },
      { name: "frame", minutes: 1.5 },
    ],
    keyPoints: [],
    ...discussed,
  },
  star: {
    ...common,
    id: "test/deck/star",
    title: "A model that went bad in production",
    prompt: "Tell me about a model of yours that got worse after launch.",
    kind: "star",
    parts: {
      situation: { guidance: "One sentence on the business, one on the model.", minutes: 0.5, keyPoints: [] },
      task: { guidance: "What was yours to do.", minutes: 0.5, keyPoints: [] },
      action: { guidance: "What you did, step by step. Say I.", minutes: 0.5, keyPoints: [] },
      result: { guidance: "A number with its baseline.", minutes: 0.5, keyPoints: [] },
    },
    ...discussed,
  },
  rewrite: {
    ...common,
    id: "test/deck/rewrite",
    title: "Say it so that a merchant cares",
    prompt: "Say it so that a merchant cares.",
    kind: "rewrite",
    weak: "Our demand model improved from 88 % to 94 % accuracy.",
    keyPoints: [],
    ...discussed,
  },
} as const satisfies Record<Kind, Question>;
