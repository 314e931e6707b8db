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
  // Most texts hold none of these signs, and then no node needs a look.
  if (!/[&*!]/.test(text)) return yaml.safeLoad(text, { schema: yaml.FAILSAFE_SCHEMA });
  const starts: number[] = [];
  try {
    return yaml.safeLoad(text, { schema: yaml.FAILSAFE_SCHEMA, listener: (event, state) => watch(starts, event, state) });
  } catch (fault) {
    throw aliasFault(text, fault) ?? fault;
  }
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

/** js-yaml refuses unknown tags and aliases by itself; its marks point behind them. */
function aliasFault(text: string, fault: unknown): YamlFault | undefined {
  const { reason = "", mark } = fault as { readonly reason?: string; readonly mark?: { readonly position: number } };
  const sign = reason.startsWith("unidentified alias")
    ? "*"
    : /^(?:unknown tag|unacceptable node kind|cannot resolve a node|tag suffix)/.test(reason)
      ? "!"
      : undefined;
  if (sign === undefined) return undefined;
  return faultAt(text, sign, Math.max(0, text.lastIndexOf(sign, mark?.position)));
}

function faultAt(text: string, sign: string, from: number): YamlFault {
  const at = Math.max(0, text.indexOf(sign, from));
  const before = text.slice(0, at);
  const word = /^[^\s,\]}]*/.exec(text.slice(at, at + 80))?.[0] ?? sign;
  return {
    reason: `"${word}" is an anchor, an alias or a tag`,
    mark: { line: before.split("\n").length - 1, column: at - (before.lastIndexOf("\n") + 1) },
    isAlias: true,
  };
}
