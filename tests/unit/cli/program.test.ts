import { describe, expect, test } from "vitest";
import { createProgram } from "../../../src/cli/program.ts";
import { realWorld } from "../../../src/cli/world.ts";

const treeFor = (only?: string) => createProgram(realWorld(""), () => undefined, only);
const visible = treeFor().commands.map((command) => command.name());

describe("the tree for one command line", () => {
  test.each(visible.filter((name) => name !== "__complete"))("that begins with %s holds that command as the whole tree does", (name) => {
    const [command, ...others] = treeFor(name).commands.filter((each) => !each.name().startsWith("__"));
    expect(others).toEqual([]);
    expect(command?.name()).toBe(name);
    expect(command?.helpInformation()).toBe(
      treeFor()
        .commands.find((each) => each.name() === name)
        ?.helpInformation(),
    );
  });

  test.each(["--json", "help", "__complete", "qiuz", "constructor", ""])("that begins with %j is the whole", (first) => {
    expect(treeFor(first).commands.map((command) => command.name())).toEqual(visible);
  });
});
