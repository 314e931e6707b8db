// Room: grading. People and teams named in a sentence, other than the teller. Pure.
import type { Span } from "../../domain/span.ts";
import { placesOf } from "./places.ts";

/** Functions and roles that do something in a company. "My team", "stakeholders" and "everyone" name nobody. */
const roles =
  /\b(?:(?:finance|platform|infrastructure|engineering|fraud|risk|pricing|search|checkout|payments?|growth|brand|quality|analytics|data|science|research|content|catalog(?:ue)?|web|app|mobile|hotels?|flights?) (?:team|squad|group|people|lead|side)|(?:data |platform |software |site |machine learning |ml |backend |front-?end )?(?:engineers?|engineering|scientists?|analysts?|developers?)|manager|managers|director|merchandis(?:ing|ers?)|merchants?|buyers?|category (?:lead|captain)|planners?|finance|controll(?:er|ing)|legal|lawyers?|counsel|compliance|privacy (?:team|officer|office)|(?:data protection )?officer|operations|ops|logistics|supply chain|warehouse (?:team|lead|people|staff)|depots?|procurement|marketing|sales (?:team|lead|reps?)|support (?:team|lead|agents?|desk)|designers?|design team|product (?:manager|owner|team|lead)|store (?:manager|managers|associates?|lead)|associates?|security|human resources|hr|ceo|cfo|cto|coo|vp|vice president|founder|head of|supplier|vendor|carrier|intern|junior|architects?|leads?)\b/gi;

/** A capital within a sentence, or at its start before what only follows a name. */
const inner = /(?<=[\p{Ll}\p{N},;:)'’"”] )\p{Lu}\p{Ll}{1,20}(?![\p{L}-])/gu;
const leading = /^\p{Lu}\p{Ll}{1,20}(?= (?:from|in|and I|who|at)\b|, (?:who|the|our|my|a|their|its)\b)/gu;
const noNames = new Set(
  (
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Thanksgiving English Chinese German French Spanish " +
    "Python Java Excel Google Amazon Walmart Slack Tableau Spark Kafka Airflow Black If When After Before In At And So But Then It We The This That There They She He As On For By What Why How No Yes Not"
  ).split(" "),
);

/** What stands before the teller's own role: `I was the product manager`. */
const own = /\b(?:i (?:was|am|worked as)|i['’]m|as|role of)(?: (?:a|an|the|one of the|their|our))?(?: [\p{L}-]+){0,2} $/iu;
const lookBack = 40;

/** Where a person, a role or a team is named in a sentence that begins at `offset`. */
export function partnersIn(sentence: string, offset: number): readonly Span[] {
  const names = [...placesOf(sentence, leading), ...placesOf(sentence, inner)].filter(({ start, end }) => !noNames.has(sentence.slice(start, end)));
  const others = placesOf(sentence, roles).filter(({ start }) => !own.test(sentence.slice(Math.max(0, start - lookBack), start)));
  return [...names, ...others].map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}
