// Room: practice. Ten seconds for each prompt to name the story that answers it.
import { answerText } from "../domain/answer.ts";
import type { Retrieval } from "../domain/attempt.ts";
import { type Chance, shuffle } from "../domain/chance.ts";
import { type Case, drawCase } from "../domain/case.ts";
import type { QuestionId, RecallQuestion, StarQuestion } from "../domain/question.ts";
import { type BankStory, storiesNamed } from "../domain/story.ts";
import type { Reply, Stage } from "./ports.ts";

/** Seconds to name a story: a silence that an interviewer takes for thinking. */
const retrievalSeconds = 10;

/** A prompt, what was named, and whether it fits. */
export interface Retrieved {
  readonly question: StarQuestion;
  readonly record: Retrieval;
  /** What they named; undefined where it names none, or several. */
  readonly story: BankStory | undefined;
  readonly named: string;
  readonly fitting: readonly BankStory[];
}

export interface RetrievalRequest {
  readonly bank: readonly BankStory[];
  readonly questions: readonly StarQuestion[];
  readonly timer: boolean;
  /** Is told how each went. */
  tell(retrieved: Retrieved): void;
}

export interface RetrievalEnd {
  readonly retrieved: readonly Retrieved[];
  readonly stopped: "quit" | "interrupt" | undefined;
}

/** The stories that show something of what a question asks, or were told to it. */
export function fittingStories(bank: readonly BankStory[], { id, competencies }: StarQuestion): readonly BankStory[] {
  return bank.filter(
    ({ shows, versions }) => versions.some(({ story }) => story.question === id) || competencies.some((competency) => shows.includes(competency)),
  );
}

/** Questions that some story answers: first what was never asked or missed last, then the rest, each in any order. */
export function chooseToRetrieve(
  from: { readonly bank: readonly BankStory[]; readonly questions: readonly StarQuestion[]; readonly past: readonly Retrieval[] },
  count: number,
  chance: Chance,
): readonly StarQuestion[] {
  const latest = new Map<QuestionId, boolean>(from.past.map(({ question, covers }) => [question, covers]));
  const able = from.questions.filter((question) => fittingStories(from.bank, question).length > 0);
  const shuffled = shuffle(able, chance);
  const known = shuffled.filter(({ id }) => latest.get(id) === true);
  return [...shuffled.filter((question) => !known.includes(question)), ...known].slice(0, count);
}

/** Holds the drill; each prompt is on the disk before it is told how it went. */
export async function holdRetrieval(stage: Stage, request: RetrievalRequest): Promise<RetrievalEnd> {
  const session = stage.clock.newId();
  const retrieved: Retrieved[] = [];
  for (const [index, question] of request.questions.entries()) {
    const timing = { seconds: request.timer ? retrievalSeconds : undefined, overtime: false };
    const reply = await stage.interviewer.ask(askedFor(question), timing, { number: index + 1, of: request.questions.length });
    if (reply.type === "stop") return { retrieved, stopped: reply.how };
    const one = retrievedBy(stage, { question, session, reply }, request.bank);
    await stage.log.append(one.record);
    request.tell(one);
    retrieved.push(one);
    const gone = index + 1 < request.questions.length ? await stage.interviewer.goOn?.({ isLast: false, rated: undefined }) : undefined;
    if (gone?.stopped) return { retrieved, stopped: gone.stopped };
  }
  return { retrieved, stopped: undefined };
}

/** The prompt as a question that takes one line. */
function askedFor(question: StarQuestion): Case {
  const { kind: _kind, parts: _parts, pitfalls: _pitfalls, model: _model, followUps: _followUps, notes: _notes, ...base } = question;
  const recall: RecallQuestion = { ...base, kind: "recall", minutes: retrievalSeconds / 60, hints: [], phases: [], blanks: [{ forms: [] }], inOrder: true };
  return drawCase(recall, 0);
}

function retrievedBy(
  { clock }: Stage,
  said: { readonly question: StarQuestion; readonly session: string; readonly reply: Reply },
  bank: readonly BankStory[],
): Retrieved {
  const { question, session, reply } = said;
  const named = textIn(reply);
  const found = storiesNamed(bank, named);
  const story = found.length === 1 ? found[0] : undefined;
  const fitting = fittingStories(bank, question);
  const record: Retrieval = {
    type: "retrieval",
    id: clock.newId(),
    at: clock.now(),
    session,
    question: question.id,
    story: story?.id ?? "",
    seconds: reply.type === "answer" ? reply.answer.seconds : 0,
    covers: story !== undefined && fitting.includes(story),
  };
  return { question, record, story, named, fitting };
}

function textIn(reply: Reply): string {
  return reply.type === "answer" ? answerText(reply.answer.body).trim() : "";
}
