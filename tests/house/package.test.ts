// Room: tests. What the package ships, file by file, and that nothing of it runs when it is installed.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}

/** As npm would pack what is built now; asks no registry. */
function packed(): Packed {
  const out = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [one] = JSON.parse(out) as readonly Packed[];
  if (!one) throw new Error("npm packed nothing");
  return one;
}

function below(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
}

/** Decks and frameworks, and the ids they have. */
const content = [...below("questions"), ...below("frameworks")];
const pages = ["CHANGELOG.md", "LICENSE", "README.md", "docs/deck-format.md", "docs/deck.schema.json", "package.json"];
const program = /^dist\/(?:(?:coach|parts|rare|inquirer|part-[A-Z0-9]{8})\.cjs|help\.txt|THIRD-PARTY-NOTICES)$/;

test("the package holds the program, its decks and its pages, and nothing else", () => {
  const { files, unpackedSize } = packed();
  const paths = files.map(({ path }) => path);
  expect(content.filter((path) => !/\.md$|\/ids\.lock$/.test(path))).toEqual([]);
  expect(paths.filter((path) => !path.startsWith("dist/")).toSorted()).toEqual([...pages, ...content].toSorted());
  expect(paths.filter((path) => path.startsWith("dist/") && !program.test(path))).toEqual([]);
  for (const path of ["dist/coach.cjs", "dist/parts.cjs", "dist/help.txt"]) expect(paths).toContain(path);
  expect(unpackedSize).toBeLessThan(8_000_000);
});

test("nothing of it runs when it is installed, and it brings nothing that could", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  const hooks = ["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare", "prepublish", "preuninstall", "uninstall", "postuninstall"];
  expect(Object.keys(manifest["scripts"] ?? {}).filter((name) => hooks.includes(name))).toEqual([]);
  // npm runs node-gyp for a package that has one, unasked.
  expect(existsSync("binding.gyp")).toBe(false);
  for (const kind of ["dependencies", "optionalDependencies", "bundleDependencies", "bundledDependencies"]) expect(manifest[kind] ?? {}).toEqual({});
});
