// Room: cli. `coach export <what>`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { ExportOptions } from "../runs/export-values.ts";
import { clockTime, day } from "../values.ts";

export function addExport(program: Command, wiring: Wiring): void {
  program
    .command("export")
    .description(
      "Takes out what you may want elsewhere: a prep checklist (md, html, json), your stories on two pages for the day (md, html), questions as cards (anki), the plan (md, json) and as a calendar (ics), your scores (csv, json).",
    )
    .argument("<what>", "checklist, stories, cards, plan, calendar or scores")
    .argument("[which]", "for cards: a company, a loop, a deck, a round, a competency or a question")
    .option("--company <name>", "the company whose loop, plan, cards or scores are meant")
    .option("--role <name>", "the role, where the company has several")
    .option("--date <day>", "for a checklist, a plan or a calendar: the interview date (the setting interview-date if left out)", day("--date"))
    .option("--at <time>", "for a calendar: when an evening begins, as 19:00 (the usual)", clockTime("--at"))
    .option("--since <day>", "for scores: only from this day on", day("--since"))
    .option("--format <format>", "md, html, json, csv, anki or ics (by the file's ending, else the first of those that there are)")
    .option("-o, --output <file>", "the file to write; standard output if left out or -")
    .option("--force", "write over a file that is there")
    .action(async (what: string, which: string | undefined, options: ExportOptions, self: Command) => {
      const { runExport } = await import("../runs/export.ts");
      await runExport(await wiring.app(self), { ...options, what, which });
    });
}
