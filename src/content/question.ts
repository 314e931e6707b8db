// Room: content. From one `##` section of a deck to a question. Pure.
import { type Abbreviation, type Kind, type Phase, type Question, usualMinutes } from "../domain/question.ts";
import { confidences, type Confidence, type SourceReference } from "../domain/source.ts";
import { blockOf, type Draft, draftOf } from "./draft.ts";
import { checkedId, numberSetting, readReference } from "./header.ts";
import { readOpen, readRewrite, readStar, sectionsOfKind } from "./kinds/discussed.ts";
import { readNumeric } from "./kinds/numeric.ts";
import { type Fields, hasBlanks, hasNumberedList, hasTaskList, isBucket, readChoice, readOrder, readRecall, readSort } from "./kinds/quick.ts";
import { complain, type Page, placeOf, type Section } from "./page.ts";
import { checkKeys, idFrom, type Setting, splitList } from "./settings-line.ts";

/** What a deck's front matter says for all its questions. */
export interface DeckDefaults {
  readonly id: string;
  readonly company: string | undefined;
  readonly topic: string | undefined;
  readonly round: string | undefined;
  readonly framework: string | undefined;
  readonly competencies: readonly string[];
  readonly sources: readonly SourceReference[];
  readonly difficulty: number;
  readonly minutes: number | undefined;
  readonly abbreviations: readonly Abbreviation[];
  /** How far facts from these sources can be trusted. */
  readonly confidenceOf: (sources: readonly SourceReference[]) => Confidence;
}

const sharedKeys = ["id", "minutes", "difficulty", "competencies", "round", "framework", "source", "confidence"];
const keysOf: Readonly<Record<Kind, ReadonlySet<string>>> = {
  choice: new Set(sharedKeys),
  recall: new Set(sharedKeys),
  numeric: new Set([...sharedKeys, "unit", "tolerance"]),
  order: new Set(sharedKeys),
  sort: new Set(sharedKeys),
  open: new Set([...sharedKeys, "phases"]),
  star: new Set(sharedKeys),
  rewrite: new Set([...sharedKeys, "phases"]),
};

const readers = {
  choice: readChoice,
  recall: readRecall,
  numeric: readNumeric,
  order: readOrder,
  sort: readSort,
  open: readOpen,
  star: readStar,
  rewrite: readRewrite,
} as const satisfies Record<Kind, (draft: Draft) => Fields<object>>;

/** Reads a question; undefined when its kind cannot be told. Every complaint goes to the page. */
export function readQuestion(page: Page, section: Section, deck: DeckDefaults): Question | undefined {
  if (section.title === "") complain(page, { rule: "heading-empty", line: section.line, message: "the heading is empty" });
  const draft = draftOf(page, section, deck.abbreviations);
  const kind = kindOf(draft);
  if (kind === undefined) return undefined;
  checkKeys(page, draft.settings, keysOf[kind]);
  checkSections(draft, kind);
  const { prompt, fields } = readers[kind](draft);
  const title = section.title.replace(/\{\{([^{}|]*)[^{}]*\}\}/g, "…");
  const base = readBase(draft, deck, kind);
  // The table of readers gives each kind its own fields, which the type of a union cannot follow.
  return { ...base, ...timesOf(draft, { kind, base, fields, deck }), kind, title, prompt: prompt === "" ? title : prompt, ...fields } as unknown as Question;
}

/** Signs of a kind, strongest first. `order` shows only when nothing else does: any prompt may hold a numbered list. */
function kindOf(draft: Draft): Kind | undefined {
  const signs: Kind[] = [];
  if (blockOf(draft, "Situation") ?? blockOf(draft, "Action") ?? blockOf(draft, "Result")) signs.push("star");
  if (blockOf(draft, "Weak answer")) signs.push("rewrite");
  else if (blockOf(draft, "Key points")) signs.push("open");
  if (draft.blocks.some((block) => isBucket(block.title))) signs.push("sort");
  if (draft.labelled.Formula.length > 0) signs.push("numeric");
  if (hasTaskList(draft)) signs.push("choice");
  if (draft.labelled.Answer.length > 0 || hasBlanks(draft)) signs.push("recall");
  if (signs.length === 0 && hasNumberedList(draft)) signs.push("order");
  const [kind, other] = signs;
  if (kind === undefined) complain(draft.page, { rule: "kind-missing", line: draft.line, message: `nothing shows what kind of question "${draft.title}" is` });
  if (other !== undefined) complain(draft.page, { rule: "kind-unclear", line: draft.line, message: `the question looks like ${kind} and like ${other}` });
  return kind;
}

