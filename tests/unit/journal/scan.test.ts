// Room: tests. Going through a journal part by part, and keeping many entries at once.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { createRecordReader, readRecords } from "../../../src/journal/lines.ts";
import { encodeRecord, longestLine } from "../../../src/journal/record.ts";
import { anAttempt, aRescore } from "../../support/attempts.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "coach-scan-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function scanned(disk: Disk = realDisk): { readonly ids: readonly string[]; readonly rules: readonly string[] } {
  const problems: Problem[] = [];
  const ids = [...openJournal(folder, disk).scan((problem) => problems.push(problem))].map((entry) => entry.id);
  return { ids, rules: problems.map((problem) => problem.rule) };
}

const line = (seq: number, text = "I would start from the shelf."): Buffer =>
  encodeRecord(anAttempt({ id: `a${seq}`, answer: { kind: "open", text } }), { run: "0a1b2c3d", seq });

describe("going through a journal", () => {
  test("gives what reading it gives, file after file, and tells what is damaged", async () => {
    fs.writeFileSync(path.join(folder, "journal-a.jsonl"), Buffer.concat([line(1), Buffer.from("rubbish\n"), line(2).subarray(0, -1)]));
    fs.writeFileSync(path.join(folder, "journal-b.jsonl"), Buffer.concat([line(3), line(4).subarray(0, 90)]));
    expect(scanned()).toEqual({ ids: ["a1", "a2", "a3"], rules: ["journal-damaged", "journal-torn"] });
    expect((await openJournal(folder).read()).entries.map((entry) => entry.id).toSorted()).toEqual(["a1", "a2", "a3"]);
  });

  test("passes over a record of a kind that only a newer version knows", () => {
    const open = '{"v":1,"run":"0a1b2c3d","seq":2,"type":"chord","id":"x"';
    const chord = `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
    fs.writeFileSync(path.join(folder, "journal-a.jsonl"), Buffer.concat([line(1), Buffer.from(chord), line(3)]));
    expect(scanned()).toEqual({ ids: ["a1", "a3"], rules: [] });
  });

  test("of no folder gives nothing", () => {
    fs.rmSync(folder, { recursive: true });
    expect(scanned()).toEqual({ ids: [], rules: [] });
  });

  test("tells of a file that cannot be read, and goes on with the next", () => {
    fs.mkdirSync(path.join(folder, "journal-a.jsonl"));
    fs.writeFileSync(path.join(folder, "journal-b.jsonl"), line(1));
    expect(scanned()).toEqual({ ids: ["a1"], rules: ["journal-unreadable"] });
    const problems: Problem[] = [];
    for (const _ of openJournal(folder).scan((problem) => problems.push(problem)));
    expect(problems.map(({ message }) => message)).toEqual([
      "this file of the journal cannot be read, so its attempts are not counted: it is not a regular file",
    ]);
  });

  test("refuses a record of a newer version", () => {
    fs.writeFileSync(path.join(folder, "journal-a.jsonl"), newerLine());
    expect(() => scanned()).toThrow(CoachError);
  });

  test("ends where the file ended when it was opened, though it grows meanwhile", () => {
    const file = path.join(folder, "journal-a.jsonl");
    fs.writeFileSync(file, line(1));
    let seq = 1;
    const growing: Disk = {
      ...realDisk,
      readSync: ((...call: Parameters<typeof realDisk.readSync>) => {
        if (seq < 5) fs.appendFileSync(file, line((seq += 1)));
        return realDisk.readSync(...call);
      }) as Disk["readSync"],
    };
    expect(scanned(growing).ids).toEqual(["a1"]);
  });

  test("closes the file when the reader stops in the middle", () => {
    fs.writeFileSync(path.join(folder, "journal-a.jsonl"), Buffer.concat([line(1), line(2)]));
    let open = 0;
    const counting: Disk = {
      ...realDisk,
      openSync: ((...call: Parameters<typeof realDisk.openSync>) => {
        open += 1;
        return realDisk.openSync(...call);
      }) as Disk["openSync"],
      closeSync: (fd) => {
        open -= 1;
        realDisk.closeSync(fd);
      },
    };
    for (const entry of openJournal(folder, counting).scan(() => undefined)) {
      expect(entry.id).toBe("a1");
      break;
    }
    expect(open).toBe(0);
  });
});

/** A whole record of a format to come, with its check sum. */
function newerLine(): Buffer {
  const made = encodeRecord(anAttempt({ id: "n" }), { run: "0a1b2c3d", seq: 1 }).toString();
  const body = made.slice(0, made.lastIndexOf(',"crc":"')).replace('{"v":1', '{"v":2');
  return Buffer.from(`${body},"crc":"${crcOf(body)}"}\n`);
}

function crcOf(body: string): string {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(body)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

describe("reading in parts", () => {
  test("gives the same wherever the parts end", () => {
    const bytes = Buffer.concat([line(1), Buffer.from("rubbish\r\n\n"), line(2, "“ünïcode” 的"), line(3).subarray(0, 120), line(4), line(5).subarray(0, 80)]);
    const whole = readRecords(bytes, "x");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), (cuts) => {
        const reader = createRecordReader("x");
        const ends = [...cuts.toSorted((a, b) => a - b), bytes.length];
        const buffer = Buffer.alloc(bytes.length);
        const found = ends.map((end, index) => {
          const from = ends[index - 1] ?? 0;
          // One buffer for all parts, as the disk gives them.
          bytes.copy(buffer, 0, from, end);
          return reader.take(buffer.subarray(0, end - from));
        });
        found.push(reader.end());
        expect(found.flatMap(({ records }) => records)).toEqual(whole.records);
        expect(found.flatMap(({ problems }) => problems)).toEqual(whole.problems);
        expect(found.flatMap(({ damaged }) => damaged)).toEqual(whole.damaged);
      }),
    );
  });

  test("holds no more of a line that is too long than shows it", () => {
    const reader = createRecordReader("x");
    const part = Buffer.alloc(1 << 20, 0x61);
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 60; count += 1) reader.take(part);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * longestLine);
    const found = reader.take(Buffer.concat([Buffer.from("\n"), line(1)]));
    expect(found.problems.map(({ message }) => message)).toEqual(["a line is damaged and not counted as written: it is longer than 10 MB"]);
    expect(found.records).toHaveLength(1);
  });
});

describe("keeping many at once", () => {
  test("writes them in one go, each a record of its own", async () => {
    let writes = 0;
    const counting: Disk = {
      ...realDisk,
      writeSync: ((...call: Parameters<typeof realDisk.writeSync>) => {
        writes += 1;
        return realDisk.writeSync(...call);
      }) as Disk["writeSync"],
    };
    const journal = openJournal(folder, counting);
    await journal.append(anAttempt({ id: "a" }));
    writes = 0;
    const rescores = [aRescore({ id: "r1", attempt: "a" }), aRescore({ id: "r2", attempt: "b", correction: "c" })];
    await journal.appendAll(rescores);
    await journal.append(aRescore({ id: "r3" }));
    expect(writes).toBe(2);
    const [file = ""] = fs.readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
    const lines = fs.readFileSync(path.join(folder, file), "utf8").trimEnd().split("\n");
    expect(lines.map((each) => (JSON.parse(each) as { seq: number }).seq)).toEqual([1, 2, 3, 4]);
    const { entries, problems } = await openJournal(folder).read();
    expect(problems).toEqual([]);
    expect(entries).toEqual(expect.arrayContaining(rescores));
    expect(entries).toHaveLength(4);
  });

  test("of nothing touches no disk", async () => {
    fs.rmSync(folder, { recursive: true });
    await openJournal(folder).appendAll([]);
    expect(fs.existsSync(folder)).toBe(false);
  });

  test("names what was not kept", async () => {
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, "in the way");
    await expect(openJournal(folder).appendAll([aRescore()])).rejects.toThrow(/^The new mark was not kept: /);
  });
});

describe("a record of before", () => {
  test("that knew no levels is an attempt without any", () => {
    const { levels: _levels, ...older } = anAttempt({ id: "old" });
    const made = encodeRecord(older as ReturnType<typeof anAttempt>, { run: "0a1b2c3d", seq: 1 });
    expect(readRecords(made, "x").records).toMatchObject([{ type: "entry", entry: { id: "old", levels: {} } }]);
  });
});
