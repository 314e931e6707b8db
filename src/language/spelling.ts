// Room: language. How far two spellings are apart, and British spelling made American. Pure.

/**
 * Damerau-Levenshtein distance in its optimal-string-alignment form: letters put in, left out, changed, or two neighbours swapped.
 * Gives up at `bound` + 1, in time proportional to length times bound.
 */
export function spellingDistance(first: string, second: string, bound: number): number {
  if (Math.abs(first.length - second.length) > bound) return bound + 1;
  let before: number[] = [];
  let above: number[] = [];
  for (let column = 0; column <= second.length; column += 1) above.push(column);
  for (let row = 1; row <= first.length; row += 1) {
    const current = distanceRow({ first, second, row, above, before, bound });
    if (Math.min(...current.slice(Math.max(0, row - bound), row + bound + 1)) > bound) return bound + 1;
    before = above;
    above = current;
  }
  return Math.min(above[second.length] ?? bound + 1, bound + 1);
}

interface RowInput {
  readonly first: string;
  readonly second: string;
  readonly row: number;
  readonly above: readonly number[];
  readonly before: readonly number[];
  readonly bound: number;
}

/** One row of the table, filled only where the distance can still be within the bound. */
function distanceRow(input: RowInput): number[] {
  const { first, second, row, above, before, bound } = input;
  const far = bound + 1;
  const current: number[] = Array.from({ length: second.length + 1 }, () => far);
  if (row <= bound) current[0] = row;
  for (let column = Math.max(1, row - bound); column <= Math.min(second.length, row + bound); column += 1) {
    const isSame = first.charAt(row - 1) === second.charAt(column - 1);
    const changed = (above[column - 1] ?? far) + (isSame ? 0 : 1);
    const swapped = isSwap(input, column) ? (before[column - 2] ?? far) + 1 : far;
    current[column] = Math.min(changed, swapped, (above[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
  }
  return current;
}

function isSwap({ first, second, row }: RowInput, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return first.charAt(row - 1) === second.charAt(column - 2) && first.charAt(row - 2) === second.charAt(column - 1);
}

// Beginnings that differ; what follows (behaviours, labelled, modelling) is kept.
const beginnings: Readonly<Record<string, string>> = {
  aluminium: "aluminum",
  analogue: "analog",
  behaviour: "behavior",
  cancell: "cancel",
  catalogue: "catalog",
  centre: "center",
  cheque: "check",
  colour: "color",
  counsell: "counsel",
  defence: "defense",
  dialogue: "dialog",
  endeavour: "endeavor",
  enrolment: "enrollment",
  favour: "favor",
  fibre: "fiber",
  flavour: "flavor",
  fuell: "fuel",
  fulfilment: "fulfillment",
  grey: "gray",
  harbour: "harbor",
  honour: "honor",
  instalment: "installment",
  judgement: "judgment",
  labell: "label",
  labour: "labor",
  licence: "license",
  litre: "liter",
  modell: "model",
  neighbour: "neighbor",
  offence: "offense",
  practise: "practice",
  programme: "program",
  rumour: "rumor",
  signall: "signal",
  skilful: "skillful",
  storey: "story",
  theatre: "theater",
  travell: "travel",
  tyre: "tire",
};

const beginning = new RegExp(`^(?:${Object.keys(beginnings).join("|")})`);
const zSound = /(ys|is)(e|ed|es|er|ers|ing|ation|ations|able)$/;

/**
 * Folds British spelling into American (`labelled`, `behaviour`, `prioritising`). It is meant for comparing two words that both went
 * through it: it also turns `promise` into `promize`.
 */
export function foldSpelling(word: string): string {
  if (word.length < 4) return word;
  const found = beginning.exec(word)?.[0];
  const begun = found === undefined ? word : `${beginnings[found] ?? found}${word.slice(found.length)}`;
  return begun.length < 6 ? begun : begun.replace(zSound, (_, sound: string, ending: string) => `${sound === "ys" ? "yz" : "iz"}${ending}`);
}

/** The one name that a mistyped one is nearest to: at most a third of its letters away, and no more than 2. Undefined when there is none, or two as near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const bound = Math.min(2, Math.ceil(typed.length / 3));
  const far = bound + 1;
  const distances = names.map((name) => (name.startsWith(typed) && typed.length > 1 ? 0 : spellingDistance(typed, name, bound)));
  const least = Math.min(far, ...distances);
  const first = distances.indexOf(least);
  return least === far || distances.lastIndexOf(least) !== first ? undefined : names[first];
}
