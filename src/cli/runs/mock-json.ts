// Room: cli. A mock as JSON.
import type { Debrief } from "../../domain/scorecard.ts";
import type { MockEnd } from "../../practice/mock.ts";

/** A mock that was stopped: nothing is told of its marks. */
export function mockJson({ session, stopped, at }: MockEnd): unknown {
  return { session: "mock", id: session, stopped: stopped ?? null, round: at?.number ?? null };
}

/** A mock that was held to its end. `file` is where the debrief was written; null where it was not. */
export function debriefJson(session: string, debrief: Debrief, file: string | undefined): unknown {
  const { loop, company, role, at, pace, scorecard, rounds } = debrief;
  const signals = scorecard.signals.map((row) => ({ ...row, level: row.level ?? null, share: row.share ?? null }));
  return {
    session: "mock",
    id: session,
    loop,
    company,
    role,
    at,
    pace,
    stopped: null,
    rounds,
    scorecard: { ...scorecard, leaning: scorecard.leaning ?? null, signals },
    debrief: file ?? null,
  };
}
