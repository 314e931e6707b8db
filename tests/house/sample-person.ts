// Room: tests. Ten evenings of a person who does not exist, for pictures: a journal in COACH_DATA_DIR.
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import type { OwnConfidence } from "../../src/domain/confidence.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { anAttempt, aStory } from "../support/attempts.ts";

const evenings = 10;
const anEvening = 6;
const dayInMs = 86_400_000;

const stories = [
  {
    title: "The freezer list nobody read",
    parts: {
      situation: "Use of our freezer alarm had fallen to a fifth of the stores.",
      task: "I owned the alarm, from the sensor to the list on the manager's screen.",
      action: "I spent two mornings in a store and cut the list to the three doors that mattered.",
      result: "Use rose from 20 to 74 percent in eight weeks, and spoiled food fell by $310 a store each week.",
    },
    competencies: ["retail-intuition", "ownership"],
  },
  {
    title: "Three teams and one returns screen",
    parts: {
      situation: "Three teams each held a part of what a returned parcel cost us.",
      task: "I had to bring one figure to the screen by the autumn.",
      action: "I agreed the data with engineering, the trial with operations and the words with the clerks.",
      result: "It saved 2.6 million dollars in the first year, before a cost of 0.4 million.",
    },
    competencies: ["stakeholder-management", "communication"],
  },
];

/** Writes the journal; resolves with an exit status. */
export async function run(): Promise<number> {
  const folder = process.env["COACH_DATA_DIR"] ?? "";
  if (folder === "") return 1;
  await openJournal(folder).appendAll(entriesUntil(Date.now()));
  return 0;
}

function entriesUntil(now: number): readonly JournalEntry[] {
  const { library } = readLibrary(rootsOf(process.cwd()), (file) => file);
  const questions = library.decks
    .filter(({ id }) => id.startsWith("walmart/ai-pm/"))
    .flatMap((deck) => deck.questions.filter(({ kind }) => kind === "open" || kind === "choice"));
  const attempts = Array.from({ length: evenings * anEvening }, (_, index) => {
    const evening = Math.floor(index / anEvening);
    const question = questions[(index * 7) % questions.length];
    const at = new Date(now - (evenings - evening) * dayInMs + index * 60_000).toISOString();
    // It gets better from evening to evening, with a bad one now and then.
    const score = Math.min(0.96, 0.42 + 0.045 * evening + (((index * 37) % 23) - 11) / 60);
    const confidence = (1 + ((index * 3) % 5)) as OwnConfidence;
    const answer =
      question?.kind === "choice" ? ({ kind: "choice", chosen: [0] } as const) : ({ kind: "open", text: "I would start from the shelf." } as const);
    return anAttempt({ at, session: `evening-${evening}`, question: question?.id ?? "", kind: answer.kind, answer, score, confidence });
  });
  const told = stories.map((story, index) => aStory({ ...story, at: new Date(now - (3 - index) * dayInMs).toISOString() }));
  return [...attempts, ...told];
}
