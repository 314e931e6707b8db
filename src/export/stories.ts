// Room: export. The story bank as a sheet for the day: two pages, a line for each part. Pure.
import { type StarPart, starParts } from "../domain/question.ts";
import { type BankStory, isWritten, latestOf, secondsAloud, type Version } from "../domain/story.ts";
import { tellShare } from "../domain/evidence.ts";
import type { Block, Document, Point } from "./document.ts";

/** Two printed pages: nobody looks through more before they are called in. */
const mostStories = 9;
/** A line that is read at a glance. */
const mostWords = 24;
const mostFigures = 6;

/** Builds the sheet, the stories that were told best first. It holds the person's words: write it where nobody else reads. */
export function buildStorySheet(bank: readonly BankStory[]): Document {
  const stories = bank.flatMap(tellingOf).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.number - b.number);
  const more = stories.length - mostStories;
  return {
    title: "Your stories for the day",
    blocks: [
      ...(stories.length === 0 ? [paragraph("No story is kept yet: coach star tells the first.")] : []),
      ...stories.slice(0, mostStories).flatMap(storyBlocks),
      ...(more <= 0 ? [] : [paragraph(`Left out, for two pages hold no more: ${more}. coach star list shows all.`)]),
    ],
  };
}

function paragraph(text: string): Block {
  return { type: "paragraph", line: [text] };
}

/** A story in the words that are its best. */
interface Telling extends Pick<BankStory, "number" | "title" | "shows"> {
  readonly version: Version;
  /** The best that it was told; undefined where it was never marked. */
  readonly score: number | undefined;
}

/** What the person wrote anew at last is what they mean to say; else the telling that was marked best, the newer of two. */
function tellingOf(story: BankStory): readonly Telling[] {
  const latest = latestOf(story);
  if (!latest) return [];
  const best = story.versions.reduce((best, version) => (scoreOf(version) >= scoreOf(best) ? version : best), latest);
  const { number, title, shows } = story;
  return [{ number, title, shows, version: isWritten(latest) ? latest : best, score: best.attempt?.score }];
}

function scoreOf({ attempt }: Version): number {
  return attempt?.score ?? -1;
}

function storyBlocks({ title, shows, version, score }: Telling): readonly Block[] {
  const { parts } = version.story;
  const figures = figuresIn(starParts.map((part) => parts[part]).join(" "));
  const told = score === undefined ? "not marked yet" : `told at ${tellShare(score)}`;
  return [
    { type: "heading", level: 2, text: title },
    {
      type: "points",
      points: [
        ...starParts.map((part) => partPoint(part, parts[part])),
        ...(figures.length === 0 ? [] : [labelled("Figures", figures.join(", "))]),
        labelled("Shows", [...(shows.length === 0 ? [] : [shows.map((name) => name.replaceAll("-", " ")).join(", ")]), told, tellAloud(version)].join("; ")),
      ],
    },
  ];
}

function tellAloud({ story }: Version): string {
  const seconds = secondsAloud(story);
  return seconds < 90 ? `${seconds} seconds aloud` : `${Math.round(seconds / 60)} minutes aloud`;
}

function labelled(label: string, text: string): Point {
  return { line: [{ strong: label }, `: ${text}`] };
}

const names: Readonly<Record<StarPart, string>> = { situation: "S", task: "T", action: "A", result: "R" };

function partPoint(part: StarPart, text: string): Point {
  return labelled(names[part], oneLine(text, part === "result") || "–");
}

/** The first sentence, or for a result the first with a figure in it: by that it is remembered. */
function oneLine(text: string, wantsFigure: boolean): string {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
  const chosen = (wantsFigure ? sentences.find((sentence) => /\d/.test(sentence)) : undefined) ?? sentences[0] ?? "";
  const words = chosen.split(/\s+/);
  return words.length <= mostWords ? chosen : `${words.slice(0, mostWords).join(" ")} …`;
}

/** A number with its currency before and what it counts after. */
const figure =
  /[$€£¥]?\d+(?:[.,:]\d+)*\s?(?:%|[kKmMbB]\b|(?:percent|points?|million|billion|thousand|hours?|days?|weeks?|months?|minutes?|seconds?|ms|stores?|people)\b)?/g;

function figuresIn(text: string): readonly string[] {
  const found = [...text.matchAll(figure)].map(([words]) => words.trim());
  return [...new Set(found)].slice(0, mostFigures);
}
