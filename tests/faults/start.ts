// Room: tests. K: how the program starts, and what the package holds.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Faults, Stage } from "./fault.ts";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const manifest = (): Manifest => JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

interface Cache {
  readonly env: { readonly XDG_CACHE_HOME: string };
  readonly out: string;
  readonly shelf: string;
  readonly code: string;
}

/** The cache of a person's own: the first start puts the library there, the next the compiled code. */
async function cacheOf(stage: Stage, args: readonly string[]): Promise<Cache> {
  const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
  mkdirSync(env.XDG_CACHE_HOME);
  const { out } = await stage.held(args, { status: 0 }, { env });
  await stage.held(args, { status: 0 }, { env });
  const folder = join(env.XDG_CACHE_HOME, "interview-coach");
  const code = readdirSync(folder).find((name) => name.endsWith(".cache"));
  assert.ok(code, "no code is cached");
  return { env, out, shelf: join(folder, "library.json"), code: join(folder, code) };
}

/** Changes a text in all parts of a program. */
function changeParts(dist: string, from: string, to: string): void {
  for (const name of readdirSync(dist)) {
    if (!name.endsWith(".cjs")) continue;
    const file = join(dist, name);
    writeFileSync(file, readFileSync(file, "latin1").replaceAll(from, to), "latin1");
  }
}

/** Every 97th byte is another one, but for those at the start, by which it would be known at once. */
function spoil(file: string): void {
  writeFileSync(
    file,
    readFileSync(file).map((byte, index) => (index > 4096 && index % 97 === 50 ? byte ^ 255 : byte)),
  );
}

