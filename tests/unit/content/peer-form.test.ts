import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPeerForm } from "../../../src/content/peer-form.ts";
import type { PeerScore } from "../../../src/domain/peer-scores.ts";
import { dimensions } from "../../../src/domain/rubric.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { buildPeerScript } from "../../../src/export/peer.ts";
import { aPeerQuestion, aPeerScript } from "../../support/peer.ts";
import { timesLonger } from "../../support/growth.ts";

const written = toMarkdown(buildPeerScript(aPeerScript()));

/** The form with something in the place of a score. */
function scored(text: string): string {
  return written.replace("Score: ....", `Score: ${text}`);
}

function read(text: string) {
  const { value, problems } = readPeerForm("form.md", text);
  return { value, told: problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`) };
}

describe("a score", () => {
  test.each([
    "4",
    "..4..",
    "....4",
    "4....",
    "4/5",
    "4.",
    "4 / 5",
    "4 of 5",
    " four",
    "Four.",
    '"4"',
    "**4**",
    "(4)",
    "4 - knew the figures",
    "４",
    "4!",
    "\t4\t",
    "4?",
  ])("%s is a four", (text) => expect(read(scored(text)).value?.questions[0]?.signals).toEqual({ impact: 4 }));

  test.each(["6", "0", "3.5", "3-4", "3 or 4", "4+", "good", "45", "4/10", "three to four"])("%s is odd, and told with its place", (text) => {
    const { told } = read(scored(text));
    expect(told).toEqual([expect.stringMatching(/^\d+:3 ".*" is no score$/)]);
  });

  test.each(["....", "", "-", "n/a", "?", "…"])("%s leaves it open", (text) => {
    const { value, told } = read(scored(text).replace("[ ]", "[x]"));
    expect(value?.questions[0]?.signals).toEqual({});
    expect(told).toEqual([expect.stringMatching(/question 1 has no score for impact$/)]);
  });
});

describe("a box", () => {
  test.each([
    ["[x]", true],
    ["[X]", true],
    ["[ x ]", true],
    ["[✓]", true],
    ["☑", true],
    ["[]", false],
    ["[  ]", false],
    ["☐", false],
    ["[no]", false],
  ])("%s", (box, isHeard) => {
    expect(read(scored("3").replace("[ ]", box)).value?.questions[0]?.heard).toEqual({ baseline: isHeard, partners: false });
  });

  test.each(["[/]", "[half]", "x"])("%s cannot be told", (box) => {
    expect(read(scored("3").replace("[ ]", box)).told).toEqual([expect.stringContaining("is no box that is ticked or not")]);
  });
});

describe("what editors do to a form", () => {
  const filled = scored("2").replace("[ ]", "[x]").replace("--> ....", "--> Clear.\nBut long.").replace("Your name: ....", "Your name: Sam");
  const whole = read(filled).value;

  test("is read whole", () => {
    expect(whole).toEqual({
      made: "2026-12-01T19:00:00Z",
      loop: "acme/pm",
      round: "panel",
      from: "Sam",
      questions: [
        { question: "acme/pm/cases/shelves", signals: { impact: 2 }, levels: {}, heard: { baseline: true, partners: false }, note: "Clear.\nBut long." },
      ],
    });
  });

  test.each([
    ["Windows line ends and a byte order mark", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["no emphasis", (text: string) => text.replaceAll("**", "")],
    ["stars for dashes", (text: string) => text.replaceAll(/^(\s*)- /gm, "$1* ")],
    ["blanks at the ends of lines, tabs for blanks", (text: string) => text.replaceAll("\n", "  \n").replaceAll("  - ", "\t- ")],
    ["long dashes", (text: string) => text.replaceAll("<!--", "<!—").replaceAll("-->", "—>")],
    ["quoted in a mail", (text: string) => text.replaceAll(/^/gm, "> ").replace("> But long.", "But long.")],
    ["no empty lines", (text: string) => text.replaceAll(/\n{2,}/g, "\n")],
    ["comments without blanks within", (text: string) => text.replaceAll("<!-- ", "<!--").replaceAll(" -->", "-->")],
    ["a comment on a line of its own", (text: string) => text.replace(" <!-- coach form", "\n<!-- coach form")],
  ])("%s change nothing", (_, edit) => {
    expect(read(edit(filled)).value).toEqual(whole);
  });
});

describe("what is no form", () => {
  test.each([
    ["a file that is much too long", written + " ".repeat(500_000), "1:1 the file is too long for a form"],
    ["another file", "# Notes\n", "1:1 this is no form of coach peer, or its hidden marks are gone"],
    ["a form without its marks", written.replaceAll(/<!--.*?-->/g, ""), "1:1 this is no form of coach peer, or its hidden marks are gone"],
    ["a form of a later version", written.replace("coach form 1", "coach form 2"), "3:1 the form is of version 2, which is not known here"],
    ["a form that is cut short", "<!-- coach form 1 2026 -->", "1:1 the first hidden mark of the form is cut short"],
    ["a form as it was written", written, "3:1 nothing is filled in"],
  ])("%s", (_, text, message) => {
    const { value, told } = read(text);
    expect(value).toBeUndefined();
    expect(told[0]).toBe(message);
  });

  test("a form of nothing but marks is read in a straight line", () => {
    const hostile = (marks: number): string =>
      `<!-- coach form 1 a b c 1 -->${Array.from({ length: marks }, (_, index) => `<!-- coach question ${index} ${index} -->`).join("")}`;
    const [much, little] = [hostile(3200), hostile(400)];
    const readIn = (form: string) => () => expect(read(form).value).toBeUndefined();
    expect(timesLonger(readIn(much), readIn(little), 8)).toBeLessThan(32);
  });

  test("a form of one question again and again is read in a straight line, and the question once", () => {
    const again = "<!-- coach question 1 a/b -->\n- [x] a <!-- coach point 1 p -->\nScore: 4 <!-- coach signal 1 s -->\n";
    const hostile = (times: number): string => `<!-- coach form 1 a b c 1 -->\n${again.repeat(times)}`;
    const [much, little] = [hostile(3200), hostile(400)];
    expect(read(much).value?.questions).toHaveLength(1);
    expect(
      timesLonger(
        () => read(much),
        () => read(little),
        8,
      ),
    ).toBeLessThan(32);
  });

  const three = toMarkdown(buildPeerScript(aPeerScript({ questions: ["one", "two", "three"].map((name) => aPeerQuestion({ id: `acme/pm/cases/${name}` })) })));

  test("a form that nobody filled in is told once, beside what is missing of it, with what to do", () => {
    expect(readPeerForm("form.md", three).problems).toEqual([
      {
        rule: "peer-form",
        severity: "error",
        place: { file: "form.md", line: 3, column: 1 },
        message: "nothing is filled in",
        advice: "Tick what you heard, and write a number from 1 to 5 behind Score.",
      },
    ]);
    expect(read(three.replace("coach question 3", "coach quest 3")).told).toEqual(["3:1 nothing is filled in", "3:1 question 3 is missing from the form"]);
    expect(read(scored("good")).told).toEqual([expect.stringMatching(/"good" is no score$/)]);
  });

  test("questions that were left out are told together, as what may be meant", () => {
    const [warning, ...others] = readPeerForm("form.md", three.replace("Score: ....", "Score: 4")).problems;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      rule: "peer-open",
      severity: "warning",
      message: "questions 2, 3 are not filled in, and taken as not asked",
      advice: "Nothing to do if that was meant.",
    });
  });

  test("a question that was taken out or stands twice is told", () => {
    const two = toMarkdown(buildPeerScript(aPeerScript({ questions: [aPeerQuestion(), aPeerQuestion({ id: "acme/pm/cases/other" })] }))).replace(
      "Score: ....",
      "Score: 1",
    );
    expect(read(two.replace("coach question 2", "coach quest 2")).told).toContain("3:1 question 2 is missing from the form");
    expect(read(two).told).toEqual([expect.stringContaining("question 2 is not filled in, and taken as not asked")]);
    expect(read(two.replace("coach question 2", "coach question 1")).told).toContainEqual(expect.stringContaining("question 1 stands in the form twice"));
    expect(read(scored("1").replace("coach signal 1 impact", "coach dimension 1 charm")).told).toContainEqual(
      expect.stringContaining('"charm" is no dimension'),
    );
  });
});

// What a deck may hold anywhere: markdown, brackets, figures, dots, comments of the form itself.
const text = fc
  .array(fc.constantFrom("dollars", "4/5", "[x]", "....", "**bold**", "<!-- coach end -->", "`code`", "Score: 3", "|", "#", "no", "—"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.join(" "));
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,4}){0,2}$/);
const level = fc.constantFrom(1, 2, 3, 4, 5).map((value) => value as 1 | 2 | 3 | 4 | 5);
const note = fc.constantFrom("", "Clear.", "Said 4/5 of it, then [stopped].", "Two lines:\nof which one", "A - b; * c");
const formed = fc.record({
  title: text,
  prompt: text,
  points: fc.uniqueArray(fc.record({ id, text, weight: fc.integer({ min: 1, max: 5 }), isHeard: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
    selector: (point) => point.id,
  }),
  signals: fc.uniqueArray(fc.record({ id, name: text, level: fc.option(level, { nil: undefined }) }), { maxLength: 4, selector: (signal) => signal.id }),
  levels: fc.dictionary(fc.constantFrom(...dimensions), level, { maxKeys: 3, noNullPrototype: true }),
  note,
});

test("every form that is written and filled in reads back as it was filled in", () => {
  fc.assert(
    fc.property(fc.array(formed, { minLength: 1, maxLength: 4 }), (questions) => {
      const anchors = ["None.", "4 of 5", "Half.", "Most: ....", "All."];
      const script = aPeerScript({
        questions: questions.map((each, index) => ({
          ...aPeerQuestion({ id: `acme/pm/cases/q-${index}`, title: each.title, prompt: each.prompt, points: each.points }),
          scales: [
            ...each.signals.map((signal) => ({ of: "signal" as const, id: signal.id, name: signal.name, shownBy: [each.title], anchors })),
            ...Object.keys(each.levels).map((name) => ({ of: "dimension" as const, id: name, name, shownBy: [], anchors })),
          ],
        })),
      });
      let form = toMarkdown(buildPeerScript(script));
      const fill = (mark: string, from: string, to: string): void => {
        form = form
          .split("\n")
          .map((line) => (line.includes(`<!-- coach ${mark} -->`) ? line.replace(from, () => to) : line))
          .join("\n");
      };
      questions.forEach((each, index) => {
        for (const point of each.points) if (point.isHeard) fill(`point ${index + 1} ${point.id}`, "[ ]", "[x]");
        for (const signal of each.signals) if (signal.level !== undefined) fill(`signal ${index + 1} ${signal.id}`, "....", String(signal.level));
        for (const [name, value] of Object.entries(each.levels)) fill(`dimension ${index + 1} ${name}`, "....", `${value}/5`);
        if (each.note !== "") fill(`note ${index + 1}`, "....", each.note);
      });
      const wanted: readonly PeerScore[] = questions
        .map((each, index) => ({
          question: `acme/pm/cases/q-${index}`,
          signals: Object.fromEntries(each.signals.flatMap((signal) => (signal.level === undefined ? [] : [[signal.id, signal.level]]))),
          levels: each.levels,
          heard: Object.fromEntries(each.points.map((point) => [point.id, point.isHeard])),
          note: each.note,
        }))
        .filter(
          ({ signals, levels, heard, note }) =>
            Object.keys(signals).length + Object.keys(levels).length > 0 || Object.values(heard).includes(true) || note !== "",
        );
      const { value, problems } = readPeerForm("form.md", form);
      expect(value?.questions ?? []).toEqual(wanted);
      expect(problems.filter(({ severity }) => severity === "error").length).toBe(wanted.length === 0 ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});
