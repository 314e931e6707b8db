import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Line } from "../../../src/export/document.ts";
import { aPlan } from "../../support/plans.ts";
import { exportKinds, type ExportValues, formatOfEnding, formatsOf, renderExport } from "../../../src/export/export.ts";
import { toHtml } from "../../../src/export/formats/html.ts";
import { toJson } from "../../../src/export/formats/json.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";

const sample: Document = {
  title: "Prep",
  blocks: [
    { type: "paragraph", line: ["Made on ", { strong: "Monday" }, "."] },
    { type: "heading", level: 2, text: "Playbook" },
    {
      type: "tasks",
      tasks: [
        { isDone: true, line: ["Done"], points: [{ line: ["proven"] }] },
        { isDone: false, line: ["To do"], points: [{ line: ["Run ", { code: "coach drill x" }], points: [{ line: ["deeper"] }] }] },
      ],
    },
    { type: "points", points: [{ line: [{ link: "https://example.org/a?b=1&c=2", text: "a page" }] }] },
    { type: "table", head: ["A", "B"], rows: [[["1"], [{ code: "x|y" }]]] },
  ],
};

/** A document with the text in every place that holds one. */
function everywhere(text: string): Document {
  const line: Line = [text, { code: text }, { strong: text }, { link: text, text }];
  return {
    title: text,
    blocks: [
      { type: "heading", level: 2, text },
      { type: "paragraph", line },
      { type: "tasks", tasks: [{ isDone: false, line: [text], points: [{ line }] }] },
      { type: "points", points: [{ line: [text] }] },
      { type: "table", head: [text], rows: [[line]] },
    ],
  };
}

