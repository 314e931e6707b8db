// Room: export. The debrief of a mock: scorecard, then every round with what was asked, said, pressed on and noted. Pure.
import { dayOf } from "../domain/calendar.ts";
import { tellShare } from "../domain/evidence.ts";
import { bandOf } from "../domain/grade.ts";
import type { Debrief, DebriefAnswer, DebriefRound, Fix, SignalRow } from "../domain/scorecard.ts";
import { type Block, type Document, type Line, type Point, unmark } from "./document.ts";

/** Builds the debrief. It holds the person's answers: write it where nobody else reads. */
export function buildDebrief(debrief: Debrief): Document {
  const { company, role, at, pace, loop, scorecard } = debrief;
  const held = `Held on ${dayOf(at)}${pace === 1 ? "" : ` at pace ${pace}`}. A reading by fixed rules of what was practised; no one at the company has seen it.`;
  return {
    title: `Debrief of a mock: ${role} at ${company}`,
    blocks: [
      { type: "paragraph", line: [held] },
      heading(2, scorecard.leaning === undefined ? "No leaning" : `Leaning: ${scorecard.leaning}`),
      { type: "points", points: scorecard.reasons.map((reason) => ({ line: [unmark(reason)] })) },
      ...listed("Signals", scorecard.signals.map(signalPoint)),
      ...listed("To fix", scorecard.fixes.map(fixPoint)),
      ...debrief.rounds.flatMap(roundBlocks),
      { type: "paragraph", line: ["Once more, with other questions: ", { code: `coach mock ${loop}` }] },
    ],
  };
}

function heading(level: 2 | 3, text: string): Block {
  return { type: "heading", level, text };
}

function listed(title: string, points: readonly Point[]): readonly Block[] {
  return points.length === 0 ? [] : [heading(2, title), { type: "points", points }];
}

function signalPoint({ name, level, answers, evidence, heldBackBy }: SignalRow): Point {
  const told = level === undefined ? ": not read" : `: ${level} of 5, from ${answers === 1 ? "one answer" : `${answers} answers`}`;
  return {
    line: [{ strong: unmark(name) }, told],
    points: [
      ...evidence.map(({ quote, shows, in: title, whenPressed }) => ({
        line: [`${quote}: ${unmark(shows)}${whenPressed ? ", when pressed" : ""} (${unmark(title)})`],
      })),
      ...heldBackBy.map((text) => ({ line: [`Held back by: ${unmark(text)}`] })),
    ],
  };
}

function fixPoint({ what, because, practice }: Fix): Point {
  return { line: [unmark(what)], points: [{ line: [unmark(because)] }, { line: ["Run ", { code: `coach drill ${practice}` }] }] };
}

function roundBlocks(round: DebriefRound): readonly Block[] {
  const { number, title, people, isOver, answers, skipped, notes } = round;
  const facts = [
    ...(people.length === 0 ? [] : [`With ${people.join(", ")}.`]),
    ...(isOver ? [] : ["Not held to its end."]),
    ...(skipped === 0 ? [] : [`Skipped: ${skipped}.`]),
  ];
  return [
    heading(2, `Round ${number}: ${unmark(title)}`),
    ...(facts.length === 0 ? [] : [{ type: "paragraph" as const, line: [facts.join(" ")] }]),
    ...answers.flatMap(answerBlocks),
    ...(notes.length === 0 ? [] : [heading(3, "Notes"), { type: "points" as const, points: notes.map((note) => ({ line: [note] })) }]),
  ];
}

function answerBlocks(answer: DebriefAnswer): readonly Block[] {
  const { title, prompt, text, score, notFound, probes } = answer;
  const mark: Line = [{ strong: `${bandOf(score)}, ${tellShare(score)}` }, notFound.length === 0 ? "" : `; not found: ${notFound.map(unmark).join("; ")}`];
  return [
    heading(3, unmark(title)),
    { type: "paragraph", line: [unmark(prompt)] },
    ...text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== "")
      .map((part, index) => ({ type: "paragraph" as const, line: index === 0 ? [{ strong: "You:" }, ` ${part}`] : [part] })),
    { type: "paragraph", line: mark },
    ...(probes.length === 0 ? [] : [{ type: "points" as const, points: probes.map(probePoint) }]),
  ];
}

function probePoint({ chair, asked, reply, status }: DebriefAnswer["probes"][number]): Point {
  const came = { found: "met", partly: "met in part", "not-found": "not met" }[status];
  return { line: [{ strong: chair }, `: ${unmark(asked)}`], points: [{ line: [reply.trim() === "" ? `No reply (${came})` : `You: ${reply} (${came})`] }] };
}
