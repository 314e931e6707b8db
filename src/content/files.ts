// Room: content. Reads one markdown file from the disk, and refuses what should not be read.
import { isAscii, isUtf8, transcode } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Problem } from "../domain/problem.ts";
import { clean } from "./clean.ts";
import type { Found } from "./find.ts";
import { complain, type Complaints, type FileText } from "./page.ts";
import type { RuleName } from "./rules.ts";

/** 2 MB: the longest deck of a year's work is a tenth of it. */
const largestFile = 2 * 1024 * 1024;
const longestLine = 20_000;

/** What reading one file gave: its cleaned text, or why not. */
export interface ReadFile {
  readonly text: FileText | undefined;
  readonly problems: readonly Problem[];
  /** True where the disk refused: the next reading may give it, and nothing of the file will have changed. */
  readonly hasFailed: boolean;
}

/** Reads one markdown file: regular, at most 2 MB, UTF-8, no line over 20,000 characters; cleaned. `file` is how messages name it. */
export function readMarkdown(found: Found, file: string): ReadFile {
  const problems: Problem[] = [];
  const complaints: Complaints = { file, problems };
  const bytes = readBytes(found.absolute);
  if (!Buffer.isBuffer(bytes)) return refuse(complaints, bytes);
  if (!isUtf8(bytes)) return refuse(complaints, notUtf8(bytes));
  const raw = textIn(bytes).replace(/^\ufeff/, "");
  const normal = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const text = clean(normal);
  const long = lineOver(text);
  if (long !== undefined)
    return refuse(complaints, { rule: "line-length", line: long, column: longestLine + 1, message: "the line is longer than 20,000 characters" });
  if (text !== normal) noteCleaned(complaints, normal);
  return { text: { file, path: clean(found.path), text }, problems, hasFailed: false };
}

/** Valid UTF-8 as text. ICU writes the two-byte letters that V8 keeps in less than half the time that decoding takes; ASCII stays one byte a letter. */
function textIn(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString("latin1") : transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

interface Refusal {
  readonly rule: RuleName;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly hasFailed?: boolean;
}

function refuse(complaints: Complaints, { hasFailed = false, ...refusal }: Refusal): ReadFile {
  complain(complaints, { line: 1, ...refusal });
  return { text: undefined, problems: complaints.problems, hasFailed };
}

/** The bytes of a regular file of at most 2 MB; otherwise why they are not read. */
export function readBytes(path: string): Buffer | Refusal {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (fault) {
    const { code = "" } = fault as NodeJS.ErrnoException;
    return code === "ELOOP"
      ? { rule: "file-kind", message: "the file is a link" }
      : { rule: "file-kind", message: `the file cannot be opened (${code})`, hasFailed: true };
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { rule: "file-kind", message: "this is not a regular file" };
    if (stat.size > largestFile) return { rule: "file-size", message: "the file is larger than 2 MB" };
    return readWhole(descriptor, stat.size);
  } catch (fault) {
    return { rule: "file-kind", message: `the file cannot be read (${(fault as NodeJS.ErrnoException).code ?? "unknown"})`, hasFailed: true };
  } finally {
    closeSync(descriptor);
  }
}

/** Exactly the bytes that were there when the file was opened, or fewer: a file that grows meanwhile is not followed. */
function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const count = readSync(descriptor, bytes, at, size - at, null);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

/** Where the first byte stands that UTF-8 does not allow: there the bytes differ from those of the text that they decode to. */
function notUtf8(bytes: Buffer): Refusal {
  const again = Buffer.from(bytes.toString("utf8"));
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at += 1;
  const lines = bytes.toString("utf8", 0, at).split("\n");
  return {
    rule: "file-encoding",
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    message: `the file is not UTF-8: the byte at offset ${at} is not allowed there`,
  };
}

/** The first line, from 1, that is too long. */
function lineOver(text: string): number | undefined {
  for (let from = 0; text.length - from > longestLine;) {
    // The last end of a line that is near enough; lines before it need no look.
    const end = text.lastIndexOf("\n", from + longestLine);
    if (end < from) return text.slice(0, from).split("\n").length;
    from = end + 1;
  }
  return undefined;
}

/** Tells of every line that had something to clean, at the first character that went. */
function noteCleaned(complaints: Complaints, normal: string): void {
  for (const [index, text] of normal.split("\n").entries()) {
    const cleaned = clean(text);
    if (cleaned === text) continue;
    let at = 0;
    while (at < cleaned.length && text[at] === cleaned[at]) at += 1;
    complain(complaints, {
      rule: "control-characters",
      line: index + 1,
      column: at + 1,
      message: "the line holds an escape code, a control character or a direction mark",
    });
  }
}
