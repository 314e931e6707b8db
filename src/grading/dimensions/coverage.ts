// Room: grading. Coverage: how much of what a good answer holds was found. Pure.
import type { Mark } from "../../domain/grade.ts";
import type { Judged, Level, Receipt } from "../../domain/rubric.ts";
import { anchorOf } from "../anchors.ts";
import { mostMissed, weightedShare } from "../marking.ts";
import type { Told } from "../told.ts";

/** Share of the weights from which levels 2 to 5 begin: nothing, about half, most, all but a little. */
const from = [0.15, 0.4, 0.65, 0.9] as const;

/** The level of the weighted share of key points; undefined when the question has none. */
export function judgeCoverage({ marks }: Pick<Told, "marks">): Judged | undefined {
  if (marks.length === 0) return undefined;
  const share = weightedShare(marks);
  const level = (1 + from.filter((least) => share >= least).length) as Level;
  return { dimension: "coverage", level, anchor: anchorOf("coverage", level), receipts: marks.map(receiptOf), next: mostMissed(marks)?.text };
}

function receiptOf(mark: Mark): Receipt {
  const said = { found: "Found", partly: "Found in part", "not-found": "Not found" }[mark.status];
  return { rule: `coverage.${mark.id}`, isMet: mark.status === "found", reason: `${said}: ${mark.text}`, evidence: mark.evidence };
}
