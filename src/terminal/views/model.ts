// Room: terminal. What a strong answer says, with its notes and the questions that may follow. Pure.
import type { FollowUp, Question } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { inlinePieces, inlineRows, markdownRows } from "./markdown.ts";
import { hang, spaced, viewOf, wrapPieces } from "./wrap.ts";

/** The model answer of a question; empty for one that has none. */
export function modelView(question: Question, theme: Theme): string {
  if (question.kind !== "open" && question.kind !== "star" && question.kind !== "rewrite") return "";
  const { model, notes, followUps } = question;
  const title = question.kind === "rewrite" ? "Said better" : "A strong answer";
  const blocks = [
    ...(model === undefined ? [] : [[theme.bold(title), ...markdownRows(model, theme)]]),
    ...notes.map((note) => [theme.bold(note.title), ...markdownRows(note.text, theme)]),
    followUpRows(followUps, theme),
  ].filter((block) => block.length > 0);
  return blocks.length === 0 ? "" : viewOf(spaced(...blocks));
}

function followUpRows(followUps: readonly FollowUp[], theme: Theme): readonly string[] {
  if (followUps.length === 0) return [];
  const width = theme.columns();
  const bullet = theme.glyphs.bullet;
  const rows = followUps.flatMap(({ text, looksFor }) => [
    ...hang(`${bullet} `, inlineRows(text, theme, width - 2)),
    ...looksFor.flatMap((line) => hang(`    ${theme.glyphs.dash} `, wrapPieces(inlinePieces(line, theme, theme.dim), width - 6))),
  ]);
  return [theme.bold("What may be asked next"), ...rows];
}
