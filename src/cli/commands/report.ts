// Room: cli. `coach report`: declared here, held in runs/report.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { ReportOptions } from "../runs/report.ts";
import { day } from "../values.ts";
import { outputOptions } from "./practice-options.ts";

export function addReport(program: Command, wiring: Wiring): void {
  const report = program
    .command("report")
    .description(
      "Your practice as one page of html with charts, to read or to print: scores over time, by competency, your own view beside the marks, readiness.",
    )
    .option("--company <name>", "only this company")
    .option("--since <day>", "only from this day on", day("--since"))
    .option("--with-answers", "your answers as well; without it none is in the page");
  outputOptions(report, "the file to write; standard output if left out or -").action(async (options: ReportOptions, self: Command) => {
    const { runReport } = await import("../runs/report.ts");
    await runReport(await wiring.app(self), options);
  });
}
