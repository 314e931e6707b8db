// Room: content. What the rules over a whole library look at and report to. Pure.
import type { Library } from "../domain/library.ts";
import type { Place } from "../domain/problem.ts";
import type { KeyPoint, Question } from "../domain/question.ts";
import type { KeyValue, Places } from "./places.ts";
import type { RuleName } from "./rules.ts";

/** Everything that a link may lead to, by id. */
export interface Known {
  readonly sources: ReadonlySet<string>;
  readonly competencies: ReadonlySet<string>;
  /** Parts of each framework. */
  readonly frameworks: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rounds of each loop. */
  readonly rounds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Key points of all questions. */
  readonly keyPoints: ReadonlySet<string>;
  /** Decks and questions. */
  readonly practice: ReadonlySet<string>;
}

export interface Look {
  readonly library: Library;
  readonly known: Known;
  readonly places: Places;
  /** Broken links that were told of, so that one in the front matter is not told once a question. */
  readonly told: Set<string>;
  readonly report: (rule: RuleName, place: Place, message: string) => void;
}

/** Gathers what links may lead to. */
export function knownIn(library: Library): Known {
  return {
    sources: new Set(library.sources.map((source) => source.id)),
    competencies: new Set(library.competencies.map((competency) => competency.id)),
    frameworks: new Map(library.frameworks.map((framework) => [framework.id, new Set(framework.parts.map((part) => part.id))])),
    rounds: new Map(library.loops.map((loop) => [loop.id, new Set(loop.rounds.map((round) => round.id))])),
    keyPoints: new Set(library.decks.flatMap((deck) => deck.questions.flatMap((question) => keyPointsOf(question).map((point) => point.id)))),
    practice: new Set(library.decks.flatMap((deck) => [deck.id, ...deck.questions.map((question) => question.id)])),
  };
}

/** The key points of a question, for STAR those of its parts; none for kinds that are marked exactly. */
export function keyPointsOf(question: Question): readonly KeyPoint[] {
  if (question.kind === "star") return Object.values(question.parts).flatMap((part) => part.keyPoints);
  return "keyPoints" in question ? question.keyPoints : [];
}

const targets = {
  "link-source": { names: "sources", tell: "source" },
  "link-competency": { names: "competencies", tell: "competency" },
  "link-framework": { names: "frameworks", tell: "framework" },
  "link-signal": { names: "keyPoints", tell: "key point" },
  "link-practice": { names: "practice", tell: "deck or question" },
} as const;

/** A value as it is written, and the id that it names. */
export interface Link extends KeyValue {
  readonly rule: keyof typeof targets;
  readonly of: string;
}

/** Reports a link that leads nowhere, wherever the file has it. `from` is told when it is written in no setting. */
export function linkTo(look: Look, from: Place, link: Link): void {
  const { rule, key, value, of } = link;
  const { names, tell } = targets[rule];
  const known = look.known[names];
  if (known.has(value) || known.has(of)) return;
  reportLink(look, from, { key, value, rule, message: `there is no ${tell} "${of}"` });
}

/** Reports a broken link once a file, at each place where it is written. */
export function reportLink(look: Look, from: Place, link: KeyValue & { readonly rule: RuleName; readonly message: string }): void {
  const token = [link.rule, from.file, link.value].join("\n");
  if (look.told.has(token)) return;
  look.told.add(token);
  const places = look.places.inFile(from.file, link);
  for (const place of places.length > 0 ? places : [from]) look.report(link.rule, place, link.message);
}
