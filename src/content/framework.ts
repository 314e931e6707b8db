// Room: content. From the text of a file to a framework. Pure; parsing never fails.
import { type Framework, type FrameworkPart, type Shape, shapes } from "../domain/framework.ts";
import type { Parsed } from "../domain/problem.ts";
import { type FileText, pageOf } from "./deck.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Header, readHeader, readReference } from "./header.ts";
import { readItems, readLabelled, splitReason } from "./items.ts";
import { complain, type Page, placeOf, type Section, sectionsOf, textOf } from "./page.ts";
import { idFrom, isId } from "./settings-line.ts";

const frameworkKeys = ["title", "company", "shape", "source"];
const partKeys = new Set(["id", "source"]);
const sections = ["when to use it", "parts", "weak example", "strong example"];

/** Parts that a shape can draw. */
const partsOf: Readonly<Record<Shape, readonly [number, number]>> = { triangle: [3, 3], matrix: [4, 4], cycle: [2, 9], chain: [2, 9], tiers: [2, 9] };

/** Reads a framework. Its id is the name of its file. */
export function parseFramework(file: FileText): Parsed<Framework> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, frameworkKeys);
  const found = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 });
  for (const section of found) {
    if (!sections.includes(section.title.toLowerCase())) complain(page, { rule: "section-unknown", line: section.line, message: `a framework has no section "${section.title}"` });
  }
  const shape = readShape(page, header);
  const value: Framework = {
    id: (file.path.split("/").at(-1) ?? "").replace(/\.md$/i, ""),
    title: header.text("title") ?? file.path,
    company: header.text("company"),
    shape,
    about: textOf(page.lines.slice(front.bodyFrom - 1, (found[0]?.line ?? page.lines.length + 1) - 1)),
    when: sectionText(page, found, "When to use it") ?? "",
    parts: readParts(page, found, shape),
    weak: sectionText(page, found, "Weak example"),
    strong: sectionText(page, found, "Strong example"),
    sources: header.list("source").map(readReference),
    place: placeOf(page, 1),
  };
  return { value, problems: page.problems };
}

function readShape(page: Page, header: Header): Shape {
  const setting = header.setting("shape");
  const shape = shapes.find((candidate) => candidate === setting?.value);
  if (setting && !shape) complain(page, { rule: "value-form", line: setting.line, column: setting.column, message: `"${setting.value}" is not one of ${shapes.join(", ")}` });
  return shape ?? "chain";
}

function sectionText(page: Page, found: readonly Section[], title: string): string | undefined {
  const section = found.find((candidate) => candidate.title.toLowerCase() === title.toLowerCase());
  if (!section) return undefined;
  const text = textOf(page.lines.slice(section.from - 1, section.to - 1)).replace(/^> ?/gm, "");
  if (text === "") complain(page, { rule: "section-empty", line: section.line, message: `the section "${section.title}" is empty` });
  return text === "" ? undefined : text;
}

function readParts(page: Page, found: readonly Section[], shape: Shape): readonly FrameworkPart[] {
  const section = found.find((candidate) => candidate.title.toLowerCase() === "parts");
  if (!section) {
    complain(page, { rule: "section-missing", line: 1, message: 'the section "Parts" is missing' });
    return [];
  }
  const items = readItems(page, [...Array(section.to - section.from).keys()].map((offset) => section.from + offset));
  const parts = items.map((item): FrameworkPart => {
    const { label, text, settings } = readLabelled(page, item, partKeys);
    const split = label === undefined ? splitReason(text) : { text: label, reason: text };
    const id = settings.get("id");
    if (id && !isId(id.value)) complain(page, { rule: "id-form", line: id.line, column: id.column, message: `"${id.value}" cannot be an id` });
    return { id: id?.value ?? idFrom(split.text), name: split.text, asks: split.reason ?? "", cues: item.children.map((child) => child.text) };
  });
  const [least, most] = partsOf[shape];
  if (parts.length < least || parts.length > most) complain(page, { rule: "shape-parts", line: section.line, message: `a ${shape} cannot have ${parts.length} parts` });
  return parts;
}
