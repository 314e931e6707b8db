// Room: tests. Answers read for the dimensions, and short ways to ask what was judged.
import type { AnswerBody } from "../../../../src/domain/answer.ts";
import { drawCase } from "../../../../src/domain/case.ts";
import type { Framework } from "../../../../src/domain/framework.ts";
import type { Mark, PitfallHit } from "../../../../src/domain/grade.ts";
import type { OpenQuestion, Question, RewriteQuestion, StarPart, StarQuestion } from "../../../../src/domain/question.ts";
import type { Judged, Receipt } from "../../../../src/domain/rubric.ts";
import type { AskedInSentences } from "../../../../src/grading/marking.ts";
import { readSaid, type Told, toldOf } from "../../../../src/grading/told.ts";
import { openQuestion, rewriteQuestion, starQuestion } from "../fixtures.ts";

interface Around {
  readonly marks?: readonly Mark[];
  readonly pitfalls?: readonly PitfallHit[];
  readonly framework?: Framework | undefined;
  readonly spokenSeconds?: number;
}

function tellTo(question: Question, body: AnswerBody, around: Around): Told {
  const asked = drawCase(question, 1, around.framework);
  const given = { kind: question.kind, asked, question, body, spokenSeconds: around.spokenSeconds } as AskedInSentences;
  return toldOf(given, readSaid(given.body), { marks: around.marks ?? [], pitfalls: around.pitfalls ?? [] });
}

export function toldOpen(text: string, around: Around & { readonly question?: OpenQuestion } = {}): Told {
  return tellTo(around.question ?? openQuestion, { kind: "open", text }, around);
}

export function toldRewrite(text: string, around: Around & { readonly question?: RewriteQuestion } = {}): Told {
  return tellTo(around.question ?? rewriteQuestion, { kind: "rewrite", text }, around);
}

export function toldStar(parts: Partial<Record<StarPart, string>>, around: Around & { readonly question?: StarQuestion } = {}): Told {
  return tellTo(around.question ?? starQuestion, { kind: "star", parts: { situation: "", task: "", action: "", result: "", ...parts } }, around);
}

/** A story that has everything. */
export const goodStory = {
  situation: "Our depots threw away 9 % of fresh fish each week, about $60,000.",
  task: "I was the one data scientist on fresh food, and had a quarter to bring that under 6 %.",
  action:
    "I spent two mornings with the depot buyers and saw that they ordered off a sheet that ignored the weekday. " +
    "I could have built a new model; I decided to fix their sheet instead, because it could ship in four days. " +
    "Marta from supply chain chose six depots out of twelve by lot, so that I couldn't flatter myself.",
  result:
    "After ten weeks the six depots wasted 5.5 % against 8 % in the others, about $8,000 a week. Since then I visit whoever makes the decision before I open a notebook.",
} as const satisfies Record<StarPart, string>;

/** The receipt of a rule; undefined when the rule was not tried. */
export function receiptOf(judged: Judged | undefined, rule: string): Receipt | undefined {
  return judged?.receipts.find((receipt) => receipt.rule === rule);
}

export function unmetOf(judged: Judged | undefined): readonly string[] {
  return judged?.receipts.filter((receipt) => !receipt.isMet).map((receipt) => receipt.rule) ?? [];
}

/** The words that a receipt points to. */
export function wordsAt(told: Told, receipt: Receipt | undefined): readonly string[] {
  return receipt?.evidence.map(({ start, end }) => told.text.slice(start, end)) ?? [];
}
