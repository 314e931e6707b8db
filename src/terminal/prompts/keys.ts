// Room: terminal. Bytes of a terminal to keys: escape sequences, pastes, split reads. Pure but for its own state.

/** What was pressed. `text` is a run of typed characters; a `paste` came between the terminal's paste marks. */
export type Key =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "paste"; readonly text: string }
  | { readonly type: "press"; readonly name: KeyName };

export type KeyName =
  | "enter"
  | "tab"
  | "backspace"
  | "delete"
  | "left"
  | "right"
  | "up"
  | "down"
  | "home"
  | "end"
  | "page-up"
  | "page-down"
  | "word-left"
  | "word-right"
  | "erase-word-left"
  | "erase-word-right"
  | "erase-to-start"
  | "erase-to-end"
  | "undo"
  | "interrupt"
  | "hand-in"
  | "editor"
  | "hint"
  | "skip"
  | "pause"
  | "quit"
  | "suspend"
  | "redraw";

/** Turns chunks of bytes into keys. */
export interface Decoder {
  feed(chunk: Uint8Array): readonly Key[];
  /** What is only half there. */
  waitsFor(): "nothing" | "sequence" | "paste";
  /** The rest will not come: half a sequence is dropped, half a paste is given as it is. */
  flush(): readonly Key[];
}

const controls: Readonly<Record<string, KeyName>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  "\x7f": "backspace",
  "\b": "backspace",
  "\x01": "home",
  "\x05": "end",
  "\x02": "left",
  "\x06": "right",
  "\x0b": "erase-to-end",
  "\x15": "erase-to-start",
  "\x17": "erase-word-left",
  "\x1f": "undo",
  "\x03": "interrupt",
  "\x04": "hand-in",
  "\x18": "editor",
  "\x14": "hint",
  "\x0e": "skip",
  "\x10": "pause",
  "\x11": "quit",
  "\x1a": "suspend",
  "\x0c": "redraw",
};

const escapes: Readonly<Record<string, KeyName>> = {
  "[A": "up",
  "[B": "down",
  "[C": "right",
  "[D": "left",
  "[H": "home",
  "[F": "end",
  OA: "up",
  OB: "down",
  OC: "right",
  OD: "left",
  OH: "home",
  OF: "end",
  OM: "enter",
  "[1~": "home",
  "[7~": "home",
  "[4~": "end",
  "[8~": "end",
  "[3~": "delete",
  "[5~": "page-up",
  "[6~": "page-down",
  "[1;5D": "word-left",
  "[1;3D": "word-left",
  "[1;5C": "word-right",
  "[1;3C": "word-right",
  Od: "word-left",
  Oc: "word-right",
  "[3;5~": "erase-word-right",
  "[1;5H": "home",
  "[1;5F": "end",
  b: "word-left",
  f: "word-right",
  d: "erase-word-right",
  "\x7f": "erase-word-left",
  "\b": "erase-word-left",
  "\r": "enter",
};

const pasteStart = "\x1b[200~";
const pasteEnd = "\x1b[201~";
// CSI, SS3, the string sequences that terminals answer with, Alt and one character.
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const whole = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[\]P^_X](?:(?!\x1b\\|\x07)[^])*(?:\x1b\\|\x07)|[^[O\]P^_X\x1b])/;
// A string sequence that never ends must not swallow what is typed after it.
const longestSequence = 4096;
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const typedRun = /^[^\x00-\x1F\x7F-\x9F]+/;

/** Starts a decoder. */
export function createDecoder(): Decoder {
  const utf8 = new TextDecoder("utf-8");
  let rest = "";
  let paste: string[] | undefined;

  function decode(): readonly Key[] {
    const keys: Key[] = [];
    while (rest !== "") {
      const step = paste === undefined ? readKey(rest) : readPaste(rest, paste);
      if (step === undefined) break;
      rest = rest.slice(step.length);
      if (step.paste === "starts") paste = [];
      if (step.paste === "ended") paste = undefined;
      if (step.key !== undefined) keys.push(step.key);
    }
    return keys;
  }

  return {
    feed(chunk) {
      rest += utf8.decode(chunk, { stream: true });
      return decode();
    },
    waitsFor: () => (paste !== undefined ? "paste" : rest === "" ? "nothing" : "sequence"),
    flush() {
      const keys: readonly Key[] = paste === undefined ? [] : [{ type: "paste", text: paste.join("") + rest }];
      paste = undefined;
      rest = "";
      return keys;
    },
  };
}

interface Step {
  readonly length: number;
  readonly key?: Key;
  readonly paste?: "starts" | "ended";
}

/** Reads one key off the front; undefined when more bytes are needed to tell. */
function readKey(text: string): Step | undefined {
  if (text[0] === "\x1b") return readEscape(text);
  const run = typedRun.exec(text)?.[0];
  if (run !== undefined) return { length: run.length, key: { type: "text", text: run } };
  const name = controls[text[0] ?? ""];
  if (name === undefined) return { length: 1 };
  const length = text.startsWith("\r\n") ? 2 : 1;
  return { length, key: { type: "press", name } };
}

function readEscape(text: string): Step | undefined {
  if (text.startsWith(pasteStart)) return { length: pasteStart.length, paste: "starts" };
  const sequence = whole.exec(text)?.[0];
  if (sequence === undefined) return text.startsWith("\x1b\x1b") || text.length > longestSequence ? { length: 1 } : undefined;
  const name = escapes[sequence.slice(1)];
  return name === undefined ? { length: sequence.length } : { length: sequence.length, key: { type: "press", name } };
}

/** Collects a paste; keeps back the last few characters, in which the end mark may have begun. */
function readPaste(text: string, pieces: string[]): Step | undefined {
  const end = text.indexOf(pasteEnd);
  if (end >= 0) {
    pieces.push(text.slice(0, end));
    return { length: end + pasteEnd.length, key: { type: "paste", text: pieces.join("") }, paste: "ended" };
  }
  const safe = text.length - pasteEnd.length;
  if (safe <= 0) return undefined;
  pieces.push(text.slice(0, safe));
  return { length: safe };
}
