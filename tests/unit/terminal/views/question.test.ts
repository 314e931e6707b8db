import { describe, expect, it } from "vitest";
import { questionView } from "../../../../src/terminal/views/question.ts";
import { aCase, aTheme } from "../../../support/builders.ts";

const third = { number: 3, of: 10 };

describe("a question", () => {
  it("says where we are, what is asked, how long and how hard", async () => {
    expect(
      `\n${questionView(
        aCase({
          kind: "open",
          minutes: 8,
          difficulty: 4,
          round: "case-study",
          phases: [
            { name: "clarify", minutes: 2 },
            { name: "plan", minutes: 6 },
          ],
        }),
        third,
        await aTheme(),
      )}`,
    ).toMatchInlineSnapshot(`
      "
      3 of 10 · open question · 8 minutes · hard · Walmart · case study
      Cut empty shelves

      Walmart wants fewer empty shelves. You have eight minutes and a whiteboard: what
      would you build, and how would you know that it paid?

      The clock: clarify 2 minutes, plan 6 minutes.
      "
    `);
  });

  it("numbers its blanks", async () => {
    expect(`\n${questionView(aCase({ kind: "recall" }), third, await aTheme(60))}`).toMatchInlineSnapshot(`
      "
      3 of 10 · recall · 2 minutes · easy · Walmart
      The base of the range

      The guide reports a base from ____(1) to ____(2).
      "
    `);
  });

  it("does not say its title twice", async () => {
    const view = questionView(aCase({ kind: "choice" }), third, await aTheme());
    expect(view.match(/Which sentence/g)).toHaveLength(1);
  });

  it("shows the weak answer that is to be said better", async () => {
    expect(`\n${questionView(aCase({ kind: "rewrite" }), third, await aTheme(40))}`).toMatchInlineSnapshot(`
      "
      3 of 10 · say it better · 2 minutes ·
      easy · Walmart

      Say it so that a merchant cares.

      The weak answer:
      │ Our demand model improved from 88 % to
      │ 94 % accuracy.
      "
    `);
  });

  it("says beforehand when it will not count", async () => {
    expect(questionView(aCase({ kind: "choice", confidence: "unverified" }), third, await aTheme())).toContain("unverified, not counted");
  });
});
