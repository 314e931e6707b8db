// Room: tests. D: what may be wrong in a journal's files.
import assert from "node:assert/strict";
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { crc32 } from "../../src/journal/crc.ts";
import { takeIn } from "../../src/journal/take-in.ts";
import { verifyFolder } from "../../src/journal/verify.ts";
import { anAttempt } from "../support/attempts.ts";
import { deckOf, pickQuestion } from "../support/shelf-question.ts";
import type { Faults, Stage } from "./fault.ts";
import { momentsIn } from "./moments.ts";

const now = Date.UTC(2026, 11, 1);

/** Keeps attempts in this process; gives their ids, acknowledged. */
export async function keep(stage: Stage, ...ids: readonly string[]): Promise<void> {
  const journal = stage.journal();
  for (const id of ids) {
    await journal.append(anAttempt({ id }));
    stage.acknowledge(id);
  }
}

export function journalOf({ data }: Stage): string {
  const name = readdirSync(data).find((each) => each.startsWith("journal-"));
  assert.ok(name);
  return join(data, name);
}

/** A record as another version, or another hand, could have written it. */
function sealed(record: object): string {
  const open = JSON.stringify(record).slice(0, -1);
  return `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
}

/** One attempt, then something else at the end of the file, then one more attempt. */
async function withBetween(stage: Stage, bytes: string | Buffer): Promise<void> {
  await keep(stage, "before");
  appendFileSync(journalOf(stage), bytes);
  stage.fired();
  await keep(stage, "after");
}

const rulesIn = (stage: Stage): readonly string[] => verifyFolder(stage.data, now).problems.map(({ rule }) => rule);

/** What is wrong is told by the program, with status 3 and the line; history still counts the rest. */
async function told(stage: Stage, says: string | RegExp): Promise<void> {
  await stage.held(["data", "verify"], { status: 3, says });
  await stage.held(["history"], { status: 0, says: "Empty shelves" });
}

export const journalFaults: Faults = [
  {
    number: "D1",
    title: "the last line is torn",
    provoke: async (stage) => {
      await keep(stage, "one");
      const line = readFileSync(journalOf(stage));
      appendFileSync(journalOf(stage), line.subarray(0, line.length - 40));
      stage.fired();
      await told(stage, "cut off");
      await keep(stage, "two");
      assert.equal(readFileSync(journalOf(stage)).indexOf(line.subarray(0, -40), 1) > 0, true, "its bytes are gone");
    },
  },
  {
    number: "D2",
    title: "a line in the middle is torn",
    provoke: async (stage) => {
      await withBetween(stage, `{"v":1,"run":"x","seq":1,"type":"attempt","id":"torn"\n`);
      await told(stage, ":2:1: ");
    },
  },
  {
    number: "D3",
    title: "a check sum does not fit",
    provoke: async (stage) => {
      await keep(stage, "one");
      const line = readFileSync(journalOf(stage), "utf8").replace('"score":0.5', '"score":0.9').replace('"one"', '"bad"');
      await withBetween(stage, line);
      await told(stage, "check sum");
      const { out } = await stage.held(["history", "--json"], { status: 0 });
      assert.doesNotMatch(out, /"bad"/);
      await stage.held(["data", "repair"], { status: 0, says: "1 damaged line moved" });
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
  {
    number: "D4",
    title: "an id is there twice",
    provoke: async (stage) => {
      await keep(stage, "one", "two");
      appendFileSync(journalOf(stage), readFileSync(journalOf(stage)));
      stage.fired();
      assert.equal((await stage.journal().read()).entries.length, 2);
    },
  },
  {
    number: "D5",
    title: "records stand out of order",
    provoke: async (stage) => {
      const journal = stage.journal();
      for (const [id, day] of [
        ["late", "21"],
        ["early", "03"],
        ["middle", "12"],
      ]) {
        await journal.append(anAttempt({ id: id ?? "", at: `2026-11-${day ?? ""}T10:00:00Z` }));
      }
      stage.fired();
      stage.acknowledge("late", "early", "middle");
      assert.deepEqual(
        (await journal.read()).entries.map(({ id }) => id),
        ["early", "middle", "late"],
      );
    },
  },
  {
    number: "D6",
    title: "a record is from the future",
    provoke: async (stage) => {
      await stage.journal().append(anAttempt({ id: "ahead", at: "2036-01-01T10:00:00Z" }));
      stage.acknowledge("ahead");
      stage.fired();
      await told(stage, "future");
      await stage.held(["stats"], { status: 0 });
      await stage.held([], { status: 0 });
    },
  },
  {
    number: "D7",
    title: "the clock was set back an hour, then a year",
    provoke: async (stage) => {
      const journal = stage.journal();
      for (const [id, at] of Object.entries({ a: "2026-11-20T10:00:00Z", b: "2026-11-20T09:00:00Z", c: "2025-11-20T09:00:00Z" })) {
        await journal.append(anAttempt({ id, at }));
        stage.acknowledge(id);
      }
      stage.fired();
      assert.deepEqual(rulesIn(stage), ["journal-clock", "journal-clock"]);
      await stage.held(["stats"], { status: 0 });
    },
  },
  {
    number: "D8",
    title: "a record is of a type that is not known",
    provoke: async (stage) => {
      await withBetween(stage, sealed({ v: 1, run: "z", seq: 1, type: "dream", id: "d", at: "2026-11-20T10:00:00Z" }));
      const { out } = await stage.held(["data", "verify", "--json"], { status: 0 });
      assert.equal((JSON.parse(out) as { readonly foreign: number }).foreign, 1);
    },
  },
  {
    number: "D9",
    title: "a record is of a newer version: nothing reads it as if it were whole, and nothing is written behind it",
    provoke: async (stage) => {
      await keep(stage, "one");
      const file = journalOf(stage);
      const before = readFileSync(file);
      appendFileSync(file, sealed({ v: 2, run: "z", seq: 1, type: "attempt", id: "new" }));
      const withNewer = readFileSync(file);
      stage.fired();
      stage.write("mine.md", deckOf(pickQuestion));
      stage.write("a.yaml", "answers: [{question: mine/pick, answer: a}]\n");
      stage.write("other/journal-0badcafe.jsonl", before);
      const answered = ["mine", "--decks", "mine.md", "--answers", "a.yaml"];
      const reads = [["history"], ["data", "verify"], ["stats"], ["star", "list"]];
      const writes = [["data", "repair"], ["data", "merge", "other"], ["drill", ...answered], ["undo"], ["rescore", "--apply"]];
      for (const args of [...reads, ...writes]) await stage.held(args, { status: 1, says: "newer version" });
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 });
      assert.ok(readFileSync(file).equals(withNewer), "the file was changed");
      assert.deepEqual(readdirSync(stage.data).toSorted(), ["device", basename(file)]);
      writeFileSync(file, before);
    },
  },
  {
    number: "D10",
    title: "records are of an older version, or bear a version that never was",
    provoke: async (stage) => {
      await keep(stage, "one");
      // Attempts of before there were dimensions have no levels, and say nothing of confidence or rounds.
      const { levels, ...old } = anAttempt({ id: "old" });
      assert.ok(levels);
      appendFileSync(journalOf(stage), sealed({ v: 1, run: "o", seq: 1, ...old }));
      // Of a question that is no more all that the record holds is shown.
      appendFileSync(journalOf(stage), sealed({ v: 1, run: "o", seq: 2, ...old, id: "older", question: "no/such/question" }));
      const before = readFileSync(journalOf(stage));
      stage.acknowledge("old", "older");
      stage.fired();
      await stage.held(["data", "verify"], { status: 0, says: "3 records" });
      for (const args of [["history"], ["history", "old"], ["explain", "old"], ["explain", "older"], ["stats"], ["rescore"]])
        await stage.held(args, { status: 0 });
      assert.ok(readFileSync(journalOf(stage)).equals(before), "the file was changed");
      appendFileSync(journalOf(stage), sealed({ v: 0, run: "p", seq: 1, ...old, id: "never" }));
      await told(stage, "does not begin as a record does");
    },
  },
  {
    number: "D11",
    title: "killed while the journal is repaired, the one time that it is written anew",
    provoke: async (stage) => {
      await keep(stage, ...Array.from({ length: 200 }, (_, index) => `r${index}`));
      const damaged = "damaged line\n";
      appendFileSync(journalOf(stage), damaged);
      for (const killAfter of await momentsIn(() => stage.coach(["data", "repair"]), 6)) {
        appendFileSync(journalOf(stage), damaged);
        const { signal } = await stage.coach(["data", "repair"], { killAfter });
        if (signal === "SIGKILL") stage.fired();
        assert.equal((await stage.journal().read()).entries.length, 200);
      }
      await stage.coach(["data", "repair"]);
      await stage.held(["data", "verify"], { status: 0 });
      const aside = readdirSync(join(stage.data, "set-aside")).map((name) => readFileSync(join(stage.data, "set-aside", name), "utf8"));
      assert.ok(aside.join("").split(damaged).length > 6, "a damaged line is gone");
    },
  },
  {
    number: "D12",
    title: "line ends came back as those of Windows",
    provoke: async (stage) => {
      await keep(stage, "one", "two");
      const file = journalOf(stage);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
      stage.fired();
      await keep(stage, "three");
      assert.deepEqual(rulesIn(stage), []);
    },
  },
  {
    number: "D13",
    title: "a byte order mark stands before the first record",
    provoke: async (stage) => {
      await keep(stage, "one");
      const file = journalOf(stage);
      writeFileSync(file, Buffer.concat([Buffer.from("\ufeff"), readFileSync(file)]));
      stage.fired();
      assert.deepEqual(rulesIn(stage), []);
    },
  },
  {
    number: "D14",
    title: "a power cut left NUL bytes",
    provoke: async (stage) => {
      await withBetween(stage, Buffer.alloc(4096));
      await stage.held(["history"], { status: 0 });
      assert.deepEqual(rulesIn(stage), []);
    },
  },
  {
    number: "D15",
    title: "bytes are no UTF-8",
    provoke: async (stage) => {
      await withBetween(stage, Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28, 0x0a]));
      await told(stage, "damaged");
    },
  },
  {
    number: "D16",
    title: "a line of 11 MB",
    provoke: async (stage) => {
      await withBetween(stage, `${"x".repeat(11 << 20)}\n`);
      await told(stage, "10 MB");
    },
  },
  {
    number: "D17",
    title: "git left marks of a conflict",
    provoke: async (stage) => {
      await withBetween(stage, "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n");
      await told(stage, "damaged");
      await stage.held(["data", "repair"], { status: 0, says: "3 damaged lines" });
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
  {
    number: "D18",
    title: "a sync tool left a copy beside it",
    provoke: async (stage) => {
      await keep(stage, "one");
      const file = journalOf(stage);
      copyFileSync(file, file.replace(".jsonl", ".sync-conflict-20261121-101010-ABCDEFG.jsonl"));
      // The other machine went on in its copy.
      const copy = file.replace(".jsonl", " (conflicted copy).jsonl");
      copyFileSync(file, copy);
      appendFileSync(copy, sealed({ v: 1, run: "z", seq: 1, ...anAttempt({ id: "there" }) }));
      stage.acknowledge("there");
      stage.fired();
      await keep(stage, "two");
      const { out } = await stage.held(["data", "verify", "--json"], { status: 0 });
      assert.equal((JSON.parse(out) as { readonly records: number }).records, 3);
    },
  },
  {
    number: "D19",
    title: "the same journal is merged twice",
    provoke: async (stage) => {
      await keep(stage, "one");
      const other = stage.write("other/journal-0badcafe.jsonl", "");
      writeFileSync(other, readFileSync(journalOf(stage), "utf8"));
      for (const added of ["0 new", "0 new"]) await stage.held(["data", "merge", "other"], { status: 0, says: added });
      stage.fired();
    },
  },
  {
    number: "D20",
    title: "three machines are merged in every order",
    provoke: async (stage) => {
      const devices = await Promise.all(
        ["a", "b", "c"].map(async (name) => {
          const home = { ...stage, data: join(stage.folder, name), journal: stage.journal };
          const { openJournal } = await import("../../src/journal/journal.ts");
          await openJournal(home.data).append(anAttempt({ id: name }));
          const file = journalOf(home);
          return { name: `journal-${name.repeat(8)}.jsonl`, bytes: readFileSync(file) };
        }),
      );
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ];
      const histories = orders.map((order, index) => {
        const folder = join(stage.folder, `merged-${index}`);
        for (const at of order) takeIn(folder, { files: devices.slice(at, at + 1), stamp: `s${at}` });
        return verifyFolder(folder, now).records;
      });
      renameSync(join(stage.folder, "merged-0"), (mkdirSync(join(stage.data, ".."), { recursive: true }), stage.data));
      stage.fired();
      stage.acknowledge("a", "b", "c");
      assert.deepEqual(histories, [3, 3, 3, 3, 3, 3]);
    },
  },
  {
    number: "D21",
    title: "the question of an attempt is no more",
    provoke: async (stage) => {
      await stage.journal().append(anAttempt({ id: "gone", question: "no/such/question" }));
      stage.acknowledge("gone");
      stage.fired();
      await stage.held(["history"], { status: 0, says: "no/such/question" });
      for (const args of [["stats"], ["rescore"], ["explain", "gone"], []]) await stage.held(args, { status: 0 });
    },
  },
  {
    number: "D22",
    title: "a question gets another name and keeps its id",
    provoke: async (stage) => {
      const id = await stage.practise();
      writeFileSync(join(stage.folder, "mine.md"), readFileSync(join(stage.folder, "mine.md"), "utf8").replace("## Pick", "## Choose the one"));
      stage.fired();
      const { out } = await stage.held(["history", "--decks", "mine.md", "--json"], { status: 0 });
      assert.deepEqual(
        (JSON.parse(out) as { readonly attempts: readonly { readonly id: string; readonly question: string }[] }).attempts.map((one) => [one.id, one.question]),
        [[id, "mine/pick"]],
      );
      await stage.held(["history", id, "--decks", "mine.md"], { status: 0, says: "Choose the one" });
      await stage.held(
        ["drill", "mine", "--new", "--decks", "mine.md", "--answers", "-"],
        { status: 3 },
        { input: "answers: [{question: mine/gone, answer: a}]\n" },
      );
    },
  },
  {
    number: "D23",
    title: "two decks have a question of one id",
    provoke: async (stage) => {
      const id = await stage.practise();
      stage.write("a/questions/mine.md", "---\ntitle: A\n---\n\n## Pick\n`id: pick`\n\nAnswer: a\n");
      stage.write("b/questions/mine.md", "---\ntitle: B\n---\n\n## Pick\n`id: pick`\n\nAnswer: b\n");
      stage.fired();
      for (const name of ["one", "two"]) stage.write(`c/${name}.md`, `---\ntitle: ${name}\nid: same\n---\n\n## Pick\n\`id: pick\`\n\nAnswer: a\n`);
      await stage.held(["decks", "lint", "c"], { status: 3, says: /is already that of/ });
      for (const args of [
        ["history", id],
        ["drill", "mine", "--answers", "-"],
      ])
        await stage.held([...args, "--decks", "a", "--decks", "b"], { status: 3, says: /two decks have the id "mine": a\/\S+ and b\// });
      await stage.held(["history", id, "--decks", "mine.md"], { status: 0 });
    },
  },
  {
    number: "D24",
    title: "ids are names of the language",
    provoke: async (stage) => {
      const journal = stage.journal();
      for (const id of ["__proto__", "constructor", "toString"]) {
        await journal.append(
          anAttempt({ id, question: id, marks: [{ id, status: "found", strength: 1 }], levels: JSON.parse(`{"${id}":3}`) as Record<string, 3> }),
        );
        stage.acknowledge(id);
      }
      stage.fired();
      for (const args of [["history"], ["stats"], ["history", "__proto__"], ["explain", "constructor"]]) await stage.held(args, { status: 0 });
    },
  },
  {
    number: "D25",
    title: "whole records say what cannot be",
    provoke: async (stage) => {
      await keep(stage, "one");
      const base = { v: 1, run: "q" };
      const bad = [{ score: 7 }, { score: null }, { seconds: -1 }, { seconds: "NaN" }, { marks: 3 }, { at: "yesterday" }];
      for (const [seq, fields] of bad.entries())
        appendFileSync(journalOf(stage), sealed({ ...base, seq: seq + 1, ...anAttempt({ id: `bad-${seq}` }), ...fields }));
      stage.fired();
      await keep(stage, "two");
      assert.equal((await stage.journal().read()).entries.length, 2);
      await told(stage, "is not what it should be");
    },
  },
  {
    number: "D26",
    title: "an attempt was taken back on one machine and merged from the other",
    provoke: async (stage) => {
      const journal = stage.journal();
      await keep(stage, "one", "two");
      const bytes = readFileSync(journalOf(stage));
      await journal.append({ type: "undo", id: "back", at: "2026-11-22T10:00:00Z", of: "one" });
      takeIn(stage.data, { files: [{ name: "journal-0badcafe.jsonl", bytes }], stamp: "s" });
      stage.fired();
      const { entries, takenBack } = await journal.read();
      assert.deepEqual([entries.map(({ id }) => id), takenBack.length], [["two"], 1]);
    },
  },
  {
    number: "D27",
    title: "the journal is empty, or one newline",
    provoke: async (stage) => {
      for (const [index, text] of ["", "\n", "\n\n\n"].entries()) stage.write(`.local/share/interview-coach/journal-0000000${index}.jsonl`, text);
      stage.fired();
      for (const args of [["history"], ["stats"], [], ["data", "verify"]]) await stage.held(args, { status: 0 });
      await keep(stage, "one");
    },
  },
  {
    number: "D28",
    title: "two machines write under one id",
    provoke: async (stage) => {
      await keep(stage, "here");
      const own = journalOf(stage);
      const there = join(stage.folder, "there");
      mkdirSync(there);
      copyFileSync(join(stage.data, "device"), join(there, "device"));
      const { openJournal } = await import("../../src/journal/journal.ts");
      await openJournal(there).append(anAttempt({ id: "there" }));
      stage.fired();
      await stage.held(["data", "merge", "there"], { status: 0, says: "1 new record" });
      stage.acknowledge("there");
      assert.ok(readdirSync(stage.data).length > 2 && own.length > 0);
    },
  },
];
