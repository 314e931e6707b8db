// docs/commands.md is what the command tree says; `npm run docs` writes it anew.
import type { Command } from "commander";
import { expect, test } from "vitest";
import { allExamples } from "../../src/cli/examples.ts";
import { createProgram } from "../../src/cli/program.ts";
import { realWorld } from "../../src/cli/world.ts";

const program = createProgram(realWorld(""), () => undefined);

function everyCommand(command: Command): Command[] {
  const below = command.commands.filter((each) => !each.name().startsWith("__"));
  return [command, ...below.flatMap(everyCommand)];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

test("docs/commands.md is what the command tree says", async () => {
  const sections = everyCommand(program).map((command) => `## ${nameOf(command)}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`);
  const page = `# Commands\n\nWhat \`--help\` prints, command by command. Made by \`npm run docs\`.\n\n${sections.join("\n")}`;
  await expect(page).toMatchFileSnapshot("../../docs/commands.md");
});

test.each(everyCommand(program).map((command) => [nameOf(command), command] as const))("the help of %s has a description and examples", (name, command) => {
  expect(command.description()).not.toBe("");
  const help = command.helpInformation();
  if (!["coach config path", "coach config edit"].includes(name)) expect(help).toContain("Examples:\n  $ ");
});

test("examples begin with a command that exists", () => {
  const names = new Set(program.commands.map((command) => command.name()));
  for (const example of allExamples) {
    const words = example.slice(example.indexOf("coach")).split(" ");
    if (words.length > 1) expect(names, example).toContain(words[1]);
  }
});
