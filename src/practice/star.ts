// Room: practice. One STAR prompt in four timed parts; what was told is kept as a story, or as a version of one.
import { answerText } from "../domain/answer.ts";
import type { Story } from "../domain/attempt.ts";
import { wholeId } from "../domain/brief.ts";
import type { StarQuestion } from "../domain/question.ts";
import type { BankStory } from "../domain/story.ts";
import type { Stage, Summary, Turn } from "./ports.ts";
import { holdSession, type SessionRequest } from "./session.ts";

/** What a STAR session brought: its summary, and the telling that was kept. */
export interface StarEnd {
  readonly summary: Summary;
  readonly story: Story | undefined;
  /** The story that it is another telling of. */
  readonly known: BankStory | undefined;
}

export interface StarRequest extends Omit<SessionRequest, "kind" | "questions"> {
  readonly question: StarQuestion;
  /** The story that is told again, where they said which; else it is known by its words. */
  readonly again?: BankStory | undefined;
}

/** Holds a STAR session, and keeps the story. */
export async function holdStar(stage: Stage, request: StarRequest): Promise<StarEnd> {
  const { question, again, ...rest } = request;
  const summary = await holdSession(stage, { ...rest, kind: "star", questions: [question] });
  const [turn] = summary.turns;
  return { summary, ...(turn ? await keepStory(stage, turn, again) : nothingKept) };
}

const nothingKept = { story: undefined, known: undefined } as const;

/** Keeps what was told as a story, or as a version of one, when at least two parts were told: a fragment is not yet a story. Once for each attempt. */
export async function keepStory(stage: Stage, turn: Turn, again?: BankStory): Promise<Omit<StarEnd, "summary">> {
  if (partsTold(turn) < 2) return nothingKept;
  const bank = (await stage.log.stories?.()) ?? [];
  if (bank.some(({ versions }) => versions.some(({ story }) => story.attempt === turn.attempt.id))) return nothingKept;
  const known = again ?? (await knownStory(turn, bank));
  const story = storyOf(stage, turn, known);
  if (story) await stage.log.append(story);
  return { story, known };
}

function partsTold({ answer: { body } }: Turn): number {
  return body.kind === "star" ? Object.values(body.parts).filter((part) => part.trim() !== "").length : 0;
}

/** The story of the bank that was told here, by the words of any of its tellings; the last of several. */
async function knownStory(turn: Turn, bank: readonly BankStory[]): Promise<BankStory | undefined> {
  if (bank.length === 0) return undefined;
  const { isSameStory } = await import("../grading/claims.ts");
  const said = answerText(turn.answer.body);
  return bank.findLast(({ versions }) => versions.some(({ story }) => isSameStory(said, answerText({ kind: "star", parts: story.parts }))));
}

const longestTitle = 70;

function storyOf(stage: Stage, { asked, answer: { body }, attempt }: Turn, known: BankStory | undefined): Story | undefined {
  if (body.kind !== "star") return undefined;
  const { question } = asked;
  return {
    type: "story",
    id: stage.clock.newId(),
    at: stage.clock.now(),
    ...(known ? { of: known.id } : {}),
    title: known?.title ?? titleOf(body.parts, question.title),
    question: wholeId(question.id),
    attempt: attempt.id,
    parts: body.parts,
    competencies: question.competencies,
  };
}

/** What a story is called: the first sentence that was told, cut at a word; `otherwise` where nothing was. */
export function titleOf(parts: Story["parts"], otherwise: string): string {
  const told = parts.situation.trim() || (Object.values(parts).find((part) => part.trim() !== "") ?? "").trim();
  const [firstLine = ""] = told.split(/(?<=[.!?])\s|\n/);
  if (firstLine === "") return otherwise;
  return firstLine.length > longestTitle ? `${firstLine.slice(0, longestTitle - 1).replace(/(?<!\s)\s+\S*$/, "")}…` : firstLine;
}
