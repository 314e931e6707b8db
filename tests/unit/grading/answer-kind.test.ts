// Room: tests. Stories, opinions and self-descriptions told apart.
import { describe, expect, it } from "vitest";
import { answerKindOf, tellAnswerKind } from "../../../src/grading/answer-kind.ts";
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
