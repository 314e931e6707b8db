// Room: tests. What people and programs write for the coach to read: decks, loops, frameworks, answers, forms, settings.
import { clean } from "../../src/content/clean.ts";
import { parseAnswers } from "../../src/content/answers.ts";
import { readBatchLine } from "../../src/content/batch.ts";
import { parseDebriefFile } from "../../src/content/debrief-file.ts";
import { parseDeck } from "../../src/content/deck.ts";
import { parseFramework } from "../../src/content/framework.ts";
import { lintLibrary } from "../../src/content/lint.ts";
import { parseLoop } from "../../src/content/loop.ts";
import { readPeerForm } from "../../src/content/peer-form.ts";
import { parsePhrasings, phrasingLine } from "../../src/content/phrasings.ts";
import { parseCompetencies, parseFacts, parseSources } from "../../src/content/registry.ts";
import { openLibrary, packLibrary } from "../../src/content/shelf-lines.ts";
import { readStoryForm, writeStoryForm } from "../../src/content/story-form.ts";
import { drawCase } from "../../src/domain/case.ts";
import type { Library } from "../../src/domain/library.ts";
import { cardNotes } from "../../src/export/cards.ts";
import { toAnki } from "../../src/export/formats/anki.ts";
import { readSettings, readValue, settingsTable } from "../../src/settings/settings.ts";
import type { Theme } from "../../src/terminal/theme.ts";
import { frameworkListView, frameworkView } from "../../src/terminal/views/framework.ts";
import { loopListView, loopView } from "../../src/terminal/views/loop.ts";
import { modelView } from "../../src/terminal/views/model.ts";
import { problemsView } from "../../src/terminal/views/problems.ts";
import { questionView } from "../../src/terminal/views/question.ts";
import { fileOf, writtenDown } from "../support/decks.ts";
import { cannotAct, holds, jsonIn, nothingActs, problemsStand, readOrRefused, readOrTold, same } from "./claims.ts";
import type { Target } from "./target.ts";
import { deckWords, frameworkWords, loopWords, peerWords, registryWords, settledWords, yamlWords } from "./words.ts";

const none: Library = { decks: [], frameworks: [], loops: [], facts: [], sources: [], competencies: [], problems: [] };

/** The readers of files; `theme` is what they are shown with. */
export function contentTargets(theme: Theme): readonly Target[] {
  return [...deckTargets(theme), ...fileTargets(theme), ...formTargets(), ...settingTargets()];
}

/** As files.ts hands a text on. */
function fileFrom(raw: string) {
  return fileOf(clean(raw));
}

function deckTargets(theme: Theme): readonly Target[] {
  return [
    {
      name: "deck",
      words: deckWords,
      run: (raw) => {
        const file = fileFrom(raw);
        const { value, problems } = parseDeck(file);
        const library: Library = { ...none, decks: value ? [value] : [], problems };
        const linted = lintLibrary({ library, files: new Map([[file.file, file]]), locks: [] });
        problemsStand(linted, file.text);
        nothingActs(value);
        cannotAct(problemsView(linted, theme));
        for (const question of value?.questions ?? []) {
          cannotAct(questionView(drawCase(question, 7), { number: 1, of: 1 }, theme));
          cannotAct(modelView(question, theme));
        }
      },
    },
    {
      name: "shelf",
      words: deckWords,
      run: (raw) => {
        const { value } = parseDeck(fileFrom(raw));
        const library: Library = { ...none, decks: value ? [value] : [] };
        const packed = packLibrary(library, "key");
        same(writtenDown(openLibrary(bookOf(packed), "key")), writtenDown(library), "a library is not what was put on the shelf");
        const cards = toAnki(cardNotes(value?.questions ?? [])).split("\n");
        for (const card of cards.slice(7, -1))
          holds(card.split("\t").length === 5 && !card.startsWith("#"), `a card is no line of five fields: ${card.slice(0, 200)}`);
      },
    },
  ];
}

function bookOf(text: string) {
  const bytes = Buffer.from(text);
  return { size: bytes.length, read: ({ start, length }: { start: number; length: number }) => bytes.subarray(start, start + length), forget: () => undefined };
}

