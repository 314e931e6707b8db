// Room: cli. `coach debrief`: a real round is told, held against the library, and kept.
import { askedDeckHead, askedDeckId, askedId, askedQuestion } from "../../content/asked-deck.ts";
import { type DebriefDraft, parseDebriefFile } from "../../content/debrief-file.ts";
import { foreseer, surely } from "../../grading/foreseen.ts";
import { dayOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Loop } from "../../domain/loop.ts";
import type { AskedQuestion, OutcomeRecord } from "../../domain/outcome.ts";
import type { QuestionId } from "../../domain/question.ts";
import { addToOwnFile } from "../../journal/own-file.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { ownDeckFile } from "../own-decks.ts";
import { readText } from "./named-file.ts";
import type { DebriefGround } from "./debrief-ask.ts";
import { showKept } from "./debrief-list.ts";
import { loopWanted } from "./loop-wanted.ts";
import { bankIn, storyNamed } from "./stories.ts";
import { unknownName } from "./unknown.ts";

export interface DebriefOptions {
  readonly answers?: string;
}

/** Takes a real round down and keeps it; resolves with 130, and nothing kept, when the person left. */
export async function runDebrief(app: App, request: DebriefOptions & { readonly loop: string | undefined }): Promise<number> {
  const library = await app.library();
  const loop = await loopWanted(app, library, request.loop);
  const spoken = library.decks.flatMap((deck) => deck.questions).filter(({ kind }) => kind === "open" || kind === "star" || kind === "rewrite");
  const ground = { library, loop, bank: await bankIn(app), today: dayOf(app.clock().now()), find: foreseer(spoken, loop?.id) };
  const draft = await draftFor(app, ground, request.answers);
  if (draft === "left") {
    app.note("Nothing was kept.\n");
    return statuses.interrupted;
  }
  const { record, text } = recordFrom(app, draft, ground);
  await (await app.journal()).append(record);
  if (text !== "")
    addToOwnFile(ownDeckFile(app, askedDeckId(loop)), { head: askedDeckHead(loop), text, what: "The round is kept, but its new questions were" });
  await showKept(app, record);
  return statuses.done;
}

async function draftFor(app: App, ground: DebriefGround, answers: string | undefined): Promise<DebriefDraft | "left"> {
  if (answers !== undefined) return parseDebriefFile(answers === "-" ? "standard input" : answers, readText(app, answers, "the debrief"));
  if (app.canAsk()) return (await import("./debrief-ask.ts")).askDebrief(app, ground);
  throw new CoachError("there is no terminal to ask on", {
    fault: "usage",
    advice: "Run it in a terminal, or write the round down and give it with --answers FILE (docs/answers.md tells how).",
  });
}

/** The record of a draft, and what it adds to the person's own deck. */
function recordFrom(app: App, draft: DebriefDraft, ground: DebriefGround): { readonly record: OutcomeRecord; readonly text: string } {
  const { library, loop, today } = ground;
  const clock = app.clock();
  const round = roundNamed(loop, draft.round)?.id ?? "";
  const day = draft.day ?? today;
  if (day > today) throw new CoachError(`${day} is still to come`, { fault: "input", advice: "A debrief is told after the round." });
  const deck = askedDeckId(loop);
  const taken = new Set(library.decks.flatMap((each) => (each.id === deck ? each.questions.map(({ id }) => id.slice(deck.length + 1)) : [])));
  const texts: string[] = [];
  const asked = draft.asked.map((each): AskedQuestion => {
    const story = each.story === undefined ? undefined : storyNamed(ground.bank, each.story).id;
    const foreseen = foreseenBy(each, ground);
    if (foreseen !== undefined) return { text: each.text, foreseen, story };
    const id = askedId(each.text, taken);
    taken.add(id);
    texts.push(askedQuestion({ id, text: each.text, round: round === "" ? undefined : round, day }));
    return { text: each.text, own: `${deck}/${id}`, story };
  });
  const record = {
    type: "outcome",
    id: clock.newId(),
    at: clock.now(),
    loop: loop?.id ?? "",
    round,
    day,
    asked,
    felt: draft.felt,
    ending: draft.ending,
  } as const;
  return { record, text: texts.join("") };
}

function roundNamed(loop: Loop | undefined, name: string | undefined): Loop["rounds"][number] | undefined {
  if (name === undefined || loop === undefined) return undefined;
  const wanted = name.toLowerCase();
  const found = loop.rounds.find((round, index) => round.id === wanted || round.title.toLowerCase() === wanted || String(index + 1) === wanted);
  if (found) return found;
  const list = loop.rounds.map((round, index) => `${index + 1} ${round.id}`).join(", ");
  throw unknownName({ what: "round", name, among: loop.rounds.map(({ id }) => id), list: `There is: ${list}.` });
}

function foreseenBy(asked: DebriefDraft["asked"][number], { library, find }: DebriefGround): QuestionId | undefined {
  if (asked.foreseen === "none") return undefined;
  if (asked.foreseen === undefined) return surely(find(asked.text))?.question;
  const known = library.decks.flatMap((deck) => deck.questions).find(({ id }) => id === asked.foreseen);
  if (known) return known.id;
  throw new CoachError(`there is no question "${asked.foreseen}"`, { fault: "input", advice: "Give the full id of a question, or none." });
}
