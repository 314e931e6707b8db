// Room: grading. Evidence: numbers tied to an outcome, a baseline beside the change, what it was worth, how it is known. Pure.
import type { Judged } from "../../domain/rubric.ts";
import type { Span } from "../../domain/span.ts";
import { readNumbers } from "../../language/numbers.ts";
import type { Discussed } from "../looked-for.ts";
import type { Sentence, Told, ToldPart } from "../told.ts";
import { type Figured, figuredSentences, whatCounts } from "./counted.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

/** Words of movement. With one of them even a time is an outcome: `cut it from nine days to two`. */
const moves = new Set(
  (
    "fell fall falls falling drop drops dropped dropping rise rises rose risen rising grew grow grows grown growing cut cuts cutting save saves saved saving savings reduce reduces reduced reducing reduction " +
    "increase increases increased decrease decreases decreased improve improves improved improvement gain gains gained lift lifts lifted raise raises raised halve halved doubled tripled went moved became become " +
    "becomes shrank shrink climbed climbing climb jumped recovered"
  ).split(" "),
);
/** Words that only tell of a change beside a measured number. */
const directions = new Set("brought back down up fewer less faster slower shorter longer instead takes took".split(" "));
/** Words of worth and of what came about: they tie money, shares and counts to an outcome, but not a time. */
const worth = new Set(
  (
    "worth cost costs costing earn earns earned pay pays paid lose loses lost losing loss losses waste wastes wasted return returns returned more better worse higher lower stayed held reached reaches hit got gets " +
    "brings bring gives gave kept keep adds added came come comes yields yielded sold sells sales bought buys"
  ).split(" "),
);
/** Words that say where it started, or what it is held against. */
const start = new Set(
  (
    "from baseline before was were used today currently now previously earlier then against versus vs compared than instead every each already still missed lost losing wasted costing cost costs had been " +
    "takes took per"
  ).split(" "),
);
/** Words that say how it is known. */
const known = new Set(
  (
    "measure measured measures measuring measurement counted counting count compare compared comparing comparison control controls holdout holdouts test tests tested testing trial trials experiment " +
    "experiments interval intervals confidence sample sampled samples survey surveyed log logs logged lot random randomly randomise randomised randomize randomized matched audit audited reconciliation reconciled " +
    "significant significance backtest backtested ab versus arm arms checked verified tracked"
  ).split(" "),
);

/** Level 1 without a number, 2 with one, 3 where it says what came of something; 4 and 5 for one and two of baseline, worth and how it is known. */
export function judgeEvidence(told: Told): Judged | undefined {
  if (told.sentences.length === 0 || !asksForNumbers(told.question)) return undefined;
  const figured = figuredSentences(told, (sentence) => has(sentence, moves));
  const outcomes = figured.filter((one) => isOutcome(one) || isInResult(told, one));
  const [number, outcome] = [numberRule(figured), outcomeRule(told, outcomes)];
  const more = [baselineRule(told, { figured, outcomes }), worthRule(outcomes), knownRule(told, outcomes)];
  const beside = Math.min(2, more.filter((rule) => rule.isMet).length);
  const points = outcome.isMet ? 3 + beside : number.isMet ? 2 : 1;
  return judgedBy("evidence", points, [number, outcome, ...more]);
}

const memory = new WeakMap<Discussed, boolean>();

/** A story always needs a number; of other questions those in which money or a share can stand in two of the key points. */
function asksForNumbers(question: Discussed): boolean {
  if (question.kind === "star") return true;
  const remembered = memory.get(question);
  if (remembered !== undefined) return remembered;
  const counting = question.keyPoints.filter(({ phrasings }) => phrasings.some(holdsWorth));
  memory.set(question, counting.length > 1);
  return counting.length > 1;
}

function holdsWorth(phrasing: string): boolean {
  return readNumbers(phrasing).some((quantity) => ["money", "share"].includes(whatCounts(quantity) ?? ""));
}

function has({ words }: Sentence, set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word.text));
}

function changes(sentence: Sentence): boolean {
  return has(sentence, moves) || has(sentence, directions);
}

function isOutcome({ sentence, counted }: Figured): boolean {
  return holdsPair(counted) || changes(sentence) || (counted.some(({ what }) => what !== "time") && has(sentence, worth));
}

function spansOf(figured: readonly Figured[]): readonly Span[] {
  return figured.flatMap(({ counted }) => counted);
}

