// Room: tests. A small script of a round that a friend plays.
import type { PeerQuestion, PeerScript } from "../../src/domain/peer.ts";
import type { PeerRecord } from "../../src/domain/peer-scores.ts";

const anchors = ["None.", "A little.", "Half.", "Most.", "All."];

export function aPeerQuestion(fields: Partial<PeerQuestion> = {}): PeerQuestion {
  return {
    id: "acme/pm/cases/shelves",
    title: "Shelves",
    minutes: 4,
    person: "officer",
    prompt: "Why do empty shelves cost money?\n\nSay\n- who is in it\n- **what** it costs",
    points: [
      { id: "baseline", text: "The *baseline*", weight: 3 },
      { id: "partners", text: "Who else was in it", weight: 1 },
    ],
    pitfalls: ["Stops at accuracy"],
    probes: [{ point: { id: "baseline", text: "The *baseline*", weight: 3 }, words: "From where?" }],
    scales: [{ of: "signal", id: "impact", name: "Impact in 3 steps", shownBy: ["The *baseline*"], anchors }],
    ...fields,
  };
}

export function aPeerScript(fields: Partial<PeerScript> = {}): PeerScript {
  return {
    loop: "acme/pm",
    company: "Acme",
    role: "PM",
    round: "panel",
    title: "Panel",
    number: 2,
    minutes: 30,
    chairs: [{ person: "officer", on: ["lawful purpose"], points: [] }],
    signals: [{ name: "Impact in 3 steps", about: "money", shownBy: ["names the baseline"] }],
    seed: 7,
    made: "2026-12-01T19:00:00Z",
    questions: [aPeerQuestion()],
    ...fields,
  };
}

/** What Sam filled in, as the journal keeps it. */
export function aPeerRecord(questions: PeerRecord["questions"]): PeerRecord {
  return { type: "peer", id: "p1", at: "2026-12-02T19:00:00Z", made: "2026-12-01T19:00:00Z", loop: "acme/pm", round: "panel", from: "Sam", questions };
}
