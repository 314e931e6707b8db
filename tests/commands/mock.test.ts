// `coach mock` with a file of answers: to a scorecard, a debrief, JSON; refusals; gone on with.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { keyPointsOf } from "../../src/domain/question.ts";
import { aPlace, type Place } from "../support/coach.ts";

const { library } = readLibrary(rootsOf(resolve(import.meta.dirname, "../..")), (path) => path);
const questions = library.decks.filter(({ id }) => id.startsWith("jd/ai-pm/")).flatMap((deck) => deck.questions);
const cases = questions.filter((question) => question.kind === "open" && question.deck === "jd/ai-pm/cases");
const half = "First I would look at what a merchant earns today, 200 orders a week, and then I would ask two of them why they left.";

/** Every case with half an answer; replies to probes where they are given. */
function answersFile(place: Place, replies: Readonly<Record<string, string>> = {}): string {
  const answers = [
    ...cases.map(({ id }) => ({ question: id, answer: half, seconds: 90 })),
    ...Object.entries(replies).map(([question, answer]) => ({ question, answer })),
  ];
  writeFileSync(join(place.folder, "answers.json"), JSON.stringify({ answers }));
  return "answers.json";
}

interface Told {
  readonly loop: string;
  readonly rounds: readonly {
    readonly title: string;
    readonly isOver: boolean;
    readonly answers: readonly { readonly question: string; readonly probes: readonly unknown[] }[];
  }[];
  readonly scorecard: { readonly leaning: string; readonly signals: readonly { readonly name: string }[]; readonly fixes: readonly unknown[] };
  readonly debrief: string | null;
}

describe("with a file of answers", () => {
  test("runs every round to a scorecard, and tells no mark before it", async () => {
    const place = aPlace();
    const { status, out, err } = await place.coach(`mock jd/ai-pm --answers ${answersFile(place)}`);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.match(/^Round \d of 5: .*$/gm)).toHaveLength(5);
    expect(out).toContain("Two senior data scientists: whom you compare, and the night it breaks");
    const [rounds = "", committee = ""] = out.split("The committee:");
    expect(rounds).not.toMatch(/\d %|found|not yet|strong/);
    expect(committee).toMatch(/Leaning: (strong no|no|mixed)\n/);
    expect(committee).toContain("Three things to fix");
  });

  test("asks all of the file in its rounds, as one JSON document", async () => {
    const place = aPlace();
    const told = (await place.json(`mock jd/ai-pm --answers ${answersFile(place)}`)) as Told;
    expect(told).toMatchObject({ loop: "jd/ai-pm", stopped: null, pace: 1, debrief: null });
    expect(new Set(told.rounds.flatMap(({ answers }) => answers.map(({ question }) => question)))).toEqual(new Set(cases.map(({ id }) => id)));
    expect(told.rounds.every(({ isOver }) => isOver)).toBe(true);
    expect(told.scorecard.signals).toHaveLength(7);
  });

  test("replies to a probe by the question's id and the key point's", async () => {
    const place = aPlace();
    const id = "jd/ai-pm/cases/design-feature";
    const points = keyPointsOf(questions.find((question) => question.id === id) ?? cases[0]!);
    const replies = Object.fromEntries(points.map((point) => [`${id}/${point.id}`, `${point.phrasings[0]}. ${point.phrasings[1]}.`]));
    const told = (await place.json(`mock jd/ai-pm --answers ${answersFile(place, replies)}`)) as Told;
    const answer = told.rounds.flatMap(({ answers }) => answers).find(({ question }) => question === id);
    expect(answer?.probes).toMatchObject([{ status: "found" }]);
  });

  test("is in the history with its round, and a second mock is begun anew", async () => {
    const place = aPlace();
    const file = answersFile(place);
    await place.coach(`mock jd/ai-pm --answers ${file}`);
    await place.coach(`mock jd/ai-pm --answers ${file} --round 3`);
    const { attempts } = (await place.json("history --limit 100")) as { readonly attempts: readonly unknown[] };
    expect(attempts.length).toBeGreaterThan(cases.length);
  });

  test("an answer to nothing that the loop may ask is refused with its line", async () => {
    const place = aPlace();
    writeFileSync(join(place.folder, "answers.yaml"), "answers:\n  - question: walmart/ai-pm/cases/out-of-stock\n    answer: x\n");
    const { status, err } = await place.coach("mock jd/ai-pm --answers answers.yaml");
    expect(err).toMatch(/answers\.yaml:2:1: walmart\/ai-pm\/cases\/out-of-stock is not among the questions/);
    expect(status).toBe(3);
  });
});

