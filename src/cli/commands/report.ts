// Room: cli. `coach report`: declared here, held in runs/report.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { ReportOptions } from "../runs/report.ts";
import { day } from "../values.ts";

export function addReport(program: Command, wiring: Wiring): void {
  program
    .command("report")
    .description(
      "Your practice as one page of html with charts, to read or to print: scores over time, by competency, your own view beside the marks, readiness.",
    )
    .option("--company <name>", "only this company")
    .option("--since <day>", "only from this day on", day("--since"))
    .option("--with-answers", "your answers as well; without it none is in the page")
    .option("-o, --output <file>", "the file to write; standard output if left out or -")
    .option("--force", "write over a file that is there")
    .action(async (options: ReportOptions, self: Command) => {
      const { runReport } = await import("../runs/report.ts");
      await runReport(await wiring.app(self), options);
    });
}
