// Room: terminal. Tells a person at a terminal what happens in a session, through the views.
import { isSureButWrong } from "../domain/confidence.ts";
import { tellShare } from "../domain/evidence.ts";
import type { Grade } from "../domain/grade.ts";
import type { Question } from "../domain/question.ts";
import type { Source } from "../domain/source.ts";
import type { Audience, Opening, Turn } from "../practice/ports.ts";
import type { Theme } from "./theme.ts";
import { conflictsView } from "./views/conflicts.ts";
import { backgroundView, gradeView } from "./views/grade.ts";
import { modelView } from "./views/model.ts";
import type { SignalsShown } from "./views/signals.ts";
import { summaryView } from "./views/summary.ts";
import { count, tellMinutes, tellScore } from "./views/words.ts";
import { viewOf, wrap } from "./views/wrap.ts";

export interface AudienceOptions {
  readonly write: (text: string) => void;
  readonly theme: Theme;
  readonly source: (id: string) => Source | undefined;
  /** What the company of a question looks for, as far as an answer shows it; undefined where it has none. */
  readonly signals: (question: Question, grade: Grade) => SignalsShown | undefined;
  /** True: the model answer follows the marks. */
  readonly showModel: boolean;
}

/** An audience that writes each view as it comes. The answers that it is told must be cleaned of escape and control characters. */
export function createAudience(options: AudienceOptions): Audience {
  const { write, theme } = options;
  return {
    opened: (opening) => write(openingView(opening, theme)),
    graded: (turn) => write(turnView(turn, options)),
    settled: (turn) => {
      const parts = settledParts(turn, options);
      write(["", ...parts, ruleIn(theme)].join("\n"));
      return parts.length > 0;
    },
    // The prompt that was skipped says so itself, where it stands.
    skipped: () => write("\n"),
    ended: (summary) => write(`\n${summaryView(summary, theme)}`),
  };
}

function openingView(opening: Opening, theme: Theme): string {
  const { title, questions, minutes } = opening;
  const time = minutes === undefined ? "no clock" : tellMinutes(minutes);
  const rows = wrap(`${title}: ${count(questions, "question")}, ${time}`, theme.columns(), theme.bold);
  return `${viewOf([...rows, ...tellFirst(opening).flatMap((line) => wrap(line, theme.columns()))])}\n`;
}

function tellFirst({ questions, sureButWrong }: Opening): readonly string[] {
  if (sureButWrong === 0) return [];
  if (sureButWrong > 1) return [`The first ${sureButWrong} come up because you were sure of them last time, and the mark was "not yet".`];
  return [`${questions === 1 ? "It" : "The first"} comes up because you were sure of it last time, and the mark was "not yet".`];
}

function turnView({ asked, answer, grade, judgement, score, attempt }: Turn, { theme, source, signals }: AudienceOptions): string {
  const shown = signals(asked.question, grade);
  const told = gradeView({ asked, body: answer.body, grade, judgement, score, sources: source, signals: shown }, theme);
  const sure = isSureButWrong(attempt.confidence, score) && !attempt.unscored ? viewOf(["", ...wrap(sureLine, theme.columns())]) : "";
  return `\n${told}${sure}`;
}

/** The model answer comes after the person's own ticks: before them it pushed the marks off the screen. */
function settledParts(turn: Turn, { theme, source, showModel }: AudienceOptions): readonly string[] {
  const { asked, grade, judgement, score } = turn;
  const isTicked = judgement?.counts !== true && Math.abs(score - grade.score) > 1e-9;
  const ticked = isTicked ? viewOf(wrap(`By your own ticks: ${tellScore(score)} (as read: ${tellShare(grade.score)}).`, theme.columns(), theme.bold)) : "";
  const model = showModel ? modelView(asked.question, theme) : "";
  return [ticked, conflictsView(turn.conflicts ?? [], theme), backgroundView(asked.question, source, theme), model].filter((part) => part !== "");
}

/** Parts one question from the next. */
function ruleIn(theme: Theme): string {
  return `${theme.dim(theme.glyphs.line.across.repeat(theme.plain ? 3 : theme.columns()))}\n`;
}

const sureLine = "You were sure of this one: it comes first next time.";
