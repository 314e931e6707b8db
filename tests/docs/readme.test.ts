// What README.md and docs/ tell people to run exists, and their links lead to files.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realWorld } from "../../src/cli/world.ts";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";

const home = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(home, "README.md"), "utf8");
const program = createProgram(realWorld(""), () => undefined);
const { library } = readLibrary(rootsOf(home), (absolute) => absolute);
const questions = library.decks.flatMap((deck) => deck.questions.map((question) => question.id));
const companies = library.facts.map((facts) => facts.id);
const names = new Set([
  ...library.decks.map((deck) => deck.id),
  ...library.loops.map((loop) => loop.id),
  ...library.frameworks.map((framework) => framework.id),
  ...questions,
  ...companies,
]);

/** Command lines in sh blocks and in code spans: whole lines, comments taken off. */
function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.split("\n"));
  const spans = [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  const lines = [...blocks, ...spans].map((line) => line.replace(/\s#.*$/, "").trim());
  return lines.filter((line) => /^coach(?:\s|$)/.test(line));
}

/** The command that some words begin with, and the words after its name. */
function resolveCommand(words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } {
  let command: Command = program;
  let at = 0;
  for (; at < words.length; at += 1) {
    const next = command.commands.find((each) => each.name() === words[at] || each.aliases().includes(words[at] ?? ""));
    if (!next) break;
    command = next;
  }
  return { command, rest: words.slice(at) };
}

function optionsOf(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => [option.long ?? "", option.short ?? ""]);
  return command.parent ? [...own, ...optionsOf(command.parent)] : [...own, "--help", "-h"];
}

describe("a command of README.md", () => {
  const commands = commandsIn(readme);

  test("is found at all", () => {
    expect(commands.length).toBeGreaterThan(15);
  });

  test.each(commands)("%s exists, with its options", (line) => {
    const { command, rest } = resolveCommand(line.split(/\s+/).slice(1));
    const options = rest.filter((word) => word.startsWith("-") && word !== "-").map((word) => word.replace(/=.*/, ""));
    for (const option of options) expect(optionsOf(command)).toContain(option);
    const operands = rest.filter((word) => !word.startsWith("-"));
    // A word that is no command of a group, where the group takes no argument, would be refused.
    if (operands.length > 0 && options.length === 0) expect(command.registeredArguments.length, `${command.name()} takes no argument`).toBeGreaterThan(0);
    if (line !== "coach") expect(command).not.toBe(program);
  });

  test.each(
    commands.flatMap((line) =>
      line
        .split(/\s+/)
        .slice(1)
        .filter((word) => /^(?:walmart|jd|general)(?:\/|$)/.test(word))
        .map((word) => [word, line] as const),
    ),
  )("names %s, which exists: %s", (word) => {
    expect(names).toContain(word);
  });

  test("names frameworks that exist", () => {
    const shown = commands.flatMap((line) => /^coach frameworks show (\S+)$/.exec(line)?.[1] ?? []);
    expect(shown.length).toBeGreaterThan(0);
    for (const name of shown) expect(names).toContain(name);
  });
});

const pages = [
  "README.md",
  ...readdirSync(join(home, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test.each(pages)("every relative link of %s leads to a file", (page) => {
  const text = readFileSync(join(home, page), "utf8").replace(/```[\s\S]*?```/g, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((target) => !/^(?:[a-z]+:|#)/.test(target));
  const dead = links.filter((target) => !existsSync(resolve(home, dirname(page), target.replace(/#.*$/, ""))));
  expect(dead).toEqual([]);
});
