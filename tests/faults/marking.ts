// Room: tests. H: answers, answers files and batches that are odd, huge or hostile; all through the built program.
import assert from "node:assert/strict";
import type { Faults } from "./fault.ts";

const question = "walmart/ai-pm/cases/out-of-stock";
const escapes = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e";

/** Marks texts in one batch; gives what comes out, a line each. */
async function batch(
  stage: Parameters<Faults[number]["provoke"]>[0],
  lines: readonly string[],
  status: number | readonly number[] = 0,
): Promise<readonly Record<string, unknown>[]> {
  stage.fired();
  const { out } = await stage.held(["grade", "--batch", "-", "--json"], { status }, { input: `${lines.join("\n")}\n` });
  return out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

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
      await marked(stage, ["", " \n\t ", "a", "word ".repeat(100_000)]);
      await stage.held(["grade", question], { status: [0, 1, 2, 3] }, { input: "" });
      await stage.held(["grade", question], { status: 0 }, { input: "word ".repeat(100_000) });
    },
  },
  {
    number: "H2",
    title: "answers of signs, digits, pictures and other scripts",
    provoke: async (stage) =>
      void (await marked(stage, ["?!…—", "123 456", "😀👩‍👩‍👧‍👦🏴‍☠️", "Каждая пустая полка", "每个空货架都是损失", "كل رف فارغ", "mixed каша 混ざる"])),
  },
  {
    number: "H3",
    title: "halves of letters, and escape codes",
    provoke: async (stage) => {
      await marked(stage, ["\ud800 half", "half \udfff", escapes, `${escapes}Every empty shelf is a lost sale.`]);
      await stage.held(["grade", question], { status: [0, 3] }, { input: Buffer.from([0xff, 0xfe, 0x41, 0xc3, 0x28]) });
      await stage.held(["grade", question], { status: 0 }, { input: `Every empty shelf ${escapes} is a lost sale.` });
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
    provoke: async (stage) => void (await marked(stage, ["1,000.5", "1.000,5", "$1.2M", "1.2 million dollars", "12 bps", "3-5%", "~40", "½", "1e6", "１２３"])),
  },
  {
    number: "H7",
    title: "answers files that are missing, empty, of another shape, or bombs",
    provoke: async (stage) => {
      const drill = ["drill", question, "--answers"];
      stage.fired();
      await stage.held([...drill, "none.yaml"], { status: [1, 2, 3], says: "none.yaml" });
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
      for (const text of texts) await stage.held([...drill, "-"], { status: [1, 2, 3] }, { input: text });
      await stage.held(
        [...drill, "-"],
        { status: 3, says: "twice" },
        { input: `answers: [{question: ${question}, answer: a}, {question: ${question}, answer: b}]` },
      );
      stage.write("huge.yaml", "x".repeat(20 << 20));
      await stage.held([...drill, "huge.yaml"], { status: [1, 3], says: /at most|larger|longer/ });
      await stage.held([...drill, "/dev/zero"], { status: [1, 2, 3] });
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
      const marks = await batch(stage, lines, [0, 1, 3]);
      assert.ok(marks.some(({ id }) => id === "first") && marks.some(({ id }) => id === "last"), "a good line is not marked");
    },
  },
];
