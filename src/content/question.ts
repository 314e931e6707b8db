// Room: content. From one `##` section of a deck to a question. Pure.
import { type Abbreviation, type Kind, type Question, usualMinutes } from "../domain/question.ts";
import { confidences, type Confidence, type SourceReference } from "../domain/source.ts";
import { type Draft, draftOf, hasLabel, labelledBy } from "./draft.ts";
import { numberSetting, readReference } from "./header.ts";
import { checkedId, idFrom } from "./ids.ts";
import { type Base, phasesOf } from "./kinds/base.ts";
import { readOpen, readRewrite, readStar, sectionsOfKind } from "./kinds/discussed.ts";
import { readNumeric } from "./kinds/numeric.ts";
import { isBucket, readChoice, readOrder, readRecall, readSort, signsOf } from "./kinds/quick.ts";
import { complain, type Page, placeOf, type Section } from "./page.ts";
import { checkKeys, type Setting, settingNamed, type Settings, splitList } from "./settings-line.ts";

/** What a deck's front matter says for all its questions. */
export interface DeckDefaults {
  readonly id: string;
  readonly company: string | undefined;
  readonly topic: string | undefined;
  readonly round: string | undefined;
  readonly framework: string | undefined;
  readonly competencies: readonly string[];
  readonly sources: readonly SourceReference[];
  readonly confidence: Confidence;
  readonly difficulty: number;
  readonly minutes: number | undefined;
  readonly abbreviations: readonly Abbreviation[];
  /** How far facts from these sources can be trusted. */
  readonly confidenceOf: (sources: readonly SourceReference[]) => Confidence;
}

const sharedKeys = ["id", "minutes", "difficulty", "competencies", "round", "framework", "source", "confidence"];
const shared: ReadonlySet<string> = new Set(sharedKeys);
const phased: ReadonlySet<string> = new Set([...sharedKeys, "phases"]);
/** Settings that a question of each kind may have. */
const settingsOfKind: Readonly<Record<Kind, ReadonlySet<string>>> = {
  choice: shared,
  recall: shared,
  numeric: new Set([...sharedKeys, "unit", "tolerance"]),
  order: shared,
  sort: new Set([...sharedKeys, "draw"]),
  open: phased,
  star: shared,
  rewrite: phased,
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
} as const satisfies { readonly [K in Kind]: (draft: Draft, base: Base) => Extract<Question, { readonly kind: K }> };

/** Reads a question; undefined when its kind cannot be told. Every complaint goes to the page. */
export function readQuestion(page: Page, section: Section, deck: DeckDefaults): Question | undefined {
  if (section.title === "") complain(page, { rule: "heading-empty", line: section.line, message: "the heading is empty" });
  const draft = draftOf(page, section);
  const kind = kindOf(draft);
  if (kind === undefined) return undefined;
  checkKeys(page, draft.intro.settings, settingsOfKind[kind]);
  checkSections(draft, kind);
  return readers[kind](draft, readBase(draft, deck, kind));
}

/** The kind that a draft shows. `order` shows only when nothing else does: any prompt may hold a numbered list. */
function kindOf(draft: Draft): Kind | undefined {
  const signs: Kind[] = [];
  if (draft.blocks.length > 0) addSignsOfSections(draft, signs);
  addSignsOfLines(draft, signs);
  const kind = signs[0];
  if (kind === undefined) complain(draft.page, { rule: "kind-missing", line: draft.line, message: `nothing shows what kind of question "${draft.title}" is` });
  if (signs.length > 1) complain(draft.page, { rule: "kind-unclear", line: draft.line, message: `the question looks like ${kind} and like ${signs[1]}` });
  return kind;
}

const starSigns: ReadonlySet<string> = new Set(["situation", "action", "result"]);

/** Adds the kinds that sections show, strongest first. */
function addSignsOfSections({ blocks }: Draft, signs: Kind[]): void {
  if (blocks.some(({ key }) => starSigns.has(key))) signs.push("star");
  if (blocks.some(({ key }) => key === "weak answer")) signs.push("rewrite");
  else if (blocks.some(({ key }) => key === "key points")) signs.push("open");
  if (blocks.some(({ key }) => isBucket(key))) signs.push("sort");
}

/** Adds the kinds that lines show; they are weaker than sections. */
function addSignsOfLines(draft: Draft, signs: Kind[]): void {
  const { task, blank, numbered } = signsOf(draft);
  if (hasLabel(draft, "Formula")) signs.push("numeric");
  if (task) signs.push("choice");
  if (blank || hasLabel(draft, "Answer")) signs.push("recall");
  if (numbered && signs.length === 0 && draft.blocks.length === 0) signs.push("order");
}

