// Room: content. Reads one markdown file from the disk: regular, of a sane size, UTF-8, cleaned.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import type { Problem } from "../domain/problem.ts";
import { clean } from "./clean.ts";
import { type FileText, pageOf } from "./deck.ts";
import type { Found } from "./find.ts";
import { complain } from "./page.ts";
import type { RuleName } from "./rules.ts";

/** 2 MB: the longest deck of a year's work is a tenth of it. */
const largestFile = 2 * 1024 * 1024;
const longestLine = 20_000;
/** What reading one file gave: its cleaned text, or why not. */
export interface ReadFile {
  readonly text: FileText | undefined;
  readonly problems: readonly Problem[];
}

/** Reads one markdown file: regular, at most 2 MB, UTF-8, no line over 20,000 characters; cleaned. `file` is how messages name it. */
export function readMarkdown(found: Found, file: string): ReadFile {
  const problems: Problem[] = [];
  const refuse = (rule: RuleName, message: string, line = 1): ReadFile => {
    complain({ file, lines: [], problems }, { rule, line, message });
    return { text: undefined, problems };
  };
  const bytes = readBytes(found.absolute);
  if (typeof bytes === "string") return refuse(bytes === "size" ? "file-size" : "file-kind", bytes === "size" ? "the file is larger than 2 MB" : bytes);
  if (!isUtf8(bytes)) return refuse("file-encoding", "the file is not UTF-8");
  const raw = bytes.toString("utf8").replace(/^\ufeff/, "");
  const normal = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const text = clean(normal);
  const result: FileText = { file, path: found.path, text };
  const long = lineOver(text);
  if (long !== undefined) return refuse("line-length", "the line is longer than 20,000 characters", long);
  if (text !== normal) noteCleaned({ result, normal }, problems);
  return { text: result, problems };
}

/** The bytes of a regular file; otherwise why it cannot be read, in words, or `size`. */
function readBytes(path: string): Buffer | string {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (fault) {
    const { code = "" } = fault as NodeJS.ErrnoException;
    return code === "ELOOP" ? "the file is a link" : `the file cannot be opened (${code})`;
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return "this is not a regular file";
    if (stat.size > largestFile) return "size";
    return readWhole(descriptor, stat.size);
  } catch (fault) {
    return `the file cannot be read (${(fault as NodeJS.ErrnoException).code ?? "unknown"})`;
  } finally {
    closeSync(descriptor);
  }
}

function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const count = readSync(descriptor, bytes, at, size - at, null);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function lineOver(text: string): number | undefined {
  let line = 1;
  for (let from = 0; from <= text.length; line += 1) {
    const end = text.indexOf("\n", from);
    if ((end === -1 ? text.length : end) - from > longestLine) return line;
    if (end === -1) return undefined;
    from = end + 1;
  }
  return undefined;
}

function noteCleaned(texts: { readonly result: FileText; readonly normal: string }, problems: Problem[]): void {
  const page = pageOf(texts.result, problems);
  const before = texts.normal.split("\n");
  const line = before.findIndex((text) => clean(text) !== text) + 1;
  const text = before[line - 1] ?? "";
  const cleaned = clean(text);
  let column = 1;
  while (column <= cleaned.length && text[column - 1] === cleaned[column - 1]) column += 1;
  complain(page, { rule: "control-characters", line: Math.max(1, line), column, message: "the line holds an escape code, a control character or a direction mark" });
}
