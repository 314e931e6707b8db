// Builders of journal entries: say what the test is about, the rest is filled in.
import type {
  Attempt,
  AttemptCorrection,
  AttemptHead,
  AttemptJudgement,
  HistoryEntry,
  Rescore,
  Retrieval,
  Story,
  StoryRemoval,
  StorySplit,
  StoryTag,
} from "../../src/domain/attempt.ts";
import { columnsOfHeads } from "../../src/domain/attempt-columns.ts";
import type { Past } from "../../src/progress/stats.ts";
import type { BankStory } from "../../src/domain/story.ts";
import { bankOf } from "../../src/progress/bank.ts";

let made = 0;

function nextId(): string {
  made += 1;
  return `id-${String(made).padStart(6, "0")}`;
}

/** A finished attempt at an open question, scored 0.5. */
export function anAttempt(fields: Partial<Attempt> = {}): Attempt {
  return {
    type: "attempt",
    id: nextId(),
    at: "2026-11-21T19:30:05+01:00",
    session: "session-1",
    sessionKind: "drill",
    question: "walmart/ai-pm/cases/out-of-stock",
    kind: "open",
    seed: 7,
    answer: { kind: "open", text: "I would start from the shelf." },
    seconds: 120,
    timedOut: false,
    overtime: 0,
    hints: 0,
    paused: 0,
    score: 0.5,
    marks: [{ id: "metric", status: "found", strength: 0.9 }],
    levels: { coverage: 3 },
    flags: [],
    rules: 1,
    unscored: false,
    interrupted: false,
    ...fields,
  };
}

/** A correction that raises the score to 0.8. */
export function aCorrection(fields: Partial<AttemptCorrection> = {}): AttemptCorrection {
  return { type: "correction", id: nextId(), at: "2026-11-21T19:31:00+01:00", attempt: "id-000001", marks: { metric: "found" }, score: 0.8, ...fields };
}

/** The attempt marked again by rules 2, at 0.6. */
export function aRescore(fields: Partial<Rescore> = {}): Rescore {
  return {
    type: "rescore",
    id: nextId(),
    at: "2026-12-01T08:00:00+01:00",
    attempt: "id-000001",
    graded: 0.6,
    marks: [{ id: "metric", status: "found", strength: 0.9 }],
    levels: { coverage: 4 },
    flags: [],
    rules: 2,
    score: 0.6,
    ...fields,
  };
}

/** A judge's reading at 0.9, which does not count. */
export function aJudgement(fields: Partial<AttemptJudgement> = {}): AttemptJudgement {
  return {
    type: "judgement",
    id: nextId(),
    at: "2026-11-21T19:30:30+01:00",
    attempt: "id-000001",
    model: "small",
    host: "127.0.0.1:11434",
    marks: [{ id: "metric", status: "found", why: "It names the shelf." }],
    comment: "Say what it costs.",
    score: 0.9,
    counts: false,
    ...fields,
  };
}

/** A story with a line in each part. */
export function aStory(fields: Partial<Story> = {}): Story {
  return {
    type: "story",
    id: nextId(),
    at: "2026-11-21T19:32:00+01:00",
    title: "The feed that came late",
    question: "walmart/ai-pm/star/degraded-model",
    attempt: "id-000001",
    parts: { situation: "A feed was late.", task: "I owned the fix.", action: "I called the team.", result: "Back in an hour." },
    competencies: ["ownership"],
    ...fields,
  };
}

/** Says that a story shows conflict. */
export function aTag(fields: Partial<StoryTag> = {}): StoryTag {
  return { type: "tag", id: nextId(), at: "2026-11-21T19:33:00+01:00", story: "id-000001", adds: ["conflict"], removes: [], ...fields };
}

/** Takes a story out of the bank. */
export function aRemoval(fields: Partial<StoryRemoval> = {}): StoryRemoval {
  return { type: "removal", id: nextId(), at: "2026-11-21T19:34:00+01:00", story: "id-000001", ...fields };
}

/** Makes a telling a story of its own. */
export function aSplit(fields: Partial<StorySplit> = {}): StorySplit {
  return { type: "split", id: nextId(), at: "2026-11-21T19:35:00+01:00", telling: "id-000001", title: "A story of its own", ...fields };
}

/** A story of the bank that was told once, scored 0.5. */
export function aBankStory(fields: Partial<Story> = {}, number = 1): BankStory {
  const attempt = anAttempt({ kind: "star" });
  const [story] = bankOf([attempt, aStory({ attempt: attempt.id, ...fields })]);
  return { ...(story as BankStory), number };
}

/** A prompt that a story was found for. */
export function aRetrieval(fields: Partial<Retrieval> = {}): Retrieval {
  const usual = { session: "session-1", question: "q1", story: "id-000001", seconds: 4, covers: true };
  return { type: "retrieval", id: nextId(), at: "2026-11-21T19:34:00+01:00", ...usual, ...fields };
}

/** For entries that hold whole attempts: the attempt itself. */
export function whole(head: AttemptHead): Attempt {
  return head as Attempt;
}

/** Entries as statistics take them. */
export function past(entries: readonly HistoryEntry[]): Past {
  const heads = entries.filter((entry) => entry.type === "attempt");
  return { attempts: { ...columnsOfHeads(heads), stands: () => true }, later: entries };
}
