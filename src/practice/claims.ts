// Room: practice. A story that was told: set beside earlier tellings of it.
import type { Stage, Turn } from "./ports.ts";

/** The turn with what its story says otherwise than an earlier telling of it did. */
export async function besideEarlier(stage: Stage, turn: Turn): Promise<Turn> {
  if (turn.asked.question.kind !== "star" || stage.log.tellings === undefined) return turn;
  const { conflictsOf } = await import("../grading/claims.ts");
  const earlier = await stage.log.tellings();
  return {
    ...turn,
    conflicts: conflictsOf(
      turn.answer.body,
      earlier.filter((attempt) => attempt.id !== turn.attempt.id),
    ),
  };
}
