// Room: content. From the text of a file to an interview loop. Pure; parsing never fails.
import type { ChecklistItem, Faq, GoodAndBad, Loop, LoopLine, Round, Signal } from "../domain/loop.ts";
import type { Parsed } from "../domain/problem.ts";
import type { SourceReference } from "../domain/source.ts";
import { type FileText, pageOf } from "./deck.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { checkedId, numberSetting, readHeader, readReference } from "./header.ts";
import { type Item, type Labelled, readItems, readLabelled } from "./items.ts";
import { complain, type Page, placeOf, type Section, sectionsOf, textOf } from "./page.ts";
import { checkKeys, idFrom, isSettingsLine, readSettingsLine, type Setting, type Settings, splitList } from "./settings-line.ts";

const loopKeys = ["title", "company", "role", "days", "gap", "source"];
const roundKeys = new Set(["id", "minutes", "people", "days", "source"]);
const itemKeys = new Set(["id", "source", "practice", "confidence"]);
const sections = ["rounds", "signals", "work", "pay", "timeline", "checklist", "good and bad", "faq"];

/** Reads a loop. Its id is its folder: `walmart/ai-pm`. */
export function parseLoop(file: FileText): Parsed<Loop> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, loopKeys);
  const found = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 });
  checkSections(page, found);
  const value: Loop = {
    id: file.path.split("/").slice(0, -1).join("/"),
    title: header.text("title") ?? file.path,
    company: header.text("company") ?? "",
    role: header.text("role") ?? "",
    days: header.number("days", { least: 1, most: 400, whole: true }),
    gap: header.text("gap"),
    about: aboutOf(page, front, found),
    rounds: readRounds(page, sectionNamed(found, "rounds")),
    signals: itemsUnder(page, found, "signals").map((item) => readSignal(page, item)),
    work: itemsUnder(page, found, "work").map((item) => readLine(page, item)),
    pay: itemsUnder(page, found, "pay").map((item) => readLine(page, item)),
    timeline: itemsUnder(page, found, "timeline").map((item) => readLine(page, item)),
    checklist: itemsUnder(page, found, "checklist").map((item) => readChecklistItem(page, item)),
    goodAndBad: itemsUnder(page, found, "good and bad").map((item) => readPair(page, item)),
    faq: readFaq(page, sectionNamed(found, "faq")),
    sources: header.list("source").map(readReference),
    place: placeOf(page, 1),
  };
  return { value, problems: page.problems };
}

function checkSections(page: Page, found: readonly Section[]): void {
  for (const section of found) {
    if (!sections.includes(section.title.toLowerCase())) complain(page, { rule: "section-unknown", line: section.line, message: `a loop has no section "${section.title}"` });
  }
}

function aboutOf(page: Page, front: FrontMatter, found: readonly Section[]): string {
  return textOf(page.lines.slice(front.bodyFrom - 1, (found[0]?.line ?? page.lines.length + 1) - 1).filter((line) => !line.startsWith("# ")));
}

function sectionNamed(found: readonly Section[], title: string): Section | undefined {
  return found.find((section) => section.title.toLowerCase() === title);
}

function linesOf(section: Section): number[] {
  return [...Array(section.to - section.from).keys()].map((offset) => section.from + offset);
}

function itemsUnder(page: Page, found: readonly Section[], title: string): Item[] {
  const section = sectionNamed(found, title);
  if (!section) return [];
  const items = readItems(page, linesOf(section));
  if (items.length === 0) complain(page, { rule: "section-empty", line: section.line, message: `the section "${section.title}" is empty` });
  return items;
}

/** Settings directly under a heading, and the lines that are left. */
function settingsUnder(page: Page, section: Section): { readonly settings: Settings; readonly lines: readonly number[] } {
  const lines = linesOf(section);
  const at = lines.findIndex((line) => (page.lines[line - 1] ?? "").trim() !== "");
  const first = lines[at];
  const settings = new Map<string, Setting>();
  if (first === undefined || !isSettingsLine(page.lines[first - 1] ?? "")) return { settings, lines };
  readSettingsLine(page, first, settings);
  return { settings, lines: lines.slice(at + 1) };
}

