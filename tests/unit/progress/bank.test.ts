import { describe, expect, test } from "vitest";
import { latestOf, secondsAloud, shortName, storiesNamed } from "../../../src/domain/story.ts";
import { bankOf } from "../../../src/progress/bank.ts";
import { aCorrection, anAttempt, aRemoval, aSplit, aStory, aTag } from "../../support/attempts.ts";

describe("the story bank", () => {
  test("puts the tellings of a story together, each with the score that stands", () => {
    const entries = [
      anAttempt({ id: "a1", score: 0.3 }),
      aStory({ id: "s1", attempt: "a1", title: "Feed" }),
      aStory({ id: "s2", attempt: "gone", title: "Shelf" }),
      anAttempt({ id: "a2", score: 0.4 }),
      aStory({ id: "s3", of: "s1", attempt: "a2", title: "Feed" }),
      aCorrection({ attempt: "a2", score: 0.6 }),
    ];
    expect(bankOf(entries).map(({ id, number, title, versions }) => [id, number, title, versions.map((version) => version.attempt?.score)])).toEqual([
      ["s1", 1, "Feed", [0.3, 0.6]],
      ["s2", 2, "Shelf", [undefined]],
    ]);
  });

  test("keeps a telling whose first one is missing, and those after it", () => {
    const [story] = bankOf([aStory({ id: "s2", of: "lost" }), aStory({ id: "s3", of: "lost" })]);
    expect(story).toMatchObject({ id: "lost", versions: [{ number: 1 }, { number: 2 }] });
    expect(story && latestOf(story)?.story.id).toBe("s3");
  });

  test("shows what its questions test and what the person says, by the last word", () => {
    const shows = (...rest: Parameters<typeof bankOf>[0]): readonly string[] | undefined =>
      bankOf([aStory({ id: "s", competencies: ["ownership"] }), ...rest])[0]?.shows;
    expect(shows(aTag({ story: "s", adds: ["conflict", "ownership"] }))).toEqual(["ownership", "conflict"]);
    expect(shows(aTag({ story: "s", adds: [], removes: ["ownership"] }))).toEqual([]);
    expect(shows(aTag({ story: "s", adds: [], removes: ["ownership"] }), aStory({ of: "s", competencies: ["ownership"] }))).toEqual(["ownership"]);
    expect(shows(aTag({ story: "another" }))).toEqual(["ownership"]);
  });

  test("forgets what was removed, and leaves the others their numbers", () => {
    const told = [aStory({ id: "s1", title: "Feed" }), aStory({ id: "s2", title: "Shelf" }), aTag({ story: "s1", adds: ["conflict"] })];
    expect(bankOf([...told, aRemoval({ story: "s1" }), aRemoval({ story: "another" })])).toMatchObject([{ id: "s2", number: 2 }]);
    const late = bankOf([...told, aRemoval({ story: "s1" }), aStory({ id: "s3", of: "s1", title: "Feed again", competencies: ["ownership"] })]);
    expect(late).toMatchObject([{ id: "s1", number: 1, title: "Feed again", versions: [{ number: 1 }], shows: ["ownership"] }, { number: 2 }]);
  });

  test("parts a telling that was joined wrongly, with what each of both shows", () => {
    const joined = [
      aStory({ id: "s1", title: "Feed", competencies: ["ownership"] }),
      aStory({ id: "s2", of: "s1", title: "Feed", competencies: ["conflict"] }),
      aTag({ story: "s1", adds: ["metrics"] }),
      aStory({ id: "s3", of: "s1", title: "Feed", competencies: [] }),
    ];
    expect(bankOf([...joined, aSplit({ telling: "s2", title: "Shelf" })])).toMatchObject([
      { id: "s1", number: 1, title: "Feed", versions: [{ story: { id: "s1" } }, { story: { id: "s3" } }], shows: ["ownership", "metrics"] },
      { id: "s2", number: 2, title: "Shelf", versions: [{ number: 1 }], shows: ["conflict"] },
    ]);
    expect(bankOf([...joined, aSplit({ telling: "s2" }), aSplit({ telling: "s2" }), aSplit({ telling: "gone" })])).toHaveLength(2);
    expect(bankOf([...joined, aSplit({ telling: "s2" }), aStory({ of: "s2" })])).toMatchObject([{}, { versions: [{}, {}] }]);
  });

  test("is called as its newest version is", () => {
    expect(bankOf([aStory({ id: "s1", title: "Feed" }), aStory({ of: "s1", title: "The feed", attempt: "" })])).toMatchObject([{ title: "The feed" }]);
  });

  test("is empty where nothing was told", () => {
    expect(bankOf([anAttempt()])).toEqual([]);
  });
});

describe("a story's name", () => {
  const bank = bankOf([
    aStory({ id: "s1", title: "The feed that came late" }),
    aStory({ id: "s2", title: "Two teams, one shelf" }),
    aStory({ id: "s3", title: "A late shelf" }),
  ]);
  const named = (name: string): readonly number[] => storiesNamed(bank, name).map(({ number }) => number);

  test.each([
    ["2", [2]],
    ["s3", [3]],
    ["feed", [1]],
    ["The f", [1]],
    ["teams one", [2]],
    ["SHE", [2, 3]],
    ["elf", []],
    ["4", []],
    [" ", []],
  ])("%j means %j", (name, numbers) => {
    expect(named(name)).toEqual(numbers);
  });
});

test("a short name has four words of the title, and more where another story begins so", () => {
  const bank = bankOf(["The feed came late on Friday…", "The feed came late on Monday", "Two teams, one shelf", ""].map((title) => aStory({ title })));
  expect(bank.map((story) => shortName(story, bank))).toEqual(["the-feed-came-late-on-friday", "the-feed-came-late-on-monday", "two-teams-one-shelf", ""]);
});

test("a telling takes as long aloud as its words", () => {
  const parts = { situation: "one two three", task: "", action: " four\nfive ", result: "six seven" };
  expect(secondsAloud({ parts })).toBe(3);
});
