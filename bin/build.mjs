// Builds dist/: the launcher, the program in parts that are loaded when they are asked for, and the text of `--help`.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { tellNotices } from "./notices.mjs";

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

// commander loads node:child_process for subcommands that are programs of their own. There are none here, and it took 6 ms of every start.
const withoutChildren = {
  name: "without-children",
  setup(bundle) {
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander/.test(importer) ? { path: join(root, "bin/nothing.mjs") } : undefined,
    );
  },
};

// js-yaml loads a parser of JavaScript for a tag that we refuse, and does it past the bundle: it took 17 ms.
const withoutFunctions = {
  name: "without-functions",
  setup(bundle) {
    bundle.onResolve({ filter: /\/js\/function$/ }, ({ importer }) =>
      /node_modules.js-yaml/.test(importer) ? { path: join(root, "bin/no-function-tag.cjs") } : undefined,
    );
  },
};

// chalk asks the terminal, the environment and the system what colours there are. Whether there are any is found out before it is loaded.
const withoutGuess = {
  name: "without-guess",
  setup(bundle) {
    bundle.onResolve({ filter: /^#supports-color$/ }, ({ path, importer }) =>
      /node_modules.chalk/.test(importer) ? { path, namespace: "left-to-the-theme" } : undefined,
    );
    bundle.onLoad({ filter: /./, namespace: "left-to-the-theme" }, () => ({ contents: "export default { stdout: false, stderr: false };" }));
  },
};

// Of package.json the program tells its version, and no more of it is shipped within.
const versionOnly = {
  name: "version-only",
  setup: (bundle) =>
    bundle.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) =>
      path === join(root, "package.json") ? { contents: JSON.stringify({ version }), loader: "json" } : undefined,
    ),
};

// The menus' library has a prompt that opens an editor and guesses its encoding by tables of 360 kB. We open the editor ourselves.
const withoutEditor = {
  name: "without-editor",
  setup(bundle) {
    bundle.onResolve({ filter: /^@inquirer\/editor$/ }, ({ path }) => ({ path, namespace: "left-out" }));
    bundle.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "export default undefined;" }));
  },
};

// The menus' library shares its core with our prompts. As one bundle the prompts would load all that either uses.
const menus = { name: "menus", setup: (bundle) => bundle.onResolve({ filter: /^inquirer$/ }, () => ({ path: "./inquirer.js", external: true })) };

/** Builds an entry into parts, as ES modules in memory, with what each is made of. */
function buildParts(entry, { name, plugins }) {
  return build({ ...common, entryPoints: [entry], entryNames: name, plugins });
}

/** Every Node that is supported knows these; esbuild has no word of Node on them, and would make each anew wherever it is used. */
const understood = { "regexp-unicode-property-escapes": true };

// Libraries that are not ES modules call require(), which a part has anyway; `import.meta` is told by the loader.
const common = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  outdir: dist,
  chunkNames: "part-[hash]",
  platform: "node",
  format: "esm",
  target: "node20",
  supported: understood,
  legalComments: "none",
  logLevel: "warning",
  sourcemap: "inline",
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "moduleUrl" },
};
const program = await buildParts(join(root, "src/cli/entry.ts"), {
  name: "main",
  plugins: [menus, withoutChildren, withoutFunctions, withoutGuess, versionOnly],
});
const menuLibrary = await buildParts("inquirer", { name: "inquirer", plugins: [withoutEditor] });

/**
 * A part as CommonJS, line for line: esbuild splits only ES modules, and on Node 20 only a script can have a code cache. esbuild's own way to CommonJS
 * reaches each import through getters that are made at every start, which took a tenth of a first question. Here what is imported is a plain constant,
 * which holds since no part changes what it exports and none imports itself by way of another.
 */
