// Room: terminal. What a person is asked about an answer that they gave: how it went, whether the ticks are right, which words to know next time, and to go on.
import type { Case } from "../../domain/case.ts";
import { confidences, tellConfidence } from "../../domain/confidence.ts";
import type { Correction, Grade, Mark } from "../../domain/grade.ts";
import type { Rating } from "../../domain/memory.ts";
import type { Feeling, GoneOn, Looking, Rested } from "../../practice/ports.ts";
import { plainText } from "../views/markdown.ts";
import { checklistSheet, correctionOf } from "./checklist.ts";
import type { Desk } from "./desk.ts";
import { goOnSheet } from "./go-on.ts";
import { type Picking, pickSheet, type PickState } from "./pick.ts";
import { restedBy, restSheet } from "./rest.ts";
import type { Closing } from "./room.ts";
import type { Sheet } from "./sheet.ts";

/** Asks how well it went. */
export async function feel(desk: Desk): Promise<Feeling> {
  const { ending, state } = (await pick(desk, { question: "How did it go?", choices: confidences.map(tellConfidence), enter: "skip", nothing: "not said" }))
    .room;
  if (ending === "quit" || ending === "interrupt") return { type: "stop", how: ending };
  return { type: "said", confidence: typeof state.picked === "number" ? confidences[state.picked] : undefined };
}

function pick(desk: Desk, picking: Picking, about = ""): Promise<Closing<PickState>> {
  // Line by line the question stands in the line itself.
  const heading = (): string => `\n${desk.theme.plain ? "" : desk.theme.bold(picking.question)}${about === "" ? "" : `\n${about}`}`;
  return show(desk, pickSheet(desk.theme, picking), heading);
}

/** Runs a sheet that nothing times. */
function show<S>(desk: Desk, sheet: Sheet<S>, heading: () => string): Promise<Closing<S>> {
  const afterTime = desk.isTimeUp;
  desk.isTimeUp = false;
  return desk.run(sheet, { heading, hints: [], timing: undefined, phases: [], notice: undefined, afterTime });
}

/** Sentences that a digit can pick. */
const mostSentences = 5;

/** Asks which of the sentences said a key point; the words of one, or none. */
export async function phrase(desk: Desk, mark: Mark, sentences: readonly string[]): Promise<string | undefined> {
  if (desk.stopped !== undefined || sentences.length === 0) return undefined;
  const choices = sentences.slice(0, mostSentences);
  const closing = await pick(
    desk,
    { question: "Which of your words said this, to be known next time?", choices, enter: "keep none", nothing: "none kept" },
    plainText(mark.text),
  );
  const { picked } = closing.room.state;
  leaveOn(desk, closing);
  return typeof picked === "number" ? choices[picked] : undefined;
}

/** They left while something was shown: the next question is not asked any more. */
function leaveOn(desk: Desk, { room: { ending } }: Closing<unknown>): void {
  if (ending === "quit" || ending === "interrupt") desk.stopped = ending;
}

/** Shows the ticks to be changed. */
export async function correct(desk: Desk, asked: Case, grade: Grade): Promise<Correction | undefined> {
  const { kind } = asked.question;
  if (grade.marks.length === 0 || (kind !== "open" && kind !== "star" && kind !== "rewrite")) return undefined;
  const sheet = checklistSheet(desk.theme, grade.marks);
  const heading = (): string => `\n${desk.theme.bold("What did you say?")}\nThe marks stand as your answer was read. Change what was read wrong.`;
  const closing = await show(desk, sheet, heading);
  leaveOn(desk, closing);
  desk.rating = closing.room.state.rating;
  return closing.room.ending === "handed-in" ? correctionOf(grade.marks, closing.room.state) : undefined;
}

/** Waits until they have read. Who leaves where nothing is left to ask has come to the end like any other. */
export async function goOn(desk: Desk, looking: Looking): Promise<GoneOn> {
  const rating = desk.stopped === undefined ? await read(desk, looking) : undefined;
  return { rating, stopped: looking.isLast && desk.stopped === "quit" ? undefined : desk.stopped };
}

async function read(desk: Desk, looking: Looking): Promise<Rating | undefined> {
  const closing = await show(desk, goOnSheet(desk.theme, looking), () => "");
  const { rating, step } = closing.room.state;
  if (step === "leaving") desk.stopped = "quit";
  leaveOn(desk, closing);
  return rating;
}

/** A break, until the person goes on, leaves or has written a note. */
export async function rest(desk: Desk): Promise<Rested> {
  const { ending, state } = (await show(desk, restSheet(desk.theme), () => desk.theme.dim("Off the clock until you go on. What you note here is kept."))).room;
  if (ending === "quit" || ending === "interrupt") return { type: "stop", how: ending };
  return restedBy(state);
}
