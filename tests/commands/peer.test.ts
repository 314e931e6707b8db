// `coach peer`: the script of a round, to a file or not.
import { readFileSync } from "node:fs";
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