describe("markdown", () => {
  test("is GitHub's, with task lists", () => {
    expect(toMarkdown(sample)).toBe(`# Prep

Made on **Monday**.

## Playbook

- [x] Done
  - proven
- [ ] To do
  - Run \`coach drill x\`
    - deeper

- [a page](<https://example.org/a?b=1&c=2>)

| A | B |
| --- | --- |
| 1 | \`x\\|y\` |
`);
  });

  test.each([
    ["] [x] done", "\\] \\[x\\] done"],
    ["- [x] done", "\\- \\[x\\] done"],
    ["# heading", "\\# heading"],
    ["> quote", "\\> quote"],
    ["1. first", "1\\. first"],
    ["2026", "2026"],
    ["+ plus", "\\+ plus"],
    ["===", "\\==="],
    ["---", "\\---"],
    ["```\nrm -rf\n```", "\\`\\`\\` rm -rf \\`\\`\\`"],
    ["~~~", "\\~\\~\\~"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["<!-- gone", "\\<!-- gone"],
    ["a | b", "a \\| b"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    ["R&D & more", "R\\&D & more"],
    ["![beacon](https://x)", "!\\[beacon\\](https://x)"],
    ["*bold* _under_", "\\*bold\\* \\_under\\_"],
    ["back\\slash", "back\\\\slash"],
    ["two\nlines\r\nthree", "two lines three"],
    ["\u001b]0;title\u0007\u202etxt", "]0;titletxt".replace("]", "\\]")],
  ])("takes %j as text", (text, told) => {
    expect(toMarkdown({ title: "T", blocks: [{ type: "paragraph", line: [text] }] })).toBe(`# T\n\n${told}\n`);
  });

  test("fences code with more backticks than it holds", () => {
    expect(toMarkdown({ title: "T", blocks: [{ type: "paragraph", line: [{ code: "a``b" }] }] })).toContain("``` a``b ```");
  });

  test("keeps its shape whatever the texts are: the same lines begin the same way", () => {
    const begins = (text: string): readonly string[] =>
      toMarkdown(everywhere(text))
        .split("\n")
        .map((line) => /^(?:#+ |\s*- (?:\[ \] )?|\| |)/.exec(line)?.[0] ?? "");
    const texts = fc
      .oneof(
        fc.uint16Array({ maxLength: 60 }).map((units) => String.fromCharCode(...units)),
        fc.string().map((text) => `- [x] ${text}\n## x\n| y |`),
      )
      .filter((text) => /\w/.test(text));
    fc.assert(
      fc.property(texts, (text) => {
        expect(begins(text)).toEqual(begins("plain"));
      }),
      { numRuns: 200 },
    );
  });
});

describe("html", () => {
  const page = toHtml(sample);

  test("is one page that names its language, has one h1, and its headings in order", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect([...page.matchAll(/<h(\d)/g)].map((found) => found[1])).toEqual(["1", "2"]);
  });

  test("needs nothing from outside and runs nothing", () => {
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test("says the state of a task to those who cannot see the box", () => {
    expect(page).toContain('aria-label="done">☑</span>Done');
    expect(page).toContain('aria-label="to do">☐</span>To do');
  });

  test("has a print style, and colours for the dark", () => {
    expect(page).toContain("@media print");
    expect(page).toContain("prefers-color-scheme: dark");
  });

  test("has text of at least 4.5 to 1 on its ground, in the light and in the dark", () => {
    const [light, dark] = [...page.matchAll(/--ink: (#\w{6}); --ground: (#\w{6}); --line: #\w{6}; --link: (#\w{6}); --shade: (#\w{6})/g)];
    for (const [, ink = "", ground = "", link = "", shade = ""] of [light ?? [], dark ?? []]) {
      expect(Math.min(contrast(ink, ground), contrast(link, ground), contrast(ink, shade))).toBeGreaterThan(4.5);
    }
  });

  test.each(["<script>alert(1)</script>", '" onmouseover="x', "</style><b>", "</title><h1>", "javascript:alert(1)", "<img src=https://x>", "&amp;", "'"])(
    "takes %j as text, wherever it stands",
    (text) => {
      const hostile = toHtml(everywhere(text));
      const tags = (html: string): readonly string[] => [...html.matchAll(/<[^>]*>/g)].map((tag) => tag[0]);
      expect(tags(hostile)).toEqual(tags(toHtml(everywhere("plain"))));
    },
  );

  test("links nothing but the web", () => {
    const linked = (link: string): boolean => toHtml({ title: "T", blocks: [{ type: "paragraph", line: [{ link, text: "x" }] }] }).includes("<a ");
    expect(["https://x.org/", "http://x", "javascript:x", "data:text/html,x", "//x", "https://x y", 'https://x"><b', " https://x"].map(linked)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

/** WCAG 2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("json", () => {
  test("is one document with each task's state", () => {
    expect(JSON.parse(toJson(sample))).toMatchObject({
      title: "Prep",
      blocks: [
        { text: "Made on Monday." },
        { level: 2 },
        {
          tasks: [
            { done: true, text: "Done" },
            { done: false, text: "To do", points: [{ text: "Run coach drill x" }] },
          ],
        },
        {},
        { head: ["A", "B"] },
      ],
    });
  });
});

describe("the table", () => {
  test("renders every kind in every format, each ending its last line", async () => {
    const calendar = { plan: aPlan(), at: "2026-12-01T19:00:00Z", begins: "19:00", vanished: [] };
    const values: ExportValues = { checklist: sample, stories: sample, cards: [], plan: calendar.plan, calendar, scores: [] };
    for (const kind of exportKinds) for (const format of formatsOf(kind)) expect(await renderExport(kind, format, values[kind])).toMatch(/\S\r?\n$/);
  });

  test("an ending asks for the format it stands for, and for none where the kind has none such", () => {
    expect(["MD", "htm", "json", "txt", ""].map((ending) => formatOfEnding("checklist", ending))).toEqual(["md", "html", "json", undefined, undefined]);
    expect([formatOfEnding("cards", "txt"), formatOfEnding("scores", "md")]).toEqual(["anki", undefined]);
  });
});

describe("a table in html", () => {
  test("has its head, and a row of cells for each row", () => {
    expect(toHtml(sample)).toContain(
      '<table>\n<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>\n<tbody>\n<tr><td>1</td><td><code>x|y</code></td></tr>\n</tbody>\n</table>\n</main>',
    );
    const rows: Document = { title: "T", blocks: [{ type: "table", head: ["H <b>"], rows: [[["1"]], [["2 & 3"]]] }] };
    expect(toHtml(rows)).toContain('<th scope="col">H &lt;b&gt;</th></tr></thead>\n<tbody>\n<tr><td>1</td></tr>\n<tr><td>2 &amp; 3</td></tr>\n</tbody>');
  });
});

test("lists in html are lists within lists, and a point without any has none", () => {
  expect(toHtml(sample)).toContain(
    '<ul class="tasks">\n<li><span class="box" role="img" aria-label="done">☑</span>Done<ul>\n<li>proven</li>\n</ul></li>\n' +
      '<li><span class="box" role="img" aria-label="to do">☐</span>To do<ul>\n<li>Run <code>coach drill x</code><ul>\n<li>deeper</li>\n</ul></li>\n</ul></li>\n</ul>\n' +
      '<ul>\n<li><a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">a page</a></li>\n</ul>\n',
  );
  const two: Document = {
    title: "T",
    blocks: [
      { type: "points", points: [{ line: ["a"] }, { line: ["b"] }] },
      { type: "points", points: [] },
    ],
  };
  expect(toHtml(two)).toContain("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\n</main>");
});

test.each(["&", "<", ">", '"', "'"])("%s reads in html as it was written", (character) => {
  const html = toHtml({ title: "T", blocks: [{ type: "paragraph", line: [`a${character}b`] }] });
  const read = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  const [, written = ""] = /<p>a(.*)b<\/p>/.exec(html) ?? [];
  expect(read[written as keyof typeof read]).toBe(character);
});

describe("spans of a line", () => {
  const line = (...spans: Line): Document => ({ title: "T", blocks: [{ type: "paragraph", line: spans }] });
  const inAll = (document: Document): readonly (string | undefined)[] => [
    toMarkdown(document).split("\n")[2],
    /<p>(.*)<\/p>/.exec(toHtml(document))?.[1],
    (JSON.parse(toJson(document)) as { readonly blocks: readonly { readonly text: string }[] }).blocks[0]?.text,
  ];

  test("join with the blanks that stand at their ends, and with none where none stand", () => {
    expect(inAll(line("a ", { strong: "b" }, " c", { code: "d" }))).toEqual(["a **b** c`d`", "a <strong>b</strong> c<code>d</code>", "a b cd"]);
    expect(inAll(line({ strong: "a" }, "\n", { strong: "b" }))).toEqual(["**a** **b**", "<strong>a</strong> <strong>b</strong>", "a b"]);
    expect(inAll(line({ strong: "a" }, "", { strong: "b" }))).toEqual(["**a****b**", "<strong>a</strong><strong>b</strong>", "ab"]);
  });

  test("that are comments are kept in markdown and said nowhere", () => {
    expect(inAll(line("Name: ", { comment: "coach from" }, "...."))).toEqual(["Name: <!-- coach from -->....", "Name: ....", "Name: ...."]);
  });
});

test("json holds every block with its type, each point with its own", () => {
  expect(JSON.parse(toJson(sample))).toEqual({
    title: "Prep",
    blocks: [
      { type: "paragraph", text: "Made on Monday." },
      { type: "heading", level: 2, text: "Playbook" },
      {
        type: "tasks",
        tasks: [
          { done: true, text: "Done", points: [{ text: "proven" }] },
          { done: false, text: "To do", points: [{ text: "Run coach drill x", points: [{ text: "deeper" }] }] },
        ],
      },
      { type: "points", points: [{ text: "a page" }] },
      { type: "table", head: ["A", "B"], rows: [["1", "x|y"]] },
    ],
  });
});
