// Room: tests. Builders of what the library and the graders give: say what the test is about, the rest is filled in. Attempts and stories: attempts.ts.
import { type Case, drawCase } from "../../src/domain/case.ts";
import { type Deck, tallyOf } from "../../src/domain/deck.ts";
import { outlineOf } from "../../src/domain/outline.ts";
import type { Framework } from "../../src/domain/framework.ts";
import { bandOf, type Grade, type Mark } from "../../src/domain/grade.ts";
import type { Loop, Round } from "../../src/domain/loop.ts";
import type { Kind, Question } from "../../src/domain/question.ts";
import type { Judged } from "../../src/domain/rubric.ts";
import type { Source } from "../../src/domain/source.ts";
import { createTheme, type Theme, type ThemeSetting } from "../../src/terminal/theme.ts";
import { sampleQuestions } from "./questions.ts";

const place = { file: "test.md", line: 1, column: 1 };

type Of<K extends Kind> = Extract<Question, { readonly kind: K }>;

/** A question of a kind, with the fields of the sample question where none are given. */
export function aQuestion<K extends Kind>(fields: { readonly kind: K } & Partial<Of<K>>): Of<K> {
  const sample: Question = sampleQuestions[fields.kind];
  return { ...sample, ...fields } as Of<K>;
}

/** A question as it is asked, drawn with seed 1. */
export function aCase<K extends Kind>(fields: { readonly kind: K } & Partial<Of<K>>): Case {
  const question: Question = aQuestion<K>(fields);
  return drawCase(question, 1);
}

export function aDeck(fields: Omit<Partial<Deck>, "tally" | "outline"> = {}): Deck {
  const questions = fields.questions ?? [aQuestion({ kind: "open" })];
  return {
    id: "walmart/ai-pm/panel",
    title: "The panel round",
    company: "Walmart",
    role: "AI/ML product manager",
    topic: undefined,
    path: "walmart/ai-pm/panel.md",
    questions,
    tally: tallyOf(questions),
    outline: outlineOf(questions),
    ...fields,
  };
}

export function aRound(fields: Partial<Round> = {}): Round {
  return {
    id: "recruiter-screen",
    title: "Recruiter screen",
    minutes: 30,
    people: ["recruiter"],
    days: undefined,
    tests: [],
    tasks: [],
    advice: [],
    presses: [],
    sources: [],
    place,
    ...fields,
  };
}

/** Five rounds with a gap between them. */
export function aLoop(fields: Partial<Loop> = {}): Loop {
  const rounds = (
    [
      ["Recruiter screen", 30],
      ["Hiring manager", 45],
      ["Case study", 60],
      ["Cross-functional panel", 90],
      ["Executive interview", 45],
    ] as const
  ).map(([title, minutes]) => aRound({ id: title.toLowerCase().replaceAll(" ", "-"), title, minutes }));
  const nothing = { signals: [], work: [], pay: [], timeline: [], checklist: [], goodAndBad: [], faq: [], sources: [] };
  return {
    id: "walmart/ai-pm",
    title: "Walmart AI/ML product manager loop",
    company: "Walmart",
    role: "AI/ML product manager",
    days: 21,
    gap: "3 business days",
    about: "",
    rounds,
    ...nothing,
    place,
    ...fields,
  };
}

/** The retail impact triangle; `names` makes parts of the names given. */
export function aFramework({
  names = ["Business metric", "AI leverage", "Execution roadmap"],
  ...fields
}: Partial<Framework> & { readonly names?: readonly string[] } = {}): Framework {
  const parts = names.map((name) => ({
    id: name.toLowerCase().replaceAll(" ", "-"),
    name,
    asks: `What of the ${name.toLowerCase()}?`,
    cues: [],
    also: [],
  }));
  return {
    id: "retail-impact-triangle",
    title: "Retail Impact Triangle",
    company: "Walmart",
    shape: "triangle",
    about: "",
    when: "",
    parts,
    prompts: [],
    weak: undefined,
    strong: undefined,
    sources: [],
    place,
    ...fields,
  };
}

export function aMark(fields: Partial<Mark> = {}): Mark {
  return { id: "metric", text: "Names one store metric with a baseline", weight: 1, status: "not-found", strength: 0, evidence: [], ...fields };
}

/** A dimension at level 3, without receipts. */
export function aJudged(fields: Partial<Judged> = {}): Judged {
  return { dimension: "structure", level: 3, anchor: "Some parts are there.", receipts: [], next: "Say the parts in order.", ...fields };
}

/** A grade whose band follows from its score. */
export function aGrade(fields: Partial<Grade> = {}): Grade {
  const score = fields.score ?? 0.5;
  return { score, band: bandOf(score), marks: [], pitfalls: [], flags: [], levels: [], workings: [], next: undefined, rules: 1, ...fields };
}

const guide: Source = { id: "W-PM", title: "Walmart AI/ML product manager guide, 2026", confidence: "reported", about: "a third-party guide", date: "2026" };
const posting: Source = {
  id: "W-SM",
  title: "Walmart posting: Senior Manager, Data Science",
  confidence: "official",
  about: "the employer's own",
  date: "2026-02-20",
};

/** Knows the guide `W-PM` and the posting `W-SM`. */
export function findTestSource(id: string): Source | undefined {
  return [guide, posting].find((source) => source.id === id);
}

/** A theme without colours, of a width. */
export function aTheme(columns = 80, setting: Partial<ThemeSetting> = {}): Promise<Theme> {
  return createTheme({ stream: { isTTY: true, columns, rows: 24 }, env: { LANG: "en_GB.UTF-8" }, noColor: true, ...setting });
}
