// Room: terminal. The sheet on which a person corrects the marks of an answer. Pure.
import type { Correction, Mark, Status } from "../../domain/grade.ts";
import type { Rating } from "../../domain/memory.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "../views/markdown.ts";
import { wrapStyled } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";
import { ratingNamed } from "./rating.ts";
import { type Drawing, type Pressed, type Sheet, showAround } from "./sheet.ts";

/** The status of each mark as the person has it now, and how they rate the answer; undefined: as its marks do. */
export interface ChecklistState {
  readonly statuses: readonly Status[];
  readonly at: number;
  readonly rating: Rating | undefined;
  /** What the last line changed, for who hears it line by line. */
  readonly changed: "mark" | "rating" | undefined;
}

/** A sheet of marks, ticked in advance from the grade. */
export function checklistSheet(theme: Theme, marksAsRead: readonly Mark[]): Sheet<ChecklistState> {
  const marks = marksAsRead.map((mark) => ({ ...mark, text: plainText(mark.text) }));
  return {
    first: { statuses: marks.map((mark) => mark.status), at: 0, rating: undefined, changed: undefined },
    press: pressChecklist,
    draw: (state, space) => drawChecklist(theme, marks, { state, space }),
    isEmpty: () => false,
    emptyNotice: "",
    words: () => "",
    gauge: ({ rating }) => ["[x] yes  [~] half  [ ] no", ...(rating === undefined ? [] : [`rated ${rating}`])],
    keys: [
      ["Enter", "agree"],
      ["Space", "yes, half, no"],
      ["Up/Down", "move"],
      ["a h g e", "rate again to easy"],
    ],
    byLine: {
      opening: "A number changes a mark; again, hard, good or easy says how well you remembered; an empty line agrees.",
      prompt: (state) => `${toldOf(marks, state)}\nNumber, or Enter: `,
      take: takeLine,
    },
  };
}

/** All marks at first; then only what was changed. */
function toldOf(marks: readonly Mark[], { statuses, at, rating, changed }: ChecklistState): string {
  if (changed === "rating") return rating === undefined ? "Rated as its marks do." : `Rated ${rating}.`;
  const rows = marks.map((mark, index) => `${index + 1}: ${spoken[statuses[index] ?? mark.status]}: ${mark.text}`);
  return (changed === "mark" ? rows.slice(at, at + 1) : rows).join("\n");
}

/** What differs from the grade, by mark id. */
export function correctionOf(marks: readonly Mark[], state: ChecklistState): Correction {
  const changed = marks.flatMap((mark, index) => {
    const status = state.statuses[index] ?? mark.status;
    return status === mark.status ? [] : [[mark.id, status] as const];
  });
  return Object.fromEntries(changed);
}

// One press ticks what was not found, the commonest correction.
const nextStatus: Readonly<Record<Status, Status>> = { "not-found": "found", found: "partly", partly: "not-found" };
const spoken: Readonly<Record<Status, string>> = { found: "yes", partly: "half", "not-found": "no" };
const boxes: Readonly<Record<Status, string>> = { found: "[x]", partly: "[~]", "not-found": "[ ]" };

function pressChecklist(state: ChecklistState, key: Key): Pressed<ChecklistState> {
  if (key.type === "text") return { state: [...key.text].reduce((each, character) => pressCharacter(each, character), state) };
  if (key.type === "paste") return { state };
  if (key.name === "enter") return { state, isDone: true };
  const by = key.name === "up" ? -1 : key.name === "down" ? 1 : 0;
  return { state: { ...state, at: Math.min(Math.max(state.at + by, 0), state.statuses.length - 1) } };
}

function pressCharacter(state: ChecklistState, character: string): ChecklistState {
  return character === " " ? turn(state) : rate(state, ratingNamed(character));
}

/** The same rating again takes it back. */
function rate(state: ChecklistState, rating: Rating | undefined): ChecklistState {
  return rating === undefined ? state : { ...state, rating: rating === state.rating ? undefined : rating };
}

function takeLine(state: ChecklistState, line: string): Pressed<ChecklistState> {
  if (line.trim() === "") return { state, isDone: true };
  const rating = ratingNamed(line.trim());
  if (rating) return { state: { ...rate(state, rating), changed: "rating" } };
  const at = Number(line.trim()) - 1;
  if (!Number.isInteger(at) || state.statuses[at] === undefined) return { state, notice: `Type a number, 1 to ${state.statuses.length}.` };
  return { state: turn({ ...state, at, changed: "mark" }) };
}

function turn(state: ChecklistState): ChecklistState {
  return { ...state, statuses: state.statuses.map((status, index) => (index === state.at ? nextStatus[status] : status)) };
}

function drawChecklist(theme: Theme, marks: readonly Mark[], shown: { readonly state: ChecklistState; readonly space: Size }): Drawing {
  const { state, space } = shown;
  const rows: string[] = [];
  let atRow = 0;
  marks.forEach((mark, index) => {
    if (index === state.at) atRow = rows.length;
    const lead = `${index === state.at ? ">" : " "} ${boxes[state.statuses[index] ?? mark.status]} `;
    const lines = wrapStyled(mark.text, Math.max(space.columns - lead.length, 8));
    rows.push(...lines.map((line, part) => (part === 0 ? lead : " ".repeat(lead.length)) + line).map((line) => (index === state.at ? theme.bold(line) : line)));
  });
  const seen = showAround(rows, atRow, space.rows);
  return { rows: seen.rows, cursor: { row: atRow - seen.from, before: "" } };
}
