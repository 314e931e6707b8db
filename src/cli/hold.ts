// Room: cli. From a question until its answer is in the journal no signal ends the program.
import type { AttemptLog, Interviewer } from "../practice/ports.ts";
import { holdSignals } from "../terminal/signals.ts";

/** Holds signals back from the moment that a question is asked until its answer is kept, or there is none: Ctrl-C pressed twice lost the answer that the first one was to keep. */
export function createHold(): { overReplies(interviewer: Interviewer): Interviewer; overLog(log: AttemptLog): AttemptLog } {
  let release: (() => void) | undefined;
  const letGo = (): void => {
    release?.();
    release = undefined;
  };
  return {
    overReplies: (interviewer) => ({
      ...interviewer,
      ask: async (...asked) => {
        release ??= holdSignals();
        try {
          const reply = await interviewer.ask(...asked);
          if (reply.type === "skip" || !reply.answer) letGo();
          return reply;
        } catch (error) {
          letGo();
          throw error;
        }
      },
    }),
    overLog: (log) => ({
      ...log,
      append: async (entry) => {
        try {
          await log.append(entry);
        } finally {
          letGo();
        }
      },
    }),
  };
}
