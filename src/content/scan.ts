// Room: content. Looks at the characters of a line without making new strings: a library has a hundred thousand lines. Pure.

const beyondAscii = /\s/;

/** True for the white space of `\s` and of `trim()`. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && beyondAscii.test(String.fromCharCode(code)));
}

/** True when white space stands at an index, or the text ends there. */
export function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || isSpace(text.charCodeAt(at));
}

/** The first index, at or after `from`, that holds no white space; the length of the text when there is none. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** True when a text is empty or nothing but white space. */
export function isBlank(text: string): boolean {
  return skipSpace(text, 0) === text.length;
}
