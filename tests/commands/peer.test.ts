// `coach peer`: the script of a round, to a file or not; the form read in, kept, and shown.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

interface Script {
  readonly questions: readonly { readonly id: string; readonly title: string; readonly prompt: string }[];
}

describe("the script of a round", () => {
  test("goes to standard output, with the people of the round, its minutes and its questions", async () => {
    const place = aPlace();
    const { status, out, err } = await place.coach("peer walmart/ai-pm --round 4 --seed 7");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("# You are the interviewer: Cross-functional panel, AI/ML product manager at Walmart");
    expect(out).toContain("- **compliance officer**: presses on the purpose");
    expect(out).toContain("You have 90 minutes for");
    const { questions } = (await place.json("peer walmart/ai-pm --round 4 --seed 7")) as Script;
    expect(questions.length).toBeGreaterThan(3);
    for (const { id } of questions) expect(out).toContain(` ${id} -->`);
  });

  test("goes to a file that is not there yet; over one that is only when forced", async () => {
    const place = aPlace();
    const { out, err } = await place.coach("peer jd/ai-pm --round 1 -o form.md");
    expect(out).toBe("");
    expect(err).toContain("Wrote form.md.");
    const first = readFileSync(join(place.folder, "form.md"), "utf8");
    expect(await place.coach("peer jd/ai-pm --round 2 -o form.md")).toMatchObject({ status: 1, err: expect.stringContaining("exists already") as string });
    expect(readFileSync(join(place.folder, "form.md"), "utf8")).toBe(first);
    expect(await place.json("peer jd/ai-pm --round 2 -o form.md --force")).toMatchObject({ loop: "jd/ai-pm", file: "form.md" });
    expect(readFileSync(join(place.folder, "form.md"), "utf8")).not.toBe(first);
  });

  test("the same seed asks the same; another one asks something else", async () => {
    const place = aPlace();
    const ids = async (seed: number) => ((await place.json(`peer jd/ai-pm --round 3 --seed ${seed}`)) as Script).questions.map(({ id }) => id);
    expect(await ids(1)).toEqual(await ids(1));
    expect(await ids(1)).not.toEqual(await ids(5));
  });

  test("without a round, with one that is not there, without a loop: told what there is", async () => {
    const place = aPlace();
    expect(await place.coach("peer walmart/ai-pm")).toMatchObject({ status: 2, err: expect.stringContaining("4 Cross-functional panel") as string });
    expect(await place.coach("peer walmart/ai-pm --round 9")).toMatchObject({ status: 2, err: expect.stringContaining("has no round 9") as string });
    expect(await place.coach("peer walmrt/ai-pm --round 1")).toMatchObject({
      status: 2,
      err: expect.stringContaining('Did you mean "walmart/ai-pm"?') as string,
    });
    expect(await place.coach("peer --round 1")).toMatchObject({ status: 2, err: expect.stringContaining("There is: jd/ai-pm, walmart/ai-pm.") as string });
  });
});

interface Compared {
  readonly from: string;
  readonly questions: readonly {
    readonly question: string;
    readonly scales: readonly { readonly id: string; readonly theirs: number; readonly yours: number | null }[];
    readonly points: readonly { readonly id: string; readonly theirs: boolean; readonly yours: string | null }[];
    readonly own: unknown;
  }[];
  readonly agreement: { readonly scales: number; readonly points: number };
  readonly differences: readonly unknown[];
}

