// Room: practice. A kept story told again in 30, 60 or 120 seconds aloud.
import { type BriefLength, briefOf, typingRoom, wholeId } from "../domain/brief.ts";
import type { AttemptLog, Interviewer, Stage } from "./ports.ts";
import { holdStar, type StarEnd, type StarRequest } from "./star.ts";

/** Holds the telling. What is typed has time for its words to be typed; how long they take aloud is what is marked. */
export function tellBriefly(stage: Stage, request: StarRequest & { readonly seconds: BriefLength }): Promise<StarEnd> {
  const { seconds, question, ...rest } = request;
  return holdStar({ ...stage, interviewer: unhurried(stage.interviewer), log: wholeWords(stage.log) }, { ...rest, question: briefOf(question, seconds) });
}

function unhurried(interviewer: Interviewer): Interviewer {
  return {
    ...interviewer,
    ask: (asked, timing, position) =>
      interviewer.ask(asked, { ...timing, seconds: timing.seconds === undefined ? undefined : timing.seconds * typingRoom }, position),
  };
}

/** A person's own words for a key point hold for the whole question. */
function wholeWords(log: AttemptLog): AttemptLog {
  return { ...log, accept: (phrasing) => log.accept({ ...phrasing, question: wholeId(phrasing.question) }) };
}
