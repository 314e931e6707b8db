// Room: cli. Exit statuses, and how an error is told.
import { CoachError, type Fault } from "../domain/errors.ts";
import { tellPlace } from "../domain/problem.ts";
import { systemCode, tellSystemFault } from "../domain/system-error.ts";

export const statuses = { done: 0, failed: 1, usage: 2, input: 3, interrupted: 130 } as const;

const statusOfFault = { failure: statuses.failed, usage: statuses.usage, input: statuses.input } as const satisfies Record<Fault, number>;

/** What a person reads about an error, and the status it ends with. Anything that is not a CoachError is a bug, and is told as one. */
export function tellError(error: unknown, env: Readonly<Record<string, string | undefined>>): { readonly text: string; readonly status: number } {
  const trace = env["COACH_DEBUG"] === "1" && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  if (isOfTheSystem(error)) return { text: `coach: ${tellSystem(error)}${trace}\n`, status: statuses.failed };
  if (!(error instanceof CoachError)) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      text: `coach: this should not have happened: ${message}\n  Your answers so far are kept. COACH_DEBUG=1 shows where it happened.${trace}\n`,
      status: statuses.failed,
    };
  }
  const where = error.place ? `${tellPlace(error.place)}: ` : "";
  const advice = error.advice === undefined ? "" : `\n  ${error.advice}`;
  return { text: `coach: ${where}${error.message}${advice}${trace}\n`, status: statusOfFault[error.fault] };
}

/** A call to the system failed where nobody had foreseen it: the disk is at fault, or a file, and the program is not. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && systemCode(error) !== "";
}

function tellSystem(error: NodeJS.ErrnoException): string {
  const { reason, advice } = tellSystemFault(error);
  return `${error.path ?? "A file"} cannot be used: ${reason}.\n  ${advice}`;
}
