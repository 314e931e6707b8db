// Room: practice. One STAR prompt in four timed parts; what was told is kept as a story.
import type { Story } from "../domain/attempt.ts";
import type { StarQuestion } from "../domain/question.ts";
import type { Stage, Summary, Turn } from "./ports.ts";
import { holdSession, type SessionRequest } from "./session.ts";

/** What a STAR session brought: its summary, and the story that was kept. */
export interface StarEnd {
  readonly summary: Summary;
  readonly story: Story | undefined;
}

export type StarRequest = Omit<SessionRequest, "kind" | "questions"> & { readonly question: StarQuestion };

/** Holds a STAR session. The story is kept when at least two parts were told; a fragment is not yet a story, but its attempt is in the journal. */
export async function holdStar(stage: Stage, request: StarRequest): Promise<StarEnd> {
  const { question, ...rest } = request;
  const summary = await holdSession(stage, { ...rest, kind: "star", questions: [question] });
  const [turn] = summary.turns;
  const story = turn && storyOf(stage, question, turn);
  if (story) await stage.log.append(story);
  return { summary, story };
}

const longestTitle = 70;

function storyOf(stage: Stage, question: StarQuestion, turn: Turn): Story | undefined {
  const { body } = turn.answer;
  if (body.kind !== "star") return undefined;
  const told = Object.values(body.parts).filter((part) => part.trim() !== "");
  if (told.length < 2) return undefined;
  const [firstLine = ""] = (body.parts.situation.trim() || told[0] || "").split(/(?<=[.!?])\s|\n/);
  const title = firstLine.length > longestTitle ? `${firstLine.slice(0, longestTitle - 1).replace(/\s+\S*$/, "")}…` : firstLine;
  return {
    type: "story",
    id: stage.clock.newId(),
    at: stage.clock.now(),
    title: title === "" ? question.title : title,
    question: question.id,
    attempt: turn.attempt.id,
    parts: body.parts,
    competencies: question.competencies,
  };
}