describe("a form that comes back", () => {
  /** Every score a 2, every box ticked, in the first question only. */
  async function filledIn(place: ReturnType<typeof aPlace>): Promise<string> {
    const { out } = await place.coach("peer walmart/ai-pm --round 3 --seed 7");
    const [first = "", ...rest] = out.split("End of question 1.");
    const filled = first.replaceAll("Score: ....", "Score: 2/5").replaceAll("- [ ]", "- [x]").replace("Your name: ....", "Your name: Sam");
    writeFileSync(join(place.folder, "form.md"), [filled, ...rest].join("End of question 1."));
    return /coach question 1 (\S+) /.exec(out)?.[1] ?? "";
  }

  test("is kept, and told beside the marks of the latest answer to the same question", async () => {
    const place = aPlace();
    const question = await filledIn(place);
    writeFileSync(
      join(place.folder, "answer.txt"),
      "I would look at the shelf. A store loses $210 a week, from 3 % of sales, and we measured it against a control.",
    );
    await place.coach(`grade ${question} answer.txt --keep`);
    const { status, out, err } = await place.coach("peer import form.md");
    expect(status).toBe(0);
    expect(err).toContain("form.md:");
    expect(err).toMatch(/questions 2, 3, [\d, ]+ are not filled in, and taken as not asked/);
    expect(out).toContain('Sam on "Case study" (walmart/ai-pm)');
    expect(out).toMatch(/Levels: \d of \d the same, \d one apart\./);
    expect(out).toContain("Where you differ most");
    expect(out).toContain('Sam heard "');
    const shown = (await place.json("peer show")) as Compared;
    expect(shown.questions).toHaveLength(1);
    expect(shown).toMatchObject({ from: "Sam", questions: [{ question, own: { sessionKind: "grade" } }] });
    for (const scale of shown.questions[0]?.scales ?? []) expect(scale).toMatchObject({ theirs: 2, yours: expect.any(Number) as number });
    expect(shown.agreement.points).toBe(shown.questions[0]?.points.length);
  });

  test("without an answer of one's own it says how to get one", async () => {
    const place = aPlace();
    const question = await filledIn(place);
    const { out } = await place.coach("peer import form.md --from Alex --quiet");
    expect(out).toContain('Alex on "Case study"');
    expect(out.replace(/\s+/g, " ")).toMatch(/no answer to it here yet: coach drill walmart/);
    expect(out).toContain(question);
    expect(await place.json("peer show")).toMatchObject({ from: "Alex", questions: [{ own: null }], differences: [] });
  });

  test("that is read in again from the same friend stands for the first; another friend's beside it", async () => {
    const place = aPlace();
    await filledIn(place);
    for (const name of ["Sam", "sam", "Alex"]) await place.coach(["peer", "import", "form.md", "--from", name]);
    expect(await place.json("peer show")).toMatchObject({ from: "Alex" });
    expect(await place.json("peer show 2")).toMatchObject({ from: "sam" });
    expect(await place.coach("peer show 3")).toMatchObject({ status: 2, err: expect.stringContaining("there are 2 forms") as string });
  });

  test("with an odd score is refused with its place, and nothing is kept", async () => {
    const place = aPlace();
    await filledIn(place);
    const text = readFileSync(join(place.folder, "form.md"), "utf8").replace("Score: 2/5", "Score: seven");
    const line = text.slice(0, text.indexOf("Score: seven")).split("\n").length;
    const { status, err } = await place.coach("peer import -", text);
    expect(status).toBe(3);
    expect(err).toContain(`standard input:${line}:3: "seven" is no score; nothing was kept\n  Write one whole number from 1 to 5`);
    expect(await place.coach("peer show")).toMatchObject({ status: 2, err: expect.stringContaining("no friend's form was read in yet") as string });
  });

  test("another file is no form", async () => {
    expect(await aPlace().coach("peer import -", "# Notes\n")).toMatchObject({
      status: 3,
      err: expect.stringContaining("standard input:1:1: this is no form") as string,
    });
    expect(await aPlace().coach("peer import nothing.md")).toMatchObject({ status: 3, err: expect.stringContaining("does not exist") as string });
  });
});

test("no two scripts ask the same while there is something else", async () => {
  const place = aPlace();
  const ids = async () => ((await place.json("peer jd/ai-pm --round 3")) as Script).questions.map(({ id }) => id);
  const [first, second] = [await ids(), await ids()];
  expect(first.filter((id) => second.includes(id))).toEqual([]);
});