function fileTargets(theme: Theme): readonly Target[] {
  const noSource = () => undefined;
  return [
    {
      name: "loop",
      words: loopWords,
      run: (raw) => {
        const file = fileFrom(raw);
        const { value, problems } = parseLoop(file);
        problemsStand(problems, file.text);
        nothingActs(value);
        if (value) cannotAct(loopListView([value], theme) + loopView(value, noSource, theme));
      },
    },
    {
      name: "framework",
      words: frameworkWords,
      run: (raw) => {
        const file = fileFrom(raw);
        const { value, problems } = parseFramework(file);
        problemsStand(problems, file.text);
        nothingActs(value);
        if (value) cannotAct(frameworkListView([value], theme) + frameworkView(value, noSource, theme));
      },
    },
    {
      name: "registry",
      words: registryWords,
      run: (raw) => {
        const file = fileFrom(raw);
        for (const parse of [parseSources, parseCompetencies, parseFacts]) {
          const { value, problems } = parse(file);
          problemsStand(problems, file.text);
          nothingActs(value);
        }
      },
    },
  ];
}

function formTargets(): readonly Target[] {
  return [
    {
      name: "answers",
      words: [...yamlWords, "answers:", "- question: a/b", "answer: x", "seconds: 12", "rating: good", "confidence: 3"],
      run: (text) => nothingActs(readOrRefused(() => parseAnswers({ file: "answers.yaml", text }), clean(text))),
    },
    {
      name: "batch",
      words: [
        "{",
        "}",
        '"id":1',
        '"id":"a"',
        '"question":"a"',
        '"answer":"b"',
        '"keyPoints":[',
        '"key_points":["x"]',
        '"reference":"c"',
        ",",
        ":",
        "null",
        "[",
        "]",
      ],
      // The command says which line it was, and cleans what it tells.
      run: (line) => nothingActs(readOrTold(() => readBatchLine(line))),
    },
    {
      name: "debrief",
      words: [...yamlWords, "round: phone", "date: 2026-12-15", "asked:", "- question: a", "story: 1", "foreseen: none", "felt: 3", "outcome: waiting"],
      run: (text) => nothingActs(readOrRefused(() => parseDebriefFile("debrief.yaml", text), clean(text))),
    },
    {
      name: "peer-form",
      words: peerWords,
      run: (raw) => {
        const { value, problems } = readPeerForm("form.md", raw);
        problemsStand(problems, clean(raw));
        nothingActs(value);
        for (const { levels, signals } of value?.questions ?? [])
          holds(
            [...Object.values(levels), ...Object.values(signals)].every((level) => [1, 2, 3, 4, 5].includes(level)),
            "a level is none of 1 to 5",
          );
      },
    },
    {
      name: "story-form",
      words: ["## Situation", "## Task", "## Action", "## Result", "# Title", "### mine", "\\## x", "<!-- note -->", "#", "\\"],
      run: (raw) => {
        const { value, problems } = readStoryForm("story.md", raw);
        problemsStand(problems, clean(raw));
        nothingActs(value);
        if (value) same(readStoryForm("story.md", writeStoryForm(value, raw)).value, value, "a story is not what was written on its page");
      },
    },
    {
      name: "phrasings",
      words: ["a/b/c#d: words", "#", ": ", "a/b", "frameworks/star/apply-x#situation: y"],
      run: (raw) => {
        const read = parsePhrasings(raw);
        nothingActs(read);
        const written = read.map(phrasingLine).join("");
        holds(written.split("\n").length === read.length + 1, "a phrasing is not one line");
        same(parsePhrasings(written).map(phrasingLine).join(""), written, "phrasings are not what was written");
      },
    },
  ];
}

function settingTargets(): readonly Target[] {
  return [
    {
      name: "settings",
      words: settledWords,
      run: (text) => {
        for (const setting of settingsTable) {
          const value = readOrTold(() => readValue(setting, text));
          if (value === undefined) continue;
          const { problems } = readSettings({ [setting.key]: value }, "settings.json");
          same(problems, [], `${setting.key} takes a value that its file may not hold`);
        }
        const stored = jsonIn(text);
        if (typeof stored === "object" && stored !== null) readSettings(stored as Record<string, unknown>, "settings.json");
      },
    },
  ];
}
