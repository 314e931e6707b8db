import { describe, expect, test } from "vitest";
import { createProgram } from "../../../src/cli/program.ts";
import { realWorld } from "../../../src/cli/world.ts";

const treeFor = (...args: readonly string[]) => createProgram(realWorld(""), () => undefined, args);
const whole = createProgram(realWorld(""), () => undefined);
const visible = whole.commands.map((command) => command.name());

describe("the tree for one command line", () => {
  test.each(visible.filter((name) => name !== "__complete"))("that begins with %s holds that command as the whole tree does", (name) => {
    const [command, ...others] = treeFor(name).commands.filter((each) => !each.name().startsWith("__"));
    expect(others).toEqual([]);
    expect(command?.name()).toBe(name);
    expect(command?.helpInformation()).toBe(whole.commands.find((each) => each.name() === name)?.helpInformation());
  });

  test.each(["help", "__complete", "qiuz", "constructor", ""])("that begins with %j is the whole", (first) => {
    expect(treeFor(first).commands.map((command) => command.name())).toEqual(visible);
  });

  test.each(["--json drill", "--decks drill quiz", "--plain --help", "--plain help stats", "-q -h"])("%s may need any of it", (line) => {
    expect(treeFor(...line.split(" ")).commands.map((command) => command.name())).toEqual(visible);
  });

  test.each(["", "--json", "--decks mine.md --data-dir elsewhere"])("'%s' asks for home, and needs none of it", (line) => {
    expect(treeFor(...line.split(" ").filter((word) => word !== "")).commands).toEqual([]);
  });
});
