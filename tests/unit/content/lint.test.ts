import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import { parseLoop } from "../../../src/content/loop.ts";
import { parseFramework } from "../../../src/content/framework.ts";
import { parseFacts } from "../../../src/content/registry.ts";
import { type LintInput, lintLibrary } from "../../../src/content/lint.ts";
import { isBelow } from "../../../src/content/lock.ts";
import { placesIn } from "../../../src/content/places.ts";
import { advice, ruleNames, severityOf } from "../../../src/content/rules.ts";
import type { Library } from "../../../src/domain/library.ts";
import { deckText, fileOf, promptsText } from "../../support/decks.ts";

const question = (id: string, settings = ""): string => `## Question ${id}\n\n\`id: ${id}\`${settings}\n\nAnswer: a\n\n`;

/** Lints some files by their paths, with one source and one competency known. */
function lint(texts: Readonly<Record<string, string>>, locks: LintInput["locks"] = []): readonly string[] {
  const files = Object.entries(texts).map(([path, text]) => ({ ...fileOf(text, path), file: `questions/${path}` }));
  const decks = files.filter(({ path }) => !/loop|framework|facts/.test(path)).map((file) => parseDeck(file));
  const loops = files.filter(({ path }) => path.endsWith("loop.md")).map((file) => parseLoop(file));
  const frameworks = files.filter(({ path }) => path.startsWith("framework")).map((file) => parseFramework(file));
  const facts = files.filter(({ path }) => path.endsWith("facts.md")).map((file) => parseFacts(file));
  const library: Library = {
    decks: decks.flatMap(({ value }) => value ?? []),
    loops: loops.flatMap(({ value }) => value ?? []),
    frameworks: frameworks.flatMap(({ value }) => value ?? []),
    facts: facts.flatMap(({ value }) => value ?? []),
    sources: [{ id: "GUIDE", title: "Guide", confidence: "own", about: "" }],
    competencies: [{ id: "judgment", name: "Judgment", about: "" }],
    problems: [...decks, ...loops, ...frameworks, ...facts].flatMap(({ problems }) => problems),
  };
  return lintLibrary({ library, files: new Map(files.map((file) => [file.file, file])), locks }).map(
    ({ rule, place }) => `${rule} ${place.file}:${place.line}:${place.column}`,
  );
}

const loop = "---\ntitle: L\n---\n\n## Rounds\n### Panel\n- Tests: all\n";

