// Room: tests. Where statements come from, as a page tells it: behind each, and once for each source at the end.
import { expect, test } from "vitest";
import type { Source, SourceReference } from "../../../src/domain/source.ts";
import type { Document } from "../../../src/export/document.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { sourceBlocks, tellReferences } from "../../../src/export/references.ts";

const guide: Source = { id: "W-PM", title: "A guide", confidence: "reported", about: "" };
const posting: Source = { id: "W-SM", title: "A posting", confidence: "official", about: "" };
const find = ({ source }: SourceReference): Source | undefined => [guide, posting].find(({ id }) => id === source);
const of = (...ids: readonly string[]): readonly SourceReference[] => ids.map((id) => ({ source: id }));

const linesOf = (references: readonly SourceReference[], source: Parameters<typeof sourceBlocks>[1] = find): readonly string[] => {
  const document: Document = { title: "T", blocks: sourceBlocks(references, source) };
  return toMarkdown(document).trimEnd().split("\n").slice(4);
};

test("a statement names its references, and each confidence among them once", () => {
  expect(tellReferences([], find)).toBe("");
  expect(tellReferences([{ source: "W-PM", item: "18" }], find)).toBe(" (W-PM-18; reported)");
  expect(tellReferences([{ source: "W-PM", item: "18" }, ...of("W-SM", "W-PM", "RUMOUR")], find)).toBe(
    " (W-PM-18, W-SM, W-PM, RUMOUR; reported, official, unverified)",
  );
});

test("at the end each source stands once, in the order of its first mention, known or not", () => {
  expect(linesOf(of("W-SM", "W-PM", "W-SM", "RUMOUR", "RUMOUR"))).toEqual([
    "- **W-SM**: A posting, official",
    "- **W-PM**: A guide, reported",
    "- **RUMOUR**: unverified; nothing more is known of it",
  ]);
  expect(sourceBlocks([], find)).toEqual([]);
});

test("what several items share is one source, told by the first of them", () => {
  const whole = (): Source => guide;
  expect(linesOf([{ source: "W-PM-1" }, { source: "W-PM-2" }], whole)).toEqual(["- **W-PM**: A guide, reported"]);
});

test.each<[Partial<Source>, string]>([
  [{}, "A guide, reported"],
  [{ date: "2026" }, "A guide, reported, 2026"],
  [{ date: "2026", title: "A guide of 2026" }, "A guide of 2026, reported"],
  [{ retrieved: "2026-11-01" }, "A guide, reported, retrieved 2026-11-01"],
  [{ date: "2025", retrieved: "2026-11-01" }, "A guide, reported, 2025, retrieved 2026-11-01"],
  [{ url: "https://example.org/g" }, "[A guide](<https://example.org/g>), reported"],
])("a source with %j is told as %j", (fields, told) => {
  expect(linesOf(of("W-PM"), () => ({ ...guide, ...fields }))).toEqual([`- **W-PM**: ${told}`]);
});
