// Room: progress. The ten minutes before an interview, out of what the person has and knows. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import type { CompanyFacts } from "../domain/facts.ts";
import { bandOf } from "../domain/grade.ts";
import type { Loop } from "../domain/loop.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import { type BankStory, latestOf } from "../domain/story.ts";
import type { Warmup } from "../domain/warmup.ts";

export interface WarmupInput {
  readonly loop: Loop | undefined;
  readonly facts: CompanyFacts | undefined;
  readonly questions: readonly Question[];
  readonly bank: readonly BankStory[];
  /** Attempts that count, by question, oldest first. */
  readonly attempts: ReadonlyMap<QuestionId, readonly AttemptHead[]>;
}

const most = { stories: 3, figures: 5, reported: 3, wins: 2 } as const;
/** Chosen stories that show the same are worth less to have at hand than one that shows another thing. */
const newCompetency = 0.15;

export function warmupOf(input: WarmupInput): Warmup {
  return {
    stories: bestStories(input),
    signals: (input.loop?.signals ?? []).map(({ name, about }) => ({ name, about })),
    figures: figuresOf(input),
    wins: winsOf(input),
  };
}

/** One after another: the best score, with something for each competency of the questions that no story before it shows. */
function bestStories({ bank, questions }: WarmupInput): Warmup["stories"] {
  const asked = new Set(questions.flatMap(({ competencies }) => competencies));
  const shown = new Set<string>();
  const left = [...bank];
  const chosen: BankStory[] = [];
  const worthOf = (story: BankStory): number => {
    const adds = story.shows.filter((competency) => asked.has(competency) && !shown.has(competency)).length;
    return (latestOf(story)?.attempt?.score ?? 0) + newCompetency * adds;
  };
  while (chosen.length < most.stories && left.length > 0) {
    left.sort((a, b) => worthOf(b) - worthOf(a));
    const [best] = left.splice(0, 1);
    if (!best) break;
    chosen.push(best);
    for (const competency of best.shows) shown.add(competency);
  }
  return chosen.map((story) => ({ number: story.number, title: story.title, shows: story.shows, result: latestOf(story)?.story.parts.result ?? "" }));
}

/** What was known of the loop's figures, then what is reported of the company with a number in it. */
function figuresOf({ questions, facts, attempts }: WarmupInput): Warmup["figures"] {
  const known = questions.flatMap((question) => {
    const figure = question.kind === "recall" ? question.blanks.map(({ forms }) => forms[0] ?? "").join("; ") : "";
    return isKnown(question, attempts) && /\d/.test(figure) ? [{ about: question.title, figure }] : [];
  });
  const reported = (facts?.facts ?? []).flatMap(({ title, claims }) => {
    const claim = claims.find(({ text }) => /\d/.test(text));
    return claim ? [{ about: title, figure: claim.text }] : [];
  });
  return [...known, ...reported.slice(0, most.reported)].slice(0, most.figures);
}

function isKnown({ id }: Question, attempts: WarmupInput["attempts"]): boolean {
  const latest = attempts.get(id)?.at(-1);
  return latest !== undefined && bandOf(latest.score) === "strong";
}

/** The quickest of what was right the last time. */
function winsOf({ questions, attempts }: WarmupInput): Warmup["wins"] {
  return questions
    .filter((question) => isKnown(question, attempts))
    .flatMap((question) => {
      const answer = answerOf(question);
      return answer === undefined ? [] : [{ minutes: question.minutes, win: { question: question.id, title: question.title, answer } }];
    })
    .toSorted((a, b) => a.minutes - b.minutes || (a.win.question < b.win.question ? -1 : 1))
    .slice(0, most.wins)
    .map(({ win }) => win);
}

function answerOf(question: Question): string | undefined {
  if (question.kind === "choice") return question.options.flatMap(({ isRight, text }) => (isRight ? [text] : [])).join("; ");
  if (question.kind === "recall") return question.blanks.map(({ forms }) => forms[0] ?? "").join("; ");
  return question.kind === "order" ? question.items.join(", then ") : undefined;
}
