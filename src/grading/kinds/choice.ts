// Room: grading. Choice questions: right ticks less wrong ones. Pure.
import type { Mark } from "../../domain/grade.ts";
import type { Option } from "../../domain/question.ts";
import { type Asked, exactMarking, type Marking } from "../marking.ts";

/** Right ticks less wrong ticks over the right options, never below 0. Marks tell of right options and of wrong ones that were ticked. */
export function markChoice({ question, body }: Asked<"choice">): Marking {
  const chosen = new Set(body.chosen);
  const right = question.options.filter((option) => option.isRight);
  const hits = question.options.filter((option, index) => option.isRight && chosen.has(index)).length;
  const wrong = question.options.filter((option, index) => !option.isRight && chosen.has(index)).length;
  const marks = question.options.flatMap((option, index) => markOption(option, index, chosen.has(index)) ?? []);
  const next = hits === right.length && wrong === 0 ? undefined : adviceFor(right, wrong);
  return exactMarking({
    share: right.length === 0 ? 0 : Math.max(0, hits - wrong) / right.length,
    marks,
    workings: right.map((option) => `Right: ${option.text}`),
    next,
  });
}

function markOption(option: Option, index: number, isChosen: boolean): Mark | undefined {
  if (!option.isRight && !isChosen) return undefined;
  const isFound = option.isRight && isChosen;
  const verdict = tellVerdict(option, isChosen);
  const reason = option.reason === undefined ? `${verdict}.` : `${verdict}: ${option.reason}`;
  return {
    id: `option-${index + 1}`,
    text: option.text,
    weight: Number(option.isRight),
    status: isFound ? "found" : "not-found",
    strength: Number(isFound),
    evidence: [],
    reason,
  };
}

function tellVerdict(option: Option, isChosen: boolean): string {
  if (!option.isRight) return "Not right";
  return isChosen ? "Right" : "Right, and not ticked";
}

function adviceFor(right: readonly Option[], wrong: number): string {
  const [only, ...others] = right;
  if (only && others.length === 0) return `The right one is: ${only.text}`;
  return wrong > 0
    ? "Look at what was ticked and is not right: a wrong tick takes a right one away."
    : "There is more that is right: look at the ones not ticked.";
}
