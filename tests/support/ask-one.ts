// Room: tests. Asks one question at the terminal it is started in, and prints the reply as JSON; never shipped.
// Arguments as one JSON text: AskOne. With each SIGUSR2 ten minutes pass at once.
import { writeFileSync } from "node:fs";
import { answerText } from "../../src/domain/answer.ts";
import { drawCase } from "../../src/domain/case.ts";
import type { Grade } from "../../src/domain/grade.ts";
import type { Kind } from "../../src/domain/question.ts";
import { createInterviewer } from "../../src/terminal/interviewer.ts";
import { createPlainInterviewer } from "../../src/terminal/plain.ts";
import type { DraftDesk } from "../../src/terminal/prompts/options.ts";
import { createTheme } from "../../src/terminal/theme.ts";
import { sampleQuestions } from "./questions.ts";

/** What to ask, and how. */
export interface AskOne {
  readonly kind: Kind;
  readonly seconds?: number;
  readonly overtime?: boolean;
  readonly plain?: boolean;
  readonly correct?: boolean;
  readonly prompt?: string;
  /** Says so and waits for SIGUSR2 before asking, for keys typed ahead. */
  readonly waits?: boolean;
  readonly draftFile?: string;
  /** Where the replies are written too, for a terminal that goes away. */
  readonly replyFile?: string;
  readonly questions?: number;
  /** Throws somewhere else at SIGUSR2. */
  readonly crash?: boolean;
}

const sampleGrade: Grade = {
  score: 0.5,
  band: "getting there",
  marks: [
    { id: "metric", text: "Names one store metric with a baseline", weight: 2, status: "found", strength: 1, evidence: [] },
    { id: "dollars", text: "Says what a point is worth in dollars", weight: 1, status: "partly", strength: 0.5, evidence: [] },
    { id: "test", text: "Plans a controlled experiment", weight: 1, status: "not-found", strength: 0, evidence: [] },
  ],
  pitfalls: [],
  flags: [],
  levels: [],
  workings: [],
  next: undefined,
  rules: 1,
};

const tenMinutes = 600_000;

/** Milliseconds that the clocks are ahead of time; tests do not wait for the end of an answer's time. */
let ahead = 0;

async function main(plan: AskOne): Promise<void> {
  process.on("SIGUSR2", () => {
    if (plan.crash === true) throw new Error("a crash elsewhere");
    ahead += tenMinutes;
  });
  if (plan.waits === true) {
    process.stdout.write("waiting\n");
    const alive = setInterval(() => undefined, tenMinutes);
    await new Promise((resolve) => process.once("SIGUSR2", resolve));
    clearInterval(alive);
  }
  const { stdin: input, stdout: output, env } = process;
  const theme = await createTheme({ stream: output, env, plain: plan.plain });
  const drafts: DraftDesk = {
    keep: ({ answer }) => {
      if (plan.draftFile !== undefined) writeFileSync(plan.draftFile, answerText(answer.body));
    },
    take: () => undefined,
  };
  const make = theme.plain ? createPlainInterviewer : createInterviewer;
  const interviewer = make({ input, output, theme, env, monotonic: () => performance.now() + ahead, wall: () => Date.now() + ahead, drafts });
  const question = sampleQuestions[plan.kind];
  const asked = drawCase(plan.prompt === undefined ? question : { ...question, prompt: plan.prompt }, 1);
  const replies: unknown[] = [];
  for (let number = 1; number <= (plan.questions ?? 1); number += 1) {
    const reply = await interviewer.ask(asked, { seconds: plan.seconds, overtime: plan.overtime ?? false }, { number, of: plan.questions ?? 1 });
    replies.push(reply);
    if (plan.correct === true && reply.type === "answer") replies.push({ correction: (await interviewer.correct(asked, reply.answer, sampleGrade)) ?? "none" });
  }
  if (plan.replyFile !== undefined) {
    // Later than what the streams may still have to say.
    await new Promise((resolve) => setTimeout(resolve, 100));
    writeFileSync(plan.replyFile, JSON.stringify(replies));
    return;
  }
  process.stdout.write(`REPLY ${JSON.stringify(replies.length === 1 ? replies[0] : replies)}\n`);
}

void main(JSON.parse(process.argv[2] ?? "{}") as AskOne);
