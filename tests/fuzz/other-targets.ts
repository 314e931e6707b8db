// Room: tests. What comes back from the disk, a judge or a command line; words and numbers of answers; and writers with what reads them back.
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { clean } from "../../src/content/clean.ts";
import { briefLength, clockTime, day, decimal, kindList, wholeNumber } from "../../src/cli/values.ts";
import { cleaned } from "../../src/cli/runs/attempts.ts";
import { addDays, daysBetween, eveningOf, instantOf, isDay, mondayOf } from "../../src/domain/calendar.ts";
import { drawCase, fillIn } from "../../src/domain/case.ts";
import { computeFormula, readFormula } from "../../src/domain/formula.ts";
import { hostOf, isFitAddress, isThisMachine, tidyAddress } from "../../src/domain/web-address.ts";
import { toCsv } from "../../src/export/formats/csv.ts";
import { toHtml } from "../../src/export/formats/html.ts";
import { toIcs } from "../../src/export/formats/ics.ts";
import { toMarkdown } from "../../src/export/formats/markdown.ts";
import { type Document, tidy } from "../../src/export/document.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";
import { openBackup, packBackup } from "../../src/journal/backup.ts";
import { crc32 } from "../../src/journal/crc.ts";
import { createRecordReader, readRecords } from "../../src/journal/lines.ts";
import { mergeReadings } from "../../src/journal/merge.ts";
import { decodeRecord, encodeRecord } from "../../src/journal/record.ts";
import { isDraft } from "../../src/journal/shape.ts";
import { readReply } from "../../src/judge/reply.ts";
import { readNumbers } from "../../src/language/numbers.ts";
import { sentencesOf } from "../../src/language/sentences.ts";
import { tokensOf } from "../../src/language/tokens.ts";
import { wordsOf } from "../../src/language/words.ts";
import { bankOf } from "../../src/progress/bank.ts";
import { statsOf } from "../../src/progress/stats.ts";
import type { Theme } from "../../src/terminal/theme.ts";
import { storyListView } from "../../src/terminal/views/story.ts";
import { markdownRows } from "../../src/terminal/views/markdown.ts";
import { wrap } from "../../src/terminal/views/wrap.ts";
import { anEvening, aPlan } from "../support/plans.ts";
import { sampleQuestions } from "../support/questions.ts";
import { cannotAct, holds, jsonIn, nothingActs, readOrRefused, readOrTold, same } from "./claims.ts";
import type { Target } from "./target.ts";
import { answerWords, entryWords, markdownWords, numberWords, replyWords } from "./words.ts";
import { past, whole } from "../support/attempts.ts";

/** Everything but the files that people write; `theme` is what texts are shown with. */
export function otherTargets(theme: Theme): readonly Target[] {
  return [...journalTargets(theme), ...wordTargets(), ...valueTargets(), ...writerTargets(), ...screenTargets(theme)];
}

function journalTargets(theme: Theme): readonly Target[] {
  return [
    {
      name: "journal",
      words: ['{"v":1,"run":"0a","seq":1,', '{"v":2,', ',"crc":"', '00000000"}', "\n", "\r\n", "<<<<<<< HEAD\n", "\u0000"],
      run: (text) => {
        const bytes = Buffer.from(text);
        const whole = readOrRefused(() => readRecords(bytes, "journal-a.jsonl"), text);
        // Parts of a few bytes, but some thousand of them at most: what is left of a line is copied with each.
        const length = Math.max(1 + (text.length % 61), Math.ceil(text.length / 2000));
        const parted = readOrRefused(() => readInParts(bytes, length), text);
        same(parted, whole && [whole.records, whole.problems], "a journal read in parts is not the journal read whole");
        for (const record of whole?.records ?? []) {
          if (record.type !== "entry") continue;
          const { start, length, ...read } = record;
          same(decodeRecord(encodeRecord(read.entry, read.stamp).subarray(0, -1)), read, "a record is not what was read");
          same(decodeRecord(bytes.subarray(start, start + length)), read, "where a record was said to stand stands another");
        }
      },
    },
    {
      name: "entry",
      words: entryWords,
      run: (text) => {
        const open = Buffer.from(`{"v":1,"run":"0a","seq":1,${text}`);
        const line = Buffer.concat([open, Buffer.from(`,"crc":"${crc32(open).toString(16).padStart(8, "0")}"}`)]);
        const found = decodeRecord(line);
        const reading = mergeReadings([
          { file: "journal-a.jsonl", records: found.type === "entry" ? [{ ...found, start: 0, length: line.length }] : [], damaged: [], problems: [] },
        ]);
        const bank = bankOf(reading.entries);
        statsOf(past(reading.entries), [], { whole });
        cannotAct(storyListView(cleaned(bank), theme));
      },
    },
    {
      name: "draft",
      words: entryWords,
      run: (text) => {
        const value = jsonIn(text);
        if (value !== undefined) holds(typeof isDraft(value) === "boolean", "a draft is neither one nor none");
      },
    },
    {
      name: "backup",
      words: ['{"coach-backup":1,', '"made":"x",', '"files":[', '{"name":"phrasings.txt",', '"sha256":"', '"text":"', '"base64":"', "]}", "}", ","],
      run: (text) => {
        readOrTold(() => openBackup(Buffer.from(text), "b.json.gz"));
        const backup = readOrTold(() => openBackup(gzipSync(text, { level: 1 }), "b.json.gz"));
        if (backup) same(openBackup(packBackup(backup), "b.json.gz"), backup, "a backup is not what was packed");
      },
    },
    {
      name: "judge-reply",
      words: replyWords,
      run: (body) => {
        const reply = readReply(body, { ids: ["baseline", "partners"], clean });
        nothingActs(reply);
        if ("marks" in reply)
          same(
            reply.marks.map(({ id }) => id),
            ["baseline", "partners"],
            "not every key point was judged once",
          );
      },
    },
  ];
}

