// Room: tests. G: decks as attackers, other tools and accidents write them; read by the real modules, then by the built program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { readLibrary } from "../../src/content/library.ts";
import { lintLibrary } from "../../src/content/lint.ts";
import type { Library } from "../../src/domain/library.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import type { Fault, Faults, Stage } from "./fault.ts";
import { attemptsIn, drafted, onTerminal } from "./on-terminal.ts";

const head = "---\ntitle: T\n---\n\n";
const question = "## Q\n`id: q`\n\n";
const good = `${head}${question}Answer: a\n`;

type Files = Readonly<Record<string, string | Buffer>>;

interface Linted {
  readonly library: Library;
  /** `rule file`, sorted. */
  readonly told: readonly string[];
}

/** Writes decks beside a sound one, reads them within five seconds, and finds the sound one whole; the program then reads them too, and lists. */
async function linted(stage: Stage, files: Files): Promise<Linted> {
  for (const [name, text] of Object.entries({ "good.md": good, ...files })) stage.write(`d/${name}`, text);
  const folder = join(stage.folder, "d");
  // Of the processor, not of the clock: other programs may want it as well.
  const start = process.cpuUsage();
  const { library, files: texts } = readLibrary([{ folder, holds: "questions" }], (absolute) => absolute.slice(folder.length + 1));
  const problems = lintLibrary({ library, files: texts, locks: [] });
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 5_000_000, `it took ${Math.round((user + system) / 1000)} ms`);
  assert.ok(
    library.decks.some(({ id }) => id === "good"),
    "the sound deck is not read",
  );
  stage.fired();
  await stage.held(["decks", "lint", "d"], { status: problems.some(({ severity }) => severity === "error") ? 3 : 0 });
  await stage.held(["decks", "list", "--decks", "d", "--json"], { status: 0 });
  return { library, told: problems.map(({ rule, place }) => `${rule} ${place.file}`).sort() };
}

/** Every file beside the sound one is refused whole, by one of these rules. */
function refused(number: string, title: string, files: Files, rules: readonly string[]): Fault {
  return {
    number,
    title,
    provoke: async (stage) => {
      const { library, told } = await linted(stage, files);
      assert.deepEqual(
        library.decks.map(({ id }) => id),
        ["good"],
      );
      for (const name of Object.keys(files))
        assert.ok(
          rules.some((rule) => told.includes(`${rule} ${name}`)),
          `${name} is not refused by ${rules.join(", ")}: ${told.slice(0, 20).join("; ")}`,
        );
    },
  };
}

/** Something is told of every file beside the sound one, by one of these rules, and all is read to its end. */
function complained(number: string, title: string, files: Files, rules?: readonly string[]): Fault {
  return {
    number,
    title,
    provoke: async (stage) => {
      const { told } = await linted(stage, files);
      for (const name of Object.keys(files)) {
        const ofFile = told.filter((each) => each.endsWith(` ${name}`)).map((each) => each.split(" ")[0] ?? "");
        assert.ok(
          rules === undefined ? ofFile.length > 0 : ofFile.some((rule) => rules.includes(rule)),
          `nothing fitting is told of ${name}: ${ofFile.join(", ")}`,
        );
      }
    },
  };
}

const named = (texts: readonly string[]): Files => Object.fromEntries(texts.map((text, index) => [`f${index}.md`, text]));
const fronts = (texts: readonly string[]): Files => named(texts.map((text) => `---\n${text}\n---\n\n${question}Answer: a\n`));

