import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapes } from "../../../../src/domain/framework.ts";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { frameworkFigure, loopFigure } from "../../../../src/terminal/views/figure.ts";
import { aFramework, aLoop, aTheme } from "../../../support/builders.ts";

const stages = ["Problem definition", "Data feasibility", "Hypothesis sizing", "Controlled experiment", "Scale-up"];
const fields = ["Act on it", "Measure it better", "Park it", "Strike it"];

async function drawn(framework: Parameters<typeof aFramework>[0], columns: number, setting = {}): Promise<string> {
  return `\n${frameworkFigure(aFramework(framework), await aTheme(columns, setting)).join("\n")}\n`;
}

describe("a triangle", () => {
  it("has its three parts at its corners", async () => {
    expect(await drawn({}, 80)).toMatchInlineSnapshot(`
      "
               1 Business metric
                      ╱╲
                     ╱  ╲
                    ╱    ╲
                   ╱      ╲
                  ╱        ╲
                 ╱          ╲
                ╱            ╲
               ╱    Retail    ╲
              ╱     Impact     ╲
             ╱     Triangle     ╲
            ╱────────────────────╲
      2 AI leverage      3 Execution roadmap
      "
    `);
  });

  it("is a triangle still in 40 columns", async () => {
    expect(await drawn({}, 40)).toMatchInlineSnapshot(`
      "
            1 Business metric
                   ╱╲
                  ╱  ╲
                 ╱    ╲
                ╱      ╲
               ╱ Retail ╲
              ╱  Impact  ╲
             ╱  Triangle  ╲
            ╱──────────────╲
      2 AI leverage   3 Execution
                      roadmap
      "
    `);
  });

  it("is drawn in ASCII where the locale knows no more", async () => {
    expect(await drawn({}, 60, { env: { LANG: "C" } })).toMatchInlineSnapshot(`
      "
            1 Business metric
                   /\\
                  /  \\
                 /    \\
                /      \\
               / Retail \\
              /  Impact  \\
             /  Triangle  \\
            /--------------\\
      2 AI leverage   3 Execution roadmap
      "
    `);
  });
});

describe("a cycle", () => {
  it("runs there and back to its first part", async () => {
    expect(await drawn({ shape: "cycle", names: stages }, 80)).toMatchInlineSnapshot(`
      "
      ┌─────────────────────┐     ┌─────────────────────┐     ┌─────────────────────┐
      │ 1 Problem           │     │ 2 Data feasibility  │     │ 3 Hypothesis sizing │
      │ definition          │────→│                     │────→│                     │
      └─────────────────────┘     └─────────────────────┘     └─────────────────────┘
                 ↑                                                       │
                 │                                                       ↓
      ┌─────────────────────┐                                 ┌─────────────────────┐
      │ 5 Scale-up          │                                 │ 4 Controlled        │
      │                     │←────────────────────────────────│ experiment          │
      └─────────────────────┘                                 └─────────────────────┘
      "
    `);
  });

  it("runs down and back up where it is narrow", async () => {
    expect(await drawn({ shape: "cycle", names: stages }, 40)).toMatchInlineSnapshot(`
      "
      ┌─────────────────────────┐
      │ 1 Problem definition    │←─┐
      └─────────────────────────┘  │
                   ↓               │
      ┌─────────────────────────┐  │
      │ 2 Data feasibility      │  │
      └─────────────────────────┘  │
                   ↓               │
      ┌─────────────────────────┐  │
      │ 3 Hypothesis sizing     │  │
      └─────────────────────────┘  │
                   ↓               │
      ┌─────────────────────────┐  │
      │ 4 Controlled experiment │  │
      └─────────────────────────┘  │
                   ↓               │
      ┌─────────────────────────┐  │
      │ 5 Scale-up              │──┘
      └─────────────────────────┘
      "
    `);
  });
});

