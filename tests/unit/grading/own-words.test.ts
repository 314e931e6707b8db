import { describe, expect, test } from "vitest";
import { drawCase } from "../../../src/domain/case.ts";
import type { Mark } from "../../../src/domain/grade.ts";
import type { OpenQuestion } from "../../../src/domain/question.ts";
import { gradeAnswer } from "../../../src/grading/grade.ts";
import { stretchesNear } from "../../../src/grading/own-words.ts";
import { aQuestion } from "../../support/builders.ts";
import { growthOf } from "../../support/growth.ts";

const question = aQuestion({
  kind: "open",
  prompt: "Empty shelves cost Walmart money. What would you do?",
  keyPoints: [
    {
      id: "metric",
      text: "Names one store metric with a baseline",
      weight: 1,
      part: undefined,
      phrasings: ["on-shelf availability went from 92 to 95 percent", "the out-of-stock rate was 8 percent at the start"],
    },
    {
      id: "partners",
      text: "Names the partners",
      weight: 1,
      part: undefined,
      phrasings: ["together with store operations and merchandising", "I agreed it with the merchants"],
    },
  ],
});

const answer =
  "Associates found eight holes per hundred facings on a usual Monday. The buyers' desk signed my plan before anything moved. Then we rolled. I would write to every supplier and keep a list of who answers late.";

const asked = drawCase(question, 0);
const missed: Mark = { id: "metric", text: "", weight: 1, status: "not-found", strength: 0, evidence: [] };
const near = (text: string, mark = missed) => stretchesNear(asked, { kind: "open", text }, mark);

describe("stretches that may have said a key point", () => {
  test("are whole sentences, the nearest first, without scraps", () => {
    expect(near(answer)).toHaveLength(3);
    expect(near(answer)).not.toContain("Then we rolled.");
    expect(near(`${answer} On the shelf availability went from 90 percent up.`)[0]).toBe("On the shelf availability went from 90 percent up.");
  });

  test("come in parts where somebody speaks without full stops", () => {
    const long = Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ");
    const parts = near(long);
    expect(parts.length).toBeGreaterThan(5);
    for (const stretch of parts) expect(stretch.length).toBeLessThanOrEqual(150);
    expect(parts.join(" ").split(" ").toSorted()).toEqual(long.split(" ").toSorted());
  });

  test("stand in their order where none is nearer, and are none of nothing", () => {
    expect(near(answer, { ...missed, id: "gone" })[0]).toBe("Associates found eight holes per hundred facings on a usual Monday.");
    expect(near("")).toEqual([]);
  });

  test("are weighed by the mark that is asked about", () => {
    const own = "My merchants agreed it with me together on the phone.";
    const texts = [`On-shelf availability was 92 percent in May. ${own}`, `${own} On-shelf availability was 92 percent in May.`];
    for (const text of texts) {
      expect(near(text, { ...missed, id: "partners" })[0]).toBe(own);
      expect(near(text)[0]).toBe("On-shelf availability was 92 percent in May.");
    }
  });

  test("of a rewrite are weighed as those of an open answer", () => {
    const rewrite = aQuestion({ kind: "rewrite", keyPoints: question.keyPoints });
    const body = { kind: "rewrite", text: `${answer} On the shelf availability went from 90 percent up.` } as const;
    expect(stretchesNear(drawCase(rewrite, 0), body, missed)[0]).toBe("On the shelf availability went from 90 percent up.");
  });

  test("have single blanks, wherever a line ended", () => {
    expect(near("On-shelf   availability\n  went up by ten percent.")).toEqual(["On-shelf availability went up by ten percent."]);
  });

  test("are sixty at most, the first ones, from the first twenty thousand letters", () => {
    const many = Array.from({ length: 100 }, (_, index) => `We counted store number ${index + 1} once.`);
    expect(near(many.join(" "))).toHaveLength(60);
    const said = "Associates found eight holes per hundred facings on a usual Monday. ";
    expect(near(`${said.repeat(400)} On-shelf availability went up.`).filter((stretch) => stretch.includes("availability"))).toEqual([]);
  });

  test("may be exactly as long as half a phrasing, and no word makes them longer", () => {
    const [long, rest] = [`${"word ".repeat(29)}words`, "then comes more of it to say"];
    expect(long).toHaveLength(150);
    expect(near(`${long} ${rest}`).toSorted()).toEqual([rest, long]);
    for (const stretch of near("on-shelf/availability/went/up/".repeat(20))) expect(stretch.length).toBeLessThanOrEqual(150);
  });

  test("of a story are weighed in the part that the mark belongs to", () => {
    const sample = aQuestion({ kind: "star" });
    const keyPoints = [
      { id: "outcome", text: "Says what came of it", weight: 1, part: "result", phrasings: ["empty shelves fell from 8 to 5 percent in ten stores"] },
    ];
    const star = aQuestion({ kind: "star", parts: { ...sample.parts, result: { ...sample.parts.result, keyPoints } } });
    const parts = { situation: "Stores lost sales each day. Nobody had looked.", task: "", action: "Empty shelves fell to 5 percent in the end.", result: "" };
    expect(stretchesNear(drawCase(star, 0), { kind: "star", parts }, { ...missed, id: "outcome", part: "result" })[0]).toBe(
      "Empty shelves fell to 5 percent in the end.",
    );
  });

  test.each(["a.\n", "x", "x ", "On-shelf availability went up 7 times. "])("are found in a straight line: %j again and again", (piece) => {
    expect(growthOf(near, piece, { small: 40_000, large: 320_000 })).toBeLessThan(32);
  });
});

test("once its sentence is a phrasing, a key point that was missed is found in the same answer", () => {
  const statusIn = (asked: OpenQuestion) => gradeAnswer(drawCase(asked, 0), { kind: "open", text: answer }).marks.find(({ id }) => id === "metric")?.status;
  expect(statusIn(question)).toBe("not-found");
  const [words = ""] = answer.split(/(?<=\.) /);
  const grown = {
    ...question,
    keyPoints: question.keyPoints.map((point) => (point.id === "metric" ? { ...point, phrasings: [...point.phrasings, words] } : point)),
  };
  expect(statusIn(grown)).toBe("found");
});
