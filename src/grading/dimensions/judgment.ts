// Room: grading. Judgment: the question's pitfalls, costs and limits named, choices weighed, what would change one's mind. Pure.
import type { PitfallHit } from "../../domain/grade.ts";
import type { Pitfall } from "../../domain/question.ts";
import type { Judged } from "../../domain/rubric.ts";
import type { Told } from "../told.ts";
import { judgedBy, tried, type Tried } from "./tried.ts";

type Weighed = "cost" | "choice" | "mind" | "lesson";

interface Showing {
  /** Words that show it. */
  readonly words: RegExp;
  readonly met: string;
  readonly missed: string;
  readonly needs: string;
}

/** What sound judgment weighs; `mind` is asked of what is proposed, `lesson` of what happened. */
const weighed: Readonly<Record<Weighed, Showing>> = {
  cost: {
    words:
      /\b(?:risk(?:s|y)?|downsides?|trade-?offs?|limits?|limitation|drawbacks?|caveats?|price of|the price is|at the price|guardrails?|must not|may not|might not|worse|uncertain\w*|unsure|assum\w+|depends? on|unless|weakest|false (?:alarms?|positives?|negatives?)|too (?:high|low|many|few|late|early|small|strict|cautious)|(?:i|we) (?:lost|lose|would lose|gave up|give up|accept)|goes wrong|went (?:wrong|badly)|was wrong|can(?:not|['’]t) (?:tell|know|prove|be sure)|by chance|noise|careful|not yet|fail(?:s|ed|ure|ures)?)\b/i,
    met: "A cost, a risk or a limit is named.",
    missed: "No cost, risk or limit is named.",
    needs: "Name one cost, risk or limit of what you propose or did.",
  },
  choice: {
    words:
      /\b(?:rather than|instead(?: of)?|(?:i|we) could have|turn(?:ed)? down|on purpose|deliberate(?:ly)?|in exchange|in return|worth (?:it|more than|the)|g(?:i|a)ve up|le(?:ft|ave) (?:out|it|them|that|those|alone)|(?:i|we) (?:\w+ )?dropped|not (?:the|a|an|my|by|because|only) [^.;]{2,60}(?:,? but|;\s*)|(?:i|we) (?:would )?(?:chose|choose|accept(?:ed)?|prefer(?:red)?|picked|decided)|no (?:chatbot|new|more)|one (?:or|option|of the two)|options?|cheaper|simpl(?:e|er|est)|only (?:if|where|when|after))\b/i,
    met: "A choice is weighed against another.",
    missed: "No choice is weighed: what else could have been done stays open.",
    needs: "Name what you turned down, and why.",
  },
  mind: {
    words:
      /\b(?:(?:if|when|unless|below|under|above|without|once)\b[^.;!?]{2,90}\b(?:stop|stops|stopped|drop|drops|end|ends|roll(?:ed)? back|back|come down|comes down|close|pause|pauses|wait|wrong|no|not|don['’]t|isn['’]t|would|ship|widen|kill)|(?:stop|stops|stopped|drop|drops|end|ends|pause|wait)\b[^.;!?]{0,60}\b(?:if|when|unless|until|below|under)|chang(?:e|es|ed|ing) (?:my|our|her|his|their|your) minds?|(?:i|we) (?:was|were|am|are|may be|might be|could be) wrong|kill (?:criterion|switch)|stop(?:ping)? (?:rule|line|criterion)|threshold|until\b)/i,
    met: "It says what would change the decision.",
    missed: "It does not say what would change the decision.",
    needs: "Say which result would make you stop or turn back.",
  },
  lesson: {
    words:
      /\b(?:learn\w*|lesson|taught|since then|ever since|next time|from then on|differently|today i|(?:now i|i now|these days|nowadays)|should(?:['’]ve| have)|would(?:['’]ve| have)|i(?:['’]d| would) (?:do|ask|start|call|bring|now|have|go|tell|never|first)|mistake|took (?:from|away)|never again|habit|before i|always|in hindsight|looking back)\b/i,
    met: "There is a lesson.",
    missed: "There is no lesson.",
    needs: "End with what you do differently since.",
  },
};

/** Level 1 for two pitfalls, 2 for one; without any 3 (a short rewrite 4), and up to 5 for a cost, a choice and what would change one's mind. Undefined where the question knows no pitfalls. */
export function judgeJudgment(told: Told): Judged | undefined {
  const { question, pitfalls, sentences } = told;
  if (question.pitfalls.length === 0 || sentences.length === 0) return undefined;
  const names: readonly Weighed[] = ["cost", "choice", question.kind === "star" ? "lesson" : "mind"];
  const more = names.map((name) => weighedRule(told, name));
  const clean = question.kind === "rewrite" ? 4 : 3;
  const points = pitfalls.length > 0 ? 3 - pitfalls.length : clean + Math.min(2, more.filter((rule) => rule.isMet).length);
  return judgedBy("judgment", points, [...question.pitfalls.map((pitfall) => pitfallRule(pitfall, pitfalls)), ...more]);
}

function pitfallRule({ id, text, advice }: Pitfall, hits: readonly PitfallHit[]): Tried {
  const hit = hits.find((other) => other.id === id);
  return tried(`judgment.${id}`, {
    isMet: hit === undefined,
    met: `Avoided: ${text}.`,
    missed: `Stepped into: ${text}.`,
    needs: `Take this out: ${text}${advice === undefined ? "" : ` — ${advice}`}.`,
    evidence: hit ? [hit.evidence] : [],
  });
}

function weighedRule({ sentences }: Told, name: Weighed): Tried {
  const { words, met, missed, needs } = weighed[name];
  const found = sentences.filter(({ text }) => words.test(text));
  return tried(`judgment.${name}`, { met, missed, needs, isMet: found.length > 0, evidence: found.slice(0, 2) });
}