describe("links", () => {
  test("that lead somewhere are fine", () => {
    const deck = deckText(
      question("q", " `source: GUIDE-3` `competencies: judgment` `round: panel` `framework: framework`"),
      "title: T\ncompany: Acme\nsource: GUIDE",
    );
    expect(
      lint({ "acme/pm/deck.md": deck, "acme/pm/loop.md": loop, "framework.md": `---\ntitle: F\n---\n\n## Parts\n1. A\n2. B\n\n${promptsText(["A", "B"])}` }),
    ).toEqual([]);
  });

  test("of a front matter are told of once, however many questions there are", () => {
    const deck = deckText(
      question("a") + question("b") + question("c"),
      "title: nobody, none and lost\nsource: NOBODY\ncompetencies:\n  - judgment\n  - lost\nround: none",
    );
    expect(lint({ "acme/pm/deck.md": deck })).toEqual([
      "link-source questions/acme/pm/deck.md:3:9",
      "link-competency questions/acme/pm/deck.md:6:5",
      "link-round questions/acme/pm/deck.md:7:8",
    ]);
  });

  test("are told of at each place where they stand", () => {
    const deck = deckText(question("a", " `source: NO-1, NO`") + question("b", " `source: GUIDE, NO-1`"));
    expect(lint({ "d.md": deck })).toEqual(["link-source questions/d.md:7:18", "link-source questions/d.md:7:24", "link-source questions/d.md:13:25"]);
  });

  test("a round is one of the loop in the deck's folder", () => {
    const deck = deckText(question("a", " `round: panel`"));
    expect(lint({ "acme/pm/deck.md": deck, "acme/ds/loop.md": loop })).toEqual(["link-round questions/acme/pm/deck.md:7:17"]);
  });

  test("a signal is shown by key points that there are", () => {
    const open =
      "\n## Why?\n\n`id: why`\n\nWhy?\n\n### Key points\n- **A** `id: dollars`\n  - it saves a lot of money\n  - dollars for every store\n  - so much a week\n- **B** `id: other`\n  - in quite another way\n  - something else\n  - the third thing\n\n### Model answer\nMoney.\n";
    const text = `${loop}\n## Signals\n- **S** \`points: dollars 2, gold\` — what it means\n`;
    expect(lint({ "acme/pm/deck.md": `${deckText(question("a"))}${open}`, "acme/pm/loop.md": text })).toEqual(["link-signal questions/acme/pm/loop.md:10:29"]);
  });

  test("who sits in a round presses on key points that there are", () => {
    const open =
      "\n## Why?\n\n`id: why`\n\nWhy?\n\n### Key points\n- **A** `id: dollars`\n  - it saves a lot of money\n  - dollars for every store\n  - so much a week\n- **B** `id: other`\n  - in quite another way\n  - something else\n  - the third thing\n\n### Model answer\nMoney.\n";
    const text = `---\ntitle: L\n---\n\n## Rounds\n### Panel\n\`people: lead\`\n- Tests: all\n- Presses: lead — what it costs \`points: dollars, gold, other\`\n`;
    expect(lint({ "acme/pm/deck.md": `${deckText(question("a"))}${open}`, "acme/pm/loop.md": text })).toEqual(["link-signal questions/acme/pm/loop.md:9:51"]);
  });

  test("to sources are told of wherever a source is named: in loops, frameworks and facts", () => {
    const says = (number: number): string => `\`source: NO-${number}, GUIDE\``;
    const lines = [
      "---",
      "title: L",
      "source: NO-1",
      "---",
      "## Rounds",
      "### Panel",
      says(2),
      "- Tests: all",
      "## Signals",
      `- **S** ${says(3)} — what it means`,
      "## Work",
      `- what it is ${says(4)}`,
      "## Pay",
      `- **Base** ${says(5)} — much`,
      "## Checklist",
      `- A ${says(6)}`,
    ];
    const told = lint({
      "acme/pm/loop.md": `${lines.join("\n")}\n`,
      "framework.md": `---\ntitle: F\nsource: [GUIDE, NO-7]\n---\n\n## Parts\n1. A\n2. B\n\n${promptsText(["A", "B"])}`,
      "acme/facts.md": `---\ntitle: T\ncompany: Acme\n---\n## Money\n- a claim ${says(8)}\n- another \`source: GUIDE\`\n`,
    });
    expect(told).toEqual([
      "link-source questions/acme/facts.md:6:20",
      "link-source questions/acme/pm/loop.md:3:9",
      "link-source questions/acme/pm/loop.md:7:10",
      "link-source questions/acme/pm/loop.md:10:18",
      "link-source questions/acme/pm/loop.md:12:23",
      "link-source questions/acme/pm/loop.md:14:21",
      "link-source questions/acme/pm/loop.md:16:14",
      "link-source questions/framework.md:3:17",
    ]);
  });

  test("are told of in the order of the files, and of the places in each, a line from left to right", () => {
    const lock = [{ file: "questions/ids.lock", folder: "questions", ids: [] }];
    const deck = deckText(question("a", " `source: NO-1` `competencies: lost`"));
    expect(lint({ "b.md": deck, "a.md": deck }, lock)).toEqual(
      ["a", "b"].flatMap((name) => [
        `id-unlocked questions/${name}.md:7:6`,
        `link-source questions/${name}.md:7:18`,
        `link-competency questions/${name}.md:7:39`,
      ]),
    );
  });

  test("that are the same text of two keys are two links", () => {
    const deck = deckText(question("a", " `competencies: none` `framework: none` `round: none`"));
    expect(lint({ "acme/pm/deck.md": deck })).toEqual([
      "link-competency questions/acme/pm/deck.md:7:24",
      "link-framework questions/acme/pm/deck.md:7:42",
      "link-round questions/acme/pm/deck.md:7:56",
    ]);
  });

  const parted = (part: string, framework = "`framework: framework`"): string =>
    deckText(
      `## Q\n\n\`id: q\` ${framework}\n\n### Key points\n- **A** \`part: ${part}\`\n  - a\n  - b\n  - c\n- **B** \`part: second\`\n  - d\n  - e\n  - f\n\n### Model answer\nx\n`,
    );
  const two = `---\ntitle: F\n---\n\n## Parts\n1. **First** \`id: first\`\n2. **Second** \`id: second\`\n\n${promptsText(["First", "Second"])}`;

  test("of key points lead to the parts of the framework that the question names", () => {
    expect(lint({ "d.md": parted("first"), "framework.md": two })).toEqual([]);
    expect(lint({ "d.md": parted("third"), "framework.md": two })).toEqual(["link-part questions/d.md:10:16"]);
    expect(lint({ "d.md": parted("third", "`framework: none`"), "framework.md": two })).toEqual(["link-framework questions/d.md:7:21"]);
    expect(lint({ "d.md": parted("first", ""), "framework.md": two })).toEqual(["link-part questions/d.md:10:16", "link-part questions/d.md:14:16"]);
  });

  test("of a signal lead to key points of a story's parts as well", () => {
    const part = (name: string): string =>
      `### ${name}\n- **${name}** \`id: of-${name.toLowerCase()}\`\n  - ${name} said in one way\n  - ${name} told another time\n  - what ${name} was\n`;
    const star = `## Tell\n\n\`id: tell\`\n\nTell me.\n\n${["Situation", "Task", "Action", "Result"].map(part).join("")}\n### Model answer\nx\n`;
    const signals = `${loop}\n## Signals\n- **S** \`points: of-action 2, of-nothing\` — what it means\n`;
    const told = lint({ "acme/pm/deck.md": deckText(star), "acme/pm/loop.md": signals });
    expect(told.filter((each) => each.includes("loop.md"))).toEqual(["link-signal questions/acme/pm/loop.md:10:31"]);
  });

  test("a practice may be a deck or a question", () => {
    const text = `${loop}\n## Checklist\n- A \`practice: acme/pm/deck\`\n- B \`practice: acme/pm/deck/a\`\n- C \`practice: acme/pm/deck/b\`\n`;
    expect(lint({ "acme/pm/deck.md": deckText(question("a")), "acme/pm/loop.md": text })).toEqual(["link-practice questions/acme/pm/loop.md:12:16"]);
  });
});

