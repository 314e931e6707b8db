// Room: practice. A loop held round by round: opened, breaks between, everything kept as it happens, and gone on with another day.
import type { Stock } from "../domain/case.ts";
import type { Attempt, AttemptHead, LaterEntry } from "../domain/attempt.ts";
import type { Loop } from "../domain/loop.ts";
import type { MockEvent, MockOpened, MockRecord, MockRound, Probe } from "../domain/mock.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import type { Gallery, MockOpening, Rested, RoundEnd, Stage } from "./ports.ts";
import { pendingAfter } from "./pending.ts";
import { holdRound, type Pending, tell } from "./round.ts";

/** What the journal holds of one mock. */
export interface MockState<A extends AttemptHead = Attempt> {
  readonly session: string;
  readonly at: string;
  readonly opened: MockOpened;
  readonly attempts: readonly A[];
  readonly probes: readonly Probe[];
  readonly events: readonly MockEvent[];
  /** What was kept last, notes left out: where it broke off. */
  readonly last: A | Probe | MockEvent;
}

/** Every mock of the journal, the newest last. Entries are oldest first. */
export function mocksIn<A extends AttemptHead>(entries: readonly (A | LaterEntry)[]): readonly MockState<A>[] {
  const found = new Map<string, MockState<A>>();
  for (const entry of entries) {
    if (entry.type !== "mock" && entry.type !== "probe" && entry.type !== "attempt") continue;
    const before = found.get(entry.session);
    const after = before ? withEntry(before, entry) : openedMock(entry);
    if (after) found.set(entry.session, after);
  }
  return [...found.values()];
}

function openedMock<A extends AttemptHead>(entry: MockRecord | Probe | A): MockState<A> | undefined {
  if (entry.type !== "mock" || entry.what.event !== "opened") return undefined;
  const { session, at, what } = entry;
  return { session, at, opened: what, attempts: [], probes: [], events: [], last: what };
}

function withEntry<A extends AttemptHead>(mock: MockState<A>, entry: MockRecord | Probe | A): MockState<A> {
  if (entry.type === "probe") return { ...mock, probes: [...mock.probes, entry], last: entry };
  if (entry.type === "attempt") return { ...mock, attempts: [...mock.attempts, entry], last: entry };
  const { what } = entry;
  return { ...mock, events: [...mock.events, what], last: what.event === "note" ? mock.last : what };
}

/** The latest mock of a loop that was begun and not ended; undefined where the latest was ended, or there is none. */
export function unfinishedOf<A extends AttemptHead>(mocks: readonly MockState<A>[], loop: string | undefined): MockState<A> | undefined {
  const latest = mocks.findLast(({ opened }) => loop === undefined || opened.loop === loop);
  return latest?.events.some(({ event }) => event === "ended") === true ? undefined : latest;
}

/** The questions of a mock that are done with, skipped ones too. One that was broken off in the middle is asked anew. */
export function askedIn({ attempts, events }: MockState<AttemptHead>): ReadonlySet<QuestionId> {
  return new Set([
    ...attempts.filter(({ interrupted }) => !interrupted).map(({ question }) => question),
    ...events.flatMap((what) => (what.event === "skipped" ? [what.question] : [])),
  ]);
}

/** Ids of the rounds that are over. */
export function roundsOver({ events }: Pick<MockState, "events">): ReadonlySet<string> {
  return new Set(events.flatMap((what) => (what.event === "round-over" ? [what.round] : [])));
}

export interface MockRequest {
  readonly loop: Loop;
  /** The rounds of the plan, those that are over too. */
  readonly rounds: readonly MockRound[];
  readonly questions: readonly Question[];
  readonly stock: Stock;
  readonly seed: number;
  readonly pace: number;
  readonly timer: boolean;
  readonly endsOnTime: boolean;
  /** What was held of it before; undefined for a new mock. */
  readonly before?: MockState | undefined;
}