function commonJsOf(text) {
  const named = text.replace(/"\.\/([\w-]+)\.js"/g, '"./$1.cjs"');
  const required = named
    // No module here or in a library is imported for what it does when it is loaded (lint holds it of ours): a part is loaded by those who use it.
    .replace(/^import "\.\/[\w-]+\.cjs";$/gm, "")
    .replace(/^import \{([^}]+)\} from ("[^"]+");$/gm, (_, names, from) => `const {${names.replaceAll(" as ", ": ")}} = require(${from});`)
    .replace(/^import (?:\* as )?(\w+) from ("node:[^"]+");$/gm, "const $1 = require($2);")
    .replace(/\bimport\(("[^"]+")\)/g, "Promise.resolve().then(() => require($1))");
  return required.replace(/^export \{([^}]+)\};$/m, (_, names) => `module.exports = {${names.replace(/([\w$]+) as ([\w$]+)/g, "$2: $1")}};`);
}

/** A part and its source map. */
async function partOf({ path, text }) {
  const name = `./${basename(path).replace(/\.js$/, ".cjs")}`;
  const { code, map } = await transform(commonJsOf(text), {
    platform: "node",
    target: "node20",
    supported: understood,
    sourcemap: "external",
    sourcesContent: false,
    sourcefile: basename(path),
    minifyWhitespace: true,
    minifySyntax: true,
    banner: text.includes("moduleUrl") ? "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" : undefined,
  });
  if (/^(?:import|export)\b/m.test(code)) throw new Error(`${name} is not CommonJS`);
  // Letters beyond ASCII are left in regular expressions and comments. Without one, the launcher reads a part byte by byte.
  const plain = code.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const { sources, ...rest } = JSON.parse(map);
  return { name, code: plain, map: { ...rest, sources: sources.map((source) => pathToFileURL(resolve(dist, source)).href) } };
}

/** Writes parts into one file, each as a function that is run when the part is first asked for. */
function writeParts(file, parts) {
  // As a script, without the `module` of CommonJS, the table is what it evaluates to.
  let text = `(typeof module === "object" ? module : {}).exports = {\n`;
  const sections = [];
  for (const { name, code, map } of parts) {
    text += `"${name}": function (exports, require, module, __filename, __dirname) {\n`;
    sections.push({ offset: { line: text.split("\n").length - 1, column: 0 }, map });
    text += `${code}},\n`;
  }
  writeFileSync(join(dist, file), `${text}};\n//# sourceMappingURL=${basename(file)}.map\n`, "latin1");
  // Node reads the sections only where there are `sources` beside them, and takes theirs as they are.
  writeFileSync(join(dist, `${file}.map`), JSON.stringify({ version: 3, sources: [], sections }));
}

/** What people run day by day, up to its first question or its page. The rest lies in a second file, which these commands do not read. */
const everyday = `
  cli/entry cli/create-app cli/drafts cli/hold cli/commands/home cli/runs/home cli/runs/decks cli/runs/loops cli/runs/frameworks
  cli/runs/practise cli/runs/star cli/runs/grade cli/runs/draft-offer cli/runs/signals cli/runs/leeches cli/machine
  content/deck-ids content/find content/shelf journal/journal journal/drafts journal/daily grading/grade
  scheduling/cards scheduling/due scheduling/plan cli/runs/readiness cli/runs/kept-cards
  terminal/audience terminal/interviewer terminal/signals terminal/prompts/hooks`
  .trim()
  .split(/\s+/)
  .map((name) => `src/${name}.ts`);
everyday.push("node_modules/chalk/source/index.js");

/** The names of the parts that hold some entries, and of all that these load at once. */
function partsOf(entries, { outputs }) {
  const paths = new Set();
  const add = (path) => {
    if (paths.has(path) || outputs[path] === undefined) return;
    paths.add(path);
    for (const { kind, path: imported } of outputs[path].imports) if (kind === "import-statement") add(imported);
  };
  for (const entry of entries) {
    const found = Object.keys(outputs).find((path) => outputs[path].entryPoint?.endsWith(entry));
    if (found === undefined) throw new Error(`no part begins with ${entry}`);
    add(found);
  }
  return new Set([...paths].map((path) => `./${basename(path, ".js")}.cjs`));
}

/** Parts share files: a file for each took a tenth of a start. What is large and rarely needed has its own, so that the shared ones stay short. */
const largest = 50_000;
const outputFiles = [...program.outputFiles, ...menuLibrary.outputFiles];
const parts = await Promise.all(outputFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(partOf));
const often = partsOf(everyday, program.metafile);
const isLarge = ({ name, code }) => name !== "./main.cjs" && code.length >= largest;
const rare = parts.filter((part) => !isLarge(part) && !often.has(part.name));
writeParts(
  "parts.cjs",
  parts.filter((part) => !isLarge(part) && often.has(part.name)),
);
writeParts("rare.cjs", rare);
for (const part of parts) if (isLarge(part)) writeParts(part.name, [part]);
const rareNames = rare.map(({ name }) => name);
const hash = createHash("sha256");
for (const { name, code } of parts) hash.update(name).update(code);

const loaded = new Map();
const requireBuilt = createRequire(join(dist, "coach.cjs"));
/** What a part exports that was just built. */
function load(name) {
  if (!name.startsWith("./")) return requireBuilt(name);
  const module = loaded.get(name) ?? { exports: {} };
  if (loaded.has(name)) return module.exports;
  loaded.set(name, module);
  const run = requireBuilt("./parts.cjs")[name] ?? requireBuilt(rareNames.includes(name) ? "./rare.cjs" : name)[name];
  run(module.exports, load, module, join(dist, name), dist);
  return module.exports;
}

const { commandPaths, helpText } = load("./main.cjs");
await build({
  entryPoints: [join(root, "bin/coach.ts")],
  outfile: join(dist, "coach.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  // Old Nodes must be able to read it, to be told that they are too old.
  target: "node12",
  logLevel: "warning",
  define: {
    BUILD_ID: JSON.stringify(hash.digest("hex").slice(0, 16)),
    VERSION: JSON.stringify(version),
    COMMANDS: JSON.stringify(commandPaths()),
    RARE: JSON.stringify(rareNames),
  },
  banner: { js: "#!/usr/bin/env node" },
});
chmodSync(join(dist, "coach.cjs"), 0o755);
writeFileSync(join(dist, "help.txt"), helpText());
writeFileSync(join(dist, "THIRD-PARTY-NOTICES"), tellNotices([program.metafile, menuLibrary.metafile]));
rmSync(finished, { recursive: true, force: true });
renameSync(dist, finished);
