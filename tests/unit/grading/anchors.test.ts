// Room: tests. The written anchors.
import { describe, expect, it } from "vitest";
import { type Dimension, dimensions, type Level } from "../../../src/domain/rubric.ts";
import { anchorOf } from "../../../src/grading/anchors.ts";

const levels: readonly Level[] = [1, 2, 3, 4, 5];

describe.each(dimensions.map((dimension): [Dimension] => [dimension]))("the anchors of %s", (dimension) => {
  const written = levels.map((level) => anchorOf(dimension, level));

  it("are five different sentences", () => {
    expect(new Set(written).size).toBe(5);
    for (const anchor of written) expect(anchor).toMatch(/^["A-Z].*\.$/);
  });

  it("fit on two lines of a narrow screen's width", () => {
    for (const anchor of written) expect(anchor.length).toBeLessThanOrEqual(120);
  });
});
