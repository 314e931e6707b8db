// Room: grading. The dimensions of an answer in sentences, each judged by its own rules. Pure.
import { type Dimension, dimensions, type Judged } from "../domain/rubric.ts";
import { judgeCoverage } from "./dimensions/coverage.ts";
import { judgeDelivery } from "./dimensions/delivery.ts";
import { judgeEvidence } from "./dimensions/evidence.ts";
import { judgeJudgment } from "./dimensions/judgment.ts";
import { judgeOwnership } from "./dimensions/ownership.ts";
import { judgeStructure } from "./dimensions/structure.ts";
import type { Told } from "./told.ts";

/** Judges one dimension; undefined where it does not apply to the question. */
export type Judge = (told: Told) => Judged | undefined;

/** A new dimension without its rules does not compile. */
const judges: Readonly<Record<Dimension, Judge>> = {
  coverage: judgeCoverage,
  structure: judgeStructure,
  evidence: judgeEvidence,
  ownership: judgeOwnership,
  judgment: judgeJudgment,
  delivery: judgeDelivery,
};

/** The levels of all dimensions that apply, in the order of `dimensions`. */
export function levelsOf(told: Told): readonly Judged[] {
  return dimensions.flatMap((dimension) => judges[dimension](told) ?? []);
}
