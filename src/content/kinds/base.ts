// Room: content. What the reader of every kind starts from. Pure.
import type { ChoiceQuestion, Phase, Question } from "../../domain/question.ts";
import { type Draft, linesText } from "../draft.ts";
import { complain } from "../page.ts";
import { type Setting, settingNamed, splitList } from "../settings-line.ts";

/** The fields that all kinds share, without those that the reader of a kind adds. */
export type Base = Omit<ChoiceQuestion, "kind" | "prompt" | "options">;

/**
 * The question of a base and of what its kind adds. It is the base itself, which was made for this one question: to copy seventeen
 * fields into another object takes V8 three times as long.
 */
export function questionOf<Own extends Pick<Question, "kind" | "prompt">>(base: Base, own: Own): Base & Own {
  return Object.assign(base, own);
}

/** The text of the intro, up to the line with this index; the heading when there is none. */
export function promptOf(draft: Draft, base: Base, end?: number): string {
  const text = linesText(draft.page, draft.intro.lines, end);
  return text === "" ? base.title : text;
}

const noPhases: readonly Phase[] = [];

/** The phases that a question sets. They must add up to its minutes. */
export function phasesOf(draft: Draft, minutes: number): readonly Phase[] {
  const setting = settingNamed(draft.intro.settings, "phases");
  return setting ? readPhases(draft, setting, minutes) : noPhases;
}

function readPhases(draft: Draft, setting: Setting, minutes: number): readonly Phase[] {
  const phases = splitList(setting.value).map((text): Phase => {
    const at = text.lastIndexOf(" ");
    const size = text.slice(at + 1);
    return { name: text.slice(0, Math.max(0, at)).trim(), minutes: /^\d+(?:\.\d+)?$/.test(size) ? Number(size) : Number.NaN };
  });
  const { line, column } = setting;
  const total = phases.reduce((sum, phase) => sum + phase.minutes, 0);
  const isWhole = phases.every((phase) => phase.name !== "" && phase.minutes > 0);
  if (!isWhole)
    complain(draft.page, { rule: "setting-value", line, column, message: `"${setting.value}" is not a list of phases such as \`clarify 5, frame 10\`` });
  else if (Math.abs(total - minutes) > 0.01)
    complain(draft.page, { rule: "phases-sum", line, column, message: `the phases take ${total} minutes, the question ${minutes}` });
  return isWhole ? phases : [];
}
