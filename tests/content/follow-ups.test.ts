// What a panel presses on in a story must fit whatever story was told: no name, number or person of the model answer.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../..")), (path) => path);
const questions = library.decks.flatMap((deck) => deck.questions);
const stories = questions.filter((question) => question.kind === "star");

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

/** What presumes that something was said: a figure or a choice that is called "yours", unless it is put as a case. */
const presumed =
  /\byour (?:(?:own |clean |mended )?(?:test|trial|pilot|interval|estimate|instrument|graph|index|matrix|pairs|threshold|percentile|payback)\b|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|ninety|hundred|thousand|million)\b|\$?\d)/i;

function presumes(text: string): boolean {
  return presumed.test(text) && !/^(?:"|\([^)]*\) )?(?:say|suppose)\b/i.test(text);
}

// Such a question is asked of those who did not say it.
test("follow-ups on a point that was missed do not speak as if it had been made", () => {
  const tied = questions.flatMap((question) => ("followUps" in question ? question.followUps.map((followUp) => ({ ...followUp, id: question.id })) : []));
  expect(tied.filter(({ missing }) => missing !== undefined).length).toBeGreaterThan(500);
  expect(tied.filter(({ text, missing }) => missing !== undefined && presumes(text)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
});

test("the rule sees figures and choices that are taken for the other's", () => {
  expect(["Your $300,000 is a guess.", "Where does your six percent come from?", "Your interval is 2 to 8. And now?"].map(presumes)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["Say your interval is 2 to 8. And now?", "Which of your reasons did you make up?"].map(presumes)).toEqual([false, false]);
});
