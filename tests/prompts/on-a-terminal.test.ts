// Room: tests. The prompts in a real pseudo-terminal: what must hold there, each seen on the screen.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { AskOne } from "../support/ask-one.ts";
import { bundleForTest } from "../support/bundle.ts";
import { keys, openTerminal, type TerminalPlan, type TestTerminal } from "../support/terminal.ts";

let program = "";
const temporary = mkdtempSync(join(tmpdir(), "coach-prompts-"));
const opened: TestTerminal[] = [];

beforeAll(async () => {
  program = await bundleForTest("ask-one");
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
});

function ask(plan: AskOne, window: Partial<TerminalPlan> = {}): TestTerminal {
  const terminal = openTerminal({ command: process.execPath, args: [program, JSON.stringify(plan)], ...window });
  opened.push(terminal);
  return terminal;
}

interface AnyReply {
  readonly type: string;
  readonly how?: string;
  readonly answer?: {
    readonly body: { readonly text?: string; readonly chosen?: readonly number[] };
    readonly seconds: number;
    readonly timedOut: boolean;
    readonly paused: number;
  };
}

async function replyOf(terminal: TestTerminal): Promise<AnyReply> {
  await terminal.ended;
  const told = /REPLY (.*)/.exec(terminal.bytes().replaceAll("\r", ""))?.[1];
  if (told === undefined) throw new Error(`no reply; the screen says:\n${terminal.screen()}`);
  return JSON.parse(told) as AnyReply;
}

const handIn = keys.ctrl("d");
const ready = "^D hand in";
/** Ten minutes pass at once. */
const leap = "SIGUSR2";

/** Waits for what a program leaves elsewhere than on its screen. */
const soon = { timeout: 90_000, interval: 20 };

function freshFolder(prefix: string): string {
  return mkdtempSync(join(temporary, prefix));
}

function fileIn(name: string): string {
  return join(freshFolder("file-"), name);
}

/** How often the prompt was painted in these bytes: each painting hides the cursor first. */
function paintingsIn(bytes: string): number {
  return bytes.split("\x1b[?25l").length - 1;
}

/** The modes that the program leaves behind: the last word on each. */
function modesLeft(bytes: string): { readonly cursor: boolean; readonly pasteMarks: boolean; readonly wrap: boolean } {
  const last = (on: string, off: string): boolean => bytes.lastIndexOf(on) > bytes.lastIndexOf(off);
  return { cursor: last("\x1b[?25h", "\x1b[?25l"), pasteMarks: last("\x1b[?2004h", "\x1b[?2004l"), wrap: last("\x1b[?7h", "\x1b[?7l") };
}

describe("typing", () => {
  test("the cursor stands where typing goes on, behind wide characters too", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type("one line\r日本語 a");
    await terminal.waitFor("日本語 a");
    const row = terminal
      .screen()
      .split("\n")
      .findIndex((line) => line.startsWith("日本語"));
    expect(terminal.cursor()).toEqual({ column: 8, row });
  });

  test("200 pasted lines are painted a few times, not each, and flood nothing", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    const text = Array.from({ length: 200 }, (_, index) => `line ${index + 1}`).join("\r");
    const before = terminal.bytes().length;
    terminal.type(keys.paste(text));
    await terminal.waitFor("line 200");
    expect(paintingsIn(terminal.bytes().slice(before))).toBeLessThan(40);
    expect(terminal.everything().split("\n").length).toBeLessThanOrEqual(24);
    expect(terminal.screen()).not.toContain("line 100");
    terminal.type(handIn);
    const { answer } = await replyOf(terminal);
    expect(answer?.body.text?.split("\n")).toHaveLength(200);
  });

  test("200 lines typed faster than the screen are painted a few times, not each", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    const before = terminal.bytes().length;
    terminal.type(Array.from({ length: 200 }, (_, index) => `line ${index + 1}`).join("\r"));
    await terminal.waitFor("line 200");
    expect(paintingsIn(terminal.bytes().slice(before))).toBeLessThan(40);
  });

  test("100 KB pasted on one line are taken whole", async () => {
    const draftFile = fileIn("draft");
    const terminal = ask({ kind: "open", draftFile });
    await terminal.waitFor(ready);
    const text = "word ".repeat(20_000).trim();
    const before = terminal.bytes().length;
    terminal.type(keys.paste(text));
    await terminal.waitFor("20000 words");
    expect(paintingsIn(terminal.bytes().slice(before))).toBeLessThan(40);
    await expect.poll(() => existsSync(draftFile) && readFileSync(draftFile, "utf8") === text, soon).toBe(true);
  });

  test("many keys at once are painted once or twice, not each", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    const before = terminal.bytes().length;
    terminal.type(Array.from({ length: 200 }, (_, index) => `${index % 10}${keys.left}`).join(""));
    await terminal.waitFor("\n98765432109876543210");
    expect(paintingsIn(terminal.bytes().slice(before))).toBeLessThan(40);
  });

  test("what is pasted is text: no key in it acts, and control characters are dropped", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type(keys.paste(`a\x04b\x03\x00c\r\n\x1b[31md\x1b]0;title\x07`));
    await terminal.waitFor(/abc\n/);
    terminal.type(handIn);
    expect((await replyOf(terminal)).answer?.body.text).toBe("abc\n[31md]0;title");
  });

  test("keys typed before the prompt hand in nothing and are not in the answer", async () => {
    const terminal = ask({ kind: "open", waits: true });
    await terminal.waitFor("waiting");
    terminal.type(`early${handIn}`);
    // Shown by the terminal itself: then it lies there to be read.
    await terminal.waitFor("early");
    terminal.signal(leap);
    await terminal.waitFor(ready);
    terminal.type(`late${handIn}`);
    expect((await replyOf(terminal)).answer?.body.text).toBe("late");
  });

  test("Ctrl-D with nothing typed says so and stays", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type(handIn);
    await terminal.waitFor("Nothing is typed yet");
    terminal.type(`now${handIn}`);
    expect((await replyOf(terminal)).answer?.body.text).toBe("now");
  });
});