function numberRule(figured: readonly Figured[]): Tried {
  return tried("evidence.number", {
    isMet: figured.length > 0,
    met: "There are numbers with what they count.",
    missed: "Nothing is counted.",
    needs: "Count one thing: how many, how often, how long or how much.",
    evidence: spansOf(figured),
  });
}

/** For STAR a number of any kind in the Result, and only there. */
function outcomeRule({ parts, sentences }: Told, outcomes: readonly Figured[]): Tried {
  const result = parts.find(({ part }) => part === "result");
  const own = result ? outcomes.filter(({ sentence }) => isIn(sentence, result)) : outcomes;
  const without = result ? sentences.filter((sentence) => isIn(sentence, result)) : [];
  return tried("evidence.outcome", {
    isMet: own.length > 0,
    met: result ? "The Result has a number." : "A number says what comes of it.",
    missed: result ? "The Result has no number that says what changed." : "No number says what comes of it.",
    needs: result
      ? "Put a number into the Result: what changed, from how much to how much."
      : "Tie a number to what changes: what falls, rises, is saved or lost.",
    evidence: own.length > 0 ? spansOf(own) : without,
  });
}

function isInResult({ parts }: Told, { sentence }: Figured): boolean {
  return parts.some((part) => part.part === "result" && isIn(sentence, part));
}

function isIn({ start: at }: Sentence, part: ToldPart): boolean {
  return at >= part.start && at < part.end;
}

/** Start and end in one sentence, or a start earlier in the same unit. */
function baselineRule(told: Told, { figured, outcomes }: { readonly figured: readonly Figured[]; readonly outcomes: readonly Figured[] }): Tried {
  const both = outcomes.filter(({ sentence, counted }) => has(sentence, start) && holdsPair(counted));
  const pair = both.length > 0 ? both.slice(0, 1) : earlierStart(told, { figured, outcomes });
  return tried("evidence.baseline", {
    isMet: pair.length > 0,
    met: "The number stands beside the one that it started from.",
    missed: "No number says where it started.",
    needs: "Say where it started as well, in the same unit: from how much to how much.",
    evidence: spansOf(pair),
  });
}

/** Two numbers that can be compared: of one base, or the second without a name as in `from eight rounds to two`. */
function holdsPair(counted: Figured["counted"]): boolean {
  const bases = new Set<string>();
  let hasCount = false;
  return counted.some(({ isRange, what, base }) => {
    const isSecond = isRange || bases.has(base) || (hasCount && base === "");
    bases.add(base);
    hasCount ||= what === "count";
    return isSecond;
  });
}

function earlierStart(told: Told, { figured, outcomes }: { readonly figured: readonly Figured[]; readonly outcomes: readonly Figured[] }): readonly Figured[] {
  const setting = told.parts.filter(({ part }) => part === "situation" || part === "task");
  const starts = new Map<string, Figured>();
  const tellsOutcome = new Set(outcomes);
  for (const one of figured) {
    const earlier =
      tellsOutcome.has(one) && one.counted.map(({ base, isDifference }) => (isDifference ? undefined : starts.get(base))).find((found) => found !== undefined);
    if (earlier) return [earlier, one];
    if (has(one.sentence, start) || setting.some((part) => isIn(one.sentence, part))) for (const { base } of one.counted) starts.set(base, one);
  }
  return [];
}

function worthRule(outcomes: readonly Figured[]): Tried {
  const counted = outcomes.flatMap((outcome) => outcome.counted.filter(({ what }) => what === "money" || (what === "time" && changes(outcome.sentence))));
  return tried("evidence.worth", {
    isMet: counted.length > 0,
    met: "It is said what that is worth in money or time.",
    missed: "It is not said what that is worth in money or time.",
    needs: "Say what the change is worth: money or hours, for whom and how often.",
    evidence: counted,
  });
}

function knownRule({ sentences }: Told, outcomes: readonly Figured[]): Tried {
  const how = sentences.filter((sentence) => has(sentence, known));
  return tried("evidence.known", {
    isMet: how.length > 0 && outcomes.length > 0,
    met: "It is said how that is known.",
    missed: "It is not said how that is known.",
    needs: "Say how you know: what it was compared with, counted by whom, over how long.",
    evidence: how.map(({ start: at, end }) => ({ start: at, end })),
  });
}