describe("the other shapes", () => {
  it("a chain leads from part to part", async () => {
    expect(await drawn({ shape: "chain", names: ["Situation", "Task", "Action", "Result"] }, 80)).toMatchInlineSnapshot(`
      "
      ┌──────────────────────────┐     ┌──────────────────────────┐
      │ 1 Situation              │────→│ 2 Task                   │
      └──────────────────────────┘     └──────────────────────────┘
                                                     │
                                                     ↓
      ┌──────────────────────────┐     ┌──────────────────────────┐
      │ 4 Result                 │←────│ 3 Action                 │
      └──────────────────────────┘     └──────────────────────────┘
      "
    `);
  });

  it("tiers widen downwards", async () => {
    expect(await drawn({ shape: "tiers", names: ["Market impact", "Technical feasibility", "Operational robustness"] }, 80)).toMatchInlineSnapshot(`
      "
              ┌──────────────────────────┐
              │     1 Market impact      │
          ┌───┴──────────────────────────┴───┐
          │     2 Technical feasibility      │
      ┌───┴──────────────────────────────────┴───┐
      │         3 Operational robustness         │
      └──────────────────────────────────────────┘
      "
    `);
  });

  it("a matrix has four fields", async () => {
    expect(await drawn({ shape: "matrix", names: fields }, 40)).toMatchInlineSnapshot(`
      "
      ┌──────────────────┬──────────────────┐
      │                  │                  │
      │   1 Act on it    │   2 Measure it   │
      │                  │      better      │
      │                  │                  │
      ├──────────────────┼──────────────────┤
      │                  │                  │
      │    3 Park it     │   4 Strike it    │
      │                  │                  │
      └──────────────────┴──────────────────┘
      "
    `);
  });

  it("a matrix of two parts has them as axes", async () => {
    expect(await drawn({ shape: "matrix", names: ["Bears on the decision", "Can be trusted"] }, 40)).toMatchInlineSnapshot(`
      "
      2 Can be trusted
      ↑
      │
      │
      │
      │
      └────────────────────────→
      1 Bears on the decision
      "
    `);
  });

  it("a screen reader gets lines", async () => {
    expect(await drawn({ shape: "matrix", names: fields }, 80, { plain: true })).toMatchInlineSnapshot(`
      "
      A matrix of four fields:
        1 Act on it
        2 Measure it better
        3 Park it
        4 Strike it
      "
    `);
  });
});

it("boxes close behind wide characters", async () => {
  const rows = frameworkFigure(aFramework({ shape: "chain", names: ["漢字"] }), await aTheme(40));
  expect(new Set(rows.map(textWidth)).size).toBe(1);
});

describe("a loop", () => {
  it("is a path of rounds with minutes and gaps that turns back to the decision", async () => {
    expect(`\n${loopFigure(aLoop(), await aTheme(80)).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      ┌─────────────┐                 ┌─────────────┐                 ┌─────────────┐
      │ 1 Recruiter │ 3 business days │ 2 Hiring    │ 3 business days │ 3 Case      │
      │ screen      │────────────────→│ manager     │────────────────→│ study       │
      │ 30 min      │                 │ 45 min      │                 │ 60 min      │
      └─────────────┘                 └─────────────┘                 └─────────────┘
                                                            3 business days  │
                                                                             ↓
      ┌─────────────┐                 ┌─────────────┐                 ┌─────────────┐
      │ Decision    │                 │ 5 Executive │                 │ 4 Cross-    │
      │ day 21      │                 │ interview   │ 3 business days │ functional  │
      │             │←────────────────│ 45 min      │←────────────────│ panel       │
      │             │                 │             │                 │ 90 min      │
      └─────────────┘                 └─────────────┘                 └─────────────┘
      "
    `);
  });

  it("says where a time is not told, and claims no gap that is not", async () => {
    const loop = aLoop();
    const untold = { ...loop, gap: undefined, rounds: loop.rounds.slice(0, 2).map((round) => ({ ...round, minutes: undefined })) };
    expect(`\n${loopFigure(untold, await aTheme(40)).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      ┌────────────────────┐
      │ 1 Recruiter screen │
      │ time not told      │
      └────────────────────┘
                 ↓
      ┌────────────────────┐
      │ 2 Hiring manager   │
      │ time not told      │
      └────────────────────┘
                 ↓
      ┌────────────────────┐
      │ Decision           │
      │ day 21             │
      └────────────────────┘
      "
    `);
  });
});

it("no figure is wider than its window, whatever its parts are called", async () => {
  const name = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom("漢字漢字漢字漢字", "A rather long name of a part that goes on"));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...shapes), fc.array(name, { maxLength: 9 }), fc.integer({ min: 20, max: 100 }), async (shape, names, columns) => {
      const rows = frameworkFigure(aFramework({ shape, names }), await aTheme(columns));
      expect(Math.max(0, ...rows.map(textWidth))).toBeLessThanOrEqual(columns);
    }),
  );
});
