import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deckIdFrom, idFrom, isId } from "../../../src/content/ids.ts";

describe("idFrom", () => {
  test.each([
    ["How long is the panel?", "how-long-is-the-panel"],
    ["  «Ångström» & Café  ", "angstrom-cafe"],
    ["50 % more", "50-more"],
    ["如何衡量 AI", "ai"],
    ["如何衡量成功？", "如何衡量成功"],
    ["👩‍💻 !?", ""],
    ["", ""],
    ["a".repeat(100), "a".repeat(60)],
    [`${"a".repeat(59)} b`, "a".repeat(59)],
  ])("%j gives %j", (title, id) => {
    expect(idFrom(title)).toBe(id);
  });

  test("gives an id or nothing for a title in Latin letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (title) => {
        const id = idFrom(title);
        expect(id === "" || isId(id)).toBe(true);
        expect(idFrom(id)).toBe(id);
      }),
    );
  });
});

describe("isId", () => {
  test.each(["a", "a-b", "9-lives", "x".repeat(80)])("%s is one", (id) => {
    expect(isId(id)).toBe(true);
  });

  test.each(["", "-a", "a-", "a--b", "A", "a_b", "a b", "ä", "а", "x".repeat(81), "a\n"])("%j is none", (id) => {
    expect(isId(id)).toBe(false);
  });
});

test("deckIdFrom keeps what is an id and makes ids of the rest", () => {
  expect(deckIdFrom("walmart/ai-pm/panel.md")).toBe("walmart/ai-pm/panel");
  expect(deckIdFrom("My Decks/Panel (2).md")).toBe("my-decks/panel-2");
});
