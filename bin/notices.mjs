// What the licences of bundled packages ask for: who wrote them, and the terms, beside the program that holds them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The notices of every package that a bundle took a file from; throws for one that says neither its terms nor its licence. */
export function tellNotices(metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap(packageOf));
  const notices = [...folders].toSorted().map(tellNotice);
  return `interview-coach holds code of these packages, under the terms that follow each.\n\n${notices.join("\n")}`;
}

/** The folder of the package that an input lies in: the innermost `node_modules`. */
function packageOf(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found ? [found[1]] : [];
}

function tellNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(root, folder, entry)));
  if (file === undefined && typeof license !== "string") throw new Error(`${folder} says nothing of its licence`);
  const terms = file === undefined ? "The package has no file with its terms." : readFileSync(join(root, folder, file), "utf8").trim();
  return `${"=".repeat(72)}\n${name} ${version} (${license})\n\n${terms}\n`;
}
