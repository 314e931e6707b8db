// Room: tests. Sets the stage for faults: a copy of the built program, homes, and processes that are really killed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, lchownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { openJournal } from "../../src/journal/journal.ts";
import type { Ran, RunOptions, Stage } from "./fault.ts";

/** What all stages share. */
export interface Theatre {
  readonly folder: string;
  readonly launcher: string;
  /** Keeps attempts in a process of its own. */
  readonly keeper: string;
  /** Reads journals in a process of its own. */
  readonly reader: string;
}

/** Who owns everything, where the tests run: a superuser would be refused nothing, so the program runs as nobody. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asWhom = isRoot ? { uid: nobody, gid: nobody } : {};

/** Copies the package, so that a build in the meantime changes nothing, and makes the helpers. */
export async function openTheatre(): Promise<Theatre> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "coach-faults-")));
  chmodSync(folder, 0o755);
  const program = join(folder, "program");
  for (const name of ["dist", "questions", "frameworks", "package.json"]) cpSync(name, join(program, name), { recursive: true });
  const entryPoints = { keeper: "tests/unit/journal/child.ts", reader: "tests/faults/reader.ts" };
  await build({ entryPoints, outdir: folder, outExtension: { ".js": ".cjs" }, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
  const cache = join(folder, "cache");
  mkdirSync(cache);
  if (isRoot) chownSync(cache, nobody, nobody);
  return { folder, launcher: join(program, "dist/coach.cjs"), keeper: join(folder, "keeper.cjs"), reader: join(folder, "reader.cjs") };
}

export function closeTheatre({ folder }: Theatre): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A stage, and what was said on it. */
export interface OpenStage {
  readonly stage: Stage;
  hasFired(): boolean;
  acknowledged(): readonly string[];
}

/** How long anything may take before it is said to hang: with fifty programs to two cores a start took more than a minute. */
const patience = 240_000;

export function openStage(theatre: Theatre, number: string): OpenStage {
  const folder = join(theatre.folder, number);
  const data = join(folder, ".local/share/interview-coach");
  mkdirSync(folder);
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder, XDG_CACHE_HOME: join(theatre.folder, "cache"), TERM: "xterm", LANG: "C.UTF-8" };
  const known: string[] = [];
  let fired = false;
  const run = (command: readonly string[], options: RunOptions = {}): Promise<Ran> => {
    if (isRoot) giveAway(folder);
    return runOnce(options.shell === undefined ? command : ["/bin/sh", "-c", options.shell, "sh", ...command], {
      ...options,
      cwd: folder,
      env: { ...env, ...options.env },
    });
  };
  const stage: Stage = {
    folder,
    data,
    env,
    launcher: theatre.launcher,
    write(name, text) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    coach: (args, options) => run([process.execPath, theatre.launcher, ...args], options),
    async held(args, { status, says = "" }, options) {
      const ran = await stage.coach(args, options);
      checkCalm(ran);
      assert.equal(ran.status, status, `the status is ${ran.status ?? ran.signal}, not ${status}: ${ran.err}`);
      const said = ran.out + ran.err;
      assert.ok(typeof says === "string" ? said.includes(says) : says.test(said), `it does not say ${String(says)}, but: ${said.slice(0, 600)}`);
      return ran;
    },
    async keeper(name, count, length = 30, killAfter) {
      const ran = await run([process.execPath, theatre.keeper, data, name, String(count), String(length)], killAfter === undefined ? {} : { killAfter });
      const ids = ran.out.split("\n").slice(0, -1);
      known.push(...ids);
      return ids;
    },
    journal: () => openJournal(data),
    fired: () => {
      fired = true;
    },
    acknowledge: (...ids) => void known.push(...ids),
    async practise() {
      stage.write("mine.md", "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n");
      const input = "answers: [{question: mine/pick, answer: a}]\n";
      const { out } = await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-", "--json"], { status: 0 }, { input });
      const [attempt] = (JSON.parse(out) as { readonly attempts: readonly { readonly id: string }[] }).attempts;
      assert.ok(attempt);
      known.push(attempt.id);
      return attempt.id;
    },
  };
  return { stage, hasFired: () => fired, acknowledged: () => known };
}

/** No stack trace, no bug, no hang, nothing that acts on a terminal. */
function checkCalm({ out, err, signal }: Ran): void {
  assert.equal(signal, null, `it was ended by ${signal ?? ""}, as a program that hangs is`);
  assert.doesNotMatch(err, /^\s+at \S+ ?.*:\d+:\d+|this should not have happened/m);
  assert.doesNotMatch(out + err, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

function giveAway(place: string): void {
  try {
    const stat = lstatSync(place);
    // What is theirs already stays as it is, its times too: by these the shelf knows a file again.
    if (stat.uid !== nobody) lchownSync(place, nobody, nobody);
    if (stat.isDirectory()) for (const name of readdirSync(place)) giveAway(join(place, name));
  } catch {
    // Gone in the meantime: another process works here.
  }
}

interface Setting extends RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

function runOnce([command = "", ...args]: readonly string[], { cwd, env, input = "", killAfter = patience }: Setting): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, ...asWhom, timeout: killAfter, killSignal: "SIGKILL" });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
    // A program that does not read its input is no fault.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", reject).on("close", (status, signal) => resolve({ status, signal, ...said }));
  });
}
