import { describe, expect, test } from "vitest";
import { rootsOf } from "../../../src/content/find.ts";
import { foreseer, surely } from "../../../src/grading/foreseen.ts";
import { readLibrary } from "../../../src/content/library.ts";
import { aQuestion } from "../../support/builders.ts";

const { library } = readLibrary(rootsOf(process.cwd()), (absolute) => absolute);
const spoken = library.decks.flatMap((deck) => deck.questions).filter(({ kind }) => kind === "open" || kind === "star" || kind === "rewrite");
const find = foreseer(spoken, "walmart/ai-pm");

describe("what was asked", () => {
  test.each([
    ["Tell me about a product you took from raw data all the way to the user where other teams could have blocked you", "walmart/ai-pm/star/across-teams"],
    ["Tell me about a time you took on a problem that was nobody's job", "general/behavioural/star/unowned-problem"],
    ["Roadmap for in-store inventory prediction", "walmart/ai-pm/cases/inventory-roadmap"],
    ["Tell me about a failure of yours", "general/behavioural/star/own-failure"],
  ])("is found in the library by its words: %s", (asked, id) => {
    expect(surely(find(asked))?.question).toBe(id);
  });

  test.each(["How many golf balls fit in a school bus?", "What is the difference between L1 and L2 regularisation?", "Do you like our logo?", "", "???"])(
    "is news where the library has nothing like it: %s",
    (asked) => {
      expect(surely(find(asked))).toBeUndefined();
    },
  );

  test("is offered as at most three questions, those of the same loop before others as like", () => {
    const questions = ["jd/ai-pm", "walmart/ai-pm", "general/x", "general/y"].map((deck) =>
      aQuestion({ kind: "open", id: `${deck}/d/q`, deck: `${deck}/d`, title: "Empty shelves", prompt: "How would you cut empty shelves?" }),
    );
    const found = foreseer(questions, "walmart/ai-pm")("How would you cut empty shelves?");
    expect([found.length, found[0]?.question]).toEqual([3, "walmart/ai-pm/d/q"]);
  });
});
