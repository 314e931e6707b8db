// Room: terminal. How a session went, and what to do next. Pure.
import { meanOf, tellShare } from "../../domain/evidence.ts";
import type { Mark } from "../../domain/grade.ts";
import type { Kind } from "../../domain/question.ts";
import type { Summary, Turn } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { inlineRows, plainText } from "./markdown.ts";
import { tableRows } from "./table.ts";
import { capitalised, count, isReadKind, kindWords, tellMinutes, tellScore, tellSeconds } from "./words.ts";
import { hang, hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** The end of a session. */
export function summaryView(summary: Summary, theme: Theme): string {
  const { turns } = summary;
  const lines = [...stoppedLines(summary), ...timeLines(summary)].flatMap((line) => wrap(line, theme.columns()));
  return viewOf(
    spaced(
      wrap(`${summary.opening.title}: ${tellTotal(turns)}`, theme.columns(), theme.bold),
      turns.length < 2 ? [] : turnTable(turns, theme),
      groupRows(
        "By kind",
        groupTurns(turns, (turn) => [kindWords[turn.asked.question.kind]]),
        theme,
      ),
      groupRows(
        "By competency",
        groupTurns(turns, (turn) => turn.asked.question.competencies.map((id) => id.replaceAll("-", " "))),
        theme,
      ),
      lines,
      nextRows(turns, theme),
    ),
  );
}

function counted(turns: readonly Turn[]): readonly Turn[] {
  return turns.filter((turn) => !turn.attempt.unscored);
}

function tellTotal(turns: readonly Turn[]): string {
  const mean = meanOf(counted(turns).map((turn) => turn.score));
  if (turns.length === 0) return "nothing was answered";
  return mean === undefined ? "nothing that counts was answered" : tellScore(mean);
}

function stoppedLines({ stopped, opening, turns, skipped }: Summary): readonly string[] {
  const done = `${turns.length} of ${count(opening.questions, "question")} answered`;
  const skips = skipped === 0 ? "" : `, ${skipped} skipped`;
  const kept = turns.length === 0 ? "" : " What you answered is kept.";
  if (stopped === "interrupt") return [`Interrupted: ${done}${skips}.${kept}`];
  if (stopped === "quit") return [`You stopped: ${done}${skips}.${kept}`];
  return skipped === 0 ? [] : [`${done}${skips}.`];
}

function timeLines({ opening, turns }: Summary): readonly string[] {
  if (turns.length === 0) return [];
  const used = turns.reduce((sum, turn) => sum + turn.answer.seconds, 0);
  const allowed = turns.reduce((sum, turn) => sum + turn.asked.question.minutes, 0);
  const late = turns.filter((turn) => turn.answer.timedOut).length;
  const ranOut = late === 0 ? "" : ` Time ran out on ${late === 1 ? "one of them" : `${late} of them`}.`;
  if (opening.minutes === undefined) return [`Time: ${tellSeconds(used)}, no clock.`];
  return [`Time: ${tellSeconds(used)} of ${tellMinutes(allowed)} allowed for what you answered.${ranOut}`];
}

function turnTable(turns: readonly Turn[], theme: Theme): readonly string[] {
  const rows = turns.map((turn) => [plainText(turn.asked.question.title), turn.attempt.unscored ? "not counted" : tellScore(turn.score), shortReason(turn)]);
  return tableRows({ columns: [{ title: "Question" }, { title: "Mark" }, { title: "Why" }], rows }, theme);
}

/** A flag that caps a score below this is the reason for it, whatever was found. */
const decisiveCap = 0.5;

function shortReason({ asked, grade: read, own: grade = read }: Turn): string {
  const flag = grade.flags.toSorted((a, b) => a.cap - b.cap)[0];
  if (flag && flag.cap < decisiveCap) return flag.reason;
  const { kind } = asked.question;
  const missing = mostMissing(grade.marks);
  if (!missing) return isReadKind(kind) ? "all found" : "right";
  return tellMissing(kind, missing, grade.marks);
}

function tellMissing(kind: Kind, { status, text }: Mark, marks: readonly Mark[]): string {
  if (isReadKind(kind)) return `${status === "partly" ? "partly" : "not found"}: ${plainText(text)}`;
  if (kind === "order" || kind === "sort") return `${marks.filter((mark) => mark.status === "found").length} of ${marks.length} in place`;
  return `right is: ${plainText(text)}`;
}

/** The heaviest mark that was not found; else the heaviest that was found in part. */
function mostMissing(marks: readonly Mark[]): Mark | undefined {
  const open = marks.filter((mark) => mark.status !== "found" && mark.weight > 0);
  const worst = open.filter((mark) => mark.status === "not-found");
  return (worst.length > 0 ? worst : open).toSorted((a, b) => b.weight - a.weight)[0];
}

type Groups = ReadonlyMap<string, readonly Turn[]>;

function groupTurns(turns: readonly Turn[], namesOf: (turn: Turn) => readonly string[]): Groups {
  const groups = new Map<string, Turn[]>();
  for (const turn of counted(turns)) {
    for (const name of namesOf(turn)) groups.set(name, [...(groups.get(name) ?? []), turn]);
  }
  return groups;
}

/** More would be read by nobody. */
const mostGroups = 5;

/** The groups of at least two questions, worst first; one question is told in the table above. */
function groupRows(title: string, groups: Groups, theme: Theme): readonly string[] {
  const compared = [...groups].filter(([, turns]) => turns.length > 1);
  if (groups.size < 2 || compared.length === 0) return [];
  const worstFirst = compared
    .map(([name, turns]) => ({ name, turns, mean: meanOf(turns.map((turn) => turn.score)) ?? 0 }))
    .toSorted((a, b) => a.mean - b.mean)
    .slice(0, mostGroups);
  const rows = worstFirst.flatMap(({ name, turns, mean }) =>
    hangText("  ", `${capitalised(name)}: ${tellScore(mean)} (${count(turns.length, "question")})`, theme.columns()),
  );
  return [theme.bold(title), ...rows];
}

function nextRows(turns: readonly Turn[], theme: Theme): readonly string[] {
  const weakest = counted(turns).toSorted((a, b) => a.score - b.score)[0];
  if (turns.length === 0) return [];
  const again = "See it again: coach history";
  if (!weakest) return [again];
  const { next } = weakest.own ?? weakest.grade;
  const where = turns.length > 1 ? `${plainText(weakest.asked.question.title)} (${tellShare(weakest.score)}): ` : "";
  const lead = "Do next: ";
  const rows = next === undefined ? [] : hang(theme.bold(theme.accent(lead)), inlineRows(where + next, theme, theme.columns() - lead.length));
  return [...rows, ...wrap(again, theme.columns(), theme.dim)];
}
