// Room: tests. New texts from old ones: cut, doubled, spliced, filled with what parsers trip over.
import { type Chance, pick } from "./chance.ts";

/** What is put into texts of every kind. */
export const oddities = [
  ..."\n\t\r\u0000\u0007\u001b\u007f\u0085\u009b\u00ad\u200b\u202e\u2028\u2066\ufeff\ufffd\ud800\udc00`*#-_|[](){}<>&\"'\\/:;,.=+~^%$@!? ",
  "\r\n",
  "\u001b[2J",
  "\u001b]52;c;eA==\u0007",
  "😀",
  "👩‍👩‍👧",
  "e\u0301\u0301",
  "שלום",
  "０１２",
  "½",
  "-0",
  "1e309",
  "9007199254740993",
  "NaN",
  "2026-02-30",
  "__proto__",
  "constructor",
  "<script>",
  "<!--",
  "-->",
  "```",
  "---",
  "null",
  "[]",
  "{}",
  "\n\n",
  "  ",
];

/** The longest text that is made by the way; the longest of all are made on purpose. */
const usual = 3_000;
export const longest = 65_536;

/** What texts are made from. */
export interface Material {
  readonly texts: readonly string[];
  /** Words of the format. */
  readonly words: readonly string[];
}

type Change = (text: string, chance: Chance, material: Material) => string;

function stretch(text: string, chance: Chance, most = text.length): readonly [number, number] {
  const start = chance(text.length + 1);
  return [start, Math.min(text.length, start + chance(most + 1))];
}

/** One of a text's lines, with where it begins and ends. */
function lineIn(text: string, chance: Chance): readonly [number, number] {
  const at = chance(text.length + 1);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return [start, end === -1 ? text.length : end + 1];
}

const changes: readonly Change[] = [
  (text, chance) => {
    const [start, end] = stretch(text, chance, 40);
    return text.slice(0, start) + text.slice(end);
  },
  (text, chance) => {
    const [start, end] = stretch(text, chance, 200);
    return text.slice(0, end) + text.slice(start);
  },
  (text, chance, { words }) => insert(text, chance, words.length === 0 ? " " : pick(words, chance)),
  (text, chance, { words }) => insert(text, chance, words.length === 0 ? "\n" : `\n${pick(words, chance)}\n`),
  (text, chance) => insert(text, chance, pick(oddities, chance)),
  (text, chance) => {
    const at = chance(text.length + 1);
    return text.slice(0, at) + pick(oddities, chance) + text.slice(at + 1);
  },
  (text, chance) => insert(text, chance, String.fromCharCode(chance(chance(4) === 0 ? 0x10000 : 0x80))),
  (text, chance, { texts }) => {
    const other = pick(texts, chance);
    const [start, end] = stretch(other, chance);
    return insert(text, chance, other.slice(start, end));
  },
  (text, chance, { texts }) => {
    const other = pick(texts, chance);
    return text.slice(0, chance(text.length + 1)) + other.slice(chance(other.length + 1));
  },
  (text, chance) => {
    const [start, end] = stretch(text, chance, 30);
    return text.slice(0, start) + text.slice(start, end).repeat(2 + chance(20)) + text.slice(end);
  },
  (text, chance) => {
    const [start, end] = lineIn(text, chance);
    return text.slice(0, start) + text.slice(end);
  },
  (text, chance) => {
    const [start, end] = lineIn(text, chance);
    const [from] = lineIn(text, chance);
    return text.slice(0, from) + text.slice(start, end) + text.slice(from);
  },
  (text, chance) => text.slice(0, chance(text.length + 1)),
  (text, chance) => text.replace(/\d+/g, (number) => (chance(3) === 0 ? pick(["0", "-1", "1e9", "0.5", `${number}0`, "017"], chance) : number)),
];

function insert(text: string, chance: Chance, piece: string): string {
  const at = chance(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** A text made from one of the material by one to six changes; seldom a piece of it again and again up to 64 kB. */
export function mutate(material: Material, chance: Chance): string {
  let text = pick(material.texts, chance);
  for (let left = 1 + chance(6); left > 0; left -= 1) text = pick(changes, chance)(text, chance, material);
  if (chance(2_000) === 0) return blownUp(text, chance);
  return text.length > usual ? text.slice(0, usual) : text;
}

function blownUp(text: string, chance: Chance): string {
  const [start, end] = stretch(text, chance, chance(2) === 0 ? 8 : 400);
  const piece = text.slice(start, end) || "a";
  return (text.slice(0, start) + piece.repeat(Math.floor((longest - text.length) / piece.length)) + text.slice(end)).slice(0, longest);
}

/** A text of words of the format and oddities alone. */
export function invent({ words }: Material, chance: Chance): string {
  return Array.from({ length: 1 + chance(30) }, () => pick(chance(4) === 0 ? oddities : words, chance)).join(pick(["", " ", "\n"], chance));
}