const escapes = [
  "\u001b[2J",
  "\u001b[31m",
  "\u001b]0;owned\u0007",
  "\u001b]2;owned\u001b\\",
  "\u001b]4;1;red\u0007",
  "\u001b]8;;http://x\u0007y\u001b]8;;\u0007",
  "\u001b]10;red\u0007",
  "\u001b]52;c;aGk=\u0007",
  "\u001b]1337;File=:aGk=\u0007",
  "\u001bPq\u001b\\",
  "\u001b_x\u001b\\",
  "\u001b^x\u001b\\",
  "\u001bXx\u001b\\",
  "\u009b2J",
  "\u009d0;x\u009c",
  "\u0090x\u009c",
  "\u001b",
  "\u0005",
  "\u0007",
  "\b\b\b",
  "\u007f",
  "\u000e",
  "\u0000",
  "\u001b[",
  "\u001b]",
  "\u001bc",
  "\u001b\u001b[2J[2J",
];
const bidi = ["\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u00ad", "\ufeff", "\u2060", "\u{e0041}"];

/** A deck with a piece in every place that is shown. */
const everywhere = (piece: string): string =>
  `---\ntitle: T${piece}t\ncompany: C${piece}c\ntags: [a${piece}b]\n---\n\n## Q${piece}q\n\`id: q\`\n\nAsk${piece}ed\n\n- [x] Right${piece} — w${piece}y\n- [ ] Wrong${piece}\n\nHint: h${piece}h\n`;

const withKey = (key: string, lines: string): string => `${head}## Q\n\`id: q\` \`${key}\`\n\n${lines}\n`;
/** Each with the rule that must tell of it. The last but one is nested deeper than a person would, and the last is a sum that is. */
const formulas: readonly (readonly [string, string])[] = [
  ["process.exit()", "formula-form"],
  ["a.b", "formula-form"],
  ["a = 1", "formula-form"],
  ["constructor(1)", "formula-form"],
  ["`", "formula-form"],
  ["import('fs')", "formula-form"],
  ["a ** ".repeat(3000), "formula-form"],
  ["1 / 0", "formula-value"],
  ["1e309", "formula-value"],
  ["a + q", "formula-name"],
  [`${"(".repeat(9000)}a${")".repeat(9000)}`, "formula-form"],
  [`a${" + a".repeat(4900)}`, "formula-form"],
];

