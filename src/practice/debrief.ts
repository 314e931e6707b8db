// Room: practice. All that is told after a mock: the committee's scorecard, and what was asked and answered. Pure.
import { answerText } from "../domain/answer.ts";
import type { Loop, Round } from "../domain/loop.ts";
import type { Debrief, DebriefAnswer, DebriefRound } from "../domain/scorecard.ts";
import { hearAll, type Heard, type Hearing } from "./heard.ts";
import { type MockState, roundsOver } from "./mock.ts";
import { scoreMock } from "./scorecard.ts";

/** The debrief of a mock as far as it was held. */
export function debriefOf(mock: MockState, hearing: Hearing): Debrief {
  const { loop } = hearing;
  const heard = hearAll(mock, hearing);
  const over = roundsOver(mock);
  const planned = mock.opened.rounds.flatMap(({ round }) => loop.rounds.find(({ id }) => id === round) ?? []);
  const { at, opened } = mock;
  return {
    loop: loop.id,
    company: loop.company,
    role: loop.role,
    at,
    pace: opened.pace,
    scorecard: scoreMock(loop.signals, heard, {
      rounds: planned.length,
      roundsHeld: planned.filter(({ id }) => over.has(id)).length,
      skipped: mock.events.filter(({ event }) => event === "skipped").length,
    }),
    rounds: planned.map((round) => debriefRound(round, mock, { loop, heard })),
  };
}

function debriefRound(round: Round, mock: MockState, { loop, heard }: { readonly loop: Loop; readonly heard: readonly Heard[] }): DebriefRound {
  const { events } = mock;
  return {
    title: round.title,
    number: loop.rounds.indexOf(round) + 1,
    people: round.people,
    isOver: roundsOver(mock).has(round.id),
    answers: heard.filter(({ attempt }) => attempt.round === round.id).map(debriefAnswer),
    skipped: events.filter((what) => what.event === "skipped" && what.round === round.id).length,
    notes: events.flatMap((what) => (what.event === "note" && what.round === round.id ? [what.text] : [])),
  };
}

function debriefAnswer({ question, prompt, attempt, grade, probes }: Heard): DebriefAnswer {
  return {
    question: question.id,
    title: question.title,
    prompt,
    text: answerText(attempt.answer),
    score: grade.score,
    seconds: attempt.seconds,
    notFound: grade.marks.filter(({ status }) => status === "not-found").map(({ text }) => text),
    probes: probes.map(({ chair, asked, reply, status }) => ({ chair, asked, reply, status })),
  };
}