describe("ids", () => {
  test("of two decks may not be the same", () => {
    const texts = { "a.md": deckText(question("q"), "title: T\nid: twin"), "b.md": deckText(question("q"), "title: T\nid: twin") };
    expect(lint(texts)).toEqual(["id-duplicate questions/b.md:8:6"]);
  });

  const lock = (ids: readonly string[], folder = "questions") => [{ file: `${folder}/ids.lock`, folder, ids }];

  test("that are noted must stay", () => {
    expect(lint({ "a.md": deckText(question("q")) }, lock(["# comment gone", "", "a/q", "a/gone"].map((line) => (line.startsWith("#") ? "" : line))))).toEqual([
      "id-changed questions/ids.lock:4:1",
    ]);
  });

  test("that are not noted are told of where they stand", () => {
    expect(lint({ "a.md": deckText(question("q")) }, lock([]))).toEqual(["id-unlocked questions/a.md:7:6"]);
  });

  test("of a broken deck are not said to be gone, those of other decks are", () => {
    const texts = { "a.md": deckText(`${question("q")}## Broken\n\n\`id: r\`\n\nWords.\n`), "b.md": "no front matter", "c.md": deckText(question("q")) };
    expect(lint(texts, lock(["a/q", "a/r", "b/q", "c/q", "c/gone"]))).toEqual([
      "kind-missing questions/a.md:11:1",
      "front-matter-missing questions/b.md:1:1",
      "id-changed questions/ids.lock:5:1",
    ]);
  });

  test("of a deck that only a warning was told of, or that is broken elsewhere, are said to be gone", () => {
    const warned = deckText(`${question("q")}## No id\n\nAnswer: a\n`);
    expect(lint({ "a.md": warned }, lock(["a/q", "a/no-id", "a/gone"]))).toEqual(["id-missing questions/a.md:11:1", "id-changed questions/ids.lock:3:1"]);
    const broken = { "x/a.md": "no front matter", "y/a.md": deckText(question("q")) };
    expect(lint(broken, lock(["y/a/gone", "x/a/gone"], "questions/y"))).toEqual([
      "front-matter-missing questions/x/a.md:1:1",
      "id-unlocked questions/y/a.md:7:6",
      "id-changed questions/y/ids.lock:1:1",
      "id-changed questions/y/ids.lock:2:1",
    ]);
  });

  test("of a file that could not be read at all are not said to be gone", () => {
    const unread = (file: string): Library => ({
      decks: [],
      loops: [],
      frameworks: [],
      facts: [],
      sources: [],
      competencies: [],
      problems: [{ rule: "file-encoding", severity: "error", place: { file, line: 1, column: 1 }, message: "", advice: "" }],
    });
    const told = (file: string, folder: string): readonly string[] =>
      lintLibrary({ library: unread(file), files: new Map(), locks: lock(["x/c/one", "x/d/one"], folder) })
        .filter(({ rule }) => rule === "id-changed")
        .map(({ message }) => message);
    for (const [file, folder] of [
      ["questions/x/c.md", "questions"],
      ["x/c.md", ""],
    ] as const)
      expect(told(file, folder)).toEqual(['no question has the id "x/d/one" any more']);
  });

  test("belong to the lock of the folder above them, an empty one being where the person stands", () => {
    expect(["a.md", "x/a.md", "../a.md"].map((file) => isBelow("", file))).toEqual([true, true, true]);
    expect(["/a.md", "/x/a.md", "C:/x/a.md", "d:/a.md"].map((file) => isBelow("", file))).toEqual([false, false, false, false]);
    expect(["x/a.md", "xy/a.md", "y/x/a.md", "x"].map((file) => isBelow("x", file))).toEqual([true, false, false, false]);
  });

  const framework = `---\ntitle: F\n---\n\n## Parts\n1. A\n2. B\n3. C\n\n${promptsText(["A", "B", "C"])}`;
  const made = ["recall", "order", "apply-prompt-1", "apply-prompt-2", "apply-prompt-3"].map((id) => `frameworks/framework/${id}`);

  test("that a framework makes are noted, must stay, and are told of at the prompt where they are new", () => {
    expect(lint({ "framework.md": framework }, lock(made))).toEqual([]);
    expect(lint({ "framework.md": framework }, lock([...made, "frameworks/framework/apply-gone"]))).toEqual(["id-changed questions/ids.lock:6:1"]);
    expect(lint({ "framework.md": framework }, lock(made.slice(0, -1)))).toEqual(["id-unlocked questions/framework.md:57:1"]);
  });

  test("of a broken framework are not said to be gone", () => {
    expect(lint({ "framework.md": "no front matter" }, lock(made))).toEqual(["front-matter-missing questions/framework.md:1:1"]);
    expect(lint({ "framework.md": framework.replace("## Parts", "## Bits") }, lock(made)).filter((problem) => problem.startsWith("id-"))).toEqual([]);
  });

  test("of two frameworks may not be the same", () => {
    const problems = lint({ "framework.md": framework, "framework/b/framework.md": framework });
    expect(problems.filter((problem) => problem.startsWith("id-duplicate"))).toHaveLength(made.length);
  });

  test("are held to the lock of their own folder only", () => {
    expect(lint({ "a.md": deckText(question("q")) }, lock([], "quest"))).toEqual([]);
    expect(lint({ "a.md": deckText(question("q")) }, lock([], ""))).toEqual(["id-unlocked questions/a.md:7:6"]);
  });
});

