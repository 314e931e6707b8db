// Room: cli. The options of a mock as the command line gives them.
import { CoachError } from "../../domain/errors.ts";
import type { RoundOptions, SessionOptions } from "./practise.ts";

export interface MockOptions extends RoundOptions, Pick<SessionOptions, "timer" | "answers"> {
  readonly pace?: number;
  readonly resume?: boolean;
  readonly new?: boolean;
}

export type MockCall = MockOptions & { readonly what: string | undefined };

/** Throws a CoachError for options that exclude each other. */
export function checkCall({ resume, new: isNew, round }: MockCall): void {
  if (resume !== true) return;
  if (isNew === true) throw new CoachError("--resume and --new exclude each other", { fault: "usage", advice: "Take one of them away." });
  if (round !== undefined)
    throw new CoachError("--round begins a new mock of one round; --resume goes on with one", { fault: "usage", advice: "Take one of them away." });
}
