// Room: content. A story as a page to edit: its title and four parts under headings, written and read back. Pure.
import type { Parsed, Place, Problem } from "../domain/problem.ts";
import { type StarPart, starParts } from "../domain/question.ts";
import { clean } from "./clean.ts";

/** What a person edits of a story. */
export interface StoryForm {
  /** Empty where the page has none. */
  readonly title: string;
  readonly parts: Readonly<Record<StarPart, string>>;
}

/** The page of a story. `note` stands in a comment on its first line. */
export function writeStoryForm({ title, parts }: StoryForm, note: string): string {
  const sections = starParts.flatMap((part) => [headingOf(part), parts[part].trim().replace(ownHeading, "\\$1")]);
  return `${[`<!-- ${oneLine(clean(note))} -->`, `# ${oneLine(title)}`, ...sections].filter((text) => text !== "").join("\n\n")}\n`;
}

/** A line of a part that would be read as a heading bears a backslash on the page. */
const ownHeading = /^(\\*##(?!#))/gm;
const escaped = /^\\(\\*##(?!#))/;

function headingOf(part: StarPart): string {
  return `## ${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A page that is being read. */
interface Reading {
  readonly file: string;
  readonly lines: Map<StarPart, { readonly at: number; readonly texts: string[] }>;
  readonly problems: Problem[];
  title: string;
}

/** Reads a page. The value is undefined where it cannot be told what belongs to which part; the problems then say why, the first first. */
export function readStoryForm(file: string, raw: string): Parsed<StoryForm> {
  const reading: Reading = { file, lines: new Map(), problems: [], title: "" };
  const lines = clean(raw).split("\n");
  let part: StarPart | "head" | "lost" = "head";
  for (const [index, line] of lines.entries()) {
    const name = nameIn(line);
    if (name !== undefined) part = openPart(reading, { name, line, at: index + 1 });
    else if (part === "head") readHead(reading, line, index + 1);
    else if (part !== "lost") reading.lines.get(part)?.texts.push(line.replace(escaped, "$1"));
  }
  reading.problems.push(...missingIn(reading, lines.length));
  return { value: reading.problems.length > 0 ? undefined : formOf(reading), problems: reading.problems };
}

/** What a heading of two signs says, without colons and signs at its end. */
function nameIn(line: string): string | undefined {
  return /^##(?!#)(.*)$/
    .exec(line)?.[1]
    ?.trim()
    .replace(/(?<![\s:#])[\s:#]+$/, "");
}

const four = starParts.map(headingOf).join(", ");

/** What stands beneath a heading that cannot be told belongs nowhere. */
function openPart({ file, lines, problems }: Reading, heading: { readonly name: string; readonly line: string; readonly at: number }): StarPart | "lost" {
  const { name, line, at } = heading;
  const part = starParts.find((each) => each === name.toLowerCase());
  const known = part && lines.get(part);
  if (part && !known) {
    lines.set(part, { at, texts: [] });
    return part;
  }
  const place = { file, line: at, column: 1 };
  problems.push(
    known
      ? wrong(place, `"${line.trim()}" stands here again; the first is in line ${known.at}`, "Put the texts of both under one heading.")
      : wrong(place, `"${line.trim()}" is none of the four headings`, `They are ${four}. A heading of your own has three signs: ### ${name}`),
  );
  return "lost";
}

function readHead(reading: Reading, line: string, at: number): void {
  const text = line.trim();
  const title = /^#\s+(.*)$/.exec(text)?.[1];
  if (text === "" || text === "#" || /^<!--.*-->$/.test(text)) return;
  if (title !== undefined && reading.title === "") reading.title = oneLine(title);
  else
    reading.problems.push(
      wrong({ file: reading.file, line: at, column: 1 }, "this stands before the first of the four headings", "Put it beneath one of them."),
    );
}

function missingIn({ file, lines }: Reading, last: number): readonly Problem[] {
  const place = { file, line: last, column: 1 };
  const missing = starParts.filter((part) => !lines.has(part));
  if (missing.length === 0 && [...lines.values()].every(({ texts }) => texts.join("").trim() === ""))
    return [wrong(place, "all four parts are empty", "Write what happened beneath the headings; coach star remove takes a story out of the bank.")];
  return missing.map((part) =>
    wrong(place, `the heading "${headingOf(part)}" is missing`, `Put the line ${headingOf(part)} above what belongs to it; an empty part keeps its heading.`),
  );
}

function formOf({ title, lines }: Reading): StoryForm {
  const text = (part: StarPart): string => lines.get(part)?.texts.join("\n").trim() ?? "";
  return { title, parts: { situation: text("situation"), task: text("task"), action: text("action"), result: text("result") } };
}

function wrong(place: Place, message: string, advice: string): Problem {
  return { rule: "story-form", severity: "error", place, message, advice };
}
