// Room: export. The prep checklist of a loop: playbook, scores, rounds with dates, what to say. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import { type Day, daysBetween } from "../domain/calendar.ts";
import type { Deck } from "../domain/deck.ts";
import type { Framework } from "../domain/framework.ts";
import { leanedOn } from "../domain/framework-practice.ts";
import { attemptsByQuestion, correctedAttempts, tellEvidence } from "../domain/evidence.ts";
import type { CompanyFacts } from "../domain/facts.ts";
import type { ChecklistItem, Loop, Round } from "../domain/loop.ts";
import { roundDays } from "../domain/round-days.ts";
import { type Block, type Document, type Point, type Task, unmark } from "./document.ts";
import { type AttemptIndex, competencyTable, drillPoints, evidenceFor, practiceTasks } from "./practice.ts";
import { sourceBlocks, type SourceLookup, tellReferences } from "./references.ts";

/** What a checklist is made of. */
export interface ChecklistInput {
  readonly loop: Loop;
  readonly facts?: CompanyFacts | undefined;
  /** The journal, oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly decks: readonly Deck[];
  readonly frameworks: readonly Framework[];
  /** The day of the final round. */
  readonly interviewDate?: Day | undefined;
  readonly today: Day;
  readonly source: SourceLookup;
}

/** Builds the checklist. Items that the scores have proven come ticked, with the evidence. */
export function buildChecklist(input: ChecklistInput): Document {
  const { loop, source } = input;
  const attempts = attemptsByQuestion(correctedAttempts(input.entries));
  return {
    title: `Prep checklist: ${loop.role} at ${loop.company}`,
    blocks: [
      { type: "paragraph", line: [tellDate(input)] },
      ...practiceBlocks(input, attempts),
      ...section("Playbook", [{ type: "tasks", tasks: loop.checklist.map((item) => itemTask(item, input, attempts)) }]),
      ...section("Rounds", roundBlocks(input)),
      ...section("What they look for", [{ type: "points", points: loop.signals.map((signal) => signalPoint(signal, source)) }]),
      ...section("Say it better", [{ type: "points", points: loop.goodAndBad.map((pair) => pairPoint(pair, source)) }]),
      ...section("Where reports disagree", [{ type: "points", points: conflictPoints(input.facts) }]),
      ...sourceBlocks(referencesIn(input), source),
    ],
  };
}

function tellDate({ interviewDate, today }: ChecklistInput): string {
  if (interviewDate === undefined) return `Made on ${today}. The interview date is not set.`;
  const days = daysBetween(today, interviewDate);
  if (days < 0) return `Made on ${today}. The interview was on ${interviewDate}.`;
  const left = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  return `Made on ${today}. The final round is on ${interviewDate}: ${left}.`;
}

/** A heading and its blocks; nothing at all when there is nothing under it. */
function section(text: string, blocks: readonly Block[]): readonly Block[] {
  const filled = blocks.filter((block) => !(block.type === "tasks" && block.tasks.length === 0) && !(block.type === "points" && block.points.length === 0));
  return filled.length === 0 ? [] : [{ type: "heading", level: 2, text }, ...filled];
}

function practiceBlocks({ decks, frameworks, loop }: ChecklistInput, attempts: AttemptIndex): readonly Block[] {
  const own = decks.filter((deck) => deck.id.startsWith(`${loop.id}/`));
  const leaned = leanedOn(
    own.flatMap(({ questions }) => questions),
    frameworks,
  );
  const competencies = competencyTable(own, attempts);
  return [
    ...section("What to practise, weakest first", [{ type: "tasks", tasks: practiceTasks(own, leaned, attempts) }]),
    ...(competencies.length === 0 ? [] : [{ type: "heading", level: 3, text: "Weakest competencies" } as const, ...competencies]),
  ];
}

function itemTask(item: ChecklistItem, { decks, source }: ChecklistInput, attempts: AttemptIndex): Task {
  const text = `${unmark(item.text)}${tellReferences(item.sources, source)}`;
  const evidence = item.practice === undefined ? undefined : evidenceFor(item.practice, decks, attempts);
  if (item.practice === undefined || !evidence) return { isDone: false, line: [text] };
  const lead = evidence.isProven ? "proven: " : evidence.attempts > 0 ? "so far: " : "";
  return { isDone: evidence.isProven, line: [text], points: [{ line: [`${lead}${tellEvidence(evidence)}`] }, ...drillPoints(evidence, item.practice)] };
}

function roundBlocks(input: ChecklistInput): readonly Block[] {
  const { loop, interviewDate } = input;
  const days = interviewDate === undefined ? [] : roundDays(loop, interviewDate);
  const tasks = loop.rounds.map((round, index) => roundTask(round, { input, day: days[index], isLast: index === loop.rounds.length - 1 }));
  const areEstimates = days.slice(0, -1).some((day) => day !== undefined);
  const note =
    "Only the day of the final round is known. The days before it are estimates, counted back by the reported time between rounds; holidays are not counted. Ask the recruiter.";
  return areEstimates
    ? [
        { type: "paragraph", line: [note] },
        { type: "tasks", tasks },
      ]
    : [{ type: "tasks", tasks }];
}

interface RoundPlace {
  readonly input: ChecklistInput;
  readonly day: Day | undefined;
  readonly isLast: boolean;
}

function roundTask(round: Round, { input, day, isLast }: RoundPlace): Task {
  const parts = [
    round.minutes === undefined ? "length not reported" : `${round.minutes} minutes`,
    ...(round.people.length === 0 ? [] : [`with ${round.people.join(", ")}`]),
  ];
  const when = day === undefined ? [] : [isLast ? `on ${day}` : `about ${day}${day < input.today ? ", a day that has passed" : ""} (estimate)`];
  return {
    isDone: false,
    line: [{ strong: round.title }, `: ${[...parts, ...when].join("; ")}${tellReferences(round.sources, input.source)}`],
    points: [...labelled("Tests", round.tests), ...labelled("Task", round.tasks), ...labelled("Advice", round.advice)],
  };
}

function labelled(label: string, texts: readonly string[]): readonly Point[] {
  return texts.map((text) => ({ line: [`${label}: ${unmark(text)}`] }));
}

function signalPoint(signal: Loop["signals"][number], source: SourceLookup): Point {
  return {
    line: [{ strong: signal.name }, `: ${unmark(signal.about)}${tellReferences(signal.sources, source)}`],
    points: signal.shownBy.map((text) => ({ line: [unmark(text)] })),
  };
}

function pairPoint(pair: Loop["goodAndBad"][number], source: SourceLookup): Point {
  return {
    line: [{ strong: pair.title }, tellReferences(pair.sources, source)],
    points: [{ line: [{ strong: "BAD" }, `: ${unmark(pair.bad)}`] }, { line: [{ strong: "GOOD" }, `: ${unmark(pair.good)}`] }],
  };
}

function conflictPoints(facts: CompanyFacts | undefined): readonly Point[] {
  return (facts?.facts ?? []).flatMap((fact) => (fact.conflict === undefined ? [] : [{ line: [{ strong: fact.title }, `: ${unmark(fact.conflict)}`] }]));
}

function referencesIn({ loop }: ChecklistInput) {
  return [...loop.sources, ...[...loop.checklist, ...loop.rounds, ...loop.signals, ...loop.goodAndBad].flatMap((item) => item.sources)];
}
