// Room: content. From the text of a file to a framework. Pure; parsing never fails.
import { type Framework, type FrameworkPart, type Shape, shapes } from "../domain/framework.ts";
import type { Parsed } from "../domain/problem.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Header, readHeader, readReference } from "./header.ts";
import { deckIdFrom, readId, type SeenIds } from "./ids.ts";
import { type Item, readItems, readLabelled, splitReason } from "./items.ts";
import { complain, type FileText, linesIn, type Page, pageOf, placeOf, type Section, sectionsOf, textOf } from "./page.ts";
import { readPrompts } from "./prompts.ts";
import { checkTitles, sectionNamed } from "./sections.ts";
import { settingNamed, splitList } from "./settings-line.ts";

/** Keys that a framework's front matter may have. */
export const frameworkKeys: ReadonlySet<string> = new Set(["title", "company", "shape", "source"]);
const partKeys = new Set(["id", "also"]);
const sections = ["when to use it", "parts", "prompts", "weak example", "strong example"];

/** Parts that a shape can draw. */
const partsOf: Readonly<Record<Shape, readonly [number, number]>> = { triangle: [3, 3], matrix: [4, 4], cycle: [2, 9], chain: [2, 9], tiers: [2, 9] };

/** Reads a framework. Its id is the name of its file. */
export function parseFramework(file: FileText): Parsed<Framework> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, frameworkKeys);
  const found = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 });
  checkTitles(page, found, { known: sections, of: "a framework" });
  const shape = readShape(page, header);
  const parts = readParts(page, sectionNamed(found, "parts"), shape);
  const value: Framework = {
    id: deckIdFrom(file.path.split("/").at(-1) ?? ""),
    title: header.text("title") ?? file.path,
    company: header.text("company"),
    shape,
    about: textOf(page.lines.slice(front.bodyFrom - 1, (found[0]?.line ?? page.lines.length + 1) - 1)),
    when: sectionText(page, sectionNamed(found, "when to use it")) ?? "",
    parts,
    prompts: readPrompts(page, sectionNamed(found, "prompts"), parts),
    weak: sectionText(page, sectionNamed(found, "weak example")),
    strong: sectionText(page, sectionNamed(found, "strong example")),
    sources: header.list("source").map(readReference),
    place: placeOf(page, 1),
  };
  return { value, problems: page.problems };
}

function readShape(page: Page, header: Header): Shape {
  const setting = header.setting("shape");
  const shape = shapes.find((candidate) => candidate === setting?.value);
  if (setting && !shape)
    complain(page, { rule: "value-form", line: setting.line, column: setting.column, message: `"${setting.value}" is not one of ${shapes.join(", ")}` });
  return shape ?? "chain";
}

function sectionText(page: Page, section: Section | undefined): string | undefined {
  if (!section) return undefined;
  const text = textOf(page.lines.slice(section.from - 1, section.to - 1)).replace(/^> ?/gm, "");
  if (text === "") complain(page, { rule: "section-empty", line: section.line, message: `the section "${section.title}" is empty` });
  return text === "" ? undefined : text;
}

function readParts(page: Page, section: Section | undefined, shape: Shape): readonly FrameworkPart[] {
  if (!section) {
    complain(page, { rule: "section-missing", line: 1, message: 'the section "Parts" is missing' });
    return [];
  }
  const ids: SeenIds = new Map();
  const parts = readItems(page, linesIn(section)).map((item) => readPart(page, ids, item));
  const [least, most] = partsOf[shape];
  if (parts.length < least || parts.length > most)
    complain(page, { rule: "shape-parts", line: section.line, message: `a ${shape} cannot have ${parts.length} parts` });
  return parts.slice(0, most);
}

function readPart(page: Page, ids: SeenIds, item: Item): FrameworkPart {
  const { label, text, settings } = readLabelled(page, item, partKeys);
  const { text: name, reason: asks = "" } = label === undefined ? splitReason(text) : { text: label, reason: text };
  const id = readId(page, ids, { settings, name, line: item.line, column: item.column });
  const also = splitList(settingNamed(settings, "also")?.value ?? "");
  return { id, name, asks, cues: item.children.map((child) => child.text), also };
}
