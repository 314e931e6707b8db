import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickKinds } from "../../../src/domain/question.ts";
import { alternate, interleave } from "../../../src/practice/order.ts";
import { aQuestion } from "../../support/builders.ts";

const question = fc.record({ topic: fc.constantFrom("a", "b", "c"), isQuick: fc.boolean() });
const questions = fc
  .array(question, { maxLength: 14 })
  .map((drawn) => drawn.map(({ topic, isQuick }, index) => aQuestion({ kind: isQuick ? "choice" : "open", id: `q${index}`, topic })));

describe("interleaving", () => {
  test("loses and doubles nothing, and keeps the turns where it must", () => {
    fc.assert(
      fc.property(questions, fc.boolean(), (all, keepsTurns) => {
        const mixed = interleave(all, keepsTurns);
        expect(mixed.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        const turns = (list: typeof mixed): readonly boolean[] => list.map(({ kind }) => quickKinds.includes(kind));
        if (keepsTurns) expect(turns(mixed)).toEqual(turns(all));
      }),
      { seed: 5 },
    );
  });

  test("leaves neighbours of one topic only where no other topic is left", () => {
    fc.assert(
      fc.property(questions, (all) => {
        const mixed = interleave(all, false);
        mixed.forEach(({ topic }, index) => {
          if (index > 0 && mixed[index - 1]?.topic === topic) expect(new Set(mixed.slice(index).map((later) => later.topic))).toEqual(new Set([topic]));
        });
      }),
      { seed: 5 },
    );
  });

  test("goes by the deck where a question names no topic", () => {
    const inDecks = ["x/1", "x/2", "y/1"].map((id) => aQuestion({ kind: "choice", id, deck: id[0] ?? "", topic: undefined }));
    expect(interleave(inDecks, false).map(({ id }) => id)).toEqual(["x/1", "y/1", "x/2"]);
  });
});

test("long and quick questions take turns as long as there are both", () => {
  const kinds = ["choice", "choice", "open", "choice"] as const;
  const mixed = alternate(kinds.map((kind, index) => aQuestion({ kind, id: `q${index}` })));
  expect(mixed.map(({ id }) => id)).toEqual(["q2", "q0", "q1", "q3"]);
});
