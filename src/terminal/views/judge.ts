// Room: terminal. The judge: what it would be sent, and its reading beside the offline one. Pure.
import { bandOf, type Grade } from "../../domain/grade.ts";
import type { Judgement } from "../../domain/judgement.ts";
import { hostOf, isThisMachine } from "../../domain/web-address.ts";
import type { Theme } from "../theme.ts";
import { inlineRows } from "./markdown.ts";
import { tellStatus } from "./marks.ts";
import { bandStyle, count, tellScore } from "./words.ts";
import { hang, hangText, viewOf, wrap, wrapPieces } from "./wrap.ts";

/** What a person must know before they agree to a judge at this address. */
export function consentView(address: string, theme: Theme): string {
  const lines = [
    `You have set a judge: ${hostOf(address)}, ${isThisMachine(address) ? "on this machine" : "which is not this machine"}.`,
    "For each answer in sentences it would be sent the question, what a good answer holds, and your answer word for word; nothing else. The offline mark is made all the same.",
  ];
  return viewOf(lines.flatMap((line) => wrap(line, theme.columns())));
}

/** Both readings side by side. The judgement's texts must be clean. */
export function judgeRows(grade: Grade, judgement: Judgement, theme: Theme): readonly string[] {
  const { counts, model, host, score, comment } = judgement;
  const width = theme.columns();
  const styled = (of: number) => ({ text: tellScore(of), style: bandStyle(bandOf(of), theme) });
  const scores = wrapPieces([{ text: "Offline: " }, styled(grade.score), { text: ` ${theme.glyphs.dot} judge: ` }, styled(score)], width - 2);
  return [
    theme.bold("Two readings"),
    ...hang("  ", scores),
    ...hang("  ", wrap(`${counts ? "The judge's" : "The offline one"} counts. The judge is ${model} at ${host}.`, width - 2, theme.dim)),
    ...differenceRows(grade, judgement, theme),
    ...(comment === "" ? [] : hangText("  The judge says: ", comment, width)),
  ];
}

function differenceRows({ marks }: Grade, judgement: Judgement, theme: Theme): readonly string[] {
  const width = theme.columns() - 4;
  const byId = new Map(judgement.marks.map((mark) => [mark.id, mark]));
  const differing = marks.flatMap((mark) => {
    const other = byId.get(mark.id);
    return other === undefined || other.status === mark.status ? [] : [{ mark, other }];
  });
  const rows = differing.flatMap(({ mark, other }) => [
    ...hang("  - ", inlineRows(mark.text, theme, width)),
    ...hang(
      "    ",
      wrap(`offline ${tellStatus(mark.status, true)}, judge ${tellStatus(other.status, true)}${other.why === "" ? "" : `: ${other.why}`}`, width),
    ),
  ]);
  return [...hang("  ", wrap(tellAgreement(marks.length, differing.length), width + 2)), ...rows];
}

function tellAgreement(of: number, differing: number): string {
  if (differing === 0) return of === 1 ? "They agree on the key point." : `They agree on all ${count(of, "key point")}.`;
  return `They agree on ${of - differing} of ${count(of, "key point")}, and differ here:`;
}
