// The gate against starving: a good answer that is said in an unlucky way never gets less than a stated share. One breach fails, and names the answer.
import { describe, expect, test } from "vitest";
import { breachesOf, inParts, readFixture, type Said, sentencesIn, spread, type Tried, withoutModels } from "../support/gate.ts";
import { inWords } from "../support/in-words.ts";

/** Complete answers, in words that were chosen without sight of the decks' phrasings. */
const styles = ["terse", "no-signal-words", "non-native", "other-order", "numbers-in-words"];
/** None of them is "not yet", and nine in ten of each style get more than half. */
const leastOfAny = 0.4;
const leastOfMost = 0.5;
const written = readFixture("never-starve.jsonl");

/** Model answers, changed by a rule that leaves what they say. */
function modelsBy(name: string, change: (text: string) => string, of = spread(withoutModels, 80)): readonly Tried[] {
  return of.map(({ question, model }) => ({
    name,
    question,
    said: question.kind === "star" ? changeParts(inParts(model), change) : change(model),
  }));
}

function changeParts(parts: Exclude<Said, string>, change: (text: string) => string): Said {
  return { situation: change(parts.situation), task: change(parts.task), action: change(parts.action), result: change(parts.result) };
}

const connectives =
  /\b(?:because|since|therefore|however|firstly|first|secondly|second|then|also|so that|so|finally|for example|although|but|and|while|instead|too)\b,? ?/gi;
const articles = /\b(?:a|an|the) /gi;
const auxiliaries = /\b(?:is|was|are|were|be|been|have|has|had|would|will|do|did|does) /gi;

/** Names, answers, and the least that any of them may get. */
const changes: readonly (readonly [string, number, readonly Tried[]])[] = [
  ["as it is, of every question", 0.85, modelsBy("as it is", (text) => text, withoutModels)],
  ["with its sentences in another order", 0.75, modelsBy("other order", (text) => sentencesIn(text).toReversed().join(" "))],
  ["with its numbers in words", 0.75, modelsBy("numbers in words", inWords)],
  ["without signal words", 0.75, modelsBy("no signal words", (text) => text.replace(connectives, ""))],
  ["without articles", 0.75, modelsBy("no articles", (text) => text.replace(articles, ""))],
  [
    "without articles and auxiliaries, in notes",
    0.7,
    modelsBy("notes", (text) =>
      sentencesIn(text.replace(articles, "").replace(auxiliaries, ""))
        .map((line) => `- ${line}`)
        .join("\n"),
    ),
  ],
  ["in small letters without stops", 0.7, modelsBy("no stops", (text) => text.toLowerCase().replace(/[.,;:!?](?=\s|$)/g, ""))],
  ["with British spelling and plain quotes", 0.75, modelsBy("British", (text) => text.replaceAll("ize", "ise").replaceAll("’", "'"))],
];

describe("never starve", () => {
  test("at least 150 answers go to this gate, 150 of them written or nearly", () => {
    expect(written.length).toBeGreaterThanOrEqual(140);
    expect(new Set(written.map(({ style }) => style))).toEqual(new Set(styles));
    expect(written.length + changes.reduce((sum, [, , tried]) => sum + tried.length, 0)).toBeGreaterThanOrEqual(300);
  });

  test.each(styles)("a complete answer that is %s gets at least 0.4, and nine in ten get 0.5", (style) => {
    const tried = written.filter((answer) => answer.style === style);
    expect(breachesOf(tried, (score) => score < leastOfAny)).toEqual([]);
    expect(breachesOf(tried, (score) => score >= leastOfMost).length).toBeGreaterThanOrEqual(tried.length * 0.9);
  });

  test.each(changes)("a model answer %s gets at least %d", (_, least, tried) => {
    expect(breachesOf(tried, (score) => score < least)).toEqual([]);
  });
});
