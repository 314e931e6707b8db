// Room: terminal. Frameworks, listed and drawn. Pure.
import type { Framework, FrameworkPart } from "../../domain/framework.ts";
import type { Theme } from "../theme.ts";
import { frameworkFigure } from "./figure.ts";
import { inlinePieces, inlineRows, markdownRows, plainText } from "./markdown.ts";
import { type FindSource, sourceLines } from "./sources.ts";
import { tableRows } from "./table.ts";
import { count } from "./words.ts";
import { hang, spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** All frameworks. */
export function frameworkListView(frameworks: readonly Framework[], theme: Theme): string {
  if (frameworks.length === 0) return viewOf(wrap("No frameworks.", theme.columns()));
  const rows = frameworks.map(({ id, title, company, shape, parts }) => [id, plainText(title), shape, String(parts.length), company ?? "any"]);
  const columns = [{ title: "Framework" }, { title: "Title" }, { title: "Shape" }, { title: "Parts", align: "right" }, { title: "Company" }] as const;
  const next = ["See one drawn: coach frameworks show <framework>", "Practise one: coach frameworks practice <framework>"];
  return viewOf(
    spaced(
      tableRows({ columns, rows }, theme),
      next.flatMap((line) => wrap(line, theme.columns())),
    ),
  );
}

/** One framework: its figure, its parts, when to use it, a weak and a strong example. */
export function frameworkView(framework: Framework, sources: FindSource, theme: Theme): string {
  const { title, company, about, when, parts, weak, strong } = framework;
  const width = theme.columns();
  const head = wrapPieces(
    [{ text: title, style: theme.bold }, ...(company === undefined ? [] : [{ text: ` ${theme.glyphs.dot} ${company}`, style: theme.dim }])],
    width,
  );
  return viewOf(
    spaced(
      head,
      markdownRows(about, theme),
      frameworkFigure(framework, theme),
      parts.length === 0 ? [] : [theme.bold("Parts"), ...parts.flatMap((part, index) => partRows(part, index + 1, theme))],
      section("When to use it", when, theme),
      section("Weak", weak, theme),
      section("Strong", strong, theme),
      practiceRows(framework, theme),
      sourceLines(framework.sources, sources).flatMap((line) => wrap(line, width, theme.dim)),
    ),
  );
}

/** The prompts stay unread: they are to be met with the clock running. */
function practiceRows({ id, prompts }: Framework, theme: Theme): readonly string[] {
  return prompts.length === 0 ? [] : wrap(`Practise it: coach frameworks practice ${id} (${count(prompts.length, "prompt")})`, theme.columns());
}

function partRows({ name, asks, cues }: FrameworkPart, number: number, theme: Theme): readonly string[] {
  const lead = `${number} `;
  const width = theme.columns() - lead.length;
  const text = wrapPieces([{ text: plainText(name), style: theme.bold }, { text: ": " }, ...inlinePieces(asks, theme)], width);
  return [...hang(lead, text), ...cues.flatMap((cue) => hang(`  ${theme.glyphs.bullet} `, inlineRows(cue, theme, width - 2)))];
}

function section(title: string, text: string | undefined, theme: Theme): readonly string[] {
  return text === undefined || text.trim() === "" ? [] : [theme.bold(title), ...markdownRows(text, theme)];
}
