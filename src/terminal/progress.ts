// Room: terminal. Shows that longer work is going on; the only door of ora, which is loaded only then.

export interface ProgressOptions {
  /** Where it is shown: standard error, so that results stay clean. */
  readonly stream: NodeJS.WriteStream;
  /** False: nothing is shown, as without a terminal or with --quiet. */
  readonly isShown: boolean;
  /** True: the text is written once, as a line, and nothing moves. */
  readonly isPlain?: boolean;
}

/** Does some work with a spinner and a line of text beside it, which are gone afterwards. */
export async function whileShowing<T>(text: string, work: () => Promise<T>, options: ProgressOptions): Promise<T> {
  if (!options.isShown) return work();
  // Some windows say that they have no columns, and by those ora would count rows without end.
  if (options.isPlain === true || !options.stream.columns) {
    options.stream.write(`${text}.\n`);
    return work();
  }
  const { default: ora } = await import("ora");
  // Its colour would not obey NO_COLOR.
  const spinner = ora({ text, stream: options.stream, discardStdin: false, color: false }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
