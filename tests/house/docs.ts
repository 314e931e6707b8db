// Writes the documents that the code knows best: docs/commands.md. With --check it only says whether they are current.
import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { createProgram } from "../../src/cli/program.ts";
import { realWorld } from "../../src/cli/world.ts";

const file = new URL("../../docs/commands.md", import.meta.url);

/** docs/commands.md as the command tree has it now. */
export function commandsPage(): string {
  const program = createProgram(realWorld(""), () => undefined);
  const sections = everyCommand(program).map((command) => `## ${nameOf(command)}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`);
  return `# Commands\n\nWhat \`--help\` prints, command by command; made by \`npm run docs\`.\n\n${sections.join("\n")}`;
}

function everyCommand(command: Command): Command[] {
  const below = command.commands.filter((each) => !each.name().startsWith("__"));
  return [command, ...below.flatMap(everyCommand)];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

if (process.argv[1]?.endsWith("docs.ts") === true) {
  const page = commandsPage();
  const isCurrent = (() => {
    try {
      return readFileSync(file, "utf8") === page;
    } catch {
      return false;
    }
  })();
  if (!process.argv.includes("--check")) writeFileSync(file, page);
  else if (!isCurrent) {
    process.stderr.write("docs/commands.md is not what the command tree says: run npm run docs\n");
    process.exitCode = 1;
  }
}
