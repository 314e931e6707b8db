// Room: terminal. The sheet on which a person reads what was shown: Enter goes on, `q` leaves, a letter rates how well it was remembered. Pure.
import { type Rating, ratings } from "../../domain/memory.ts";
import type { Looking } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import type { Key } from "./keys.ts";
import { ratingNamed } from "./rating.ts";
import type { KeyHelp, Pressed, Sheet } from "./sheet.ts";

/** How they rate it, undefined: as it stands; and whether they still read. */
export interface GoOnState {
  readonly rating: Rating | undefined;
  readonly step: "reading" | "going on" | "leaving";
}

/** A sheet that waits. */
export function goOnSheet(theme: Theme, looking: Looking): Sheet<GoOnState> {
  const { isLast, rated } = looking;
  const rate: readonly KeyHelp[] = rated === undefined ? [] : [["a h g e", "rate it"]];
  const leave: readonly KeyHelp[] = isLast ? [] : [["q", "end here"]];
  return {
    first: { rating: undefined, step: "reading" },
    press: (state, key) => press(state, key, looking),
    draw: (state) => ({ rows: rowsOf(theme, looking, state), cursor: undefined }),
    isEmpty: () => false,
    emptyNotice: "",
    words: () => "",
    gauge: () => [],
    keys: [["Enter", isLast ? "how it went" : "next question"], ...rate, ...leave],
    byLine: { opening: "", prompt: (state) => promptOf(looking, state), take: (state, line) => take(state, line, looking) },
  };
}

function press(state: GoOnState, key: Key, looking: Looking): Pressed<GoOnState> {
  if (key.type === "press" && key.name === "enter") return over(state, "going on");
  return key.type === "text" ? choose(state, key.text, looking) : { state };
}

function take(state: GoOnState, line: string, looking: Looking): Pressed<GoOnState> {
  const word = line.trim().replace(/^:/, "");
  return word === "" ? over(state, "going on") : choose(state, word, looking);
}

function choose(state: GoOnState, written: string, { isLast, rated }: Looking): Pressed<GoOnState> {
  if (!isLast && /^q(?:uit)?$/i.test(written)) return over(state, "leaving");
  const rating = rated && ratingNamed(written);
  return { state: rating === undefined ? state : { ...state, rating: rating === rated?.rating ? undefined : rating } };
}

function over(state: GoOnState, step: GoOnState["step"]): Pressed<GoOnState> {
  return { state: { ...state, step }, isDone: true };
}

/** The four with the one that counts in brackets. Once they have read, only what they changed stays. */
function rowsOf(theme: Theme, { rated }: Looking, { rating, step }: GoOnState): readonly string[] {
  if (step !== "reading") return rating === undefined ? [""] : [theme.dim(`Rated ${rating}.`), ""];
  if (rated === undefined) return [];
  const four = ratings.map((one) => (one === (rating ?? rated.rating) ? theme.bold(`[${one}]`) : one));
  return [`Remembered: ${four.join("  ")}  ${theme.dim(byWhom(rated, rating))}`];
}

function byWhom({ by }: NonNullable<Looking["rated"]>, rating: Rating | undefined): string {
  return rating === undefined && by === "marks" ? "by its marks" : "by you";
}

function promptOf({ isLast, rated }: Looking, { rating }: GoOnState): string {
  const told = rated && `Remembered: ${rating ?? rated.rating}, ${byWhom(rated, rating)}. Type again, hard, good or easy to change it.\n`;
  return `${told ?? ""}Enter for ${isLast ? "how it went" : "the next question, q to end here"}: `;
}
