// Room: content. YAML with strings, lists and maps only; the only door of js-yaml. Pure.
import yaml from "js-yaml";

/** A fault of YAML, with its place counted from 0. */
export interface YamlFault {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
  /** True when the fault is an anchor, an alias or a tag. */
  readonly isAlias?: boolean;
}

/** What js-yaml keeps about the node at hand; its types leave the last two out. */
interface State {
  readonly input: string;
  readonly position: number;
  readonly tag?: string | null;
  readonly anchor?: string | null;
}

/**
 * Reads YAML without dates, octal numbers, anchors, aliases or tags: `1:30` stays `1:30`. Throws what `YamlFault` describes.
 * Anchors are refused because 330 bytes of aliases have been seen to grow to 47 MB when the result was walked.
 */
export function readYaml(text: string): unknown {
  const starts: number[] = [];
  // Most texts hold none of these signs, and then no node needs a look.
  const listener = /[&*!]/.test(text) ? { listener: (event: "open" | "close", state: State) => watch(starts, event, state) } : {};
  try {
    return yaml.safeLoad(text, { schema: yaml.FAILSAFE_SCHEMA, ...listener });
  } catch (fault) {
    throw faultOf(text, fault as RawFault);
  }
}

/** Reads JSON, whose numbers, `true` and `null` are what they are, or else YAML: what begins like JSON may be its short form. Throws what `YamlFault` describes. */
export function readData(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return readYaml(text);
  try {
    return JSON.parse(text);
  } catch {
    return readYaml(text);
  }
}

/** What js-yaml throws, or `watch`. The line and column of a mark do not always fit its position, which does fit. */
interface RawFault extends YamlFault {
  readonly mark?: NonNullable<YamlFault["mark"]> & { readonly position?: number };
}

/** Is called when a node begins and when it ends; an anchor or a tag is known at its end, before anything can refer to it. */
function watch(starts: number[], event: "open" | "close", state: State): void {
  if (event === "open") starts.push(state.position);
  else {
    const from = starts.pop() ?? 0;
    if (typeof state.anchor === "string") throw faultAt(state.input, `&${state.anchor}`, from);
    if (typeof state.tag === "string" && state.tag !== "?") throw faultAt(state.input, "!", from);
  }
}

const tagReasons = /^(?:unknown tag|unacceptable node kind|cannot resolve a node|tag suffix)/;

function faultOf(text: string, fault: RawFault): YamlFault {
  const { reason = "it cannot be read", mark } = fault;
  if (mark?.position === undefined) return { reason, ...fault };
  // js-yaml refuses unknown tags and aliases by itself; its marks point behind them.
  if (reason.startsWith("unidentified alias")) return faultAt(text, "*", text.lastIndexOf("*", mark.position));
  if (tagReasons.test(reason)) return faultAt(text, "!", startOfTag(text, mark.position));
  return { reason, mark: markAt(text, mark.position) };
}

/** The first sign of the last tag before a position: `!!str` has two. */
function startOfTag(text: string, position: number): number {
  let at = text.lastIndexOf("!", position);
  while (text[at - 1] === "!") at -= 1;
  return at;
}

function faultAt(text: string, sign: string, from: number): YamlFault {
  const at = Math.max(0, text.indexOf(sign, Math.max(0, from)));
  const word = /^[^\s,\]}]*/.exec(text.slice(at, at + 80))?.[0] ?? sign;
  return { reason: `"${word}" is an anchor, an alias or a tag`, mark: markAt(text, at), isAlias: true };
}

function markAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length - 1, column: before.length - (before.lastIndexOf("\n") + 1) };
}
