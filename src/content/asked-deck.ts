// Room: content. The person's own deck of what they were asked in real rounds: its head, and a question for each. Pure.
import type { Loop } from "../domain/loop.ts";
import { clean } from "./clean.ts";
import { idFrom, isId } from "./ids.ts";

/** Where the deck of a loop lies, below a folder of decks; without a loop the one that belongs to no company. */
export function askedDeckId(loop: Pick<Loop, "id"> | undefined): string {
  return loop === undefined ? "general/asked/asked" : `${loop.id}/asked`;
}

/** What a new deck begins with. */
export function askedDeckHead(loop: Pick<Loop, "company" | "role"> | undefined): string {
  const whose =
    loop === undefined ? ["title: Asked in real rounds"] : [`title: Asked in real rounds at ${loop.company}`, `company: ${loop.company}`, `role: ${loop.role}`];
  return [
    "---",
    ...whose,
    "topic: asked in real rounds",
    "difficulty: 3",
    "source: REAL-ROUND",
    "---",
    "",
    "What you were asked and nobody had foreseen, added by `coach debrief`. The key points are general: put your own in their place, and a model",
    "answer that you would give now. `coach decks lint` with this file's path checks it.",
    "",
  ].join("\n");
}

/** An id for a question that was asked, other than those taken. */
export function askedId(text: string, taken: ReadonlySet<string>): string {
  const made = idFrom(text);
  const first = isId(made) ? made : "asked";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? first : `${first}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Questions that want a story and not a view. */
const storyAsked =
  /\b(?:tell (?:me|us) about|(?:a|the last) (?:time|situation|case|moment|project) (?:when|where|in which|that|you)|give (?:me|us) an example|describe (?:a|your)|have you ever)\b/i;

/** The question as the deck has it: a story in four parts where one was asked for, else an open question. */
export function askedQuestion(asked: { readonly id: string; readonly text: string; readonly round: string | undefined; readonly day: string }): string {
  const text = oneLine(asked.text);
  const settings = [`id: ${asked.id}`, ...(asked.round === undefined ? [] : [`round: ${asked.round}`])].map((setting) => `\`${setting}\``).join(" ");
  const body = storyAsked.test(text) ? story : open;
  return `\n## ${titleOf(text)}\n\n${settings}\n\n${asPrompt(text)}\n\nWhy: You were asked this on ${asked.day}.\n\n${body}`;
}

/** What would begin a heading, a list, a comment, a fence, a label or a setting is told as a quotation. */
function asPrompt(text: string): string {
  return /^[\p{L}\p{N}"'“‘(¿¡]/u.test(text) && !/^\w+:|^\d+[.)]/u.test(text) ? text : `They asked: ${text}`;
}

function oneLine(text: string): string {
  return clean(text)
    .replace(/[`{}<>[\]]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestText);
}

const longestText = 2000;
const longestTitle = 70;

function titleOf(text: string): string {
  const plain = text
    .replace(/[#*_|]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= longestTitle) return plain === "" ? "Asked" : plain;
  return `${plain.slice(0, plain.lastIndexOf(" ", longestTitle) + 1 || longestTitle).trim()} …`;
}

const open = `### Key points
- **The answer itself, in a sentence** \`id: answer\` \`weight: 2\`
  - in short, I would do this first
  - my answer is that we should begin with
  - I would start from the customer and work back
  - the first thing that I would do is
- **A number, or how I would get one** \`id: number\`
  - it would move from eight percent to five
  - I would measure it by this metric, against this baseline
  - that is worth about a hundred thousand dollars a year
  - a test with half of the stores would tell
- **What it costs, or what could go wrong** \`id: cost\`
  - the risk is that, and this is how we would notice
  - the trade-off is speed against accuracy
  - I would stop if the guardrail gets worse
  - what we give up for it is

### Model answer
Write here the answer that you would give now.
`;

const story = `### Situation
Where, when, and what was at stake.
- **What was at stake** \`id: stakes\`
  - we were losing money each week
  - customers waited and complained
  - the launch was at risk
### Task
What you answered for.
- **My own part** \`id: my-part\`
  - I was responsible for the result
  - my job was to decide
  - I took it on myself
### Action
What you did, in order, and why.
- **My steps and the reason for them** \`id: steps\` \`weight: 2\`
  - first I talked to the people who knew, then I decided
  - I proposed, tested and rolled out, because
  - I asked each team for one thing
### Result
What came of it, with a number.
- **The result with a number** \`id: result\` \`weight: 2\`
  - it fell from eight to five percent
  - we saved two days a week
  - afterwards the team kept doing it this way

### Model answer
Write here the story that you would tell now.
`;
