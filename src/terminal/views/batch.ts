// Room: terminal. One graded answer of a batch as a line. Pure.
import type { BatchGrade } from "../../domain/batch.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf } from "../../domain/grade.ts";

/** `72 %  good           a-17  found metric, trial; partly people; flagged repeated` */
export function batchLineView({ id, score, keyPoints, flags }: BatchGrade): string {
  const withStatus = (status: string): string[] => keyPoints.filter((point) => point.status === status).map((point) => point.id);
  const lists: readonly (readonly [name: string, ids: readonly string[]])[] = [
    ["found", withStatus("found")],
    ["partly", withStatus("partly")],
    ["not found", withStatus("not-found")],
    ["flagged", flags],
  ];
  const told = lists.filter(([, ids]) => ids.length > 0).map(([name, ids]) => `${name} ${ids.join(", ")}`);
  const share = tellShare(score).padStart(5);
  return `${[share, bandOf(score).padEnd(13), String(id), told.join("; ")].join("  ").trimEnd()}\n`.replaceAll(/\n(?!$)/g, " ");
}
