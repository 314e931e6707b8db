// Room: tests. Verdicts that answers open with: held against those of the references, and against nothing else.
import { describe, expect, test } from "vitest";
import { otherVerdict } from "../../../src/grading/verdict.ts";

const isFlagged = (answer: string, ...references: readonly string[]): boolean => otherVerdict(answer, references).length > 0;

describe("the verdict that an answer opens with", () => {
  test.each([
    ["Yes, it will run.", "No. The circuit is open."],
    ["no because it is open", "Yes, as the switch is closed."],
    ["False: both grow.", "True."],
    ["B - it is larger.", "A. The water got hotter faster."],
    ["c because it is black", "(A) - the larger box"],
    ["C since it is black", "A."],
    ["b  - it is larger", "A."],
    ["B", "A. The water got hotter faster."],
  ])("%s is another than that of: %s", (answer, reference) => {
    expect(otherVerdict(answer, [reference])).toEqual([
      expect.objectContaining({ id: "other-verdict", reason: "It opens with another verdict than every right answer.", cap: 0.2 }),
    ]);
  });

  test.each([
    ["Yes, it will run.", "True. The circuit is closed."],
    ["b) the larger", "B. It is larger."],
    ["Nothing happens.", "Yes."],
    ["No", "A. The switch is open."],
    ["A variable holds a value.", "B. A variable."],
    ["A-level lessons", "B. It is larger."],
    ["I think so.", "A."],
    ["It is open.", "No."],
    ["Yes", "The circuit is closed."],
    ["", "No."],
  ])("%s is not held against: %s", (answer, reference) => {
    expect(isFlagged(answer, reference)).toBe(false);
  });

  test("may be that of any reference", () => {
    expect(isFlagged("B.", "A. One", "B. Two")).toBe(false);
    expect(isFlagged("C.", "A. One", "B. Two")).toBe(true);
    expect(isFlagged("C.", "A. One", "Two")).toBe(false);
    expect(isFlagged("C.")).toBe(false);
  });
});
