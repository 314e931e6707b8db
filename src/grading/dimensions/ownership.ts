// Room: grading. Ownership: "I" against "we", partners named, what was decided by the one who tells it. Pure.
import type { Judged } from "../../domain/rubric.ts";
import type { Span } from "../../domain/span.ts";
import { asksForStory, isDeedVerb } from "../answer-kind.ts";
import type { Sentence, Told } from "../told.ts";
import { partnersIn } from "./partners.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

const ego = new Set("i i'd i'm i've i'll me my mine myself".split(" "));
const group = new Set("we we'd we're we've we'll us our ours ourselves".split(" "));
/** Words that take a choice or a duty upon oneself. */
const deciding =
  /\b(?:(?:and|then) (?:decided|chose|proposed|refused|insisted)|i (?:\w+ly |also |then |had |have )?(?:decid|chose|choos|propos|insist|refus|reject|turn(?:ed)? down|pick|recommend|own\b|owned|commit|stopp?(?:ed)?\b|dropp|offer|cut\b|let\b|gave way|agreed to|took (?:it|this|that) on|took over|said (?:no|yes)|left (?:out|it)|put my name|gave up|held (?:back|out))|(?:my|the) (?:call|decision|choice) was|(?:my|own) (?:call|decision|choice)\b|(?:was|were|is|are|part) mine|mine (?:was|were|to)|up to me|(?:was|fell) (?:up)?on me|my (?:job|role|part|responsibility|duty)|i was (?:the one|responsible|in charge|accountable)|i could have|i answered for)/i;

/** So many times more sentences with "we" and nobody else than with "I" is "we" throughout. */
const throughout = 2;
/** Letters after a name in which its verb begins. */
const reach = 24;

/** A sentence with who acts in it. */
interface Acting {
  readonly sentence: Sentence;
  readonly partners: readonly Span[];
  readonly isMine: boolean;
}

/** Level 1 where nobody acts, 2 for "we" throughout, 3 for "I"; 4 and 5 for one and two of a partner named, a decision of one's own, what others did. */
export function judgeOwnership(told: Told): Judged | undefined {
  if (told.sentences.length === 0 || !asksForStory(told.question)) return undefined;
  const all = told.sentences.map(actingIn);
  // Where the company stood is nobody's deed.
  const from = told.parts.find(({ part }) => part === "situation")?.end ?? 0;
  const deeds = all.filter(({ sentence }) => sentence.start >= from);
  const mine = all.filter(({ isMine }) => isMine);
  const ownerless = deeds.filter(isOwnerless);
  const more = [partnerRule(all), decisionRule(told), sharedRule(deeds)];
  return judgedBy("ownership", pointsOf(mine.length, ownerless.length, more), [mineRule(mine), weRule(mine, ownerless), ...more]);
}

function pointsOf(mine: number, ownerless: number, more: readonly Tried[]): number {
  if (mine === 0) return ownerless === 0 ? 1 : 2;
  if (ownerless > mine * throughout) return 2;
  const points = 3 + Math.min(2, more.filter((rule) => rule.isMet).length);
  return ownerless > mine ? Math.min(points, 3) : points;
}

/** A sentence that begins with a verb of the past leaves its "I" out, as notes do. */
function actingIn(sentence: Sentence): Acting {
  const isMine = sentence.words.some((word) => ego.has(word.text)) || isDeedVerb(sentence.words[0]?.text ?? "");
  return { sentence, partners: partnersIn(sentence.text, sentence.start), isMine };
}

/** "We" with neither an "I" nor a name beside it. */
function isOwnerless({ sentence, partners, isMine }: Acting): boolean {
  return !isMine && partners.length === 0 && saysWe(sentence);
}

function saysWe({ words }: Sentence): boolean {
  return words.some((word) => group.has(word.text));
}

function spansOf(acting: readonly Acting[]): readonly Span[] {
  return acting.map(({ sentence }) => sentence);
}

function mineRule(mine: readonly Acting[]): Tried {
  return tried("ownership.mine", {
    isMet: mine.length > 0,
    met: "It says what you did.",
    missed: 'There is no "I" in it.',
    needs: 'Say "I" where it was you: what you did, first to last.',
    evidence: spansOf(mine).slice(0, 1),
  });
}

function weRule(mine: readonly Acting[], ownerless: readonly Acting[]): Tried {
  const times = ownerless.length === 1 ? "1 sentence" : `${ownerless.length} sentences`;
  return tried("ownership.we", {
    isMet: ownerless.length <= Math.max(1, mine.length / 2),
    met: ownerless.length === 0 ? 'No "we" without an owner.' : `"We" without an owner in ${times} only.`,
    missed: mine.length === 0 ? '"We" throughout: what was yours cannot be told.' : `"We" without an owner in ${times}.`,
    needs: 'Put an owner to each "we": "I" for your part, a name or a team for theirs.',
    evidence: spansOf(ownerless),
  });
}

function partnerRule(all: readonly Acting[]): Tried {
  const named = all.flatMap(({ partners }) => partners);
  return tried("ownership.partner", {
    isMet: named.length > 0,
    met: "A partner is named.",
    missed: "Nobody else is named: no person, no team.",
    needs: "Name one partner, by name or by team, and what they did.",
    evidence: named.length > 0 ? named : spansOf(all.filter(({ sentence }) => saysWe(sentence))).slice(0, 1),
  });
}

/** A verb of the past soon after the name: `Marta from supply chain chose`. */
function sharedRule(deeds: readonly Acting[]): Tried {
  const acts = deeds.filter(({ sentence, partners }) =>
    sentence.words.some((word) => isDeedVerb(word.text) && partners.some(({ end }) => word.start >= end && word.start <= end + reach)),
  );
  return tried("ownership.shared", {
    isMet: acts.length > 0,
    met: "It says what somebody else did.",
    missed: "It does not say what anybody else did.",
    needs: "Say in one sentence what your partner did that you could not.",
    evidence: spansOf(acts).slice(0, 2),
  });
}

function decisionRule({ sentences }: Told): Tried {
  const own = sentences.filter((sentence) => deciding.test(sentence.text));
  return tried("ownership.decision", {
    isMet: own.length > 0,
    met: "It is clear what was yours to decide.",
    missed: "It stays open what was yours to decide.",
    needs: "Name the one decision that was yours, and what you turned down for it.",
    evidence: own.slice(0, 2),
  });
}
