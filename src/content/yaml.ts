// Room: content. YAML with strings, lists and maps only; the only door of js-yaml. Pure.
import yaml from "js-yaml";

/** A fault of YAML, with its place counted from 0. */
export interface YamlFault {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

/** Reads YAML without dates, octal numbers or tags that build things: `1:30` stays `1:30`. Throws what `YamlFault` describes. */
export function readYaml(text: string): unknown {
  return yaml.safeLoad(text, { schema: yaml.FAILSAFE_SCHEMA });
}
