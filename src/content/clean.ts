// Room: content. Takes out of a text what could act on a terminal or mislead a reader; the one cleaner of the product.

/**
 * Escape sequences of every family, whole: CSI, OSC, DCS, SOS, PM, APC in 7-bit and 8-bit form, then any two-byte escape.
 * String sequences end at BEL, ST, or the end of the line, so that an unclosed one swallows nothing beyond it.
 */
const sequences =
  // oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** What some writers end a line or a page with: vertical tab, form feed, next line, line and paragraph separator. Words must not join where they go. */
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const separators = /[\u000b\u000c\u0085\u2028\u2029]/g;

/**
 * C0 except newline and tab, DEL, C1; direction marks, embeddings, overrides and isolates; zero-width space, soft hyphen, word joiner and
 * the other invisible operators; BOM, interlinear marks, tag characters. Tags that spell a flag behind a black flag stay: they are seen.
 */
const controls =
  // oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
  /(\ud83c\udff4(?:\udb40[\udc30-\udc39\udc61-\udc7a]){3,6}\udb40\udc7f)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** A lone half of a surrogate pair, which terminals and JSON readers treat differently. */
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// One look decides: nearly every text is clean, and copying it would cost more than the look.
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/;

/** The text without escape sequences, control characters, direction marks and broken surrogates. Newlines become `\n`; tabs stay. Linear time. */
export function clean(text: string): string {
  if (!suspicious.test(text)) return text;
  // Lone halves go first: what stands between two of them is taken next, and they would join. What the sequences leave behind
  // (a bare ESC, half a sequence) falls to the controls.
  const whole = text.replace(/\r\n?/g, "\n").replace(loneSurrogates, "\ufffd").replace(sequences, "");
  return whole.replace(separators, " ").replace(controls, "$1");
}

/** A file's name as messages may show it: clean, on one line. */
export function cleanName(name: string): string {
  return clean(name).replace(/[\n\t]+/g, " ");
}
