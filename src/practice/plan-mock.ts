// Room: practice. Which questions a mock asks in which round. Pure.
import { chairsOf, type MockRound, probeMinutes, usualRoundMinutes } from "../domain/mock.ts";
import type { Loop, Round } from "../domain/loop.ts";
import { type Question, type QuestionId, quickKinds } from "../domain/question.ts";

export interface PlanRequest {
  readonly loop: Loop;
  /** Ids of the rounds to hold; all where undefined. */
  readonly rounds?: ReadonlySet<string> | undefined;
  /** What may be asked, equals in the order in which they are taken. */
  readonly pool: readonly Question[];
  /** In how many earlier mocks a question came up. Absent: in none. */
  readonly asked: ReadonlyMap<QuestionId, number>;
  /** True: all of the pool is asked, however long it takes. */
  readonly isWhole: boolean;
}

/** Quick questions in a round at most: it is a talk and no quiz. */
const mostQuick = 4;

/**
 * Plans the rounds of a mock. What fewer mocks have asked comes first: no two ask the same in a round before all that fits it was used. Of equals, what is
 * answered in sentences comes before quick ones, and the round's own questions before those that test the same. The rounds take turns, so
 * that the first leaves something for the last.
 */
export function planMock(request: PlanRequest): readonly MockRound[] {
  const { loop, rounds, pool } = request;
  const about = aboutOf(loop, pool);
  const tables = loop.rounds
    .map((round, index) => ({ round, number: index + 1 }))
    .filter(({ round }) => rounds === undefined || rounds.has(round.id))
    .map(({ round, number }) => tableFor({ round, number }, { ...request, about }));
  const taken = new Set<QuestionId>();
  while (tables.some((table) => takeNext(table, taken)));
  return tables.map(({ chosen, number, round }) => ({
    round,
    number,
    minutes: minutesOf(round),
    chairs: chairsOf(round),
    questions: [...chosen.filter((question) => !isQuick(question)), ...chosen.filter(isQuick)].map(({ id }) => id),
  }));
}

/** What each round of the loop tests, by the competencies of the questions that name it; and what the loop tests in all. */
interface About {
  readonly rounds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly loop: ReadonlySet<string>;
}

/** A round that is being filled. */
interface Table {
  readonly round: Round;
  readonly number: number;
  /** Best first. */
  readonly ranked: readonly Question[];
  readonly chosen: Question[];
  /** Minutes that are left. */
  left: number;
}

function tableFor(at: { readonly round: Round; readonly number: number }, request: PlanRequest & { readonly about: About }): Table {
  const { asked, pool, isWhole } = request;
  const ranked = pool
    .map((question) => ({ question, tier: tierOf(question, at.round, request) }))
    .filter(({ tier }) => tier !== undefined)
    .toSorted((a, b) => (asked.get(a.question.id) ?? 0) - (asked.get(b.question.id) ?? 0) || (a.tier ?? 0) - (b.tier ?? 0))
    .map(({ question }) => question);
  return { ...at, ranked, chosen: [], left: isWhole ? Infinity : minutesOf(at.round) };
}

/** Takes the best question that is free and fits; false when none does. */
function takeNext(table: Table, taken: Set<QuestionId>): boolean {
  const isFull = table.left < Infinity && table.chosen.filter(isQuick).length >= mostQuick;
  const next = table.ranked.find((question) => !taken.has(question.id) && costOf(question) <= table.left && !(isFull && isQuick(question)));
  if (!next) return false;
  taken.add(next.id);
  table.chosen.push(next);
  table.left -= costOf(next);
  return true;
}

/** Lower is better; undefined: not for this round. */
function tierOf(question: Question, round: Round, { loop, about, isWhole }: PlanRequest & { readonly about: About }): number | undefined {
  const home = homeOf(question, loop);
  if (home) return home === round ? quickLast(question, 0) : undefined;
  if (!isWhole && isAboutTheProcess(question)) return undefined;
  const tested = about.rounds.get(round.id) ?? new Set();
  const shared = question.competencies.filter((competency) => tested.has(competency)).length;
  if (isWhole || isOfLoop(question, loop)) return quickLast(question, shared > 0 ? 1 : 6);
  return isFit(question, shared, about) ? quickLast(question, 2) : undefined;
}

/** Of the general decks only what is about the round by half at least, and what the loop's own decks test as well: a product manager is asked for no code. */
function isFit({ competencies }: Question, shared: number, about: About): boolean {
  return shared > 0 && shared * 2 >= competencies.length && competencies.every((competency) => about.loop.has(competency));
}

/** The round that a question of the loop's own decks names. */
function homeOf(question: Question, loop: Loop): Round | undefined {
  return isOfLoop(question, loop) ? loop.rounds.find(({ id }) => id === question.round) : undefined;
}

function quickLast(question: Question, tier: number): number {
  return isQuick(question) ? tier + 3 : tier;
}

/** A question on how the loop itself goes is for the person, and nobody asks it in a round. */
function isAboutTheProcess({ competencies }: Question): boolean {
  return competencies.length > 0 && competencies.every((competency) => competency === "interview-process");
}

function isOfLoop({ deck }: Question, loop: Loop): boolean {
  return deck.startsWith(`${loop.id}/`);
}

function aboutOf(loop: Loop, pool: readonly Question[]): About {
  const own = pool.filter((question) => isOfLoop(question, loop));
  const testedBy = (questions: readonly Question[]): ReadonlySet<string> => new Set(questions.flatMap(({ competencies }) => competencies));
  return {
    rounds: new Map(loop.rounds.map(({ id }) => [id, testedBy(own.filter(({ round }) => round === id))])),
    loop: testedBy(own),
  };
}

function isQuick({ kind }: Question): boolean {
  return quickKinds.includes(kind);
}

/** With the reply to a probe, which an answer in sentences may draw. */
function costOf(question: Question): number {
  return question.minutes + (isQuick(question) ? 0 : probeMinutes);
}

function minutesOf({ minutes }: Round): number {
  return minutes ?? usualRoundMinutes;
}
