// Room: terminal. The sheet for sorting items into buckets, one at a time. Pure.
import type { Theme } from "../theme.ts";
import { cutText, wrapStyled } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";
import { type Drawing, type Pressed, type Sheet, showAround } from "./sheet.ts";

/** The bucket of each shown item, -1 for none yet; `at` is the item in hand, or their number when all have been seen. */
export interface SortState {
  readonly buckets: readonly number[];
  readonly at: number;
}

interface Sorting {
  readonly items: readonly string[];
  readonly buckets: readonly string[];
}

/** A sheet that shows one item after another; a number key puts it into a bucket, Backspace goes back. */
export function sortSheet(theme: Theme, sorting: Sorting): Sheet<SortState> {
  const count = sorting.buckets.length;
  return {
    first: { buckets: sorting.items.map(() => -1), at: 0 },
    press: (state, key) => pressSort(state, key, count),
    draw: (state, space) => drawSort(theme, sorting, { state, space }),
    isEmpty: (state) => state.buckets.every((bucket) => bucket < 0),
    emptyNotice: "Nothing is sorted yet: press a number.",
    words: () => "",
    gauge: (state) => [`${Math.min(state.at + 1, sorting.items.length)} of ${sorting.items.length}`],
    keys: [
      [`1-${count}`, "put into"],
      ["Enter", "hand in"],
      ["Backspace", "go back"],
    ],
    byLine: {
      opening: sorting.buckets.map((name, index) => `${index + 1}: ${name}`).join("\n"),
      prompt: (state) => `${sorting.items[state.at] ?? ""}\n${state.at + 1} of ${sorting.items.length}, 1 to ${count}: `,
      take: (state, line) => takeNumber(state, line, count),
    },
  };
}

function pressSort(state: SortState, key: Key, count: number): Pressed<SortState> {
  if (key.type === "paste") return { state };
  if (key.type === "text") return { state: [...key.text].reduce((each, character) => put(each, Number(character) - 1, count), state) };
  switch (key.name) {
    case "backspace":
    case "left":
    case "up":
      return { state: { ...state, at: Math.max(state.at - 1, 0) } };
    case "right":
    case "down":
      return { state: { ...state, at: Math.min(state.at + 1, state.buckets.length) } };
    case "enter":
      return pressEnter(state, count);
    default:
      return { state };
  }
}

function takeNumber(state: SortState, line: string, count: number): Pressed<SortState> {
  const next = put(state, Number(line.trim() || "0") - 1, count);
  if (next === state) return { state, notice: `Type a number, 1 to ${count}.` };
  return next.at < next.buckets.length ? { state: next } : { state: next, isDone: true };
}

function put(state: SortState, bucket: number, count: number): SortState {
  if (!Number.isInteger(bucket) || bucket < 0 || bucket >= count || state.at >= state.buckets.length) return state;
  return { buckets: state.buckets.map((each, index) => (index === state.at ? bucket : each)), at: state.at + 1 };
}

function pressEnter(state: SortState, count: number): Pressed<SortState> {
  const next = state.buckets.indexOf(-1);
  if (next < 0) return { state, isDone: true };
  return { state: { ...state, at: next }, notice: `This one has no bucket yet: press 1 to ${count}. Ctrl-D hands in as it is.` };
}

function drawSort(theme: Theme, sorting: Sorting, shown: { readonly state: SortState; readonly space: Size }): Drawing {
  const { state, space } = shown;
  const item = sorting.items[state.at];
  return item === undefined ? drawSorted(theme, sorting, shown) : drawItem(theme, { sorting, item, bucket: state.buckets[state.at] ?? -1 }, space);
}

function drawItem(theme: Theme, held: { readonly sorting: Sorting; readonly item: string; readonly bucket: number }, space: Size): Drawing {
  const item = wrapStyled(held.item, space.columns).map((row) => theme.bold(row));
  const buckets = held.sorting.buckets.map(
    (name, index) => `${index === held.bucket ? ">" : " "} ${theme.accent(String(index + 1))} ${cutText(name, space.columns - 4)}`,
  );
  return { rows: [...item, ...buckets].slice(0, space.rows), cursor: undefined };
}

function drawSorted(theme: Theme, sorting: Sorting, shown: { readonly state: SortState; readonly space: Size }): Drawing {
  const { state, space } = shown;
  const rows = sorting.buckets.flatMap((name, bucket) => {
    const inside = sorting.items.filter((_, index) => state.buckets[index] === bucket);
    return [theme.bold(cutText(name, space.columns)), ...inside.map((item) => cutText(`  ${item}`, space.columns))];
  });
  return { rows: showAround(rows, rows.length, space.rows).rows, cursor: undefined };
}
