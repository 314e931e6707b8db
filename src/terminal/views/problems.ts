// Room: terminal. Complaints about files, as editors and people read them. Pure.
import { type Problem, type Severity, tellPlace } from "../../domain/problem.ts";
import type { Theme } from "../theme.ts";
import { count } from "./words.ts";
import { hangText, viewOf } from "./wrap.ts";

/** Each complaint as `file:line:column: severity: message (rule)` with its advice, then a line that counts them. The first line is never wrapped: tools read it. */
export function problemsView(problems: readonly Problem[], theme: Theme): string {
  const rows = problems.flatMap((problem) => {
    const style = problem.severity === "error" ? theme.bad : theme.warn;
    return [`${theme.bold(tellPlace(problem.place))}: ${style(problem.severity)}: ${problem.message} (${problem.rule})`, ...(problem.advice === "" ? [] : hangText("  ", problem.advice, theme.columns()))];
  });
  return viewOf([...rows, tellCounts(problems)]);
}

function tellCounts(problems: readonly Problem[]): string {
  const counted = (severity: Severity): readonly string[] => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  };
  return problems.length === 0 ? "No complaints." : `${[...counted("error"), ...counted("warning")].join(", ")}.`;
}
