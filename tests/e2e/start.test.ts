// Room: tests. How the built program starts: what it keeps of its own code, and that nothing kept is ever trusted too far.
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encodeRecord } from "../../src/journal/record.ts";
import { anAttempt } from "../support/attempts.ts";
import { openTerminal } from "../support/terminal.ts";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");
const list = ["decks", "list", "--json"];

let home: string;
let env: Readonly<Record<string, string | undefined>>;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "coach-start-"));
  env = { PATH: process.env["PATH"], HOME: home };
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { status, stdout: out, stderr: err } = spawnSync(process.execPath, [launcher, ...args], { cwd: home, env: { ...env, ...more }, encoding: "utf8" });
  return { status, out, err };
}

function runBeside(args: readonly string[]): Promise<ReturnType<typeof run>> {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: home, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (part: Buffer) => (out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (err += part.toString()));
  return new Promise((done) => child.on("close", (status) => done({ status, out, err })));
}

const cache = (): string => join(home, ".cache/interview-coach");
const kept = (): readonly string[] => readdirSync(cache()).sort();

function codeOf(command: string): string {
  const name = kept().find((file) => file.endsWith(`-${command}.cache`));
  if (name === undefined) throw new Error(`no code was kept of ${command}: ${kept().join(", ")}`);
  return join(cache(), name);
}

/** The first run reads the decks, the second keeps its code. */
function warm(args = list): ReturnType<typeof run> {
  run(args);
  return run(args);
}

