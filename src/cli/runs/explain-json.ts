// Room: cli. An explanation as JSON.
import { answerText } from "../../domain/answer.ts";
import type { Grade } from "../../domain/grade.ts";
import type { Span } from "../../domain/span.ts";
import { standingOf } from "../../domain/standing.ts";
import { judgeJson } from "./session-json.ts";
import type { Explained } from "../../terminal/views/explain.ts";
import type { Reading } from "../../terminal/views/points.ts";

/** The kept mark, the person's own ticks, and the reading by the present rules; the words beside each place in the answer. */
export function explainedJson({ past, reading, notes }: Explained): unknown {
  const { attempt, question, correction, rescore, judgement } = past;
  const { answer, score, marks, levels, flags, rules } = attempt;
  return {
    id: attempt.id,
    at: attempt.at,
    question: attempt.question,
    kind: attempt.kind,
    title: question?.title ?? null,
    prompt: reading?.asked.prompt ?? null,
    answer,
    score: standingOf(attempt, past).score,
    kept: { score, marks, levels, flags, rules },
    rescored: rescore
      ? { at: rescore.at, score: rescore.graded, marks: rescore.marks, levels: rescore.levels, flags: rescore.flags, rules: rescore.rules }
      : null,
    corrected: correction ? { at: correction.at, marks: correction.marks, score: correction.score } : null,
    judge: judgeJson(judgement),
    reading: reading ? readingJson(reading, answerText(answer)) : null,
    notes,
  };
}

function readingJson({ grade, account, own, signals, scale }: Reading, text: string): unknown {
  return {
    ...gradeJson(grade, text),
    scale,
    signals,
    account: account ?? null,
    own: own ? { score: own.grade.score, account: own.account ?? null } : null,
  };
}

function gradeJson(grade: Grade, text: string): Record<string, unknown> {
  const words = (spans: readonly Span[]): readonly string[] => spans.map(({ start, end }) => text.slice(start, end));
  return {
    ...grade,
    next: grade.next ?? null,
    marks: grade.marks.map((mark) => ({ ...mark, words: words(mark.evidence) })),
    pitfalls: grade.pitfalls.map((hit) => ({ ...hit, words: words([hit.evidence]) })),
    levels: grade.levels.map((judged) => ({ ...judged, receipts: judged.receipts.map((receipt) => ({ ...receipt, words: words(receipt.evidence) })) })),
  };
}