export interface MockEnd {
  readonly session: string;
  readonly stopped: RoundEnd["stopped"];
  /** The round in which it was stopped, or before which. */
  readonly at: MockRound | undefined;
}

/** Holds the rounds that are not over yet. Resolves when all are, or when the person stopped; what was answered is kept either way. */
export async function holdMock(stage: Stage, gallery: Gallery, request: MockRequest): Promise<MockEnd> {
  const session = request.before?.session ?? stage.clock.newId();
  if (!request.before) await tell(stage, session, openedBy(request));
  const { loop, rounds: all, pace, timer } = request;
  const opening: MockOpening = { loop, rounds: all, pace, timer, goesOn: request.before !== undefined };
  gallery.opened(opening);
  const over = request.before ? roundsOver(request.before) : new Set<string>();
  const rounds = request.rounds.filter(({ round }) => !over.has(round.id));
  for (const round of rounds) {
    gallery.roundNext(round, opening);
    const stopped = (await rest(stage, session, round)) ?? (await holdOne(stage, { request, session, round }, (end) => gallery.roundOver(round, end, opening)));
    if (stopped) return { session, stopped, at: round };
  }
  await tell(stage, session, { event: "ended" });
  return { session, stopped: undefined, at: undefined };
}

function openedBy({ loop, seed, pace, timer, rounds }: MockRequest): MockOpened {
  return { event: "opened", loop: loop.id, seed, pace, timer, rounds: rounds.map(({ round, questions }) => ({ round: round.id, questions })) };
}

interface InMock {
  readonly request: MockRequest;
  readonly session: string;
  readonly round: MockRound;
}

async function holdOne(stage: Stage, { request, session, round }: InMock, over: (end: RoundEnd) => void): Promise<RoundEnd["stopped"]> {
  const { loop: _loop, rounds: _rounds, before, questions, ...how } = request;
  const asked = before ? askedIn(before) : new Set<QuestionId>();
  const byId = new Map(questions.map((question) => [question.id, question]));
  const end = await holdRound(stage, {
    ...how,
    session: { id: session, kind: "mock", round: round.round.id },
    round,
    // A question may have left its deck since the mock was begun.
    questions: round.questions.filter((id) => !asked.has(id)).flatMap((id) => byId.get(id) ?? []),
    before: {
      asked: round.questions.filter((id) => asked.has(id)).length,
      seconds: secondsIn(before, round),
      pending: before && pendingIn(before, round, byId),
    },
  });
  if (end.stopped) return end.stopped;
  await tell(stage, session, { event: "round-over", round: round.round.id });
  over(end);
  return undefined;
}

function pendingIn({ last, attempts }: MockState, { round }: MockRound, questions: ReadonlyMap<QuestionId, Question>): Pending | undefined {
  const pending = pendingAfter(last, attempts);
  const question = questions.get(pending?.attempt.question ?? "");
  // A question may have left its deck, or changed its kind, since the mock was begun.
  return pending?.attempt.round === round.id && question?.kind === pending.attempt.kind ? { ...pending, question } : undefined;
}

/** Seconds on the clock of a round so far: answers, also broken off, and replies. */
function secondsIn(before: MockState | undefined, { round }: MockRound): number {
  if (!before) return 0;
  const attempts = before.attempts.filter((attempt) => attempt.round === round.id);
  const ids = new Set(attempts.map(({ id }) => id));
  return [...attempts, ...before.probes.filter(({ attempt }) => ids.has(attempt))].reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The break before a round; notes belong to it. */
async function rest(stage: Stage, session: string, { round }: MockRound): Promise<RoundEnd["stopped"]> {
  if (!stage.interviewer.rest) return undefined;
  for (;;) {
    const rested: Rested = await stage.interviewer.rest();
    if (rested.type === "go on") return undefined;
    if (rested.type === "stop") return rested.how;
    await tell(stage, session, { event: "note", round: round.id, text: rested.text });
  }
}
