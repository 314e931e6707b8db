// Room: tests. A month of evenings before an interview, played by somebody whose memory is known, under several ways to choose what comes up.
import { addDays } from "../../../src/domain/calendar.ts";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { type Chance, chanceFrom, shuffle } from "../../../src/domain/chance.ts";
import type { Question, QuestionId } from "../../../src/domain/question.ts";
import { chooseQuestions, noPast } from "../../../src/practice/choose.ts";
import { latestScores } from "../../../src/progress/history.ts";
import { cardsOf } from "../../../src/scheduling/cards.ts";
import { planOf } from "../../../src/scheduling/plan.ts";
import { dueOn } from "../../../src/scheduling/due.ts";
import { anAttempt } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";
import { type Memory, people } from "./people.ts";

export interface Month {
  readonly evenings: number;
  readonly minutes: number;
  readonly questions: number;
  /** False: every question takes three minutes; true: three of ten take six, the others one. */
  readonly isMixed: boolean;
  /** The share of questions that the person knows from their work, and will not soon forget. */
  readonly known: number;
}

interface Evening {
  readonly questions: readonly Question[];
  readonly entries: readonly JournalEntry[];
  /** From 0. */
  readonly number: number;
  readonly month: Month;
  /** Of this evening. */
  readonly minutes: number;
  readonly chance: Chance;
}

const firstDay = "2026-11-24";

/** Three questions of ten are long, as in the decks that the program comes with. */
function library({ questions: count, isMixed }: Month): readonly Question[] {
  return Array.from({ length: count }, (_, index) =>
    isMixed && index % 10 < 3
      ? aQuestion({ kind: "open", id: `q${index}`, minutes: 6, topic: `t${index % 7}` })
      : aQuestion({ kind: "choice", id: `q${index}`, minutes: isMixed ? 1 : 3, topic: `t${index % 7}` }),
  );
}

function fitting(questions: readonly Question[], minutes: number): readonly Question[] {
  let left = minutes;
  return questions.filter((question) => {
    if (question.minutes > left) return false;
    left -= question.minutes;
    return true;
  });
}

/** `coach drill --due --new`. */
function dueAndNew({ questions, entries, number, month, minutes, chance }: Evening): readonly Question[] {
  const today = addDays(firstDay, number);
  const settings = { retention: 0.9, interview: addDays(firstDay, month.evenings) };
  const past = { ...noPast, scores: latestScores(entries), due: dueOn(cardsOf(entries, { ...settings, dayEnds: 4, today }), today, settings), newLeft: 1000 };
  return chooseQuestions(questions, { count: 1000, minutes, prefer: "due", andNew: true, alternate: false }, { past, chance });
}

/** What `coach plan` has for tonight. */
function plan({ questions, entries, number, month }: Evening): readonly Question[] {
  const today = addDays(firstDay, number);
  const cards = cardsOf(entries, { retention: 0.9, dayEnds: 4, today });
  const nothing = {
    loop: undefined,
    what: undefined,
    company: undefined,
    role: undefined,
    minutesDone: 0,
    newDone: 0,
    isUsual: true,
    rounds: [],
    rehearsed: new Map<string, string>(),
    frameworks: [],
  };
  const { days } = planOf({
    ...nothing,
    today,
    interview: addDays(firstDay, month.evenings),
    minutesPerEvening: month.minutes,
    newPerEvening: undefined,
    retention: 0.9,
    questions,
    cards,
  });
  const byId = new Map(questions.map((question) => [question.id, question]));
  return (days[0]?.items ?? []).flatMap((item) => item.questions.flatMap((id) => byId.get(id) ?? []));
}

/** The order of the decks, round and round; what does not fit into an evening any more is passed over, and comes first on the next one. */
function inOrder({ questions, entries, minutes }: Evening): readonly Question[] {
  const asked = new Map<QuestionId, number>();
  for (const entry of entries) if (entry.type === "attempt") asked.set(entry.question, (asked.get(entry.question) ?? 0) + 1);
  return fitting(
    questions.toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0)),
    minutes,
  );
}

/** Ways to fill an evening with the same minutes. */
export const ways = {
  plan,
  "due and new": dueAndNew,
  random: ({ questions, minutes, chance }: Evening) => fitting(shuffle(questions, chance), minutes),
  "fixed order": inOrder,
  "weakest first": ({ questions, entries, minutes, chance }: Evening) =>
    chooseQuestions(questions, { count: 1000, minutes, prefer: "new", alternate: false }, { past: { ...noPast, scores: latestScores(entries) }, chance }),
} as const satisfies Record<string, (evening: Evening) => readonly Question[]>;

export interface Ended {
  /** Mean of the true chances to recall each question of the library on the day of the interview. */
  readonly recall: number;
  /** The same, each question weighed by its minutes. */
  readonly recallByMinutes: number;
  readonly minutes: number;
  readonly met: number;
}

/** Plays one month. The same seed is the same person, under any way. */
export function playMonth(month: Month, way: keyof typeof ways, who: { readonly person: keyof typeof people; readonly seed: number }): Ended {
  const memory = people[who.person](chanceFrom(who.seed), month.known);
  const chance = chanceFrom(who.seed + 1_000_003);
  const questions = shuffle(library(month), chanceFrom(who.seed + 7));
  const entries: JournalEntry[] = [];
  let minutes = 0;
  for (let number = 0; number < month.evenings; number += 1) {
    // The plan keeps the evening before the interview short; so does everybody here.
    const most = number === month.evenings - 1 ? month.minutes / 2 : month.minutes;
    for (const question of ways[way]({ questions, entries, number, month, minutes: most, chance })) {
      minutes += question.minutes;
      entries.push(answer(memory, question, number, chance));
    }
  }
  const meanBy = (weightOf: (question: Question) => number): number =>
    questions.reduce((sum, question) => sum + weightOf(question) * memory.recall(question.id, month.evenings), 0) /
    questions.reduce((sum, question) => sum + weightOf(question), 0);
  const met = new Set(entries.map((entry) => (entry.type === "attempt" ? entry.question : ""))).size;
  return { recall: meanBy(() => 1), recallByMinutes: meanBy((question) => question.minutes), minutes, met };
}

/** A mark from 55 % up when it was recalled, below 40 % when not. */
function answer(memory: Memory, question: Question, evening: number, chance: Chance): JournalEntry {
  const isRecalled = chance() < memory.recall(question.id, evening);
  memory.look(question.id, evening, isRecalled);
  const score = isRecalled ? 0.55 + 0.45 * chance() : 0.39 * chance();
  return anAttempt({ question: question.id satisfies QuestionId, kind: question.kind, at: `${addDays(firstDay, evening)}T20:00:00+01:00`, score });
}
