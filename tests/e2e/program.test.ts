// Room: tests. The built program, as a person or a script meets it: a real process, a real terminal, real files.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { aHome, type Home, launcher } from "../support/home.ts";
import { deckOf, pickQuestion, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";

const quickWords = `## Quick words
\`id: quick-words\` \`minutes: 0.25\`

Say it in a breath.

### Key points
- **One** \`id: one\`
  - the number goes up
  - it grows every week
  - a rise in the figure
- **Two** \`id: two\`
  - it costs less than before
  - cheaper for everybody
  - the price came down

### Model answer
The number goes up and it costs less than before.
`;

let home: Home;

beforeEach(() => {
  home = aHome({ "mine.md": deckOf(pickQuestion, shelfQuestion({ hint: "Think of the shopper." }), quickWords) });
});

describe("without a terminal", () => {
  test("home is printed, with no escape codes, and the status is 0", () => {
    const { status, out, err } = home.run([]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("Tonight:");
    expect(out).not.toMatch(/[\u001b\r]/);
  });

  test("the library holds what was promised, in one JSON document", () => {
    const { out } = home.run(["--json", "decks", "list"]);
    const { questions, decks } = JSON.parse(out) as { questions: number; decks: { company: string | null; kinds: Record<string, number> }[] };
    expect(questions).toBeGreaterThanOrEqual(150);
    expect(new Set(decks.flatMap((each) => Object.keys(each.kinds)))).toEqual(
      new Set(["choice", "recall", "numeric", "order", "sort", "open", "star", "rewrite"]),
    );
    expect(decks.map((each) => each.company)).toEqual(expect.arrayContaining(["Walmart", "JD.com"]));
  });

  test("a session with --answers is marked, kept and told, and history shows it", () => {
    const answers =
      "answers:\n  - question: mine/pick\n    answer: a\n  - question: mine/explain\n    answer: Shoppers leave without buying anything, and loyalty goes down over time. One lost sale follows another.\n    seconds: 40\n";
    const told = home.run(["drill", "mine", "--decks", "mine.md", "--answers", "-"], answers);
    expect(told).toMatchObject({ status: 0, err: "" });
    expect(told.out).toContain("Lost sales");
    const history = JSON.parse(home.run(["history", "--json", "--decks", "mine.md"]).out) as {
      attempts: { question: string; score: number; seconds: number; timedOut: boolean }[];
    };
    expect(history.attempts).toMatchObject([
      { question: "mine/explain", score: 1, seconds: 40, timedOut: false },
      { question: "mine/pick", score: 1 },
    ]);
    expect(home.run(["history", "1", "--decks", "mine.md"]).out).toContain("lost sale");
  });

  test("answers are private: files 0600, folders 0700", () => {
    home.run(["drill", "mine", "--decks", "mine.md", "--answers", "-"], "answers: [{question: mine/pick, answer: a}]");
    const rightsOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    expect(rightsOf(home.data)).toBe("700");
    for (const name of readdirSync(home.data, { recursive: true, encoding: "utf8" })) {
      const path = join(home.data, name);
      expect(rightsOf(path), name).toBe(statSync(path).isDirectory() ? "700" : "600");
    }
  });

  test("an answers file that is wrong is refused with its line, and nothing is kept", () => {
    writeFileSync(join(home.folder, "wrong.yaml"), "answers:\n  - question: mine/pick\n    answer: z\n");
    const { status, err } = home.run(["drill", "mine", "--decks", "mine.md", "--answers", "wrong.yaml"]);
    expect(err).toMatch(/wrong\.yaml:2:1: .*"z" is no option/);
    expect(status).toBe(3);
  });

  test("a reader that leaves early ends it without a trace", async () => {
    const child = spawn(process.execPath, [launcher, "decks", "list", "--json"], {
      cwd: home.folder,
      env: home.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    const err: Buffer[] = [];
    child.stderr.on("data", (part: Buffer) => err.push(part));
    const status = await new Promise((done) => child.on("close", done));
    expect({ status, err: Buffer.concat(err).toString() }).toEqual({ status: 0, err: "" });
  });

  test("a checklist is written once, and not again without --force", () => {
    expect(home.run(["export", "checklist", "--company", "walmart", "-o", "prep.md"]).status).toBe(0);
    expect(readFileSync(join(home.folder, "prep.md"), "utf8")).toMatch(/^- \[ \] /m);
    const again = home.run(["export", "checklist", "--company", "walmart", "-o", "prep.md"]);
    expect(again.status).not.toBe(0);
    expect(again.err).toContain("--force");
    expect(home.run(["export", "checklist", "--company", "walmart", "-o", "prep.md", "--force"]).status).toBe(0);
  });

  test("a code cache that is damaged, or of nobody's, is as good as none", () => {
    const env = { PATH: process.env["PATH"], HOME: home.folder };
    const list = () => spawnSync(process.execPath, [launcher, "decks", "list"], { env, encoding: "utf8" });
    const { stdout } = list();
    const folder = join(home.folder, ".cache/interview-coach");
    expect(readdirSync(folder)).not.toEqual([]);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "damaged");
    expect(list()).toMatchObject({ status: 0, stdout, stderr: "" });
  });

  test.runIf(existsSync("/dev/full"))("output that a full disk does not take is told, and is no bug where messages cannot be written either", () => {
    const full = openSync("/dev/full", "w");
    const env = { PATH: process.env["PATH"], HOME: home.folder };
    const list = (out: number, err: number | "pipe") =>
      spawnSync(process.execPath, [launcher, "decks", "list"], { env, stdio: ["ignore", out, err], encoding: "utf8" });
    const told = "coach: The output was not written: the disk is full (ENOSPC).\n  Free some space, then try again.\n";
    expect(list(full, "pipe")).toMatchObject({ status: 1, stderr: told });
    expect(list(full, full)).toMatchObject({ status: 1 });
    closeSync(full);
  });

  test("no home and no place for data is told, not guessed", () => {
    const { status, stderr } = spawnSync(process.execPath, [launcher, "history"], {
      cwd: home.folder,
      env: { PATH: process.env["PATH"], HOME: "" },
      encoding: "utf8",
    });
    expect(stderr).toContain("HOME");
    expect(status).toBe(1);
    expect(readdirSync(home.folder)).toEqual(["mine.md"]);
  });
});

describe("on a terminal", () => {
  test("a drill from the first key to the summary", async () => {
    const terminal = home.onTerminal(["drill", "mine", "--decks", "mine.md", "--count", "2", "--kind", "choice,open", "--seed", "2"]);
    for (let question = 1; question <= 2; question += 1) {
      const screen = await terminal.waitFor(new RegExp(`${question} of 2`));
      if (screen.includes("Explain why") || screen.includes("breath")) {
        terminal.type("Every empty shelf is a lost sale.");
        await terminal.waitFor("7 words");
        terminal.type(keys.ctrl("d"));
        await terminal.waitFor("Enter skip");
        terminal.type("4");
        await terminal.waitFor("agree");
        terminal.type(keys.enter);
        await terminal.waitFor("A strong answer");
      } else {
        terminal.type("a");
        await terminal.waitFor("(x)");
        terminal.type(keys.enter);
        await terminal.waitFor("Enter skip");
        terminal.type("4");
      }
      await terminal.waitFor(question === 1 ? "Enter next question" : "Enter how it went");
      terminal.type(keys.enter);
    }
    expect((await terminal.ended).status).toBe(0);
    expect(terminal.everything()).toContain("coach history");
    expect(home.kept().filter((entry) => entry["type"] === "attempt")).toMatchObject([{ confidence: 4 }, { confidence: 4 }]);
  });

  describe("while the reasons of a quick answer are read", () => {
    const drill = ["drill", "two", "--decks", "two.md", "--no-confidence"];

    beforeEach(() => {
      writeFileSync(join(home.folder, "two.md"), deckOf(pickQuestion, pickQuestion.replace("id: pick", "id: again")));
    });

    /** Answers the first of two, and stands before its reasons. */
    async function atReasons(more: readonly string[] = [], env = {}): Promise<TestTerminal> {
      const terminal = home.onTerminal([...drill, ...more], { env });
      const isPlain = more.includes("--plain");
      const screen = await terminal.waitFor(isPlain ? "Your letter:" : "Enter hand in");
      // The options are shuffled.
      terminal.type(`${/\b([ab])\W+Right/.exec(screen)?.[1] ?? ""}${keys.enter}`);
      await terminal.waitFor(isPlain ? "Enter for the next question" : "Enter next question");
      return terminal;
    }

    test.each([
      [[], "e", "q end here", "[easy]  by you"],
      [["--plain"], `easy${keys.enter}`, "q to end here", "easy, by you"],
    ] as const)("no clock runs, and a letter rates it: %j", async (more, rate, ways, rated) => {
      const terminal = await atReasons(more);
      expect(terminal.screen()).toContain(ways);
      expect(terminal.screen()).toMatch(/Remembered:.*good/);
      expect(terminal.screen()).not.toContain("2 of 2");
      await new Promise((resolve) => setTimeout(resolve, 2500));
      terminal.type(rate);
      await terminal.waitFor(rated);
      terminal.type(keys.enter);
      const next = await terminal.waitFor("2 of 2");
      expect(next).toMatch(more.length > 0 ? "You have 60 seconds." : /(1:00|0:59) left/);
      terminal.type(keys.ctrl("c"));
      expect((await terminal.ended).status).toBe(130);
      const [attempt, rating] = home.kept();
      expect(attempt).toMatchObject({ type: "attempt", score: 1 });
      expect(rating).toMatchObject({ type: "rating", attempt: attempt?.["id"], rating: "easy" });
      if (more.length > 0) expect(terminal.bytes()).not.toMatch(/\u001b\[\d*[ABCDHJKfsu]/);
    });

    test("NO_COLOR is obeyed there", async () => {
      const terminal = await atReasons([], { NO_COLOR: "1" });
      expect(terminal.screen()).toContain("[good]");
      expect(terminal.bytes()).not.toMatch(/\u001b\[[\d;]*m/);
      terminal.type("q");
      expect((await terminal.ended).status).toBe(0);
      expect(terminal.everything()).toContain("1 of 2 questions answered");
    });

    test.each([
      ["Ctrl-C", 130, (terminal: TestTerminal) => terminal.type(keys.ctrl("c"))],
      ["SIGHUP", 130, (terminal: TestTerminal) => terminal.signal("SIGHUP")],
      ["q", 0, (terminal: TestTerminal) => terminal.type("q")],
    ])("%s loses neither the answer nor the rating", async (_, status, leave) => {
      const terminal = await atReasons();
      terminal.type("h");
      await terminal.waitFor("[hard]");
      leave(terminal);
      expect((await terminal.ended).status).toBe(status);
      expect(home.kept()).toMatchObject([
        { type: "attempt", interrupted: false },
        { type: "rating", rating: "hard" },
      ]);
    });

    test("a kill leaves the answer in the journal, and no draft of it", async () => {
      const terminal = await atReasons();
      terminal.signal("SIGKILL");
      await terminal.ended;
      expect(home.kept()).toMatchObject([{ type: "attempt", interrupted: false }]);
      expect(readdirSync(home.data).filter((name) => name.startsWith("draft-"))).toEqual([]);
    });
  });

  test("a question that they were sure of and wrong about comes first, and why is told", async () => {
    home.run(["drill", "mine", "--decks", "mine.md", "--answers", "-"], "answers: [{question: mine/explain, answer: I like trains., confidence: nailed it}]");
    const terminal = home.onTerminal(["drill", "mine", "--decks", "mine.md", "--count", "3"]);
    const screen = await terminal.waitFor("1 of 3");
    expect(screen).toContain("Explain why empty shelves");
    expect(screen).toContain('The first comes up because you were sure of it last time, and the mark was "not\nyet".');
    terminal.type(keys.ctrl("c"));
    expect((await terminal.ended).status).toBe(130);
  });

  test("words that a person ticked are known next time, and can be taken back", async () => {
    const said = "People walk out with nothing in their basket.";
    const statusOf = (): unknown => {
      const { out } = home.run(["grade", "mine/explain", "--decks", "mine.md", "--json"], said);
      return (JSON.parse(out) as { marks: { id: string; status: string }[] }).marks.find(({ id }) => id === "lost-sales")?.status;
    };
    expect(statusOf()).toBe("not-found");
    const terminal = home.onTerminal(["drill", "mine/explain", "--decks", "mine.md", "--no-confidence"]);
    await terminal.waitFor("empty shelves");
    terminal.type(`${said}${keys.ctrl("d")}`);
    await terminal.waitFor("agree");
    terminal.type(` ${keys.enter}`);
    await terminal.waitFor(`1 ${said}`);
    terminal.type("1");
    expect((await terminal.ended).status).toBe(0);
    expect(terminal.everything()).toContain("To take it back, delete its line in");
    expect(statusOf()).toBe("found");
    const file = join(home.data, "phrasings.txt");
    expect(readFileSync(file, "utf8")).toContain(`\nmine/explain#lost-sales: ${said}\n`);
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    writeFileSync(file, "");
    expect(statusOf()).toBe("not-found");
  });

  test("who has turned it off is not asked how it went", async () => {
    home.run(["config", "set", "confidence", "off"]);
    const terminal = home.onTerminal(["drill", "mine/pick", "--decks", "mine.md"]);
    await terminal.waitFor("Enter hand in");
    terminal.type(`a${keys.enter}`);
    await terminal.waitFor("Enter how it went");
    terminal.type(keys.enter);
    expect((await terminal.ended).status).toBe(0);
    expect(terminal.everything()).not.toContain("How did it go?");
  });

  test("when the time is up, what was typed is kept and marked", async () => {
    const terminal = home.onTerminal(["drill", "mine/quick-words", "--decks", "mine.md"]);
    await terminal.waitFor("breath");
    terminal.type("The number goes up");
    await terminal.waitFor("The number goes up");
    await terminal.waitFor("Time.");
    await terminal.waitFor("Enter skip");
    // For a moment keys still count as meant for the answer.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    terminal.type(keys.enter);
    await terminal.waitFor("agree");
    terminal.type(keys.enter);
    await terminal.ended;
    expect(home.kept()[0]).not.toHaveProperty("confidence");
    expect(home.kept()[0]).toMatchObject({ type: "attempt", timedOut: true, answer: { text: "The number goes up" } });
  });

  test("Ctrl-C keeps what there is, says so, and the status is 130", async () => {
    const terminal = home.onTerminal(["drill", "mine/explain", "--decks", "mine.md"]);
    await terminal.waitFor("empty shelves");
    terminal.type("Half an ans");
    await terminal.waitFor("Half an ans");
    terminal.type(keys.ctrl("c"));
    expect((await terminal.ended).status).toBe(130);
    expect(terminal.everything().toLowerCase()).toContain("kept");
    expect(home.kept()).toMatchObject([{ interrupted: true, answer: { text: "Half an ans" } }]);
  });

  test.each([
    ["Ctrl-C", (terminal: TestTerminal) => terminal.type(keys.ctrl("c"))],
    ["SIGHUP", (terminal: TestTerminal) => terminal.signal("SIGHUP")],
  ])("%s when asked how it went keeps the answer as a whole one, and the status is 130", async (_, leave) => {
    const terminal = home.onTerminal(["drill", "mine/explain", "--decks", "mine.md"]);
    await terminal.waitFor("empty shelves");
    terminal.type(`A whole answer.${keys.ctrl("d")}`);
    await terminal.waitFor("How did it go?");
    leave(terminal);
    expect((await terminal.ended).status).toBe(130);
    expect(home.kept()).toMatchObject([{ type: "attempt", interrupted: false, answer: { text: "A whole answer." } }]);
    expect(home.kept()[0]).not.toHaveProperty("confidence");
  });

  test.each(["SIGTERM", "SIGHUP"])("%s keeps what there is as well", async (signal) => {
    const terminal = home.onTerminal(["drill", "mine/explain", "--decks", "mine.md"]);
    await terminal.waitFor("empty shelves");
    terminal.type("Half an ans");
    await terminal.waitFor("Half an ans");
    terminal.signal(signal);
    await terminal.ended;
    expect(home.kept()).toMatchObject([{ interrupted: true, answer: { text: "Half an ans" } }]);
  });

  test("NO_COLOR is obeyed, and so is --no-color", async () => {
    const coloured = home.onTerminal(["decks", "list"]);
    await coloured.ended;
    expect(coloured.bytes()).toContain("\u001b[1m");
    for (const terminal of [home.onTerminal(["decks", "list"], { env: { NO_COLOR: "1" } }), home.onTerminal(["decks", "list", "--no-color"])]) {
      await terminal.ended;
      expect(terminal.bytes()).not.toContain("\u001b[");
    }
  });

  test("--plain moves no cursor and can be answered line by line", async () => {
    const terminal = home.onTerminal(["drill", "mine/pick", "--decks", "mine.md", "--plain", "--no-color"]);
    await terminal.waitFor("Your letter:");
    terminal.type(`a${keys.enter}`);
    await terminal.waitFor("Enter to skip:");
    terminal.type(`5${keys.enter}`);
    await terminal.waitFor("Enter for how it went:");
    terminal.type(keys.enter);
    expect((await terminal.ended).status).toBe(0);
    expect(terminal.bytes()).not.toContain("\u001b[");
    expect(home.kept()).toMatchObject([{ confidence: 5 }]);
  });

  test("a star is told in four parts and kept in the story bank", async () => {
    const terminal = home.onTerminal(["star", "general/behavioural/star", "--seed", "3", "--no-confidence"], { rows: 40 });
    for (const part of ["Situation", "Task", "Action", "Result"]) {
      await terminal.waitFor(new RegExp(`${part}[^]*\\^D`));
      terminal.type(`My ${part.toLowerCase()} was that I cut shrink by 8 percent.`);
      await terminal.waitFor(`My ${part.toLowerCase()}`);
      terminal.type(keys.ctrl("d"));
    }
    await terminal.waitFor("agree");
    terminal.type(keys.enter);
    await terminal.ended;
    expect(home.run(["star", "list"]).out).toContain("My situation");
    expect(home.run(["star", "show", "1"]).out).toContain("My result was that I cut shrink by 8 percent.");
  });

  test("the first run asks who it is for and when, and both can be skipped", async () => {
    const terminal = home.onTerminal([], { rows: 30 });
    await terminal.waitFor("Who do you prepare for?");
    terminal.type(keys.enter);
    await terminal.waitFor("When is the interview?");
    const inTenYears = `${new Date().getUTCFullYear() + 10}-03-01`;
    terminal.type(`${inTenYears}${keys.enter}`);
    await terminal.waitFor("What now?");
    await terminal.waitFor("navigate");
    // The list goes round: above the first entry stands the last, which is to leave.
    terminal.type(keys.up);
    await terminal.waitFor("❯ Leave");
    terminal.type(keys.enter);
    expect((await terminal.ended).status).toBe(0);
    expect(home.run(["config", "get", "interview-date"]).out).toBe(`${inTenYears}\n`);
  });
});
