// Room: journal. One record to one line and back. Pure: bytes in, values out.
import type { JournalEntry } from "../domain/attempt.ts";
import { crc32 } from "./crc.ts";
import { isKnownType, wrongField } from "./shape.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Leads the fields of a record, all but `v`, `run`, `seq` and `crc`, from one format to the next. Once released it is never changed: records are led on whenever they are read. */
export type Step = (fields: Fields) => Fields;
/** The first step leads from format 1 to 2, and so on. */
const steps: readonly Step[] = [];
/** The record format that this version writes, and the newest that it reads. */
export const recordVersion = steps.length + 1;
/** The longest line that is read or written, in bytes. */
export const longestLine = 10 * 1024 * 1024;

/** Who wrote a record: one run of the program, and its how-manieth record it is, from 1. A gap in the numbers shows that a record is missing. */
export interface Stamp {
  readonly run: string;
  readonly seq: number;
}

/** What a line holds. `foreign`: whole, but of a type that this version does not count. */
export type Decoded =
  | { readonly type: "entry"; readonly entry: JournalEntry; readonly stamp: Stamp }
  | { readonly type: "foreign"; readonly stamp: Stamp }
  | { readonly type: "newer"; readonly version: number }
  | { readonly type: "damaged"; readonly reason: string };

const crcMark = ',"crc":"';
const crcTail = /^,"crc":"([0-9a-f]{8})"\}$/;
const tailLength = `${crcMark}00000000"}`.length;
const versionHead = /^\{"v":(\d{1,9}),/;
const head = /^\{"v":[1-9]\d{0,8},"run":"([0-9a-z]{1,32})","seq":(\d{1,15}),/;

/** The line of an entry, with its line end. Throws on an entry that `decodeRecord` would refuse: what is kept must be readable. */
export function encodeRecord(entry: JournalEntry, stamp: Stamp): Buffer {
  const body = JSON.stringify({ v: recordVersion, run: stamp.run, seq: stamp.seq, ...entry });
  // Checked as it will be read: NaN, for one, becomes null on the way.
  const wrong = wrongField(JSON.parse(body) as Fields);
  if (wrong !== undefined) throw new TypeError(`a journal entry with a wrong "${wrong}" cannot be kept`);
  const open = Buffer.from(body.slice(0, -1), "utf8");
  const crc = crc32(open).toString(16).padStart(8, "0");
  return Buffer.concat([open, Buffer.from(`${crcMark}${crc}"}\n`, "latin1")]);
}

/**
 * Reads a line without its line end. Nothing but a whole record passes: the check sum covers every byte before it. One of an older format is led through
 * the steps from there; `known` are other steps than those there are.
 */
export function decodeRecord(line: Buffer, known: readonly Step[] = steps): Decoded {
  const bodyLength = line.length - tailLength;
  const tail = bodyLength > 0 ? crcTail.exec(line.toString("latin1", bodyLength)) : null;
  if (!tail) return { type: "damaged", reason: "it is no whole record" };
  if (crc32(line.subarray(0, bodyLength)) !== Number.parseInt(tail[1] ?? "", 16)) return { type: "damaged", reason: "its check sum does not fit" };
  const body = line.toString("utf8", 0, bodyLength);
  const version = Number(versionHead.exec(body)?.[1]);
  if (version > known.length + 1) return { type: "newer", version };
  return decodeBody(body, known.slice(version - 1));
}

function decodeBody(body: string, ahead: readonly Step[]): Decoded {
  const found = head.exec(body);
  if (!found) return { type: "damaged", reason: "it does not begin as a record does" };
  const value = parse(`{${body.slice(found[0].length)}}`);
  if (!value) return { type: "damaged", reason: "it is not JSON" };
  const led = ahead.reduce((fields, step) => step(fields), value);
  return decodeEntry(led, { run: found[1] ?? "", seq: Number(found[2]) });
}

/** The stamp of a line that is damaged further on, where it can still be read. */
export function stampOf(line: Buffer): Stamp | undefined {
  const found = head.exec(line.toString("latin1", 0, 80));
  return found ? { run: found[1] ?? "", seq: Number(found[2]) } : undefined;
}

function decodeEntry(value: Fields, stamp: Stamp): Decoded {
  const wrong = wrongField(value);
  if (wrong !== undefined) return { type: "damaged", reason: `its "${wrong}" is not what it should be` };
  return isKnownType(value["type"]) ? { type: "entry", entry: entryOf(value), stamp } : { type: "foreign", stamp };
}

/** Attempts of before there were dimensions bear no levels. */
function entryOf(value: Fields): JournalEntry {
  const isBare = value["type"] === "attempt" && value["levels"] === undefined;
  return (isBare ? { ...value, levels: {} } : value) as unknown as JournalEntry;
}

function parse(text: string): Fields | undefined {
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return undefined;
  }
}
