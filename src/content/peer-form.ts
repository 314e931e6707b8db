// Room: content. Reads back a form that a friend filled in: by its hidden marks, whatever an editor has done to the rest. Pure.
import { peerFormVersion, type PeerMark, readPeerMark } from "../domain/peer.ts";
import type { PeerForm, PeerScore } from "../domain/peer-scores.ts";
import type { Parsed, Place, Problem } from "../domain/problem.ts";
import { dimensions, type Level } from "../domain/rubric.ts";
import { clean } from "./clean.ts";
import { readScore, readTick, readWords, type Written } from "./peer-places.ts";

/** A mark with what was written in its line, and up to the next mark. */
interface Spot {
  readonly mark: PeerMark;
  /** The number of its question; 0 for what belongs to none. */
  readonly number: number;
  readonly id: string;
  readonly line: string;
  readonly until: string;
  readonly place: Place;
}

/** A form that is being read. */
interface Reading {
  readonly spots: readonly Spot[];
  readonly problems: Problem[];
}

/** Letters of a form: ten times the longest that is written. */
const longest = 500_000;

/** Some programs make one dash of two. */
const comment = /<!\s?[-–—]{1,2}\s*(coach\s[^<>]{1,400}?)\s{0,20}[-–—]{1,2}\s?>/g;

/** Reads a form. Errors say what cannot be told; warnings, what was left open. The value is undefined for a file that is no form, or one that nobody filled in. */
export function readPeerForm(file: string, raw: string): Parsed<PeerForm> {
  if (raw.length > longest) return { value: undefined, problems: [wrong({ file, line: 1, column: 1 }, "the file is too long for a form", asWritten)] };
  const spots = spotsIn(file, clean(raw));
  const head = spots.find(({ mark }) => mark.what === "form");
  const refusal = head ? refusalOf(head) : wrong({ file, line: 1, column: 1 }, "this is no form of coach peer, or its hidden marks are gone", asWritten);
  return head && !refusal ? readFilled({ spots, problems: [] }, head) : { value: undefined, problems: refusal ? [refusal] : [] };
}

function refusalOf({ mark, place }: Spot): Problem | undefined {
  const [version, , , , count] = mark.of;
  if (version !== peerFormVersion) return wrong(place, `the form is of version ${version}, which is not known here`, "Update coach.");
  return count === undefined ? wrong(place, "the first hidden mark of the form is cut short", asWritten) : undefined;
}

function readFilled(reading: Reading, head: Spot): Parsed<PeerForm> {
  const { spots, problems } = reading;
  const [, made = "", loop = "", round = "", count] = head.mark.of;
  const questions = questionsIn(reading, { count: Number(count), top: head.place });
  const name = spots.find(({ mark }) => mark.what === "from");
  const from = name ? readWords(name.line, /^your name\b/i) : "";
  if (questions.length > 0) return { value: { made, loop, round, from, questions }, problems };
  if (!problems.some(({ severity }) => severity === "error"))
    problems.unshift(wrong(head.place, "nothing is filled in", "Tick what you heard, and write a number from 1 to 5 behind Score."));
  return { value: undefined, problems };
}

const asWritten = "Import the file as coach peer wrote it, filled in with an editor for plain text: each place is known by the comment behind it.";

function wrong(place: Place, message: string, advice: string): Problem {
  return { rule: "peer-form", severity: "error", place, message, advice };
}

function leftOpen(place: Place, message: string): Problem {
  return { rule: "peer-open", severity: "warning", place, message, advice: "Nothing to do if that was meant." };
}

function spotsIn(file: string, text: string): readonly Spot[] {
  const found = [...text.matchAll(comment)].flatMap((match) => {
    const mark = readPeerMark(match[1] ?? "");
    return mark ? [{ mark, start: match.index, end: match.index + match[0].length }] : [];
  });
  let line = 1;
  return found.map(({ mark, start, end }, index) => {
    // What lies between the marks on either side, so that each letter is looked at twice and no more.
    const ahead = text.slice(found[index - 1]?.end ?? 0, start);
    const next = found[index + 1]?.start;
    const behind = text.slice(end, next);
    const before = ahead.slice(ahead.lastIndexOf("\n") + 1);
    line += ahead.split("\n").length - 1;
    const number = Number(mark.of[0]);
    return {
      mark,
      number: mark.what === "form" || !Number.isInteger(number) ? 0 : number,
      id: mark.of[1] ?? "",
      line: `${before}${behind.split("\n", 1)[0] ?? ""}`,
      until: `${before}${next === undefined ? behind : behind.slice(0, Math.max(behind.lastIndexOf("\n"), 0))}`,
      place: { file, line, column: 1 + before.length - before.trimStart().length },
    };
  });
}

