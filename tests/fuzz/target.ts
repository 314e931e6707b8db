// Room: tests. A reader of texts that is tried with millions of them.

/** One reader, or one writer with what reads it back. */
export interface Target {
  /** Also the name of its file in corpus/. */
  readonly name: string;
  /** Words of its format, to make texts from. */
  readonly words: readonly string[];
  /** Reads a text. Throws where a claim does not hold. */
  run(text: string): void | Promise<void>;
}
