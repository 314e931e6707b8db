// Room: export. Cards as a text file for Anki, by "Text Files" of its manual (headers: Anki 2.1.54 or later). Pure.
import type { CardNote } from "../cards.ts";
import { tidy } from "../document.ts";
import { escapeHtml } from "./html.ts";

/**
 * Anki takes columns of a special meaning out of the fields; what is left fills the fields of the note type in order. By the guid a second
 * import updates, whatever the person chose at the last one. No `#columns`: with names Anki fills fields of the same name only, and "Front"
 * and "Back" are called otherwise where Anki speaks another language.
 */
const headers = ["#separator:tab", "#html:true", "#notetype:Basic", "#if matches:update current", "#guid column:1", "#deck column:2", "#tags column:3"];

/** A card a line. No field holds a tab, a line end or a quote, so that none need be quoted; none begins with `#`. */
export function toAnki(cards: readonly CardNote[]): string {
  return `${[...headers, ...cards.map(cardLine)].join("\n")}\n`;
}

function cardLine({ id, deck, tags, front, back }: CardNote): string {
  return [`coach:${word(id)}`, ["Interview coach", ...deck.map(deckName)].join("::"), tags.map(word).join(" "), toFieldHtml(front), toFieldHtml(back)].join(
    "\t",
  );
}

/** `::` would begin a deck below. A deck's name is plain text, unlike a field. */
function deckName(name: string): string {
  return tidy(name).replaceAll("::", ":");
}

/** Tags and ids are split by blanks. */
function word(text: string): string {
  return tidy(text).replaceAll('"', "'").replaceAll(/\s+/g, "-");
}

/** The little markdown that decks use; code keeps its lines and its indentation. */
function toFieldHtml(markdown: string): string {
  return markdown
    .split(/^```[^\n]*\n([\s\S]*?)^```[^\n]*$/m)
    .map((part, index) => (index % 2 === 1 ? codeHtml(part) : proseHtml(part)))
    .filter((part) => part !== "")
    .join("<br>");
}

function codeHtml(code: string): string {
  const lines = code.replace(/\n$/, "").split("\n");
  return `<pre>${lines.map((line) => escapeHtml(keepIndent(line))).join("<br>")}</pre>`;
}

function keepIndent(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return indent.replaceAll("\t", "    ") + tidy(line);
}

function proseHtml(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => inlineHtml(escapeHtml(tidy(line.replace(/^\s*[-*+] /, "• ")))))
    .join("<br>")
    .replace(/(?:<br>){3,}/g, "<br><br>");
}

function inlineHtml(escaped: string): string {
  return escaped
    .replace(/\[([^[\]]*)\]\([^)[]*\)/g, "$1")
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>");
}
