// Room: terminal. The marks of an answer, one by one: a sign and a word, what was looked for, the words that matched. Pure.
import { type AnswerBody, answerText } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import type { Mark, Status } from "../../domain/grade.ts";
import { type ChoiceQuestion, type Kind, starParts } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { inlinePieces, inlineRows } from "./markdown.ts";
import { quoteRow } from "./quotes.ts";
import { capitalised, isReadKind } from "./words.ts";
import { type Style, hang, pad, wrapPieces } from "./wrap.ts";

/** What the signs of marks say, where sentences were read and where the answer is exact. */
const statusWords = {
  read: { found: "found", partly: "partly", "not-found": "not found" },
  exact: { found: "right", partly: "partly", "not-found": "not right" },
} as const satisfies Record<string, Record<Status, string>>;

/** The word of a status. */
export function tellStatus(status: Status, isRead: boolean): string {
  return statusWords[isRead ? "read" : "exact"][status];
}

/** The sign of a status and its colour. Its word always stands beside it. */
export function statusSign(status: Status, theme: Theme): { readonly sign: string; readonly style: Style } {
  const { tick, half, cross } = theme.glyphs;
  return {
    found: { sign: tick, style: theme.good },
    partly: { sign: half, style: theme.warn },
    "not-found": { sign: cross, style: theme.bad },
  }[status];
}

interface Marked {
  readonly asked: Case;
  readonly body: AnswerBody;
  readonly marks: readonly Mark[];
}

/** All marks of an answer; those of a STAR answer under its four parts. */
export function markRows(marked: Marked, theme: Theme): readonly string[] {
  const { asked, body, marks } = marked;
  const { question } = asked;
  if (question.kind === "choice" && body.kind === "choice") return optionRows({ question, shown: asked.shown, chosen: body.chosen }, theme);
  if (question.kind !== "star") return marks.flatMap((mark) => oneMark(mark, marked, theme));
  return starParts.flatMap((part) => {
    const own = marks.filter((mark) => mark.part === part);
    return own.length === 0 ? [] : [theme.bold(capitalised(part)), ...own.flatMap((mark) => oneMark(mark, marked, theme))];
  });
}

function oneMark(mark: Mark, { asked, body }: Marked, theme: Theme): readonly string[] {
  const isRead = isReadKind(asked.question.kind);
  const lead = { ...statusSign(mark.status, theme), word: tellStatus(mark.status, isRead), wordWidth: isRead ? readWidth : exactWidth };
  const width = theme.columns() - leadWidth(lead, theme);
  const rows = [
    ...(isRead && mark.status !== "not-found" ? quoteRow(answerText(body), mark.evidence, { theme, width }) : []),
    ...remarkRows(mark, isRead, { theme, width }),
  ];
  return leadOff(lead, { text: tellLookedFor(mark, asked.question.kind), rows }, theme);
}

/** Of a reading that is not sure, the phrasing that it came nearest to; a remark on anything else as it is. */
function remarkRows(
  { status, reason, phrasing, text }: Mark,
  isRead: boolean,
  { theme, width }: { readonly theme: Theme; readonly width: number },
): readonly string[] {
  const isNear = isRead && status === "partly" && phrasing !== undefined && phrasing !== text && !isRemark(reason);
  const remark = isNear ? `Nearest to: "${phrasing}"` : isRead && !isRemark(reason) ? "" : (reason ?? "");
  return remark === "" ? [] : wrapPieces(inlinePieces(remark, theme, theme.dim), width);
}

/** What the grader says of every point that it is not sure of says nothing about this one. */
function isRemark(reason: string | undefined): boolean {
  return reason !== undefined && !reason.startsWith("Some of its words are there");
}

/** What a mark was looking for. The text of a recall or numeric mark is the right answer, which must not read as the wrong one that was given. */
export function tellLookedFor({ text, status, weight }: Mark, kind: Kind): string {
  if (isReadKind(kind)) return text + tellWeight(weight);
  return status !== "found" && (kind === "recall" || kind === "numeric") ? `Right is: ${text}` : text;
}

function tellWeight(weight: number): string {
  return weight === 1 ? "" : ` (counts x${weight})`;
}

interface Choosing {
  readonly question: ChoiceQuestion;
  readonly shown: readonly number[];
  readonly chosen: readonly number[];
}

/** As they were shown: a right option, a wrong one that was ticked; a wrong one that was left, where the deck says why it is wrong. */
function optionRows({ question, shown, chosen }: Choosing, theme: Theme): readonly string[] {
  const width = theme.columns() - leadWidth({ wordWidth: exactWidth }, theme);
  return shown.flatMap((index) => {
    const option = question.options[index];
    if (!option) return [];
    const { text, isRight, reason } = option;
    const isChosen = chosen.includes(index);
    if (!isRight && !isChosen && reason === undefined) return [];
    const rows = reason === undefined ? [] : wrapPieces(inlinePieces(capitalised(reason), theme, theme.dim), width);
    return leadOff(optionLead(isRight, isChosen, theme), { text, rows }, theme);
  });
}

function optionLead(isRight: boolean, isChosen: boolean, theme: Theme): Lead {
  const { glyphs } = theme;
  const lead = (sign: string, word: string, style: Style): Lead => ({ sign, word, style, wordWidth: exactWidth });
  if (isRight) return isChosen ? lead(glyphs.tick, "right", theme.good) : lead(glyphs.empty, "missed", theme.bad);
  return isChosen ? lead(glyphs.cross, "not right", theme.bad) : lead(glyphs.dot, "rightly left", theme.dim);
}

interface Lead {
  readonly sign: string;
  readonly word: string;
  readonly style: Style;
  /** Cells of the longest word that may stand there. */
  readonly wordWidth: number;
}

const exactWidth = 12;
const readWidth = 9;
const roomyColumns = 66;

function leadWidth({ wordWidth }: Pick<Lead, "wordWidth">, theme: Theme): number {
  return theme.columns() >= roomyColumns ? wordWidth + 5 : 4;
}

interface Behind {
  readonly text: string;
  /** Rows that follow the text. */
  readonly rows: readonly string[];
}

/** A text and its rows behind a sign and its word: in a column of their own where there is room, else right behind the word. */
function leadOff({ sign, word, style, wordWidth }: Lead, { text, rows }: Behind, theme: Theme): readonly string[] {
  const width = theme.columns() - leadWidth({ wordWidth }, theme);
  if (theme.columns() >= roomyColumns) return hang(`  ${style(sign)} ${style(pad(word, wordWidth))} `, [...inlineRows(text, theme, width), ...rows]);
  return hang(`  ${style(sign)} `, [...wrapPieces([{ text: `${word}:`, style }, { text: " " }, ...inlinePieces(text, theme)], width), ...rows]);
}
