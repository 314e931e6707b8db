// Room: cli. Completion: the scripts for three shells, and the words that they ask for.
import type { Command } from "commander";
import { cleanName } from "../../content/clean.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import { ratings } from "../../domain/memory.ts";
import { shortName } from "../../domain/story.ts";
import { companiesIn, namesIn } from "../../practice/select.ts";
import { attemptsOf } from "../../progress/history.ts";
import type { App } from "../app.ts";
import { entriesOf } from "./past.ts";
import { bankIn } from "./stories.ts";

const scripts = {
  bash: `_coach() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(coach __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _coach coach interview-coach
`,
  zsh: `#compdef coach interview-coach
_coach() {
  local -a found
  found=("\${(@f)$(coach __complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
  compadd -- $found
  _files
}
compdef _coach coach interview-coach
`,
  fish: `function __coach_complete
  set -l words (commandline -opc) (commandline -ct)
  coach __complete -- $words[2..-1] 2>/dev/null
end
complete -c coach -f -a '(__coach_complete)'
complete -c interview-coach -f -a '(__coach_complete)'
`,
} as const;

/** Prints the script of a shell. */
export function printScript(app: App, shell: string): void {
  if (!Object.hasOwn(scripts, shell)) throw new CoachError(`there is no completion for "${shell}"`, { fault: "usage", advice: "There is: bash, zsh, fish." });
  app.world.out.write(scripts[shell as keyof typeof scripts]);
}

/** Prints what may stand in place of the last word, a line each. */
export async function complete(app: App, asked: { readonly program: Command; readonly words: readonly string[] }): Promise<void> {
  const last = asked.words.at(-1) ?? "";
  const { command, path } = commandAt(asked.program, asked.words.slice(0, -1));
  const words = last.startsWith("-") ? optionsOf(command) : [...subcommandsOf(command), ...(await namesFor(app, path))];
  const fitting = words.filter((word) => word.startsWith(last));
  if (fitting.length > 0) app.world.out.write(`${fitting.join("\n")}\n`);
}

function commandAt(program: Command, words: readonly string[]): { readonly command: Command; readonly path: string } {
  let command = program;
  const path: string[] = [];
  for (const word of words) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (!next) continue;
    command = next;
    path.push(word);
  }
  return { command, path: path.join(" ") };
}

function optionsOf(command: Command): string[] {
  const long = (each: Command): string[] => each.options.flatMap((option) => (option.long ? [option.long] : []));
  return [...new Set([...long(command), ...(command.parent ? optionsOf(command.parent) : []), "--help"])].sort();
}

function subcommandsOf(command: Command): string[] {
  return command.commands.map((each) => each.name()).filter((name) => !name.startsWith("__"));
}

/** Attempts that completion offers: the latest. */
const mostAttempts = 20;

async function namesFor(app: App, path: string): Promise<readonly string[]> {
  if (path === "rate") return ratings;
  if (path === "explain" || path === "history")
    return attemptsOf(await entriesOf(app))
      .slice(0, mostAttempts)
      .map((attempt) => cleanName(attempt.id));
  if (ofStories.test(path)) {
    const bank = await bankIn(app);
    const competencies = path === "star tag" ? (await app.library()).competencies.map(({ id }) => id) : [];
    return [...bank.map((story) => shortName(story, bank)), ...competencies];
  }
  return namesOf[path]?.(await app.library()) ?? [];
}

/** Commands that take a story of the bank. */
const ofStories = /^star (?:show|tell|edit|split|remove|tag)$/;

type Names = (library: Library) => readonly string[];

const decks: Names = (library) => library.decks.map((deck) => deck.id);
const companies: Names = (library) => companiesIn(library).map((company) => company.id);
const frameworks: Names = (library) => library.frameworks.map((framework) => framework.id);
const questions = (library: Library, kind?: string): readonly string[] =>
  library.decks.flatMap((deck) => deck.questions.filter((question) => kind === undefined || question.kind === kind).map((question) => question.id));

/** Names from the library that a command takes as its argument. */
const namesOf: Readonly<Record<string, Names>> = {
  drill: namesIn,
  rescore: namesIn,
  quiz: companies,
  star: (library) => questions(library, "star"),
  grade: (library) => questions(library),
  facts: (library) => library.facts.map((facts) => facts.id),
  mock: (library) => library.loops.map((loop) => loop.id),
  peer: (library) => library.loops.map((loop) => loop.id),
  "loops show": (library) => library.loops.map((loop) => loop.id),
  "frameworks show": frameworks,
  "frameworks practice": frameworks,
  "decks show": decks,
  "decks list": decks,
  export: () => ["checklist"],
  completion: () => Object.keys(scripts),
};
