// Room: domain. What a question is, in its eight kinds.
import type { Formula } from "./formula.ts";
import type { Place } from "./problem.ts";
import type { Confidence, SourceReference } from "./source.ts";

export const kinds = ["choice", "recall", "numeric", "order", "sort", "open", "star", "rewrite"] as const;
export type Kind = (typeof kinds)[number];

/** Minutes for a question when neither it nor its deck says; typing is slower than speech, so written kinds get room. */
export const usualMinutes = { choice: 1, recall: 1, numeric: 3, order: 1, sort: 1, open: 8, star: 6, rewrite: 4 } as const satisfies Record<Kind, number>;

/** Full id: `<deck id>/<id>`. */
export type QuestionId = string;
/** The deck's path below its root, without `.md`. */
export type DeckId = string;

/** A stretch of the clock with a name of its own. */
export interface Phase {
  readonly name: string;
  readonly minutes: number;
}

/** Two ways to write the same thing: GMV, gross merchandise value. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

interface QuestionBase {
  readonly id: QuestionId;
  readonly deck: DeckId;
  readonly title: string;
  /** Markdown; cleaned. Blanks of a cloze are `{{n}}` (n from 1); drawn values `{name}`. */
  readonly prompt: string;
  /** Greater than 0; the sum of the phases or STAR parts where there are any. */
  readonly minutes: number;
  /** 1 (warm-up) to 5 (senior panel). */
  readonly difficulty: number;
  readonly company: string | undefined;
  readonly topic: string | undefined;
  readonly competencies: readonly string[];
  readonly round: string | undefined;
  readonly framework: string | undefined;
  readonly sources: readonly SourceReference[];
  readonly confidence: Confidence;
  readonly why: string | undefined;
  readonly hints: readonly string[];
  readonly phases: readonly Phase[];
  readonly abbreviations: readonly Abbreviation[];
  readonly place: Place;
}

export interface Option {
  readonly text: string;
  readonly isRight: boolean;
  readonly reason: string | undefined;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly options: readonly Option[];
}

/** One thing to recall, with every accepted form; the first is the one shown. */
export interface Blank {
  readonly forms: readonly string[];
}

export interface RecallQuestion extends QuestionBase {
  readonly kind: "recall";
  readonly blanks: readonly Blank[];
  /** True for a cloze (blanks in order); false for things to name in any order. */
  readonly inOrder: boolean;
}

/** A number to draw: from a range with a step, or one of a list. */
export type Parameter =
  | { readonly name: string; readonly from: number; readonly to: number; readonly step: number }
  | { readonly name: string; readonly choices: readonly number[] };

/** How far from the computed value is still right: a share of it, or an absolute amount. */
export interface Tolerance {
  readonly by: "share" | "amount";
  readonly size: number;
}

export interface NumericQuestion extends QuestionBase {
  readonly kind: "numeric";
  readonly parameters: readonly Parameter[];
  readonly formula: Formula;
  readonly unit: string | undefined;
  readonly tolerance: Tolerance;
  readonly steps: readonly string[];
}

export interface OrderQuestion extends QuestionBase {
  readonly kind: "order";
  /** In the right order. */
  readonly items: readonly string[];
}

export interface SortItem {
  readonly text: string;
  readonly reason: string | undefined;
}

export interface Bucket {
  readonly name: string;
  readonly items: readonly SortItem[];
}

/** What a dashboard is drawn from. Its items are rows, their cells split by ` | `. */
export interface Dashboard {
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** How many rows are drawn each time, at least one of each bucket; undefined: all. */
  readonly draw: number | undefined;
  /** Numbers that the prompt and the rows name. */
  readonly parameters: readonly Parameter[];
}

export interface SortQuestion extends QuestionBase {
  readonly kind: "sort";
  readonly buckets: readonly Bucket[];
  /** Where every seed shows another dashboard; undefined where the items are always the same. */
  readonly dashboard: Dashboard | undefined;
}

/** What a good answer holds, with the ways to say it that count. */
export interface KeyPoint {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
  readonly part: string | undefined;
  readonly phrasings: readonly string[];
}

/** What a weak answer does. */
export interface Pitfall {
  readonly id: string;
  readonly text: string;
  readonly advice: string | undefined;
  readonly samples: readonly string[];
}

export interface FollowUp {
  readonly text: string;
  /** Asked first when this key point was not found. */
  readonly missing: string | undefined;
  readonly looksFor: readonly string[];
}

/** A section shown beside the model answer: requirements, decisions, architecture, trade-offs. */
export interface Note {
  readonly title: string;
  readonly text: string;
}

interface Discussed {
  readonly pitfalls: readonly Pitfall[];
  readonly model: string | undefined;
  readonly followUps: readonly FollowUp[];
  readonly notes: readonly Note[];
}

export interface OpenQuestion extends QuestionBase, Discussed {
  readonly kind: "open";
  readonly keyPoints: readonly KeyPoint[];
}

export const starParts = ["situation", "task", "action", "result"] as const;
export type StarPart = (typeof starParts)[number];

export interface StarSection {
  readonly guidance: string;
  readonly minutes: number;
  readonly keyPoints: readonly KeyPoint[];
}

export interface StarQuestion extends QuestionBase, Discussed {
  readonly kind: "star";
  /** How many of a part's key points an answer has room for: those told best are marked. All of them where it is absent. */
  readonly holds?: Readonly<Record<StarPart, number>> | undefined;
  readonly parts: Readonly<Record<StarPart, StarSection>>;
}

export interface RewriteQuestion extends QuestionBase, Discussed {
  readonly kind: "rewrite";
  readonly weak: string;
  readonly keyPoints: readonly KeyPoint[];
}

/** `kind` tells them apart. */
export type Question = ChoiceQuestion | RecallQuestion | NumericQuestion | OrderQuestion | SortQuestion | OpenQuestion | StarQuestion | RewriteQuestion;

/** Kinds that are answered in a word, a number or a key: the ones a quiz asks. */
export const quickKinds: readonly Kind[] = ["choice", "recall", "numeric", "order", "sort"];

/** The key points that an answer in sentences is marked by, for STAR in the order of its parts; none of the kinds that are marked exactly. */
export function keyPointsOf(question: Question): readonly KeyPoint[] {
  if (question.kind === "star") return starParts.flatMap((part) => question.parts[part].keyPoints);
  return question.kind === "open" || question.kind === "rewrite" ? question.keyPoints : [];
}

/** Items of a sort question in the deck's order, each with the index of its bucket. */
export function sortItems(question: SortQuestion): readonly { readonly text: string; readonly reason: string | undefined; readonly bucket: number }[] {
  return question.buckets.flatMap((bucket, index) => bucket.items.map((item) => ({ ...item, bucket: index })));
}