describe("what takes a computation", () => {
  const numeric = (given: string, formula: string): string =>
    deckText(`## Q\n\n\`id: q\`\n\nHow much is {a}?\n\nGiven:\n- a = ${given}\n\nFormula:  \`${formula}\`\n`);

  test.each([
    ["a division by nothing", "0 to 1 step 1", "1 / a"],
    ["a root of less than nothing", "-2 to 2 step 1", "sqrt(a)"],
    ["more than numbers can hold", "one of 500, 600", "10 ^ a"],
    ["a remainder of nothing", "one of 0, 1", "7 % a"],
    ["an infinite literal", "one of 1, 2", "a * 1e309"],
  ])("%s is told of", (_, given, formula) => {
    expect(lint({ "d.md": numeric(given, formula) })).toEqual(["formula-value questions/d.md:14:11"]);
  });

  test("an answer for every draw is fine", () => {
    expect(lint({ "d.md": numeric("0 to 1 step 0.1", "a == 0 ? 1 : 1 / a") })).toEqual([]);
  });

  const spoken = (words: number): string =>
    `### Key points\n- A\n  - a\n  - b\n  - c\n- B\n  - d\n  - e\n  - f\n\n### Model answer\n${"word ".repeat(words)}\n`;

  test("a model answer must be speakable in its minutes; figures are not spoken", () => {
    const deck = (words: number): string => deckText(`## Q\n\n\`id: q\` \`minutes: 1\`\n\n${spoken(words)}\`\`\`\n${"figure ".repeat(100)}\n\`\`\`\n`);
    expect(lint({ "d.md": deck(150) })).toEqual([]);
    expect(lint({ "d.md": deck(151) })).toEqual(["model-long questions/d.md:19:17"]);
    const open = (words: number): string => deckText(`## Q\n\n\`id: q\` \`minutes: 1\`\n\n${spoken(words)}\`\`\`\nfigure\n\`\`\`\n\n   \nand more words\n`);
    expect([lint({ "d.md": open(147) }), lint({ "d.md": open(148) })]).toEqual([[], ["model-long questions/d.md:19:17"]]);
  });
});

