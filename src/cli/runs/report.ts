// Room: cli. `coach report`: the journal as a page.
import { eveningOf } from "../../domain/calendar.ts";
import { everyOutline } from "../../domain/framework-practice.ts";
import type { Library } from "../../domain/library.ts";
import { standingOf } from "../../domain/standing.ts";
import { reportHtml, type ToldAnswer } from "../../export/report.ts";
import type { HistoryFilter } from "../../progress/history.ts";
import { statsOf } from "../../progress/stats.ts";
import { tellAnswer } from "../../terminal/views/answers.ts";
import type { App } from "../app.ts";
import { whileWeighing } from "../patience.ts";
import { cleaned, cleanedPast, pastAttempts } from "./attempts.ts";
import { companyIds } from "./company.ts";
import { writeResult } from "./export.ts";
import { historyOf, pastIn, wholeHistoryOf } from "./past.ts";
import { prepare } from "./prepare.ts";
import { roleOf, rolesIn } from "./roles.ts";

export interface ReportOptions {
  readonly company?: string;
  readonly since?: string;
  readonly withAnswers?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

export async function runReport(app: App, options: ReportOptions): Promise<void> {
  const library = await app.library();
  const settings = await app.settings();
  const history = await historyOf(app);
  const filter = { questions: companyIds(library, options.company), since: options.since };
  const role = roleOf({ company: options.company ?? settings.company, role: settings.role }, rolesIn(library));
  const { rounds } = await prepare(app, { role, interview: settings.interviewDate, minutesPerEvening: settings.minutesPerEvening }, { library, history });
  const told = options.withAnswers === true ? await wholeHistoryOf(app) : undefined;
  const text = await whileWeighing(app, history.attempts, async () =>
    reportHtml({
      today: eveningOf(app.clock().now(), settings.dayEnds),
      stats: cleaned(statsOf(pastIn(history), everyOutline(library), { ...filter, dayEnds: settings.dayEnds, whole: history.attempt })),
      rounds,
      answers: told ? toldAnswers(told, library, filter) : [],
    }),
  );
  writeResult(app, text, { ...options, isPrivate: true });
}

/** What was taken back is not told. */
function toldAnswers(history: Parameters<typeof pastAttempts>[0], library: Library, filter: HistoryFilter): readonly ToldAnswer[] {
  return pastAttempts(history, library, filter)
    .filter(({ takenBack }) => takenBack === undefined)
    .map(cleanedPast)
    .map((past) => ({
      at: past.attempt.at,
      title: past.question?.title ?? past.attempt.question,
      text: tellAnswer(past.question, past.attempt.answer),
      score: standingOf(past.attempt, past).score,
    }));
}
