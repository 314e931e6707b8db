import { expect, test } from "vitest";
import type { OwnReading } from "../../../src/domain/peer-comparison.ts";
import type { PeerRecord } from "../../../src/domain/peer-scores.ts";
import { comparePeer, peerForms } from "../../../src/progress/peer.ts";
import { aPeerRecord } from "../../support/peer.ts";

const form = aPeerRecord([
  {
    question: "a",
    signals: { impact: 2, owner: 4 },
    levels: { delivery: 3 },
    heard: { baseline: true, partners: false, cost: true, who: false },
    note: "Clear.",
  },
  { question: "b", signals: { impact: 5 }, levels: {}, heard: { x: true }, note: "" },
]);
const own: OwnReading = {
  at: "2026-11-30T19:00:00Z",
  sessionKind: "mock",
  signals: { impact: 5, owner: 4 },
  levels: { delivery: 2 },
  marks: { baseline: "partly", partners: "found", cost: "not-found", who: "not-found" },
};
const context = {
  title: (id: string) => `Question ${id}`,
  signal: (id: string) => id,
  point: (_: string, id: string) => id,
  own: (id: string) => (id === "a" ? own : undefined),
};

test("levels and points of both sides stand side by side; a question without an answer has one side", () => {
  const { questions, agreement } = comparePeer(form, context);
  expect(questions[0]?.scales.map(({ of, id, theirs, yours }) => [of, id, theirs, yours])).toEqual([
    ["signal", "impact", 2, 5],
    ["signal", "owner", 4, 4],
    ["dimension", "delivery", 3, 2],
  ]);
  expect(questions[1]).toMatchObject({ own: undefined, scales: [{ theirs: 5, yours: undefined }], points: [{ theirs: true, yours: undefined }] });
  // Found in part is heard.
  expect(agreement).toEqual({ scales: 3, same: 1, near: 1, points: 4, alike: 2 });
});

test("the widest gaps come first, then points that one side has, then scales a level apart", () => {
  expect(comparePeer(form, context).differences).toEqual([
    { title: "Question a", type: "scale", name: "impact", theirs: 2, yours: 5 },
    { title: "Question a", type: "point", text: "partners", theirs: false },
    { title: "Question a", type: "point", text: "cost", theirs: true },
    { title: "Question a", type: "scale", name: "delivery", theirs: 3, yours: 2 },
  ]);
});

test("the newest form is first, and the same form from the same friend counts as it came last", () => {
  const again = { ...form, id: "p3", from: "sam", questions: [] };
  expect(peerForms([form, { ...form, id: "p2", from: "Alex" }, again]).map(({ id }) => id)).toEqual(["p3", "p2"]);
  expect(peerForms([form, { ...form, id: "p4", made: "2026-12-03T19:00:00Z" }]).map(({ id }) => id)).toEqual(["p4", "p1"]);
});

test("an id that every object knows is no level of one's own", () => {
  const odd = {
    ...form,
    questions: [{ question: "a", signals: { constructor: 3 }, levels: {}, heard: { toString: true }, note: "" }],
  } as unknown as PeerRecord;
  expect(comparePeer(odd, context)).toMatchObject({ agreement: { scales: 0, points: 0 }, differences: [] });
});
