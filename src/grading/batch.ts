// Room: grading. Answers marked one after another, each by what came with it. Pure but for a memory of the last questions.
import type { BatchGrade, BatchItem } from "../domain/batch.ts";
import { type Case, drawCase } from "../domain/case.ts";
import type { Flag, Grade } from "../domain/grade.ts";
import { type OpenQuestion, usualMinutes } from "../domain/question.ts";
import { readNumbers } from "../language/numbers.ts";
import { tokensOf } from "../language/tokens.ts";
import { wordsOf } from "../language/words.ts";
import { flagsOf } from "./flags/flags.ts";
import type { Against } from "./flags/read.ts";
import { gradeAnswer } from "./grade.ts";
import { type ReadReferences, readReferences, scoreAgainst } from "./reference.ts";
import { longestRead } from "./told.ts";
import { otherVerdict } from "./verdict.ts";

/** Marks an item that has key points or references. */
export type MarkItem = (item: BatchItem) => BatchGrade;

/**
 * Letters of questions that are remembered, and what the shortest counts as. Lines that go through 128 questions with all their key points in turn hold half
 * as many; a tenth of it was forgotten before it was asked for again, and reading each question anew took four times as long as marking its answer.
 */
const remembered = 1_000_000;
const leastLetters = 1000;

/** A marker that reads a question once while answers to it keep coming: key points if there are any, else references. */
export function createItemMarker(): MarkItem {
  const caseOf = remember((item) => drawCase(questionOf(item), 0));
  const referencesOf = remember(readReferences);
  const againstOf = remember((item): Against => ({ prompt: item.question, references: item.references, minutes: usualMinutes.open }));
  return (item) => (item.keyPoints.length > 0 ? markByKeyPoints(item, caseOf(item)) : markByReferences(item, referencesOf(item), againstOf(item)));
}

function markByKeyPoints(item: BatchItem, asked: Case): BatchGrade {
  return batchGradeOf(item.id, gradeAnswer(asked, { kind: "open", text: item.answer }));
}

/** What a batch tells of a grade. */
export function batchGradeOf(id: BatchGrade["id"], { score, marks, flags }: Grade): BatchGrade {
  const keyPoints = marks.map((mark) => ({ id: mark.id, status: mark.status, strength: tidy(mark.strength) }));
  return { id, score: tidy(score), keyPoints, flags: flags.map((flag) => flag.id) };
}

/** To six decimals: more would be noise, and long to read. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function markByReferences(item: BatchItem, read: ReadReferences, against: Against): BatchGrade {
  // Read once for both, up to the letters that are read of any.
  const text = item.answer.slice(0, longestRead);
  const tokens = tokensOf(text);
  const score = scoreAgainst(read, wordsOf(text, { quantities: readNumbers(text), tokens }));
  const flags = [...flagsOf(text, against, { tokens }), ...otherVerdict(item.answer, item.references)];
  return { id: item.id, score: tidy(Math.min(score, ...flags.map(capOf))), keyPoints: [], flags: flags.map((flag) => flag.id) };
}

/** Flags that leave nothing to be right. */
const decisive = new Set(["empty", "too-short", "question-copied", "other-verdict"]);
/** The other flags are about form. Short answers to short questions are often notes, and right: there a flag keeps them out of the upper half, no more. */
const rightInDoubt = 0.45;

function capOf({ id, cap }: Flag): number {
  return decisive.has(id) ? cap : Math.max(cap, rightInDoubt);
}

/** Remembers what was made for the last items. */
function remember<T>(make: (item: BatchItem) => T): (item: BatchItem) => T {
  let known = new Map<string, T>();
  let letters = 0;
  return (item) => {
    const key = JSON.stringify([item.question, item.references, item.keyPoints]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const size = leastLetters + key.length;
    if (letters + size > remembered) {
      known = new Map();
      letters = 0;
    }
    const made = make(item);
    known.set(key, made);
    letters += size;
    return made;
  };
}

/** An item as an open question, so that it is marked by the very rules of one. */
function questionOf({ question, keyPoints }: BatchItem): OpenQuestion {
  return {
    kind: "open",
    id: "batch/question",
    deck: "batch",
    title: question,
    prompt: question,
    minutes: usualMinutes.open,
    difficulty: 3,
    company: undefined,
    topic: undefined,
    competencies: [],
    round: undefined,
    framework: undefined,
    sources: [],
    confidence: "own",
    why: undefined,
    hints: [],
    phases: [],
    abbreviations: [],
    place: { file: "batch", line: 1, column: 1 },
    keyPoints,
    pitfalls: [],
    model: undefined,
    followUps: [],
    notes: [],
  };
}