describe("compiled code", () => {
  test("is kept by the second start, and not written again while it serves", () => {
    const { out } = warm();
    const before = statSync(codeOf("decks-list"));
    expect(run(list)).toEqual({ status: 0, out, err: "" });
    const after = statSync(codeOf("decks-list"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test("grows once by what a later start of the same command needs besides", () => {
    run(list);
    // The first does not get as far as the second, which wants a terminal; neither asks anything.
    run(["drill", "--answers", "nowhere.yaml"]);
    const before = statSync(codeOf("drill"));
    expect(run(["drill"]).err).toContain("there is no terminal to ask on");
    const grown = statSync(codeOf("drill"));
    expect(grown.size).toBeGreaterThan(before.size);
    run(["drill", "--answers", "nowhere.yaml"]);
    run(["drill"]);
    expect(statSync(codeOf("drill")).ino).toBe(grown.ino);
  });

  test("that is damaged anywhere is not run", () => {
    const { out } = warm();
    const whole = readFileSync(codeOf("decks-list"));
    for (let share = 0; share < 1; share += 0.17) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(share * whole.length);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(codeOf("decks-list"), damaged);
      expect(run(list), `byte ${at}`).toEqual({ status: 0, out, err: "" });
      expect(readFileSync(codeOf("decks-list")).equals(damaged), `byte ${at}`).toBe(false);
    }
  });

  test("of another command serves as far as it goes", () => {
    const { out } = warm();
    warm(["loops", "list"]);
    copyFileSync(codeOf("loops-list"), codeOf("decks-list"));
    expect(run(list)).toEqual({ status: 0, out, err: "" });
  });

  test("is kept whole by starts at the same time, each of which answers", async () => {
    const { out } = run(list);
    const all = await Promise.all(Array.from({ length: 5 }, () => runBeside(list)));
    for (const each of all) expect(each).toEqual({ status: 0, out, err: "" });
    expect(kept()).toEqual([expect.stringMatching(/-decks-list\.cache$/), "library.json"]);
    expect(run(list)).toEqual({ status: 0, out, err: "" });
  });

  test("of another Node is refused by V8, and replaced", () => {
    const { out } = warm();
    const whole = readFileSync(codeOf("decks-list"));
    // Flags are part of what V8 compares, as its version is.
    spawnSync(process.execPath, ["--no-opt", launcher, ...list], { cwd: home, env });
    const others = readFileSync(codeOf("decks-list"));
    expect(others.equals(whole)).toBe(false);
    expect(run(list)).toEqual({ status: 0, out, err: "" });
    const again = statSync(codeOf("decks-list"));
    expect(readFileSync(codeOf("decks-list")).equals(others)).toBe(false);
    expect(run(list)).toEqual({ status: 0, out, err: "" });
    expect(statSync(codeOf("decks-list")).ino).toBe(again.ino);
  });

  test.skipIf(process.platform === "win32")("serves from a folder that can only be read, and none is kept there", ({ skip }) => {
    const { out } = warm();
    const before = kept();
    const nobody = 65_534;
    const isRoot = process.getuid?.() === 0;
    // Root may write anywhere, so it goes as somebody else.
    const as = isRoot ? { uid: nobody, gid: nobody } : {};
    // Where a Node or the program lies in root's own folders, nobody else can run it.
    if (isRoot && spawnSync(process.execPath, [launcher, "--version"], as).status !== 0) skip();
    if (isRoot) for (const path of [home, join(home, ".cache"), cache(), ...before.map((name) => join(cache(), name))]) chownSync(path, nobody, nobody);
    chmodSync(cache(), 0o500);
    const runThere = (args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: home, env, encoding: "utf8", ...as });
      return { status, out: stdout, err: stderr };
    };
    expect(runThere(list)).toEqual({ status: 0, out, err: "" });
    expect(runThere(["loops", "list"])).toMatchObject({ status: 0, err: "" });
    expect(kept()).toEqual(before);
    const damaged = readFileSync(codeOf("decks-list")).fill(0, 1000);
    chmodSync(cache(), 0o700);
    writeFileSync(codeOf("decks-list"), damaged);
    writeFileSync(join(cache(), "library.json"), "");
    chmodSync(cache(), 0o500);
    expect(runThere(list)).toEqual({ status: 0, out, err: "" });
    expect(readFileSync(codeOf("decks-list")).equals(damaged)).toBe(true);
    chmodSync(cache(), 0o700);
  });

  test("and a library that cannot be kept are nobody's loss", () => {
    mkdirSync(join(home, "blocked"));
    writeFileSync(join(home, "blocked/interview-coach"), "");
    const { out } = warm();
    expect(run(list, { XDG_CACHE_HOME: join(home, "blocked") })).toEqual({ status: 0, out, err: "" });
    expect(run(["--json"], { XDG_CACHE_HOME: join(home, "blocked") })).toEqual(run(["--json"]));
  });
});

describe("what was made of the library to mark an answer", () => {
  const grade = ["grade", "walmart/ai-pm/cases/out-of-stock", "answer.txt", "--json"];
  const roots = () => join(cache(), "roots");

  beforeEach(() => {
    const answer =
      "I would start with the customer: every empty shelf is a lost sale. We forecast demand by store and week, and send a worker to check the shelf before the gap shows. " +
      "The metric is on-shelf availability, with a guardrail on worker minutes per store. We pilot in fifty stores against matched controls and roll out if lost sales fall.";
    writeFileSync(join(home, "answer.txt"), answer);
  });

  test("is kept by the first start, taken up by the next, and the marks are the same", () => {
    const marked = run(grade);
    expect(marked).toMatchObject({ status: 0, err: "" });
    const { ino, mode } = statSync(roots());
    expect(mode & 0o777).toBe(0o600);
    expect(run(grade)).toEqual(marked);
    expect(statSync(roots()).ino).toBe(ino);
  });

  test("is made again where it is damaged or gone, and the marks are the same", () => {
    const marked = run(grade);
    const whole = readFileSync(roots());
    for (const damaged of [Buffer.from(whole).fill(1, 2000, 2001), whole.subarray(0, 5000), Buffer.alloc(0)]) {
      writeFileSync(roots(), damaged);
      expect(run(grade)).toEqual(marked);
      expect(readFileSync(roots()).equals(whole)).toBe(true);
    }
    rmSync(roots());
    mkdirSync(roots());
    expect(run(grade)).toEqual(marked);
  });

  test("goes with phrasings that were accepted since", () => {
    const marked = run(grade);
    const before = readFileSync(roots());
    mkdirSync(join(home, ".local/share/interview-coach"), { recursive: true });
    writeFileSync(join(home, ".local/share/interview-coach/phrasings.txt"), "general/product-sense/nowhere#x: my own way\n");
    expect(run(grade)).toEqual(marked);
    const since = readFileSync(roots());
    expect([since.equals(before), since.includes("my own way")]).toEqual([false, false]);
  });
});

describe("what was made of a long history to say what is due", () => {
  const cards = () => join(cache(), "cards");
  const journal = () => join(home, ".local/share/interview-coach/journal-0badcafe.jsonl");
  const stock = ["out-of-stock", "concept-to-merchant", "inventory-roadmap"].map((name) => `walmart/ai-pm/cases/${name}`);
  const before = Date.now() - 40 * 86_400_000;
  const answered = (seq: number, fields = {}) => {
    const at = new Date(before + seq * 3_600_000).toISOString();
    const answer = { kind: "open", text: "I would start with the customer. ".repeat(60) } as const;
    return encodeRecord(anAttempt({ id: `a${String(seq).padStart(4, "0")}`, at, question: stock[seq % 3] ?? "", answer, ...fields }), { run: "0a1b2c3d", seq });
  };

  beforeEach(() => {
    mkdirSync(join(home, ".local/share/interview-coach"), { recursive: true });
    writeFileSync(journal(), Buffer.concat(Array.from({ length: 300 }, (_, index) => answered(index + 1))));
    run(["config", "set", "company", "Walmart"]);
    run(["config", "set", "role", "ai-pm"]);
    utimesSync(journal(), 1_750_000_000, 1_750_000_000);
    run(["--json"]);
  });

  /** As home is where nothing can be kept. */
  const plainly = (): ReturnType<typeof run> => run(["--json"], { XDG_CACHE_HOME: "/dev/null/x" });

  test("is kept, taken up, and home is the same", () => {
    const shown = run(["--json"]);
    expect(shown).toEqual(plainly());
    expect(JSON.parse(shown.out)).toMatchObject({ attempts: 300, company: "Walmart" });
    const { ino, mode } = statSync(cards());
    expect(mode & 0o777).toBe(0o600);
    expect(run(["--json"])).toEqual(shown);
    expect(statSync(cards()).ino).toBe(ino);
  });

  test("is made again where it is damaged, and knows what was answered since", () => {
    const shown = run(["--json"]);
    const whole = readFileSync(cards());
    for (const damaged of [Buffer.from(whole).fill(1, 20, 21), whole.subarray(0, 50), Buffer.alloc(0)]) {
      writeFileSync(cards(), damaged);
      expect(run(["--json"])).toEqual(shown);
      expect(readFileSync(cards()).equals(whole)).toBe(true);
    }
    appendFileSync(journal(), answered(301, { score: 0.1 }));
    expect(run(["--json"])).toEqual(plainly());
    expect(run(["plan", "--json"])).toEqual(run(["plan", "--json"], { XDG_CACHE_HOME: "/dev/null/x" }));
    expect(readFileSync(cards()).equals(whole)).toBe(true);
  });
});

describe.runIf(process.platform === "linux")("where the system says of a new folder that its parent is missing", () => {
  const ends = { timeout: 60_000, encoding: "utf8" } as const;

  test("the program answers without a cache", () => {
    const { out } = run(list);
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...list], { cwd: home, env: { ...env, XDG_CACHE_HOME: "/proc" }, ...ends });
    expect({ status, out: stdout, err: stderr }).toEqual({ status: 0, out, err: "" });
  });

  test.each([
    ["an answer", ["quiz", "mine", "--decks", "mine.md", "--answers", "answers.yaml"], { COACH_DATA_DIR: "/proc/x" }, /was not kept.*ENOENT/s],
    ["a setting", ["config", "set", "timer", "off"], { XDG_CONFIG_HOME: "/proc" }, /were not changed.*ENOENT/s],
  ])("%s is told as not kept", (_, args, more, told) => {
    writeFileSync(join(home, "mine.md"), "---\ntitle: Mine\ncompany: Mine\n---\n\n## One and one?\n\n- [x] Two\n- [ ] Three\n\nWhy: It is counted.\n");
    writeFileSync(join(home, "answers.yaml"), "answers: [{question: mine/one-and-one, answer: a}]");
    const { status, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: home, env: { ...env, ...more }, ...ends });
    expect(stderr).toMatch(told);
    expect(status).toBe(1);
  });
});

