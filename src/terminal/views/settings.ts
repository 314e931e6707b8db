// Room: terminal. The settings, each with what it does and where its value comes from. Pure.
import type { Theme } from "../theme.ts";
import { wrapStyled } from "../prompts/cells.ts";

/** One line of `coach config`. */
export interface SettingRow {
  readonly key: string;
  /** Empty when it has no value. */
  readonly value: string;
  readonly from: string;
  readonly about: string;
}

/** Every setting on a line of its own, what it does beneath it. */
export function settingsView(rows: readonly SettingRow[], theme: Theme): string {
  const width = Math.max(...rows.map(({ key }) => key.length));
  const lines = rows.flatMap(({ key, value, from, about }) => {
    const told = `${theme.bold(key.padEnd(width))}  ${value === "" ? "not set" : value}${value === "" ? "" : `  (${from})`}`;
    return [told, ...wrapStyled(about, theme.columns() - 4).map((line) => `    ${theme.dim(line)}`)];
  });
  return `${lines.join("\n")}\n\ncoach config set KEY VALUE changes one.\n`;
}
