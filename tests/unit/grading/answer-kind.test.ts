// Room: tests. Stories, opinions and self-descriptions told apart.
import { describe, expect, it } from "vitest";
import { answerKindOf, asksForStory, tellAnswerKind } from "../../../src/grading/answer-kind.ts";
import { openQuestion, rewriteQuestion, starQuestion } from "./fixtures.ts";
import { goodStory, toldOpen } from "./dimensions/telling.ts";

const kindOf = (text: string) => answerKindOf(toldOpen(text).sentences).kind;

describe("the kind of an answer about the past", () => {
  it("is a story when it tells what happened", () => {
    expect(kindOf(Object.values(goodStory).join(" "))).toBe("story");
    expect(kindOf("Feed broke in March. Traced it to a server clock. Dana changed the export. I think it is important to tell people early.")).toBe("story");
  });

  it("is an opinion when it says what one should do", () => {
    const told = toldOpen("It is important to listen to both sides. You should never decide alone. I would bring everyone to one table.");
    const { kind, evidence } = answerKindOf(told.sentences);
    expect(kind).toBe("opinion");
    expect(evidence).toHaveLength(3);
    expect(told.text.slice(evidence[1]?.start, evidence[1]?.end)).toBe("You should never decide alone.");
  });

  it("is a self-description when it says how one is", () => {
    expect(kindOf("I am a very good listener. I usually talk to people early. My style is calm, and I always keep promises.")).toBe("self-description");
    expect(kindOf("I’m someone who cares. I tend to ask first.")).toBe("self-description");
  });

  it.each([
    ["opinion", "It's key to listen"],
    ["opinion", "It is very important to listen"],
    ["opinion", "I'd listen"],
    ["opinion", "I’d listen"],
    ["opinion", "I think it helps to listen"],
    ["opinion", "I think that people listen"],
    ["self-description", "I'm good at it"],
    ["self-description", "I’m good at it"],
    ["self-description", "I am a listener"],
    ["self-description", "I am an engineer"],
    ["self-description", "I often listen"],
    ["self-description", "I quite often listen"],
    ["self-description", "My style is calm"],
    ["self-description", "My style mostly is calm"],
  ])("is an %s by its words: %s", (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it("is a story from a quarter of its sentences on, and of equals an opinion", () => {
    const talk = "I think it helps. You should listen. It is key.";
    expect([kindOf(`She visited us. ${talk}`), kindOf(`She visited us. ${talk} I'd go.`)]).toEqual(["story", "opinion"]);
    expect(kindOf("I often listen. You should listen.")).toBe("opinion");
  });

  it("takes no short name on -ed for the past", () => {
    expect([kindOf("Ed says it is key to listen."), kindOf("Ned says it is key to listen.")]).toEqual(["opinion", "opinion"]);
  });

  it("is a story in doubt", () => {
    expect(kindOf("")).toBe("story");
    expect(kindOf("Warehouse, night shift, 40,000 dollars a month.")).toBe("story");
    expect(kindOf("So I go to her desk and ask what is wrong. She shows me the slips.")).toBe("story");
  });

  it("takes no word on -ed for the past that tells of none", () => {
    expect(kindOf("I would say you need speed. I am based on trust, indeed. I always succeed.")).not.toBe("story");
  });

  it("has a name to be told by", () => {
    expect((["story", "opinion", "self-description"] as const).map(tellAnswerKind)).toEqual(["a story", "an opinion", "a description of yourself"]);
  });
});

describe("a story is asked for", () => {
  const asks = (prompt: string) => asksForStory({ ...openQuestion, title: "T", prompt });

  it("by STAR, and by prompts about what the person did", () => {
    expect(asksForStory(starQuestion)).toBe(true);
    for (const prompt of [
      "Tell me about a time you failed.",
      "Describe a system that you've built.",
      "Give me an example of your work.",
      "Give one good example of your work.",
      "Give us one example of your work.",
      "Give a good example of your work.",
      "Give an example of your work.",
      "Describe a system that you’ve built.",
      "Tell me about a project you led.",
      "Have you ever said no?",
      "What was your part in it?",
    ])
      expect(asks(prompt)).toBe(true);
  });

  it("not by prompts about what the person would do", () => {
    for (const prompt of [
      "What would you build?",
      "Describe a metric you would use.",
      "Tell me about precision and recall.",
      "Design a feature; tell us how it fails.",
    ])
      expect(asks(prompt)).toBe(false);
  });

  it("by a weak answer that tells own deeds", () => {
    const from = (weak: string) => asksForStory({ ...rewriteQuestion, weak });
    expect([from("I led it all."), from("I mainly built models."), from("I was hoping for more."), from("We raised accuracy."), from("I love AI.")]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
