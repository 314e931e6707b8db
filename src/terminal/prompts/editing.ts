// Room: terminal. Keys to changes of a text buffer, for every prompt in which words are typed. Pure.
import type { Key, KeyName } from "./keys.ts";
import { moveRows } from "./layout.ts";
import type { Size } from "./options.ts";
import {
  eraseBackward,
  eraseForward,
  eraseTo,
  insertText,
  moveEnd,
  moveHome,
  moveLeft,
  moveRight,
  moveWordLeft,
  moveWordRight,
  type TextBuffer,
  undo,
} from "./text-buffer.ts";

type Edit = (buffer: TextBuffer, space: Size) => TextBuffer;

const edits: Partial<Record<KeyName, Edit>> = {
  backspace: eraseBackward,
  delete: eraseForward,
  left: moveLeft,
  right: moveRight,
  home: moveHome,
  end: moveEnd,
  "word-left": moveWordLeft,
  "word-right": moveWordRight,
  "erase-word-left": (buffer) => eraseTo(buffer, moveWordLeft(buffer)),
  "erase-word-right": (buffer) => eraseTo(buffer, moveWordRight(buffer)),
  "erase-to-start": (buffer) => eraseTo(buffer, moveHome(buffer)),
  "erase-to-end": (buffer) => eraseTo(buffer, moveEnd(buffer)),
  undo,
  up: (buffer, space) => moveRows(buffer, space.columns, -1),
  down: (buffer, space) => moveRows(buffer, space.columns, 1),
  "page-up": (buffer, space) => moveRows(buffer, space.columns, -space.rows),
  "page-down": (buffer, space) => moveRows(buffer, space.columns, space.rows),
};

/** The buffer after a key; keys that mean nothing to a text change nothing. */
export function editBuffer(buffer: TextBuffer, key: Key, space: Size): TextBuffer {
  if (key.type !== "press") return insertText(buffer, key.text);
  return edits[key.name]?.(buffer, space) ?? buffer;
}
