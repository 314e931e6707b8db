// Room: content. Reads decks, loops, frameworks, facts, sources and competencies into one library; touches the disk through files.ts.
import { basename, join } from "node:path";
import type { Deck } from "../domain/deck.ts";
import type { Library } from "../domain/library.ts";
import type { Parsed, Problem } from "../domain/problem.ts";
import { type Confidence, type Source, type SourceReference, tellReference } from "../domain/source.ts";
import { clean, cleanName } from "./clean.ts";
import { parseDeck } from "./deck.ts";
import { readBytes, readMarkdown } from "./files.ts";
import { findMarkdown, type Root, type Skipped } from "./find.ts";
import { parseFramework } from "./framework.ts";
import { parseLoop } from "./loop.ts";
import { complain, type FileText } from "./page.ts";
import { parseCompetencies, parseFacts, parseSources } from "./registry.ts";

export interface Reading {
  readonly library: Library;
  /** Texts by the name that messages use. */
  readonly files: ReadonlyMap<string, FileText>;
  /** False where the disk refused a file: the next reading may give more. */
  readonly isWhole: boolean;
}

/** How a path is named in messages. */
export type NameFile = (absolute: string) => string;

interface Growing {
  readonly files: Map<string, FileText>;
  isWhole: boolean;
  readonly problems: Problem[];
  readonly waiting: FileText[];
  readonly frameworks: Library["frameworks"][number][];
  readonly loops: Library["loops"][number][];
  readonly facts: Library["facts"][number][];
  readonly sources: Library["sources"][number][];
  readonly competencies: Library["competencies"][number][];
}

/** Reads every root, in order. What is wrong with a file becomes a problem of the library; it never throws for what a file holds. */
export function readLibrary(roots: readonly Root[], nameFile: NameFile): Reading {
  const growing: Growing = { files: new Map(), isWhole: true, problems: [], waiting: [], frameworks: [], loops: [], facts: [], sources: [], competencies: [] };
  for (const root of roots) {
    const { found, skipped } = findMarkdown(root);
    for (const entry of skipped) noteSkipped(growing.problems, cleanName(nameFile(entry.absolute)), entry);
    for (const file of found) {
      const { text, problems, hasFailed } = readMarkdown(file, cleanName(nameFile(file.absolute)));
      addAll(growing.problems, problems);
      if (hasFailed) growing.isWhole = false;
      if (!text) continue;
      growing.files.set(text.file, text);
      sortOut(growing, root, text);
    }
  }
  const decks = readDecks(growing);
  const { frameworks, loops, facts, sources, competencies, problems } = growing;
  return { library: { decks, frameworks, loops, facts, sources, competencies, problems }, files: growing.files, isWhole: growing.isWhole };
}

function noteSkipped(problems: Problem[], file: string, { why, code }: Skipped): void {
  const said = {
    folder: { rule: "file-kind", message: "this is a folder, though it is named like a deck" },
    link: { rule: "file-kind", message: "this is a link; links are not followed" },
    deep: { rule: "folder-closed", message: "the folder lies too deep: at most 12 folders within folders are read" },
    closed: { rule: "folder-closed", message: `the folder cannot be read (${code ?? "unknown"})` },
  } as const;
  complain({ file, problems }, { ...said[why], line: 1 });
}

/** Reads a file by what it is. Decks wait until all sources are known. */
function sortOut(growing: Growing, root: Root, text: FileText): void {
  const name = basename(text.path);
  if (root.holds === "frameworks") keep(growing, parseFramework(text), growing.frameworks);
  else if (name === "loop.md") keep(growing, parseLoop(text), growing.loops);
  else if (name === "facts.md") keep(growing, parseFacts(text), growing.facts);
  else if (name === "sources.md") keepAll(growing, parseSources(text), growing.sources);
  else if (name === "competencies.md") keepAll(growing, parseCompetencies(text), growing.competencies);
  else growing.waiting.push(text);
}

function keep<T>(growing: Growing, parsed: Parsed<T>, into: T[]): void {
  addAll(growing.problems, parsed.problems);
  if (parsed.value !== undefined) into.push(parsed.value);
}

function keepAll<T>(growing: Growing, parsed: Parsed<readonly T[]>, into: T[]): void {
  addAll(growing.problems, parsed.problems);
  addAll(into, parsed.value ?? []);
}

/** One by one: spreading 100,000 arguments would exhaust the stack. */
function addAll<T>(into: T[], more: readonly T[]): void {
  for (const one of more) into.push(one);
}

function readDecks(growing: Growing): Deck[] {
  const known = new Map(growing.sources.map((source) => [source.id, source]));
  const decks: Deck[] = [];
  for (const text of growing.waiting)
    keep(
      growing,
      parseDeck(text, (references) => confidenceOf(known, references)),
      decks,
    );
  return decks;
}

/** The source that a reference names: an id that ends in a number is tried whole first. */
export function findSource(known: ReadonlyMap<string, Source>, reference: SourceReference): Source | undefined {
  return known.get(tellReference(reference)) ?? known.get(reference.source);
}

const order: readonly Confidence[] = ["unverified", "reported", "official", "own"];

/** A fact is as good as its weakest source; without one it is the deck author's own material. */
function confidenceOf(known: ReadonlyMap<string, Source>, references: readonly SourceReference[]): Confidence {
  const found = references.map((reference) => findSource(known, reference)?.confidence ?? "reported");
  return order.find((confidence) => found.includes(confidence)) ?? "own";
}

/** What a root's `ids.lock` notes, line by line: an id, or nothing for a comment or a blank. Undefined when it has none that can be read. */
export function readLock(root: Root): readonly string[] | undefined {
  if (root.only !== undefined) return undefined;
  const bytes = readBytes(join(root.folder, "ids.lock"));
  if (!Buffer.isBuffer(bytes)) return undefined;
  return clean(bytes.toString("utf8"))
    .split("\n")
    .map((line) => (line.startsWith("#") ? "" : line.trim()));
}