export const deckFaults: Faults = [
  {
    number: "G1",
    title: "front matter is code, in every spelling",
    provoke: async (stage) => {
      const proof = join(stage.folder, "ran");
      const code = `module.exports = require("node:fs").writeFileSync(${JSON.stringify(proof)}, "")`;
      const spellings = ["---js", "---javascript", "---JS", "--- js", "---coffee", "---toml", "---json", "---node"];
      const { library } = await linted(stage, named(spellings.map((first) => `${first}\n${code}\n---\n\n${question}Answer: a\n`)));
      assert.equal(library.decks.length, 1);
      assert.equal(existsSync(proof), false, "the code was run");
    },
  },
  refused(
    "G2",
    "YAML that blows up, runs code or breaks",
    fronts([
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"]
        .map(
          (name, at) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${"abcdefghi"[at] ?? ""}`)
              .join(",")}]`,
        )
        .join("\n")}`,
      `title: ${"[".repeat(10_000)}`,
      `title: ${"{a: ".repeat(4_000)}`,
      "base: &a {x: y}\ntitle: x\n<<: *a",
      "title: a\ntitle: b",
      "title: a\n\tcompany: b",
      `title: !!js/function "function () {}"`,
      "title: !!js/regexp /(a+)+$/",
      "title: !!python/object:os.system x",
    ]),
    ["front-matter-alias", "front-matter-yaml"],
  ),
  refused(
    "G3",
    "front matter of more than 64 KB",
    fronts([`title: ${"x".repeat(19_000)}\n${`a: ${"y".repeat(9000)}\n`.repeat(6)}`, Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join("\n")]),
    ["front-matter-size"],
  ),
  refused(
    "G4",
    "front matter that is not closed, and a line at the top",
    named(["---\ntitle: T\n\n## Q\n\nAnswer: a\n", "----\n\n## Q\n", "***\n\n## Q\n", "---\n"]),
    ["front-matter-language", "front-matter-open", "front-matter-missing"],
  ),
  complained("G5", "front matter that is a word, a list or null", fronts(["word", "- a\n- b", "null", "42", "[a, b]"]), ["front-matter-shape"]),
  {
    number: "G6",
    title: "values that YAML would read as times, numbers and truths",
    provoke: async (stage) => {
      const values = ["1:30", "017", "yes", "2026-01-01", "0x1F", "~", "1e3", ".inf"];
      const { library } = await linted(stage, fronts(values.map((value) => `title: ${value}`)));
      assert.deepEqual(library.decks.map(({ title }) => title).sort(), ["T", ...values].sort());
    },
  },
  complained("G7", "files that are empty, or hold nothing but a start", named(["", "\n", head, `${head}## Q\n`, "# H\n"])),
  refused(
    "G8",
    "a line of 5 MB, and files of 3 and 20 MB",
    named([`${head}${question}${"x".repeat(1_900_000)}\n`, "x".repeat(5 << 20), "x\n".repeat(10 << 20)]),
    ["line-length", "file-size"],
  ),
  complained("G9", "a hundred thousand headings, deep lists, backticks, open fences, nested quotes", {
    "headings.md": head + "## x\n".repeat(100_000),
    "lists.md": `${head}${question}### Key points\n${Array.from({ length: 3000 }, (_, index) => `${" ".repeat(Math.min(index, 500))}- ${index}`).join("\n")}\n`,
    "ticks.md": `${head}${question}${`${"`".repeat(15_000)}\n`.repeat(60)}`,
    "fences.md": `${head}${question}${"````\n`````x\n".repeat(50_000)}`,
    "quotes.md": `${head}${question}${`${"> ".repeat(9000)}\n`.repeat(50)}`,
  }),
  {
    number: "G10",
    title: "headings within fences",
    provoke: async (stage) => {
      const { library } = await linted(stage, {
        "f.md": `${head}${question}Look:\n\n~~~text\n## No\n\`id: no\`\n~~~\n\n\`\`\`\n## Nor this\n\`\`\`\n\nAnswer: a\n`,
      });
      assert.deepEqual(library.decks.flatMap(({ questions }) => questions.map(({ id }) => id)).sort(), ["f/q", "good/q"]);
    },
  },
  {
    number: "G11",
    title: "headings in fences of tildes, in code by indentation, in html and in comments",
    provoke: async (stage) => {
      const hidden = [
        "~~~\n## In tildes\n~~~",
        "~~~~\n~~~\n## In longer tildes\n~~~~",
        "    ## Indented",
        "<!--\n## In a comment\n-->",
        "<pre>\n<b>## In html</b>\n</pre>",
      ];
      const { library } = await linted(stage, named(hidden.map((text) => `${head}${question}Look:\n\n${text}\n\nAnswer: a\n`)));
      assert.deepEqual(
        library.decks.flatMap(({ questions }) => questions.map(({ id }) => id)).sort(),
        [...hidden.map((_, index) => `f${index}/q`), "good/q"].sort(),
      );
    },
  },
  {
    number: "G12",
    title: "line ends, marks and encodings of other tools",
    provoke: async (stage) => {
      const { library, told } = await linted(stage, {
        "bom.md": `\ufeff${good}`,
        "crlf.md": good.replaceAll("\n", "\r\n"),
        "cr.md": good.replaceAll("\n", "\r"),
        "separator.md": good.replace("Answer: a", "Answer: a\u2028b"),
        "latin.md": Buffer.from(good.replace("## Q", "## Qé"), "latin1"),
        "wide.md": Buffer.from(`\ufeff${good}`, "utf16le"),
      });
      assert.deepEqual(library.decks.map(({ id }) => id).sort(), ["bom", "cr", "crlf", "good", "separator"]);
      assert.ok(told.includes("file-encoding latin.md") && told.includes("file-encoding wide.md"));
      await stage.held(["decks", "lint", "d"], { status: 3, says: /byte at offset \d+/ });
    },
  },
  {
    number: "G13",
    title: "escape codes of every family, in every place",
    provoke: async (stage) => {
      const files = Object.fromEntries(escapes.map((piece, index) => [`e${index}.md`, everywhere(piece)]));
      const { library } = await linted(stage, {
        ...files,
        "\u001b]0;owned\u0007name.md": everywhere("x"),
        "ids.md": `${head}## Q\n\`id: \u001b[2Jq\`\n\nAnswer: a\n`,
      });
      assert.doesNotMatch(JSON.stringify(library.decks), /\\u00(?:[01][0-9a-f]|7f|[89][0-9a-f])/);
      for (const { id } of library.decks.slice(0, 5)) await stage.held(["decks", "show", id, "--decks", "d"], { status: 0 });
    },
  },
  {
    number: "G14",
    title: "direction marks and letters that are not seen",
    provoke: async (stage) => {
      const { told } = await linted(stage, Object.fromEntries(bidi.map((piece, index) => [`b${index}.md`, everywhere(piece)])));
      for (const [index] of bidi.entries()) assert.ok(told.includes(`control-characters b${index}.md`), `b${index}.md is not told of`);
    },
  },
  complained(
    "G15",
    "ids of letters that look like others",
    named(["аb", "ab\u0301", "ｑ"].map((id) => withKey(`id: ${id}`, "Answer: a").replace("`id: q` ", ""))),
    ["id-form"],
  ),
  complained(
    "G16",
    "ids that are paths, names of devices, too long, empty or of signs",
    named(["../../x", "CON", "x".repeat(5000), "", "😀"].map((id) => `${head}## Q\n\`id: ${id}\`\n\nAnswer: a\n`)),
  ),
  {
    number: "G17",
    title: "file names with dashes, blanks, newlines and escape codes",
    provoke: async (stage) => {
      await linted(stage, { "-rf.md": good, " .md": "broken", "two\nlines.md": "broken", "\u001b[31mred.md": "broken", "--json.md": good });
      await stage.held(["decks", "lint", "d/-rf.md"], { status: 0 });
    },
  },
  {
    number: "G18",
    title: "links, pipes, sockets, devices and folders that are named like decks",
    provoke: async (stage) => {
      const folder = join(stage.folder, "d");
      mkdirSync(join(folder, "folder.md"), { recursive: true });
      execFileSync("mkfifo", [join(folder, "pipe.md")]);
      symlinkSync("/dev/zero", join(folder, "zero.md"));
      symlinkSync("loop.md", join(folder, "loop.md"));
      symlinkSync("/etc", join(folder, "out"));
      symlinkSync("..", join(folder, "round"));
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(join(folder, "s.md"), resolve));
      try {
        // By the program first, which can be ended: this process would wait at the pipe for ever.
        await stage.held(["decks", "lint", "d"], { status: 3 }, { killAfter: 60_000 });
        const { told } = await linted(stage, {});
        for (const name of ["folder.md", "pipe.md", "zero.md", "loop.md", "out", "round"])
          assert.ok(told.includes(`file-kind ${name}`), `${name}: ${told.join("; ")}`);
      } finally {
        server.close();
      }
    },
  },
  {
    number: "G19",
    title: "a deck and a folder that may not be read",
    provoke: async (stage) => {
      for (const name of ["good.md", "closed.md", "shut/in.md"]) stage.write(`d/${name}`, good);
      chmodSync(join(stage.folder, "d/closed.md"), 0);
      chmodSync(join(stage.folder, "d/shut"), 0);
      stage.fired();
      const { out, err } = await stage.held(["decks", "lint", "d"], { status: 3, says: "EACCES" });
      assert.match(out + err, /closed\.md[\s\S]*shut/);
      await stage.held(["decks", "show", "good", "--decks", "d"], { status: 0 });
      await stage.held(["decks", "list", "--decks", "d/shut"], { status: 1, says: /d\/shut\S* cannot be read: you may not use/ });
      chmodSync(join(stage.folder, "d/shut"), 0o700);
    },
  },
  {
    number: "G20",
    title: "two thousand files, and a hundred levels of folders",
    provoke: async (stage) => {
      const { library, told } = await linted(stage, {
        ...Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`m/f${index}.md`, good])),
        [`${"n/".repeat(100)}deep.md`]: good,
      });
      assert.equal(library.decks.length, 2001);
      assert.equal(told.filter((each) => each.startsWith("folder-closed")).length, 1);
    },
  },
  {
    number: "G21",
    title: "a deck is changed, and then removed, while it is practised",
    provoke: async (stage) => {
      const text = deckOf(shelfQuestion({ id: "first", minutes: 5 }), shelfQuestion({ id: "second", minutes: 5 }));
      stage.write("mine.md", text);
      // A shelf of its own, on which it stands: what is not yet asked is then read from there.
      const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
      mkdirSync(env.XDG_CACHE_HOME);
      const list = ["decks", "list", "--decks", "mine.md"];
      await stage.held(list, { status: 0 }, { env });
      const play = async (terminal: TestTerminal): Promise<void> => {
        await terminal.waitFor("^D hand in");
        terminal.type("Every empty shelf is a lost sale.");
        await drafted(stage, "lost sale.");
        stage.write("mine.md", text.replaceAll("lost-sales", "other").replaceAll("Explain why", "Forget at once why"));
        // Another program takes note of it, and puts another library on the shelf.
        await stage.held(list, { status: 0 }, { env });
        stage.fired();
        terminal.type(keys.ctrl("d"));
        await terminal.waitFor("Enter agree");
        assert.match(terminal.screen(), /Lost sales/);
        rmSync(join(stage.folder, "mine.md"));
        terminal.type(keys.enter);
        await terminal.waitFor("Enter next question");
        terminal.type(keys.enter);
        await terminal.waitFor("2 of 2");
        assert.match(terminal.screen(), /Explain why/);
        terminal.type(`Shoppers lose trust in us.${keys.ctrl("d")}`);
        await terminal.waitFor("Enter agree");
        terminal.type(keys.enter);
        await terminal.waitFor("Enter how it went");
        terminal.type(keys.enter);
        assert.equal((await terminal.ended).status, 0);
      };
      await onTerminal(stage, ["drill", "mine", "--decks", "mine.md", "--no-confidence", "--seed", "1"], play, { env });
      assert.equal((await attemptsIn(stage)).length, 2);
      await stage.held(["history"], { status: 0 });
    },
  },
  {
    number: "G22",
    title: "a deck is removed after it was practised",
    provoke: async (stage) => {
      const id = await stage.practise();
      rmSync(join(stage.folder, "mine.md"));
      stage.fired();
      for (const args of [["history"], ["history", id], ["stats"], ["explain", id], ["rescore"], []]) await stage.held(args, { status: 0 });
    },
  },
  complained(
    "G23",
    "options of which none is right, two are the same, or there are forty",
    named(["- [ ] a\n- [ ] b", "- [x] a\n- [x] a", `${"- [ ] o\n".repeat(40)}- [x] r`, "- [x] only"].map((options) => `${head}${question}${options}\n`)),
  ),
  complained(
    "G24",
    "weights below nothing, of nothing, of no number and huge",
    named(
      ["-1", "NaN", "1e308", "Infinity", "x"].map(
        (weight) =>
          `${head}${question}### Key points\n- **A** \`id: a\` \`weight: ${weight}\`\n  - one way\n  - two ways\n  - three ways\n\n### Model answer\none way\n`,
      ),
    ),
    ["key-point-weight"],
  ),
  {
    number: "G25",
    title: "formulas that call, assign, divide by nothing or never end",
    provoke: async (stage) => {
      const files = named(formulas.map(([formula]) => `${head}${question}How much is {a}?\n\nGiven:\n- a = one of 1, 2\n\nFormula: ${formula}\n`));
      const { told } = await linted(stage, files);
      for (const [index, [formula, rule]] of formulas.entries())
        assert.ok(told.includes(`${rule} f${index}.md`), `${formula.slice(0, 20)} is not told of by ${rule}`);
    },
  },
  {
    number: "G26",
    title: "phrasings and forms are patterns that would never end",
    provoke: async (stage) => {
      const patterns = ["(a+)+$", "(a|a)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", ".*.*.*.*x", "[", "(?<n>"];
      const points = patterns.map((pattern, index) => `- **P${index}** \`id: p${index}\`\n  - ${pattern}\n  - said ${pattern}\n  - or ${pattern}\n`).join("");
      const forms = patterns.map((pattern, index) => `## F${index}\n\`id: f${index}\`\n\nAnswer: ${pattern} | other ${index}\n`).join("\n");
      await linted(stage, { "p.md": `${head}${question}### Key points\n${points}\n### Model answer\nx\n\n${forms}` });
      const start = performance.now();
      await stage.held(["grade", "p/q", "--decks", "d"], { status: 0 }, { input: `${"a".repeat(50_000)}!` });
      const input = `answers: [${patterns.map((_, index) => `{question: p/f${index}, answer: ${"a".repeat(5000)}}`).join(", ")}]\n`;
      const { out } = await stage.held(["drill", "p", "--decks", "d", "--answers", "-", "--json"], { status: 0 }, { input });
      assert.ok(performance.now() - start < 45_000, "it takes too long");
      const { attempts } = JSON.parse(out) as { readonly attempts: readonly { readonly score: number }[] };
      assert.deepEqual(
        attempts.map(({ score }) => score),
        patterns.map(() => 0),
      );
    },
  },
  complained(
    "G27",
    "minutes of nothing, below it, or without end",
    named(["0", "-5", "1e9", "NaN", "x"].map((minutes) => withKey(`minutes: ${minutes}`, "Answer: a"))),
  ),
  complained(
    "G28",
    "links to frameworks, rounds and sources that are not there",
    named([withKey("framework: none", "Answer: a"), withKey("round: none", "Answer: a"), withKey("source: none", "Answer: a")]),
  ),
  {
    number: "G29",
    title: "phrasings that are empty or fit everything",
    provoke: async (stage) => {
      const pointOf = (id: string, phrasings: readonly string[]): string => `- **A** \`id: ${id}\`\n${phrasings.map((each) => `  - ${each}\n`).join("")}`;
      const deckWith = (points: string): string => `${head}${question}### Key points\n${points}\n### Model answer\nx\n`;
      const { told } = await linted(stage, {
        "empty.md": deckWith(pointOf("a", ["", "", ""])),
        "blank.md": deckWith(pointOf("a", [" ", "  ", " "])),
        "small.md": deckWith(pointOf("a", ["a", "the", "of it"]) + pointOf("b", ["*", "!", "…"])),
      });
      for (const name of ["empty.md", "blank.md"]) assert.ok(told.includes(`phrasings-few ${name}`), told.join("; "));
      const answer = "I would ask the people of the store what a part of it is for!";
      const { out } = await stage.held(["grade", "small/q", "--decks", "d", "--json"], { status: 0 }, { input: answer });
      const { marks } = JSON.parse(out) as { readonly marks: readonly { readonly status: string }[] };
      assert.deepEqual(
        marks.map(({ status }) => status),
        ["not-found", "not-found"],
      );
      // A batch brings its own, which no lint has seen.
      const keyPoints = [{ id: "a", text: "Money is saved", phrasings: ["a", "the", "of it", "*"] }];
      const line = JSON.stringify({ id: 1, question: "What is it worth?", answer, keyPoints });
      const batch = await stage.held(["grade", "--batch", "-", "--json"], { status: 0 }, { input: `${line}\n` });
      const { score } = JSON.parse(batch.out) as { readonly score: number };
      assert.ok(score < 0.05, `anything is marked ${score}`);
    },
  },
  {
    number: "G30",
    title: "one file under two names",
    provoke: async (stage) => {
      stage.write("d/good.md", good);
      linkSync(join(stage.folder, "d/good.md"), join(stage.folder, "d/twin.md"));
      const { library } = await linted(stage, {});
      assert.deepEqual(library.decks.map(({ id }) => id).sort(), ["good", "twin"]);
    },
  },
];