export const startFaults: Faults = [
  {
    number: "K1",
    title: "Node is too old",
    provoke: async (stage) => {
      for (const version of ["18.20.4", "20.18.3", "21.7.0", "22.12.0", "23.1.0"]) {
        const old = stage.write("old.cjs", `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} });`);
        stage.fired();
        const { err } = await stage.held(["decks", "list"], { status: 1, says: `this is Node ${version}` }, { env: { NODE_OPTIONS: `--require=${old}` } });
        assert.equal(err.trim().split("\n").length, 1);
      }
    },
  },
  {
    number: "K2",
    title: "the packages of a clone are half installed",
    provoke: (stage) => {
      const root = join(stage.folder, "clone");
      for (const name of ["bin", "src", "package.json", "package-lock.json"]) cpSync(name, join(root, name), { recursive: true });
      mkdirSync(join(root, "node_modules"));
      for (const name of readdirSync("node_modules"))
        if (name !== ".cache") symlinkSync(join(process.cwd(), "node_modules", name), join(root, "node_modules", name));
      rmSync(join(root, "node_modules/ts-fsrs"));
      stage.fired();
      // In the place of npm, which would want the network: it notes how it was called, and mends what is missing.
      stage.write("bin/npm", `#!/bin/sh\necho "$@" > "${stage.folder}/called"\nln -s "${process.cwd()}/node_modules/ts-fsrs" node_modules/ts-fsrs\n`);
      chmodSync(join(stage.folder, "bin/npm"), 0o755);
      const env = { ...process.env, PATH: `${join(stage.folder, "bin")}:${process.env["PATH"] ?? ""}`, HOME: stage.folder };
      const start = (): string =>
        execFileSync(process.execPath, [join(root, "bin/start.mjs"), "--version"], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      assert.match(start(), /^\d+\.\d+\.\d+\n$/);
      assert.match(readFileSync(join(stage.folder, "called"), "utf8"), /^ci /);
      rmSync(join(stage.folder, "called"));
      start();
      assert.equal(existsSync(join(stage.folder, "called")), false, "what is whole was installed again");
    },
  },
  {
    number: "K3",
    title: "the install folder can only be read",
    provoke: async (stage) => {
      const before = readdirSync(dirname(stage.launcher)).length;
      stage.fired();
      await stage.practise();
      await stage.held(["export", "checklist", "--company", "walmart", "-o", "c.md"], { status: 0 });
      assert.equal(readdirSync(dirname(stage.launcher)).length, before);
    },
  },
  {
    number: "K4",
    title: "the code cache is damaged, empty, open to others, a folder, or nobody's",
    provoke: async (stage) => {
      const { env, out, shelf, code } = await cacheOf(stage, ["decks", "list"]);
      const lists = async (): Promise<void> => assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env })).out, out);
      const damages: ((file: string) => void)[] = [
        (file) => writeFileSync(file, "damaged"),
        (file) => writeFileSync(file, ""),
        (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
        spoil,
        // What others may write to is not believed, but made anew.
        (file) => chmodSync(file, 0o666),
      ];
      for (const file of [code, shelf]) {
        for (const damage of damages) {
          damage(file);
          stage.fired();
          // The shelf is mended first, and code is kept by a start that finds it whole.
          await lists();
          await lists();
          assert.equal(statSync(file).mode & 0o777, 0o600, `${basename(file)} was believed`);
        }
      }
      for (const file of [code, shelf]) {
        rmSync(file);
        mkdirSync(file);
        await lists();
      }
      assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env: { XDG_CACHE_HOME: "/nonexistent" } })).out, out);
    },
  },
  {
    number: "K5",
    title: "two versions stand side by side",
    provoke: async (stage) => {
      // Of the same files: their own libraries lie in two places.
      stage.write("mine.md", "---\ntitle: Mine\ntopic: Ours\n---\n\n## Pick\n`id: pick`\n\nAnswer: a\n");
      const list = ["decks", "list", "--decks", "mine.md"];
      const { env, out } = await cacheOf(stage, list);
      const dist = join(stage.folder, "program/dist");
      cpSync(join(dirname(stage.launcher), ".."), join(dist, ".."), { recursive: true });
      const launcher = join(dist, "coach.cjs");
      const build = /"([0-9a-f]{16})"/.exec(readFileSync(launcher, "utf8"))?.[1];
      assert.ok(build);
      changeParts(dist, build, "0123456789abcdef");
      // It lists otherwise, in as many letters, since V8 takes code for that of any text of its length; and it reads decks otherwise.
      changeParts(dist, '{title:"about"}', '{title:"ABOUT"}');
      const theirs = async (cache: string): Promise<string> => {
        const shell = 'node="$1"; shift 2; exec "$node" program/dist/coach.cjs "$@"';
        return (await stage.held(list, { status: 0 }, { shell, env: { XDG_CACHE_HOME: cache } })).out;
      };
      const listed = await theirs(join(stage.folder, "cache-1"));
      changeParts(dist, 'title:header.text("title")??defaults.id', 'title:header.text("topic")??defaults.id');
      changeParts(dist, "0123456789abcdef", "fedcba9876543210");
      const read = await theirs(join(stage.folder, "cache-2"));
      assert.equal(new Set([out, listed, read]).size, 3, "the versions do not differ");
      stage.fired();
      // Built anew where it stands, as in a clone: all its decks are the same files.
      assert.equal(await theirs(join(stage.folder, "cache-1")), read);
      for (let turn = 0; turn < 3; turn += 1) {
        assert.equal((await stage.held(list, { status: 0 }, { env })).out, out);
        assert.equal(await theirs(env.XDG_CACHE_HOME), read);
      }
    },
  },
  {
    number: "K6",
    title: "the package holds only what it should",
    provoke: (stage) => {
      const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      const [{ files }] = JSON.parse(packed) as [{ readonly files: readonly { readonly path: string }[] }];
      stage.fired();
      const allowed =
        /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/deck(?:-format\.md|\.schema\.json)|dist\/[\w.-]+|(?:questions|frameworks)\/[\w./-]+\.(?:md|lock))$/;
      assert.deepEqual(
        files.map(({ path }) => path).filter((path) => !allowed.test(path) || path.endsWith(".map")),
        [],
      );
    },
  },
  {
    number: "K7",
    title: "nothing of ours runs when it is installed",
    provoke: (stage) => {
      const hooks = Object.keys(manifest().scripts).filter((name) => /^(?:pre|post)?(?:install|prepare|publish|uninstall)$/.test(name));
      stage.fired();
      assert.deepEqual(hooks, []);
    },
  },
  {
    number: "K8",
    title: "versions are exact, locked, and of licences that are allowed",
    provoke: (stage) => {
      const { dependencies, devDependencies } = manifest();
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) assert.match(version, /^\d+\.\d+\.\d+$/, name);
      const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Readonly<Record<string, Locked>> };
      stage.fired();
      for (const [name, { version, integrity, license, dev = false, optional = false }] of Object.entries(packages)) {
        if (name === "") continue;
        // npm notes no sum for a tool's parts that are for other systems, which it never fetched.
        assert.ok(version !== undefined && (integrity !== undefined || (dev && optional)), `${name} is not locked`);
        assert.match(license ?? "", /MIT|ISC|BSD|Apache-2\.0|0BSD|BlueOak|Python-2\.0|CC0|MPL-2\.0|Unlicense|WTFPL/, name);
      }
    },
  },
];
