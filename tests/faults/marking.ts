// Room: tests. H: answers, answers files and batches that are odd, huge or hostile; all through the built program.
import assert from "node:assert/strict";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import type { Faults } from "./fault.ts";
import { attemptsIn } from "./on-terminal.ts";

const question = "walmart/ai-pm/cases/out-of-stock";
const escapes = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e";

/** Marks texts in one batch; gives what comes out, a line each. */
async function batch(stage: Parameters<Faults[number]["provoke"]>[0], lines: readonly string[], status = 0): Promise<readonly Record<string, unknown>[]> {
  stage.fired();
  const { out } = await stage.held(["grade", "--batch", "-", "--json"], { status }, { input: `${lines.join("\n")}\n` });
  return out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

/** Units, values, and one spelling of each. */
const spellings: readonly (readonly [string, string, string])[] = [
  ["", "1000.5", "1,000.5"],
  ["", "1000.5", "1.000,5"],
  ["", "1000.5", "１０００.５"],
  ["", "1000.5", "1000½"],
  ["", "1000000", "1e6"],
  ["", "40", "~40"],
  ["", "0.5", "½"],
  ["", "-5", "−5"],
  ["USD", "1200000", "$1.2M"],
  ["USD", "1200000", "1.2 million dollars"],
  ["%", "0.12", "12 bps"],
  ["%", "4", "4 percent"],
];

const line = (answer: string, id: string | number = 1): string =>
  JSON.stringify({ id, question: "Why do empty shelves cost money?", answer, reference: "Every empty shelf is a lost sale, and loyalty goes down over time." });

async function marked(stage: Parameters<Faults[number]["provoke"]>[0], answers: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const start = performance.now();
  const marks = await batch(
    stage,
    answers.map((answer, index) => line(answer, index)),
  );
  assert.equal(marks.length, answers.length);
  assert.ok(performance.now() - start < 45_000, "it takes too long");
  return marks;
}

export const markingFaults: Faults = [
  {
    number: "H1",
    title: "answers of nothing, one letter, and a hundred thousand words",
    provoke: async (stage) => {
      const marks = await marked(stage, ["", " \n\t ", "a", "word ".repeat(100_000)]);
      assert.deepEqual(
        marks.slice(0, 2).map(({ score, flags }) => [score, flags]),
        [
          [0, ["empty"]],
          [0, ["empty"]],
        ],
      );
      for (const { score } of marks) assert.ok(Number(score) <= 0.2, JSON.stringify(marks));
      await stage.held(["grade", question], { status: 0 }, { input: "" });
      await stage.held(["grade", question], { status: 0 }, { input: "word ".repeat(100_000) });
    },
  },
  {
    number: "H2",
    title: "answers of signs, digits, pictures and other scripts",
    provoke: async (stage) => {
      const foreign = ["Каждая пустая полка", "每个空货架都是损失", "كل رف فارغ", "mixed каша 混ざる"];
      const marks = await marked(stage, ["?!…—", "123 456", "😀👩‍👩‍👧‍👦🏴‍☠️", ...foreign]);
      for (const { score } of marks) assert.ok(Number(score) <= 0.1, JSON.stringify(marks));
      for (const { flags } of marks.slice(-foreign.length)) assert.ok((flags as readonly string[]).includes("not-english"), JSON.stringify(marks));
    },
  },
  {
    number: "H3",
    title: "halves of letters, and escape codes",
    provoke: async (stage) => {
      await marked(stage, ["\ud800 half", "half \udfff", escapes, `${escapes}Every empty shelf is a lost sale.`]);
      await stage.held(["grade", question], { status: 3 }, { input: Buffer.from([0xff, 0xfe, 0x41, 0xc3, 0x28]) });
      await stage.held(["grade", question], { status: 0 }, { input: `Every empty shelf ${escapes} is a lost sale.` });
    },
  },
  {
    number: "H4",
    title: "answers that say nothing, and the same said in other words",
    provoke: async (stage) => {
      const none = [
        "",
        "I would do my best.",
        "shelf sale loyalty empty lost time dollars store pilot baseline",
        "Empty shelves. Empty shelves. Empty shelves. Empty shelves.",
      ];
      const empty = none.map((answer, id) => JSON.stringify({ id, question, answer }));
      const said = [
        "Every empty shelf is a lost sale, and loyalty goes down over time.",
        "When a shelf is empty we lose the sale, and over time people are less loyal to us.",
      ];
      const scores = (await batch(stage, [...empty, ...said.map((answer, id) => line(answer, id))])).map(({ score }) => Number(score));
      for (const [index, score] of scores.entries()) {
        const isNone = index < none.length;
        assert.ok(isNone ? score <= 0.2 : score >= 0.5, `${[...none, ...said][index] ?? ""}: ${score}`);
      }
      assert.equal(scores.length, none.length + said.length);
    },
  },
  {
    number: "H5",
    title: "texts made to be slow",
    provoke: async (stage) =>
      void (await marked(stage, [
        "1,".repeat(50_000),
        "1e".repeat(50_000),
        "$".repeat(100_000),
        "-".repeat(100_000),
        "a'".repeat(50_000),
        "((((".repeat(25_000),
        "1.".repeat(50_000),
        " ".repeat(100_000),
      ])),
  },
  {
    number: "H6",
    title: "numbers in every spelling",
    provoke: async (stage) => {
      const texts = spellings.map(
        ([unit, value], index) =>
          `## Q${index}\n\`id: q${index}\`${unit === "" ? "" : ` \`unit: ${unit}\``}\n\nHow much is {a}?\n\nGiven:\n- a = one of ${value}, ${value}\n\nFormula: \`a\`\n`,
      );
      stage.write("mine.md", deckOf(...texts));
      const answers = spellings.map(([, , spelled], index) => ({ question: `mine/q${index}`, answer: spelled }));
      stage.fired();
      const { out } = await stage.held(
        ["drill", "mine", "--decks", "mine.md", "--count", String(answers.length), "--answers", "-", "--json"],
        { status: 0 },
        { input: JSON.stringify({ answers }) },
      );
      const { attempts } = JSON.parse(out) as { readonly attempts: readonly { readonly question: string; readonly score: number }[] };
      assert.deepEqual(
        attempts.map(({ question: asked, score }) => [spellings[Number(asked.slice("mine/q".length))]?.[2], score]),
        spellings.map(([, , spelled]) => [spelled, 1]),
      );
    },
  },
  {
    number: "H7",
    title: "answers files that are missing, empty, of another shape, or bombs",
    provoke: async (stage) => {
      const drill = ["drill", question, "--answers"];
      stage.fired();
      await stage.held([...drill, "none.yaml"], { status: 3, says: "none.yaml" });
      const texts = [
        "",
        "just words",
        "answers: 3",
        "- a\n- b",
        "{",
        "answers: [{answer: a}]",
        "answers: [{question: no/such/one, answer: a}]",
        `answers: ${"[".repeat(20_000)}`,
        "a: &a [*a]",
        escapes,
        "answers: [{question: __proto__, answer: {__proto__: x}}]",
      ];
      for (const text of texts) await stage.held([...drill, "-"], { status: 3 }, { input: text });
      await stage.held(
        [...drill, "-"],
        { status: 3, says: "twice" },
        { input: `answers: [{question: ${question}, answer: a}, {question: ${question}, answer: b}]` },
      );
      stage.write("huge.yaml", "x".repeat(20 << 20));
      await stage.held([...drill, "huge.yaml"], { status: 3, says: /at most|larger|longer/ });
      await stage.held([...drill, "/dev/zero"], { status: 3 });
    },
  },
  {
    number: "H8",
    title: "lines of a batch that are no JSON, lack a field, or are huge",
    provoke: async (stage) => {
      const lines = [
        line("good", "first"),
        "not json",
        "{}",
        "[]",
        "null",
        '{"id":1}',
        JSON.stringify({ id: 1, question: "q", answer: "x".repeat(11 << 20) }),
        `{"__proto__":1}`,
        line("good", "last"),
      ];
      const marks = await batch(stage, lines, 3);
      assert.ok(marks.some(({ id }) => id === "first") && marks.some(({ id }) => id === "last"), "a good line is not marked");
    },
  },
  {
    number: "H9",
    title: "an answer is marked anew after its deck lost a key point",
    provoke: async (stage) => {
      const third = "- **Price** `id: price`\n  - we mark fresh food down\n  - it goes for half\n  - waste costs us\n\n### Model";
      const text = deckOf(shelfQuestion().replace("### Model", third));
      stage.write("mine.md", text);
      const input = "answers: [{question: mine/explain, answer: Every empty shelf is a lost sale.}]\n";
      await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input });
      const [before] = await attemptsIn(stage);
      const at = text.indexOf("- **Trust**");
      stage.write("mine.md", text.slice(0, at) + text.slice(text.indexOf("- **Price**")));
      stage.fired();
      await stage.held(["rescore", "--decks", "mine.md"], { status: 0, says: "1 whose question looks for other things now" });
      await stage.held(["rescore", "--apply", "--decks", "mine.md"], { status: 0 });
      for (const args of [["history"], ["explain", before?.id ?? ""], ["stats"]]) await stage.held([...args, "--decks", "mine.md"], { status: 0 });
      const [after] = await attemptsIn(stage);
      assert.deepEqual(after, before, "the attempt's own record was changed");
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
];
