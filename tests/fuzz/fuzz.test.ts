// Every reader with some hundred texts: the bounded part of `npm run fuzz`.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf } from "../support/growth.ts";
import { createChance } from "./chance.ts";
import { cannotAct, problemsStand, readOrRefused, readOrTold, same } from "./claims.ts";
import { readCorpus } from "./corpus.ts";
import { openExploration, shorten, tryOne } from "./explore.ts";
import { mutate, oddities } from "./mutate.ts";
import type { Target } from "./target.ts";
import { openTargets } from "./targets.ts";
import { CoachError } from "../../src/domain/errors.ts";

const targets = await openTargets();
const byName = targets.map((target) => [target.name, target] as const);

describe("every claim holds", () => {
  test.each(byName)("of what was found worth keeping: %s", async (name, target) => {
    expect(readCorpus(name).length).toBeGreaterThan(0);
    for (const text of readCorpus(name)) await target.run(text);
  });

  test.each(byName)("of texts made of its words: %s", async (_, { words, run }) => {
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...oddities) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    );
    const text = fc.tuple(fc.array(piece, { maxLength: 30 }), fc.constantFrom("", " ", "\n")).map(([pieces, between]) => pieces.join(between));
    await fc.assert(
      fc.asyncProperty(text, async (each) => run(each)),
      { numRuns: 60 },
    );
  });

  test.each(byName)("of texts that grew out of others: %s", async (name, { words, run }) => {
    const material = { texts: readCorpus(name), words };
    const text = fc.nat().map((seed) => mutate(material, createChance(seed)));
    await fc.assert(
      fc.asyncProperty(text, async (each) => run(each)),
      { numRuns: 60 },
    );
  });
});

test.each(byName)("%s: time grows with the text in a straight line", (_, { words, run }) => {
  expect(growthOf((text) => void run(text), `${words.join("\n")}\n`, { small: 4_000, large: 64_000 })).toBeLessThan(64);
});

describe("what goes wrong is found", () => {
  /** Needs three right steps: chance alone would find it once in a hundred thousand million texts. */
  function deepTarget(counts: Uint8Array): Target {
    return {
      name: "deep",
      words: ["d", "e", "p"],
      run: (text) => {
        const steps = ["dee", "deep!", "deep!deep!", "deep!deep!ee"];
        const reached = steps.filter((step) => text.includes(step)).length;
        counts[reached] = 1;
        if (reached === steps.length) throw new Error("deep");
      },
    };
  }

  test("behind steps that only texts which got further lead to, and the text is made short", async () => {
    const counts = new Uint8Array(8);
    const target = deepTarget(counts);
    const exploration = await openExploration(target, [], { counts });
    const chance = createChance(3);
    let fault;
    for (let tried = 0; tried < 300_000 && !fault; tried += 1) fault = await tryOne(exploration, chance, { counts, time: () => 0, before: () => undefined });
    expect(fault?.why).toContain("deep");
    expect(fault && (await shorten(target, fault))).toBe("deep!deep!ee");
  });

  test.each([
    ["each time", [0, 1_500, 2_000, 3_001, 4_000, 5_200], "took 1001 ms for"],
    ["but once", [0, 1_500, 2_000, 2_100], undefined],
  ])("where a text takes too long %s", async (_, clock, why) => {
    const slow: Target = { name: "slow", words: ["a"], run: () => undefined };
    const exploration = { target: slow, texts: [""], seen: new Uint8Array(1), tried: 0, spent: 0, slowest: 0 };
    const trial = { counts: new Uint8Array(1), time: () => clock.shift() ?? 0, before: () => undefined };
    const fault = await tryOne(exploration, createChance(1), trial);
    expect(fault?.why.slice(0, 16)).toBe(why);
  });

  test.each(["\u001b", "\u0007", "\u009b", "\u007f", "\u202e", "\u2066", "\u200f", "\ufeff", "\u0000"])("%j in what is shown", (letter) => {
    expect(() => cannotAct(`a${letter}`)).toThrow("acts on a terminal");
  });

  test("a problem that stands outside the text, an error that is not for a person, one without a place, and a value that came back changed", () => {
    const problem = { rule: "r", severity: "error", place: { file: "f", line: 3, column: 1 }, message: "", advice: "" } as const;
    expect(() => problemsStand([problem], "one\ntwo")).toThrow("stands at 3:1 of 2 lines");
    const refuse = (error: Error) => () => {
      throw error;
    };
    expect(() => readOrTold(refuse(new TypeError("x is undefined")))).toThrow(TypeError);
    expect(() => readOrRefused(refuse(new CoachError("no", { fault: "input" })), "")).toThrow("refused without a place");
    expect(readOrTold(refuse(new CoachError("no", { fault: "usage" })))).toBeUndefined();
    expect(() => same({ a: 1 }, { a: 2 }, "changed")).toThrow("changed");
    expect(() => same({ a: 1, b: 2 }, { b: 2, a: 1 }, "changed")).not.toThrow();
  });
});
