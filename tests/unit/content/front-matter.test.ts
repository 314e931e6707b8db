import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import { readFrontMatter } from "../../../src/content/front-matter.ts";
import { pageOf } from "../../../src/content/page.ts";
import { fileOf, told } from "../../support/decks.ts";

function read(text: string) {
  const page = pageOf(fileOf(text));
  const front = readFrontMatter(page);
  return {
    front,
    values: Object.fromEntries([...(front?.values ?? [])].map(([key, { value }]) => [key, value])),
    told: told(page.problems),
    problems: page.problems,
  };
}

const folder = mkdtempSync(join(tmpdir(), "coach-front-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("front matter is never run", () => {
  const proof = join(folder, "ran");
  const code = `module.exports = { title: "x", run: require("node:fs").writeFileSync(${JSON.stringify(proof)}, "") }`;
  const bare = `require("node:fs").writeFileSync(${JSON.stringify(proof)}, "")`;

  test.each(["---js", "---javascript", "---JS", "--- js", "---\tjs", "---coffee", "---json", "---toml", "---yaml", "---node", "---JavaScript", "---js "])(
    "%s is refused",
    (first) => {
      for (const body of [code, bare, `{ "title": "x" }`]) {
        const { value, problems } = parseDeck(fileOf(`${first}\n${body}\n---\n\n## Q\n\nAnswer: a\n`));
        expect(value).toBeUndefined();
        expect(told(problems)).toEqual(["front-matter-language 1:1"]);
      }
      expect(existsSync(proof)).toBe(false);
    },
  );

  test.each(["----", "---- js", " ---js", "\u00a0---js"])("a first line of %j is no front matter", (first) => {
    expect(parseDeck(fileOf(`${first}\n${code}\n---\n`)).value).toBeUndefined();
    expect(existsSync(proof)).toBe(false);
  });

  test.each([
    ["a function", `title: !!js/function "function () { ${bare} }"`],
    ["an expression called at once", `title: !!js/function "() => { ${bare} }"`],
    ["an object with toString", `title: { toString: !!js/function "function () { ${bare} }" }`],
    ["a regular expression", "title: !!js/regexp /(a+)+$/"],
    ["undefined", "title: !!js/undefined"],
    ["binary", "title: !!binary aGVsbG8="],
    ["a tag of one's own", "title: !mine x"],
    ["a tag that only says string", "title: !!str x"],
    ["a bare tag", "title: ! x"],
    ["a tag on a list", "title: x\ntags: !!set [a]"],
  ])("%s is refused", (_, line) => {
    const { front, told: complaints } = read(`---\n${line}\n---\n`);
    expect(front).toBeUndefined();
    expect(complaints).toEqual([expect.stringMatching(/^front-matter-alias /)]);
    expect(existsSync(proof)).toBe(false);
  });
});