describe("the window", () => {
  const windows = [
    [80, 24],
    [60, 20],
    [40, 10],
    [20, 5],
    [300, 100],
  ] as const;

  test.each(windows)("at %i by %i the clock, the text and the cursor are in sight", async (columns, rows) => {
    const terminal = ask({ kind: "open", seconds: 600 }, { columns, rows });
    await terminal.waitFor(/\d left/);
    terminal.type("some words and a few more");
    const screen = await terminal.waitFor("more");
    expect(screen).toMatch(/9:5\d left|10:00 left/);
    expect(screen.split("\n").length).toBeLessThanOrEqual(rows);
    const cursorRow = screen.split("\n")[terminal.cursor().row] ?? "";
    expect(cursorRow.endsWith("more")).toBe(true);
  });

  test("a narrower window leaves no ghosts", async () => {
    const terminal = ask({ kind: "open", seconds: 600 });
    await terminal.waitFor(ready);
    terminal.type("I would start from the out-of-stock rate at the shelf, which is eight percent today.");
    await terminal.waitFor("today.");
    for (const [columns, rows] of [
      [60, 20],
      [44, 20],
      [70, 24],
      [50, 24],
    ] as const) {
      await terminal.resize(columns, rows);
      await expect.poll(() => terminal.screen().match(/left|out-of-stock|Walmart wants/g), soon).toEqual(["Walmart wants", "left", "out-of-stock"]);
    }
  });

  test("a width of 0 is taken as 80", async () => {
    const terminal = openTerminal({ command: "bash", args: ["-c", `stty cols 0 rows 0; exec ${process.execPath} ${program} '{"kind":"open"}'`] });
    opened.push(terminal);
    await terminal.waitFor(ready);
    expect(terminal.screen()).toContain("eight minutes and a whiteboard:\nwhat would");
  });

  test("an answer taller than the window shows its last rows only, and the scrollback is not flooded", async () => {
    const terminal = ask({ kind: "open" }, { rows: 12 });
    await terminal.waitFor(ready);
    for (let line = 1; line <= 60; line += 1) terminal.type(`line ${line}\r`);
    await terminal.waitFor("line 60");
    expect(terminal.everything().match(/line 7\n/g) ?? []).toHaveLength(0);
    expect(terminal.everything().split("\n").length).toBeLessThanOrEqual(18);
    expect(terminal.screen()).toContain("lines not shown");
  });

  test("a question taller than the window stands in the scrollback once, whatever becomes of the window", async () => {
    const prompt = Array.from({ length: 40 }, (_, index) => `Fact ${index + 1} of the case.`).join("\n\n");
    const terminal = ask({ kind: "open", prompt, seconds: 3600 });
    await terminal.waitFor(ready);
    terminal.type("an answer");
    await terminal.waitFor("an answer");
    for (const columns of [70, 80, 75, 80]) await terminal.resize(columns, 24);
    terminal.signal(leap);
    await terminal.waitFor(/(?:50|49):\d\d left/);
    expect(terminal.everything().match(/Fact 1 of/g)).toHaveLength(1);
    expect(terminal.everything().match(/an answer/g)).toHaveLength(1);
  });
});

