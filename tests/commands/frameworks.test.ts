// Room: tests. `coach frameworks practice` as a command line: three steps, marked part by part, kept, and never the same prompt twice in a row.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

interface Session {
  readonly session: string;
  readonly asked: number;
  readonly attempts: readonly {
    readonly question: string;
    readonly score: number;
    readonly marks: readonly { readonly id: string; readonly status: string }[];
  }[];
}

const about =
  "The share of orders that are late is 9 percent; each costs $4 in credits. A model estimates the picking time of an order, which decides the order to start. " +
  "We pilot in 15 stores for a month against matched ones, and watch picking accuracy before we widen.";

function withAnswers(answers: readonly { readonly question: string; readonly answer: unknown }[]) {
  const place = aPlace();
  writeFileSync(join(place.folder, "answers.yaml"), JSON.stringify({ answers }));
  return place;
}

const start = "frameworks/retail-impact-triangle";
const answers = [
  { question: `${start}/recall`, answer: ["the exection roadmap", "business metric", "AI leverage"] },
  { question: `${start}/order`, answer: ["Business metric", "AI leverage", "Execution roadmap"] },
  { question: `${start}/apply-late-pickup`, answer: about },
];
const line = "frameworks practice retail-impact-triangle --answers answers.yaml";

test("three steps are asked, marked part by part, and kept", async () => {
  const place = withAnswers(answers);
  const session = (await place.json(line)) as Session;
  expect(session).toMatchObject({ session: "framework", asked: 3 });
  expect(session.attempts.map(({ question }) => question)).toEqual(answers.map(({ question }) => question));
  const [recall, order, apply] = session.attempts;
  expect([recall?.score, order?.score]).toEqual([1, 1]);
  expect(apply?.marks.map(({ id, status }) => [id, status])).toEqual([
    ["business-metric", "found"],
    ["ai-leverage", "found"],
    ["execution-roadmap", "found"],
  ]);
  const { attempts } = (await place.json("history")) as { readonly attempts: readonly { readonly question: string; readonly title: string }[] };
  expect(attempts.map(({ title }) => title)).toEqual([
    "Retail Impact Triangle: Orders that are not ready",
    "Retail Impact Triangle: the order",
    "Retail Impact Triangle: the parts",
  ]);
  expect(await place.json("history --company walmart")).toMatchObject({ total: 3 });
  expect(await place.json("history --company jd")).toMatchObject({ total: 0 });
});

test("its attempts are explained and marked again like any other, and `coach grade` marks one from a file", async () => {
  const place = withAnswers(answers);
  await place.coach(line);
  expect((await place.coach("explain 1")).out).toContain("Execution roadmap");
  expect(await place.json("rescore")).toMatchObject({ attempts: 3 });
  expect(await place.json(`grade ${start}/apply-late-pickup`, about)).toMatchObject({ kind: "open" });
});

test("answers to other questions are refused, with the file and the line", async () => {
  const { status, err } = await withAnswers([{ question: "frameworks/star/recall", answer: "x" }]).coach(line);
  expect(status).toBe(3);
  expect(err).toContain("answers.yaml:1:");
  expect(err).toContain("frameworks/star/recall");
});

test.each([
  ["frameworks practice sar", 'Did you mean "star"?', 2],
  ["frameworks practice", "missing required argument", 2],
  ["frameworks practice star", "there is no terminal to ask on", 2],
])("%s says what is wrong", async (words, message, status) => {
  const ran = await aPlace().coach(words);
  expect(ran.err).toContain(message);
  expect(ran.status).toBe(status);
});

test("completion offers the names of frameworks, and the list says how many prompts each has", async () => {
  const place = aPlace();
  expect((await place.coach("__complete -- frameworks practice sta")).out).toBe("star\n");
  const { frameworks } = (await place.json("frameworks list")) as { readonly frameworks: readonly { readonly prompts: number }[] };
  expect(Math.min(...frameworks.map(({ prompts }) => prompts))).toBeGreaterThanOrEqual(3);
});
