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
}

/** The text after the visit, and a line that says what went wrong, if anything did; then the text is the one that came in. */
export interface Edited {
  readonly text: string;
  readonly notice: string | undefined;
}

const folderPrefix = "interview-coach-answer-";
// Far more than a person types: 100,000 words are 0.6 MB.
const largestText = 8 * 1024 * 1024;

/** Opens `$VISUAL`, or `$EDITOR`, on a text. Never rejects: what goes wrong is told in the notice, and the text is kept. */
export async function editText(text: string, visit: EditorVisit): Promise<Edited> {
  const command = splitCommand(visit.env["VISUAL"]?.trim() || visit.env["EDITOR"]?.trim() || "");
  const program = command[0];
  if (program === undefined) return { text, notice: "No editor is set. Set one before you start, for example: export EDITOR=nano" };
  await removeStaleAnswers();
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
    const file = join(folder, "answer.md");
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    const failed = await runEditor([program, ...command.slice(1), file], visit.signal);
    return failed === undefined ? await readBack(file, text) : { text, notice: `${failed} What you typed is kept.` };
  } catch (error) {
    return { text, notice: `The text could not be taken to the editor (${error instanceof Error ? error.message : String(error)}). What you typed is kept.` };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
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
  if (!facts.isFile() || facts.size > largestText) return { text: before, notice: "The editor left no file that can be read. What you typed is kept." };
  const bytes = await readFile(file);
  const text = decode(bytes).replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (text.trim() === "" && before.trim() !== "") return { text: before, notice: "The editor left an empty file. What you typed is kept." };
  return { text, notice: text.includes("\uFFFD") ? "Some bytes were not UTF-8; they show as \uFFFD." : undefined };
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}
