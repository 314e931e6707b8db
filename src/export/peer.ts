// Room: export. The script and form of a round that a friend plays. Hidden marks say what each place of the form is, so that it can be read back. Pure.
import { type PeerMark, peerFormVersion, type PeerQuestion, type PeerScript, type Scale, tellPeerMark } from "../domain/peer.ts";
import { type Block, type Document, type Line, type Point, type Span, unmark } from "./document.ts";

/** Where the friend writes: dots, which no editor makes anything else of. */
const place = "....";

/** Builds the script. It holds what a good answer says: it is not for the eyes of who answers. */
export function buildPeerScript(script: PeerScript): Document {
  const { company, role, title, questions } = script;
  return {
    title: `You are the interviewer: ${title}, ${role} at ${company}`,
    blocks: [
      paragraph("This page is for the one who asks. Who answers should not see it. ", formMark(script)),
      paragraph(`Your name: ${place} `, mark("from", [])),
      heading(2, "Who you are"),
      {
        type: "points",
        points: script.chairs.map(({ person, on }) => ({ line: [{ strong: person }, on.length === 0 ? "" : `: presses on ${on.map(unmark).join("; ")}`] })),
      },
      heading(2, "How to run it"),
      { type: "points", points: howTo(script).map((line) => ({ line })) },
      ...signalBlocks(script),
      ...questions.flatMap((question, index) => questionBlocks(question, String(index + 1))),
      paragraph("That was the last one. Save this file and send it back; no need to take out what you did not use."),
    ],
  };
}

function paragraph(...line: Line): Block {
  return { type: "paragraph", line };
}

function heading(level: 2 | 3, text: string): Block {
  return { type: "heading", level, text };
}

function mark(what: PeerMark["what"], of: readonly string[]): Span {
  return { comment: tellPeerMark({ what, of }) };
}

function formMark({ made, loop, round, questions }: PeerScript): Span {
  return mark("form", [peerFormVersion, made, loop, round, String(questions.length)]);
}

function howTo({ minutes, questions }: PeerScript): readonly Line[] {
  const asked = questions.length === 1 ? "one question" : `${questions.length} questions`;
  return [
    [`You have ${tellMinutes(minutes)} for ${asked}, your own scoring included. Start a clock, and say how long each answer may take.`],
    ["Read each question aloud as it stands, once more if you are asked to. Explain nothing that is not on the page."],
    ["Say when a minute is left, and stop the answer when its time is over."],
    ['No coaching: no hints, no nods, no "good". Thank them and go on; what you thought of it comes at the very end.'],
    ["While you listen, put an x into the box of each point that you hear, in whatever words: ", { code: "[x]" }],
    [
      "Ask one probe a question at most: the first on the list whose point you have not heard. What is said then counts.",
      " If it names a person or a figure that never came up, put in the one that did.",
    ],
    [
      "Score right after each question, before the next. Take the sentence that fits best, each scale for itself, and write its number over the dots.",
      " Leave the dots where you could not tell.",
    ],
    ["Any editor for plain text will do. Leave what stands between ", { code: "<!--" }, " and ", { code: "-->" }, " as it is: by it the form is read."],
  ];
}

function signalBlocks({ signals }: PeerScript): readonly Block[] {
  if (signals.length === 0) return [];
  const points = signals.map(({ name, about, shownBy }) => ({
    line: [{ strong: unmark(name) }, about === "" ? "" : `: ${unmark(about)}`],
    points: shownBy.map((text) => ({ line: [unmark(text)] })),
  }));
  return [heading(2, "What they look for"), { type: "points", points }];
}

function questionBlocks(question: PeerQuestion, number: string): readonly Block[] {
  const { id, title, minutes, person, prompt, points, pitfalls, probes, scales } = question;
  return [
    heading(2, `Question ${number}: ${unmark(title)}`),
    paragraph(`You are the ${person}. The answer may take ${tellMinutes(minutes)}. `, mark("question", [number, id])),
    heading(3, "Read aloud"),
    ...promptBlocks(prompt),
    heading(3, "Listen for"),
    {
      type: "tasks",
      tasks: points.map((point) => ({
        isDone: false,
        line: [`${unmark(point.text)}${point.weight === 1 ? "" : ` (counts ${point.weight})`} `, mark("point", [number, point.id])],
      })),
    },
    ...(pitfalls.length === 0 ? [] : [heading(3, "Pitfalls"), { type: "points" as const, points: pitfalls.map((text) => ({ line: [unmark(text)] })) }]),
    heading(3, "Ask at most one"),
    {
      type: "points",
      points: probes.map(({ point, words }) => ({ line: [point === undefined ? "" : `Not heard: ${unmark(point.text)} — ask: `, { strong: unmark(words) }] })),
    },
    heading(3, "Score, 1 to 5"),
    { type: "points", points: scales.map((scale) => scalePoint(scale, number)) },
    // The mark comes first: a note may run over many lines, and ends where the next mark stands.
    paragraph("Note: ", mark("note", [number]), ` ${place}`),
    paragraph(`End of question ${number}. `, mark("end", [number])),
  ];
}

/** Anchors and place stand in lines of their own: of a place's line nothing but what the friend wrote is a number. */
function scalePoint({ of, id, name, shownBy, anchors }: Scale, number: string): Point {
  const lines: readonly Line[] = [
    ...(shownBy.length === 0 ? [] : [[`Shown by: ${shownBy.map(unmark).join("; ")}`]]),
    ...anchors.map((anchor, index) => [`${index + 1}: ${anchor}`]),
    [`Score: ${place} `, mark(of, [number, id])],
  ];
  return { line: [{ strong: unmark(name) }], points: lines.map((line) => ({ line })) };
}

/** Paragraphs and lists of a prompt, as they are read aloud. */
function promptBlocks(prompt: string): readonly Block[] {
  return prompt
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .flatMap((part): readonly Block[] => {
      const items = part.split(/\n(?=[^\S\n]*(?:[-*+]|\d+[.)])\s)/);
      const [lead = "", ...rest] = items;
      const isList = /^\s*(?:[-*+]|\d+[.)])\s/.test(lead);
      const points = (isList ? items : rest).map((item) => ({ line: [unmark(item.replace(/^\s*[-*+]\s+/, ""))] }));
      return [...(isList ? [] : [paragraph(unmark(lead))]), ...(points.length === 0 ? [] : [{ type: "points" as const, points }])];
    });
}

function tellMinutes(minutes: number): string {
  const rounded = Number(minutes.toFixed(1));
  return `${rounded} minute${rounded === 1 ? "" : "s"}`;
}
