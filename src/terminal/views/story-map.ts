// Room: terminal. The map of the story bank: a matrix, the gaps, and which story goes to which question. Texts come in cleaned. Pure.
import { tellShare } from "../../domain/evidence.ts";
import type { CompetencyRow, Pairing, StoryCell, StoryMap } from "../../domain/story-map.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "./markdown.ts";
import { type Column, tableRows } from "./table.ts";
import { count } from "./words.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** The whole map. */
export function storyMapView(map: StoryMap, theme: Theme): string {
  const width = theme.columns();
  const title = map.loop === undefined ? "Stories for what any company asks (--company names one)" : `Stories for the ${map.loop}`;
  const heading = wrap(title, width, theme.bold);
  const next = hangText(theme.bold("Do next: "), map.advice, width);
  if (map.bank.length === 0) return viewOf(spaced(heading, wrap(tellEmpty(map), width), next));
  return viewOf(spaced(heading, storyRows(map, theme), ...matrixRows(map, theme), gapRows(map, theme), pairingRows(map, theme), overuseRows(map, theme), next));
}

function tellEmpty({ rows, pairings }: StoryMap): string {
  return `Your story bank is empty. ${count(pairings.length, "question")} ask for ${rows.length} competencies: ${rows.map(({ id }) => id).join(", ")}.`;
}

function storyRows({ bank }: StoryMap, theme: Theme): readonly string[] {
  return bank.flatMap(({ number, title }) => hangText(`${String(number).padStart(String(bank.length).length)}  `, title, theme.columns()));
}

/** Cells of a competency's column, of the one that counts questions, and of one story with the gap before it. */
const besideStories = { name: 26, asked: 5, gap: 2 } as const;
const storyCells = 5;

/** As many stories side by side as the window is wide. */
function matrixRows(map: StoryMap, theme: Theme): readonly (readonly string[])[] {
  if (theme.plain) return [map.rows.flatMap((row) => wrap(tellRow(row, map), theme.columns()))];
  const { name, asked, gap } = besideStories;
  const room = Math.max(1, Math.floor((theme.columns() - name - asked - 2 * gap) / storyCells));
  const starts = map.bank.map((_, index) => index).filter((index) => index % room === 0);
  const legend =
    "Under a story's number: the latest score of a telling to a question that asks it, in %; in brackets: too weak to count; yes: you say so. Asked: questions of this loop.";
  return [...starts.map((start) => matrixPart(map, { start, end: start + room }, theme)), wrap(legend, theme.columns(), theme.dim)];
}

function matrixPart({ bank, rows }: StoryMap, part: { readonly start: number; readonly end: number }, theme: Theme): readonly string[] {
  const right = "right" as const;
  const stories = bank.slice(part.start, part.end);
  const columns: readonly Column[] = [
    { title: "competency" },
    { title: "asked", align: right },
    ...stories.map(({ number }) => ({ title: String(number), align: right })),
  ];
  const cells = rows.map(({ id, asked, cells: all }) => [id, String(asked), ...all.slice(part.start, part.end).map((cell) => tellCell(cell, theme))]);
  return tableRows({ columns, rows: cells }, theme);
}

function tellCell({ isShown, score, covers }: StoryCell, theme: Theme): string {
  if (!isShown) return theme.glyphs.dot;
  if (score === undefined) return "yes";
  return covers ? String(Math.floor(score * 100)) : `(${Math.floor(score * 100)})`;
}

function tellRow({ id, asked, cells }: CompetencyRow, { bank, gaps }: StoryMap): string {
  const shown = cells.flatMap(({ isShown, score, covers }, index) =>
    isShown ? [`story ${bank[index]?.number} ${score === undefined ? "(you say so)" : `(${tellShare(score)}${covers ? "" : ", too weak to count"})`}`] : [],
  );
  if (gaps.includes(id)) return `${[`${id}: a gap`, ...shown].join(", ")}, asked by ${count(asked, "question")}`;
  return `${id}: ${shown.join(", ")}; asked by ${count(asked, "question")}`;
}

function gapRows({ gaps }: StoryMap, theme: Theme): readonly string[] {
  if (gaps.length === 0) return wrap("No gaps: each competency that is asked has a story.", theme.columns());
  return hangText(theme.bold("Gaps: "), gaps.join(", "), theme.columns());
}

function pairingRows({ pairings, most, gaps }: StoryMap, theme: Theme): readonly string[] {
  const columns = [{ title: "likely question" }, { title: "story", align: "right" as const }, { title: "because" }];
  const rows = pairings.map((pairing) => [plainText(pairing.question.title), String(pairing.story?.number ?? theme.glyphs.dash), tellWhy(pairing, gaps)]);
  const title = `The best story for each, none more than ${most === 1 ? "once" : `${most} times`}`;
  return [...wrap(title, theme.columns(), theme.bold), ...tableRows({ columns, rows }, theme)];
}

function tellWhy({ question, story, isTold, shows, score }: Pairing, gaps: readonly string[]): string {
  if (!story) return question.competencies.every((competency) => gaps.includes(competency)) ? "nothing shows it" : "none is left";
  if (isTold) return score === undefined ? "told to it" : `told to it, ${tellShare(score)}`;
  return `shows ${shows} of ${question.competencies.length}`;
}

function overuseRows({ overused, most }: StoryMap, theme: Theme): readonly string[] {
  return overused.flatMap(({ story, best }) =>
    wrap(`Overused: story ${story.number} is the best you have for ${count(best, "question")}; it is given to ${most} at most.`, theme.columns()),
  );
}
