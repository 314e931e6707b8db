// Room: cli. Reads an answers file, or standard input for `-`.
import { parseAnswers } from "../../content/answers.ts";
import type { ScriptedAnswer } from "../../domain/scripted.ts";
import type { App } from "../app.ts";
import { readText } from "./named-file.ts";

export function readAnswers(app: App, path: string): readonly ScriptedAnswer[] {
  return parseAnswers({ file: path === "-" ? "standard input" : path, text: readText(app, path, "the answers file") });
}
