// Room: domain. Where something stands in an answer.

/** A stretch of the answer's text (`answerText`): UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
