import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../../src/content/deck.ts";
import { computeFormula } from "../../../../src/domain/formula.ts";
import { deckText, fileOf, soundQuestion, told } from "../../../support/decks.ts";

const sound = "How much is {a} of {b}?\n\nGiven:\n- a = 1 to 2 step 0.5\n- `b` = one of 10, 20\n\nFormula: `a * b`\n\nSteps:\n- {a} × {b} = {= a * b : 1}";

function complaints(body: string, settings = ""): readonly string[] {
  return told(parseDeck(fileOf(deckText(`## Q\n\n\`id: q\`${settings}\n\n${body}`))).problems);
}

describe("numeric", () => {
  test("parameters, formula, unit, tolerance and steps", () => {
    const question = soundQuestion("numeric", `## Q\n\n\`id: q\` \`unit: USD\` \`tolerance: 2.5%\`\n\n${sound}`);
    expect(question).toMatchObject({
      prompt: "How much is {a} of {b}?",
      parameters: [
        { name: "a", from: 1, to: 2, step: 0.5 },
        { name: "b", choices: [10, 20] },
      ],
      unit: "USD",
      tolerance: { by: "share", size: 0.025 },
      steps: ["{a} × {b} = {= a * b : 1}"],
      minutes: 3,
    });
    expect(computeFormula(question.formula, { a: 1.5, b: 20 })).toBe(30);
  });

  test.each([
    ["", { by: "share", size: 0.01 }],
    [" `tolerance: 0`", { by: "amount", size: 0 }],
    [" `tolerance: 5`", { by: "amount", size: 5 }],
    [" `tolerance: 50 %`", { by: "share", size: 0.5 }],
  ])("tolerance%s", (settings, expected) => {
    expect(soundQuestion("numeric", `## Q\n\n\`id: q\`${settings}\n\n${sound}`).tolerance).toEqual(expected);
  });

  test("a formula may stand without backticks and go over lines", () => {
    const question = soundQuestion("numeric", "## Q\n\n`id: q`\n\nHow much is {a}?\n\nGiven:\n- a = one of 2, 3\n\nFormula: a * 10\n  + 1");
    expect(computeFormula(question.formula, { a: 2 })).toBe(21);
  });

  test.each([
    ["nothing drawn", "Formula: `1 + 1`", ["section-missing 5:1"]],
    ["words for a range", "{a}\n\nGiven:\n- a = many\n\nFormula: `a`", ["formula-name 9:2", "parameter-form 12:3", "formula-name 14:11"]],
    ["a range from high to low", "Given:\n- a = 2 to 1 step 1\n\nFormula: `1`", ["parameter-form 10:3"]],
    ["a step of nothing", "Given:\n- a = 1 to 2 step 0\n\nFormula: `1`", ["parameter-form 10:3"]],
    ["a million steps and more", "Given:\n- a = 1 to 2 step 0.0000001\n\nFormula: `1`", ["parameter-form 10:3"]],
    ["a number without end", "Given:\n- a = one of 1, 1e999\n\nFormula: `1`", ["parameter-form 10:3"]],
    ["a list with a hole", "Given:\n- a = one of 1,, 2\n\nFormula: `1`", ["parameter-form 10:3"]],
    ["a name that is drawn twice", "{a}\n\nGiven:\n- a = one of 1, 2\n- a = one of 3, 4\n\nFormula: `a`", ["parameter-repeated 13:3"]],
    ["a name that is not used", "Given:\n- a = one of 1, 2\n\nFormula: `1`", ["parameter-unused 10:3"]],
    ["a name that is not drawn", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a * b`", ["formula-name 14:15"]],
    ["a formula that cannot be read", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a * * 2`", ["formula-form 14:15"]],
    ["an expression of the prompt that cannot be read", "{a} {= a + }\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a`", ["formula-form 9:12"]],
    ["an expression of a step that cannot be read", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a`\n\nSteps:\n- fine\n  {b}", ["formula-name 18:4"]],
    ["two formulas", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a`\nFormula: `a`", ["section-repeated 15:1"]],
    ["text behind Given", "{a}\n\nGiven: a is one of 1, 2\n- a = one of 1, 2\n\nFormula: `a`", ["list-form 11:8"]],
    ["a call of what is no function", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `fetch(a)`", ["formula-form 14:11"]],
    ["access to a property", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a.constructor`", ["formula-form 14:12"]],
    ["an assignment", "{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: `a = 2`", ["formula-form 14:13"]],
    ["a formula of 3,000 characters", `{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: \`a${"+1".repeat(1500)}\``, ["formula-form 14:2011"]],
  ])("is refused with %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });

  test.each(["about 1", "60%", "-1", "1%%"])("a tolerance of %s is refused", (tolerance) => {
    expect(complaints(sound, ` \`tolerance: ${tolerance}\``)).toEqual(["setting-value 7:21"]);
  });
});