describe("aliases", () => {
  test.each([
    ["an anchor", "title: &a x", "front-matter-alias 2:8"],
    ["an alias of nothing", "title: *a", "front-matter-alias 2:8"],
    ["an anchor in a list", "title: x\ntags:\n  - &a x", "front-matter-alias 4:5"],
    ["an anchor in brackets", "title: x\ntags: [b, &a x]", "front-matter-alias 3:11"],
    ["an anchor on a map", "title: &a\n  b: c", "front-matter-alias 2:8"],
    ["an anchor on a key", "&a title: x", "front-matter-alias 2:1"],
    ["an anchor that holds itself", "title: &a [*a]", "front-matter-alias 2:8"],
    ["a merge", "base: &a { x: y }\ntitle: x\n<<: *a", "front-matter-alias 2:7"],
  ])("%s is refused at its place", (_, lines, expected) => {
    expect(read(`---\n${lines}\n---\n`).told).toEqual([expected]);
  });

  test("a bomb of aliases is refused before it can go off", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ...[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(", ")}]`),
    ].join("\n");
    expect(read(`---\n${bomb}\ntitle: x\n---\n`).told).toEqual(["front-matter-alias 2:4"]);
  });

  test.each(["R & D", "5 * 3 = 15", "Hello! World", "AT&T", "'&quoted'", '"*bold*"', "a &b", "what? *this*"])("%s is text", (text) => {
    expect(read(`---\ntitle: ${text}\n---\n`).told).toEqual([]);
  });

  test("signs in a block of text are text", () => {
    expect(read("---\ntitle: |\n  &not an anchor\n  *bold* and !loud\n---\n").values).toEqual({ title: "&not an anchor\n*bold* and !loud" });
  });

  test("a merge key without an alias is a key like any other", () => {
    const { value, problems } = parseDeck(fileOf("---\ntitle: x\n<<: y\n---\n\n## Q\n\n`id: q`\n\nAnswer: a\n"));
    expect(told(problems)).toEqual(["key-unknown 3:1"]);
    expect(value?.title).toBe("x");
  });
});

describe("values are what the author wrote", () => {
  test.each(["1:30", "017", "yes", "no", "null", "~", "2026-01-01", "0x1F", "1e3", ".inf", "true", "1_000"])("%s stays a text", (text) => {
    expect(read(`---\ntitle: ${text}\n---\n`).values).toEqual({ title: text });
  });

  test("lists may be written in lines or in brackets", () => {
    expect(read("---\ntitle: x\na: [b, c]\nd:\n  - e\n  - f\n---\n").values).toEqual({ title: "x", a: ["b", "c"], d: ["e", "f"] });
  });

  test("an empty value is an empty text", () => {
    expect(read("---\ntitle:\n---\n").values).toEqual({ title: "" });
  });

  test("a broken file is broken the second time as well", () => {
    const text = "---\ntitle: a: b\n---\n";
    expect([read(text).told, read(text).told]).toEqual([["front-matter-yaml 2:9"], ["front-matter-yaml 2:9"]]);
  });
});

describe("what cannot be used is told with its place", () => {
  test.each([
    ["an empty file", "", "front-matter-missing 1:1"],
    ["no front matter", "## Q\n", "front-matter-missing 1:1"],
    ["a blank before it", "\n---\ntitle: x\n---\n", "front-matter-missing 1:1"],
    ["blanks behind the dashes", "--- \ntitle: x\n---\n", "front-matter-missing 1:1"],
    ["no end", "---\ntitle: x\n", "front-matter-open 1:1"],
    ["an end with blanks", "---\ntitle: x\n --- \n", "front-matter-open 1:1"],
    ["a scalar", "---\njust words\n---\n", "front-matter-shape 2:1"],
    ["a list", "---\n- a\n- b\n---\n", "front-matter-shape 2:1"],
    ["a map within", "---\ntitle: x\na:\n  b: c\n---\n", "value-form 3:3"],
    ["lists within lists", "---\ntitle: x\na: [[b]]\n---\n", "value-form 3:4"],
    ["a key that stands twice", "---\ntitle: x\ntitle: y\n---\n", "front-matter-yaml 3:1"],
    ["a tab for indentation", "---\ntags:\n\t- a\n---\n", "front-matter-yaml 3:1"],
    ["two documents", "---\ntitle: x\n...\ntitle: y\n---\n", "front-matter-yaml"],
  ])("%s", (_, text, expected) => {
    const { told: complaints } = read(text);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(expected);
  });

  test("more than 64 KB are refused, however they are filled", () => {
    const long = "x".repeat(66_000);
    for (const lines of [
      `title: ${long}`,
      `# ${long}`,
      "a: b\n".repeat(100_000),
      `title: x\n${Array.from({ length: 100_000 }, (_, index) => `k${index}: v`).join("\n")}`,
      `title: ${"[".repeat(100_000)}`,
    ]) {
      expect(read(`---\n${lines}\n---\n`).told).toEqual(["front-matter-size 1:1"]);
    }
  });

  test("20,000 brackets exhaust no stack", () => {
    expect(read(`---\ntitle: ${"[".repeat(20_000)}\n---\n`).told).toEqual([expect.stringContaining("front-matter-yaml")]);
    expect(read(`---\ntitle: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n---\n`).told).toEqual([expect.stringContaining("front-matter-yaml")]);
  });

  test("as many keys as 64 KB hold are told of in linear time", () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `k${index}: v`).join("\n");
    const { problems } = parseDeck(fileOf(`---\ntitle: x\n${keys}\n---\n\n## Q\n\n\`id: q\`\n\nAnswer: a\n`));
    expect(problems).toHaveLength(5000);
  });
});

describe("names of the prototype", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])("%s is a key like any other", (key) => {
    const { value, problems } = parseDeck(fileOf(`---\ntitle: x\n${key}: y\n---\n\n## Q\n\n\`id: q\`\n\nAnswer: a\n`));
    expect(told(problems)).toEqual(["key-unknown 3:1"]);
    expect(value?.questions).toHaveLength(1);
    expect(({} as Record<string, unknown>)["y"]).toBeUndefined();
  });
});
