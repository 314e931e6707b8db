// Room: content. From the text of a file to an interview loop. Pure; parsing never fails.
import type { ChecklistItem, Faq, GoodAndBad, Loop, LoopLine, Round, Signal } from "../domain/loop.ts";
import type { Parsed } from "../domain/problem.ts";
import type { SourceReference } from "../domain/source.ts";
import { readPressing } from "./chairs.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { numberSetting, readHeader, readReference } from "./header.ts";
import { idFrom, readId, type SeenIds } from "./ids.ts";
import { type Item, readItems, readLabelled } from "./items.ts";
import { complain, type FileText, lineOf, linesIn, type Page, pageOf, placeOf, type Section, sectionsOf, textOf } from "./page.ts";
import { readSignalWeights } from "./signal-weights.ts";
import { checkTitles, sectionNamed } from "./sections.ts";
import { checkKeys, isSettingsLine, readSettingsLine, type Setting, settingNamed, type Settings, splitList } from "./settings-line.ts";

/** Keys that a loop's front matter may have. */
export const loopKeys: ReadonlySet<string> = new Set(["title", "company", "role", "days", "gap", "source"]);
const roundKeys = new Set(["id", "minutes", "people", "days", "source"]);
const lineKeys = new Set(["source"]);
const signalKeys = new Set(["id", "source", "dimensions", "points"]);
const checklistKeys = new Set(["id", "source", "practice"]);
const sections = ["rounds", "signals", "work", "pay", "timeline", "checklist", "good and bad", "faq"];

/** Reads a loop. Its id is its folder: `walmart/ai-pm`. */
export function parseLoop(file: FileText): Parsed<Loop> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, loopKeys);
  const found = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 });
  checkTitles(page, found, { known: sections, of: "a loop" });
  const itemsOf = (title: string): readonly Item[] => itemsUnder(page, sectionNamed(found, title));
  const company = header.text("company") ?? "";
  const role = header.text("role") ?? "";
  const signals: SeenIds = new Map();
  const tasks: SeenIds = new Map();
  const value: Loop = {
    // A loop that lies loose in a folder is known by whom it is for.
    id: file.path.split("/").slice(0, -1).join("/") || [company, role].map(idFrom).join("/"),
    title: header.text("title") ?? file.path,
    company,
    role,
    days: header.number("days", { least: 1, most: 400, whole: true }),
    gap: header.text("gap"),
    about: aboutOf(page, front, found),
    rounds: readRounds(page, sectionNamed(found, "rounds")),
    signals: itemsOf("signals").map((item) => readSignal(page, signals, item)),
    work: itemsOf("work").map((item) => readLine(page, item)),
    pay: itemsOf("pay").map((item) => readLine(page, item)),
    timeline: itemsOf("timeline").map((item) => readLine(page, item)),
    checklist: itemsOf("checklist").map((item) => readChecklistItem(page, tasks, item)),
    goodAndBad: itemsOf("good and bad").map((item) => readPair(page, item)),
    faq: readFaq(page, sectionNamed(found, "faq")),
    sources: header.list("source").map(readReference),
    place: placeOf(page, 1),
  };
  return { value, problems: page.problems };
}

function aboutOf(page: Page, front: FrontMatter, found: readonly Section[]): string {
  return textOf(page.lines.slice(front.bodyFrom - 1, (found[0]?.line ?? page.lines.length + 1) - 1).filter((line) => !line.startsWith("# ")));
}

function itemsUnder(page: Page, section: Section | undefined): readonly Item[] {
  if (!section) return [];
  const items = readItems(page, linesIn(section));
  if (items.length === 0) complain(page, { rule: "section-empty", line: section.line, message: `the section "${section.title}" is empty` });
  return items;
}

/** Settings directly under a heading, and the lines that are left. */
function settingsUnder(page: Page, section: Section): { readonly settings: Settings; readonly lines: readonly number[] } {
  const settings: Setting[] = [];
  let { from } = section;
  for (; from < section.to; from += 1) {
    const text = lineOf(page, from);
    if (isSettingsLine(text)) readSettingsLine(page, from, settings);
    else if (text.trim() !== "") break;
  }
  return { settings, lines: linesIn({ from, to: section.to }) };
}

function sourcesIn(settings: Settings): readonly SourceReference[] {
  return splitList(settingNamed(settings, "source")?.value ?? "").map(readReference);
}