describe("with COACH_DEBUG=1", () => {
  test("a trace names lines of the source, and no code is kept", () => {
    const { status, err } = run(["quiz", "nowhere"], { COACH_DEBUG: "1" });
    expect(err).toMatch(/at practise \(.*[/\\]src[/\\]cli[/\\]runs[/\\]practise\.ts:\d+:\d+\)/);
    expect(status).toBe(2);
    expect(kept()).toEqual(["library.json"]);
  });
});

test("what people run day by day does without the file of the rest, up to its page or its first question", async () => {
  const folder = join(home, "package");
  for (const name of ["dist", "questions", "frameworks"]) cpSync(resolve(import.meta.dirname, "../..", name), join(folder, name), { recursive: true });
  const own = join(folder, "dist/coach.cjs");
  const here = { cwd: home, env: { ...env, PATH: process.env["PATH"] ?? "", HOME: home, TERM: "xterm-256color" } };
  // The decks are read by the rest, once.
  spawnSync(process.execPath, [own, ...list], here);
  rmSync(join(folder, "dist/rare.cjs"));
  for (const args of [[], ["decks", "list"], ["loops", "show", "walmart/ai-pm"], ["frameworks", "show", "star"]]) {
    const { status, stderr } = spawnSync(process.execPath, [own, ...args], { ...here, encoding: "utf8" });
    expect({ status, stderr }, args.join(" ")).toEqual({ status: 0, stderr: "" });
  }
  for (const args of [["quiz", "walmart"], ["drill"], ["star"]]) {
    const terminal = openTerminal({ command: process.execPath, args: [own, ...args], ...here });
    await terminal.waitFor(() => /\x1b\[\?25l[^]*\x1b\[\?7h/.test(terminal.bytes()));
    terminal.close();
    await terminal.ended;
  }
});

test("a file of the program that cannot be read is told in a sentence", () => {
  const half = join(home, "half");
  mkdirSync(half);
  copyFileSync(launcher, join(half, "coach.cjs"));
  const { status, stderr } = spawnSync(process.execPath, [join(half, "coach.cjs"), ...list], { cwd: home, env, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^coach: a file of the program cannot be read: ENOENT[^\n]+\n  Try again[^\n]+\n$/);
});
