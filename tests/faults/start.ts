// Room: tests. K: how the program starts, and what the package holds.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Faults } from "./fault.ts";

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

/** The cache of a person's own, filled by one start. */
async function cacheOf(
  stage: Parameters<Faults[number]["provoke"]>[0],
): Promise<{ readonly env: Record<string, string>; readonly folder: string; readonly out: string }> {
  const env = { XDG_CACHE_HOME: join(stage.folder, "cache") };
  mkdirSync(env.XDG_CACHE_HOME);
  const { out } = await stage.held(["decks", "list"], { status: 0 }, { env });
  return { env, folder: join(env.XDG_CACHE_HOME, "interview-coach"), out };
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
    title: "the code cache is damaged, empty, a folder, or nobody's",
    provoke: async (stage) => {
      const { env, folder, out } = await cacheOf(stage);
      const damages: ((file: string) => void)[] = [
        (file) => writeFileSync(file, "damaged"),
        (file) => writeFileSync(file, ""),
        (file) =>
          writeFileSync(
            file,
            readFileSync(file).map((byte, index) => (index % 97 === 50 ? byte ^ 255 : byte)),
          ),
        (file) => (rmSync(file), mkdirSync(file)),
      ];
      for (const damage of damages) {
        for (const name of readdirSync(folder, { withFileTypes: true })) if (name.isFile()) damage(join(folder, name.name));
        stage.fired();
        assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env })).out, out);
      }
      assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env: { XDG_CACHE_HOME: "/nonexistent" } })).out, out);
    },
  },
  {
    number: "K5",
    title: "two versions stand side by side",
    provoke: async (stage) => {
      const { env, out } = await cacheOf(stage);
      const other = mkdtempSync(join(tmpdir(), "coach-other-"));
      try {
        cpSync(join(dirname(stage.launcher), ".."), join(other, "program"), { recursive: true });
        const launcher = join(other, "program/dist/coach.cjs");
        writeFileSync(launcher, readFileSync(launcher, "utf8").replace(/"([0-9a-f]{8,64})"/, '"0123456789abcdef"'));
        stage.fired();
        for (let turn = 0; turn < 2; turn += 1) {
          assert.equal(execFileSync(process.execPath, [launcher, "decks", "list"], { env: { ...stage.env, ...env, HOME: other }, encoding: "utf8" }), out);
          assert.equal((await stage.held(["decks", "list"], { status: 0 }, { env })).out, out);
        }
      } finally {
        rmSync(other, { recursive: true });
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
