// Room: cli. An answer that a crash cut off is offered before anything else is asked.
import { answerText } from "../../domain/answer.ts";
import { questionsOf } from "../../domain/framework-practice.ts";
import type { Library } from "../../domain/library.ts";
import type { Question } from "../../domain/question.ts";
import type { LeftDraft } from "../../journal/drafts.ts";
import { viewOf, wrap } from "../../terminal/views/wrap.ts";
import type { App } from "../app.ts";
import { draftsLeft, tellWhen } from "../drafts.ts";
import { statuses } from "../exit.ts";
import { plainText } from "../../terminal/views/markdown.ts";

type Wanted = "go on" | "later" | "throw away";

/** Does what the command line asks for, once nothing is left of the last time. A file of answers is no person to be offered anything. */
export async function afterDraft(app: App, request: { readonly answers?: string }, run: () => Promise<number>): Promise<number> {
  return (request.answers === undefined ? await offerDraft(app) : undefined) ?? run();
}

/**
 * Offers the newest answer that a program was killed over. Resolves with the exit status when the person went on with it, or left; undefined when
 * there is none, nobody can be asked, or they come back to it later. A mock goes on by itself.
 */
export async function offerDraft(app: App): Promise<number | undefined> {
  if (!app.canAsk() || app.options.json) return undefined;
  const left = (await draftsLeft(app)).find(({ draft }) => draft.session.kind !== "mock");
  if (!left) return undefined;
  // What that program had lent to an editor is in the draft as well.
  await (await import("../../terminal/editor.ts")).removeStaleAnswers();
  const library = await app.library();
  const [question, ...rest] = questionsIn(library, [left.draft.question, ...left.draft.session.left]);
  if (question?.id !== left.draft.question) {
    app.note(
      `An answer of ${tellWhen(left.draft.at, app.clock().now())} belongs to a question that is no longer in your decks. Its words are in ${left.file}.\n`,
    );
    return undefined;
  }
  const wanted = await ask(app, left, question);
  if (wanted === "left") return statuses.interrupted;
  if (wanted === "throw away") (await import("../../journal/drafts.ts")).forgetDraft(left);
  return wanted === "go on" ? goOn(app, left, [question, ...rest]) : undefined;
}

function questionsIn(library: Library, ids: readonly string[]): readonly Question[] {
  const all = [...library.decks.flatMap((deck) => deck.questions), ...library.frameworks.flatMap(questionsOf)];
  const byId = new Map(all.map((question) => [question.id, question]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function ask(app: App, { draft }: LeftDraft, question: Question): Promise<Wanted | "left"> {
  const theme = await app.theme();
  const words = answerText(draft.answer.body).match(/\S+/g)?.length ?? 0;
  const typed = words === 0 ? "nothing typed yet" : `${words} ${words === 1 ? "word" : "words"} typed`;
  const when = tellWhen(draft.at, app.clock().now());
  const text = `An answer was cut off (${when}, ${typed}): ${plainText(question.title)}`;
  app.world.out.write(`${viewOf(wrap(text, theme.columns()))}\n`);
  const more = draft.session.left.length;
  const { chooseOne } = await import("../../terminal/menu.ts");
  const chosen = await chooseOne<Wanted>(
    "What of it?",
    [
      { name: more === 0 ? "Go on with it" : `Go on with it, and the ${more === 1 ? "question" : `${more} questions`} after it`, value: "go on" },
      { name: "Later", value: "later" },
      { name: "Throw it away", value: "throw away" },
    ],
    { input: app.world.stdin, output: app.world.stdout, theme },
  );
  return chosen === "left" ? "left" : chosen.value;
}

async function goOn(app: App, left: LeftDraft, questions: readonly Question[]): Promise<number> {
  const { kind, title } = left.draft.session;
  const [question] = questions;
  if (kind === "star" && question?.kind === "star") return (await import("./star.ts")).tellStar(app, { what: question.id, left });
  const { holdOnStage } = await import("./practise.ts");
  const seed = Math.floor(app.world.random() * 4_294_967_296);
  return holdOnStage(app, {}, { kind, title, questions, sureButWrong: 0, seed, answers: undefined, left });
}
