// Room: cli. `coach grade <question> [file]`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { GradeOptions } from "../runs/grade.ts";
import { wholeNumber } from "../values.ts";

export function addGrade(program: Command, wiring: Wiring): void {
  program
    .command("grade")
    .description("Marks an answer from a file or standard input; needs no terminal and keeps nothing unless told to.")
    .argument("<question>", "the id of a question, as `coach decks show` lists it")
    .argument("[file]", "a text file; standard input if left out or -")
    .option("--seed <number>", "the case of a numeric question (0 if left out)", wholeNumber("--seed", { least: 0, most: 4_294_967_295 }))
    .option("--keep", "keep it in your history as an attempt")
    .option("--model", "show the model answer as well")
    .action(async (question: string, file: string | undefined, options: GradeOptions, self: Command) => {
      const { gradeFile } = await import("../runs/grade.ts");
      await gradeFile(await wiring.app(self), { ...options, question, file });
    });
}
