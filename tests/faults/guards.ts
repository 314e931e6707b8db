// Room: tests. `npm run faults:guards`: takes one guard after another out of a copy of the program, and looks whether the faults that it guards against are seen then.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is taken out, and the faults, by their numbers, that a program without it cannot hold. Every fault of the catalogue is of one at least. */
export interface Guard {
  readonly of: string;
  /** Why no code of ours guards against it. Then something wrong is put in, by which it is seen that the fault's own test can fail. */
  readonly instead?: string;
  /** File, what stands there once, what stands there instead; one after another. */
  readonly edits: readonly (readonly [string, string, string])[];
}

/** All guards. */
export function readGuards(): readonly Guard[] {
  return JSON.parse(readFileSync("tests/faults/guards.json", "utf8")) as readonly Guard[];
}

/** The files of a guard as they are without it. Throws where what is to be taken out does not stand there, or stands there twice. */
export function withoutIt({ edits }: Guard, textOf: (file: string) => string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [file, is, not] of edits) {
    const parts = (texts.get(file) ?? textOf(file)).split(is);
    if (parts.length !== 2) throw new Error(`${file} holds ${JSON.stringify(is)} ${parts.length - 1} times`);
    texts.set(file, parts.join(not));
  }
  return texts;
}

const parts = ["bin", "src", "tests", "docs", "questions", "frameworks", "package.json", "package-lock.json", "README.md", "LICENSE", "CHANGELOG.md"];

/** A copy of the repository, with its packages by links, in which guards can be taken out. */
function makeCopy(): string {
  const root = mkdtempSync(join(tmpdir(), "coach-guards-"));
  for (const name of parts) cpSync(name, join(root, name), { recursive: true });
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync("node_modules"))
    if (name !== ".cache") symlinkSync(join(process.cwd(), "node_modules", name), join(root, "node_modules", name));
  return root;
}

/** Milliseconds after which faults are said to hang, and what a fault on a terminal may take: few run at once here, and without a guard some wait for ever. */
const longest = { run: 3_600_000, terminal: 240_000 };

function start(root: string, args: readonly string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FAULT_PATIENCE: String(longest.terminal) };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], timeout: longest.run, killSignal: "SIGKILL" });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", reject).on("close", (status) => resolve({ status, said }));
  });
}

/** The faults that are still held without the guard, or why it could not be taken out. */
async function withoutGuard(root: string, guard: Guard): Promise<readonly string[]> {
  const { of } = guard;
  const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
  const whole = new Map(guard.edits.map(([file]) => [file, textOf(file)]));
  try {
    for (const [file, text] of withoutIt(guard, textOf)) writeFileSync(join(root, file), text);
    const built = await start(root, ["bin/build.mjs"]);
    if (built.status !== 0) return [`it cannot be built: ${built.said.slice(0, 300)}`];
    const { said } = await start(root, ["tests/faults/faults.mjs", ...of.split(" ")]);
    const still = of.split(" ").filter((fault) => !new RegExp(`^${fault} .*(?:: not held|: silent|, lost \\d)`, "m").test(said));
    // Why, for a look whether it is the fault that was seen, and not something else.
    if (process.env["COACH_TELL"] === "1") process.stdout.write(said);
    return still.length === 0 ? [] : [...still, said.slice(-300).trim()];
  } catch (error) {
    return [String(error)];
  } finally {
    for (const [file, text] of whole) writeFileSync(join(root, file), text);
  }
}

/** Takes out every guard, or those of the faults that the command line names. Gives the exit status. */
export async function run(): Promise<number> {
  const named = process.argv.slice(2);
  const waiting = readGuards().filter(({ of }) => named.length === 0 || of.split(" ").some((fault) => named.includes(fault)));
  const tally = { guards: waiting.length, faults: 0, still: 0 };
  const worker = async (): Promise<void> => {
    const root = makeCopy();
    for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
      const still = await withoutGuard(root, guard);
      tally.faults += guard.of.split(" ").length;
      tally.still += still.length;
      process.stdout.write(`${guard.edits.map(([file]) => file).join(", ")}: ${guard.of}: ${still.length === 0 ? "seen" : `not seen: ${still.join(", ")}`}\n`);
    }
    rmSync(root, { recursive: true, force: true });
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(`guards ${tally.guards}, faults ${tally.faults}, not seen ${tally.still}\n`);
  return tally.still === 0 ? 0 : 1;
}
