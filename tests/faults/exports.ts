// Room: tests. I: what goes out of the machine, and where it is written.
import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { toIcs } from "../../src/export/formats/ics.ts";
import { anEvening, aPlan } from "../support/plans.ts";
import { deckOf } from "../support/shelf-question.ts";
import type { Faults } from "./fault.ts";
import { attemptsIn } from "./on-terminal.ts";

const checklist = ["export", "checklist", "--company", "walmart"];

/** What would act in a page. */
const acts = /alert\(1\)<\/script|<img[^>]*onerror|href="?javascript:|<iframe|<[^>]*src="?http/i;

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "![x](http://evil.example/b.png)",
  "<iframe src=http://evil.example>",
  "```\n## out",
  "- [ ] forged",
];

export const exportFaults: Faults = [
  {
    number: "I1",
    title: "the target is there, a folder, a link, a device, closed, or below nothing",
    provoke: async (stage) => {
      stage.write("there.md", "mine");
      mkdirSync(join(stage.folder, "folder"));
      mkdirSync(join(stage.folder, "shut"));
      symlinkSync("there.md", join(stage.folder, "link.md"));
      chmodSync(join(stage.folder, "shut"), 0o500);
      stage.fired();
      for (const target of ["there.md", "folder", "link.md", "/dev/full", "/dev/null", "none/x.md", "shut/x.md", "/proc/x.md", `${stage.launcher}`, ""]) {
        await stage.held([...checklist, "-o", target], { status: 1 });
      }
      for (const target of ["folder", "link.md", "/dev/null", "shut/x.md", stage.launcher])
        await stage.held([...checklist, "-o", target, "--force"], { status: 1 });
      assert.equal(readFileSync(join(stage.folder, "there.md"), "utf8"), "mine");
      assert.deepEqual(
        readdirSync(stage.folder).filter((name) => name.startsWith(".coach-")),
        [],
      );
      await stage.held([...checklist, "-o", "folder/../new.md"], { status: 0 });
      await stage.held([...checklist, "-o", "there.md", "--force"], { status: 0 });
    },
  },
  {
    number: "I2",
    title: "cells of a spreadsheet begin as formulas do",
    provoke: async (stage) => {
      const titles = ["=1+1", "+1+1", "-1+cmd", "@SUM(A1)", '=HYPERLINK("http://evil.example")', "＝1", 'a "quoted", cell'];
      const questions = titles.map((title, index) => `## ${title}\n\`id: q${index}\`\n\n- [x] Right\n- [ ] Wrong\n`);
      stage.write("mine.md", `---\ntitle: Mine\ncompany: "=cmd|' /C calc'!A0"\n---\n\n${questions.join("\n")}`);
      const input = `answers: [${titles.map((_, index) => `{question: mine/q${index}, answer: a}`).join(", ")}]\n`;
      await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input });
      await stage.held(["export", "scores", "--decks", "mine.md", "-o", "s.csv"], { status: 0 });
      stage.fired();
      const rows = parse(readFileSync(join(stage.folder, "s.csv"), "utf8"), { columns: true }) as readonly Record<string, string>[];
      assert.deepEqual(rows.map(({ title }) => title?.replace(/^'/, "")).toSorted(), titles.toSorted());
      for (const cell of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(cell, /^[=+@＝\t\r]|^-(?!\d)/);
      await attemptsIn(stage);
    },
  },
  {
    number: "I3",
    title: "a calendar holds commas, semicolons, line ends and letters that folding could split",
    provoke: async (stage) => {
      stage.fired();
      const odd = `Wide 招聘 😀, semi; back\\slash "quoted" ${"é招😀".repeat(40)}\r\nBEGIN:VEVENT\nSUMMARY:forged`;
      const day = anEvening({ items: [{ kind: "review", title: odd, minutes: 20, questions: [], command: "coach drill" }] });
      const text = await toIcs({ plan: aPlan({ company: odd, days: [day] }), at: "2026-12-01T20:15:30+01:00", begins: "19:00", vanished: [] });
      assert.ok(text.endsWith("\r\n") && !/[^\r]\n/.test(text), "line ends are not CRLF");
      const bytes = Buffer.from(text);
      for (let from = 0, to = bytes.indexOf("\r\n"); to !== -1; from = to + 2, to = bytes.indexOf("\r\n", from)) {
        const line = bytes.subarray(from, to);
        assert.ok(line.length <= 75 && isUtf8(line), line.toString());
      }
      const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
      assert.equal(events.length, 1);
      assert.match(events[0]?.summary ?? "", /Wide 招聘 😀, semi; back\\slash "quoted"/);
      assert.doesNotMatch(text, /^SUMMARY:forged/m);
      assert.ok(/^DTSTAMP:\d{8}T\d{6}Z\r$/m.test(text));
      const real = ["export", "calendar", "--company", "walmart", "--date", "2036-01-01", "-o", "plan.ics"];
      await stage.held(real, { status: 0 });
      assert.ok(ICAL.parse(readFileSync(join(stage.folder, "plan.ics"), "utf8")));
    },
  },
  {
    number: "I4",
    title: "html and scripts in every setting that an export shows",
    provoke: async (stage) => {
      stage.fired();
      for (const [index, piece] of hostile.entries()) {
        // What begins with a hyphen is an option, and a name is one line.
        const status = /\n|^-/.test(piece) ? 2 : 0;
        await stage.held(["config", "set", "name", piece], { status });
        await stage.held(["config", "set", "role", piece], { status });
        const { out } = await stage.held([...checklist, "--format", "html", "-o", `h${index}.html`], { status: 0 });
        assert.doesNotMatch(out, /onerror=/);
        const file = readdirSync(stage.folder).find((name) => name === `h${index}.html`);
        if (file === undefined) continue;
        const html = readFileSync(join(stage.folder, file), "utf8");
        assert.doesNotMatch(html, acts);
      }
      // What a deck says is shown by a report.
      const titles = hostile.filter((piece) => !piece.includes("\n")).map((piece, index) => `## ${piece}\n\`id: q${index}\`\n\n- [x] Right\n- [ ] Wrong\n`);
      stage.write("mine.md", deckOf(...titles));
      const input = `answers: [${titles.map((_, index) => `{question: mine/q${index}, answer: b}`).join(", ")}]\n`;
      await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input });
      await attemptsIn(stage);
      await stage.held(["report", "--decks", "mine.md", "--with-answers", "-o", "r.html"], { status: 0 });
      const report = readFileSync(join(stage.folder, "r.html"), "utf8");
      assert.match(report, /&lt;script&gt;alert\(1\)/);
      assert.doesNotMatch(report, acts);
    },
  },
  {
    number: "I5",
    title: "cards hold tabs, quotes, line ends and html",
    provoke: async (stage) => {
      const nasty = ['tab\there "quoted"', "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "#separator:comma", "a & b < c", "::deck"];
      const questions = nasty.map((text, index) => `## ${text}\n\`id: q${index}\`\n\n${text}\n\n${text}\n\nAnswer: ${text}\n`);
      stage.write("mine.md", `---\ntitle: "#Mine"\ncompany: "two words"\n---\n\n${questions.join("\n")}`);
      await stage.held(["export", "cards", "mine", "--decks", "mine.md", "-o", "cards.txt"], { status: 0 });
      stage.fired();
      const lines = readFileSync(join(stage.folder, "cards.txt"), "utf8").trimEnd().split("\n");
      const cards = lines.filter((line) => !line.startsWith("#"));
      assert.equal(cards.length, nasty.length);
      for (const card of cards) {
        assert.equal(card.split("\t").length, 5, card);
        assert.doesNotMatch(card, /<(?!\/?(?:br|b|code|pre)>)|"|onerror=x/);
      }
    },
  },
  {
    number: "I6",
    title: "texts close a fence, tick a box or begin a heading",
    provoke: async (stage) => {
      const nasty = [
        "```\n# Forged heading",
        "- [x] forged task",
        "</details><script>alert(1)</script>",
        "1. forged list",
        "> forged quote",
        "| a | b |",
        "[x](javascript:alert(1))",
        "~~~\n~~~",
      ];
      const parts = { situation: nasty[0], task: nasty[1], action: nasty.slice(2, 5).join("\n"), result: nasty.slice(5).join("\n") };
      const question = "general/behavioural/star-conflict-and-influence/disagreed-and-committed";
      const input = JSON.stringify({ answers: [{ question, answer: parts, seconds: 100 }] });
      await stage.held(["star", "--answers", "-"], { status: 0 }, { input });
      await attemptsIn(stage);
      await stage.held(["export", "stories", "--format", "md", "-o", "s.md"], { status: 0 });
      stage.fired();
      const text = readFileSync(join(stage.folder, "s.md"), "utf8");
      assert.ok(text.includes("forged"), "the story is not there");
      assert.doesNotMatch(text, /^\s*(?:```|~~~|#+ Forged|[-*] \[x\] forged|> forged|1\. forged)/m);
      assert.doesNotMatch(text, /(?<!\\)(?:<script|\]\(javascript:)/);
      await stage.held(["export", "stories", "--format", "html", "-o", "s.html"], { status: 0 });
      assert.doesNotMatch(readFileSync(join(stage.folder, "s.html"), "utf8"), /<script|javascript:alert\(1\)"/);
    },
  },
  {
    number: "I7",
    title: "one JSON document, also beside warnings",
    provoke: async (stage) => {
      await stage.practise();
      stage.write(".local/share/interview-coach/journal-torn.jsonl", "half a record");
      stage.fired();
      for (const args of [["history"], ["stats"], ["data", "verify"], ["config"], ["decks", "list"], ["loops", "list"], ["frameworks", "list"], []]) {
        const { out } = await stage.held([...args, "--json"], { status: args[0] === "data" ? 3 : 0 });
        assert.doesNotThrow(() => JSON.parse(out) as unknown, args.join(" "));
      }
      const { err } = await stage.held(["history"], { status: 0 });
      assert.match(err, /cut off/);
    },
  },
];
