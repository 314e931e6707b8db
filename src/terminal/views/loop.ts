// Room: terminal. Interview loops, listed and drawn, with how far each fact can be trusted. Pure.
import type { Faq, Loop, LoopLine, Pressing, Round } from "../../domain/loop.ts";
import type { SourceReference } from "../../domain/source.ts";
import type { Theme } from "../theme.ts";
import { loopFigure } from "./figure.ts";
import { inlinePieces, inlineRows, markdownRows, plainText } from "./markdown.ts";
import { type FindSource, sourceKey, sourceTag } from "./sources.ts";
import { tableRows } from "./table.ts";
import { count, tellMinutes } from "./words.ts";
import { hang, hangText, type Piece, spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** All loops. */
export function loopListView(loops: readonly Loop[], theme: Theme): string {
  if (loops.length === 0) return viewOf(wrap("No loops.", theme.columns()));
  const rows = loops.map((loop) => [loop.id, loop.company, loop.role, String(loop.rounds.length), loop.days === undefined ? "" : String(loop.days)]);
  const columns = [{ title: "Loop" }, { title: "Company" }, { title: "Role" }, { title: "Rounds", align: "right" }, { title: "Days", align: "right" }] as const;
  return viewOf(spaced(tableRows({ columns, rows }, theme), wrap("See one whole: coach loops show <loop>", theme.columns())));
}

/** One loop, whole. */
export function loopView(loop: Loop, sources: FindSource, theme: Theme): string {
  const page: Page = { sources, theme };
  const trust = "Reported figures: each line says in brackets how far to trust it. Ask the recruiter about your own loop.";
  return viewOf(
    spaced(
      [...wrap(loop.title, theme.columns(), theme.bold), ...wrap(tellFrame(loop), theme.columns())],
      wrap(trust, theme.columns(), theme.warn),
      markdownRows(loop.about, theme),
      loopFigure(loop, theme),
      ...loop.rounds.map((round, index) => roundRows(round, index + 1, page)),
      ...sectionsOf(loop, page)
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows]) => [theme.bold(title), ...rows]),
      ...loop.faq.map((faq) => faqRows(faq, page)),
      sourceKey(allReferences(loop), sources, theme),
    ),
  );
}

function sectionsOf(loop: Loop, page: Page): readonly (readonly [title: string, rows: readonly string[]])[] {
  const lines = (all: readonly LoopLine[]): readonly string[] => all.flatMap((line) => lineRows(line, page));
  return [
    ["Signals", lines(loop.signals.map(({ name, about, shownBy, sources }) => ({ label: name, text: about, details: shownBy, sources })))],
    ["Work", lines(loop.work)],
    ["Pay", lines(loop.pay)],
    ["Timeline", lines(loop.timeline)],
    ["Checklist", loop.checklist.flatMap((item) => checklistRows(item, page))],
    ["Good and bad", loop.goodAndBad.flatMap((pair) => pairRows(pair, page))],
  ];
}

function faqRows({ question, answer, sources }: Faq, page: Page): readonly string[] {
  const { theme } = page;
  return [...wrapPieces(tagged(inlinePieces(question, theme, theme.bold), sources, page), theme.columns()), ...markdownRows(answer, theme)];
}

interface Page {
  readonly sources: FindSource;
  readonly theme: Theme;
}

function tellFrame({ rounds, days, gap }: Loop): string {
  const minutes = rounds.reduce((sum, round) => sum + (round.minutes ?? 0), 0);
  const untold = rounds.filter((round) => round.minutes === undefined).length;
  const parts = [
    count(rounds.length, "round"),
    ...(minutes > 0 ? [`${tellMinutes(minutes)} of interviews${untold === 0 ? "" : ` (the time of ${untold} is not told)`}`] : []),
    ...(gap === undefined ? [] : [`${gap} between rounds`]),
    ...(days === undefined ? [] : [`${count(days, "day")} from first contact to decision`]),
  ];
  return `${parts.join(", ")}.`;
}

function roundRows(round: Round, number: number, page: Page): readonly string[] {
  const { theme } = page;
  const facts = [
    round.minutes === undefined ? "time not told" : tellMinutes(round.minutes),
    ...(round.days === undefined ? [] : [`takes ${count(round.days, "day")}`]),
    ...(round.people.length === 0 ? [] : [`with ${round.people.join(", ")}`]),
  ];
  const head = tagged([{ text: `${number} ${plainText(round.title)}`, style: theme.bold }, { text: `: ${facts.join(", ")}` }], round.sources, page);
  const lines = [
    ...told("Tests", round.tests),
    ...told("Task", round.tasks),
    ...told("Advice", round.advice),
    ...told("Presses", round.presses.map(tellPressing)),
  ];
  return [...wrapPieces(head, theme.columns()), ...lines.flatMap((line) => hang("  ", inlineRows(line, theme, theme.columns() - 2)))];
}

function tellPressing({ person, on }: Pressing): string {
  return `${person}, on ${on}`;
}

function told(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${label}: ${line}`);
}

function lineRows({ label, text, details, sources }: LoopLine, page: Page): readonly string[] {
  const { theme } = page;
  const lead = label === undefined ? [] : [{ text: plainText(label), style: theme.bold }, ...(text === "" ? [] : [{ text: ": " }])];
  const rows = wrapPieces(tagged([...lead, ...inlinePieces(text, theme)], sources, page), theme.columns() - 2);
  return [
    ...hang(`${theme.glyphs.bullet} `, rows),
    ...details.flatMap((detail) => hang(`  ${theme.glyphs.dash} `, inlineRows(detail, theme, theme.columns() - 4))),
  ];
}

function checklistRows({ text, practice, sources }: Loop["checklist"][number], page: Page): readonly string[] {
  const { theme } = page;
  const rows = wrapPieces(tagged(inlinePieces(text, theme), sources, page), theme.columns() - 4);
  return [
    ...hang("[ ] ", rows),
    ...(practice === undefined ? [] : hangText("    ", `coach drill ${practice}`, theme.columns()).map((row) => theme.accent(row))),
  ];
}

function pairRows({ title, bad, good, sources }: Loop["goodAndBad"][number], page: Page): readonly string[] {
  const { theme } = page;
  const width = theme.columns();
  return [
    ...wrapPieces(tagged(inlinePieces(title, theme), sources, page), width),
    ...hang(`  ${theme.bad("Bad:")}  `, inlineRows(bad, theme, width - 8)),
    ...hang(`  ${theme.good("Good:")} `, inlineRows(good, theme, width - 8)),
  ];
}

function tagged(pieces: readonly Piece[], references: readonly SourceReference[], { sources, theme }: Page): readonly Piece[] {
  const tag = sourceTag(references, sources);
  return tag === "" ? pieces : [...pieces, { text: ` [${tag}]`, style: theme.dim }];
}

function allReferences(loop: Loop): readonly SourceReference[] {
  const { rounds, signals, work, pay, timeline, checklist, goodAndBad, faq } = loop;
  return [...loop.sources, ...[rounds, signals, work, pay, timeline, checklist, goodAndBad, faq].flatMap((lines) => lines.flatMap((line) => line.sources))];
}
