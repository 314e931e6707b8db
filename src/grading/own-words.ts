// Room: grading. Which stretches of an answer may have said a key point that was not seen in it. Pure.
import { type AnswerBody, answerText } from "../domain/answer.ts";
import type { Case } from "../domain/case.ts";
import type { Mark } from "../domain/grade.ts";
import { longestPhrasing } from "../domain/phrasing.ts";
import { sentencesOf } from "../language/sentences.ts";
import { tokensOf } from "../language/tokens.ts";
import { gradeAnswer } from "./grade.ts";

/** Letters of an answer that are looked at: more than anybody says to one question. */
const longestAnswer = 20_000;
/** Letters of a stretch: half of what a phrasing may have, so that one thing is said in it. */
const longestStretch = longestPhrasing / 2;
/** Fewer words would be met by chance in any answer. */
const fewestWords = 4;
/** Stretches that are weighed, the first ones: each costs about as much as marking an answer. */
const mostStretches = 60;

/** Stretches of an answer, a sentence or a part of a long one each, by how near each alone comes to the mark. */
export function stretchesNear(asked: Case, body: AnswerBody, mark: Mark): readonly string[] {
  const weighed = stretchesOf(answerText(body)).map((stretch) => {
    const { marks } = gradeAnswer(asked, alone(body, mark, stretch));
    return { stretch, strength: marks.find(({ id }) => id === mark.id)?.strength ?? 0 };
  });
  return weighed.toSorted((a, b) => b.strength - a.strength).map(({ stretch }) => stretch);
}

/** An answer that is the stretch alone; of a story, in the part that the mark belongs to. */
function alone(body: AnswerBody, mark: Mark, stretch: string): AnswerBody {
  if (body.kind === "open" || body.kind === "rewrite") return { ...body, text: stretch };
  if (body.kind !== "star") return body;
  const own = (part: string): string => (part === mark.part ? stretch : "");
  return { ...body, parts: { situation: own("situation"), task: own("task"), action: own("action"), result: own("result") } };
}

function stretchesOf(text: string): readonly string[] {
  const read = text.slice(0, longestAnswer);
  const sentences = sentencesOf(read).map(({ start, end }) => read.slice(start, end).replace(/\s+/g, " "));
  const stretches = new Set(sentences.flatMap(cut).filter((stretch) => tokensOf(stretch).length >= fewestWords));
  return [...stretches].slice(0, mostStretches);
}

/** Who speaks without full stops still says one thing after another. */
function cut(sentence: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of sentence.split(" ")) {
    const longer = piece === "" ? word : `${piece} ${word}`;
    if (longer.length > longestStretch) pieces.push(piece);
    piece = longer.length > longestStretch ? word.slice(0, longestStretch) : longer;
  }
  return [...pieces, piece];
}
