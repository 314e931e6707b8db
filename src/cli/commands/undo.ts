// Room: cli. `coach undo` and `coach rate`: what a person says about their last answer afterwards.
import type { Command } from "commander";
import { ratings } from "../../domain/memory.ts";
import type { Wiring } from "../wiring.ts";
import type { UndoOptions } from "../runs/undo.ts";

export function addUndo(program: Command, wiring: Wiring): void {
  program
    .command("undo")
    .description("Takes back your last answer, or the last rating you gave; again: the one before. Nothing is erased.")
    .option("--redo", "let what was taken back last count again")
    .action(async (options: UndoOptions, self: Command) => {
      const { undo } = await import("../runs/undo.ts");
      await undo(await wiring.app(self), options);
    });
}

export function addRate(program: Command, wiring: Wiring): void {
  program
    .command("rate")
    .description("Rates how well you remembered, where you see it otherwise than the marks: it decides when a question comes up again.")
    .argument("<rating>", `${ratings.join(", ")}`)
    .argument("[attempt]", "the number in coach history, or the id, of an attempt (the last if left out)")
    .action(async (rating: string, attempt: string | undefined, _options: unknown, self: Command) => {
      const { rate } = await import("../runs/rate.ts");
      await rate(await wiring.app(self), rating, attempt);
    });
}