function readInParts(bytes: Buffer, length: number) {
  const reader = createRecordReader("journal-a.jsonl");
  const found = [];
  for (let start = 0; start < bytes.length; start += length) found.push(reader.take(Buffer.from(bytes.subarray(start, start + length))));
  found.push(reader.end());
  return [found.flatMap(({ records }) => records), found.flatMap(({ problems }) => problems)];
}

function wordTargets(): readonly Target[] {
  return [
    {
      name: "numbers",
      words: numberWords,
      run: (text) => {
        for (const { value, upTo, start, end } of readNumbers(text))
          holds(
            Number.isFinite(value) && (upTo === undefined || !Number.isNaN(upTo)) && start < end && end <= text.length,
            `a number is ${value} from ${start} to ${end}`,
          );
      },
    },
    {
      name: "words",
      words: answerWords,
      run: (text) => {
        inOrder(tokensOf(text), text);
        inOrder(sentencesOf(text), text);
        wordsOf(text);
      },
    },
    {
      name: "answer",
      words: answerWords,
      run: (text) => {
        const asked = drawCase(sampleQuestions.open, 7);
        const { score, marks } = gradeAnswer(asked, { kind: "open", text });
        holds(score >= 0 && score <= 1, `a score of ${score}`);
        for (const { evidence } of marks)
          for (const span of evidence) holds(span.start >= 0 && span.start <= span.end && span.end <= text.length, "evidence outside the answer");
      },
    },
    {
      name: "formula",
      words: [
        "a",
        "b",
        "+",
        "-",
        "*",
        "/",
        "^",
        "(",
        ")",
        "?",
        ":",
        ",",
        "min",
        "max",
        "round",
        "1",
        "0.5",
        "1e309",
        "<",
        ">=",
        "==",
        "!=",
        "{a}",
        "{= a / b : 2}",
      ],
      run: (text) => {
        const reading = readFormula(text);
        if ("formula" in reading) holds(typeof computeFormula(reading.formula, { a: 0, b: 3 }) === "number", "a formula gives no number");
        else holds(reading.at >= 0 && reading.at <= text.length, `a fault at ${reading.at}`);
        holds(typeof fillIn(text, { a: 1, b: 0 }) === "string", "no text came out");
      },
    },
  ];
}

function inOrder(stretches: readonly { readonly start: number; readonly end: number }[], text: string): void {
  let last = 0;
  for (const { start, end } of stretches) {
    holds(start >= last && start < end && end <= text.length, `from ${start} to ${end} after ${last}`);
    last = end;
  }
}

const options: readonly ((text: string) => unknown)[] = [
  wholeNumber("--count", { least: 1, most: 200 }),
  decimal("--minutes", { least: 0.25, most: 120 }),
  kindList,
  briefLength,
  day("--date"),
  clockTime("--at"),
];

