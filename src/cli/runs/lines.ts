// Room: cli. Bytes cut into lines, however long the whole is. Pure.
import { isUtf8 } from "node:buffer";

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its end and the blanks around it; empty when it cannot be read. */
  readonly text: string;
  /** Why it cannot be read. */
  readonly fault: string | undefined;
}

export interface LineCutter {
  /** The lines that end in this part. */
  take(part: Buffer): readonly Line[];
  /** The last line, when the file does not end with a line end. */
  end(): readonly Line[];
}

const lineEnd = 0x0a;

/** Cuts the parts of a text into lines. Holds one unfinished line at most, and none of one above `longest` bytes. */
export function createLineCutter(longest: number): LineCutter {
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const hold = (piece: Buffer): void => {
    size += piece.length;
    // A copy: the part is overwritten by the next one.
    if (size > longest) held = [];
    else held.push(Buffer.from(piece));
  };
  const finish = (piece: Buffer): Line => {
    number += 1;
    const isTooLong = size + piece.length > longest;
    const bytes = held.length === 0 ? piece : Buffer.concat([...held, piece]);
    held = [];
    size = 0;
    return isTooLong ? { number, text: "", fault: `the line is longer than ${longest} bytes` } : readLine(bytes, number);
  };
  return {
    take: (part) => {
      const lines: Line[] = [];
      let from = 0;
      for (let at = part.indexOf(lineEnd); at !== -1; at = part.indexOf(lineEnd, from)) {
        lines.push(finish(part.subarray(from, at)));
        from = at + 1;
      }
      if (from < part.length) hold(part.subarray(from));
      return lines;
    },
    end: () => (size === 0 ? [] : [finish(Buffer.alloc(0))]),
  };
}

function readLine(bytes: Buffer, number: number): Line {
  if (!isUtf8(bytes)) return { number, text: "", fault: "the line is not UTF-8" };
  const text = bytes.toString("utf8");
  return { number, text: (number === 1 ? text.replace(/^\ufeff/, "") : text).trim(), fault: undefined };
}
