// Room: content. The kinds that are answered in sentences: open, star, rewrite. From a draft to a question. Pure.
import {
  type FollowUp,
  type Note,
  type OpenQuestion,
  type Pitfall,
  type RewriteQuestion,
  type StarQuestion,
  type StarSection,
  starParts,
} from "../../domain/question.ts";
import { type Block, blockOf, type Draft, linesText, proseOf } from "../draft.ts";
import { numberSetting } from "../header.ts";
import { readId, type SeenIds } from "../ids.ts";
import { readItems, readLabelled, splitReason } from "../items.ts";
import { complain, isItem } from "../page.ts";
import { checkKeys, settingNamed, takeSettings } from "../settings-line.ts";
import { type Base, promptOf, questionOf } from "./base.ts";
import { readKeyPoint, readKeyPoints } from "./key-points.ts";

const pitfallKeys = new Set(["id"]);
const followUpKeys = new Set(["missing"]);
const partKeys = new Set(["minutes"]);
const noteTitles = ["Requirements", "Decisions", "Architecture", "Trade-offs"];

/** Sections that each of these kinds may have, in lower case. */
const discussedSections = ["pitfalls", "follow-ups", ...noteTitles.map((title) => title.toLowerCase())];
export const sectionsOfKind = {
  open: new Set(["key points", "model answer", ...discussedSections]),
  star: new Set([...starParts, "model answer", ...discussedSections]),
  rewrite: new Set(["weak answer", "key points", "strong answer", ...discussedSections]),
} as const satisfies Record<string, ReadonlySet<string>>;

type Discussed = Pick<OpenQuestion, "pitfalls" | "model" | "followUps" | "notes">;

export function readOpen(draft: Draft, base: Base): OpenQuestion {
  const ids: SeenIds = new Map();
  const keyPoints = readKeyPoints(draft, ids, 2);
  const { pitfalls, model, followUps, notes } = readDiscussed(draft, ids, "Model answer");
  return questionOf(base, { kind: "open", prompt: promptOf(draft, base), keyPoints, pitfalls, model, followUps, notes });
}

export function readRewrite(draft: Draft, base: Base): RewriteQuestion {
  const ids: SeenIds = new Map();
  const keyPoints = readKeyPoints(draft, ids, 1);
  const weak = proseOf(draft, blockOf(draft, "weak answer")) ?? "";
  const { pitfalls, model, followUps, notes } = readDiscussed(draft, ids, "Strong answer");
  return questionOf(base, { kind: "rewrite", prompt: promptOf(draft, base), weak, keyPoints, pitfalls, model, followUps, notes });
}

/** A STAR question takes as long as its parts. */
export function readStar(draft: Draft, base: Base): StarQuestion {
  const ids: SeenIds = new Map();
  const parts = {
    situation: readPart(draft, ids, { title: "Situation", usual: 1 }),
    task: readPart(draft, ids, { title: "Task", usual: 0.75 }),
    action: readPart(draft, ids, { title: "Action", usual: 3 }),
    result: readPart(draft, ids, { title: "Result", usual: 1.25 }),
  };
  const minutes = parts.situation.minutes + parts.task.minutes + parts.action.minutes + parts.result.minutes;
  const { pitfalls, model, followUps, notes } = readDiscussed(draft, ids, "Model answer");
  return questionOf(base, { kind: "star", prompt: promptOf(draft, base), parts, pitfalls, model, followUps, notes, minutes });
}

function readPart(draft: Draft, ids: SeenIds, part: { readonly title: string; readonly usual: number }): StarSection {
  const { page } = draft;
  const { title, usual } = part;
  const block = blockOf(draft, title.toLowerCase());
  if (!block) {
    complain(page, { rule: "section-missing", line: draft.line, message: `the section "${title}" is missing` });
    return { guidance: "", minutes: usual, keyPoints: [] };
  }
  checkKeys(page, block.settings, partKeys);
  const first = block.lines.findIndex((line) => isItem(page, line));
  const at = first === -1 ? block.lines.length : first;
  const guidance = linesText(page, block.lines, at);
  const minutes = numberSetting(page, settingNamed(block.settings, "minutes"), { key: "minutes", least: 0.1, most: 60 }) ?? usual;
  const keyPoints = readItems(page, block.lines, at).map((item) => readKeyPoint(draft, ids, item));
  if (keyPoints.length === 0) complain(page, { rule: "key-points-few", line: block.line, message: `"${title}" has no key point` });
  return { guidance, minutes, keyPoints };
}

function readDiscussed(draft: Draft, keyPointIds: SeenIds, modelTitle: string): Discussed {
  const modelBlock = blockOf(draft, modelTitle.toLowerCase());
  if (!modelBlock) complain(draft.page, { rule: "model-missing", line: draft.line, message: `the section "${modelTitle}" is missing` });
  return {
    pitfalls: readPitfalls(draft, blockOf(draft, "pitfalls")),
    model: proseOf(draft, modelBlock),
    followUps: readFollowUps(draft, blockOf(draft, "follow-ups"), keyPointIds),
    notes: readNotes(draft),
  };
}

function readPitfalls(draft: Draft, block: Block | undefined): readonly Pitfall[] {
  if (!block) return [];
  const ids: SeenIds = new Map();
  return readItems(draft.page, block.lines).map((item) => {
    const { label, text, settings } = readLabelled(draft.page, item, pitfallKeys);
    const split = label === undefined ? splitReason(text) : { text: label, reason: text === "" ? undefined : text };
    const id = readId(draft.page, ids, { settings, name: split.text, line: item.line, column: item.column });
    return { id, text: split.text, advice: split.reason, samples: item.children.map((child) => child.text) };
  });
}

function readFollowUps(draft: Draft, block: Block | undefined, keyPointIds: SeenIds): readonly FollowUp[] {
  if (!block) return [];
  return readItems(draft.page, block.lines).map((item) => {
    const { text, settings } = takeSettings(draft.page, item, followUpKeys);
    const missing = settingNamed(settings, "missing");
    if (missing && !keyPointIds.has(missing.value)) {
      complain(draft.page, { rule: "link-key-point", line: missing.line, column: missing.column, message: `there is no key point "${missing.value}"` });
    }
    return { text, missing: missing?.value, looksFor: item.children.map((child) => child.text) };
  });
}

function readNotes(draft: Draft): readonly Note[] {
  return noteTitles.flatMap((title) => {
    const block = blockOf(draft, title.toLowerCase());
    if (!block) return [];
    const text = linesText(draft.page, block.lines);
    if (text === "") complain(draft.page, { rule: "section-empty", line: block.line, message: `the section "${block.title}" is empty` });
    return text === "" ? [] : [{ title, text }];
  });
}
