// Room: cli. `coach grade --batch`: marks a file of answers line by line, however long it is.
import { resolve } from "node:path";
import { readBatchLine } from "../../content/batch.ts";
import { cleanName } from "../../content/clean.ts";
import type { BatchGrade, BatchItem } from "../../domain/batch.ts";
import { type Case, caseFrom } from "../../domain/case.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Question } from "../../domain/question.ts";
import { batchGradeOf, createItemMarker } from "../../grading/batch.ts";
import { gradeAnswer } from "../../grading/grade.ts";
import { batchLineView } from "../../terminal/views/batch.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { partsOfFile } from "./named-file.ts";
import { bodyFrom } from "./grade.ts";
import { createLineCutter, type Line } from "./lines.ts";

/** Bytes of a line: an answer of 100,000 words with its question. */
const longestLine = 1024 * 1024;

/** Marks every line of a file, or of standard input for `-`; resolves with 3 when one could not be marked. What is not read any more is not marked. */
export async function gradeBatch(app: App, path: string): Promise<number> {
  const file = path === "-" ? "standard input" : cleanName(path);
  const cutter = createLineCutter(longestLine);
  const mark = itemMarkerFor(app);
  let status: number = statuses.done;
  const tell = async (lines: readonly Line[]): Promise<boolean> => {
    const told: string[] = [];
    for (const line of lines) {
      try {
        if (!isBlank(line)) told.push(tellGrade(app, await mark(readLine(line))));
      } catch (fault) {
        if (!(fault instanceof CoachError)) throw fault;
        status = statuses.input;
        app.world.err.write(`coach: ${file}:${line.number}: ${cleanName(fault.message)}\n`);
      }
    }
    return told.length === 0 || app.world.out.write(told.join(""));
  };
  for (const part of path === "-" ? app.world.stdinParts() : partsOfFile(resolve(app.world.cwd, path), { path, what: "the batch file" })) {
    if (!(await tell(cutter.take(part)))) return status;
  }
  await tell(cutter.end());
  return status;
}

function isBlank({ text, fault }: Line): boolean {
  return fault === undefined && text === "";
}

function readLine({ text, fault }: Line): BatchItem {
  if (fault !== undefined) throw new CoachError(fault, { fault: "input" });
  return readBatchLine(text);
}

function tellGrade(app: App, grade: BatchGrade): string {
  return app.options.json ? `${JSON.stringify(grade)}\n` : batchLineView(grade);
}

type MarkItem = (item: BatchItem) => Promise<BatchGrade>;

/** Marks by what the line brings; the library is read when a line brings nothing. */
function itemMarkerFor(app: App): MarkItem {
  const markItem = createItemMarker();
  let fromLibrary: ((item: BatchItem) => BatchGrade) | undefined;
  return async (item) => {
    if (item.keyPoints.length > 0 || item.references.length > 0) return markItem(item);
    fromLibrary ??= libraryMarker(await app.library());
    return fromLibrary(item);
  };
}

/** Letters of an unknown question that a complaint repeats. */
const shown = 60;

function libraryMarker(library: Library): (item: BatchItem) => BatchGrade {
  const questions = new Map(library.decks.flatMap((deck) => deck.questions.map((question) => [question.id, question])));
  const caseOf = drawnOnce(library);
  return (item) => {
    const name = item.question.trim();
    const question = questions.get(name);
    if (!question) {
      const told = name.length > shown ? `${name.slice(0, shown)}…` : name;
      throw new CoachError(`there are neither "keyPoints" nor "references", and the library has no question "${told}"`, { fault: "input" });
    }
    const body = bodyFrom(question, { text: item.answer.trim(), file: "batch" });
    return batchGradeOf(item.id, gradeAnswer(caseOf(question), body));
  };
}

/** Each question is asked in its first case, drawn once for all answers to it. */
function drawnOnce(library: Library): (question: Question) => Case {
  const drawn = new Map<Question, Case>();
  return (question) => {
    const known = drawn.get(question);
    if (known !== undefined) return known;
    const made = caseFrom(library, question, 0);
    drawn.set(question, made);
    return made;
  };
}
