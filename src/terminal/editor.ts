// Room: terminal. A long answer in the person's own editor. Touches the disk: a private folder that is gone afterwards.
import { spawn } from "node:child_process";
import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an editor is opened with. */
export interface EditorVisit {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the editor. */
  readonly signal: AbortSignal;
  /** Is given what was saved while the editor is still open, so that a crash does not take it. Must not throw. */
  saved?(text: string): void;
}

/** The text after the visit: what the editor saved, or else the one that came in. */
export interface Edited {
  readonly text: string;
  /** What went wrong, if anything did. */
  readonly notice: string | undefined;
  /** True when the editor said that it failed, as `:cq` in vim does to say: leave it be. */
  readonly hasFailed: boolean;
}

const folderPrefix = "interview-coach-answer-";
// Far more than a person types: 100,000 words are 0.6 MB.
const largestText = 8 * 1024 * 1024;

/** Opens `$VISUAL`, or `$EDITOR`, on a text. Never rejects: what goes wrong is told in the notice, and the text is kept. */
export async function editText(text: string, visit: EditorVisit): Promise<Edited> {
  const command = splitCommand(visit.env["VISUAL"]?.trim() || visit.env["EDITOR"]?.trim() || "");
  const program = command[0];
  if (program === undefined) return failed(text, "No editor is set. Set one before you start, for example: export EDITOR=nano");
  await removeStaleAnswers();
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
    const file = join(folder, "answer.md");
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    const stopWatching = watch(file, text, visit);
    const fault = await runEditor([program, ...command.slice(1), file], visit.signal).finally(stopWatching);
    const edited = await readBack(file, text);
    return fault === undefined ? edited : afterFailure(fault, text, edited);
  } catch (error) {
    return failed(text, `The text could not be taken to the editor (${error instanceof Error ? error.message : String(error)}). What you typed is kept.`);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

function failed(text: string, notice: string): Edited {
  return { text, notice, hasFailed: true };
}

/** What was saved before an editor failed is worth more than its status. */
function afterFailure(fault: string, before: string, { text }: Edited): Edited {
  return failed(text, `${fault} ${text === before ? "What you typed is kept." : "What it had saved is here."}`);
}

/** Milliseconds between two looks at what the editor has saved. */
const lookEvery = 1000;

/** Tells of what is saved while the editor is open; gives the way to stop. */
function watch(file: string, text: string, { saved }: EditorVisit): () => void {
  if (saved === undefined) return () => undefined;
  let known = text;
  const timer = setInterval(() => {
    readBack(file, text).then(
      (edited) => {
        if (edited.text !== known) saved(edited.text);
        known = edited.text;
      },
      // Editors that save by renaming leave no file for a moment: it is there at the next look.
      () => undefined,
    );
  }, lookEvery);
  return () => clearInterval(timer);
}

/** Words of a command line, without a shell: quotes hold a word together, a backslash takes a space, a quote or a backslash as it is. */
export function splitCommand(line: string): readonly string[] {
  const words: string[] = [];
  const pattern = /(?:[^\s"'\\]|\\[\s"'\\]|\\|"(?:[^"\\]|\\["\\]|\\)*"?|'[^']*'?)+/g;
  for (const found of line.match(pattern) ?? []) words.push(unquote(found));
  return words;
}

function unquote(word: string): string {
  return word.replace(/'[^']*'?|"(?:[^"\\]|\\["\\]|\\)*"?|\\[\s"'\\]/g, (piece) => {
    if (piece.startsWith("'")) return piece.slice(1).replace(/'$/, "");
    if (piece.startsWith('"'))
      return piece
        .slice(1)
        .replace(/(?<!\\)"$/, "")
        .replace(/\\(["\\])/g, "$1");
    return piece.slice(1);
  });
}

/** Removes the folders that a killed coach left behind; those of a coach that still runs stay. Never rejects. */
export async function removeStaleAnswers(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(folderPrefix))) {
    const owner = Number(name.slice(folderPrefix.length).split("-")[0]);
    if (!isAlive(owner)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Runs it to its end; gives what went wrong, or undefined. */
function runEditor(command: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  const [program = "", ...words] = command;
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: "inherit" });
    const stop = (): void => void child.kill("SIGTERM");
    const finish = (failed: string | undefined): void => {
      signal.removeEventListener("abort", stop);
      resolve(failed);
    };
    signal.addEventListener("abort", stop);
    child.on("error", (error) => finish(`The editor "${program}" could not be started (${error.message}).`));
    // An editor that was killed may have saved before; what it saved is worth more than what was taken to it.
    child.on("close", (status, killedBy) => finish(status === 0 || killedBy !== null ? undefined : `The editor "${program}" ended with status ${status}.`));
  });
}

async function readBack(file: string, before: string): Promise<Edited> {
  const facts = await lstat(file);
  if (!facts.isFile() || facts.size > largestText)
    return { text: before, notice: "The editor left no file that can be read. What you typed is kept.", hasFailed: false };
  const { text: read, notice } = decode(await readFile(file));
  const text = read.replace(/\r\n?/g, "\n").replace(/(?<!\n)\n+$/, "");
  if (text.trim() === "" && before.trim() !== "") return { text: before, notice: "The editor left an empty file. What you typed is kept.", hasFailed: false };
  return { text, notice, hasFailed: false };
}

/** UTF-8, or UTF-16 with its mark; else the encoding of old editors, in which every byte is a letter, so that none is lost. */
function decode(bytes: Uint8Array): Pick<Edited, "text" | "notice"> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notice: undefined };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), notice: "The file was not UTF-8; it was read as Windows-1252 (Latin-1)." };
  }
}
