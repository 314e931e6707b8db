// Room: content. What a friend wrote at one place of a form: a score, a tick, a note. Forgiving of how, strict about what. Pure.
import type { Level } from "../domain/rubric.ts";

/** What stands at a place: something, nothing, or what cannot be told. */
export type Written<T> = { readonly is: "said"; readonly value: T } | { readonly is: "open" } | { readonly is: "odd"; readonly text: string };

const words = ["one", "two", "three", "four", "five"];
const figure = "(\\d+(?:[.,]\\d+)?|one|two|three|four|five)";
/** `4`, `4.`, `4/5`, `4 of 5`, `four`, and a remark behind it that holds no other number. */
const scored = new RegExp(`^${figure}(?:\\s*(?:/|of|out of)\\s*(?:5|five)\\b)?(?![-+\\d])[\\s.,;:!?)]*(.*)$`, "i");
const holdsFigure = new RegExp(`\\b${figure}\\b`, "i");
const unsaid = new Set(["", "n/a", "na", "none", "skip", "skipped", "no", "x"]);

/** A level, as people write one over the dots of `Score: ....`. Words without a figure are odd; a dash or a question mark leaves it open. */
export function readScore(line: string): Written<Level> {
  const text = inked(line).replace(/^score\b[\s:=]*/i, "");
  const bare = text.replace(/^[\s"'“”‘’([{–—?-]+|(?<![\s"'“”‘’)\]}–—?])[\s"'“”‘’)\]}–—?]+$/g, "");
  if (unsaid.has(bare.toLowerCase())) return { is: "open" };
  const found = scored.exec(bare);
  const level = found && !holdsFigure.test(found[2] ?? "") ? levelOf(found[1] ?? "") : undefined;
  return level === undefined ? { is: "odd", text } : { is: "said", value: level };
}

function levelOf(value: string): Level | undefined {
  const word = words.indexOf(value.toLowerCase()) + 1;
  const level = word > 0 ? word : Number(value);
  return [1, 2, 3, 4, 5].includes(level) ? (level as Level) : undefined;
}

/** A line without list marks, emphasis, and the dots that were there to be written over. */
function inked(line: string): string {
  return line
    .normalize("NFKC")
    .replace(/[*_`~\\]+/g, "")
    .replace(/^[\s>•+-]+/, "")
    .replace(/\.{2,}/g, " ")
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const heard = new Set(["x", "✓", "✔", "v", "y", "yes", "*", "heard"]);
const notHeard = new Set(["", "-", "–", "n", "no", "not heard", "."]);

/** The box at the start of a key point's line. */
export function readTick(line: string): Written<boolean> {
  if (/^[\s>*•+-]*☐/u.test(line)) return { is: "said", value: false };
  if (/^[\s>*•+-]*[☑☒✓✔✅]/u.test(line)) return { is: "said", value: true };
  const box = /^[\s>*•+\\-]*\\?\[([^\]]{0,12}?)\\?\]/.exec(line)?.[1];
  if (box === undefined) return { is: "odd", text: line.trim().slice(0, 20) };
  const inside = box.trim().toLowerCase();
  if (heard.has(inside)) return { is: "said", value: true };
  return notHeard.has(inside) ? { is: "said", value: false } : { is: "odd", text: `[${box}]` };
}

/** What was written behind a label, without the label and the dots. Lines stay lines. */
export function readWords(text: string, label: RegExp): string {
  return text
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, "")
    .replace(/^[*_\s]+/, "")
    .replace(label, "")
    .replace(/^[\s:*_]*(?:\.{4}\s*)?|\s*(?:\.{4})?\s*$/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n");
}
