// What a panel presses on in a story must fit whatever story was told: no name, number or person of the model answer.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../..")), (path) => path);
const stories = library.decks.flatMap((deck) => deck.questions).filter((question) => question.kind === "star");

/** Words that belong to one story: with a capital inside a sentence, with a digit, or he and she. */
function ofOneStory(text: string, prompt: string): readonly string[] {
  const inside = text.replace(/(^|[.?!:"]\s*"?)\p{Lu}/gu, "$1");
  const found = inside.match(/\b\p{Lu}\p{Ll}+|\w*\d\w*|\b(?:he|she|him|her|his|hers)\b/gu) ?? [];
  return found.filter((word) => !prompt.includes(word));
}

test("follow-ups of stories hold nothing of the story that the model answer tells", () => {
  expect(stories.length).toBeGreaterThan(50);
  const found = stories.flatMap(({ id, prompt, followUps }) =>
    followUps.flatMap(({ text }) => ofOneStory(text, prompt).map((word) => `${id}: ${word} in "${text}"`)),
  );
  expect(found).toEqual([]);
});

test("the rule sees names, numbers and persons", () => {
  expect(["What would Priya say?", "Why the 20th?", "What did she say?", "Why? Because you had no time?"].map((text) => ofOneStory(text, "A prompt."))).toEqual(
    [["Priya"], ["20th"], ["she"], []],
  );
});
