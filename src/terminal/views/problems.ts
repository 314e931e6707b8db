// Room: terminal. Complaints about files, as editors and people read them. Pure.
import { type Problem, tellPlace } from "../../domain/problem.ts";
import type { Theme } from "../theme.ts";
import { count } from "./words.ts";
import { hangText } from "./wrap.ts";

/** `file:line:column: severity: message (rule)`, never wrapped, so that editors can link it; what to do about it beneath; a count at the end. */
export function problemsView(problems: readonly Problem[], theme: Theme): string {
  if (problems.length === 0) return "No complaints.\n";
  const lines = problems.flatMap((problem) => {
    const { place, severity, message, rule, advice } = problem;
    const style = severity === "error" ? theme.bad : theme.warn;
    return [`${tellPlace(place)}: ${style(severity)}: ${message} (${rule})`, ...hangText("    ", advice, theme.columns())];
  });
  return `${lines.join("\n")}\n\n${tellCount(problems)}\n`;
}

function tellCount(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const parts = [count(errors, "error"), count(problems.length - errors, "warning")].filter((part) => !part.startsWith("0 "));
  return `${parts.join(" and ")} in ${count(files, "file")}.`;
}
