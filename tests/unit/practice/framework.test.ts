import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceFrom } from "../../../src/domain/chance.ts";
import type { FrameworkPrompt } from "../../../src/domain/framework.ts";
import { stepsOf } from "../../../src/practice/framework.ts";
import { aFramework } from "../../support/builders.ts";

const prompts = ["a", "b", "c"].map((id): FrameworkPrompt => ({
  id,
  title: id,
  text: id,
  minutes: 3,
  phrasings: {},
  model: undefined,
  place: { file: "f.md", line: 1, column: 1 },
}));
const framework = aFramework({ id: "f", prompts });

test("recalls, orders, applies; a framework without order or prompts has fewer steps", () => {
  const steps = (of: typeof framework) => stepsOf(of, { asked: [], chance: chanceFrom(1) }).map(({ kind }) => kind);
  expect(steps(framework)).toEqual(["recall", "order", "open"]);
  expect(steps(aFramework({ shape: "matrix", names: ["A", "B", "C", "D"], prompts }))).toEqual(["recall", "open"]);
  expect(steps(aFramework())).toEqual(["recall", "order"]);
});

test("the same seed and history draw the same prompt, and some seed draws another", () => {
  const drawn = (seed: number) => stepsOf(framework, { asked: [], chance: chanceFrom(seed) }).at(-1)?.id;
  expect(drawn(7)).toBe(drawn(7));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => drawn(seed))).size).toBe(3);
});

test("no prompt comes again before all others have come, whatever the seeds", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (seeds) => {
      const asked: string[] = ["frameworks/f/recall", "frameworks/other/apply-a"];
      for (const seed of seeds) asked.push(stepsOf(framework, { asked, chance: chanceFrom(seed) }).at(-1)?.id ?? "");
      const came = asked.slice(2);
      for (const from of [0, 3, 6]) expect(new Set(came.slice(from, from + 3)).size).toBe(3);
    }),
  );
});
