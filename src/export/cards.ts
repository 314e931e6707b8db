// Room: export. Questions as cards with a front and a back, each kind in the way that it can be recalled. Pure.
import { tellNumber } from "../domain/amount.ts";
import { type Case, drawCase, fillIn, type Values } from "../domain/case.ts";
import { computeFormula } from "../domain/formula.ts";
import {
  type KeyPoint,
  type NumericQuestion,
  type OpenQuestion,
  type Question,
  type RewriteQuestion,
  sortItems,
  type SortItem,
  starParts,
  type StarQuestion,
} from "../domain/question.ts";

/** A card before it has a format. Front and back are markdown, as decks write it. */
export interface CardNote {
  /** The question's id: it stays when the question is worded anew. */
  readonly id: string;
  /** The deck's folders and its name. */
  readonly deck: readonly string[];
  readonly tags: readonly string[];
  readonly front: string;
  readonly back: string;
}

/** Numbers are drawn and lists shuffled the same way each time: a card that is taken out twice is the same card. */
const seed = 1;

/** A card for every question. */
export function cardNotes(questions: readonly Question[]): readonly CardNote[] {
  return questions.map((question) => {
    const drawn = drawCase(question, seed);
    return { id: question.id, deck: question.deck.split("/"), tags: tagsOf(question), front: frontOf(drawn), back: backOf(drawn) };
  });
}

function tagsOf({ kind, company, topic, competencies, round, difficulty }: Question): readonly string[] {
  return [
    "interview-coach",
    `kind::${kind}`,
    `difficulty::${difficulty}`,
    ...(company === undefined ? [] : [`company::${company}`]),
    ...(topic === undefined ? [] : [`topic::${topic}`]),
    ...(round === undefined ? [] : [`round::${round}`]),
    ...competencies.map((name) => `competency::${name}`),
  ];
}

function frontOf(drawn: Case): string {
  const { question, prompt } = drawn;
  const gapped = question.kind === "recall" && question.inOrder ? prompt.replace(/\{\{\d+\}\}/g, "[…]") : prompt;
  const asked = question.title === prompt ? gapped : `**${question.title}**\n\n${gapped}`;
  return joined(asked, wantedOf(question), bullets(shownTexts(drawn)));
}

/** What a prompt leaves to the form that it is answered in. */
function wantedOf(question: Question): string {
  switch (question.kind) {
    case "recall":
      return question.inOrder ? "" : `Name ${question.blanks.length}.`;
    case "sort":
      return `Sort into: ${question.buckets.map(({ name }) => name).join(", ")}.`;
    case "numeric":
      return question.unit === undefined ? "" : `Answer in ${question.unit}.`;
    case "rewrite":
      return `The weak answer: ${question.weak}`;
    default:
      return "";
  }
}

function shownTexts({ question, shown }: Case): readonly string[] {
  const texts = textsIn(question);
  return shown.map((index) => texts[index] ?? "");
}

function textsIn(question: Question): readonly string[] {
  if (question.kind === "choice") return question.options.map(({ text }) => text);
  if (question.kind === "sort") return sortItems(question).map(({ text }) => text);
  return question.kind === "order" ? question.items : [];
}

function backOf(drawn: Case): string {
  const { question } = drawn;
  const doubt = question.confidence === "unverified" ? "Not verified: told by a single source, not confirmed." : "";
  return joined(answerOf(drawn), question.why ?? "", doubt);
}

function answerOf({ question, values }: Case): string {
  switch (question.kind) {
    case "choice":
      return bullets(question.options.filter(({ isRight }) => isRight).map(withReason));
    case "recall":
      return bullets(question.blanks.map(({ forms }) => tellForms(forms)));
    case "order":
      return question.items.map((item, index) => `${index + 1}. ${item}`).join("\n");
    case "sort":
      return joined(...question.buckets.map(({ name, items }) => `**${name}**\n${bullets(items.map(withReason))}`));
    case "numeric":
      return joined(`**${valueOf(question, values)}**`, bullets(question.steps.map((step) => fillIn(step, values))));
    default:
      return joined(pointsOf(question), question.model ?? "");
  }
}

/** Forms that a grader needs are not all for a person to learn. */
const mostForms = 3;

function tellForms([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} (or: ${others.slice(0, mostForms).join("; ")})`;
}

function valueOf({ formula, unit }: NumericQuestion, values: Values): string {
  const value = tellNumber(computeFormula(formula, values));
  return unit === undefined ? value : `${value} ${unit}`;
}

/** What a good answer holds, for STAR part by part. */
function pointsOf(question: OpenQuestion | RewriteQuestion | StarQuestion): string {
  if (question.kind !== "star") return points(question.keyPoints);
  return joined(
    ...starParts.map(
      (part) => `**${part.charAt(0).toUpperCase()}${part.slice(1)}**: ${question.parts[part].guidance}\n${points(question.parts[part].keyPoints)}`,
    ),
  );
}

function withReason({ text, reason }: SortItem): string {
  return reason === undefined ? text : `${text} – ${reason}`;
}

function points(keyPoints: readonly KeyPoint[]): string {
  return bullets(keyPoints.map(({ text }) => text));
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${text}`).join("\n");
}

function joined(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
}