function checkSections(draft: Draft, kind: Kind): void {
  const known: ReadonlySet<string> = kind === "open" || kind === "star" || kind === "rewrite" ? sectionsOfKind[kind] : new Set<string>();
  for (const block of draft.blocks) {
    if (known.has(block.title.toLowerCase()) || (kind === "sort" && isBucket(block.title))) continue;
    complain(draft.page, { rule: "section-unknown", line: block.line, message: `a question of kind ${kind} has no section "${block.title}"` });
  }
}

function readBase(draft: Draft, deck: DeckDefaults, kind: Kind) {
  const { page, settings } = draft;
  const list = (key: string): readonly string[] | undefined => {
    const setting = settings.get(key);
    return setting && splitList(setting.value);
  };
  const sources = list("source")?.map(readReference) ?? deck.sources;
  return {
    id: `${deck.id}/${questionId(draft)}`,
    deck: deck.id,
    minutes: numberSetting(page, settings.get("minutes"), { key: "minutes", least: 0.25, most: 120 }) ?? deck.minutes ?? usualMinutes[kind],
    difficulty: numberSetting(page, settings.get("difficulty"), { key: "difficulty", least: 1, most: 5, whole: true }) ?? deck.difficulty,
    company: deck.company,
    topic: deck.topic,
    competencies: list("competencies") ?? deck.competencies,
    round: settings.get("round")?.value ?? deck.round,
    framework: settings.get("framework")?.value ?? deck.framework,
    sources,
    confidence: readConfidence(page, settings.get("confidence")) ?? deck.confidenceOf(sources),
    why: textUnder(draft, "Why"),
    hints: draft.labelled.Hint.map((hint) => hint.text).filter((hint) => hint !== ""),
    abbreviations: deck.abbreviations,
    place: placeOf(page, draft.line),
  };
}

function textUnder(draft: Draft, label: "Why"): string | undefined {
  const text = draft.labelled[label].map((line) => line.text).join("\n\n");
  return text === "" ? undefined : text;
}

function questionId(draft: Draft): string {
  const setting = draft.settings.get("id");
  if (setting) return checkedId(draft.page, setting);
  const id = idFrom(draft.title);
  if (draft.title !== "") complain(draft.page, { rule: "id-missing", line: draft.line, message: `"${draft.title}" has no id of its own; it is known as "${id}"` });
  return id === "" ? `line-${draft.line}` : id;
}

function readConfidence(page: Page, setting: Setting | undefined): Confidence | undefined {
  if (!setting) return undefined;
  const found = confidences.find((confidence) => confidence === setting.value);
  if (!found) complain(page, { rule: "setting-value", line: setting.line, column: setting.column, message: `"${setting.value}" is not one of ${confidences.join(", ")}` });
  return found;
}

interface Timed {
  readonly kind: Kind;
  readonly base: { readonly minutes: number };
  readonly fields: object;
  readonly deck: DeckDefaults;
}

/** Minutes and phases. A STAR question takes what its parts take. */
function timesOf(draft: Draft, timed: Timed): { readonly minutes: number; readonly phases: readonly Phase[] } {
  const { fields, base } = timed;
  if ("parts" in fields) {
    const parts = Object.values(fields.parts as Record<string, { readonly minutes: number }>);
    return { minutes: parts.reduce((sum, part) => sum + part.minutes, 0), phases: [] };
  }
  const phases = readPhases(draft, draft.settings.get("phases"), base.minutes);
  return { minutes: base.minutes, phases };
}

function readPhases(draft: Draft, setting: Setting | undefined, minutes: number): readonly Phase[] {
  if (!setting) return [];
  const phases = splitList(setting.value).map((text) => /^(.*\S)\s+(\d+(?:\.\d+)?)$/.exec(text)).map((found) => ({ name: found?.[1] ?? "", minutes: Number(found?.[2] ?? Number.NaN) }));
  const { line, column } = setting;
  const total = phases.reduce((sum, phase) => sum + phase.minutes, 0);
  if (Number.isNaN(total)) complain(draft.page, { rule: "setting-value", line, column, message: `"${setting.value}" is not a list of phases such as \`clarify 5, frame 10\`` });
  else if (Math.abs(total - minutes) > 0.01) complain(draft.page, { rule: "phases-sum", line, column, message: `the phases take ${total} minutes, the question ${minutes}` });
  return Number.isNaN(total) ? [] : phases;
}
