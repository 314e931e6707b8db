// Room: terminal. The sheet for putting items in order: by moving them, or by typing their numbers. Pure.
import type { Theme } from "../theme.ts";
import { wrapStyled } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";
import { type Drawing, type Pressed, type Sheet, showAround } from "./sheet.ts";

/** Numbers of the shown items, from 0, in the order they stand in now. */
export interface OrderState {
  readonly order: readonly number[];
  readonly at: number;
  /** True while the item under the arrows is held and moves with them. */
  readonly isHeld: boolean;
  /** How many items at the top were put there by typing their numbers. */
  readonly typed: number;
  readonly isTouched: boolean;
}

/** A sheet of items in the order shown; each keeps its number wherever it is moved. */
export function orderSheet(theme: Theme, items: readonly string[]): Sheet<OrderState> {
  const sample = items.length >= 3 ? "3 1 2" : "2 1";
  return {
    first: { order: items.map((_, index) => index), at: 0, isHeld: false, typed: 0, isTouched: false },
    press: pressOrder,
    draw: (state, space) => drawOrder(theme, items, { state, space }),
    isEmpty: (state) => !state.isTouched,
    emptyNotice: `Nothing is moved yet: type the numbers in order, for example ${sample}.`,
    words: () => "",
    gauge: (state) => (state.typed > 0 && state.typed < items.length ? [`${state.typed} of ${items.length} typed`] : []),
    keys: [
      [`1-${items.length}`, "in order"],
      ["Enter", "hand in"],
      ["Space", "lift, drop"],
      ["Up/Down", "move"],
    ],
    byLine: {
      opening: items.map((item, index) => `${index + 1}: ${item}`).join("\n"),
      prompt: () => "The numbers in order: ",
      take: takeNumbers,
    },
  };
}

function pressOrder(state: OrderState, key: Key): Pressed<OrderState> {
  if (key.type === "paste" || key.type === "text") return { state: [...key.text].reduce(pressCharacter, state) };
  switch (key.name) {
    case "up":
      return { state: step(state, -1) };
    case "down":
      return { state: step(state, 1) };
    case "backspace":
      return { state: { ...state, typed: Math.max(state.typed - 1, 0) } };
    case "enter":
      return state.isHeld ? { state: { ...state, isHeld: false } } : pressEnter(state);
    default:
      return { state };
  }
}

function takeNumbers(state: OrderState, line: string): Pressed<OrderState> {
  const typed = [...line].reduce(pressCharacter, { ...state, isHeld: false, typed: 0 });
  const missing = typed.order.length - typed.typed;
  return missing === 0 ? { state: typed, isDone: true } : { state: { ...typed, typed: 0 }, notice: `Type all ${typed.order.length} numbers in one line.` };
}

function pressEnter(state: OrderState): Pressed<OrderState> {
  const missing = state.order.length - state.typed;
  if (state.typed === 0 || missing === 0) return { state, isDone: true };
  return { state: { ...state, typed: 0 }, notice: `${missing} without a number stand below, as they were. Enter again hands in.` };
}

function pressCharacter(state: OrderState, character: string): OrderState {
  if (character === " ") return state.typed > 0 ? state : { ...state, isHeld: !state.isHeld };
  const item = Number(character) - 1;
  const isAbove = state.order.indexOf(item) < state.typed;
  if (!Number.isInteger(item) || !state.order.includes(item) || (isAbove && state.typed < state.order.length)) return state;
  return typeNumber(state.typed === state.order.length ? { ...state, typed: 0 } : state, item);
}

function typeNumber(state: OrderState, item: number): OrderState {
  const rest = state.order.filter((each) => each !== item);
  const order = [...rest.slice(0, state.typed), item, ...rest.slice(state.typed)];
  return { order, at: state.typed, isHeld: false, typed: state.typed + 1, isTouched: true };
}

function step(state: OrderState, by: -1 | 1): OrderState {
  const to = state.at + by;
  if (to < 0 || to >= state.order.length) return state;
  if (!state.isHeld) return { ...state, at: to, typed: 0 };
  const order = [...state.order];
  const held = order[state.at] as number;
  order[state.at] = order[to] as number;
  order[to] = held;
  return { order, at: to, isHeld: true, typed: 0, isTouched: true };
}

function drawOrder(theme: Theme, items: readonly string[], shown: { readonly state: OrderState; readonly space: Size }): Drawing {
  const { state, space } = shown;
  const rows: string[] = [];
  let atRow = 0;
  state.order.forEach((item, place) => {
    if (place === state.at) atRow = rows.length;
    const mark = place !== state.at ? " " : state.isHeld ? "*" : ">";
    const lines = wrapStyled(items[item] ?? "", Math.max(space.columns - 6, 8));
    const isStrong = place < state.typed || (place === state.at && state.isHeld);
    rows.push(...lines.map((line, index) => strong(theme, isStrong, index === 0 ? `${mark} ${item + 1}. ${line}` : `     ${line}`)));
  });
  const seen = showAround(rows, atRow, space.rows);
  return { rows: seen.rows, cursor: { row: atRow - seen.from, before: "" } };
}

function strong(theme: Theme, isStrong: boolean, text: string): string {
  return isStrong ? theme.bold(text) : text;
}
