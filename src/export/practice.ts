// Room: export. What the scores say to practise, weakest first. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import type { Deck } from "../domain/deck.ts";
import { type Evidence, gatherEvidence, tellEvidence, tellShare } from "../domain/evidence.ts";
import type { Framework } from "../domain/framework.ts";
import { questionsOf } from "../domain/framework-practice.ts";
import type { QuestionId } from "../domain/question.ts";
import type { Block, Line, Point, Task } from "./document.ts";

/** Attempts that count, by question, as `attemptsByQuestion` gives them. */
export type AttemptIndex = ReadonlyMap<QuestionId, readonly AttemptHead[]>;

/** No list of competencies is longer: nobody works at nine weaknesses before an interview. */
const mostCompetencies = 8;

/** A task for each deck and each framework: the weakest first, then the untried, then the proven with their tick. */
export function practiceTasks(decks: readonly Deck[], frameworks: readonly Framework[], attempts: AttemptIndex): readonly Task[] {
  const ofDecks = decks.map((deck) => ({ title: deck.title, command: `coach drill ${deck.id}`, evidence: gatherEvidence(idsOf([deck]), attempts) }));
  const ofFrameworks = frameworks.map((framework) => ({
    title: `Framework: ${framework.title}`,
    command: `coach frameworks practice ${framework.id}`,
    evidence: gatherEvidence(
      questionsOf(framework).map(({ id }) => id),
      attempts,
    ),
  }));
  return [...ofDecks, ...ofFrameworks]
    .toSorted((a, b) => rank(a.evidence) - rank(b.evidence) || (a.evidence.mean ?? 0) - (b.evidence.mean ?? 0))
    .map(({ title, command, evidence }) => ({
      isDone: evidence.isProven,
      line: [{ strong: title }, `: ${tellTried(evidence)}`],
      points: runPoints(evidence, command),
    }));
}

function rank(evidence: Evidence): number {
  if (evidence.isProven) return 2;
  return evidence.attempts === 0 ? 1 : 0;
}

function tellTried(evidence: Evidence): string {
  if (evidence.mean === undefined) return `not tried yet, ${evidence.questions === 1 ? "1 question" : `${evidence.questions} questions`}`;
  return `${evidence.isProven ? "proven: " : ""}${tellEvidence(evidence)}; ${evidence.tried} of ${evidence.questions} questions tried`;
}

/** What to run for a deck or a question that is not proven yet. */
export function drillPoints(evidence: Evidence, what: string): readonly Point[] {
  return runPoints(evidence, `coach drill ${what}`);
}

function runPoints(evidence: Evidence, command: string): readonly Point[] {
  return evidence.isProven ? [] : [{ line: ["Run ", { code: command }] }];
}

/** The evidence for a deck or one question; undefined when neither goes by that name. */
export function evidenceFor(practice: string, decks: readonly Deck[], attempts: AttemptIndex): Evidence | undefined {
  const deck = decks.find((candidate) => candidate.id === practice);
  const ids = deck ? idsOf([deck]) : idsOf(decks).filter((id) => id === practice);
  return ids.length === 0 ? undefined : gatherEvidence(ids, attempts);
}

/** The competencies with the lowest scores; none without attempts. */
export function competencyTable(decks: readonly Deck[], attempts: AttemptIndex): readonly Block[] {
  const names = new Set(decks.flatMap((deck) => deck.questions.flatMap((question) => question.competencies)));
  const rows = [...names]
    .map((name) => ({ name, evidence: gatherEvidence(idsOf(decks, name), attempts) }))
    .filter(({ evidence }) => evidence.mean !== undefined && !evidence.isProven)
    .toSorted((a, b) => (a.evidence.mean ?? 0) - (b.evidence.mean ?? 0))
    .slice(0, mostCompetencies)
    .map(({ name, evidence }): readonly Line[] => [
      [name.replaceAll("-", " ")],
      [tellShare(evidence.mean ?? 0)],
      [String(evidence.attempts)],
      [{ code: `coach drill ${name}` }],
    ]);
  return rows.length === 0 ? [] : [{ type: "table", head: ["Competency", "Score", "Attempts", "Run"], rows }];
}

function idsOf(decks: readonly Deck[], competency?: string): readonly QuestionId[] {
  return decks.flatMap((deck) =>
    deck.questions.filter((question) => competency === undefined || question.competencies.includes(competency)).map((question) => question.id),
  );
}