function questionsIn(reading: Reading, form: { readonly count: number; readonly top: Place }): readonly PeerScore[] {
  const heads = headsOf(reading);
  const missing = Array.from({ length: Math.min(form.count, 100) }, (_, index) => index + 1).filter((number) => !heads.has(number));
  for (const number of missing) reading.problems.push(leftOpen(form.top, `question ${number} is missing from the form`));
  const spots = spotsByNumber(reading);
  const read = [...heads.values()].map((head) => ({ head, scores: questionAt(reading, head, spots.get(head.number) ?? []) }));
  const unasked = read.filter(({ scores }) => scores.length === 0).map(({ head }) => head);
  const [first] = unasked;
  if (first && unasked.length < read.length) {
    const which = unasked.length === 1 ? `question ${first.number} is` : `questions ${unasked.map(({ number }) => number).join(", ")} are`;
    reading.problems.push(leftOpen(first.place, `${which} not filled in, and taken as not asked`));
  }
  return read.flatMap(({ scores }) => scores);
}

/** The marks that begin a question, by its number. One that stands there twice is told, and read once: each would take all that is of that number. */
function headsOf({ spots, problems }: Reading): ReadonlyMap<number, Spot> {
  const heads = new Map<number, Spot>();
  for (const spot of spots) {
    const { mark, id, number, place } = spot;
    if (mark.what !== "question" || id === "") continue;
    if (heads.has(number)) problems.push(wrong(place, `question ${number} stands in the form twice`, "Take one of the two out."));
    else heads.set(number, spot);
  }
  return heads;
}

function spotsByNumber({ spots }: Reading): ReadonlyMap<number, readonly Spot[]> {
  const byNumber = new Map<number, Spot[]>();
  for (const spot of spots) {
    const own = byNumber.get(spot.number);
    if (own) own.push(spot);
    else byNumber.set(spot.number, [spot]);
  }
  return byNumber;
}

/** One question; none where nothing was filled in. */
function questionAt(reading: Reading, head: Spot, own: readonly Spot[]): readonly PeerScore[] {
  const of = (what: PeerMark["what"]): readonly Spot[] => own.filter(({ mark }) => mark.what === what);
  const scales = [...of("signal"), ...of("dimension")];
  const open: Spot[] = [];
  const levelsOf = (spots: readonly Spot[]): Record<string, Level> => Object.fromEntries(spots.flatMap((spot) => scoreAt(reading, spot, open)));
  const signals = levelsOf(of("signal"));
  const levels = levelsOf(of("dimension").filter((spot) => isDimension(reading, spot)));
  const heard = Object.fromEntries(of("point").flatMap((spot) => tickAt(reading, spot)));
  const note = of("note")
    .map(({ until }) => readWords(until, /^note\b/i))
    .join("\n");
  const isFilled = open.length < scales.length || Object.values(heard).includes(true) || note !== "";
  if (!isFilled) return [];
  reading.problems.push(...open.map(({ place, id }) => leftOpen(place, `question ${head.number} has no score for ${id}`)));
  return [{ question: head.id, signals, levels, heard, note }];
}

function isDimension({ problems }: Reading, { id, place }: Spot): boolean {
  const isKnown = dimensions.some((dimension) => dimension === id);
  if (!isKnown) problems.push(wrong(place, `"${id}" is no dimension`, asWritten));
  return isKnown;
}

function scoreAt(reading: Reading, spot: Spot, open: Spot[]): readonly (readonly [string, Level])[] {
  const written: Written<Level> = readScore(spot.line);
  if (written.is === "said") return [[spot.id, written.value]];
  if (written.is === "open") open.push(spot);
  else reading.problems.push(wrong(spot.place, `"${written.text}" is no score`, "Write one whole number from 1 to 5, or leave it empty."));
  return [];
}

function tickAt({ problems }: Reading, { id, line, place }: Spot): readonly (readonly [string, boolean])[] {
  const written = readTick(line);
  if (written.is === "said") return [[id, written.value]];
  if (written.is === "odd")
    problems.push(wrong(place, `"${written.text}" is no box that is ticked or not`, "Write [x] where you heard the point, and [ ] where you did not."));
  return [];
}
