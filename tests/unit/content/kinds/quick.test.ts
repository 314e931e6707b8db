import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../../src/content/deck.ts";
import { deckText, fileOf, soundQuestion, told } from "../../../support/decks.ts";

function complaints(body: string): readonly string[] {
  return told(parseDeck(fileOf(deckText(`## Q\n\n\`id: q\`\n\n${body}`))).problems);
}

describe("choice", () => {
  test("options with their reasons, in the deck's order", () => {
    const question = soundQuestion("choice", "## Which?\n\n`id: q`\n\nPick one.\n\n- [x] Right — because\n- [ ] Wrong -- not so\n- [ ] Plain");
    expect(question.prompt).toBe("Pick one.");
    expect(question.options).toEqual([
      { text: "Right", isRight: true, reason: "because" },
      { text: "Wrong", isRight: false, reason: "not so" },
      { text: "Plain", isRight: false, reason: undefined },
    ]);
  });

  test("the heading is the prompt when there is no other", () => {
    expect(soundQuestion("choice", "## Which?\n\n`id: q`\n\n- [X] Right\n- [ ] Wrong").prompt).toBe("Which?");
  });

  test("an option goes on in indented lines, also after a blank", () => {
    const { options } = soundQuestion("choice", "## Which?\n\n`id: q`\n\n- [x] Right\n  and long\n\n  and longer — because\n- [ ] Wrong");
    expect(options[0]).toEqual({ text: "Right and long and longer", isRight: true, reason: "because" });
  });

  test("options may be numbered, or marked with stars and pluses", () => {
    expect(soundQuestion("choice", "## Which?\n\n`id: q`\n\n1. [x] Right\n2. [ ] Wrong").options).toHaveLength(2);
    expect(soundQuestion("choice", "## Which?\n\n`id: q`\n\n* [x] Right\n+ [ ] Wrong").options).toHaveLength(2);
  });

  test("forty options are as good as two", () => {
    const options = Array.from({ length: 40 }, (_, index) => `- [${index === 7 ? "x" : " "}] Option ${index}`).join("\n");
    expect(soundQuestion("choice", `## Which?\n\n\`id: q\`\n\n${options}`).options).toHaveLength(40);
  });

  test.each([
    ["none is right", "- [ ] a\n- [ ] b", ["option-right 9:1"]],
    ["none is wrong", "- [x] a\n- [x] b", ["option-wrong 9:1"]],
    ["two are the same but for case and reason", "- [x] a — one\n- [ ] A — two", ["option-repeated 10:7"]],
    ["one is empty", "- [x] a\n- [ ]\n- [ ] b", ["option-empty 10:6"]],
    ["one lacks its box", "- [x] a\n- [ ] b\n- c", ["option-box 11:3"]],
    ["text follows that belongs to none", "- [x] a\n- [ ] b\n\nThat is all.", ["text-stray 12:1"]],
  ])("is refused when %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });
});

describe("recall", () => {
  test("several answers, in any order, each with its forms", () => {
    const question = soundQuestion("recall", "## Name two.\n\n`id: q`\n\nAnswer: price | prices\nAnswer: people");
    expect(question.blanks).toEqual([{ forms: ["price", "prices"] }, { forms: ["people"] }]);
    expect(question.inOrder).toBe(false);
  });

  test("blanks in the prompt, in order", () => {
    const question = soundQuestion("recall", "## The range\n\n`id: q`\n\nFrom {{$130,000 | 130k}} to\n{{$180,000}} a year.");
    expect(question.prompt).toBe("From {{1}} to\n{{2}} a year.");
    expect(question.blanks).toEqual([{ forms: ["$130,000", "130k"] }, { forms: ["$180,000"] }]);
    expect(question.inOrder).toBe(true);
  });

  test("blanks in the heading, which is then shown without them", () => {
    const question = soundQuestion("recall", "## The panel takes {{90 minutes | 1.5 hours}}\n\n`id: q`\n\nWhy: because");
    expect(question).toMatchObject({ title: "The panel takes …", prompt: "The panel takes {{1}}", blanks: [{ forms: ["90 minutes", "1.5 hours"] }] });
  });

  test("blanks with braces before and after them", () => {
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\n{{a}}{{b}} {c} {{d}}").prompt).toBe("{{1}}{{2}} {c} {{3}}");
  });

  test.each([
    ["a form is empty", "Answer: a | | b", ["form-empty 9:9"]],
    ["the answer is empty", "Answer:", ["form-empty 9:8"]],
    ["a blank is empty", "It is {{}} or {{a}}.", ["blank-empty 9:7"]],
    ["a blank is never closed", "It is {{a.", ["blank-empty 5:1"]],
    ["a blank goes over a line's end", "It is {{a\nb}}.", ["blank-empty 5:1"]],
  ])("is refused when %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });
});

describe("order", () => {
  test("items in the right order", () => {
    const question = soundQuestion("order", "## Order\n\n`id: q`\n\nFrom first to last:\n\n1. One\n2. Two\n   goes on\n3) Three");
    expect(question).toMatchObject({ prompt: "From first to last:", items: ["One", "Two goes on", "Three"] });
  });

  test("a numbered list in the prompt of another kind is text", () => {
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\n1. One\n2. Two\n\nAnswer: three").prompt).toBe("1. One\n2. Two");
  });

  test.each([
    ["too few", "1. a\n2. b", ["order-size 9:1"]],
    ["too many", Array.from({ length: 10 }, (_, index) => `${index + 1}. item ${index}`).join("\n"), ["order-size 9:1"]],
    ["one twice", "1. a\n2. b\n3. A", ["item-repeated 11:4"]],
  ])("is refused with %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });
});

describe("sort", () => {
  test("buckets with their items and reasons", () => {
    const question = soundQuestion(
      "sort",
      "## Sort\n\n`id: q`\n\nWhich is which?\n\n### Bucket: Signal\n- Orders — money\n- Margin\n### bucket: Noise\n- Views",
    );
    expect(question.prompt).toBe("Which is which?");
    expect(question.buckets).toEqual([
      {
        name: "Signal",
        items: [
          { text: "Orders", reason: "money" },
          { text: "Margin", reason: undefined },
        ],
      },
      { name: "Noise", items: [{ text: "Views", reason: undefined }] },
    ]);
  });

  test.each([
    ["one bucket", "### Bucket: a\n- b", ["bucket-count 9:1"]],
    ["an empty bucket", "### Bucket: a\n- b\n### Bucket: c", ["section-empty 11:1"]],
    ["an item in two buckets", "### Bucket: a\n- b\n### Bucket: c\n- B", ["item-repeated 12:3"]],
    ["two buckets of one name", "### Bucket: a\n- b\n### Bucket: A\n- c", ["section-repeated 11:1"]],
    ["another section", "### Bucket: a\n- b\n### Bucket: c\n- d\n### Notes\nx", ["section-unknown 13:1"]],
  ])("is refused with %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });
});