describe("places", () => {
  const text =
    "---\ntitle: source of W-PM-18\nsource:\n  - A-1\n  - W-PM\n---\n\n## Q\n`id: q` `source: W-PM-18, W-PM`\n\nThe source: W-PM.\n## R\n`source: X`\n";
  const places = placesIn(new Map([["f", fileOf(text, "f")]]));
  const heading = { file: "f", line: 8, column: 1 };

  test("of a value are its own, not those of words around it", () => {
    expect(places.inFile("f", { key: "source", value: "W-PM" }).map(({ line, column }) => [line, column])).toEqual([
      [5, 5],
      [9, 27],
    ]);
    expect(places.inFile("f", { key: "source", value: "W-PM-18" })).toEqual([{ file: "f", line: 9, column: 18 }]);
    expect(places.inFile("f", { key: "source", value: "none" })).toEqual([]);
    expect(places.inFile("g", { key: "source", value: "none" })).toEqual([]);
  });

  test("in a section end with it", () => {
    expect(places.inSection(heading, { key: "source", value: "W-PM" })).toEqual({ file: "f", line: 9, column: 27 });
    expect(places.inSection(heading, { key: "source", value: "X" })).toEqual(heading);
  });

  test("after words are at what follows them", () => {
    expect(places.after(heading, ["Formula:", "The source:"])).toEqual({ file: "f", line: 11, column: 13 });
    expect(places.after(heading, ["Formula:"])).toEqual(heading);
  });
});

test("every rule has a severity and says what to do", () => {
  for (const rule of ruleNames) {
    expect(severityOf(rule)).toMatch(/^(?:error|warning)$/);
    expect(advice(rule)).toMatch(/^[A-Z].*[.?]$/);
  }
});
