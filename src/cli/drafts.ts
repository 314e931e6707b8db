// Room: cli. The answer that is being given, kept against a crash while a person types, and found again at the next start.
import type { Attempt } from "../domain/attempt.ts";
import { instantOf } from "../domain/calendar.ts";
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
    slot.use((drafts) => void drafts.keep(kept));
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
        // What a chair was answered is kept as a probe.
        if (entry.type === "attempt" || entry.type === "probe") drop();
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

/** Drafts that a program left when it was killed, the newest first. One whose answer is in the journal already, since the kill came between the two, is taken away. */
export async function draftsLeft(app: App): Promise<readonly LeftDraft[]> {
  const { forgetDraft, leftDrafts } = await import("../journal/drafts.ts");
  const found = leftDrafts(app.dataFolder(), await app.world.machine(), { now: app.world.wall() });
  if (found.length === 0) return found;
  const { entries } = await (await app.journal()).read();
  return found.filter((left) => {
    const isKept = entries.some((entry) => entry.type === "attempt" && isOf(entry, left));
    if (isKept) forgetDraft(left);
    return !isKept;
  });
}

function isOf(attempt: Attempt, { draft }: LeftDraft): boolean {
  const isLater = instantOf(attempt.at) >= instantOf(draft.at);
  return isLater && attempt.question === draft.question && JSON.stringify(attempt.answer) === JSON.stringify(draft.answer.body);
}
