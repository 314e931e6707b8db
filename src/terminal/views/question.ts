// Room: terminal. A question as it is asked: where we are, what kind it is, how long, and its prompt. Pure.
import type { Case } from "../../domain/case.ts";
import type { Question } from "../../domain/question.ts";
import type { Position, Seat } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { inlinePieces, markdownRows, plainText } from "./markdown.ts";
import { capitalised, kindWords, tellDifficulty, tellMinutes } from "./words.ts";
import { spaced, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** The heading and the prompt of a question. Options and items are the prompts' own to show. */
export function questionView(asked: Case, position: Position, theme: Theme): string {
  const { question } = asked;
  const width = theme.columns();
  const head = wrap(headOf(question, position).join(` ${theme.glyphs.dot} `), width, theme.dim);
  const title = isSame(question.title, asked.prompt) ? [] : wrapPieces(inlinePieces(question.title, theme, theme.bold), width);
  // In a mock no marks stand between one question and the next.
  return (
    (position.seat ? "\n" : "") +
    viewOf(spaced([...head, ...title], markdownRows(showBlanks(asked.prompt), theme), weakRows(question, theme), phaseRows(question, theme)))
  );
}

/** A heading that is its own prompt may lack the full stop. */
function isSame(title: string, prompt: string): boolean {
  return title.trim().replace(/[.:]$/, "") === prompt.trim().replace(/[.:]$/, "");
}

function headOf(question: Question, { number, of, seat }: Position): readonly string[] {
  if (seat) return [`${number} of ${of}`, seatWords(seat), tellMinutes(question.minutes), ...(seat.asks === "a question" ? [kindWords[question.kind]] : [])];
  const { kind, minutes, difficulty, company, round, confidence } = question;
  const about = [company, round?.replaceAll("-", " ")].filter((part) => part !== undefined);
  const trust = confidence === "unverified" ? ["unverified, not counted"] : [];
  return [`${number} of ${of}`, kindWords[kind], tellMinutes(minutes), tellDifficulty(difficulty), ...about, ...trust];
}

/** Without a verb: a chair may seat one person or two. */
function seatWords({ person, asks }: Seat): string {
  const name = capitalised(plainText(person));
  return asks === "a question" ? name : `${name}, ${asks === "a probe" ? "pressing" : "pressing again"}`;
}

/** Blanks as they are numbered where they are answered. */
function showBlanks(prompt: string): string {
  return prompt.replace(/\{\{(\d+)\}\}/g, "____($1)");
}

function weakRows(question: Question, theme: Theme): readonly string[] {
  if (question.kind !== "rewrite") return [];
  return ["The weak answer:", ...markdownRows(question.weak.replace(/^(?!>)/gm, "> "), theme)];
}

function phaseRows({ phases }: Question, theme: Theme): readonly string[] {
  if (phases.length === 0) return [];
  return wrap(`The clock: ${phases.map(({ name, minutes }) => `${name} ${tellMinutes(minutes)}`).join(", ")}.`, theme.columns(), theme.dim);
}
