import { crc32 as zlibCrc32 } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attempt, JournalEntry } from "../../../src/domain/attempt.ts";
import { crc32 } from "../../../src/journal/crc.ts";
import { decodeRecord, encodeRecord } from "../../../src/journal/record.ts";
import { aCorrection, anAttempt, aRetrieval, aStory, aTag } from "../../support/attempts.ts";

const stamp = { run: "0a1b2c3d", seq: 3 };

function lineOf(entry: JournalEntry): Buffer {
  return encodeRecord(entry, stamp).subarray(0, -1);
}

/** A line of any content with a check sum that fits. */
function sealed(body: string): Buffer {
  const open = Buffer.from(body, "utf8");
  return Buffer.concat([open, Buffer.from(`,"crc":"${crc32(open).toString(16).padStart(8, "0")}"}`)]);
}

/** Any UTF-16 units, half surrogates among them. */
const anyText = fc.uint16Array({ maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe("the check sum", () => {
  test("has the check value that the standard gives", () => {
    expect(crc32(Buffer.from("123456789")).toString(16)).toBe("cbf43926");
  });

  test("is zlib's on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc32(bytes));
      }),
    );
  });
});

describe("a record", () => {
  test.each([
    ["an attempt", anAttempt()],
    ["an attempt with how well it went", anAttempt({ confidence: 5 })],
    ["a correction", aCorrection()],
    ["a story", aStory()],
    ["another telling of it", aStory({ of: "id-000001" })],
    ["what a story shows", aTag()],
    ["a story that was found for a prompt", aRetrieval()],
    ["a prompt that none was found for", aRetrieval({ story: "", covers: false })],
  ])("holds %s unchanged", (_, entry) => {
    expect(decodeRecord(lineOf(entry))).toEqual({ type: "entry", entry, stamp });
  });

  test("is one line of valid JSON that anyone can read", () => {
    const text = encodeRecord(anAttempt({ answer: { kind: "open", text: 'two\nlines, "quoted" \u2028 and é' } }), stamp).toString("utf8");
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toMatchObject({ v: 1, run: "0a1b2c3d", seq: 3, type: "attempt", crc: expect.stringMatching(/^[0-9a-f]{8}$/) });
  });

  test("keeps any answer, half surrogates and its own field names among them", () => {
    const texts = fc.oneof(anyText, fc.string(), fc.constantFrom("\ud800", '{"v":1,', ',"crc":"00000000"}', "__proto__"));
    fc.assert(
      fc.property(texts, (text) => {
        const entry = anAttempt({ answer: { kind: "open", text }, session: text });
        expect(decodeRecord(lineOf(entry))).toEqual({ type: "entry", entry, stamp });
      }),
    );
  });

  test("keeps marks whose ids are names of the language", () => {
    const marks = Object.fromEntries([["constructor", "found"]]) as Record<string, "found">;
    Object.defineProperty(marks, "__proto__", { value: "partly", enumerable: true });
    const decoded = decodeRecord(lineOf(aCorrection({ marks })));
    expect(decoded.type === "entry" && decoded.entry.type === "correction" && Object.entries(decoded.entry.marks)).toEqual(Object.entries(marks));
  });
});

describe("damage", () => {
  const line = lineOf(anAttempt());

  test("is seen wherever one bit flips", () => {
    for (let at = 0; at < line.length; at += 1) {
      for (const bit of [1, 32]) {
        const copy = Buffer.from(line);
        copy[at] = (copy[at] ?? 0) ^ bit;
        expect([at, decodeRecord(copy).type]).toEqual([at, "damaged"]);
      }
    }
  });

  test("is seen wherever the line is cut", () => {
    for (let length = 0; length < line.length; length += 1) expect(decodeRecord(line.subarray(0, length)).type).toBe("damaged");
  });

  test("is told for a record that is sealed but empty of sense", () => {
    const reasons = ["", "{", "null", '{"v":1', '{"v":1,"run":"a","seq":1,"type":7', '{"v":1,"run":"a","seq":1,x'].map((body) => [
      body,
      decodeRecord(sealed(body)),
    ]);
    expect(reasons.map(([body, decoded]) => [body, (decoded as { readonly reason: string }).reason])).toEqual([
      ["", "it is no whole record"],
      ["{", "it does not begin as a record does"],
      ["null", "it does not begin as a record does"],
      ['{"v":1', "it does not begin as a record does"],
      ['{"v":1,"run":"a","seq":1,"type":7', 'its "type" is not what it should be'],
      ['{"v":1,"run":"a","seq":1,x', "it is not JSON"],
    ]);
    expect(reasons.map(([, decoded]) => (decoded as { readonly type: string }).type)).toEqual(reasons.map(() => "damaged"));
  });
});