test("a story that is told in a mock is in the story bank, with where it was told", async () => {
  const place = aPlace();
  const parts = {
    situation: "Our supplier's price feed broke on a Friday night before the holiday sale.",
    task: "I was on call and had to decide whether we pause the campaign.",
    action: "I rang the vendor, compared yesterday's file by hand and told marketing which items to drop.",
    result: "We sold without one wrong tag and the vendor added an alarm.",
  };
  writeFileSync(join(place.folder, "answers.json"), JSON.stringify({ answers: [{ question: "jd/ai-pm/star/two-leads", answer: parts }] }));
  expect((await place.coach("mock jd/ai-pm --answers answers.json")).err).toBe("The story that you told is in your story bank: coach star list.\n");
  expect(await place.json("star list")).toMatchObject({ stories: [{ versions: [{ mock: "jd/ai-pm", round: expect.any(String), parts }] }] });
  expect((await place.coach("star list")).out.replace(/\s+/g, " ")).toContain("once, in a mock of");
  expect((await place.coach("star show 1")).out.replace(/\s+/g, " ")).toContain("in a mock of jd/ai-pm, ");
});

describe("the debrief", () => {
  test("is written for nobody else to read, holds the answers, and never over a file", async () => {
    const place = aPlace();
    const line = `mock jd/ai-pm --answers ${answersFile(place)} -o debrief.md`;
    expect(await place.coach(line)).toMatchObject({ status: 0, err: "Wrote debrief.md.\n" });
    const file = join(place.folder, "debrief.md");
    const text = readFileSync(file, "utf8");
    expect(text).toContain("# Debrief of a mock: AI/ML product manager at JD.com");
    expect(text).toContain("**You:** First I would look at what a merchant earns today");
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    const again = await place.coach(line);
    expect(again).toMatchObject({ status: 1, out: "" });
    expect(again.err).toContain("--force");
    expect((await place.coach(`${line} --force`)).status).toBe(0);
  });

  test("goes to standard output for -, and nowhere unasked", async () => {
    const place = aPlace();
    const file = answersFile(place);
    expect((await place.coach(`mock jd/ai-pm --answers ${file} -o -`)).out).toContain("# Debrief of a mock");
    await place.coach(`mock jd/ai-pm --answers ${file}`);
    expect(existsSync(join(place.folder, ".local/share/interview-coach/debriefs"))).toBe(false);
  });
});

describe("the command line", () => {
  test.each([
    ["mock jd/ai-pm --resume", "there is no mock of jd/ai-pm to go on with", 2],
    ["mock jd/ai-pm --resume --new", "--resume and --new exclude each other", 2],
    ["mock jd/ai-pm --resume --round 2", "--round begins a new mock", 2],
    ["mock jd/ai-pm --round 9", "jd/ai-pm has no round 9\n  There is: 1 Recruiter screen,", 2],
    ["mock jd/ai-pm --pace 0", '--pace takes a number from 0.01 to 4, not "0"', 2],
    [
      "mock walmart/data-scientist",
      "there is no loop of walmart/data-scientist: no source tells what its rounds are\n  Its questions are there: coach drill walmart/data-scientist. Loops at Walmart: walmart/ai-pm.",
      2,
    ],
    ["peer walmart/data-scientist --round 1", "Loops at Walmart: walmart/ai-pm.", 2],
    ["mock acme/pm", 'there is no loop "acme/pm"', 2],
    ["mock", "a mock is of one loop\n  Name it: coach mock", 2],
    ["mock jd/ai-pm", "there is no terminal to ask on", 2],
  ])("%s is told", async (line, message, status) => {
    const ran = await aPlace().coach(line);
    expect(ran.err).toContain(message);
    expect(ran.status).toBe(status);
  });

  test("a role in the settings whose rounds nobody tells is told likewise", async () => {
    const place = aPlace();
    for (const line of ["config set company walmart", "config set role data-scientist"]) await place.coach(line);
    for (const line of ["mock", "peer --round 1"]) expect((await place.coach(line)).err).toContain("there is no loop of walmart/data-scientist");
  });

  test("nothing is kept of a mock that could not begin", async () => {
    const place = aPlace();
    await place.coach("mock jd/ai-pm");
    expect(await place.coach("mock jd/ai-pm --resume")).toMatchObject({ status: 2 });
  });
});