function sourcesIn(settings: Settings): readonly SourceReference[] {
  return splitList(settings.get("source")?.value ?? "").map(readReference);
}

function readRounds(page: Page, section: Section | undefined): readonly Round[] {
  const headings = section ? sectionsOf(page, 3, section) : [];
  if (headings.length === 0) complain(page, { rule: "rounds-missing", line: section?.line ?? 1, message: "the loop has no rounds" });
  return headings.map((heading) => readRound(page, heading));
}

function readRound(page: Page, heading: Section): Round {
  const { settings, lines } = settingsUnder(page, heading);
  checkKeys(page, settings, roundKeys);
  const id = settings.get("id");
  const items = readItems(page, lines.filter((line) => (page.lines[line - 1] ?? "").trim() !== ""));
  const title = heading.title.replace(/^\d+[.)]\s*/, "");
  return {
    id: id ? checkedId(page, id) : idFrom(title),
    title,
    minutes: numberSetting(page, settings.get("minutes"), { key: "minutes", least: 1, most: 600 }),
    people: splitList(settings.get("people")?.value ?? ""),
    days: numberSetting(page, settings.get("days"), { key: "days", least: 1, most: 200, whole: true }),
    tests: labelledBy(items, "Tests"),
    tasks: labelledBy(items, "Task"),
    advice: labelledBy(items, "Advice"),
    sources: sourcesIn(settings),
    place: placeOf(page, heading.line),
  };
}

function labelledBy(items: readonly Item[], label: string): readonly string[] {
  const mark = `${label.toLowerCase()}:`;
  return items.filter((item) => item.text.toLowerCase().startsWith(mark)).map((item) => item.text.slice(mark.length).trim());
}

function readSignal(page: Page, item: Item): Signal {
  const read = readLabelled(page, item, itemKeys);
  const name = read.label ?? read.text;
  return { id: idOf(page, read, name), name, about: read.label === undefined ? "" : read.text, shownBy: item.children.map((child) => child.text), sources: sourcesIn(read.settings) };
}

function idOf(page: Page, read: Labelled, name: string): string {
  const setting = read.settings.get("id");
  return setting ? checkedId(page, setting) : idFrom(name);
}

function readLine(page: Page, item: Item): LoopLine {
  const { label, text, settings } = readLabelled(page, item, itemKeys);
  return { label, text, details: item.children.map((child) => child.text), sources: sourcesIn(settings) };
}

function readChecklistItem(page: Page, item: Item): ChecklistItem {
  const read = readLabelled(page, item, itemKeys);
  const text = [read.label, read.text].filter((part) => part !== undefined && part !== "").join(" — ");
  return { id: idOf(page, read, text), text, practice: read.settings.get("practice")?.value, sources: sourcesIn(read.settings), place: placeOf(page, item.line, item.column) };
}

function readPair(page: Page, item: Item): GoodAndBad {
  const { label, text, settings } = readLabelled(page, item, itemKeys);
  const [bad] = labelledBy(item.children, "BAD");
  const [good] = labelledBy(item.children, "GOOD");
  if (bad === undefined || good === undefined) complain(page, { rule: "pair-form", line: item.line, message: `"${label ?? text}" lacks its ${bad === undefined ? "BAD" : "GOOD"} line` });
  return { title: label ?? text, bad: bad ?? "", good: good ?? "", sources: sourcesIn(settings) };
}

function readFaq(page: Page, section: Section | undefined): readonly Faq[] {
  return (section ? sectionsOf(page, 3, section) : []).map((heading) => {
    const { settings, lines } = settingsUnder(page, heading);
    const answer = textOf(lines.map((line) => page.lines[line - 1] ?? ""));
    if (answer === "") complain(page, { rule: "section-empty", line: heading.line, message: `"${heading.title}" has no answer` });
    return { question: heading.title, answer, sources: sourcesIn(settings) };
  });
}
