import { describe, expect, it } from "vitest";
import type { Source } from "../../../../src/domain/source.ts";
import { sourceLines, sourceTag } from "../../../../src/terminal/views/sources.ts";
import { findTestSource } from "../../../support/builders.ts";

const dated: Source = { id: "SITE-10", title: "A page of 2026", confidence: "unverified", about: "", date: "2026-11-02" };
const find = (id: string): Source | undefined => (id === "SITE-10" ? dated : findTestSource(id));

describe("a source", () => {
  it("is told once for all its items", () => {
    const references = [{ source: "W-PM", item: "18" }, { source: "W-SM" }, { source: "W-PM", item: "20" }];
    expect(sourceLines(references, find)).toEqual([
      "Reported by: Walmart AI/ML product manager guide, 2026 (W-PM-18, W-PM-20)",
      "Official: Walmart posting: Senior Manager, Data Science, 2026-02-20 (W-SM)",
    ]);
    expect(sourceTag(references, find)).toBe("reported, W-PM-18, W-PM-20; official, W-SM");
  });

  it("may have an id that looks like an item of another, and a title that says its year", () => {
    expect(sourceLines([{ source: "SITE", item: "10" }], find)).toEqual(["Unverified: A page of 2026 (SITE-10)"]);
  });

  it("that is not listed is named all the same", () => {
    expect(sourceLines([{ source: "ELSEWHERE", item: "3" }], find)).toEqual(["Source: ELSEWHERE-3"]);
    expect(sourceTag([], find)).toBe("");
  });
});
