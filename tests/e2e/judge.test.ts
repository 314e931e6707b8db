// Room: tests. The built program with a judge: a real server on loopback, a real process, a real terminal.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aHome, type Home, launcher } from "../support/home.ts";
import { givesAll, type JudgeServer, keepsSilent, type Manner, startJudgeServer } from "../support/judge-server.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";

const answer = "Shoppers leave without buying what they came for, and my store loses that money for good.";

let home: Home;
let settings: string;
let server: JudgeServer;

beforeEach(() => {
  home = aHome({ "mine.md": deckOf(shelfQuestion()), "answer.txt": answer, "answers.yaml": `answers:\n  - question: mine/explain\n    answer: ${answer}\n` });
  settings = join(home.folder, ".config/interview-coach/settings.json");
});

afterEach(() => server.close());

/** Starts the judge and sets it, agreed to or not. */
async function setJudge(manner: Manner, isAgreed: boolean): Promise<void> {
  server = await startJudgeServer(manner);
  mkdirSync(dirname(settings), { recursive: true, mode: 0o700 });
  const agreed = isAgreed ? { "judge.consent": server.address } : {};
  writeFileSync(settings, JSON.stringify({ "judge.url": server.address, ...agreed, confidence: false }), { mode: 0o600 });
}

/** Not by `home.run`, which would keep the judge from answering. */
function run(line: string): Promise<{ readonly status: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [launcher, ...line.split(" ")], {
    cwd: home.folder,
    env: { ...home.env, COACH_JUDGE_KEY: "sk-very-secret-key" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  return new Promise((done) => child.on("close", (status) => done({ status, out, err })));
}

/** Answers the one question on a terminal and hands it in. */
async function handIn(...more: readonly string[]): Promise<TestTerminal> {
  const terminal = home.onTerminal(["drill", "mine", "--decks", "mine.md", ...more]);
  if (more.includes("--plain")) {
    await terminal.waitFor("Type");
    terminal.type(`${answer}\n.\n`);
  } else {
    await terminal.waitFor("left");
    terminal.type(answer);
    await terminal.waitFor("for good.");
    terminal.type(keys.ctrl("d"));
  }
  return terminal;
}

describe("without a terminal", () => {
  test.each([
    "grade mine/explain answer.txt --decks mine.md",
    "drill mine --decks mine.md --answers answers.yaml",
    "quiz testco --decks mine.md --answers answers.yaml",
  ])("coach %s shows both readings, and ends though the judge would keep the connection for an hour", async (line) => {
    await setJudge(givesAll("found"), true);
    const { status, out, err } = await run(line);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("Two readings");
    expect(out).not.toMatch(/[\u001b\r]/);
    expect(server.received).toMatchObject([{ headers: { authorization: "Bearer sk-very-secret-key" } }]);
  });
});

describe("on a terminal", () => {
  test("consent is asked for once, after the first answer, and kept", async () => {
    await setJudge(givesAll("found"), false);
    const asked = await handIn();
    const screen = await asked.waitFor("Send your written answers to");
    expect(screen).toContain("on this machine");
    expect(screen.replace(/\s+/g, " ")).toContain("the question, what a good answer holds, and your answer word for word; nothing else.");
    expect(server.received).toEqual([]);
    asked.type(keys.down);
    await asked.waitFor(/[❯>] Yes/);
    asked.type(keys.enter);
    await asked.waitFor("What did you say?");
    expect(asked.everything()).toContain("Two readings");
    asked.type(keys.enter);
    expect(await asked.ended).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(settings, "utf8"))).toMatchObject({ "judge.consent": server.address });
    const again = await handIn();
    await again.waitFor("What did you say?");
    expect(again.everything()).not.toContain("Send your written answers");
    expect(server.received).toHaveLength(2);
  });

  test("Enter alone sends nothing, and the session goes on", async () => {
    await setJudge(givesAll("found"), false);
    const asked = await handIn();
    await asked.waitFor("Send your written answers to");
    asked.type(keys.enter);
    await asked.waitFor("What did you say?");
    asked.type(keys.enter);
    expect(await asked.ended).toMatchObject({ status: 0 });
    expect(asked.everything()).not.toContain("Two readings");
    expect(server.received).toEqual([]);
  });

  test("the judge can be taken out of the settings there and then", async () => {
    await setJudge(givesAll("found"), false);
    const asked = await handIn();
    await asked.waitFor("Send your written answers to");
    asked.type(keys.up);
    await asked.waitFor(/[❯>] No, and take/);
    asked.type(keys.enter);
    await asked.waitFor("What did you say?");
    expect(JSON.parse(readFileSync(settings, "utf8"))).not.toHaveProperty("judge.url");
    expect(server.received).toEqual([]);
  });

  test("a yes that cannot be kept holds for the session", async () => {
    await setJudge(givesAll("found"), false);
    // Stands where the settings' lock would be made, and names a process that lives.
    writeFileSync(`${settings}.lock`, `${process.pid} ${hostname()}\n`);
    const asked = await handIn();
    await asked.waitFor("Send your written answers to");
    asked.type(keys.down);
    await asked.waitFor(/[❯>] Yes/);
    asked.type(keys.enter);
    await asked.waitFor("What did you say?");
    expect(asked.everything()).toContain("You will be asked again next time.");
    expect(asked.everything()).toContain("Two readings");
  });

  test("Ctrl-C skips a judge that keeps silent; the mark is kept and the session goes on", async () => {
    await setJudge(keepsSilent, true);
    const asked = await handIn();
    await asked.waitFor("Asking the judge at");
    asked.type(keys.ctrl("c"));
    await asked.waitFor("What did you say?");
    expect(asked.everything()).toContain("was not waited for; the offline mark stands.");
    asked.type(keys.enter);
    expect(await asked.ended).toMatchObject({ status: 0 });
    expect(asked.everything()).not.toContain("Asking the judge at");
  });

  test("in plain mode a line says that the judge is asked, and consent is a number", async () => {
    await setJudge(givesAll("found"), false);
    const asked = await handIn("--plain");
    await asked.waitFor("Number (Enter for 1):");
    asked.type("2\n");
    await asked.waitFor("Number, or Enter:");
    const { everything, bytes } = asked;
    expect(everything()).toMatch(/Asking the judge at 127\.0\.0\.1:\d+ \(Ctrl-C skips it\)\.\n/);
    expect(everything()).toContain("Two readings");
    expect(bytes()).not.toMatch(/\u001b\[\d*[ABCDHJKfsu]/);
    asked.type("\n");
    expect(await asked.ended).toMatchObject({ status: 0 });
  });
});
