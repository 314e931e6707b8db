// Room: cli. `coach grade`: marks an answer that was written elsewhere.
import type { AnswerBody } from "../../domain/answer.ts";
import type { Answer } from "../../domain/answer.ts";
import { type Case, caseFrom } from "../../domain/case.ts";
import { CoachError } from "../../domain/errors.ts";
import { everyQuestion, questionFinder } from "../../domain/framework-practice.ts";
import type { Grade } from "../../domain/grade.ts";
import type { Judgement } from "../../domain/judgement.ts";
import type { Library } from "../../domain/library.ts";
import { type Question, type StarPart, starParts } from "../../domain/question.ts";
import type { ScriptedAnswer } from "../../domain/scripted.ts";
import { gradeAnswer } from "../../grading/grade.ts";
import { attemptOf } from "../../practice/turn.ts";
import { clean } from "../../content/clean.ts";
import { bodyOf } from "../../terminal/script.ts";
import { backgroundView, gradeView } from "../../terminal/views/grade.ts";
import { modelView } from "../../terminal/views/model.ts";
import type { App } from "../app.ts";
import { readText } from "./named-file.ts";
import { judgeJson } from "./session-json.ts";
import { signalsShown } from "./signals.ts";
import { unknownName } from "./unknown.ts";

export interface GradeOptions {
  readonly seed?: number;
  readonly keep?: boolean;
  readonly model?: boolean;
  readonly judge?: boolean;
}

export async function gradeFile(app: App, request: GradeOptions & { readonly question: string; readonly file: string | undefined }): Promise<void> {
  const library = await app.library();
  const question = findQuestion(library, request.question);
  const path = request.file ?? "-";
  if (path === "-" && app.world.stdin.isTTY === true) {
    throw new CoachError("there is no answer to mark", {
      fault: "usage",
      advice: `Name a file (coach grade ${question.id} answer.txt), or pipe the answer in.`,
    });
  }
  const asked = caseFrom(library, question, request.seed ?? 0);
  const body = bodyFrom(question, { text: clean(readText(app, path, "the answer")).trim(), file: path === "-" ? "standard input" : path });
  const grade = gradeAnswer(asked, body);
  const answer: Answer = { body, seconds: 0, timedOut: false, overtime: 0, hints: 0, paused: 0 };
  const attempt = request.keep === true ? await keep(app, asked, { answer, grade }) : undefined;
  const judgement = request.judge === false ? undefined : await judged(app, { asked, body, grade, attempt });
  const score = judgement?.counts === true ? judgement.score : grade.score;
  const sources = await app.sources();
  const signals = signalsShown(library, question, grade);
  await app.show({
    text: (theme) =>
      [gradeView({ asked, body, grade, judgement, score, sources, signals, isKept: request.keep === true }, theme), backgroundView(question, sources, theme)]
        .filter((view) => view !== "")
        .join("\n") + (request.model === true ? `\n${modelView(question, theme)}` : ""),
    json: () => ({
      question: question.id,
      kind: question.kind,
      seed: asked.seed,
      ...grade,
      signals: signals?.readings ?? [],
      judge: judgeJson(judgement),
      kept: request.keep === true,
    }),
  });
}

async function keep(app: App, asked: Case, said: { readonly answer: Answer; readonly grade: Grade }): Promise<string> {
  const clock = app.clock();
  const session = { id: clock.newId(), kind: "grade" as const };
  const attempt = attemptOf(clock, { asked, session }, { ...said, interrupted: false });
  await (await app.journal()).append(attempt);
  return attempt.id;
}

interface Marked {
  readonly asked: Case;
  readonly body: AnswerBody;
  readonly grade: Grade;
  /** The attempt as which it was kept. */
  readonly attempt: string | undefined;
}

async function judged(app: App, marked: Marked): Promise<Judgement | undefined> {
  const judge = await app.judge();
  if (!judge) return undefined;
  const { judgementEntry, judgementOf } = await import("../../practice/judging.ts");
  const judgement = await judgementOf(judge, marked);
  if (judgement && marked.attempt !== undefined) await (await app.journal()).append(judgementEntry(app.clock(), marked.attempt, judgement));
  return judgement;
}

function findQuestion(library: Library, name: string): Question {
  const wanted = name.toLowerCase();
  const named = questionFinder(library)(wanted);
  if (named) return named;
  const questions = everyQuestion(library);
  const ending = questions.filter((question) => question.id.endsWith(`/${wanted}`));
  if (ending.length === 1 && ending[0]) return ending[0];
  if (ending.length > 1)
    throw new CoachError(`"${name}" could be ${ending.map((question) => question.id).join(" or ")}`, { fault: "usage", advice: "Give the whole id." });
  throw unknownName({
    what: "question",
    name,
    among: questions.map((question) => question.id),
    list: "coach decks show <deck> lists the ids of its questions.",
  });
}

/** What a text says to a question; a STAR answer is split at the names of its parts, or at its paragraphs. Throws a CoachError (input) when it cannot be an answer. */
export function bodyFrom(question: Question, read: { readonly text: string; readonly file: string }): AnswerBody {
  const scripted: ScriptedAnswer = {
    question: question.id,
    value: question.kind === "star" ? starValue(read.text) : read.text,
    seconds: undefined,
    place: { file: read.file, line: 1, column: 1 },
  };
  return bodyOf(question, scripted);
}

const partHeading = /^\s*(?:#+\s*|\*\*)?(situation|task|action|result)s?\b\s*(?:\*\*\s*)?(?::\s*(?:\*\*\s*)?(.*)|$)/i;

function starValue(text: string): Record<StarPart, string> {
  const lines = text.split("\n");
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.length >= starParts.length && !lines.some((line) => partHeading.test(line)) ? byParagraphs(paragraphs) : byHeadings(lines);
}

/** Splits at lines such as `Situation:` or `## Action`. Text before the first of them is the situation. */
function byHeadings(lines: readonly string[]): Record<StarPart, string> {
  const parts: Record<StarPart, string[]> = { situation: [], task: [], action: [], result: [] };
  let part: StarPart = "situation";
  for (const line of lines) {
    const found = partHeading.exec(line);
    part = starParts.find((name) => name === found?.[1]?.toLowerCase()) ?? part;
    parts[part].push(found ? (found[2] ?? "") : line);
  }
  const joined = (name: StarPart): string => parts[name].join("\n").trim();
  return { situation: joined("situation"), task: joined("task"), action: joined("action"), result: joined("result") };
}

/** A story told in four paragraphs or more begins with its situation and its task, and ends with its result. */
function byParagraphs([situation = "", task = "", ...rest]: readonly string[]): Record<StarPart, string> {
  return { situation, task, action: rest.slice(0, -1).join("\n\n"), result: rest.at(-1) ?? "" };
}
