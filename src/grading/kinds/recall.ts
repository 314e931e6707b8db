// Room: grading. Recall: forms that count as the answer. Pure.
import type { Mark } from "../../domain/grade.ts";
import type { Blank, RecallQuestion } from "../../domain/question.ts";
import { adviceOn } from "../advice.ts";
import { likeness, type Likeness, type Said, takeApart } from "../forms.ts";
import { type Asked, exactMarking, type Marking, weightedShare } from "../marking.ts";

/** One thing that was named, at its place in `answerText`. */
interface Piece extends Said {
  readonly start: number;
  readonly end: number;
}

interface Hit {
  readonly likeness: Likeness;
  readonly form: string;
}

/** The share of blanks that were filled. In any order, each blank is filled once by the best pairing of what was named. */
export function markRecall({ question, body }: Asked<"recall">): Marking {
  const pieces = piecesOf(body.texts, question);
  const hits = question.blanks.map((blank) => pieces.map((piece) => bestForm(piece, blank, question)));
  const pairs = question.inOrder ? question.blanks.map((_, index) => index) : pairUp(hits);
  const marks = question.blanks.map((blank, index) => {
    const at = pairs[index] ?? -1;
    return markBlank(blank, index, { hit: hits[index]?.[at], piece: pieces[at] });
  });
  const workings = question.blanks.map((blank, index) => (question.blanks.length === 1 ? `Answer: ${answerTo(blank)}` : `${index + 1}. ${answerTo(blank)}`));
  return exactMarking({
    share: weightedShare(marks),
    marks,
    workings,
    next: adviceOn({ kind: "recall", marks, pitfalls: [], flags: [], levels: [], text: "" }),
  });
}

/** What was named: one text a blank, or one text with commas, semicolons or "and" between. No more than was asked for. */
function piecesOf(texts: readonly string[], question: RecallQuestion): readonly Piece[] {
  const count = question.blanks.length;
  // In order, an empty text keeps its blank; in any order it only means that fewer were named.
  const isSplit = (question.inOrder ? texts : texts.filter((text) => text.trim() !== "")).length < count;
  const pieces: Piece[] = [];
  let offset = 0;
  for (const text of texts) {
    for (const found of isSplit ? partsOf(text) : [{ text, index: 0 }]) {
      const start = offset + found.index + found.text.length - found.text.trimStart().length;
      if (pieces.length < count && (found.text.trim() !== "" || !isSplit))
        pieces.push({ ...takeApart(found.text), start, end: start + found.text.trim().length });
    }
    offset += text.length + 2;
  }
  return pieces;
}

/** Cut at commas, semicolons, line ends and "and"; a comma before a figure belongs to a number. */
function partsOf(text: string): readonly { readonly text: string; readonly index: number }[] {
  const found = [...text.matchAll(/\band\b|(?:(?!\band\b)[^,;\n]|,(?=\d))+/gi)].map((match) => ({ text: match[0], index: match.index }));
  return found.filter((part) => part.text.toLowerCase() !== "and");
}

const ranks = { same: 3, slip: 2, "wrong-unit": 1, other: 0 } as const satisfies Record<Likeness, number>;

/** Nothing said fills no blank, not even one whose form is all signs. */
function bestForm(piece: Piece, blank: Blank, question: RecallQuestion): Hit {
  let best: Hit = { likeness: "other", form: "" };
  if (piece.start === piece.end) return best;
  blank.forms.forEach((form, index) => {
    const found = likeness(piece, takeApart(form), { setsUnit: index === 0, prompt: question.prompt });
    if (ranks[found] > ranks[best.likeness]) best = { likeness: found, form };
  });
  return best;
}

function isHit(hit: Hit | undefined): boolean {
  return hit !== undefined && ranks[hit.likeness] >= ranks.slip;
}

/** The largest pairing of blanks with pieces (augmenting paths, H. W. Kuhn 1955): for each blank the index of its piece, or -1. */
function pairUp(hits: readonly (readonly Hit[])[]): readonly number[] {
  const blankOf = new Map<number, number>();
  for (const blank of hits.keys()) placeBlank(blank, { hits, blankOf, tried: new Set() });
  const pairs = hits.map(() => -1);
  for (const [piece, blank] of blankOf) pairs[blank] = piece;
  return pairs.map((piece, blank) => (piece >= 0 ? piece : (hits[blank]?.findIndex((hit, at) => hit.likeness === "wrong-unit" && !blankOf.has(at)) ?? -1)));
}

interface Pairing {
  readonly hits: readonly (readonly Hit[])[];
  readonly blankOf: Map<number, number>;
  readonly tried: Set<number>;
}

function placeBlank(blank: number, pairing: Pairing): boolean {
  const row = pairing.hits[blank] ?? [];
  for (const [piece, hit] of row.entries()) {
    if (!isHit(hit) || pairing.tried.has(piece)) continue;
    pairing.tried.add(piece);
    const holder = pairing.blankOf.get(piece);
    if (holder === undefined || placeBlank(holder, pairing)) {
      pairing.blankOf.set(piece, blank);
      return true;
    }
  }
  return false;
}

function markBlank(blank: Blank, index: number, { hit, piece }: { readonly hit: Hit | undefined; readonly piece: Piece | undefined }): Mark {
  const isFound = isHit(hit);
  const evidence = isFound && piece ? [{ start: piece.start, end: piece.end }] : [];
  const strength = isFound ? (hit?.likeness === "slip" ? 0.9 : 1) : 0;
  return {
    id: `blank-${index + 1}`,
    text: answerTo(blank),
    weight: 1,
    status: isFound ? "found" : "not-found",
    strength,
    phrasing: isFound ? hit?.form : undefined,
    evidence,
    reason: reasonOf(hit),
  };
}

/** The form that is told as the answer. */
function answerTo(blank: Blank): string {
  return blank.forms[0] ?? "";
}

function reasonOf(hit: Hit | undefined): string | undefined {
  if (hit?.likeness === "slip") return `Right; it is spelled: ${hit.form}`;
  return hit?.likeness === "wrong-unit" ? "The number is right, its unit is not." : undefined;
}
