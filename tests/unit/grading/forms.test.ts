// Room: tests. How a short text compares with an accepted form.
import { describe, expect, test } from "vitest";
import { type Likeness, likeness, takeApart } from "../../../src/grading/forms.ts";

const compare = (said: string, form: string): Likeness => likeness(takeApart(said), takeApart(form), { setsUnit: true, prompt: "Which?" });

describe("a form that is a number", () => {
  test.each<readonly [said: string, form: string, found: Likeness]>([
    ["it takes 90 minutes when a store manager joins early", "90 minutes", "same"],
    ["it takes 90 minutes when a store manager joins quite early", "90 minutes", "other"],
    ["90 minutes, then 120 minutes", "90 minutes", "other"],
    ["90 minutes or longer", "90 minutes", "other"],
    ["no idea", "90 minutes", "other"],
    ["90 hours", "90 minutes", "wrong-unit"],
  ])("%j is to it, for %s: %s", (said, form, found) => {
    expect(compare(said, form)).toBe(found);
  });
});

describe("a form with numbers and words", () => {
  test.each<readonly [said: string, form: string, found: Likeness]>([
    ["senior data scientists, 2", "two senior data scientists", "same"],
    ["3 senior data scientists", "two senior data scientists", "other"],
    ["2 junior data analysts", "two senior data scientists", "other"],
    ["senior data scientists", "two senior data scientists", "other"],
    ["2 percent of the revenue", "2 % of revenue", "same"],
    ["2 % of profit", "2 % of revenue", "other"],
    ["2 %", "2 % of revenue", "other"],
    ["about 80/20", "80/20", "same"],
    ["20/80", "80/20", "other"],
    ["80/20 rule", "80/20", "other"],
    ["1 / 1000", "one in a thousand", "same"],
    ["80 % merchant adoption", "merchant adoption", "other"],
  ])("%j is to it, for %s: %s", (said, form, found) => {
    expect(compare(said, form)).toBe(found);
  });
});

describe("a form in words", () => {
  test.each<readonly [said: string, form: string, found: Likeness]>([
    ["the adoption of merchants", "merchant adoption", "same"],
    ["merchant adoption works well", "merchant adoption", "same"],
    ["merchant adoption works very well", "merchant adoption", "other"],
    ["merchant adoption or price", "merchant adoption", "other"],
    ["no merchant adoption", "merchant adoption", "other"],
    ["adopton of merchants", "merchant adoption", "slip"],
    ["adopton, merchent", "merchant adoption", "slip"],
    ["adoption adoption", "merchant adoption", "other"],
    ["recomendaton", "recommendation", "slip"],
    ["invetnroy", "inventory", "slip"],
    ["acurracy", "accuracy", "other"],
    ["stroe", "store", "slip"],
    ["date", "data", "other"],
    ["sha255", "sha256", "other"],
  ])("%j is to it, for %s: %s", (said, form, found) => {
    expect(compare(said, form)).toBe(found);
  });
});

describe("a form of words that mostly stand around an answer", () => {
  test.each<readonly [said: string, form: string, found: Likeness]>([
    ["all", "all", "same"],
    ["all of it", "all", "same"],
    ["it is", "all", "other"],
    ["not all", "all", "other"],
    ["all stores", "all", "other"],
    ["", "all", "other"],
  ])("is met by itself alone: %j is to it, for %s: %s", (said, form, found) => {
    expect(compare(said, form)).toBe(found);
  });
});
