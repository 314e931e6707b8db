import { expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import type { MockEvent } from "../../../src/domain/mock.ts";
import { rehearsedRounds } from "../../../src/progress/rehearsed.ts";
import { anAttempt } from "../../support/attempts.ts";

const opened = (loop: string): MockEvent => ({ event: "opened", loop, seed: 1, pace: 1, timer: true, rounds: [] });
const over = (round: string): MockEvent => ({ event: "round-over", round });
const event = (session: string, what: MockEvent, at = "2026-12-06T20:00:00+01:00"): JournalEntry => ({
  type: "mock",
  id: `${session}-${at}`,
  at,
  session,
  what,
});

test("a round was rehearsed on the last evening on which it was held to its end, in a mock of the loop", () => {
  const entries = [
    event("s1", opened("walmart/ai-pm")),
    event("s2", opened("jd/ai-pm")),
    anAttempt({ question: "q", session: "s1" }),
    event("s1", over("panel")),
    event("s2", over("executive")),
    event("s3", opened("walmart/ai-pm"), "2026-12-09T20:00:00+01:00"),
    event("s3", { event: "ended" }, "2026-12-09T20:01:00+01:00"),
    event("s4", opened("walmart/ai-pm"), "2026-12-09T22:00:00+01:00"),
    event("s4", over("panel"), "2026-12-10T01:00:00+01:00"),
  ];
  expect([...rehearsedRounds(entries, "walmart/ai-pm", 4)]).toEqual([["panel", "2026-12-09"]]);
  expect([...rehearsedRounds(entries, "jd/ai-pm", 4)]).toEqual([["executive", "2026-12-06"]]);
  expect([...rehearsedRounds(entries, undefined, 4)]).toEqual([]);
});
