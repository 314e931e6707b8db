// Room: terminal. Real rounds: the list, and one of them whole. Texts come in cleaned. Pure.
import { tellConfidence } from "../../domain/confidence.ts";
import { type AskedQuestion, type Ending, foreseenCount, type Outcome } from "../../domain/outcome.ts";
import { tellShare } from "../../domain/evidence.ts";
import { fewestEnded, type Prediction } from "../../domain/prediction.ts";
import type { Theme } from "../theme.ts";
import { tableRows } from "./table.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** A real round with the names that its ids stand for. */
export interface OutcomeShown {
  readonly outcome: Outcome;
  readonly company: string;
  readonly round: string;
  readonly asked: readonly (AskedQuestion & { readonly title: string | undefined })[];
  /** The person's own deck that questions of it went to. */
  readonly ownDeck: { readonly id: string; readonly file: string } | undefined;
}

/** Below this chance it is said to tell something: the usual one in twenty. */
const enoughChance = 0.05;

const endingWords: Readonly<Record<Ending, string>> = { waiting: "waiting", through: "through", not: "not this time" };

/** Rounds that have ended and had a readiness before them, and what they say of it. */
interface ListContext {
  readonly ended: number;
  readonly prediction: Prediction | undefined;
}

/** Every round in a line, and whether readiness told how they would end. */
export function outcomeListView(rounds: readonly OutcomeShown[], so: ListContext, theme: Theme): string {
  if (rounds.length === 0) return viewOf(wrap("No real round was told of yet. After one, coach debrief takes three minutes.", theme.columns()));
  const rows = rounds.map(({ outcome: { number, record }, company, round }) => [
    String(number),
    record.day,
    [company, round].filter((part) => part !== "").join(": "),
    record.felt === undefined ? "" : tellConfidence(record.felt),
    endingWords[record.ending],
    record.asked.length === 0 ? "" : `${foreseenCount(record)} of ${record.asked.length}`,
  ]);
  const columns = [
    { title: "", align: "right" as const },
    { title: "day" },
    { title: "round" },
    { title: "felt" },
    { title: "outcome" },
    { title: "foreseen" },
  ];
  const waiting = rounds.find(({ outcome }) => outcome.record.ending === "waiting");
  const hint = waiting === undefined ? [] : wrap(`When you hear of it: coach debrief heard ${waiting.outcome.number} through (or not).`, theme.columns());
  return viewOf(spaced(tableRows({ columns, rows }, theme), wrap(tellPrediction(so), theme.columns()), hint));
}

function tellPrediction({ ended, prediction }: ListContext): string {
  if (ended < fewestEnded)
    return `Whether readiness tells how a round ends can be said of ${fewestEnded} rounds that have ended after practice; there ${ended === 1 ? "is 1" : `are ${ended}`}.`;
  if (!prediction) return "All of them ended alike: there is nothing to compare readiness with.";
  const { meanThrough, meanNot, through, not, pairs, rightPairs, byChance } = prediction;
  const means = `Readiness the day before: ${tellShare(meanThrough)} on average where you went through (${through.length}), ${tellShare(meanNot)} where not (${not.length}).`;
  const order = `In ${rightPairs} of ${pairs} pairs the round that went through had the higher one;`;
  const chance = byChance > enoughChance ? "no proof of anything" : "so it does seem to tell something";
  return `${means} ${order} numbers without meaning do as well ${Math.max(1, Math.round(byChance * 100))} % of the time: ${chance}.`;
}

/** One round whole. */
export function outcomeView(shown: OutcomeShown, theme: Theme): string {
  const { outcome, company, round, asked } = shown;
  const { number, record } = outcome;
  const width = theme.columns();
  const felt = record.felt === undefined ? "" : `; felt ${tellConfidence(record.felt)}`;
  const head = [
    ...wrap(`${number}. ${[company, round].filter((part) => part !== "").join(": ")}, ${record.day}`, width, theme.bold),
    ...wrap(`${tellForeseen(record.asked.length, foreseenCount(record))}${felt}; ${endingWords[record.ending]}.`, width, theme.dim),
  ];
  const lines = asked.flatMap((one) => [
    ...hangText(`${one.title === undefined ? theme.glyphs.empty : theme.glyphs.tick} `, one.text, width),
    ...hangText("    ", tellAsked(one), width),
  ]);
  return viewOf(spaced(head, lines, nextRows(shown, theme)));
}

function tellForeseen(asked: number, foreseen: number): string {
  if (asked === 0) return "No question is noted";
  if (asked === 1) return foreseen === 1 ? "The one question was foreseen" : "The one question was not foreseen";
  return foreseen === asked ? `All ${asked} questions were foreseen` : `${foreseen} of ${asked} questions were foreseen`;
}

function tellAsked({ title, foreseen, own, story }: OutcomeShown["asked"][number]): string {
  const known = title === undefined ? `not foreseen${own === undefined ? "" : `; now ${own}`}` : `foreseen: ${title} (${foreseen ?? ""})`;
  return story === undefined ? known : `${known}; told story ${story}`;
}

function nextRows({ outcome: { number, record }, ownDeck }: OutcomeShown, theme: Theme): readonly string[] {
  const width = theme.columns();
  const own =
    ownDeck === undefined
      ? []
      : wrap(`Practise what came as news: coach drill ${ownDeck.id}. Better key points and an answer of your own go into ${ownDeck.file}`, width);
  const heard = record.ending === "waiting" ? wrap(`When you hear of it: coach debrief heard ${number} through (or not).`, width) : [];
  return [...own, ...heard];
}
