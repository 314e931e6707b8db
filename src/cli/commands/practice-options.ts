// Room: cli. Options that a drill and a quiz share.
import type { Command } from "commander";
import { kindList, mostQuestions, wholeNumber } from "../values.ts";

/** Adds them to a command. */
export function practiceOptions(command: Command, usual: { readonly count: number }): Command {
  return command
    .option("-n, --count <number>", `how many questions (${usual.count} if left out)`, wholeNumber("--count", { least: 1, most: mostQuestions }))
    .option("--minutes <number>", "only as many as fit these minutes", wholeNumber("--minutes", { least: 1, most: 600 }))
    .option("--kind <kinds>", "only these kinds, split by commas", kindList)
    .option("--seed <number>", "the same seed draws the same questions and numbers", wholeNumber("--seed", { least: 0, most: 4_294_967_295 }))
    .option("--no-timer", "no clock; the time taken is still kept")
    .option("--overtime", "at zero the clock runs on instead of handing in")
    .option("--no-confidence", "do not ask how well it went before the marks")
    .option("--no-judge", "offline marks only, where a judge is set")
    .option("--answers <file>", "take the answers from a YAML or JSON file (- for standard input) instead of asking");
}