describe("leaving", () => {
  test.each([
    ["handing in", `words${handIn}`, "answer"],
    ["skipping", keys.ctrl("n"), "skip"],
    ["quitting", `words${keys.ctrl("q")}`, "stop"],
    ["Ctrl-C", `words${keys.ctrl("c")}`, "stop"],
  ])("%s leaves the cursor seen, lines wrapped, pastes unmarked", async (_, typed, type) => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type(typed);
    expect((await replyOf(terminal)).type).toBe(type);
    expect(modesLeft(terminal.bytes())).toEqual({ cursor: true, pasteMarks: false, wrap: true });
  });

  test.each(["SIGTERM", "SIGHUP", "SIGINT"])("%s ends like an interrupt, and the text is kept", async (signal) => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type("half an answ");
    await terminal.waitFor("half an answ");
    terminal.signal(signal);
    const reply = await replyOf(terminal);
    expect(reply).toMatchObject({ type: "stop", how: "interrupt", answer: { body: { text: "half an answ" } } });
    expect(modesLeft(terminal.bytes()).cursor).toBe(true);
  });

  test.each([
    [false, ready, "half an answ"],
    [true, "hands it in", "half an answ\r"],
  ])("a window that is closed ends like an interrupt, and the text is kept (plain: %s)", async (plain, sign, typed) => {
    const [replyFile, draftFile] = [fileIn("reply"), fileIn("draft")];
    const terminal = ask({ kind: "open", replyFile, draftFile, plain });
    await terminal.waitFor(sign);
    terminal.type(typed);
    // Line by line the terminal shows it before the program has it.
    await expect.poll(() => existsSync(draftFile) && readFileSync(draftFile, "utf8"), soon).toContain("half an answ");
    terminal.hangUp();
    await expect.poll(() => existsSync(replyFile) && readFileSync(replyFile, "utf8"), soon).toContain('"text":"half an answ"');
  });

  test("when the time is up, what was typed is handed in", async () => {
    const terminal = ask({ kind: "open", seconds: 600 });
    await terminal.waitFor(ready);
    terminal.type("not yet do");
    await terminal.waitFor("not yet do");
    terminal.signal(leap);
    const reply = await replyOf(terminal);
    expect(reply).toMatchObject({ type: "answer", answer: { body: { text: "not yet do" }, timedOut: true } });
    expect(reply.answer?.seconds).toBeGreaterThanOrEqual(600);
    expect(terminal.screen()).toContain("Time.");
  });

  test("after a crash elsewhere the terminal echoes again", async () => {
    const terminal = openTerminal({ command: "bash", args: ["--norc", "-i"], env: { PS1: "$ " } });
    opened.push(terminal);
    await terminal.waitFor("$");
    const pid = fileIn("pid");
    const crashing = `(echo $BASHPID > ${pid}; exec ${process.execPath} ${program} '${JSON.stringify({ kind: "open", seconds: 60, crash: true })}') 2>/dev/null`;
    terminal.type(`${crashing}; stty -a | grep -o ' -\\?echo ' | tr -d ' '\r`);
    await terminal.waitFor(/\d left/);
    process.kill(Number(readFileSync(pid, "utf8")), leap);
    await terminal.waitFor(/^echo/m);
    const written = terminal.bytes();
    expect(modesLeft(written.slice(0, written.lastIndexOf("echo"))).cursor).toBe(true);
    expect(written.slice(written.indexOf("left")).includes("\x1b[?2004l")).toBe(true);
  });

  test("Ctrl-Z and fg: keys work again, and the time away is a pause", async () => {
    const terminal = openTerminal({ command: "bash", args: ["--norc", "-i"], env: { PS1: "$ " } });
    opened.push(terminal);
    await terminal.waitFor("$");
    terminal.type(`${process.execPath} ${program} '${JSON.stringify({ kind: "open", seconds: 60 })}'\r`);
    await terminal.waitFor(ready);
    terminal.type(`before ${keys.ctrl("z")}`);
    await terminal.waitFor("Stopped");
    expect(terminal.bytes().lastIndexOf("\x1b[?2004l")).toBeGreaterThan(terminal.bytes().indexOf("left"));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    terminal.type("fg\r");
    await terminal.waitFor(/fg\n[^]*left/);
    terminal.type("after");
    await terminal.waitFor("before after");
    terminal.type(handIn);
    const told = /REPLY (.*?\}\})/;
    await expect.poll(() => told.test(terminal.bytes()), soon).toBe(true);
    const reply = JSON.parse(told.exec(terminal.bytes())?.[1] ?? "{}") as AnyReply;
    expect(reply.answer?.body.text).toBe("before after");
    expect(reply.answer?.paused).toBeGreaterThan(1);
  });
});

