// Room: cli. `coach grade <question> [file]` and `coach grade --batch <file>`.
import { type Command, Option } from "commander";
import { CoachError } from "../../domain/errors.ts";
import type { Wiring } from "../wiring.ts";
import type { GradeOptions } from "../runs/grade.ts";
import { seedOption } from "./practice-options.ts";

export function addGrade(program: Command, wiring: Wiring): void {
  const grade = program
    .command("grade")
    .description("Marks an answer from a file or standard input; needs no terminal and keeps nothing unless told to.")
    .argument("[question]", "the id of a question, as `coach decks show` lists it")
    .argument("[file]", "a text file; standard input if left out or -");
  seedOption(grade, "the case of a numeric question (0 if left out)")
    .option("--keep", "keep it in your history as an attempt")
    .option("--model", "show the model answer as well")
    .option("--no-judge", "offline marks only, where a judge is set")
    .addOption(
      new Option("--batch <file>", "mark a file of answers, one JSON object a line (- for standard input); with --json one object a line comes out").conflicts([
        "seed",
        "keep",
        "model",
      ]),
    )
    .action(async (question: string | undefined, file: string | undefined, options: GradeOptions & { readonly batch?: string }, self: Command) => {
      const app = await wiring.app(self);
      if (options.batch !== undefined) {
        if (question !== undefined) throw new CoachError("--batch takes no question", { fault: "usage", advice: "Each line of the file names its own." });
        const { gradeBatch } = await import("../runs/batch.ts");
        wiring.end(await gradeBatch(app, options.batch));
        return;
      }
      if (question === undefined)
        throw new CoachError("missing required argument 'question'", { fault: "usage", advice: "coach decks show <deck> lists them." });
      const { gradeFile } = await import("../runs/grade.ts");
      await gradeFile(app, { ...options, question, file });
    });
}