const none: ReadonlySet<string> = new Set();

function sectionsKnown(kind: Kind): ReadonlySet<string> {
  return kind === "open" || kind === "star" || kind === "rewrite" ? sectionsOfKind[kind] : none;
}

function checkSections(draft: Draft, kind: Kind): void {
  if (draft.blocks.length === 0) return;
  const known = sectionsKnown(kind);
  const seen = new Set<string>();
  for (const { key, title, line, settings } of draft.blocks) {
    const isKnown = known.has(key) || (kind === "sort" && isBucket(key));
    if (!isKnown) complain(draft.page, { rule: "section-unknown", line, message: `a question of kind ${kind} has no section "${title}"` });
    else if (seen.has(key)) complain(draft.page, { rule: "section-repeated", line, message: `there are two sections "${title}"` });
    seen.add(key);
    // Parts of a STAR question read their own.
    if (kind !== "star") checkKeys(draft.page, settings, none);
  }
}

const blanks = /\{\{[^{}]*\}\}/g;
const minuteLimits = { key: "minutes", least: 0.25, most: 120 };
const difficultyLimits = { key: "difficulty", least: 1, most: 5, whole: true };

function readBase(draft: Draft, deck: DeckDefaults, kind: Kind): Base {
  const { page } = draft;
  const { settings } = draft.intro;
  const minutes = numberSetting(page, settingNamed(settings, "minutes"), minuteLimits) ?? deck.minutes ?? usualMinutes[kind];
  const { sources, confidence } = readTrust(page, settings, deck);
  return {
    id: `${deck.id}/${questionId(draft)}`,
    deck: deck.id,
    title: draft.title.includes("{{") ? draft.title.replace(blanks, "…") : draft.title,
    minutes,
    difficulty: numberSetting(page, settingNamed(settings, "difficulty"), difficultyLimits) ?? deck.difficulty,
    company: deck.company,
    topic: deck.topic,
    competencies: listSetting(settingNamed(settings, "competencies")) ?? deck.competencies,
    round: settingNamed(settings, "round")?.value ?? deck.round,
    framework: settingNamed(settings, "framework")?.value ?? deck.framework,
    sources,
    confidence,
    why: whyOf(draft),
    hints: hintsOf(draft),
    phases: phasesOf(draft, minutes),
    abbreviations: deck.abbreviations,
    place: placeOf(page, draft.line),
  };
}

/** Where the question's facts come from, and how far to trust them: as it says itself, else as its sources are. */
function readTrust(page: Page, settings: Settings, deck: DeckDefaults): { readonly sources: readonly SourceReference[]; readonly confidence: Confidence } {
  const own = listSetting(settingNamed(settings, "source"))?.map(readReference);
  const confidence = readConfidence(page, settingNamed(settings, "confidence")) ?? (own ? deck.confidenceOf(own) : deck.confidence);
  return { sources: own ?? deck.sources, confidence };
}

const noHints: readonly string[] = [];

function hintsOf(draft: Draft): readonly string[] {
  if (!hasLabel(draft, "Hint")) return noHints;
  return labelledBy(draft, "Hint").flatMap(({ text }) => (text === "" ? [] : [text]));
}

function listSetting(setting: Setting | undefined): readonly string[] | undefined {
  return setting && splitList(setting.value);
}

function whyOf(draft: Draft): string | undefined {
  if (!hasLabel(draft, "Why")) return undefined;
  const lines = labelledBy(draft, "Why").map(({ text }) => text);
  return lines.join("\n\n").trim() || undefined;
}

function questionId(draft: Draft): string {
  const setting = settingNamed(draft.intro.settings, "id");
  if (setting) return checkedId(draft.page, setting);
  const id = idFrom(draft.title) || `line-${draft.line}`;
  if (draft.title !== "")
    complain(draft.page, { rule: "id-missing", line: draft.line, message: `"${draft.title}" has no id of its own; it is known as "${id}"` });
  return id;
}

function readConfidence(page: Page, setting: Setting | undefined): Confidence | undefined {
  if (!setting) return undefined;
  const found = confidences.find((confidence) => confidence === setting.value);
  if (!found)
    complain(page, {
      rule: "setting-value",
      line: setting.line,
      column: setting.column,
      message: `"${setting.value}" is not one of ${confidences.join(", ")}`,
    });
  return found;
}
