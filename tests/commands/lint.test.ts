// Room: tests. `coach decks lint` over a part of the shipped library: as clean as the whole of it.
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const library = resolve(import.meta.dirname, "../../questions");

test.each(["jd/ai-pm", "jd/ai-pm/dashboards.md", "walmart", "."])(
  "questions/%s knows the loops, sources and ids of the library that it belongs to",
  async (part) => {
    const { status, out, err } = await aPlace().coach(`decks lint ${join(library, part)}`);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("No complaints.");
  },
);
