// Room: cli. `coach export <what>`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { ExportOptions } from "../runs/export.ts";
import { day } from "../values.ts";

export function addExport(program: Command, wiring: Wiring): void {
  program
    .command("export")
    .description("Writes a prep checklist: what to practise from your scores, the loop's playbook, the rounds with dates, what to say and what not.")
    .argument("<what>", "checklist")
    .option("--company <name>", "the company whose loop it is for")
    .option("--role <name>", "the role, where the company has several loops")
    .option("--date <day>", "the interview date (the setting interview-date if left out)", day("--date"))
    .option("--format <format>", "md, html or json (by the file's ending, else md)")
    .option("-o, --output <file>", "the file to write; standard output if left out or -")
    .option("--force", "write over a file that is there")
    .action(async (what: string, options: ExportOptions, self: Command) => {
      const { runExport } = await import("../runs/export.ts");
      await runExport(await wiring.app(self), { ...options, what });
    });
}
