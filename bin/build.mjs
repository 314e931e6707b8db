// Builds dist/: the launcher, the program as one bundle of lazily evaluated parts, and the text of `--help`.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const finished = join(root, "dist");
// Built beside and put in place at the end: a build that fails leaves the last good one.
const dist = join(root, `.dist-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

process.on("exit", () => rmSync(dist, { recursive: true, force: true }));
// esbuild has said by then what is wrong, with file and line.
process.on("uncaughtException", (fault) => {
  if (!Array.isArray(fault.errors)) process.stderr.write(`${fault.stack}\n`);
  process.exit(1);
});
mkdirSync(dist, { recursive: true });

// One CommonJS file: an ES module entry costs 3 to 4 ms more to start, and only a script can have a code cache on Node 20.
// esbuild keeps `await import()` lazy inside it. Minifying was measured and does not help.
const program = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  legalComments: "none",
  logLevel: "warning",
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "moduleUrl" },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // A script with a code cache cannot import(), only require().
  supported: { "dynamic-import": false },
  // js-yaml looks for esprima, for a tag that we refuse; loading it took 22 ms.
  alias: { esprima: join(root, "bin/nothing.mjs") },
};

// Menus and the writing of settings are rare and their libraries large: files of their own, or every start would read them.
const rare = { inquirer: "./inquirer.cjs", conf: "./conf.cjs", ora: "./ora.cjs" };
const apart = {
  name: "apart",
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:inquirer|conf|ora)$/ }, ({ path }) => ({ path: rare[path], external: true }));
  },
};
// Each of them has a default export, which `import()` of a CommonJS file takes from module.exports itself.
const footer = { js: "module.exports = module.exports.default;" };
// commander loads node:child_process for subcommands that are programs of their own. There are none here, and it took 6 ms of every start.
const withoutChildren = {
  name: "without-children",
  setup(bundle) {
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander/.test(importer) ? { path: join(root, "bin/nothing.mjs") } : undefined,
    );
  },
};
for (const name of Object.keys(rare)) await build({ ...program, entryPoints: [name], outfile: join(dist, `${name}.cjs`), absWorkingDir: root, footer });
await build({
  ...program,
  entryPoints: [join(root, "src/cli/entry.ts")],
  outfile: join(dist, "main.cjs"),
  sourcemap: "external",
  plugins: [apart, withoutChildren],
});

const buildId = createHash("sha256")
  .update(readFileSync(join(dist, "main.cjs")))
  .digest("hex")
  .slice(0, 16);
await build({
  entryPoints: [join(root, "bin/coach.ts")],
  outfile: join(dist, "coach.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  // Old Nodes must be able to read it, to be told that they are too old.
  target: "node12",
  logLevel: "warning",
  define: { BUILD_ID: JSON.stringify(buildId), VERSION: JSON.stringify(version) },
  banner: { js: "#!/usr/bin/env node" },
});
chmodSync(join(dist, "coach.cjs"), 0o755);

const { helpText } = createRequire(import.meta.url)(join(dist, "main.cjs"));
writeFileSync(join(dist, "help.txt"), helpText());
rmSync(finished, { recursive: true, force: true });
renameSync(dist, finished);
