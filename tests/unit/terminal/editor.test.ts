// Room: tests. The command line of an editor, and what is left behind.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { editText, removeStaleAnswers, splitCommand } from "../../../src/terminal/editor.ts";

test.each([
  ["vim", ["vim"]],
  ["code --wait", ["code", "--wait"]],
  [`"/opt/my editor/ed" -n`, ["/opt/my editor/ed", "-n"]],
  [String.raw`/opt/my\ editor/ed --name='a b' "say \"hi\""`, ["/opt/my editor/ed", "--name=a b", `say "hi"`]],
  [String.raw`C:\tools\ed.exe`, [String.raw`C:\tools\ed.exe`]],
  ["vim; rm -rf $HOME `x` | y", ["vim;", "rm", "-rf", "$HOME", "`x`", "|", "y"]],
  [`"never closed`, ["never closed"]],
  ["  ", []],
])("%s is split without a shell", (line, words) => {
  expect(splitCommand(line)).toEqual(words);
});

describe("a visit", () => {
  let folder = "";
  let before: string | undefined;

  beforeEach(() => {
    before = process.env["TMPDIR"];
    folder = mkdtempSync(join(tmpdir(), "coach-editor-test-"));
    process.env["TMPDIR"] = folder;
  });

  afterEach(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  function edit(text: string, script: string) {
    const file = join(folder, "edit.sh");
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return editText(text, { env: { EDITOR: file }, signal: new AbortController().signal });
  }

  test.each([
    ["a BOM is no part of the text", `printf '\\357\\273\\277hi' > "$1"`, "hi", undefined],
    ["UTF-16 is read", `printf '\\377\\376h\\000i\\000' > "$1"`, "hi", undefined],
    ["bytes that are not UTF-8 are letters of Latin-1", `printf 'caf\\351' > "$1"`, "café", expect.stringContaining("not UTF-8") as string],
    ["a file that was replaced is read", `printf 'new' > "$1.x"; mv "$1.x" "$1"`, "new", undefined],
    ["what a killed editor saved is read", `printf 'saved' > "$1"; kill -9 $$`, "saved", undefined],
    ["a link is not followed", `rm "$1"; ln -s /etc/hostname "$1"`, "old", expect.stringContaining("no file that can be read") as string],
  ])("%s", async (_, script, text, said) => {
    const edited = await edit("old", script);
    expect(edited).toEqual({ text, notice: said, hasFailed: false });
  });

  test("what an editor saved before it failed is here, with its status", async () => {
    const edited = await edit("old", `printf 'an hour of work' > "$1"; exit 3`);
    expect(edited).toEqual({
      text: "an hour of work",
      notice: expect.stringMatching(/ended with status 3\. What it had saved is here\.$/) as string,
      hasFailed: true,
    });
  });

  test("what is saved is told while the editor is open, once", async () => {
    const saved: string[] = [];
    const file = join(folder, "edit.sh");
    writeFileSync(file, `#!/bin/sh\nprintf 'so far' > "$1"; until [ -e "${join(folder, "enough")}" ]; do sleep 0.05; done\n`, { mode: 0o755 });
    const visit = editText("old", { env: { EDITOR: file }, signal: new AbortController().signal, saved: (text) => void saved.push(text) });
    await expect.poll(() => saved, { timeout: 60_000 }).toEqual(["so far"]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    writeFileSync(join(folder, "enough"), "");
    expect([(await visit).text, saved]).toEqual(["so far", ["so far"]]);
  });

  test("an editor that is missing is told by its name, and the text is kept", async () => {
    const edited = await editText("old", { env: { VISUAL: "/no/such-editor" }, signal: new AbortController().signal });
    expect(edited.text).toBe("old");
    expect(edited.notice).toContain("/no/such-editor");
  });

  test("a folder that cannot be made keeps the text", async () => {
    process.env["TMPDIR"] = join(folder, "missing");
    const edited = await edit("old", "true");
    expect(edited).toMatchObject({ text: "old", notice: expect.stringContaining("What you typed is kept.") as string });
  });

  test("removes what a killed coach left behind", async () => {
    const stale = join(folder, "interview-coach-answer-4194999-abc");
    mkdirSync(stale);
    await edit("old", "true");
    expect(existsSync(stale)).toBe(false);
  });

  test("what a killed coach left behind is removed, what a running one uses is not", async () => {
    const stale = join(folder, "interview-coach-answer-4194999-abc");
    const used = join(folder, `interview-coach-answer-${process.pid}-abc`);
    for (const each of [stale, used]) mkdirSync(each);
    writeFileSync(join(stale, "answer.md"), "private");
    await removeStaleAnswers();
    expect([existsSync(stale), existsSync(used)]).toEqual([false, true]);
  });
});
