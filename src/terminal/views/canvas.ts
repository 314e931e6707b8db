// Room: terminal. A sheet of cells to draw on. Pure for its user: what is put in comes out as rows.
import { codePointWidth } from "../prompts/cells.ts";

export interface Canvas {
  /** Writes a text from a cell on, over what was there; both count from 0. */
  put(row: number, column: number, text: string): void;
  rows(): readonly string[];
}

/** An empty sheet; it grows as it is written on. */
export function createCanvas(): Canvas {
  const cells: string[][] = [];
  return {
    put(row, column, text) {
      while (cells.length <= row) cells.push([]);
      const line = cells[row] ?? [];
      let at = Math.max(column, 0);
      for (const character of text) {
        while (line.length < at) line.push(" ");
        const width = codePointWidth(character);
        if (width === 0) line[at - 1] = `${line[at - 1] ?? ""}${character}`;
        else line[at] = character;
        // The second half of a wide character is a cell that holds nothing.
        if (width === 2) line[at + 1] = "";
        at += width;
      }
    },
    rows: () => cells.map((line) => line.join("").trimEnd()),
  };
}
