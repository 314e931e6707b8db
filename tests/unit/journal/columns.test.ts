// Room: tests. A digest that is opened again gives, whatever is asked of it, what the entries give that it was made of.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../../src/domain/attempt.ts";
import { openDigest, type Opened } from "../../../src/journal/columns.ts";
import { type Digest, type FileMark, packDigest, type Place, type Placed } from "../../../src/journal/digest.ts";
import { entriesIn } from "../../../src/journal/entries.ts";
import { anAttempt, aStory, aTag } from "../../support/attempts.ts";
import { toldIn } from "../../support/columns.ts";

const moment = (minute: number): string => new Date(Date.UTC(2026, 10, 1, 19, minute)).toISOString();
const mark = (name: string): FileMark => ({ name, ino: 1, size: 2, mtimeMs: 3.5, ctimeMs: 4.25, bytes: 5, lines: 6, last: 7 });
const files = [mark("journal-a.jsonl"), mark("journal-ü.jsonl")];

/** An attempt as a digest holds it: without its answer. */
function head(fields: Parameters<typeof anAttempt>[0]): HistoryEntry {
  const { type, id, at, session, sessionKind, round, question, kind, seconds, timedOut, hints, confidence, score, unscored, interrupted } = anAttempt(fields);
  return { type, id, at, session, sessionKind, round, question, kind, seconds, timedOut, hints, confidence, score, unscored, interrupted };
}

interface Drawn {
  readonly what: string;
  readonly name: number;
  readonly more: number;
}

function entryOf({ what, name, more }: Drawn, index: number): HistoryEntry {
  const about = { id: `id-${index}${"é".repeat(more)}`, at: moment(index) };
  if (what === "story") return aStory(about);
  if (what === "tag") return aTag(about);
  if (what === "rating") return { ...about, type: "rating", attempt: `id-${name}`, rating: "hard" };
  const confidence = more === 0 ? undefined : (more as 1 | 2 | 3);
  const round = more === 2 ? "panel" : undefined;
  return head({
    ...about,
    session: `s-${more}`,
    question: `ü/q-${name}`,
    seconds: index + 0.25,
    score: name / 7,
    hints: more,
    confidence,
    round,
    timedOut: name === 1,
    interrupted: name === 2,
    unscored: name === 3,
  });
}

const history = fc
  .array(fc.record({ what: fc.constantFrom("attempt", "attempt", "attempt", "story", "tag", "rating"), name: fc.nat({ max: 5 }), more: fc.nat({ max: 3 }) }), {
    maxLength: 24,
  })
  .map((drawn) => drawn.map(entryOf));

const placeOf = (index: number): Place => ({ file: index % 2, start: 2 ** 33 + index * 1000, length: 100 + index });
const placed = (entries: readonly HistoryEntry[]): readonly Placed[] => entries.map((entry, index) => ({ entry, place: placeOf(index) }));
const tally = { runs: [["aaaa", "journal-a.jsonl", 3]], damaged: [{ run: "aaaa", seq: 2 }] } as const;
const digestOf = (entries: readonly HistoryEntry[]): Digest => ({ files, problems: [], missing: [], tally, records: placed(entries) });

function opened(entries: readonly HistoryEntry[], key = "key"): { readonly digest: Opened | undefined; readonly read: readonly Place[] } {
  const read: Place[] = [];
  const digest = openDigest(packDigest(digestOf(entries), "key"), key, (place, marks) => {
    expect(marks).toEqual(files);
    read.push(place);
    return entries[place.length - 100] as HistoryEntry;
  });
  return { digest, read };
}

describe("a digest that is opened", () => {
  test("gives any part of a history as the whole history does", () => {
    fc.assert(
      fc.property(history, fc.subarray([0, 1, 2, 3, 4, 5, 9]), (entries, some) => {
        const [whole, found] = [entriesIn(entries), opened(entries).digest?.entries];
        if (!found) throw new Error("not opened");
        expect([found.length, found.attempts]).toEqual([whole.length, whole.attempts]);
        expect(found.all()).toEqual(whole.all());
        expect([...found.newest()]).toEqual([...whole.newest()]);
        expect([...found.sure()]).toEqual([...whole.sure()].map(({ id, confidence, score }) => ({ id, confidence, score })));
        expect(toldIn(found.columns())).toEqual(toldIn(whole.columns()));
        expect(entries.map((_, index) => found.idAt(index))).toEqual(entries.map(({ id }) => id));
        for (const [by, among] of [
          ["question", some.map((name) => `ü/q-${name}`)],
          ["session", some.map((name) => `s-${name}`)],
          ["id", some.flatMap((index) => entries[index]?.id ?? "none")],
        ] as const)
          expect(found.some(by, new Set(among))).toEqual(whole.some(by, new Set(among)));
      }),
    );
  });

  test("tells where each record stands, also beyond four thousand million bytes, and reads what holds words and nothing else", () => {
    fc.assert(
      fc.property(history, (entries) => {
        const { digest, read } = opened(entries);
        expect(entries.map((_, index) => digest?.placeAt(index))).toEqual(entries.map((_, index) => placeOf(index)));
        expect(read).toEqual(entries.flatMap(({ type }, index) => (type === "story" ? [placeOf(index)] : [])));
      }),
    );
  });

  test("has what was kept beside its entries", () => {
    const problem = { rule: "journal-damaged", severity: "warning", place: { file: "f", line: 1, column: 1 }, message: "ü", advice: "a" } as const;
    const packed = packDigest({ ...digestOf([]), problems: [problem], missing: [{ ...problem, rule: "journal-missing" }] }, "key");
    const digest = openDigest(packed, "key", () => expect.fail("nothing is to be read"));
    expect([digest?.files, digest?.problems, digest?.missing, digest?.tally()]).toEqual([files, [problem], [{ ...problem, rule: "journal-missing" }], tally]);
  });

  test("is that of its key alone", () => {
    expect(opened([], "other").digest).toBeUndefined();
    expect(opened([], "key").digest?.entries.all()).toEqual([]);
  });

  test("makes all of its entries once", () => {
    const entries = opened([head({ id: "a" }), head({ id: "b" })]).digest?.entries;
    expect(entries?.all()).toBe(entries?.all());
  });

  test("begins its columns where arrays of numbers can, and is read from anywhere", () => {
    const entries = [head({ id: "é", score: 0.25, seconds: 7.5 })];
    for (let more = 0; more < 8; more += 1) {
      const key = "k".repeat(more);
      const bytes = packDigest(digestOf(entries), key);
      expect((bytes.indexOf("\n") + 1) % 8).toBe(0);
      const moved = Buffer.concat([Buffer.alloc(more), bytes]).subarray(more);
      expect(openDigest(moved, key, () => entries[0] as HistoryEntry)?.entries.all()).toEqual(entries);
    }
  });
});