function valueTargets(): readonly Target[] {
  return [
    {
      name: "option",
      words: ["1", "200", "0.5", ".5", "star", "open", ",", "30", "60", "2026-12-15", "19:00", "7:30", "24:00", "-", ":"],
      run: (text) => {
        for (const read of options) nothingActs(readOrTold(() => read(text)));
      },
    },
    {
      name: "day",
      words: ["2026-02-29", "2024-02-29", "0000-01-01", "9999-12-31", "2026-12-15T19:00:00+05:30", "T", "Z", "-", ":"],
      run: (text) => {
        instantOf(text);
        if (!isDay(text) || text.startsWith("9999-12") || text < "0001") return;
        same(addDays(addDays(text, 17), -17), text, "a day is lost on the way there and back");
        holds(daysBetween(mondayOf(text), text) < 7, "a week is longer than a week");
        holds(isDay(eveningOf(`${text}T03:00:00Z`, 4)), "an evening is no day");
      },
    },
    {
      name: "address",
      words: ["http://", "https://", "localhost", "127.0.0.1", "[::1]", ":8080", "/v1", "user@", "?", "#", "%", ".."],
      run: (text) => {
        if (!isFitAddress(tidyAddress(text))) return;
        hostOf(tidyAddress(text));
        isThisMachine(tidyAddress(text));
      },
    },
  ];
}

function writerTargets(): readonly Target[] {
  return [
    {
      name: "csv",
      words: ["=1+1", "+", "-1", "@", '"', ",", "\r\n", "\t", "＝"],
      run: (raw) => {
        // As it is written to a file: half a surrogate pair has no bytes.
        const text = Buffer.from(raw).toString();
        const cells = [text, [...text].slice(1).join("")];
        const [, found = []] = parse(toCsv(["one", "two"], [cells]), { record_delimiter: "\r\n" }) as readonly string[][];
        same(
          found.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell)),
          cells,
          "cells are not what went in",
        );
        for (const cell of found)
          holds(!/^[=@\t\r＝＋－＠]/.test(cell) && (!/^[+-]/.test(cell) || /^[+-]?\d+(?:\.\d+)?$/.test(cell)), `a spreadsheet would reckon ${cell}`);
      },
    },
    {
      name: "ics",
      words: ["\r\n", ";", ",", "\\", "\\n", "END:VEVENT", "BEGIN:VEVENT", "é", "漢", ":", '"'],
      run: async (text) => {
        const item = { kind: "review", title: text, minutes: 20, questions: [], command: "coach drill" } as const;
        const plan = aPlan({ company: text, days: [anEvening({ day: "2026-12-01", items: [item] })] });
        const calendar = await toIcs({ plan, at: "2026-11-21T19:00:00Z", begins: "19:00", vanished: [] });
        for (const line of calendar.split("\r\n")) holds(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), `a line of ${Buffer.byteLength(line)} octets`);
        const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
        holds(events.length === 1, `${events.length} events of one evening`);
        const told = String(events[0]?.getFirstPropertyValue("description"));
        same(told, `${tidy(text)}, 20 min: coach drill`, "a calendar does not say what was planned");
      },
    },
    {
      name: "page",
      words: [...markdownWords, "<script>", "</style>", "onerror=", "javascript:", "&lt;", "&#60;", "<img src=x>"],
      run: (text) => {
        const page = pageOf(text);
        const html = toHtml(page);
        const tags = [...html.slice(html.indexOf("<main>")).matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        same(tags, htmlTags, "a page has other tags than its own");
        const lines = toMarkdown(page).split("\n");
        holds(lines.length === markdownLines, `a page of ${lines.length} lines`);
        holds(lines[2]?.startsWith("- [ ] ") === true && !/^\s*(?:```|~~~|[-+*] \[x\])/.test(lines[4] ?? ""), "a text has got out of its line");
      },
    },
  ];
}

function pageOf(text: string): Document {
  return {
    title: text,
    blocks: [
      { type: "tasks", tasks: [{ isDone: false, line: [text] }] },
      { type: "paragraph", line: [text, { code: text }] },
    ],
  };
}

const plainPage = pageOf("x");
const plainHtml = toHtml(plainPage);
const htmlTags = [...plainHtml.slice(plainHtml.indexOf("<main>")).matchAll(/<[^>]*>/g)].map(([tag]) => tag);
const markdownLines = toMarkdown(plainPage).split("\n").length;

function screenTargets(theme: Theme): readonly Target[] {
  return [
    {
      name: "screen",
      words: markdownWords,
      run: (raw) => {
        cannotAct(clean(raw));
        same(clean(clean(raw)), clean(raw), "what is clean is cleaned again");
        cannotAct(markdownRows(clean(raw), theme, 40).join("\n"));
        cannotAct(wrap(clean(raw), 20).join("\n"));
      },
    },
  ];
}
