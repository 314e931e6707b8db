// Room: terminal. The rare menus: first run, and what to do next. The only door of inquirer, which is loaded when one is shown.
import { createInterface } from "node:readline";
import type { TerminalInput, TerminalOutput } from "./prompts/options.ts";
import type { Theme } from "./theme.ts";

export interface MenuOptions {
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly theme: Theme;
}

export interface MenuChoice<T> {
  readonly name: string;
  readonly value: T;
}

/** What a person chose; `left` when they pressed Ctrl-C or closed the input. */
export type Chosen<T> = { readonly value: T } | "left";

/** Lets a person choose one of a list. In plain mode the list is numbered and a number is typed; Enter alone takes the first, or the one at `likely`. */
export async function chooseOne<T>(
  message: string,
  choices: readonly MenuChoice<T>[],
  options: MenuOptions & { readonly likely?: number },
): Promise<Chosen<T>> {
  if (options.theme.plain) return chooseByNumber(message, choices, options);
  return leaving(async () => {
    const { default: inquirer } = await import("inquirer");
    const prompt = inquirer.createPromptModule({ input: options.input as NodeJS.ReadStream, output: options.output });
    const { picked } = await prompt<{ picked: number }>([
      { type: "select", name: "picked", message, choices: choices.map(({ name }, value) => ({ name, value })), default: options.likely ?? 0, pageSize: 12 },
    ]);
    return (choices[picked] as MenuChoice<T>).value;
  });
}

/** Asks for a line of text; `check` gives a complaint or undefined. Enter alone gives an empty text. */
export async function askLine(message: string, check: (text: string) => string | undefined, options: MenuOptions): Promise<Chosen<string>> {
  if (options.theme.plain) return askPlainly(message, check, options);
  return leaving(async () => {
    const { default: inquirer } = await import("inquirer");
    const prompt = inquirer.createPromptModule({ input: options.input as NodeJS.ReadStream, output: options.output });
    const { line } = await prompt<{ line: string }>([{ type: "input", name: "line", message, validate: (text: string) => check(text.trim()) ?? true }]);
    return line.trim();
  });
}

async function leaving<T>(ask: () => Promise<T>): Promise<Chosen<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    // inquirer ends a prompt on Ctrl-C and on a closed input with an error of this name.
    if (error instanceof Error && error.name === "ExitPromptError") return "left";
    throw error;
  }
}

async function chooseByNumber<T>(message: string, choices: readonly MenuChoice<T>[], options: MenuOptions & { readonly likely?: number }): Promise<Chosen<T>> {
  const likely = (options.likely ?? 0) + 1;
  const list = choices.map(({ name }, index) => `  ${index + 1}. ${name}\n`).join("");
  options.output.write(`${message}\n${list}`);
  const check = (text: string): string | undefined => (text === "" || choices[Number(text) - 1] ? undefined : `Type a number from 1 to ${choices.length}.`);
  const chosen = await askPlainly(`Number (Enter for ${likely}):`, check, options);
  if (chosen === "left") return "left";
  return { value: (choices[Number(chosen.value === "" ? likely : chosen.value) - 1] as MenuChoice<T>).value };
}

function askPlainly(message: string, check: (text: string) => string | undefined, options: MenuOptions): Promise<Chosen<string>> {
  const lines = createInterface({ input: options.input, output: options.output, terminal: false });
  const ask = (): void => void options.output.write(`${message} `);
  return new Promise((resolve) => {
    const end = (chosen: Chosen<string>): void => {
      lines.removeAllListeners();
      lines.close();
      resolve(chosen);
    };
    lines.on("line", (line) => {
      const complaint = check(line.trim());
      if (complaint === undefined) end({ value: line.trim() });
      else {
        options.output.write(`${complaint}\n`);
        ask();
      }
    });
    lines.on("SIGINT", () => end("left"));
    lines.on("close", () => end("left"));
    ask();
  });
}
