// Room: cli. Options that sessions share.
import type { Command } from "commander";
import { kindList, mostQuestions, wholeNumber } from "../values.ts";

/** Adds those of a drill and a quiz. */
export function practiceOptions(command: Command, usual: { readonly count: number }): Command {
  command
    .option("-n, --count <number>", `how many questions (${usual.count} if left out)`, wholeNumber("--count", { least: 1, most: mostQuestions }))
    .option("--minutes <number>", "only as many as fit these minutes", wholeNumber("--minutes", { least: 1, most: 600 }))
    .option("--kind <kinds>", "only these kinds, split by commas", kindList);
  return sessionOptions(command, "the same seed draws the same questions and numbers");
}

/** Adds those by which earlier answers decide what comes up. */
export function memoryOptions(command: Command): Command {
  return command
    .option("--due", "what you are about to forget, the most urgent first")
    .option("--weak", "what you have answered worst comes first")
    .option("--new", "only questions that you have not answered yet; with --due: in turn with what is due, as many as new-per-evening allows");
}

/** Adds those of every session; `seeded` says what the same seed brings back. */
export function sessionOptions(command: Command, seeded: string): Command {
  seedOption(command, seeded);
  clockOption(command)
    .option("--overtime", "at zero the clock runs on instead of handing in")
    .option("--no-confidence", "do not ask how well it went before the marks")
    .option("--no-judge", "offline marks only, where a judge is set");
  return answersOption(command);
}

/** Adds the seed; `seeded` says what the same one brings back. */
export function seedOption(command: Command, seeded: string): Command {
  return command.option("--seed <number>", seeded, wholeNumber("--seed", { least: 0, most: 4_294_967_295 }));
}

/** Adds the way to be rid of the clock. */
export function clockOption(command: Command): Command {
  return command.option("--no-timer", "no clock; the time taken is still kept");
}

/** Adds the file that answers for a person. */
export function answersOption(command: Command): Command {
  return command.option("--answers <file>", "take the answers from a YAML or JSON file (- for standard input) instead of asking");
}

/** Adds which round of a loop, by its number; `which` says what becomes of the others. */
export function roundOption(command: Command, which: string): Command {
  return command.option("--round <number>", which, wholeNumber("--round", { least: 1, most: 50 }));
}

/** Adds where a result goes, and whether what is there may go; `where` says what goes there. */
export function outputOptions(command: Command, where: string): Command {
  return command.option("-o, --output <file>", where).option("--force", "write over a file that is there");
}
