// Room: content. Rules that a question keeps with the rest of the library, and those that take a computation. Pure.
import { drawValues } from "../domain/case.ts";
import { chanceFrom } from "../domain/chance.ts";
import { computeFormula } from "../domain/formula.ts";
import type { NumericQuestion, Question } from "../domain/question.ts";
import { tellReference } from "../domain/source.ts";
import { keyPointsOf, linkTo, type Look, reportLink } from "./look.ts";

/** Reports what is wrong with a question that reading it alone could not show. */
export function lintQuestion(look: Look, question: Question): void {
  const { place, competencies, sources, framework } = question;
  for (const id of competencies) linkTo(look, place, { rule: "link-competency", key: "competencies", value: id, of: id });
  for (const reference of sources) linkTo(look, place, { rule: "link-source", key: "source", value: tellReference(reference), of: reference.source });
  if (framework !== undefined) linkTo(look, place, { rule: "link-framework", key: "framework", value: framework, of: framework });
  if (question.company !== undefined && sources.length === 0)
    look.report("source-missing", place, `"${question.title}" says nothing of where its facts come from`);
  lintRound(look, question);
  lintParts(look, question);
  if (question.kind === "numeric") lintValues(look, question);
  if ("model" in question) lintModel(look, question);
}

function lintRound(look: Look, question: Question): void {
  const { round, place } = question;
  const loop = question.deck.split("/").slice(0, -1).join("/");
  if (round === undefined || look.known.rounds.get(loop)?.has(round)) return;
  reportLink(look, place, { rule: "link-round", key: "round", value: round, message: `the loop ${loop} has no round "${round}"` });
}

function lintParts(look: Look, question: Question): void {
  const { framework } = question;
  const parts = framework === undefined ? undefined : look.known.frameworks.get(framework);
  // A framework that is not there has a complaint of its own.
  if (framework !== undefined && !parts) return;
  for (const { part } of keyPointsOf(question)) {
    if (part === undefined || parts?.has(part)) continue;
    const message =
      framework === undefined ? `the question names no framework, so "${part}" is a part of nothing` : `the framework "${framework}" has no part "${part}"`;
    look.report("link-part", look.places.inSection(question.place, { key: "part", value: part }), message);
  }
}

/** Draws that are tried to see whether every case has an answer. */
const trials = 50;

function lintValues(look: Look, question: NumericQuestion): void {
  for (let seed = 0; seed < trials; seed += 1) {
    const values = drawValues(question.parameters, chanceFrom(seed));
    if (Number.isFinite(computeFormula(question.formula, values))) continue;
    const drawn = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
    look.report("formula-value", look.places.after(question.place, ["Formula:"]), `the formula has no finite answer for ${drawn.join(", ")}`);
    return;
  }
}

/** Words a minute of a quick speaker; 140 is usual. */
const spokenWords = 150;

function lintModel(look: Look, question: Question & { readonly model: string | undefined }): void {
  const text = (question.model ?? "").replace(/```[\s\S]*?(?:```|$)/g, "");
  const words = text.split(/\s+/).filter((word) => word !== "").length;
  if (words <= spokenWords * question.minutes) return;
  look.report(
    "model-long",
    look.places.after(question.place, ["### Model answer", "### Strong answer"]),
    `the model answer has ${words} words for ${question.minutes} minutes`,
  );
}
