// Room: content. The named `##` sections of loops and frameworks. Pure.
import { complain, type Page, type Section } from "./page.ts";

/** Complains about sections that are not among `known` (titles in lower case), and about one that stands twice. */
export function checkTitles(page: Page, found: readonly Section[], what: { readonly known: readonly string[]; readonly of: string }): void {
  const seen = new Set<string>();
  for (const { title, line } of found) {
    const key = title.toLowerCase();
    if (!what.known.includes(key)) complain(page, { rule: "section-unknown", line, message: `${what.of} has no section "${title}"` });
    else if (seen.has(key)) complain(page, { rule: "section-repeated", line, message: `there are two sections "${title}"` });
    seen.add(key);
  }
}

/** The first section with this title, given in lower case. */
export function sectionNamed(found: readonly Section[], key: string): Section | undefined {
  return found.find((section) => section.title.toLowerCase() === key);
}