function readRounds(page: Page, section: Section | undefined): readonly Round[] {
  const headings = section ? sectionsOf(page, 3, section) : [];
  if (headings.length === 0) complain(page, { rule: "rounds-missing", line: section?.line ?? 1, message: "the loop has no rounds" });
  const ids: SeenIds = new Map();
  return headings.map((heading) => readRound(page, ids, heading));
}

function readRound(page: Page, ids: SeenIds, heading: Section): Round {
  const { settings, lines } = settingsUnder(page, heading);
  checkKeys(page, settings, roundKeys);
  const items = readItems(page, lines);
  checkLabels(page, items, ["Tests", "Task", "Advice", "Presses"]);
  const people = splitList(settingNamed(settings, "people")?.value ?? "");
  const title = heading.title.replace(/^\d+[.)]\s*/, "");
  return {
    id: readId(page, ids, { settings, name: title, line: heading.line }),
    title,
    minutes: numberSetting(page, settingNamed(settings, "minutes"), { key: "minutes", least: 1, most: 600 }),
    people,
    days: numberSetting(page, settingNamed(settings, "days"), { key: "days", least: 1, most: 200, whole: true }),
    tests: labelledBy(items, "Tests"),
    tasks: labelledBy(items, "Task"),
    advice: labelledBy(items, "Advice"),
    presses: items.flatMap((item) => readPressing(page, item, people) ?? []),
    sources: sourcesIn(settings),
    place: placeOf(page, heading.line),
  };
}

/** Complains about bullets that begin with none of the labels: they would be lost. */
function checkLabels(page: Page, items: readonly Item[], labels: readonly string[]): void {
  for (const item of items) {
    if (labels.some((label) => item.text.toLowerCase().startsWith(`${label.toLowerCase()}:`))) continue;
    complain(page, {
      rule: "label-unknown",
      line: item.line,
      column: item.column,
      message: `"${item.text}" begins with none of ${labels.map((label) => `${label}:`).join(", ")}`,
    });
  }
}

function labelledBy(items: readonly Item[], label: string): readonly string[] {
  const mark = `${label.toLowerCase()}:`;
  return items.filter((item) => item.text.toLowerCase().startsWith(mark)).map((item) => item.text.slice(mark.length).trim());
}

function readSignal(page: Page, ids: SeenIds, item: Item): Signal {
  const { label, text, settings } = readLabelled(page, item, signalKeys);
  const name = label ?? text;
  const id = readId(page, ids, { settings, name, line: item.line, column: item.column });
  const weights = readSignalWeights(page, settings);
  return { id, name, about: label === undefined ? "" : text, shownBy: item.children.map((child) => child.text), weights, sources: sourcesIn(settings) };
}

function readLine(page: Page, item: Item): LoopLine {
  const { label, text, settings } = readLabelled(page, item, lineKeys);
  return { label, text, details: item.children.map((child) => child.text), sources: sourcesIn(settings) };
}

function readChecklistItem(page: Page, ids: SeenIds, item: Item): ChecklistItem {
  const read = readLabelled(page, item, checklistKeys);
  const text = [read.label, read.text].filter((part) => part !== undefined && part !== "").join(" — ");
  const id = readId(page, ids, { settings: read.settings, name: text, line: item.line, column: item.column });
  return {
    id,
    text,
    practice: settingNamed(read.settings, "practice")?.value,
    sources: sourcesIn(read.settings),
    place: placeOf(page, item.line, item.column),
  };
}

function readPair(page: Page, item: Item): GoodAndBad {
  const { label, text, settings } = readLabelled(page, item, lineKeys);
  const [bad] = labelledBy(item.children, "BAD");
  const [good] = labelledBy(item.children, "GOOD");
  if (bad === undefined || good === undefined)
    complain(page, {
      rule: "pair-form",
      line: item.line,
      column: item.column,
      message: `"${label ?? text}" lacks its ${bad === undefined ? "BAD" : "GOOD"} line`,
    });
  checkLabels(page, item.children, ["BAD", "GOOD"]);
  return { title: label ?? text, bad: bad ?? "", good: good ?? "", sources: sourcesIn(settings) };
}

function readFaq(page: Page, section: Section | undefined): readonly Faq[] {
  return (section ? sectionsOf(page, 3, section) : []).map((heading) => {
    const { settings, lines } = settingsUnder(page, heading);
    checkKeys(page, settings, lineKeys);
    const answer = textOf(lines.map((line) => lineOf(page, line)));
    if (answer === "") complain(page, { rule: "section-empty", line: heading.line, message: `"${heading.title}" has no answer` });
    return { question: heading.title, answer, sources: sourcesIn(settings) };
  });
}
