// Room: domain. The questions that a framework makes of itself: its parts, their order, and problems to apply it to. Pure.
import { briefsOf } from "./brief.ts";
import { type Framework, type FrameworkPart, type FrameworkPrompt, isInOrder } from "./framework.ts";
import type { Library } from "./library.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { KeyPoint, OpenQuestion, OrderQuestion, Question, QuestionId, RecallQuestion } from "./question.ts";

/** What a framework is practised by. Ids are `frameworks/<framework>/recall`, `…/order` and `…/apply-<prompt>`. */
export interface FrameworkPractice {
  readonly recall: RecallQuestion;
  /** Undefined for parts that have no order, or of which there are not 3 to 9. */
  readonly order: OrderQuestion | undefined;
  /** One for each prompt, in the file's order. */
  readonly apply: readonly OpenQuestion[];
}

/** The questions of a framework, by step. */
export function practiceOf(framework: Framework): FrameworkPractice {
  const { parts } = framework;
  const hasOrder = isInOrder(framework) && parts.length >= 3 && parts.length <= 9;
  return {
    recall: recallOf(framework),
    order: hasOrder ? orderOf(framework) : undefined,
    apply: framework.prompts.map((prompt) => applyOf(framework, prompt)),
  };
}

/** Every question of a library: those of its decks, the short forms of its STAR questions, and those that its frameworks make. */
export function everyQuestion({ decks, frameworks }: Pick<Library, "decks" | "frameworks">): readonly Question[] {
  const written = decks.flatMap((deck) => deck.questions);
  return [...written, ...written.flatMap((question) => (question.kind === "star" ? briefsOf(question) : [])), ...frameworks.flatMap(questionsOf)];
}

/** The same questions in outline. */
export function everyOutline({ decks, frameworks }: Pick<Library, "decks" | "frameworks">): readonly Outline[] {
  return [...decks.map(({ outline }) => outline), outlineOf(frameworks.flatMap(questionsOf))];
}

/** Finds questions by their ids. Of the decks only those that ids begin with are looked into; all that there is, only where these have none. */
export function questionFinder(library: Pick<Library, "decks" | "frameworks">): (id: QuestionId) => Question | undefined {
  const decks = new Map(library.decks.map((deck) => [deck.id, deck]));
  const opened = new Map<string, ReadonlyMap<QuestionId, Question>>();
  let every: ReadonlyMap<QuestionId, Question> | undefined;
  const inDeck = (deck: string, id: QuestionId): Question | undefined => {
    const known = opened.get(deck) ?? byId(decks.get(deck)?.questions ?? []);
    opened.set(deck, known);
    return known.get(id);
  };
  return (id) => inDeck(id.slice(0, Math.max(0, id.lastIndexOf("/"))), id) ?? (every ??= byId(everyQuestion(library))).get(id);
}

function byId(questions: readonly Question[]): ReadonlyMap<QuestionId, Question> {
  return new Map(questions.map((question) => [question.id, question]));
}

/** Every question of a framework. */
export function questionsOf(framework: Framework): readonly Question[] {
  const { recall, order, apply } = practiceOf(framework);
  return [recall, ...(order ? [order] : []), ...apply];
}

/** The frameworks that questions name, what most of them name first. A story's shape is told with the stories. */
export function leanedOn(questions: readonly Question[], frameworks: readonly Framework[]): readonly Framework[] {
  const names = questions.flatMap(({ kind, framework }) => (kind === "star" || framework === undefined ? [] : [framework]));
  const countOf = ({ id }: Framework): number => names.filter((name) => name === id).length;
  return frameworks.filter((framework) => countOf(framework) > 0).toSorted((a, b) => countOf(b) - countOf(a) || (a.id < b.id ? -1 : 1));
}

/** What a session with a framework takes, with the longest of its problems. */
export function practiceMinutes(framework: Framework): number {
  const { recall, order, apply } = practiceOf(framework);
  return recall.minutes + (order?.minutes ?? 0) + Math.max(0, ...apply.map(({ minutes }) => minutes));
}

/** What the ids of a framework's questions begin with. */
export function practiceId(framework: Framework["id"]): string {
  return `frameworks/${framework}`;
}

/** A framework is asked of a person who has read it: no step is a warm-up, and none is for a panel. */
const difficulty = 3;

function baseOf(framework: Framework, id: string) {
  const deck = practiceId(framework.id);
  return {
    id: `${deck}/${id}` satisfies QuestionId,
    deck,
    difficulty,
    company: framework.company,
    topic: undefined,
    competencies: [],
    round: undefined,
    framework: framework.id,
    sources: framework.sources,
    confidence: "own" as const,
    why: undefined,
    hints: [],
    phases: [],
    abbreviations: [],
    place: framework.place,
  };
}

/** Blanks stand by the alphabet: the marks must not give away the order that is asked next. */
function recallOf(framework: Framework): RecallQuestion {
  const parts = framework.parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    ...baseOf(framework, "recall"),
    kind: "recall",
    title: `${framework.title}: the parts`,
    prompt: `${framework.title} has ${parts.length} parts. Name them, in any order.`,
    minutes: Math.max(1, parts.length / 4),
    blanks: parts.map(({ name, also }) => ({ forms: [name, ...also] })),
    inOrder: false,
  };
}

function orderOf(framework: Framework): OrderQuestion {
  return {
    ...baseOf(framework, "order"),
    kind: "order",
    title: `${framework.title}: the order`,
    prompt: `${framework.title}: put its parts in order.`,
    minutes: 1,
    items: framework.parts.map(({ name }) => name),
  };
}

function applyOf(framework: Framework, prompt: FrameworkPrompt): OpenQuestion {
  const { title, text, minutes, model, place } = prompt;
  return {
    ...baseOf(framework, `apply-${prompt.id}`),
    kind: "open",
    title: `${framework.title}: ${title}`,
    prompt: `${text}\n\nAnswer with ${framework.title}: all ${framework.parts.length} parts.`,
    minutes,
    keyPoints: framework.parts.map((part) => keyPointOf(part, prompt)),
    pitfalls: [],
    model,
    followUps: [],
    notes: [],
    place,
  };
}

function keyPointOf({ id, name, asks }: FrameworkPart, prompt: FrameworkPrompt): KeyPoint {
  const phrasings = Object.hasOwn(prompt.phrasings, id) ? (prompt.phrasings[id] ?? []) : [];
  return { id, text: asks === "" ? name : `${name}: ${asks}`, weight: 1, part: id, phrasings };
}
