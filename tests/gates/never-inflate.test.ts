// The gate against inflation: what says nothing, or nothing of one's own, never gets more than a stated share. One breach fails, and names the answer.
import { describe, expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../src/domain/chance.ts";
import { isFunctionWord } from "../../src/language/common-words.ts";
import { tokensOf } from "../../src/language/tokens.ts";
import { breachesOf, discussed, type Discussed, readFixture, scoreOf, sentencesIn, spread, type Tried } from "../support/gate.ts";

const empty = ["", "   \n", "…", "?!", "-"];
const nothing = [
  "fine",
  "Yes.",
  "ok",
  "I don't know.",
  "no idea, sorry",
  "It depends.",
  "I would do my best.",
  "Good question! Next one please.",
  "asdf asdf jkl",
  "42",
];

const some = spread(discussed, 80);

/** An answer to each of these questions, made by a rule. */
function toEach(name: string, make: (asked: Discussed, index: number) => string | undefined): readonly Tried[] {
  return some.flatMap((asked, index) => {
    const said = make(asked, index);
    return said === undefined ? [] : [{ name, question: asked.question, said }];
  });
}

const contentOf = (text: string): readonly string[] => [...new Set(tokensOf(text).map((token) => token.text))].filter((word) => !isFunctionWord(word));
const shuffled = (words: readonly string[], seed: number): readonly string[] => shuffle(words, chanceFrom(seed));
const wordsOf = (text: string): readonly string[] => text.split(/\s+/);
const longestOf = (texts: readonly string[]): string => texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
const othersOf = ({ question }: Discussed): readonly Discussed[] => discussed.filter((other) => other.question.id !== question.id);

/** The model answer to a question of the same kind from another company that tests other competencies. Stories are left out: one may well answer many questions. */
function strangeTo(asked: Discussed, index: number): string | undefined {
  const { kind, company, competencies } = asked.question;
  const strange = discussed.filter(
    ({ question }) => question.kind === kind && question.company !== company && !question.competencies.some((name) => competencies.includes(name)),
  );
  return kind === "star" ? undefined : strange[index % Math.max(1, strange.length)]?.model;
}

/** Talk that sounds well and says nothing is always "not yet", and nearly always far from more. */
const talk = readFixture("never-inflate.jsonl");

/** Two companies do ask for the same now and then, as for what a false alarm costs: such an answer may get something, but the mean is next to nothing. */
const strange = toEach("another company", strangeTo);

/** Order is told from disorder by likelihood, which misses a note of few words now and then. */
const inDisorder = toEach("shuffled words", ({ model }, index) => shuffled(wordsOf(model), index).join(" "));
const inSentences = toEach("shuffled sentences", ({ model }, index) =>
  sentencesIn(model)
    .map((sentence) => shuffled(wordsOf(sentence), index).join(" "))
    .join(" "),
);

/** Names, answers, and the most that any of them may get. */
const categories: readonly (readonly [string, number, readonly Tried[]])[] = [
  ["empty", 0, empty.flatMap((said) => toEach(JSON.stringify(said), (_, index) => (index % 8 === 0 ? said : undefined)))],
  ["as good as nothing", 0.1, nothing.flatMap((said) => toEach(said, (_, index) => (index % 8 === 1 ? said : undefined)))],
  ["the question", 0.1, toEach("the question", ({ question }) => question.prompt)],
  ["the question and its title, twice", 0.1, toEach("question twice", ({ question }) => `${question.title}. ${question.prompt} ${question.prompt}`)],
  ["key words", 0.2, toEach("key words", ({ model }, index) => shuffled(contentOf(model), index).join(" "))],
  [
    "key words with commas",
    0.2,
    toEach("key words with commas", ({ model }, index) => (index % 2 > 0 ? undefined : shuffled(contentOf(model), index).slice(0, 60).join(", "))),
  ],
  ["the words of key points", 0.4, toEach("words of key points", ({ question }, index) => shuffled(contentOf(textsOf(question)), index).join(" "))],
  ["the model answer", 0.6, toEach("model answer", ({ model }) => model)],
  [
    "the sentences of the model answer backwards",
    0.6,
    toEach("model backwards", ({ model }, index) => (index % 2 > 0 ? undefined : sentencesIn(model).toReversed().join(" "))),
  ],
  ["one sentence again and again", 0.2, toEach("a sentence repeated", ({ model }) => Array.from({ length: 4 }, () => longestOf(sentencesIn(model))).join(" "))],
  ["the model answer three times", 0.2, toEach("model three times", ({ model }, index) => (index % 3 > 0 ? undefined : `${model}\n\n${model}\n\n${model}`))],
  [
    "twelve answers in one",
    0.2,
    toEach("twelve answers", (asked, index) => [asked, ...shuffle(othersOf(asked), chanceFrom(index)).slice(0, 11)].map(({ model }) => model).join("\n\n")),
  ],
  ["another company's answer", 0.7, strange],
  ["fluent but empty", 0.45, talk],
];

function textsOf(question: Discussed["question"]): string {
  const points = question.kind === "star" ? Object.values(question.parts).flatMap((part) => part.keyPoints) : question.keyPoints;
  return points.map((point) => point.text).join(" ");
}

describe("never inflate", () => {
  test("answers to another company's questions get 0.2 on average", () => {
    expect(strange.reduce((sum, tried) => sum + scoreOf(tried), 0) / strange.length).toBeLessThanOrEqual(0.2);
  });

  test("nine in ten answers that are fluent but empty get at most 0.25", () => {
    expect(breachesOf(talk, (score) => score > 0.25).length).toBeLessThanOrEqual(talk.length / 10);
  });

  test.each([
    ["all words shuffled", inDisorder],
    ["words shuffled in their sentences", inSentences],
  ])("%s get at most 0.2, but for one answer in forty", (_, tried) => {
    expect(breachesOf(tried, (score) => score > 0.2).length).toBeLessThanOrEqual(tried.length / 40);
  });

  test("at least 150 answers go to this gate", () => {
    expect(categories.reduce((sum, [, , tried]) => sum + tried.length, 0)).toBeGreaterThanOrEqual(150);
  });

  test.each(categories)("%s gets at most %d", (_, most, tried) => {
    expect(tried.length).toBeGreaterThan(20);
    expect(breachesOf(tried, (score) => score > most)).toEqual([]);
  });
});
