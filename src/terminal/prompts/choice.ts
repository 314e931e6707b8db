// Room: terminal. The sheet for a choice: letters or arrows pick, Enter hands in. Pure.
import type { Theme } from "../theme.ts";
import { textWidth, wrapStyled } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";
import { type Drawing, type Pressed, type Sheet, showAround } from "./sheet.ts";

/** Which of the shown options are picked, and which one the arrows stand on; -1 before the first key. */
export interface ChoiceState {
  readonly at: number;
  readonly picked: readonly number[];
}

/** The letter of a shown option; past `z` there is none, arrows still reach it. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : " ";
}

/** A sheet of options in the order shown; `right` says how many are to be picked. */
export function choiceSheet(theme: Theme, options: readonly string[], right: number): Sheet<ChoiceState> {
  const isSingle = right === 1;
  return {
    first: { at: -1, picked: [] },
    press: (state, key) => pressChoice(state, key, { count: options.length, isSingle }),
    draw: (state, space) => drawChoice(theme, { options, isSingle }, { state, space }),
    isEmpty: (state) => state.picked.length === 0,
    emptyNotice: isSingle ? "Nothing is picked yet: press a letter, then Enter." : `Nothing is picked yet: pick ${right}, then Enter.`,
    words: () => "",
    gauge: (state) => (isSingle ? [] : [`${state.picked.length} of ${right} picked`]),
    keys: [
      [`a-${letterOf(Math.min(options.length, 26) - 1)}`, isSingle ? "pick" : `pick ${right}`],
      ["Enter", "hand in"],
    ],
    byLine: {
      opening: [
        ...options.map((option, index) => `${letterOf(index)}: ${option}`),
        isSingle ? "Type one letter." : `Type ${right} letters, for example a c.`,
      ].join("\n"),
      prompt: () => (isSingle ? "Your letter: " : "Your letters: "),
      take: (state, line) => ({
        ...pressChoice({ ...state, picked: [] }, { type: "text", text: line.replaceAll(" ", "") }, { count: options.length, isSingle }),
        isDone: true,
      }),
    },
  };
}

interface Choices {
  readonly count: number;
  readonly isSingle: boolean;
}

function pressChoice(state: ChoiceState, key: Key, choices: Choices): Pressed<ChoiceState> {
  if (key.type === "paste") return { state };
  if (key.type === "text") return { state: [...key.text].reduce((each, letter) => pressLetter(each, letter, choices), state) };
  switch (key.name) {
    case "up":
      return { state: goTo(state, state.at < 0 ? choices.count - 1 : state.at - 1, choices) };
    case "down":
      return { state: goTo(state, state.at + 1, choices) };
    case "enter":
      return { state, isDone: true };
    default:
      return { state };
  }
}

function pressLetter(state: ChoiceState, letter: string, choices: Choices): ChoiceState {
  if (letter === " ") return state.at < 0 ? state : pick(state, state.at, choices);
  const index = letter >= "1" && letter <= "9" ? Number(letter) - 1 : letter.toLowerCase().charCodeAt(0) - 97;
  return index >= 0 && index < choices.count ? pick(state, index, choices) : state;
}

function pick(state: ChoiceState, index: number, choices: Choices): ChoiceState {
  if (choices.isSingle) return { at: index, picked: [index] };
  const isPicked = state.picked.includes(index);
  return { at: index, picked: isPicked ? state.picked.filter((each) => each !== index) : [...state.picked, index] };
}

// With one right option the arrows pick as they go: Enter after an arrow is what people press.
function goTo(state: ChoiceState, index: number, choices: Choices): ChoiceState {
  const at = Math.min(Math.max(index, 0), choices.count - 1);
  return choices.isSingle ? { at, picked: [at] } : { ...state, at };
}

function drawChoice(
  theme: Theme,
  list: { readonly options: readonly string[]; readonly isSingle: boolean },
  shown: { readonly state: ChoiceState; readonly space: Size },
): Drawing {
  const { state, space } = shown;
  const rows: string[] = [];
  let atRow = 0;
  list.options.forEach((option, index) => {
    if (index === state.at) atRow = rows.length;
    rows.push(...drawOption(theme, option, { index, state, width: space.columns, isSingle: list.isSingle }));
  });
  const seen = showAround(rows, atRow, space.rows);
  return { rows: seen.rows, cursor: state.at < 0 ? undefined : { row: atRow - seen.from, before: "" } };
}

interface OptionPlace {
  readonly index: number;
  readonly state: ChoiceState;
  readonly width: number;
  readonly isSingle: boolean;
}

function drawOption(theme: Theme, option: string, place: OptionPlace): readonly string[] {
  const isPicked = place.state.picked.includes(place.index);
  const box = place.isSingle ? (isPicked ? "(x)" : "( )") : isPicked ? "[x]" : "[ ]";
  const lead = `${place.index === place.state.at ? ">" : " "} ${box} ${letterOf(place.index)}  `;
  const indent = " ".repeat(textWidth(lead));
  return wrapStyled(option, Math.max(place.width - indent.length, 8)).map((row, line) => {
    const text = (line === 0 ? lead : indent) + row;
    return isPicked ? theme.bold(text) : text;
  });
}
