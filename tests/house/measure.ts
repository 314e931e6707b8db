// Room: tests. Measures the house: how long functions and files of src are, in lines of code. `npm run measure` prints it.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

/** A function or a file, and how many lines of code it has: blank lines and lines that are only comment do not count. */
export interface Size {
  readonly name: string;
  readonly place: string;
  readonly lines: number;
}

/** The sizes of some source. */
export interface Sizes {
  readonly functions: readonly Size[];
  readonly files: readonly Size[];
}

/** The limits of the house: nine functions in ten, every function; nine files in ten. */
export const limits = { functionP90: 25, longestFunction: 40, fileP90: 200 } as const;

/** The value below which a share (0 to 1) of the sizes lies, as the nearest rank; 0 when there are none. */
export function rankOf(sizes: readonly Size[], share: number): number {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Measures every TypeScript file below a folder. Places are relative to it. */
export function measureFolder(folder: string): Sizes {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort();
  const measured = paths.map((path) => measureText(relative(folder, resolve(folder, path)), readFileSync(join(folder, path), "utf8")));
  return { functions: measured.flatMap(({ functions }) => functions), files: measured.flatMap(({ files }) => files) };
}

/** Measures one file. A function counts the lines of the functions within it; unnamed callbacks are measured only there, since hundreds of one line would flatter the median. */
export function measureText(place: string, text: string): Sizes {
  const source = ts.createSourceFile(place, text, ts.ScriptTarget.Latest, true);
  const code = linesOfCode(source);
  const lineAt = (at: number): number => source.getLineAndCharacterOfPosition(at).line;
  const functions: Size[] = [];
  const visit = (node: ts.Node): void => {
    const name = isWritten(node) ? nameOf(node) : undefined;
    if (name !== undefined) {
      const [first, last] = [lineAt(node.getStart(source)), lineAt(node.end)];
      functions.push({ name, place: `${place}:${first + 1}`, lines: [...code].filter((line) => line >= first && line <= last).length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { functions, files: [{ name: place, place, lines: code.size }] };
}

/** The lines on which a token stands. */
function linesOfCode(source: ts.SourceFile): ReadonlySet<number> {
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const parts = node.getChildren(source);
    parts.forEach(visit);
    if (parts.length > 0 || node.end === node.getStart(source)) return;
    const last = source.getLineAndCharacterOfPosition(node.end).line;
    for (let line = source.getLineAndCharacterOfPosition(node.getStart(source)).line; line <= last; line += 1) lines.add(line);
  };
  visit(source);
  return lines;
}

type Written = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.AccessorDeclaration | ts.ConstructorDeclaration;

/** A function that has a body: types and overloads are not measured. */
function isWritten(node: ts.Node): node is Written {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

/** Its own name, or that of the constant or property which holds it. */
function nameOf(node: Written): string | undefined {
  if (node.name) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : undefined;
}

/** What is over the limits, one sentence each; empty when the house keeps them. */
export function complaints({ functions, files }: Sizes): readonly string[] {
  const found = functions
    .filter(({ lines }) => lines > limits.longestFunction)
    .map(({ name, place, lines }) => `${place} ${name} has ${lines} lines; at most ${limits.longestFunction}`);
  const p90 = rankOf(functions, 0.9);
  if (p90 > limits.functionP90) found.push(`nine functions in ten have up to ${p90} lines; at most ${limits.functionP90}`);
  const fileP90 = rankOf(files, 0.9);
  if (fileP90 > limits.fileP90) found.push(`nine files in ten have up to ${fileP90} lines; at most ${limits.fileP90}`);
  return found;
}

/** The sizes as a person reads them. */
export function tellSizes({ functions, files }: Sizes): string {
  return `${tellLine("functions", functions)}\n${tellLine("files", files)}\n`;
}

function tellLine(what: string, sizes: readonly Size[]): string {
  const longest = sizes.reduce<Size | undefined>((most, size) => (most === undefined || size.lines > most.lines ? size : most), undefined);
  const where = longest ? ` (${longest.place}${longest.name === longest.place ? "" : ` ${longest.name}`})` : "";
  return `${what.padEnd(9)} ${sizes.length} · median ${rankOf(sizes, 0.5)} · p90 ${rankOf(sizes, 0.9)} · longest ${longest?.lines ?? 0}${where}`;
}

/** Prints the sizes of src; 1 when they are over the limits. */
export function run(): number {
  const sizes = measureFolder("src");
  const found = complaints(sizes);
  process.stdout.write(`${tellSizes(sizes)}${found.map((line) => `  ${line}\n`).join("")}`);
  return found.length === 0 ? 0 : 1;
}
