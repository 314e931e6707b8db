// Room: cli. The answer that is being given, kept against a crash while a person types, and found again at the next start.
import type { AnswerDraft } from "../domain/answer-draft.ts";
import type { Drafts, LeftDraft } from "../journal/drafts.ts";
import type { AttemptLog, Interviewer, Reply } from "../practice/ports.ts";
import type { DraftDesk } from "../terminal/prompts/options.ts";
import type { App, Course } from "./app.ts";

/** What keeps the answers of one session. */
export interface DraftKeeper {
  readonly desk: DraftDesk;
  /** The same; the draft goes once its answer is in the journal. */
  overLog(log: AttemptLog): AttemptLog;
  /** The same; what is handed in is kept until then, and what is skipped is not. */
  overReplies(interviewer: Interviewer): Interviewer;
}

/** Keeps the answers of a session. What touches the disk is loaded only when somebody has sat before a question for a second. */
export function createDraftKeeper(app: App, course: Course): DraftKeeper {
  const slot = openSlot(app, course.left);
  let latest: AnswerDraft | undefined;
  const keep = (draft: AnswerDraft): void => {
    latest = draft;
    const left = course.questions.slice(course.questions.indexOf(draft.question) + 1);
    const kept = { ...draft, at: app.clock().now(), session: { kind: course.kind, title: course.title, left } };
    slot.use((drafts) => drafts.keep(kept));
  };
  const drop = (): void => {
    if (latest !== undefined || course.left !== undefined) slot.use((drafts) => drafts.drop());
    latest = undefined;
  };
  const settle = (question: string, reply: Reply): void => {
    const answer = reply.type === "skip" ? undefined : reply.answer;
    if (answer) keep({ promptSeconds: answer.seconds, ...(latest?.question === question ? latest : {}), question, answer });
    else drop();
  };
  return {
    desk: { keep, take: takerOf(app, course.left) },
    overLog: (log) => ({
      ...log,
      append: async (entry) => {
        await log.append(entry);
        if (entry.type === "attempt") drop();
      },
    }),
    overReplies: (interviewer) => ({
      ...interviewer,
      ask: async (asked, timing, position) => {
        const reply = await interviewer.ask(asked, timing, position);
        settle(asked.question.id, reply);
        return reply;
      },
    }),
  };
}

/** Uses the drafts one step after another; the first step opens them. */
function openSlot(app: App, left: LeftDraft | undefined): { use(step: (drafts: Drafts) => void): void } {
  let opened: Promise<Drafts> | undefined;
  let queue: Promise<void> = Promise.resolve();
  const open = async (): Promise<Drafts> => {
    const { openDrafts } = await import("../journal/drafts.ts");
    const drafts = openDrafts(app.dataFolder(), await app.world.machine());
    if (left) drafts.adopt(left);
    return drafts;
  };
  return {
    use: (step) => {
      // A draft is a help: where it cannot be kept, the answer on the screen goes on, and the journal tells what is wrong.
      queue = queue.then(async () => step(await (opened ??= open()))).catch(() => undefined);
    },
  };
}

/** Gives what was left, once, for its own question. */
function takerOf(app: App, left: LeftDraft | undefined): DraftDesk["take"] {
  let waiting = left;
  return (question) => {
    if (waiting?.draft.question !== question) return undefined;
    const { draft } = waiting;
    waiting = undefined;
    return { draft, when: tellWhen(draft.at, app.clock().now()) };
  };
}

/** `21:10` for a moment of the same day, else `2026-11-20, 21:10`. */
export function tellWhen(at: string, now: string): string {
  const [day, time] = [at.slice(0, 10), at.slice(11, 16)];
  return day === now.slice(0, 10) ? time : `${day}, ${time}`;
}

/** Drafts that a program left when it was killed, the newest first. */
export async function draftsLeft(app: App): Promise<readonly LeftDraft[]> {
  const { leftDrafts } = await import("../journal/drafts.ts");
  return leftDrafts(app.dataFolder(), await app.world.machine(), { now: app.world.wall() });
}
