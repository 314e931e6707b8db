// Room: terminal. What is reported about a company, by whom and when, and what conflicts. Pure.
import type { Claim, CompanyFacts, Fact } from "../../domain/facts.ts";
import type { Theme } from "../theme.ts";
import { inlinePieces, inlineRows } from "./markdown.ts";
import { type FindSource, sourceLines } from "./sources.ts";
import { hang, spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** All that is reported about one company. */
export function factsView(facts: CompanyFacts, sources: FindSource, theme: Theme): string {
  const conflicts = facts.facts.filter((fact) => fact.conflict !== undefined).length;
  const count = conflicts === 0 ? [] : wrap(`The accounts differ in ${conflicts} of these ${facts.facts.length}: look for "Conflict".`, theme.columns());
  return viewOf(spaced([...wrap(facts.title, theme.columns(), theme.bold), ...count], ...facts.facts.map((fact) => factRows(fact, sources, theme))));
}

function factRows(fact: Fact, sources: FindSource, theme: Theme): readonly string[] {
  const lead = "Conflict: ";
  const conflict = fact.conflict === undefined ? [] : hang(theme.bold(theme.warn(lead)), inlineRows(fact.conflict, theme, theme.columns() - lead.length));
  return [
    ...wrapPieces(inlinePieces(fact.title, theme, theme.bold), theme.columns()),
    ...fact.claims.flatMap((claim) => claimRows(claim, sources, theme)),
    ...conflict,
  ];
}

function claimRows({ text, sources: references }: Claim, sources: FindSource, theme: Theme): readonly string[] {
  const width = theme.columns() - 2;
  return hang(`${theme.glyphs.bullet} `, [
    ...inlineRows(text, theme, width),
    ...sourceLines(references, sources).flatMap((line) => wrap(line, width, theme.dim)),
  ]);
}
