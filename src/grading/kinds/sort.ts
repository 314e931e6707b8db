// Room: grading. Sort questions: items in their buckets. Pure.
import type { Mark } from "../../domain/grade.ts";
import { type SortQuestion, sortItems } from "../../domain/question.ts";
import { type Asked, exactMarking, type Marking, weightedShare } from "../marking.ts";

/** The plain share of items in the right bucket, told as such: guessing between two buckets gives half. */
export function markSort({ question, body }: Asked<"sort">): Marking {
  const marks = sortItems(question).map((item, index) => markItem(item, { index, put: body.buckets[index] ?? -1, question }));
  const right = marks.filter((mark) => mark.status === "found").length;
  const wrong = marks.find((mark) => mark.status !== "found");
  const workings = [
    `${right} of ${marks.length} in the right bucket; that share is the score.`,
    ...question.buckets.map((bucket) => `${bucket.name}: ${bucket.items.map((item) => item.text).join(" · ")}`),
  ];
  return exactMarking({ share: weightedShare(marks), marks, workings, next: wrong && `${wrong.part ?? ""} is the bucket for: ${wrong.text}` });
}

interface Put {
  readonly index: number;
  /** The bucket it was put into; -1 for none. */
  readonly put: number;
  readonly question: SortQuestion;
}

function markItem(item: ReturnType<typeof sortItems>[number], { index, put, question }: Put): Mark {
  const isRight = put === item.bucket;
  const name = question.buckets[item.bucket]?.name ?? "";
  const verdict = isRight ? name : `Belongs in ${name}`;
  const reason = item.reason === undefined ? `${verdict}.` : `${verdict}: ${item.reason}`;
  return {
    id: `item-${index + 1}`,
    text: item.text,
    weight: 1,
    status: isRight ? "found" : "not-found",
    strength: Number(isRight),
    evidence: [],
    part: name,
    reason,
  };
}
