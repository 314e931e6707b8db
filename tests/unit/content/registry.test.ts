import { describe, expect, test } from "vitest";
import { parseCompetencies, parseFacts, parseSources } from "../../../src/content/registry.ts";
import { fileOf, told } from "../../support/decks.ts";

describe("sources", () => {
  test("are the bullets of their file; text between them is for readers", () => {
    const text =
      "# Sources\n\nWho says what.\n\n- **Guide** `id: GUIDE` `confidence: reported` `date: 2026` `retrieved: 2026-01-02` `url: https://guide.example/a?b=c` — a guide\n  in two lines\n\n## More\n\nWords.\n\n* Page `id: PAGE` `confidence: official`\n";
    const { value, problems } = parseSources(fileOf(text));
    expect(told(problems)).toEqual([]);
    expect(value).toEqual([
      {
        id: "GUIDE",
        title: "Guide",
        confidence: "reported",
        about: "a guide in two lines",
        date: "2026",
        retrieved: "2026-01-02",
        url: "https://guide.example/a?b=c",
      },
      { id: "PAGE", title: "Page", confidence: "official", about: "", date: undefined, retrieved: undefined, url: undefined },
    ]);
  });

  test.each([
    ["no id", "- **A** `confidence: own` — a", ["source-id 1:3"], 0],
    ["no confidence", "- **A** `id: A` — a", ["setting-value 1:3"], 1],
    ["an odd confidence", "- **A** `id: A` `confidence: sure` — a", ["setting-value 1:30"], 1],
    ["an id that stands twice", "- **A** `id: A` `confidence: own`\n- **B** `id: A` `confidence: own`", ["id-duplicate 2:14"], 2],
    ["an odd setting", "- **A** `id: A` `confidence: own` `from: b` — a", ["setting-unknown 1:36"], 1],
  ])("are told of with %s", (_, text, expected, count) => {
    const { value, problems } = parseSources(fileOf(text));
    expect([told(problems), value?.length]).toEqual([expected, count]);
  });

  test("a source of which nobody says how good it is, is unverified", () => {
    expect(parseSources(fileOf("- **A** `id: A`")).value?.[0]?.confidence).toBe("unverified");
  });

  test("bullets in a fenced block are an example", () => {
    expect(parseSources(fileOf("```\n- **A** `id: A` `confidence: own`\n```\n- **B** `id: B` `confidence: own`\n")).value?.map(({ id }) => id)).toEqual(["B"]);
  });
});

describe("competencies", () => {
  test("have an id, a name and what they are about", () => {
    const { value, problems } = parseCompetencies(fileOf("# Competencies\n\n- **Impact** `id: impact` — turns gains into money\n- Judgment\n"));
    expect(told(problems)).toEqual([]);
    expect(value).toEqual([
      { id: "impact", name: "Impact", about: "turns gains into money" },
      { id: "judgment", name: "Judgment", about: "" },
    ]);
  });

  test("are told of with an odd id, or one that stands twice", () => {
    expect(told(parseCompetencies(fileOf("- A `id: A`\n- B `id: b`\n- C `id: b`")).problems)).toEqual(["id-form 1:10", "id-duplicate 3:10"]);
  });

  test("an empty file holds none", () => {
    expect(parseCompetencies(fileOf("")).value).toEqual([]);
  });
});

describe("facts", () => {
  const front = "---\ntitle: About Acme\ncompany: Acme\n---\n\n";
  const read = (body: string, path = "acme/facts.md") => {
    const { value, problems } = parseFacts(fileOf(front + body, path));
    return { value, told: told(problems) };
  };

  test("are claims with their sources, and what conflicts", () => {
    const body =
      "## Rounds\n`id: rounds`\n\nAs told:\n\n- Five. `source: GUIDE-1, PAGE`\n- Six,\n  or so. `source: BLOG`\n\nConflict: both cannot hold;\nask.\n\nTwice.\n- Seven. `source: C`\n";
    expect(read(body)).toMatchObject({
      told: [],
      value: {
        id: "acme",
        company: "Acme",
        title: "About Acme",
        facts: [
          {
            id: "rounds",
            title: "Rounds",
            claims: [
              { text: "Five.", sources: [{ source: "GUIDE", item: "1" }, { source: "PAGE" }] },
              { text: "Six, or so.", sources: [{ source: "BLOG" }] },
              { text: "Seven.", sources: [{ source: "C" }] },
            ],
            conflict: "both cannot hold; ask. Twice.",
          },
        ],
      },
    });
  });

  test("that lie loose are known by the company", () => {
    expect(read("## A\n- b `source: C`", "facts.md").value?.id).toBe("acme");
  });

  test.each([
    ["a claim without a source", "## A\n- b", ["source-missing 7:3"]],
    ["no claim", "## A\nWords.", ["section-empty 6:1"]],
    ["an odd setting", "## A\n`colour: red`\n- b `source: C`", ["setting-unknown 7:2"]],
    ["two facts of one id", "## A\n`id: a`\n- b `source: C`\n## B\n`id: a`\n- b `source: C`", ["id-duplicate 10:6"]],
  ])("are told of with %s", (_, body, expected) => {
    expect(read(body).told).toEqual(expected);
  });

  test("without front matter are none", () => {
    expect(parseFacts(fileOf("## A\n- b `source: C`")).value).toBeUndefined();
  });
});