describe("the shape", () => {
  const wrong: readonly [string, Partial<Record<keyof Attempt, unknown>>][] = [
    ["a confidence beyond the scale", { confidence: 6 }],
    ["a confidence in words", { confidence: "solid" }],
    ["a score of 7", { score: 7 }],
    ["a score that is no number", { score: Number.NaN }],
    ["negative seconds", { seconds: -1 }],
    ["endless seconds", { seconds: Infinity }],
    ["a day that does not exist", { at: "2026-13-45T00:00:00Z" }],
    ["a moment without its zone", { at: "2026-11-21T19:30:05" }],
    ["no id", { id: "" }],
    ["an answer of another kind", { answer: { kind: "choice", chosen: [1] } }],
    ["an answer that lacks its words", { answer: { kind: "open" } }],
    ["a kind that is not one", { kind: "toString" }],
    ["marks that are no list", { marks: {} }],
    ["a mark of strength 2", { marks: [{ id: "a", status: "found", strength: 2 }] }],
  ];

  test.each(wrong)("refuses %s, when it is written and when it is read", (_, fields) => {
    const entry = { ...anAttempt(), ...fields } as JournalEntry;
    expect(() => encodeRecord(entry, stamp)).toThrow(TypeError);
    expect(() => encodeRecord(entry, stamp)).toThrow(`a journal entry with a wrong "${Object.keys(fields)[0]}`);
    expect(decodeRecord(sealed(JSON.stringify({ v: 1, ...stamp, ...entry }).slice(0, -1))).type).toBe("damaged");
  });

  test("passes every kind of answer", () => {
    const answers = [
      { kind: "choice", chosen: [0, 2] },
      { kind: "recall", texts: ["90"] },
      { kind: "numeric", text: "1,200" },
      { kind: "order", order: [2, 0, 1] },
      { kind: "sort", buckets: [0, -1] },
      { kind: "star", parts: { situation: "", task: "", action: "", result: "" } },
      { kind: "rewrite", text: "" },
    ] as const;
    for (const answer of answers) expect(decodeRecord(lineOf(anAttempt({ kind: answer.kind, answer }))).type).toBe("entry");
  });

  test("keeps a type that it does not know, and does not count it", () => {
    expect(decodeRecord(sealed('{"v":1,"run":"a","seq":9,"type":"chord","id":"x"'))).toEqual({ type: "foreign", stamp: { run: "a", seq: 9 } });
    expect(decodeRecord(sealed('{"v":1,"run":"a","seq":9,"type":"__proto__","id":"x"')).type).toBe("foreign");
  });

  test("knows a record of a newer version, whatever else it holds", () => {
    expect(decodeRecord(sealed('{"v":2,"whatever":true'))).toEqual({ type: "newer", version: 2 });
    expect(decodeRecord(sealed('{"v":12,"whatever":true'))).toEqual({ type: "newer", version: 12 });
  });

  test("of an older format is led through every step from there, and no other", () => {
    const steps = [
      (fields: Readonly<Record<string, unknown>>) => ({ ...fields, second: "added by the first step" }),
      ({ text, ...fields }: Readonly<Record<string, unknown>>) => ({ ...fields, type: "rating", attempt: text, rating: "good" }),
    ];
    const body = '"run":"a","seq":9,"type":"chord","id":"x","at":"2026-11-21T10:00:00Z","text":"t"';
    const entry = { type: "rating", id: "x", at: "2026-11-21T10:00:00Z", attempt: "t", rating: "good" };
    expect(decodeRecord(sealed(`{"v":1,${body}`), steps)).toEqual({
      type: "entry",
      entry: { ...entry, second: "added by the first step" },
      stamp: { run: "a", seq: 9 },
    });
    expect(decodeRecord(sealed(`{"v":2,${body}`), steps)).toEqual({ type: "entry", entry, stamp: { run: "a", seq: 9 } });
    expect(decodeRecord(sealed(`{"v":3,${body}`), steps)).toEqual({ type: "foreign", stamp: { run: "a", seq: 9 } });
    expect(decodeRecord(sealed(`{"v":4,${body}`), steps)).toEqual({ type: "newer", version: 4 });
    expect(decodeRecord(sealed(`{"v":0,${body}`), steps).type).toBe("damaged");
  });

  test("of a format of two digits is led on as any other", () => {
    const steps = Array.from({ length: 11 }, (_, index) => (fields: Readonly<Record<string, unknown>>) => ({
      ...fields,
      text: `${String(fields["text"])} ${index + 1}`,
    }));
    const last = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
      ...fields,
      type: "rating",
      attempt: fields["text"],
      rating: "good",
    });
    const body = '{"v":10,"run":"a","seq":9,"type":"chord","id":"x","at":"2026-11-21T10:00:00Z","text":"led by"';
    expect(decodeRecord(sealed(body), [...steps, last])).toMatchObject({ type: "entry", entry: { attempt: "led by 10 11" } });
  });

  test("that a step leads to what cannot be is damaged, not believed", () => {
    const line = sealed('{"v":1,"run":"a","seq":9,"type":"chord","id":"x"');
    expect(decodeRecord(line, [() => ({ type: "rating", id: "x" })])).toMatchObject({ type: "damaged", reason: expect.stringContaining('its "') });
  });
});
