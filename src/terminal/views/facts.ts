// Room: terminal. What is reported about a company, by whom and when, and what conflicts. Pure.
import type { CompanyFacts } from "../../domain/facts.ts";
import type { Theme } from "../theme.ts";
import type { FindSource } from "./sources.ts";

/** All that is reported about one company. */
export function factsView(facts: CompanyFacts, sources: FindSource, theme: Theme): string {
  void [sources, theme];
  return facts.title;
}