describe("the editor", () => {
  function editorOf(script: string): { readonly command: string; readonly folder: string } {
    const folder = freshFolder("an editor ");
    const file = join(folder, "an editor.sh");
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { command: `"${file}" --wait`, folder };
  }

  test("Ctrl-X takes the text to the editor and brings it back, through a private file that is gone afterwards", async () => {
    const { command, folder } = editorOf(`stat -c '%a' "$2" "$(dirname "$2")" > "$(dirname "$0")/modes"; printf ' and caf\\303\\251\\r\\n' >> "$2"`);
    const home = freshFolder("tmp-");
    const terminal = ask({ kind: "open" }, { env: { EDITOR: command, TMPDIR: home } });
    await terminal.waitFor(ready);
    terminal.type(`typed${keys.ctrl("x")}`);
    await terminal.waitFor("typed and café");
    expect(readFileSync(join(folder, "modes"), "utf8")).toBe("600\n700\n");
    expect(readdirSync(home)).toEqual([]);
    terminal.type(`!${handIn}`);
    expect((await replyOf(terminal)).answer?.body.text).toBe("typed and café!");
  });

  test.each([
    ["fails", "exit 3", /ended\s+with\s+status\s+3/],
    ["leaves an empty file", ': > "$2"', /left\s+an\s+empty\s+file/],
    ["removes the file", 'rm "$2"', /could\s+not\s+be\s+taken/],
  ])("an editor that %s keeps what was typed and says why", async (_, script, said) => {
    const home = freshFolder("tmp-");
    const terminal = ask({ kind: "open" }, { env: { VISUAL: editorOf(script).command, TMPDIR: home } });
    await terminal.waitFor(ready);
    terminal.type(`typed${keys.ctrl("x")}`);
    await terminal.waitFor(said);
    expect(terminal.screen()).toContain("typed");
    expect(readdirSync(home)).toEqual([]);
  });

  test("without an editor it says how to set one", async () => {
    const terminal = ask({ kind: "open" });
    await terminal.waitFor(ready);
    terminal.type(keys.ctrl("x"));
    expect(await terminal.waitFor("No editor is set")).toContain("export EDITOR=nano");
  });

  test("time that runs out in the editor ends the prompt with the text of the editor", async () => {
    const { command, folder } = editorOf('cd "$(dirname "$0")"; : > opened; until [ -e saved ]; do sleep 0.02; done; printf " and more" >> "$2"');
    const terminal = ask({ kind: "open", seconds: 600 }, { env: { EDITOR: command } });
    await terminal.waitFor(ready);
    terminal.type(`typed${keys.ctrl("x")}`);
    await expect.poll(() => existsSync(join(folder, "opened")), soon).toBe(true);
    terminal.signal(leap);
    writeFileSync(join(folder, "saved"), "");
    expect(await replyOf(terminal)).toMatchObject({ type: "answer", answer: { body: { text: "typed and more" }, timedOut: true } });
  });
});

describe("plain", () => {
  test("nothing that is written moves the cursor", async () => {
    const terminal = ask({ kind: "choice", plain: true, seconds: 60 }, { env: { NO_COLOR: "1" } });
    await terminal.waitFor("Your letter:");
    terminal.type("b\r");
    expect((await replyOf(terminal)).type).toBe("answer");
    expect(terminal.bytes()).not.toMatch(/\x1b|\r(?!\n)/);
  });

  test("a draft is kept while typing", async () => {
    const file = fileIn("draft");
    const terminal = ask({ kind: "open", draftFile: file });
    await terminal.waitFor(ready);
    terminal.type("half");
    await expect.poll(() => existsSync(file) && readFileSync(file, "utf8"), soon).toBe("half");
  });
});
