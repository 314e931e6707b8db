import { expect, test } from "vitest";
import type { PeerComparison } from "../../../../src/domain/peer-comparison.ts";
import { peerView } from "../../../../src/terminal/views/peer.ts";
import { aTheme } from "../../../support/builders.ts";

const comparison: PeerComparison = {
  from: "Sam",
  at: "2026-12-02T19:00:00Z",
  loop: "acme/pm",
  round: "panel",
  questions: [
    {
      question: "acme/pm/cases/shelves",
      title: "Shelves",
      note: "Clear, but long.",
      scales: [{ of: "signal", id: "impact", name: "Impact", theirs: 2, yours: 5 }],
      points: [
        { id: "baseline", text: "The baseline", theirs: true, yours: "not-found" },
        { id: "cost", text: "The cost", theirs: false, yours: "partly" },
      ],
      own: { at: "2026-11-30T18:00:00Z", sessionKind: "mock" },
    },
    {
      question: "acme/pm/cases/bulbs",
      title: "Bulbs",
      note: "",
      scales: [{ of: "signal", id: "impact", name: "Impact", theirs: 3, yours: undefined }],
      points: [],
      own: undefined,
    },
  ],
  agreement: { scales: 1, same: 0, near: 0, points: 2, alike: 0 },
  differences: [
    { title: "Shelves", type: "scale", name: "Impact", theirs: 2, yours: 5 },
    { title: "Shelves", type: "point", text: "The baseline", theirs: true },
    { title: "Shelves", type: "point", text: "The cost", theirs: false },
  ],
};

test("both sides stand in columns, then how far they agree, then where they differ most", async () => {
  expect(peerView(comparison, "Panel", await aTheme())).toMatchInlineSnapshot(`
    "Sam on "Panel" (acme/pm), read in on 2026-12-02 19:00

    Shelves
      Yours: the marks of your latest answer, 2026-11-30 18:00 (mock)
                          Sam      yours
      ────────────  ─────────  ─────────
      Impact                2          5
      The baseline      heard  not found
      The cost      not heard     partly
      Sam: "Clear, but long."

    Bulbs
      You have no answer to it here yet: coach drill acme/pm/cases/bulbs
              Sam  yours
      ──────  ───  ─────
      Impact    3      –

    Levels: 0 of 1 the same, 0 one apart.
    Points: 0 of 2 seen alike.
    Sam heard you speak, the marks are of your latest answer here: it need not be
    the same answer.

    Where you differ most
    • Shelves, Impact: Sam 2, yours 5
    • Shelves: Sam heard "The baseline", the marks did not find it
    • Shelves: the marks found "The cost", Sam did not hear it
    "
  `);
});

test("without an answer of one's own nothing is said of agreement", async () => {
  const [, alone] = comparison.questions;
  const view = peerView({ ...comparison, questions: alone ? [alone] : [], differences: [] }, "Panel", await aTheme());
  expect(view).not.toContain("Levels:");
  expect(view).toContain("Answer these questions here as well");
});
