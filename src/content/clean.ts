// Room: content. Takes out of a text what could act on a terminal or mislead a reader; the one cleaner of the product.

/**
 * Escape sequences of every family, whole: CSI, OSC, DCS, SOS, PM, APC in 7-bit and 8-bit form, then any two-byte escape.
 * String sequences end at BEL, ST, or the end of the text, so that an unclosed one swallows nothing visible after its line.
 */
const sequences =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** C0 except newline and tab, DEL, C1; bidi marks, embeddings and isolates; line and paragraph separators; BOM, soft hyphen, tag characters, interlinear marks. */
const controls =
  // oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** A lone half of a surrogate pair, which terminals and JSON readers treat differently. */
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// One look decides: nearly every text is clean, and copying it would cost more than the look.
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/;

/** The text without escape sequences, control characters, direction marks and broken surrogates. Newlines become `\n`; tabs stay. Linear time. */
export function clean(text: string): string {
  if (!suspicious.test(text)) return text;
  // Two passes: what the first leaves behind (a bare ESC, half a sequence) the second takes.
  return text.replace(/\r\n?/g, "\n").replace(sequences, "").replace(controls, "").replace(loneSurrogates, "\ufffd");
}
